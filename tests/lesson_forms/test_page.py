"""The lessons' page: one file that fetches nothing, complete, with each answer hidden, the same every time."""

import base64
import hashlib
import re
from html import unescape

import pytest

from minibackprop.drawing.svg import STYLE
from minibackprop.lesson_forms.page import lessons_page
from minibackprop.lesson_forms.prediction import shown_answer
from minibackprop.step_page.parts import PageError

from ..support.html import Parsed
from ..support.lessons import NUMBERS, each_lesson, lesson, page, shown_by


def article(number: int) -> str:
    return page().split(f'<article id="lesson-{number}">')[1].split("</article>")[0]


def test_it_is_well_formed_and_its_ids_are_unique() -> None:
    parsed = Parsed(page())
    ids = parsed.values_of("id")
    assert len(set(ids)) == len(ids)
    assert set(parsed.values_of("for")) | set(parsed.values_of("aria-labelledby")) <= set(ids)
    assert set(re.findall(r'href="#([^"]*)"', page())) == {f"lesson-{number}" for number in NUMBERS} <= set(ids)


def test_the_policy_allows_its_styles_and_its_script_and_nothing_else() -> None:
    (policy,) = [attributes["content"] or "" for _, attributes in Parsed(page()).elements if "http-equiv" in attributes]
    directives = dict(directive.split(" ", 1) for directive in policy.split("; "))

    def hash_of(text: str) -> str:
        return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"

    styles = set(re.findall("<style>(.*?)</style>", page(), re.DOTALL))
    assert len(styles) == 2 and unescape(STYLE) in styles
    assert set(directives["style-src"].split()) == {hash_of(style) for style in styles}
    assert directives["script-src"] == hash_of(page().split('<script type="module">')[1].split("</script>")[0])
    assert directives["default-src"] == directives["base-uri"] == directives["form-action"] == "'none'"


def test_it_fetches_nothing() -> None:
    for tag, attributes in Parsed(page()).elements:
        assert tag not in ("img", "link", "iframe", "audio", "video", "object", "embed", "form")
        assert "style" not in attributes and not [name for name in attributes if name.startswith("on")]
        assert (attributes.get("href") or "#").startswith("#") and "src" not in attributes
    assert not re.search("https?://(?!www.w3.org)", page())


def test_it_is_small() -> None:
    assert len(page().encode("utf-8")) < 700_000


@each_lesson
def test_all_of_the_lesson_is_in_it(number: int) -> None:
    text = unescape(article(number))
    for step, shown in shown_by(number)[0]:
        assert step.whole_code in text
        assert shown.output.rstrip("\n") in text
    assert article(number).count("<figure") == sum(step.shows_picture for step in lesson(number).steps)


@each_lesson
def test_every_answer_is_hidden_until_it_is_asked_for(number: int) -> None:
    predictions = article(number).split('<section class="prediction"')[1:]
    steps = [(step, shown) for step, shown in shown_by(number)[0] if step.question]
    assert len(predictions) == len(steps)
    for html, (step, shown) in zip(predictions, steps):
        before, mark, hidden = html.partition('<details class="answer"><summary>Show the answer</summary>')
        assert mark and " open" not in mark
        hidden = hidden.split("</details>\n</section>")[0]
        assert f"The answer: {shown_answer(shown.answer)}." in unescape(hidden)
        if shown.output:
            assert shown.output.rstrip("\n") in unescape(hidden)
            assert shown.output.rstrip("\n") not in unescape(before)
        assert before.count('type="radio"') == len(step.options) and (step.options or 'type="text"' in before)


def test_at_least_four_pictures_answer_to_a_slider_after_a_prediction() -> None:
    sliders = re.findall('<figure class="slider">', page())
    inside = [section for section in re.findall('<details class="answer">.*?</section>', page(), re.DOTALL)
              if '<figure class="slider">' in section]
    assert len(sliders) == len(inside) >= 4


def test_a_page_of_one_lesson_has_its_title() -> None:
    html = lessons_page([lesson(3)])
    assert "<title>Which way is down?</title>" in html and html.count("<article") == 1
    assert '<li value="3">' in html


def test_it_is_the_same_every_time() -> None:
    assert lessons_page([lesson(1)]) == lessons_page([lesson(1)])
    assert article(1) in lessons_page([lesson(1)])


def test_a_copy_without_a_part_of_the_page_says_which(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pkgutil.get_data", lambda package, name: None)
    with pytest.raises(PageError, match="is missing: copy the whole folder"):
        lessons_page([lesson(1)])

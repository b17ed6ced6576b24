"""A small lesson with everything in it, whole: as a notebook, as a program and as a page."""

import base64
import hashlib
import json
import re
from html import unescape

import pytest

from minibackprop import Plot, Slider
from minibackprop.drawing.svg import STYLE
from minibackprop.lesson_forms.figure import figure_html
from minibackprop.lesson_forms.formula import to_mathml
from minibackprop.lesson_forms.lesson import Lesson, LessonError
from minibackprop.lesson_forms.notebook import notebook_of
from minibackprop.lesson_forms.page import lessons_page
from minibackprop.lesson_forms.program import FIND_THE_PACKAGE, program_of
from minibackprop.lesson_forms.run import Run

START = """\
# %% [markdown]
# # 7. A title & more
#
# About 5 minutes: costs $3, says *w²*, **w₁**, **bold** and `a < b`.
"""
REST = """
# %%
x = 1
print("x <", x + 1)
print()

# %% [markdown]
# ## Part
#
# The slope:
#
#     ∂z/∂w = x
#     C = ½z
#
# - one
# - *z*
#
# **Predict.** What is *x* + 1?

# %%
answer = x + 1

# %% [markdown]
# **Predict.** Which one?
#
# - the *first*
# - the 'second'

# %%
answer = "the 'second'"
print("done")

# %%
picture = slider
print(picture)

# %% [markdown]
# The end.
"""
LESSON = Lesson(7, START + REST, "a/lesson_07.py")


def slider() -> Slider:
    plots = []
    for x in (0, 1):
        plots.append(Plot("w", "C", title=f"w = {x}"))
        plots[-1].points("here", [x], [x])
    return Slider("the weight", plots)


class RunWithSlider(Run):
    """A run in which the slider is there already."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self._names["slider"] = slider()


def page(*lessons: Lesson) -> str:
    return lessons_page(lessons, RunWithSlider)


def test_the_program_is_the_lesson_with_one_cell_more() -> None:
    assert program_of(LESSON) == START + "\n# %%\n" + FIND_THE_PACKAGE + "\n" + REST


CELLS = [
    ("markdown", (
        "# 7. A title & more\n"
        "\n"
        "About 5 minutes: costs \\$3, says $w^{2}$, **$w_{1}$**, **bold** and `a < b`."
    )),
    ("code", FIND_THE_PACKAGE),
    ("code", (
        "x = 1\n"
        'print("x <", x + 1)\n'
        "print()"
    )),
    ("markdown", (
        "## Part\n"
        "\n"
        "The slope:\n"
        "\n"
        "$$\\begin{aligned}\n"
        "&\\frac{\\partial z}{\\partial w} = x \\\\\n"
        "&C = \\tfrac{1}{2}z\n"
        "\\end{aligned}$$\n"
        "\n"
        "- one\n"
        "- $z$\n"
        "\n"
        "**Predict.** What is $x$ + 1?"
    )),
    ("code", (
        "# Your prediction: type it here, run this cell, and then the next one.\n"
        'prediction = None  # @param {type: "number"}'
    )),
    ("code", (
        "answer = x + 1\n"
        'print("Your prediction:", prediction, "   The answer:", f"{answer:.4g}")'
    )),
    ("markdown", (
        "**Predict.** Which one?\n"
        "\n"
        "- the $\\text{first}$\n"
        "- the 'second'"
    )),
    ("code", (
        "# Your prediction: type it here, run this cell, and then the next one.\n"
        'prediction = ""  # @param ["", "the *first*", "the \'second\'"]'
    )),
    ("code", (
        'answer = "the \'second\'"\n'
        'print("done")\n'
        'print("Your prediction:", prediction, "   The answer:", answer)'
    )),
    ("code", (
        "picture = slider\n"
        "picture"
    )),
    ("markdown", (
        "The end."
    )),
]


def test_the_notebook() -> None:
    notebook = json.loads(notebook_of(LESSON))
    assert [(cell["cell_type"], "".join(cell["source"])) for cell in notebook["cells"]] == CELLS
    assert [cell["id"] for cell in notebook["cells"]] == [f"lesson-7-cell-{number}" for number in range(1, 12)]
    for cell in notebook["cells"]:
        others = {key: cell[key] for key in cell if key not in ("id", "source", "cell_type")}
        is_code = cell["cell_type"] == "code"
        assert others == ({"metadata": {}, "outputs": [], "execution_count": None} if is_code else {"metadata": {}})
    assert {key: notebook[key] for key in notebook if key != "cells"} == {
        "metadata": {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        },
        "nbformat": 4, "nbformat_minor": 5,
    }


def test_the_notebook_has_its_letters_as_they_are_and_one_thing_a_line() -> None:
    text = notebook_of(LESSON)
    assert text.startswith('{\n "cells": [\n  {\n   "cell_type": "markdown",\n   "id": "lesson-7-cell-1",\n')
    assert "∂" not in text and "²" not in text  # which are LaTeX
    assert text.endswith("\n}\n")
    text = notebook_of(Lesson(7, "# %% [markdown]\n# # 7. ½ & ÿ\n#\n# **Predict.** What?\n#\n# - naïve\n"))
    assert "½ & ÿ" in text and '# @param [\\"\\", \\"naïve\\"]' in text


ARTICLE = f"""\
<article id="lesson-7">
<h2>7. A title &amp; more</h2>
<p>About 5 minutes: costs $3, says <span class="together">{to_mathml("w²")},</span> \
<span class="together"><b class="named">{to_mathml("w₁")}</b>,</span> <b>bold</b> and <code>a &lt; b</code>.</p>
<pre class="code" tabindex="0" aria-label="code"><code>x = 1
print(&quot;x &lt;&quot;, x + 1)
print()</code></pre>
<pre class="output" tabindex="0" aria-label="what it prints">x &lt; 2</pre>
<h3>Part</h3>
<p>The slope:</p>
<div class="formulas" tabindex="0" role="group" aria-label="formula">\
{to_mathml("∂z/∂w = x", display=True)}{to_mathml("C = ½z", display=True)}</div>
<ul><li>one</li><li>{to_mathml("z")}</li></ul>
<pre class="code" tabindex="0" aria-label="code"><code>answer = x + 1</code></pre>
<section class="prediction" aria-label="Prediction">
<fieldset><legend><b>Predict.</b> What is {to_mathml("x")} + 1?</legend>\
<label>Your number <input type="text" inputmode="decimal" name="ask-7-2" size="8"></label></fieldset>
<details class="answer"><summary>Show the answer</summary>
<p class="verdict"><b>The answer: 2.</b> <span role="status"></span></p>
</details>
</section>
<pre class="code" tabindex="0" aria-label="code"><code>answer = &quot;the &#39;second&#39;&quot;
print(&quot;done&quot;)</code></pre>
<section class="prediction" aria-label="Prediction">
<fieldset><legend><b>Predict.</b> Which one?</legend>\
<label><input type="radio" name="ask-7-3" value="the *first*"><span>the {to_mathml("first")}</span></label>\
<label><input type="radio" name="ask-7-3" value="the &#39;second&#39;">\
<span>the &#39;second&#39;</span></label></fieldset>
<details class="answer"><summary>Show the answer</summary>
<p class="verdict"><b>The answer: the &#39;second&#39;.</b> <span role="status"></span></p>
<pre class="output" tabindex="0" aria-label="what it prints">done</pre></details>
</section>
<pre class="code" tabindex="0" aria-label="code"><code>picture = slider
print(picture)</code></pre>
{figure_html(slider(), "picture-7-4")}
<p>The end.</p>
</article>"""


def test_the_page() -> None:
    html = page(LESSON)
    assert html.partition("<main>\n")[2].partition("\n</main>")[0] == ARTICLE
    assert "<title>A title &amp; more</title>" in html and "<h1>A title &amp; more</h1>" in html


def test_a_page_of_several_lessons_has_a_list_of_them() -> None:
    html = page(Lesson(1, "# %% [markdown]\n# # 1. First < last\n"), LESSON)
    assert """\
    <ol>
<li value="1"><a href="#lesson-1">First &lt; last</a> <small>0 min</small></li>
<li value="7"><a href="#lesson-7">A title &amp; more</a> <small>5 min</small></li>
    </ol>
""" in html
    assert "<title>Backpropagation in 2 lessons</title>" in html
    assert '<article id="lesson-1">\n<h2>1. First &lt; last</h2>\n</article>\n<article id="lesson-7">\n' in html


def test_the_page_allows_its_own_styles_and_its_script() -> None:
    html = page(LESSON)

    def hash_of(text: str) -> str:
        return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"

    (style,) = re.findall("<style>(.*?)</style>", html, re.DOTALL)
    (script,) = re.findall('<script type="module">(.*?)</script>', html, re.DOTALL)
    assert style.startswith("\n") and ":root" in style and "addEventListener" in script
    (policy,) = re.findall('http-equiv="Content-Security-Policy" content="(.*?)"', html)
    assert "'" not in policy
    assert f"style-src {hash_of(style)} {hash_of(STYLE)}; script-src {hash_of(script)};" in unescape(policy)


@pytest.mark.parametrize("length, is_folded", [(16, False), (17, True)])
def test_code_of_more_than_sixteen_lines_is_folded(length: int, is_folded: bool) -> None:
    html = page(Lesson(7, START + "\n# %%\n" + "x = 1\n" * length))
    code = "\n".join(["x = 1"] * length)
    text = f'<pre class="code" tabindex="0" aria-label="code"><code>{code}</code></pre>'
    folded = f'<details class="long"><summary>The code, 17 lines</summary>{text}</details>'
    assert (folded if is_folded else "</p>\n" + text) in html


def test_an_answer_is_shown_with_four_digits() -> None:
    html = page(Lesson(7, START + "\n# %% [markdown]\n# **Predict.** What?\n\n# %%\nanswer = -1 / 3\n"))
    assert "<b>The answer: −0.3333.</b>" in html


def test_an_error_in_the_code_names_the_file_of_the_lesson() -> None:
    with pytest.raises(LessonError, match="^a/lesson_07.py, line 8: ZeroDivisionError: division by zero$"):
        lessons_page([Lesson(7, START + "\n# %%\nx = 1\n1 / 0\n", "a/lesson_07.py")])


def test_a_lesson_knows_its_file_and_its_minutes() -> None:
    assert (LESSON.path, LESSON.minutes) == ("a/lesson_07.py", 5)
    assert (Lesson(1, "# %% [markdown]\n# # 1. First").path, Lesson(1, "# %% [markdown]\n# # 1. First").minutes) == (
        "the lesson", 0
    )
    assert [repr(step) for step in LESSON.steps] == [
        "Step(text and code)", "Step(prediction)", "Step(prediction)", "Step(text or code)", "Step(text or code)",
    ]

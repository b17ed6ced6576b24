"""The step page shows what the records say, in a page that fetches nothing and that no name can harm."""

import base64
import hashlib
import json
import os
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Dict, List, Optional, Tuple

import pytest

from minibackprop import (
    HALF_SQUARED_ERROR,
    LINEAR,
    RELU,
    SIGMOID,
    TANH,
    DivergenceError,
    Layer,
    Network,
    NumberError,
    RandomNumbers,
    Scaling,
    SettingError,
    ShapeError,
    Table,
    backward,
    explain,
    forward,
    gradient_step,
    load_housing,
)
from minibackprop.teaching.published_examples import PUBLISHED_EXAMPLES, published_example
from minibackprop.tools.page_file import page_file, page_of_example, page_of_table, policy
from minibackprop.views.step_page import json_text, step_page

from .optional import missing

HERE = Path(__file__).resolve().parent
NASTY = [
    "</script><img src=x onerror=alert(1)>",
    '"><svg onload=alert(2)>',
    "<!--<script>",
    "{{data}}\u2028&lt;'",
]
VOID = {"meta", "input", "br", "link", "img"}

RNG = RandomNumbers(3)
MIXED = Network(Layer.random(2, 3, RELU, RNG), Layer.random(3, 2, TANH, RNG), Layer.random(2, 2, LINEAR, RNG))
MIXED_X, MIXED_Y = [[0.3, -0.8], [0.9, 0.1], [-0.4, 0.7]], [[0.5, 0.0], [0.1, 1.0], [-0.2, 0.3]]

Example = Tuple[Network, List[List[float]], List[List[float]], float]
Values = List[List[List[List[float]]]]  # by epoch, step, example


def mazur() -> Example:
    example = PUBLISHED_EXAMPLES["mazur"]
    return example.network, [example.x], [example.y], example.learning_rate


def housing() -> Example:
    """What page_of_table makes of the housing table, made here once more."""
    table, rng = load_housing(), RandomNumbers(0)
    X, Y = Scaling.of(table.X).apply(table.X), Scaling.of(table.Y).apply(table.Y)
    network = Network(Layer.random(13, 4, SIGMOID, rng), Layer.random(4, 1, rng=rng))
    rows = [0, 101, 202, 303, 404]
    return network, [X[row] for row in rows], [Y[row] for row in rows], 0.5


class Parsed(HTMLParser):
    """A page taken apart; every element must be closed where it was opened."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: List[str] = []
        self.elements: List[Tuple[str, Dict[str, Optional[str]]]] = []
        self.texts: Dict[str, List[str]] = {}
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: List[Tuple[str, Optional[str]]]) -> None:
        assert len(dict(attrs)) == len(attrs), attrs
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: List[Tuple[str, Optional[str]]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, text: str) -> None:
        self.texts.setdefault(self.open[-1] if self.open else "", []).append(text)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def with_id(self, wanted: str) -> Dict[str, Optional[str]]:
        return next(attributes for _, attributes in self.elements if attributes.get("id") == wanted)


def records_in(page: str) -> Dict[str, Any]:
    found = re.search(r'<script type="application/json" id="records">(.*?)</script>', page, re.DOTALL)
    assert found
    data: Dict[str, Any] = json.loads(found.group(1))
    return data


def networks_of(example: Example, epochs: int) -> List[Network]:
    network, X, Y, rate = example
    networks = [network]
    for _ in range(epochs):
        networks.append(
            gradient_step(networks[-1], backward(networks[-1], forward(networks[-1], X), Y), rate)
        )
    return networks


def parameters(network: Network) -> List[float]:
    return [v for layer in network.layers for w, b in zip(layer.weights, layer.biases) for v in [*w, b]]


def expected_values(example: Example, epochs: int) -> Values:
    """The numbers of each step as `forward`, `backward` and `gradient_step` give them."""
    _, X, Y, _ = example
    networks, expected = networks_of(example, epochs), []
    for network, after in zip(networks, networks[1:]):
        forward_pass = forward(network, X)
        backward_pass = backward(network, forward_pass, Y)
        cost = HALF_SQUARED_ERROR.of(Y, forward_pass[-1].A)
        by_example = []
        for n, (x, y) in enumerate(zip(X, Y)):
            steps = [[*x, *y, *parameters(network)]]
            for record in forward_pass:
                steps += [record.Z[n], record.A[n]]
            steps.append(
                [HALF_SQUARED_ERROR.of([y], [forward_pass[-1].A[n]]), cost] if len(X) > 1 else [cost]
            )
            for slopes in reversed(backward_pass):
                steps += [slopes.dC_dA[n], slopes.dA_dZ[n], slopes.dC_dZ[n]]
                steps += [[dC_dw for row in slopes.dC_dW for dC_dw in row], slopes.dC_db]
            steps += [parameters(after), [HALF_SQUARED_ERROR.of(Y, after.predict_all(X))]]
            by_example.append(steps)
        expected.append([[steps[at] for steps in by_example] for at in range(len(by_example[0]))])
    return expected


def expected_explanations(example: Example, epochs: int) -> List[Dict[str, str]]:
    _, X, Y, rate = example
    explanations = []
    for network in networks_of(example, epochs - 1):
        texts = {}
        for k, layer in enumerate(network.layers, 1):
            for j in range(1, layer.num_neurons + 1):
                texts[f"{k}.{j}"] = str(explain(network, X, Y, k, j, learning_rate=rate))
                for i in range(1, layer.num_inputs + 1):
                    texts[f"{k}.{j}.{i}"] = str(explain(network, X, Y, k, j, i, learning_rate=rate))
        explanations.append(texts)
    return explanations


CASES = {
    "mazur": (mazur(), page_of_example(published_example("mazur"), epochs=3)),
    "housing": (housing(), page_of_table(load_housing(), "the Boston housing table", epochs=3)),
    "mixed": ((MIXED, MIXED_X, MIXED_Y, 0.1), page_file(MIXED, MIXED_X, MIXED_Y, 0.1, epochs=3)),
}
each_case = pytest.mark.parametrize("example, page", list(CASES.values()), ids=list(CASES))


@each_case
def test_all_numbers_are_those_of_the_records(example: Example, page: str) -> None:
    data = records_in(page)
    num_examples = len(example[1])
    for epoch, (steps, expected) in enumerate(zip(data["epochs"], expected_values(example, 3))):
        assert len(steps) == len(expected) == len(data["steps"])
        for step, rows, by_example in zip(data["steps"], steps, expected):
            assert len(rows) == len(step["rows"])
            for n, values in enumerate(by_example):
                cells = [cells[min(n, len(cells) - 1)] for cells in rows]
                assert [cell[0] for cell in cells] == values, (epoch, step["title"])
                assert [cell[1] for cell in cells] == [
                    f"{value + 0.0:.6g}".replace("-", "−") for value in values
                ]
                assert all(len(row) in (1, num_examples) for row in rows)
    costs = [
        HALF_SQUARED_ERROR.of(example[2], network.predict_all(example[1]))
        for network in networks_of(example, 3)
    ]
    assert [cost[0] for cost in data["costs"]] == costs


@each_case
def test_all_explanations_are_those_of_explain(example: Example, page: str) -> None:
    data = records_in(page)
    for places, texts in zip(data["explanations"], expected_explanations(example, 3)):
        assert {key: "\n".join(data["lines"][place] for place in places[key]) for key in places} == texts
    assert len(set(data["lines"])) == len(data["lines"])


def calculated(working: str) -> float:
    """A working, with a pocket calculator."""
    formula = (
        working.replace("\u00a0", " ")
        .split(" = ")[-1]
        .replace("−", "-")
        .replace("·", "*")
        .replace("½", "0.5")
        .replace("²", "**2")
    )
    formula = re.sub(r"^linear′\(.*\)$", "1", re.sub(r"^linear\((.*)\)$", r"\1", formula))
    assert re.fullmatch(r"[-+*/() .\de]+", formula), formula
    return float(eval(formula, {"__builtins__": {}}))


@each_case
def test_workings_lead_to_their_values(example: Example, page: str) -> None:
    data, checked = records_in(page), 0
    for steps in data["epochs"]:
        for rows in steps:
            for value, _, _, working in [cell for cells in rows for cell in cells]:
                if re.match(r"(tanh|relu|sigmoid)′?\([^=]*\)$|forward again|$", working) or "…" in working:
                    continue
                assert calculated(working) == pytest.approx(value, rel=1e-3, abs=2e-5), working
                checked += 1
    assert checked > 90


@each_case
def test_the_page_is_well_formed_and_its_ids_are_unique(example: Example, page: str) -> None:
    parsed = Parsed(page)
    ids = [attributes["id"] for _, attributes in parsed.elements if "id" in attributes]
    assert len(set(ids)) == len(ids)
    for _, attributes in parsed.elements:
        for reference in ("for", "aria-labelledby"):
            assert attributes.get(reference) in [None, *ids]
    places = {attributes["data-place"] for _, attributes in parsed.elements if "data-place" in attributes}
    data = records_in(page)
    in_steps = {row["place"] for step in data["steps"] for row in step["rows"]}
    assert in_steps == places


@each_case
def test_the_policy_allows_this_style_and_this_script_and_nothing_else(example: Example, page: str) -> None:
    parsed = Parsed(page)
    policies = [attributes["content"] for _, attributes in parsed.elements if "http-equiv" in attributes]
    assert policies == [policy()]
    directives = dict(directive.split(" ", 1) for directive in policy().split("; "))
    assert directives.pop("require-trusted-types-for") == "'script'"
    hashes = {}
    for tag, opening in (("style", "<style>"), ("script", "<script>")):
        content = page.split(opening)[1].split(f"</{tag}>")[0]
        hashes[tag + "-src"] = (
            f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"
        )
    assert directives == {**hashes, "default-src": "'none'", "base-uri": "'none'", "form-action": "'none'"}
    assert page.index("Content-Security-Policy") < page.index("<style") < page.index("<script")


@each_case
def test_nothing_is_fetched_and_nothing_runs_inline(example: Example, page: str) -> None:
    for tag, attributes in Parsed(page).elements:
        assert tag not in ("link", "img", "iframe", "object", "embed", "base", "form", "a")
        assert not {"src", "href", "srcset", "action", "style", "xlink:href"} & set(attributes)
        assert not [name for name in attributes if name.startswith("on")]
    assert re.findall(r"https?:|//\w+\.|@import|url\(", page) == []
    unsafe = (
        r"innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|Function\(|fetch\(|XMLHttp|import\("
    )
    assert re.findall(unsafe, page) == []


@pytest.mark.parametrize("name", NASTY)
def test_names_inject_nothing(name: str) -> None:
    X, Y = [[0.1, 0.2], [0.3, 0.4]], [[0.5], [0.6]]
    network = Network(Layer([[0.1, 0.2]], [0.3]))
    plain = page_file(network, X, Y, 0.1, 1, ["a", "b"], ["c"], ["d", "e"], "f", "g")
    nasty = page_file(network, X, Y, 0.1, 1, [name, name + "2"], [name], [name, name], name, name)
    assert [tag for tag, _ in Parsed(nasty).elements] == [tag for tag, _ in Parsed(plain).elements]
    data = records_in(nasty)
    assert data["examples"] == [name, name]
    assert [row["name"] for row in data["steps"][0]["rows"]] == [name, name + "2", name, name, name + "2", ""]
    assert Parsed(nasty).texts["h1"] == [name]
    assert "\u2028" not in json_text([name])


def test_the_pages_are_small_and_the_same_each_time() -> None:
    page = page_of_table(load_housing(), "the Boston housing table")
    assert 500_000 < len(page.encode()) < 1_500_000
    assert page == page_of_table(load_housing(), "the Boston housing table")
    for name in PUBLISHED_EXAMPLES:
        assert len(page_of_example(published_example(name)).encode()) < 300_000
    assert "\r" not in page


def test_bad_input_is_refused_with_words() -> None:
    network = Network(Layer([[0.1, 0.2]], [0.3]))
    X, Y = [[0.1, 0.2]], [[0.5]]
    refused: List[Tuple[type, str, Any]] = [
        (ShapeError, "row of X has length 1", lambda: page_file(network, [[1.0]], Y, 0.1)),
        (ShapeError, "2 rows of targets for 1 example", lambda: page_file(network, X, Y * 2, 0.1)),
        (NumberError, "only finite numbers", lambda: page_file(network, [[0.1, float("nan")]], Y, 0.1)),
        (SettingError, "the learning rate is 0", lambda: page_file(network, X, Y, 0)),
        (SettingError, "epochs is 0", lambda: page_file(network, X, Y, 0.1, 0)),
        (SettingError, "there are 13 examples, too many", lambda: page_file(network, X * 13, Y * 13, 0.1)),
        (
            SettingError,
            "explains 3 weights and biases in 700 epochs",
            lambda: page_file(network, X, Y, 0.1, 700),
        ),
        (
            ShapeError,
            "1 name cannot name 2 inputs",
            lambda: page_file(network, X, Y, 0.1, 1, ["a"]),
        ),
        (ShapeError, "are the text 'ab'", lambda: page_file(network, X, Y, 0.1, 1, "ab")),
        (DivergenceError, "too large", lambda: page_file(network, X, Y, 1e200, 10)),
        (
            SettingError,
            "the number of rows is 13",
            lambda: page_of_table(load_housing(), "housing", num_rows=13),
        ),
        (
            SettingError,
            "the number of rows is 0",
            lambda: page_of_table(load_housing(), "housing", num_rows=0),
        ),
        (TypeError, "JSON has no word", lambda: json_text({1, 2})),
        (NumberError, "only finite", lambda: json_text([float("inf")])),
    ]
    for error, message, make in refused:
        with pytest.raises(error, match=message):
            make()


def test_json_text_is_json() -> None:
    value: Dict[str, Any] = {
        "a": [1, 2.5, -1e-7, True, None, {"b": []}],
        'quote"\\': "tab\t\u2028\u2029\x00\x7f</script>é∂😀",
        "": "",
    }
    assert json.loads(json_text(value)) == value
    assert not set("<>&\u2028\u2029\x00\x7f\t") & set(json_text(value))
    assert json.loads(json_text("\ud800")) == "\ud800"


def test_a_table_of_ones_own_makes_a_page() -> None:
    table = Table([[1.0, 5.0], [2.0, 7.0]], [[3.0], [4.0]], ["size", "<b>age</b>"], ["price"])
    page = page_of_table(
        table, "<i>flats</i>.csv", num_neurons=1, activation=TANH, learning_rate=0.1, epochs=1, num_rows=1
    )
    assert "Row 1 of &lt;i&gt;flats&lt;/i&gt;.csv as one batch" in page
    assert records_in(page)["steps"][0]["rows"][1]["name"] == "<b>age</b>"


def test_without_hashes_the_page_still_fetches_nothing() -> None:
    page = step_page(*mazur(), epochs=1)
    assert "default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;" in page


def test_in_a_browser(tmp_path: Path) -> None:
    """With the mouse, with the keyboard, in light and dark, on a phone: see tests/browser/step_page.mjs."""
    node, chromium = shutil.which("node"), os.environ.get("CHROMIUM") or shutil.which("chromium")
    playwright = HERE / "runtimes" / "node_modules" / "playwright-core"
    if not node or not chromium:
        missing("Node.js" if not node else "Chromium, apt-get install chromium")
    if not playwright.exists():
        missing("playwright-core, npm install in tests/runtimes")
    pages = {}
    for name, example, page in (
        ("mazur", mazur(), page_of_example(published_example("mazur"), epochs=3)),
        ("housing", housing(), page_of_table(load_housing(), "the Boston housing table", epochs=2)),
    ):
        (tmp_path / f"{name}.html").write_text(page, encoding="utf-8")
        epochs = len(records_in(page)["epochs"])
        values, explanations = expected_values(example, epochs), expected_explanations(example, epochs)
        pages[name] = {"values": values, "explanations": explanations}
    network = Network(Layer([[0.1, 0.2]], [0.3]))
    names: Any = [NASTY[:2], [NASTY[2]], None, NASTY[0], NASTY[3]]
    nasty = page_file(network, [[0.1, 0.2]], [[0.5]], 0.1, 1, *names)
    (tmp_path / "nasty.html").write_text(nasty, encoding="utf-8")
    (tmp_path / "expected.json").write_text(json.dumps({"pages": pages, "names": NASTY}), encoding="utf-8")
    finished = subprocess.run(
        [node, str(HERE / "browser" / "step_page.mjs"), str(tmp_path), chromium, str(playwright)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=300,
    )
    assert finished.returncode == 0, finished.stdout
    assert len(re.findall(r"^ok ", finished.stdout, re.MULTILINE)) > 15, finished.stdout

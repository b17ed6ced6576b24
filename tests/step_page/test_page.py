"""The page is one well-formed file that fetches nothing, that no name can harm, and that is the same everywhere."""

import base64
import hashlib
import json
import pkgutil
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any, Dict, Optional

import pytest

from minibackprop import Layer, Network, NumberError
from minibackprop.step_page.page import step_page
from minibackprop.step_page.parts import PageError, json_in_html

from ..support.html import Parsed, records_in
from ..support.ladder import PACKAGE
from ..support.step_pages import NASTY_NAMES, case, each_case

PRINT_PAGE = """
import sys
sys.path.insert(0, sys.argv[1])
import minibackprop.step_page.subjects as subjects
assert subjects.__file__.startswith(sys.argv[1]), subjects.__file__
from minibackprop.teaching.published_examples import published_example
sys.stdout.buffer.write(subjects.page_of_example(published_example("mazur"), epochs=3).encode("utf-8"))
"""


@each_case
def test_the_page_is_well_formed_and_its_ids_are_unique(name: str) -> None:
    page = Parsed(case(name)[1])
    ids = page.values_of("id")
    assert len(set(ids)) == len(ids)
    assert set(page.values_of("for")) | set(page.values_of("aria-labelledby")) <= set(ids)


@each_case
def test_the_policy_allows_this_style_and_this_script_and_nothing_else(name: str) -> None:
    page = case(name)[1]
    (policy,) = [attributes["content"] or "" for _, attributes in Parsed(page).elements if "http-equiv" in attributes]
    directives = dict(directive.split(" ", 1) for directive in policy.split("; "))
    assert directives.pop("require-trusted-types-for") == "'script'"
    hashes = {}
    for tag, opening in (("style", "<style>"), ("script", '<script type="module">')):
        content = page.split(opening)[1].split(f"</{tag}>")[0]
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        hashes[tag + "-src"] = f"'sha256-{digest}'"
    assert directives == {**hashes, "default-src": "'none'", "base-uri": "'none'", "form-action": "'none'"}
    assert page.index("Content-Security-Policy") < page.index("<style") < page.index("<script")


@each_case
def test_nothing_is_fetched_and_nothing_runs_inline(name: str) -> None:
    page = case(name)[1]
    for tag, attributes in Parsed(page).elements:
        assert tag not in ("link", "img", "iframe", "object", "embed", "base", "form", "a")
        assert not {"src", "href", "srcset", "action", "style", "xlink:href"} & set(attributes)
        assert not [attribute for attribute in attributes if attribute.startswith("on")]
    assert re.findall(r"https?:|//\w+\.|@import|url\(", page) == []
    unsafe = r"innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|Function\(|fetch\(|XMLHttp|import\("
    assert re.findall(unsafe, page) == []


@pytest.mark.parametrize("name", NASTY_NAMES)
def test_names_inject_nothing(name: str) -> None:
    X, Y = [[0.1, 0.2], [0.3, 0.4]], [[0.5], [0.6]]
    network = Network(Layer([[0.1, 0.2]], [0.3]))
    plain = step_page(network, X, Y, 0.1, 1, ["a", "b"], ["c"], ["d", "e"], "f", "g")
    nasty = step_page(network, X, Y, 0.1, 1, [name, name + "2"], [name], [name, name], name, name)
    assert [tag for tag, _ in Parsed(nasty).elements] == [tag for tag, _ in Parsed(plain).elements]
    data = records_in(nasty)
    assert data["examples"] == [name, name]
    assert [row["name"] for row in data["steps"][0]["rows"]] == [name, name + "2", name, name, name + "2", ""]
    assert Parsed(nasty).texts["h1"] == [name]
    assert "\u2028" not in json_in_html([name])


def test_json_in_html_is_json_that_cannot_end_its_element() -> None:
    value: Dict[str, Any] = {
        "a": [1, 2.5, -1e-7, True, None, {"b": []}],
        'quote"\\': "tab\t\u2028\u2029\x00\x7f\x9f</script>é∂😀",
        "": "",
    }
    assert json.loads(json_in_html(value)) == value
    assert not set("<>&\u2028\u2029\x00\x7f\x9f\t") & set(json_in_html(value))
    assert json_in_html("\ud800") == '"\\ud800"'
    assert json.loads(json_in_html("\ud800")) == "\ud800"
    assert "∂😀" in json_in_html("∂😀")


@pytest.mark.parametrize("number", [float("inf"), float("-inf"), float("nan")])
def test_json_cannot_represent_a_number_that_is_not_finite(number: float) -> None:
    with pytest.raises(NumberError, match="only finite"):
        json_in_html({"cost": [number]})


def test_json_cannot_represent_a_set() -> None:
    with pytest.raises(TypeError, match="not JSON serializable"):
        json_in_html({1, 2})


@pytest.mark.parametrize("file", ["page.html", "palette.css", "style.css", "script.js"])
def test_a_copy_without_a_part_of_the_page_says_which(file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    get_data = pkgutil.get_data

    def incomplete(package: str, name: str) -> Optional[bytes]:
        if name == file:
            raise FileNotFoundError(name)
        return get_data(package, name)

    monkeypatch.setattr(pkgutil, "get_data", incomplete)
    with pytest.raises(PageError, match=f"step_page/{file} is missing: copy the whole folder"):
        step_page(Network(Layer([[0.1]], [0.3])), [[1.0]], [[1.0]], 0.1, 1)


def test_a_loader_without_files_makes_no_empty_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pkgutil, "get_data", lambda package, name: None)
    with pytest.raises(PageError, match="is missing"):
        step_page(Network(Layer([[0.1]], [0.3])), [[1.0]], [[1.0]], 0.1, 1)


def page_from(place: Path) -> str:
    """The page that the copy of minibackprop at this place makes, in a process that sees no other."""
    command = [sys.executable, "-I", "-B", "-c", PRINT_PAGE, str(place)]
    return subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.decode("utf-8")


def copied(folder: Path) -> Path:
    shutil.copytree(str(PACKAGE), str(folder / "minibackprop"), ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def test_the_page_is_the_same_from_a_zip(tmp_path: Path) -> None:
    archive = tmp_path / "minibackprop.pyz"
    with zipfile.ZipFile(str(archive), "w") as file:
        for path in PACKAGE.rglob("*"):
            if path.parent.name != "__pycache__":
                file.write(str(path), path.relative_to(PACKAGE.parent).as_posix())
    assert page_from(archive) == case("mazur")[1]


def test_the_page_is_the_same_from_a_read_only_folder(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    paths = [folder, *folder.rglob("*")]
    modes = {path: path.stat().st_mode for path in paths}
    try:
        for path in paths:
            path.chmod(modes[path] & ~0o222)
        before = {path: path.stat().st_mtime_ns for path in paths}
        assert page_from(folder) == case("mazur")[1]
        assert {path: path.stat().st_mtime_ns for path in [folder, *folder.rglob("*")]} == before
    finally:
        for path in paths:
            path.chmod(modes[path])


def test_the_page_is_the_same_from_a_checkout_with_windows_line_endings(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    for name in ("page.html", "style.css", "script.js"):
        path = folder / "minibackprop" / "step_page" / name
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert page_from(folder) == case("mazur")[1]


def test_a_page_has_a_title_ten_epochs_and_names_unless_others_are_given() -> None:
    network = Network(Layer([[0.1]], [0.3]))
    page = step_page(network, [[1.0]], [[1.0]], 0.1)
    assert Parsed(page).texts["title"] == Parsed(page).texts["h1"] == ["Backpropagation, step by step"]
    assert (len(records_in(page)["epochs"]), records_in(page)["examples"]) == (10, ["example 1"])
    (slider,) = [attributes for _, attributes in Parsed(page).elements if attributes.get("id") == "epoch"]
    assert slider["max"] == "9"
    named = step_page(network, [[1.0]], [[1.0]], 0.1, 2, ["size"], ["price"], ["flat"], "My page", "From a book.")
    assert [row["name"] for row in records_in(named)["steps"][0]["rows"]] == ["size", "price", "size", ""]
    assert (records_in(named)["examples"], Parsed(named).texts["h1"]) == (["flat"], ["My page"])
    assert "From a book." in Parsed(named).texts["p"]
    assert '<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;sha' in page

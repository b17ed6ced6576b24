"""The page, its style and its script, as they stand in the files beside this one."""

import pkgutil


def _read(name: str) -> str:
    return (pkgutil.get_data("minibackprop.step_page", name) or b"").decode("utf-8").replace("\r\n", "\n")


BODY, STYLE, SCRIPT = _read("page.html"), "\n" + _read("style.css"), "\n" + _read("script.js")

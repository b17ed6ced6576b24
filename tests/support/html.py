"""A web page, taken apart."""

import json
import re
from html.parser import HTMLParser
from typing import Any, Dict, List, Optional, Tuple

VOID = {"meta", "input", "br", "link", "img"}  # elements that are never closed


class Parsed(HTMLParser):
    """The elements and the texts of a page; every element must be closed where it was opened."""

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

    def values_of(self, attribute: str) -> List[str]:
        """The values of an attribute, of all elements that have it."""
        return [attributes[attribute] or "" for _, attributes in self.elements if attribute in attributes]


def records_in(page: str) -> Dict[str, Any]:
    """The records that a step page carries for its script."""
    found = re.search(r'<script type="application/json" id="records">(.*?)</script>', page, re.DOTALL)
    assert found
    data: Dict[str, Any] = json.loads(found.group(1))
    return data

"""What a web page as one file is made of: a strict policy, texts from the package, and data that is safe in HTML.

Such a page fetches nothing, and its content-security policy lets only its own styles and its own script run.
"""

import base64
import hashlib
import json
import pkgutil
import re
from typing import Dict, Sequence

from ..linalg import NumberError

# < > & could end the element that holds the JSON, and U+2028 and U+2029 end a line of JavaScript. The others are
# control characters, and lone surrogates, which no UTF-8 file can hold.
UNSAFE = re.compile("[<>&\u2028\u2029\x7f-\x9f\ud800-\udfff]")


class PageError(ValueError):
    """A part of the page is missing in this copy of minibackprop."""


def policy(styles: Sequence[str], script: str) -> str:
    """Return the content-security policy: nothing is fetched, and only these styles and this script are allowed.

    >>> policy([""], "").split("; ")[:2]
    ["default-src 'none'", "style-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"]
    """
    directives = [
        "default-src 'none'",
        "style-src " + " ".join([f"'{_hash_of(style)}'" for style in styles]),
        f"script-src '{_hash_of(script)}'",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
    ]
    return "; ".join(directives)


def json_in_html(value: object) -> str:
    r"""Return the value as JSON that is safe inside an HTML element: nothing in it can end the element.

    NumberError if a number is not finite; TypeError if JSON cannot represent the value.

    >>> print(json_in_html({"name": "</script>", "cost": 0.5}))
    {"name":"\u003c/script\u003e","cost":0.5}
    """
    try:
        text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    except ValueError:
        raise NumberError("a number for the page is infinite or NaN: only finite numbers can be shown") from None
    return UNSAFE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def _hash_of(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def text_in_package(package: str, name: str) -> str:
    """Return the text of a file in a package; its lines end the same way on every system. PageError if it is missing.

    >>> text_in_package("minibackprop.step_page", "page.html")[:15]
    '<!DOCTYPE html>'
    """
    return bytes_in_package(package, name).decode("utf-8").replace("\r\n", "\n")


def bytes_in_package(package: str, name: str) -> bytes:
    """Return the contents of a file in a package, which may be inside a zip. PageError if it is missing.

    >>> bytes_in_package("minibackprop.step_page", "page.html")[:15]
    b'<!DOCTYPE html>'
    """
    try:
        contents = pkgutil.get_data(package, name)
    except OSError:
        contents = None
    if contents is None:
        raise PageError(f"{package.replace('.', '/')}/{name} is missing: copy the whole folder")
    return contents


def filled_in(template: str, parts: Dict[str, str]) -> str:
    """Return the template with each {{part}} filled in. Braces within a part are left as they are.

    >>> filled_in("<p>{{words}}</p>", {"words": "{{hello}}"})
    '<p>{{hello}}</p>'
    """
    return re.sub(r"\{\{(.*?)\}\}", lambda found: parts[found.group(1)], template)

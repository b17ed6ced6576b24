"""Data as JSON that can stand inside a <script> element of a web page, whatever texts are in it."""

from ..checks import as_number


def json_text(value: object) -> str:
    """The value as JSON: None, True, False, numbers, texts, lists or tuples, and dicts with texts as keys.

    No text can end the element it stands in: < > & and JavaScript's line separators are written as codes.
    NumberError for a number that is not finite, which JSON has no word for; TypeError for anything else.

    >>> json_text({"names": ["a", '"</script>'], "costs": (0.5, 1, None, True)})
    '{"names":["a","\\\\"\\\\u003c/script\\\\u003e"],"costs":[0.5,1,null,true]}'
    """
    if value is None or value is True or value is False:
        return {"None": "null", "True": "true", "False": "false"}[repr(value)]
    if isinstance(value, str):
        return '"' + "".join([_character(character) for character in value]) + '"'
    if isinstance(value, (int, float)):
        return repr(value) if isinstance(value, int) else repr(as_number(value, "a number for the page"))
    if isinstance(value, (list, tuple)):
        return "[" + ",".join([json_text(entry) for entry in value]) + "]"
    if isinstance(value, dict):
        return "{" + ",".join([json_text(str(key)) + ":" + json_text(value[key]) for key in value]) + "}"
    raise TypeError(f"JSON has no word for {value!r}")


def _character(character: str) -> str:
    code = ord(character)
    if character in '"\\':
        return "\\" + character
    if (
        character in "<>&"
        or code < 32
        or 127 <= code < 160
        or 0xD800 <= code < 0xE000
        or code in (0x2028, 0x2029)
    ):
        return f"\\u{code:04x}"
    return character

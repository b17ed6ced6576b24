"""Plain text for a terminal: on one line, not too long, and in ASCII where there is no Unicode."""


def one_line(text: str, most: int = 14) -> str:
    """The text with control characters, such as line breaks, replaced by question marks, and cut off if too long.

    >>> one_line("one\\ntwo"), one_line("a very long name", most=7)
    ('one?two', 'a very…')
    """
    text = "".join(["?" if ord(character) < 32 or 127 <= ord(character) < 160 else character for character in text])
    return text if len(text) <= most else text[: most - 1] + "…"


def to_ascii(text: str) -> str:
    """The text in ASCII: Unicode characters that the drawings use are spelled out, all others become question marks.

    >>> to_ascii("∂C/∂w of x₁₂ … é")
    'dC/dw of x12 ... ?'
    """
    spelled = ""
    for character in text:
        code = ord(character)
        if 0x2080 <= code <= 0x2089:
            spelled += str(code - 0x2080)
        elif code < 128:
            spelled += character
        else:
            spelled += {"∂": "d", "…": "..."}.get(character, "?")
    return spelled

"""Plain text for a terminal: on one line, not too long, and in ASCII where there is no Unicode."""

# Ranges of characters that a terminal obeys or hides instead of showing: a text with them can erase a line, print
# itself backwards or take two lines. Lone surrogates are no characters at all: a terminal's encoding has none for them.
NOT_SHOWN = (
    (0x00, 0x1F), (0x7F, 0x9F),  # control characters, such as line breaks and the start of an escape sequence
    (0xAD, 0xAD), (0x180E, 0x180E), (0x200B, 0x200D), (0x2060, 0x2064), (0xFEFF, 0xFEFF),  # of no width
    (0x061C, 0x061C), (0x200E, 0x200F), (0x202A, 0x202E), (0x2066, 0x206F),  # change the direction of writing
    (0x2028, 0x2029),  # line and paragraph separators
    (0xD800, 0xDFFF),  # surrogates
    (0xFDD0, 0xFDEF), (0xFFFE, 0xFFFF),  # no characters
    (0xFFF9, 0xFFFB), (0xE0000, 0xE007F),  # annotations, invisible tags
)


def printable(text: str) -> str:
    """The text with a question mark in place of each character that a terminal would not show as a character.

    >>> printable("one\\ntwo \\x1b[31m"), printable("evil \\u202e name")
    ('one?two ?[31m', 'evil ? name')
    """
    return "".join(["?" if _is_not_shown(ord(character)) else character for character in text])


def one_line(text: str, most: int = 14) -> str:
    """The text as in `printable`, and cut off if it is too long.

    >>> one_line("one\\ntwo"), one_line("a very long name", most=7)
    ('one?two', 'a very…')
    """
    if len(text) > most:
        text = text[: most - 1] + "…"
    return printable(text)


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


def _is_not_shown(code: int) -> bool:
    if 0x20 <= code < 0x7F:  # most characters, and the fastest answer
        return False
    return [first for first, last in NOT_SHOWN if first <= code <= last] != []

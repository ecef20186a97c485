"""How many lines a text takes, reckoned by its characters: for paper, which has no room to scroll.

Chinese characters take an em, others less, rounded up; a line breaks where a browser would break it.
"""

import re
from functools import cache
from unicodedata import east_asian_width

from levelbook.text.inline import plain

_WORD = re.compile(r"[!-~\u00a0-\u024f]+|.", re.DOTALL)
_LATIN, _CAPITAL, _BLANK = 0.57, 0.68, 0.3


def lines_of(text: str, width: float) -> int:
    """How many lines a text takes at most, in a width in ems.

    A closing sign may not begin a line and takes the character before it along, so an em of every line is left over.
    """
    room = width - 1
    lines, used = 1, 0.0
    for word in _WORD.findall(plain(text)):
        ems = sum(map(_ems, word))
        if used and used + ems > room:
            lines += 1
            used = 0.0 if word.isspace() else ems
        else:
            used += ems
        while used > room:
            lines += 1
            used -= room
    return lines


@cache
def _ems(character: str) -> float:
    if east_asian_width(character) in "WFA":
        return 1.0
    if character.isspace():
        return _BLANK
    return _CAPITAL if character.isupper() or character.isdigit() else _LATIN

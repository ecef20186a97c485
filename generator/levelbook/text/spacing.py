"""Where a text has no blank: beside Chinese a line break leaves none, between other words it leaves one.

Between Chinese and a word or figure of another script (用CRM, 用 CRM) a text follows its own habit, and without one has
no blank. For the mark of a wording neither habit counts.

Quotation marks, dashes, dots, arrows, brackets and the like are used by Chinese and by others; the letters behind them
tell whose they are, so that “引文” is joined and an English “quote” keeps its blanks.
"""

import re
from collections.abc import Iterator
from enum import Enum
from functools import lru_cache
from unicodedata import category, east_asian_width

LOOKAROUND = 16
"""In signs on either side; longer rows of dashes belong to nobody."""
_BLANKS = re.compile(r"\s+")
_SPACES = re.compile(r"(?<=\S)[ \t\u3000]+(?=\S)")
_BRACKETS = "()[]*`%+-/~"
"""Brackets, what marks words as bold or code, and what stands by figures."""
_HANGUL = re.compile(r"[\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff]")
"""Korean is written with blanks between words."""


class _Kind(Enum):
    CHINESE = 1
    DIGIT = 2
    SHARED = 3
    OTHER = 4


def closes(before: str, after: str, spaced: bool = False) -> bool:
    """Whether what stands on two lines is joined without a blank: on one side at least it is Chinese, and the text is
    not one that sets other scripts off with blanks.
    """
    return any(_sides(before, after)) and not (spaced and _meet(before[-1:], after[:1]))


def speaks(sign: str) -> bool:
    """Whether a sign alone tells whose it is."""
    return _kind(sign) in (_Kind.CHINESE, _Kind.OTHER)


def is_spaced(text: str) -> bool:
    """Whether a text sets words and figures of other scripts off from Chinese with blanks."""
    return any(_meet(text[blanks.start() - 1], text[blanks.end()]) for blanks in _SPACES.finditer(text))


def _meet(before: str, after: str) -> bool:
    """Whether a Chinese character meets a word or figure of another script; punctuation is set off from nothing."""
    kinds = {_kind(sign) if sign.isalnum() else None for sign in (before, after)}
    return _Kind.CHINESE in kinds and bool(kinds & {_Kind.OTHER, _Kind.DIGIT})


def squeezed(text: str) -> str:
    """A text without the blanks that a line break at their place would not leave; of all others, one blank each."""
    pieces, at, near = [], 0, ""
    text = text.strip()
    for blanks in _BLANKS.finditer(text):
        start, end = blanks.span()
        pieces.append(text[at:start])
        near = (near + pieces[-1])[-LOOKAROUND:]
        if not closes(near, text[end : end + LOOKAROUND]):
            pieces.append(" ")
            near += " "
        at = end
    return "".join(pieces) + text[at:]


def wrong_blank(text: str) -> int | None:
    """Where a blank stands between Chinese and Chinese, unless brackets hold nothing else: they are to be filled in.
    Beside ASCII signs (标准 / 要求, 写下 **底线**) blanks are a habit that hurts nobody.
    """
    return next(_wrong(text), None)


def _wrong(text: str) -> Iterator[int]:
    for blanks in _SPACES.finditer(text):
        start, end = blanks.span()
        before, after = text[start - 1], text[end]
        to_fill = category(before) in ("Ps", "Pi") and category(after) in ("Pe", "Pf")
        habit = before.isascii() or after.isascii()
        sides = text[max(0, start - LOOKAROUND) : start], text[end : end + LOOKAROUND]
        if not to_fill and not habit and all(_sides(*sides)):
            yield start


def _sides(before: str, after: str) -> tuple[bool, bool]:
    """Whether what stands on each side of a joint is Chinese; blanks behind it are not decided yet."""
    if speaks(before[-1:]) and speaks(after[:1]):
        return _kind(before[-1:]) is _Kind.CHINESE, _kind(after[:1]) is _Kind.CHINESE
    shared = _Kind.SHARED in (_kind(before[-1:]), _kind(after[:1]))
    return _chinese(before[::-1][:LOOKAROUND], shared), _chinese("".join(after[:LOOKAROUND].split()), shared)


def _chinese(near: str, shared: bool) -> bool:
    """Whether the nearest sign of a script is Chinese; figures beside a shared sign have no script: 2012—2015年."""
    for sign in near:
        kind = _kind(sign)
        if kind is not _Kind.SHARED and not (shared and kind is _Kind.DIGIT):
            return kind is _Kind.CHINESE
    return False


@lru_cache(maxsize=8192)
def _kind(sign: str) -> _Kind:
    if not sign or sign.isascii():
        return _Kind.DIGIT if sign.isdigit() else _Kind.SHARED if sign and sign in _BRACKETS else _Kind.OTHER
    sort = category(sign)
    if sort in ("So", "Cf") or sort[0] == "M":
        return _Kind.SHARED
    if east_asian_width(sign) in "WF":
        return _Kind.OTHER if _HANGUL.match(sign) else _Kind.CHINESE
    return _Kind.SHARED if sort[0] in "PS" or sort in ("No", "Nl") else _Kind.OTHER

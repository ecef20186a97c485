"""What somebody may have meant, and how much of their words to repeat."""

import re
from collections.abc import Iterable
from difflib import get_close_matches

from levelbook.loading.nodes import Mapping, Node, Text
from levelbook.text import signs

_DIGITS = re.compile(r"[0-9]")
"""Who mistakes a number is not helped by another one."""
_MAX_WORD_LENGTH = 64
"""A longer word is no slip of the finger, and comparing it with all others takes long."""
_MIN_LIKENESS, _MIN_CODE_LIKENESS = 0.6, 0.85
"""Codes are all much alike, so that only a slip of the finger is worth a guess."""
_MAX_CANDIDATES = 4000
_MAX_SHOWN = 40
"""In characters, of what somebody wrote."""


def suggest(word: str, known: Iterable[str]) -> str:
    """The known word most like a wrong one; nothing where none is alike."""
    if len(word) > _MAX_WORD_LENGTH:
        return ""
    letters = _DIGITS.sub("", word)
    candidates = (one for one in sorted(set(known))[:_MAX_CANDIDATES] if _DIGITS.sub("", one) != letters)
    lowered = {candidate.lower(): candidate for candidate in candidates}
    cutoff = _MIN_CODE_LIKENESS if word[:1].isupper() else _MIN_LIKENESS
    close = get_close_matches(word.lower(), list(lowered), n=1, cutoff=cutoff)
    return lowered[close[0]] if close else ""


def brief(value: object) -> object:
    """A fact short enough to be read in a sentence."""
    if not isinstance(value, str):
        return value
    return signs.visible(value[:_MAX_SHOWN]) + ("…" if len(value) > _MAX_SHOWN else "")


def shown(node: Node) -> object:
    """What stands in a place, short enough to be read in a sentence."""
    return brief(str(node)) if isinstance(node, Text) else "{…}" if isinstance(node, Mapping) else "[…]"

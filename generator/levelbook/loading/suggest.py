"""What somebody may have meant, and how much of their words to repeat."""

import re
from collections.abc import Iterable
from difflib import get_close_matches

from levelbook.loading.nodes import Mapping, Node, Text
from levelbook.text import signs

_DIGITS = re.compile(r"[0-9]")
"""Who mistakes a number is not helped by another one."""
_LONGEST = 64
_LIKE, _CODE_LIKE = 0.6, 0.85
"""Codes are all much alike, so that only a slip of the finger is worth a guess."""
_MOST = 4000


def suggest(word: str, known: Iterable[str]) -> str:
    """The known word most like a wrong one; nothing where none is alike."""
    if len(word) > _LONGEST:
        return ""
    lowered = {one.lower(): one for one in sorted(set(known))[:_MOST] if _DIGITS.sub("", one) != _DIGITS.sub("", word)}
    found = get_close_matches(word.lower(), list(lowered), n=1, cutoff=_CODE_LIKE if word[:1].isupper() else _LIKE)
    return lowered[found[0]] if found else ""


def brief(value: object) -> object:
    """A fact short enough to be read in a sentence."""
    if not isinstance(value, str):
        return value
    return signs.visible(value[:40]) + ("…" if len(value) > 40 else "")


def shown(node: Node) -> object:
    """What stands in a place, short enough to be read in a sentence."""
    return brief(str(node)) if isinstance(node, Text) else "{…}" if isinstance(node, Mapping) else "[…]"

"""What of a sentence is nowhere any more once another takes its place."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from levelbook.advice.rarity import Rarity
from levelbook.text.terms import content_words, han_count, pairs

_CLAUSE_END: Final = re.compile(r"[，。；：！？,;:!?\n]+\s*|\.\s+|\.$")
_EXAMPLE: Final = re.compile(r"如|例如|比如|包括|(?:for example|such as|including)\b", re.IGNORECASE)
_LEAST_HAN, _LEAST_WORDS = 4, 3
_GONE_BELOW: Final = 0.25
"""Share of a clause that is said again below which it counts as dropped."""
_KEPT_ABOVE: Final = 0.5
"""Share of some clause above which the sentence as a whole is still the same."""


def clauses(text: str) -> Iterator[str]:
    """A sentence in the parts between its signs."""
    yield from (part.strip() for part in _CLAUSE_END.split(text) if part.strip())


def dropped_clauses(rarity: Rarity, lower: str, above: Iterable[str]) -> tuple[str, ...]:
    """The parts of a sentence of which the texts above say next to nothing, where they keep another part of it."""
    texts = tuple(above)
    words = {word for text in texts for word in content_words(text)}
    in_pairs = sum((pairs(text) for text in texts), Counter[str]())
    covered = [(part, _covered(rarity, part, words, in_pairs)) for part in clauses(lower) if _counts(part)]
    if not any(share > _KEPT_ABOVE for _, share in covered):
        return ()
    return tuple(part for part, share in covered if share < _GONE_BELOW)


def _counts(clause: str) -> bool:
    """Whether a clause asks something: it is no example, and long enough."""
    if _EXAMPLE.match(clause):
        return False
    han = han_count(clause)
    return han >= _LEAST_HAN if han else len(content_words(clause)) >= _LEAST_WORDS


def _covered(rarity: Rarity, clause: str, words: set[str], in_pairs: Counter[str]) -> float:
    """How much of a clause is said again, by words or by pairs of characters, whichever finds more."""
    own_words, own_pairs = content_words(clause), pairs(clause)
    by_words = _share(
        rarity.of_words(word for word in own_words if word in words),
        rarity.of_words(own_words),
    )
    by_pairs = _share(
        sum(rarity.of_pair(pair) * n for pair, n in sorted((own_pairs & in_pairs).items())),
        sum(rarity.of_pair(pair) * n for pair, n in own_pairs.items()),
    )
    return max(by_words, by_pairs)


def _share(part: float, whole: float) -> float:
    return part / whole if whole > 0 else 1.0

"""How likely one sentence asks more of what another asks, by what the two share."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from levelbook.advice.rarity import Rarity
from levelbook.text.terms import content_words, pairs

_WORDS_IN_ORDER, _PAIRS_OF_SHORTER, _PAIRS_OF_BOTH = 0.444, 0.222, 0.333
"""How much each share counts; found on one standard and held on four others (docs/architecture.md)."""
_MOST_WORDS: Final = 400
"""Of a text that are compared, as the work grows with the square; no sentence of people comes near."""


@dataclass(frozen=True)
class Likeness:
    """What two sentences share."""

    score: float
    """From 0 to 1."""
    shared: float
    """How much the words tell that stand in both in the same order."""


def likeness(rarity: Rarity, lower: str, higher: str) -> Likeness:
    """What two sentences share, by words in order and by pairs of characters."""
    below, above = content_words(lower)[:_MOST_WORDS], content_words(higher)[:_MOST_WORDS]
    shared = in_order(rarity, below, above)
    words = _share(shared, min(rarity.of_words(below), rarity.of_words(above)))
    old, new = pairs(lower), pairs(higher)
    common = sum(rarity.of_pair(pair) * n for pair, n in sorted((old & new).items()))
    size_old = sum(rarity.of_pair(pair) * n for pair, n in old.items())
    size_new = sum(rarity.of_pair(pair) * n for pair, n in new.items())
    shorter, both = _share(common, min(size_old, size_new)), _share(2 * common, size_old + size_new)
    score = _WORDS_IN_ORDER * words + _PAIRS_OF_SHORTER * shorter + _PAIRS_OF_BOTH * both
    return Likeness(score, shared)


def in_order(rarity: Rarity, below: Sequence[str], above: Sequence[str]) -> float:
    """How much the longest row of words tells that both have in the same order."""
    best = [0.0] * (len(above) + 1)
    for word in below:
        before, worth = best, rarity.of_word(word)
        best = [0.0]
        for at, other in enumerate(above):
            best.append(before[at] + worth if word == other else max(before[at + 1], best[at]))
    return best[-1]


def _share(part: float, whole: float) -> float:
    return part / whole if whole > 0 else 0.0

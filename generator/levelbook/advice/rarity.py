"""How telling words are: what stands in every second sentence of a handbook links none of them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import log
from typing import Final

from levelbook.model.handbook import Handbook
from levelbook.text.terms import content_words, pairs

_LEAST_SENTENCES: Final = 500
"""A handbook of ten sentences does not tell which of its words are rare; it is taken to be part of one this large."""


@dataclass(frozen=True)
class Rarity:
    """In how many sentences of a handbook each term stands."""

    sentences: int
    in_words: Mapping[str, int]
    """By content word."""
    in_pairs: Mapping[str, int]
    """By pair of characters."""

    def of_word(self, word: str) -> float:
        """How much a shared word tells; 0 where every sentence has it."""
        return log(self.sentences / self.in_words.get(word, 1))

    def of_pair(self, pair: str) -> float:
        """How much a shared pair of characters tells."""
        return log(self.sentences / self.in_pairs.get(pair, 1))

    def of_words(self, words: Iterable[str]) -> float:
        """How much a row of words tells together."""
        return sum(self.of_word(word) for word in words)


def rarity(handbook: Handbook) -> Rarity:
    """Counts the terms of all sentences in force."""
    texts = list(_texts(handbook))
    in_words = Counter(word for text in texts for word in set(content_words(text)))
    in_pairs = Counter(pair for text in texts for pair in pairs(text))
    return Rarity(max(len(texts), _LEAST_SENTENCES), in_words, in_pairs)


def _texts(handbook: Handbook) -> Iterator[str]:
    for sequence in handbook.sequences.values():
        for competency in sequence.competencies.values():
            yield from (indicator.words for indicator in competency.every_live())

"""How one text differs from another, word by word, and what is left of it in a short mark."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from hashlib import sha256
from itertools import groupby

import rjieba

from levelbook.inline import plain
from levelbook.spacing import squeezed

KEPT_AT_LEAST = 1 / 3
"""Where less of a text stays, marking words would only confuse: the sentence was written anew."""


@dataclass(frozen=True)
class Word:
    """A run of a text that stays, or does not."""

    text: str
    """The run."""
    changed: bool
    """Whether the other text lacks it."""


@dataclass(frozen=True)
class Difference:
    """Two texts, each in runs that stay or change."""

    before: tuple[Word, ...]
    """The old text; its changed runs are gone in the new one."""
    after: tuple[Word, ...]
    """The new text; its changed runs are not in the old one."""
    kept: float
    """How much of both stays, from 0 to 1, by characters."""

    @property
    def rewritten(self) -> bool:
        """Whether so little stays that marking words helps nobody."""
        return self.kept < KEPT_AT_LEAST


MARK = 16
"""How many signs the mark of a text has."""


def fingerprint(text: str) -> str:
    """A short mark of a wording, a text a line; it changes with the wording alone, not with blanks that a line break
    would not leave beside Chinese, nor with bold, code and links, or the way signs are encoded.
    """
    lines = plain(unicodedata.normalize("NFC", text)).split("\n")
    return sha256(" ".join(filter(None, map(squeezed, lines))).encode()).hexdigest()[:MARK]


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """A text in words: Chinese segmented by dictionary, other scripts by blanks and punctuation."""
    return tuple(rjieba.cut(text))


def difference(before: str, after: str) -> Difference:
    """What stays and what changes between two texts."""
    old, new = words(before), words(after)
    stays_old, stays_new = [False] * len(old), [False] * len(new)
    for block in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        for step in range(block.size):
            stays_old[block.a + step] = stays_new[block.b + step] = True
    _drop_islands(old, stays_old, new, stays_new)
    kept = 2 * sum(len(word) for word, stays in zip(old, stays_old, strict=True) if stays)
    share = kept / (len(before) + len(after)) if before or after else 1.0
    return Difference(_runs(old, stays_old), _runs(new, stays_new), share)


def _drop_islands(old: Sequence[str], stays_old: list[bool], new: Sequence[str], stays_new: list[bool]) -> None:
    """Unmarks single characters that stay by chance amid changes: 的 between two new words tells nothing."""
    pairs = zip(
        [at for at, stays in enumerate(stays_old) if stays],
        [at for at, stays in enumerate(stays_new) if stays],
        strict=True,
    )
    for at_old, at_new in list(pairs):
        word = old[at_old]
        if len(word) == 1 and word.isalnum() and _alone(stays_old, at_old) and _alone(stays_new, at_new):
            stays_old[at_old] = stays_new[at_new] = False


def _alone(stays: list[bool], at: int) -> bool:
    return 0 < at < len(stays) - 1 and not stays[at - 1] and not stays[at + 1]


def _runs(tokens: Sequence[str], stays: list[bool]) -> tuple[Word, ...]:
    marked = zip(tokens, stays, strict=True)
    return tuple(
        Word("".join(token for token, _ in run), not kept) for kept, run in groupby(marked, key=lambda pair: pair[1])
    )

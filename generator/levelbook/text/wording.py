"""How one text differs from another, word by word, and the short fingerprint by which a wording is known again.

Readers of a new release see what changed in a sentence, so a difference has to read like an editor's: Chinese is cut
into words by dictionary first, since a comparison of characters marks the halves of words, and single characters that
stay by chance are counted as changed. difflib is exact but takes a step for every pair of equal words, so a text that
repeats itself without end would stop a build: `_MAX_WORD_MEETINGS` bounds that work, beyond it whole clauses are
compared, and beyond that only the beginning and the end.

The fingerprint is kept in saved answers and exports. Whoever changes what it ignores (marks, blanks of line breaks, the
encoding of signs) or its length changes all fingerprints at once, and everybody is asked to look at unchanged
indicators again. A new release of rjieba only moves the edges of words; fingerprints do not depend on it.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import lru_cache
from hashlib import sha256
from itertools import groupby
from typing import Final, TypeVar

import rjieba

from levelbook.text.inline import plain
from levelbook.text.spacing import squeezed

_MIN_KEPT_SHARE: Final = 1 / 3
"""Where less of a text stays, marking words would only confuse: the sentence was written anew."""
_MAX_WORD_MEETINGS: Final = 20_000
"""How often words may meet their like; texts of two pages stay far below, unless they repeat themselves without end."""
_CLAUSE: Final = re.compile(r"[^，。；：！？、,.;:!?\n]*[，。；：！？、,.;:!?\n]+|[^，。；：！？、,.;:!?\n]+")
_FINGERPRINT_LENGTH: Final = 16
"""In hexadecimal digits."""


@dataclass(frozen=True)
class Word:
    """A run of a text that stays, or does not."""

    text: str
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
    kept_of_shorter: float
    """How much of the shorter text stays, from 0 to 1, by letters and digits: all of it where it was made longer."""

    @property
    def rewritten(self) -> bool:
        """Whether so little stays that marking words helps nobody."""
        return self.kept < _MIN_KEPT_SHARE


@dataclass(frozen=True)
class JoinedWord:
    """A run of a sentence that holds two texts at once."""

    text: str
    fate: str
    """`stays`, `gone` or `added`."""


WordT = TypeVar("WordT", Word, JoinedWord)


def joined(before: tuple[Word, ...], after: tuple[Word, ...]) -> tuple[JoinedWord, ...]:
    """Two texts in runs as one sentence with both in it, what is gone before what is added in its place.

    What stays is the same in both, but each cuts it into runs where the other has something of its own.
    """
    old, new, runs = list(before), list(after), list[JoinedWord]()
    while old or new:
        if old and old[0].changed:
            runs.append(JoinedWord(old.pop(0).text, "gone"))
        elif new and new[0].changed:
            runs.append(JoinedWord(new.pop(0).text, "added"))
        else:
            n = min(len(word.text) for words in (old, new) for word in words[:1])
            runs.append(JoinedWord((old or new)[0].text[:n], "stays"))
            _shorten(old, n)
            _shorten(new, n)
    return tuple(runs)


def cut(words: Iterable[WordT], spans: Sequence[tuple[int, int]]) -> list[tuple[WordT, ...]]:
    """The words of a text by the stretches of it in which they stand; what stands between these is left out."""
    parts: list[list[WordT]] = [[] for _ in spans]
    at = 0
    for word in words:
        length = 0 if isinstance(word, JoinedWord) and word.fate == "gone" else len(word.text)
        for part, (start, end) in zip(parts, spans, strict=True):
            first, last = max(start, at), min(end, at + length)
            if not length and start <= at <= end:
                part.append(word)
                break
            if first < last:
                part.append(replace(word, text=word.text[first - at : last - at]))
        at += length
    return [tuple(part) for part in parts]


def _shorten(runs: list[Word], n: int) -> None:
    """Takes the first signs away, and a run of which nothing is left."""
    if runs:
        rest = runs.pop(0).text[n:]
        if rest:
            runs.insert(0, Word(rest, False))


def fingerprint(text: str) -> str:
    """A short mark of a wording, a text a line; it changes with the wording alone, not with blanks that a line break
    would not leave beside Chinese, nor with bold, code and links, or the way signs are encoded.
    """
    lines = plain(unicodedata.normalize("NFC", text)).split("\n")
    return sha256(" ".join(filter(None, map(squeezed, lines))).encode()).hexdigest()[:_FINGERPRINT_LENGTH]


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """A text in words: Chinese segmented by dictionary, other scripts by blanks and punctuation."""
    return tuple(rjieba.cut(text))


def difference(before: str, after: str) -> Difference:
    """What stays and what changes between two texts."""
    old, new = _comparable(before, after)
    stays_old, stays_new = [False] * len(old), [False] * len(new)
    for start, other, size in _blocks(old, new):
        for step in range(size):
            stays_old[start + step] = stays_new[other + step] = True
    _drop_islands(old, stays_old, stays_new)
    staying = 2 * sum(len(word) for word, stays in zip(old, stays_old, strict=True) if stays)
    share = staying / (len(before) + len(after)) if before or after else 1.0
    letters = sum(_letters(word).total() for word, stays in zip(old, stays_old, strict=True) if stays)
    return Difference(_runs(old, stays_old), _runs(new, stays_new), share, _of_shorter(letters, before, after))


def kept_of_shorter_at_most(before: str, after: str) -> float:
    """More of the shorter text than can stay, in one pass over each; to leave out what need not be compared."""
    return _of_shorter((_letters(before) & _letters(after)).total(), before, after)


def _of_shorter(letters: int, before: str, after: str) -> float:
    shorter = min(_letters(before).total(), _letters(after).total())
    return letters / shorter if shorter else float(before == after)


@lru_cache(maxsize=4096)
def _letters(text: str) -> Counter[str]:
    """The letters and digits of a text; signs are no part of what it says."""
    return Counter(sign for sign in text if sign.isalnum())


def _comparable(before: str, after: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Two texts in words; in whole clauses where the same few words come again and again."""
    words_before, words_after = words(before), words(after)
    bearable = _meetings(words_before, words_after) <= _MAX_WORD_MEETINGS
    return (words_before, words_after) if bearable else (_clauses(before), _clauses(after))


def _clauses(text: str) -> tuple[str, ...]:
    return tuple(_CLAUSE.findall(text))


def _meetings(old: Sequence[str], new: Sequence[str]) -> int:
    """How often a word of one text meets itself in the other."""
    counts = Counter(new)
    return sum(count * counts[word] for word, count in Counter(old).items())


def _blocks(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int, int]]:
    """Runs that are in both; only those at the beginning and the end where nothing but repetition is in between."""
    if _meetings(old, new) <= _MAX_WORD_MEETINGS:
        return [(*block,) for block in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()]
    shorter = min(len(old), len(new))
    head = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    rest = shorter - head
    tail = next((at for at in range(rest) if old[-1 - at] != new[-1 - at]), rest)
    return [(0, 0, head), (len(old) - tail, len(new) - tail, tail)]


def _drop_islands(old: Sequence[str], stays_old: list[bool], stays_new: list[bool]) -> None:
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
        Word("".join(token for token, _ in run), not stays) for stays, run in groupby(marked, key=lambda pair: pair[1])
    )

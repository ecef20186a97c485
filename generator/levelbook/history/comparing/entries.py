"""Lists of sentences without codes (expectations, conditions, standards): which of them is which, and what changed."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from levelbook.history.change import TypedChange
from levelbook.history.comparing.comparison import Pair
from levelbook.history.comparing.rules import CompareContext, Rule
from levelbook.history.comparing.wording import judge
from levelbook.model.history import ChangeClass
from levelbook.text.inline import plain
from levelbook.text.wording import JoinedWord, difference

_LEAST_ALIKE: Final = 1 / 3
_DEPTHS: Final = ("了解", "熟悉", "掌握", "精通")
"""How well something must be known, low to high."""


@dataclass(frozen=True)
class Sentence:
    """One sentence of a list."""

    text: str
    depth: str = ""


def sentences(entries: Any) -> list[Sentence]:
    """All sentences of a list of entries, those inside others too."""
    return [sentence for entry in entries or () for sentence in _sentences(entry)]


def _sentences(entry: Any) -> Iterator[Sentence]:
    if isinstance(entry, str):
        yield Sentence(plain(entry))
    elif isinstance(entry, dict):
        parts = [plain(str(entry[key])) for key in ("name", "text") if entry.get(key)]
        if parts:
            yield Sentence("：".join(parts), str(entry.get("depth", "")))
        yield from sentences(entry.get("items"))


def paired(old: list[Sentence], new: list[Sentence]) -> Iterator[tuple[Sentence | None, Sentence | None]]:
    """Which sentence took the place of which; equal ones are left out."""
    before = [sentence for sentence in old if sentence not in new]
    after = [sentence for sentence in new if sentence not in old]
    for sentence in after:
        former = max(before, key=lambda one: _alike(one, sentence), default=None)
        if former and _alike(former, sentence) >= _LEAST_ALIKE:
            before.remove(former)
            yield former, sentence
        else:
            yield None, sentence
    yield from ((sentence, None) for sentence in before)


def _alike(old: Sentence, new: Sentence) -> float:
    signs = (Counter(old.text) & Counter(new.text)).total()
    if 2 * signs < _LEAST_ALIKE * (len(old.text) + len(new.text)):
        return 0.0  # no need to compare word by word
    return difference(old.text, new.text).kept


def listed(thing: str) -> Rule:
    """A rule for a list of sentences: one more asks more, one fewer less, another wording as its words say."""

    def rule(_ctx: CompareContext, pair: Pair, key: str) -> Iterator[TypedChange]:
        yield from sentence_changes(pair, key, thing, sentences(pair.old(key)), sentences(pair.new(key)))

    return rule


def sentence_changes(
    pair: Pair, key: str, thing: str, old: list[Sentence], new: list[Sentence]
) -> Iterator[TypedChange]:
    """The changes of a list of sentences."""
    for former, latter in paired(old, new):
        if former is None and latter:
            yield pair.told(f"{thing}-added", ChangeClass.RAISES, key, words=(JoinedWord(latter.text, "added"),))
        elif latter is None and former:
            yield pair.told(f"{thing}-removed", ChangeClass.LOWERS, key, words=(JoinedWord(former.text, "gone"),))
        elif former and latter and former.text != latter.text:
            judgement = judge(former.text, latter.text)
            change_class, rule = judgement.change_class, judgement.rule
            yield pair.told(f"{thing}-reworded", change_class, key, rule=rule, words=judgement.words)
        elif former and latter:
            words = (JoinedWord(f"{former.text} ", "stays"), *_in_place(former.depth, latter.depth))
            yield pair.told(f"{thing}-depth", deeper(former.depth, latter.depth), key, rule="degree", words=words)


def _in_place(old: str, new: str) -> tuple[JoinedWord, ...]:
    return tuple(JoinedWord(text, fate) for text, fate in ((old, "gone"), (new, "added")) if text)


def deeper(old: object, new: object) -> ChangeClass:
    """What it means that something must be known otherwise than before."""
    if old not in _DEPTHS or new not in _DEPTHS:
        return ChangeClass.ASK
    return ChangeClass.RAISES if _DEPTHS.index(str(new)) > _DEPTHS.index(str(old)) else ChangeClass.LOWERS

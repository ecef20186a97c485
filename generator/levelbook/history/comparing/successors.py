"""What ended and names what is asked instead: splits and merges, judged by the words of all of them together."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from levelbook.history.change import TypedChange
from levelbook.history.comparing.comparison import Comparison, Life, Pair
from levelbook.history.comparing.wording import judge
from levelbook.model.history import ChangeClass, FactTable
from levelbook.text.inline import plain
from levelbook.text.terms import letters
from levelbook.text.wording import words
from levelbook.tracing import lazily

_LEAST_KEPT: Final = 0.8
_MOST_NEW: Final = 0.2
_EMPTY: Final = re.compile("[的地得了和与及或并且而在于对把被从到以为等其各有是要能会也都就]+")


class Successors:
    """The indicators that ended for others, with the others."""

    def __init__(self, comparison: Comparison) -> None:
        """Finds what ended for what."""
        self._comparison = comparison
        self.heirs = dict(_heirs(comparison))
        """What is asked instead, by what ended."""
        self._began = {heir for heirs in self.heirs.values() for heir in heirs if heir not in comparison.before}
        self._givers: dict[str, list[str]] = {}
        for ended, heirs in self.heirs.items():
            for heir in heirs:
                self._givers.setdefault(heir, []).append(ended)

    def told_as_heir(self, address: str) -> bool:
        """Whether a thing began as part of a split, so that nothing more is said of its beginning."""
        return address in self._began

    def takes_in(self, address: str) -> tuple[str, ...]:
        """What ended for a thing that stood there before."""
        return () if address in self._began else tuple(self._givers.get(address, ()))

    def repeats(self, address: str) -> frozenset[str]:
        """The levels at which what ended for a thing said the same, word for word."""
        now = letters(str(self._comparison.after.get(address, {}).get("text", "")))
        givers = (self._comparison.before.get(giver, {}) for giver in self.takes_in(address))
        return frozenset(str(one.get("level", "")) for one in givers if letters(str(one.get("text", ""))) == now)

    def _holds_on(self, pair: Pair, heirs: tuple[str, ...]) -> bool:
        """Whether the one that it ended for says the same, and holds at its level."""
        heir = self._comparison.after[heirs[0]]
        sequence = str(heir.get("seq", ""))
        last, level = (self._comparison.rank(sequence, str(one)) for one in (heir.get("holds", ""), pair.old("level")))
        return (
            len(heirs) == 1 and bool(last and level) and level <= last and pair.old("level") in self.repeats(heirs[0])
        )

    def ended(self, pair: Pair) -> TypedChange | None:
        """The split or merge by which a thing ended; none where it ended for nothing."""
        heirs = self.heirs.get(pair.address, ())
        if not heirs:
            return None
        kind = "indicator-split" if all(heir in self._began for heir in heirs) else "indicator-merged"
        change_class = ChangeClass.CLARIFIES if self._holds_on(pair, heirs) else self._judged(heirs)
        return pair.told(kind, change_class, "retired", rule="union", members=heirs, results=True)

    def reworded(self, pair: Pair) -> TypedChange:
        """The rewording of a thing that takes others in."""
        judgement = judge(str(pair.old("text")), str(pair.new("text")))
        return pair.told(
            "indicator-reworded",
            self._judged((pair.address,)),
            "text",
            rule="union",
            words=judgement.words,
            members=self.takes_in(pair.address),
            results=True,
        )

    def following(self, codes: Iterable[str]) -> set[str]:
        """Codes with what stands for those that ended; what ended for nothing has left."""
        found: set[str] = set()
        waiting, seen = list(codes), set()
        while waiting:
            code = waiting.pop()
            if code in seen:
                continue
            seen.add(code)
            if code in self.heirs:
                waiting.extend(self.heirs[code])
            elif self._comparison.life(code) in (Life.LIVES, Life.BEGAN):
                found.add(code)
        return found

    def _judged(self, heirs: tuple[str, ...]) -> ChangeClass:
        before, after = self._comparison.before, self._comparison.after
        givers = dict.fromkeys(giver for heir in heirs for giver in self._givers.get(heir, ()))
        others = dict.fromkeys(heir for giver in givers for heir in self.heirs[giver])
        old = _counted(before, (*givers, *(one for one in others if one in before)))
        new = _counted(after, others)
        kept = self._weight(old & new) / (self._weight(old) or 1)
        added = self._weight(new - old) / (self._weight(new) or 1)
        return ChangeClass.CLARIFIES if kept >= _LEAST_KEPT and added <= _MOST_NEW else ChangeClass.ASK

    def _weight(self, counted: Counter[str]) -> float:
        return sum(self._rarity.get(word, self._rarest) * count for word, count in counted.items())

    @lazily
    def _rarity(self) -> Mapping[str, float]:
        texts = [_content(fact["text"]) for fact in self._comparison.before.values() if fact["kind"] == "indicator"]
        in_texts = Counter(word for content in texts for word in set(content))
        return {word: math.log(1 + len(texts) / count) for word, count in in_texts.items()}

    @lazily
    def _rarest(self) -> float:
        return max(self._rarity.values(), default=1.0)


def _heirs(comparison: Comparison) -> Iterator[tuple[str, tuple[str, ...]]]:
    for address, fact in comparison.after.items():
        if fact["kind"] == "indicator" and comparison.life(address) is Life.ENDED:
            named = fact["retired"].get("replaced_by", ()) if isinstance(fact["retired"], dict) else ()
            heirs = tuple(heir for heir in named if comparison.after.get(heir, {}).get("kind") == "indicator")
            if heirs:
                yield address, heirs


def _counted(table: FactTable, addresses: Iterable[str]) -> Counter[str]:
    return Counter(word for address in addresses for word in _content(str(table[address].get("text", ""))))


def _content(text: str) -> list[str]:
    """The words of a text that say something."""
    spoken = (word.strip().casefold() for word in words(plain(text)))
    return [word for word in spoken if any(sign.isalnum() for sign in word) and not _EMPTY.fullmatch(word)]

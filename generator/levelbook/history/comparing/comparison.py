"""Two tables side by side: what has begun, ended or gone, and what stands in what.

A change is told once, of the outermost thing that it happened to: where a competency ends, nothing is said of its
indicators; where a cell is filled for the first time, its indicators are named by it. `told_above` decides that.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

from levelbook.history.change import TypedChange
from levelbook.model.base import REASONS
from levelbook.model.history import ChangeClass, Fact, FactTable
from levelbook.text.wording import JoinedWord
from levelbook.tracing import lazily


class Life(StrEnum):
    """What became of a thing."""

    LIVES = "lives"
    BEGAN = "began"
    ENDED = "ended"
    """Retired now, and not before."""
    GONE = "gone"
    """It stands nowhere any more, not even as retired."""
    PAST = "past"
    """Retired before already."""


_BEGUN: Final = frozenset({Life.BEGAN})
_OVER: Final = frozenset({Life.ENDED, Life.PAST})


@dataclass(frozen=True)
class Pair:
    """A thing in two tables."""

    address: str
    before: Fact | None
    after: Fact | None

    @property
    def fact(self) -> Fact:
        """The newest that is known of it."""
        return self.after or self.before or {}

    @property
    def kind(self) -> str:
        """What sort of thing it is."""
        return str(self.fact["kind"])

    def old(self, key: str) -> Any:
        """What a key held."""
        return (self.before or {}).get(key)

    def new(self, key: str) -> Any:
        """What a key holds."""
        return (self.after or {}).get(key)

    def told(
        self,
        kind: str,
        change_class: ChangeClass,
        key: str = "",
        *,
        rule: str = "",
        words: tuple[JoinedWord, ...] = (),
        members: tuple[str, ...] = (),
        results: bool = False,
    ) -> TypedChange:
        """A change of it."""
        return TypedChange(
            kind=kind,
            address=self.address,
            change_class=change_class,
            rule=rule,
            before=self.before,
            after=self.after,
            key=key,
            words=words,
            members=members,
            results=results,
        )


@dataclass(frozen=True)
class Comparison:
    """Two tables, with what is asked of them again and again."""

    before: FactTable
    after: FactTable
    moved: Mapping[str, str] = field(default_factory=dict)
    """The former address of what has another one now, by the newer."""

    def pairs(self) -> Iterator[Pair]:
        """All things of both."""
        for address in dict.fromkeys((*self.after, *self.before)):
            yield Pair(address, self.before.get(address), self.after.get(address))

    def life(self, address: str) -> Life:
        """What became of a thing; a cell lives while it says something."""
        old, new = self.before.get(address), self.after.get(address)
        if (new or old or {}).get("kind") == "cell":
            return self._life_of_cell(address)
        if new is None:
            return Life.GONE
        if old is None:
            return Life.PAST if "retired" in new else Life.BEGAN
        if "retired" in new:
            return Life.PAST if "retired" in old else Life.ENDED
        return Life.BEGAN if "retired" in old else Life.LIVES

    def _life_of_cell(self, address: str) -> Life:
        old, new = self.before.get(address), self.after.get(address)
        says, said = self.says(self.after, address), self.says(self.before, address)
        if says and not said and (old is None or reason_of(old)):
            return Life.BEGAN
        if said and not says and (new is None or reason_of(new)):
            return Life.ENDED
        return Life.LIVES  # where its last indicator ends, that is told of the indicator

    def says(self, table: FactTable, cell: str) -> bool:
        """Whether a cell asks anything."""
        fact = table.get(cell, {})
        return bool(self.indicators(table, cell)) or "same_as" in fact or "as_level" in fact

    def indicators(self, table: FactTable, cell: str) -> tuple[str, ...]:
        """The indicators in force of a cell, or of a competency without levels."""
        return tuple((self._members_after if table is self.after else self._members_before).get(cell, ()))

    def told_above(self, pair: Pair) -> bool:
        """Whether what happened to a thing is told of what it stands in."""
        life = self.life(pair.address)
        if life is Life.GONE:
            around = self._lives_around(pair.before)
            return Life.GONE in around or (pair.kind == "cell" and bool(around & _OVER))
        around = self._lives_around(pair.after)
        if life is Life.BEGAN:
            return bool(around & _BEGUN)
        return bool(around & (_OVER | {Life.GONE}))

    def _lives_around(self, fact: Fact | None) -> set[Life]:
        known = (address for address in above(fact) if address in self.before or address in self.after)
        return {self.life(address) for address in known}

    def rank(self, sequence: str, level: str) -> int:
        """How high a level is in its sequence, from 1; 0 where it is none."""
        address = f"{sequence}.{level}"
        fact = self.after.get(address) or self.before.get(address) or {}
        return int(fact.get("n", 0)) if fact.get("kind") == "level" else 0

    def unranked(self, sequence: str) -> bool:
        """Whether the order of levels ranks nothing."""
        return "unranked" in (self.after.get(sequence) or {})

    @lazily
    def _members_before(self) -> Mapping[str, list[str]]:
        return members_by_cell(self.before)

    @lazily
    def _members_after(self) -> Mapping[str, list[str]]:
        return members_by_cell(self.after)


def members_by_cell(table: FactTable) -> Mapping[str, list[str]]:
    """The indicators in force, in order, by their cells, or competencies without levels."""
    members: dict[str, list[str]] = defaultdict(list)
    live = (address for address, fact in table.items() if fact["kind"] == "indicator" and "retired" not in fact)
    for address in sorted(live, key=lambda one: int(table[one].get("n", 0))):
        members[cell_of(table[address])].append(address)
    return members


def cell_of(fact: Fact) -> str:
    """The cell of an indicator, or its competency where that has no levels."""
    return f"{fact.get('in', '')}@{fact['level']}" if "level" in fact else str(fact.get("in", ""))


def above(fact: Fact | None) -> Iterator[str]:
    """What a thing stands in."""
    if fact is None:
        return
    if fact["kind"] == "indicator":
        yield cell_of(fact)
    if "in" in fact:
        yield str(fact["in"])
    if fact["kind"] in ("indicator", "cell") and "level" in fact:
        yield f"{fact.get('seq', '')}.{fact['level']}"
    if "seq" in fact and fact["kind"] != "sequence":
        yield str(fact["seq"])


def reason_of(fact: Fact | None) -> str:
    """The key that says why something is empty; nothing where it is not."""
    return next((key for key in REASONS if key in (fact or {})), "")

"""Whom a change concerns, asked of the facts: who has to meet it, who rates it, who teaches it, who borrows it.

Everything is answered from the newer table, as that is what people will have to meet; of what has ended it is asked as
if it still stood where it stood last. An indicator holds at its own level and, where lower levels hold on, at those
above, or at those up to which it says so itself, until one raises it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from levelbook.history.change import Touches, TypedChange
from levelbook.history.comparing.comparison import Pair, members_by_cell
from levelbook.history.comparing.order import HandbookOrder
from levelbook.history.comparing.rules import NO_CHANGE
from levelbook.model.base import TWIN
from levelbook.model.history import Fact, FactTable
from levelbook.tracing import lazily

_LEADS_ON: Final = ("-retired", "-split", "-merged", "-moved", "-level", "-id", "-vanished", "-removed", "-emptied")
"""Endings of the kinds of change after which old addresses lead on, or say that something ended."""
_NO_ADDRESSES: Final[Mapping[str, tuple[str, ...]]] = {}


class TouchedBy:
    """The questions, asked of a pair of tables."""

    def __init__(
        self, before: FactTable, after: FactTable, addresses: Mapping[str, tuple[str, ...]] = _NO_ADDRESSES
    ) -> None:
        """Takes the published pages with their anchors too."""
        self._before, self._after = before, after
        self._table = {**before, **after}
        self._addresses = addresses
        self._order = HandbookOrder(before, after)

    def every(self, changes: Iterable[TypedChange]) -> tuple[TypedChange, ...]:
        """The same changes, with whom they touch."""
        return tuple(replace(change, touches=self.touches(change)) for change in changes)

    def touches(self, change: TypedChange) -> Touches:
        """Whom a change concerns."""
        fact = change.after or change.before or {}
        reached = self._reached(change, fact)
        levels = [f"{seq}.{level}" for competency in reached for seq, level in reached[competency]]
        steps = [step for competency in reached for step in self._steps(competency, reached[competency])]
        steps += [change.address] if fact["kind"] in ("grade", "position") else []
        levels += [change.address] if fact["kind"] == "level" else []
        grades = self._of_kind(steps, "grade")
        positions = self._of_kind(steps, "position")
        found = self._in_order(levels)
        return Touches(
            levels=found,
            grades=grades,
            positions=positions,
            checklists=(*found, *grades, *positions),
            courses=self._courses(change, fact, reached),
            borrowers=self._in_order(seq for one in reached for seq in self._borrowers.get(one, ())),
            languages=tuple(sorted(_stale(change))),
            answers=self._answers(change, fact, reached),
            addresses=self._leading_on(change, fact),
        )

    def _reached(self, change: TypedChange, fact: Fact) -> dict[str, list[tuple[str, str]]]:
        """The competencies that a change reaches, with the levels of their sequence at which it does."""
        seq = str(fact.get("seq", ""))
        match fact["kind"]:
            case "indicator":
                return {str(fact.get("in")): [(seq, level) for level in self._held_at(change.address, fact)]}
            case "cell":
                return {str(fact["in"]): [(seq, level) for level in self._cell_held_at(fact)]}
            case "competency":
                return {change.address: [(seq, level) for level in self._levels.get(seq, ())]}
            case "group":
                members = change.members or self._members(change.address)
                return {one: [(seq, level) for level in self._levels.get(seq, ())] for one in members}
            case "sequence":
                return {one: [(seq, level) for level in self._levels.get(seq, ())] for one in self._in(seq)}
            case "grade" | "position":
                return {one: [] for one in change.members}
        return {}

    def _held_at(self, address: str, fact: Fact) -> Iterator[str]:
        """The levels at which an indicator holds."""
        seq, level = str(fact.get("seq", "")), str(fact.get("level", ""))
        if not level:
            yield from self._levels.get(seq, ())
            return
        yield level
        for higher in self._above(fact):
            cell = f"{fact.get('in')}@{higher}"
            if any(address in self._lineage(one) for one in self._cells.get(cell, ())):
                return
            if "not_required" not in self._table.get(cell, {}):
                yield higher

    def _cell_held_at(self, fact: Fact) -> Iterator[str]:
        yield str(fact["level"])
        yield from self._above(fact)

    def _above(self, fact: Fact) -> Iterator[str]:
        """The levels at which what a level asks holds on."""
        seq, level = str(fact.get("seq", "")), str(fact.get("level", ""))
        levels = self._levels.get(seq, ())
        if self._table.get(seq, {}).get("cumulative") == "yes" and level in levels:
            yield from levels[levels.index(level) + 1 :]
            return
        taking, found = {level}, list(self._lasting_to(fact))
        taking |= {*found}
        for _ in levels:
            new = [one for one in levels if one not in taking and self._same_as(fact, one) in taking]
            taking |= set(new)
            found += new
        yield from (one for one in levels if one in found)

    def _lasting_to(self, fact: Fact) -> tuple[str, ...]:
        """The levels above its own at which an indicator says itself that it holds."""
        levels = self._levels.get(str(fact.get("seq", "")), ())
        level, last = str(fact.get("level", "")), str(fact.get("holds", ""))
        return tuple(levels[levels.index(level) + 1 : levels.index(last) + 1]) if {level, last} <= {*levels} else ()

    def _same_as(self, fact: Fact, level: str) -> str:
        return str(self._table.get(f"{fact.get('in')}@{level}", {}).get("same_as", ""))

    def _lineage(self, code: str) -> set[str]:
        """What an indicator takes the place of, however far down."""
        waiting, seen = list(self._after.get(code, {}).get("raises", ())), set()
        while waiting:
            lower = waiting.pop()
            if lower not in seen:
                seen.add(lower)
                waiting.extend(self._after.get(lower, {}).get("raises", ()))
        return seen

    def _steps(self, competency: str, levels: list[tuple[str, str]]) -> Iterator[str]:
        """The grades and positions whose required level for a competency is one of these."""
        owner = str(self._table.get(competency, {}).get("seq", ""))
        readers = {owner, *self._borrowers.get(competency, ())}
        asked = {level for _, level in levels}
        for address, fact in self._after.items():
            if fact["kind"] not in ("grade", "position") or "retired" in fact:
                continue
            named = (fact.get("required") or {}).get(competency)
            if (named or (fact.get("level") if fact.get("seq") in readers else None)) in asked:
                yield address

    def _courses(
        self, change: TypedChange, fact: Fact, reached: Mapping[str, list[tuple[str, str]]]
    ) -> tuple[str, ...]:
        if fact["kind"] == "action":
            return (change.address,)
        wanted = {change.address, *reached, *(group for one in reached for group in self._groups_above(one))}
        for competency, levels in reached.items():
            wanted |= {f"{competency}@{step}" for step in self._ids_of_steps(levels)}
        if fact["kind"] in ("grade", "position", "level"):
            return ()
        return self._in_order(
            address
            for address, action in self._after.items()
            if action["kind"] == "action" and "retired" not in action and wanted & set(action.get("for", ()))
        )

    def _ids_of_steps(self, levels: list[tuple[str, str]]) -> Iterator[str]:
        """The levels with the grades that stand for them, by id."""
        asked = {level for _, level in levels}
        yield from asked
        for fact in self._after.values():
            if fact["kind"] == "grade" and fact.get("level") in asked:
                yield str(fact["id"])

    def _answers(self, change: TypedChange, fact: Fact, reached: Mapping[str, list[tuple[str, str]]]) -> int:
        if not change.results:
            return 0
        if fact["kind"] == "scale":
            scale = str(fact.get("id"))
            return sum(len(self._in(seq)) for seq in self._sequences if self._scale_of(seq) == scale)
        if fact["kind"] in ("grade", "position", "level") and not change.members:
            return len(self._in(str(fact.get("seq"))))
        return max(1, len(reached))

    def _scale_of(self, sequence: str) -> str:
        own = (self._after.get(sequence, {}).get("assessment") or {}).get("scale")
        return str(own or (self._after.get("handbook", {}).get("assessment") or {}).get("scale", ""))

    def _leading_on(self, change: TypedChange, fact: Fact) -> int:
        """The published pages and anchors of what ended, moved or is called otherwise."""
        if not change.kind.endswith(_LEADS_ON):
            return 0
        if change.kind.endswith("-id") and change.before:
            old = f"/{change.before.get('id')}/"
            return sum(1 + len(anchors) for page, anchors in self._addresses.items() if old in f"/{page}")
        codes = {change.address, f"c-{fact.get('id', '')}"}
        pages = sum(page == f"id/{change.address}/" for page in self._addresses)
        return pages + sum(len(codes.intersection(anchors)) for anchors in self._addresses.values())

    def _in_order(self, addresses: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(dict.fromkeys(addresses), key=self._order.place))

    def _of_kind(self, addresses: Iterable[str], kind: str) -> tuple[str, ...]:
        return self._in_order(one for one in addresses if self._table[one]["kind"] == kind)

    def _groups_above(self, competency: str) -> Iterator[str]:
        seen: set[str] = set()
        waiting = [group for group, fact in self._groups.items() if competency in fact.get("competencies", ())]
        while waiting:
            group = waiting.pop()
            if group and group not in seen:
                seen.add(group)
                yield group
                waiting.append(str(self._groups.get(group, {}).get("in", "")))

    def _members(self, group: str) -> list[str]:
        """The competencies of a group and of those in it."""
        waiting, seen, found = [group], set(), []
        while waiting:
            code = waiting.pop(0)
            if code not in seen:
                seen.add(code)
                found += self._table.get(code, {}).get("competencies", ())
                waiting += [inner for inner, fact in self._groups.items() if fact.get("in") == code]
        return found

    def _in(self, sequence: str) -> list[str]:
        """The competencies in force of a sequence."""
        return [
            address
            for address, fact in self._after.items()
            if fact["kind"] == "competency" and fact.get("seq") == sequence and "retired" not in fact
        ]

    @lazily
    def _sequences(self) -> tuple[str, ...]:
        return tuple(address for address, fact in self._after.items() if fact["kind"] == "sequence")

    @lazily
    def _groups(self) -> dict[str, Fact]:
        return {address: fact for address, fact in self._table.items() if fact["kind"] == "group"}

    @lazily
    def _cells(self) -> Mapping[str, list[str]]:
        return members_by_cell(self._after)

    @lazily
    def _levels(self) -> dict[str, list[str]]:
        """The ids of the levels in force of each sequence, low to high."""
        levels: dict[str, list[Fact]] = {}
        for fact in self._after.values():
            if fact["kind"] == "level" and "retired" not in fact:
                levels.setdefault(str(fact.get("seq")), []).append(fact)
        return {seq: [str(one["id"]) for one in sorted(few, key=lambda one: one["n"])] for seq, few in levels.items()}

    @lazily
    def _borrowers(self) -> dict[str, tuple[str, ...]]:
        """The sequences whose groups list a competency of another one."""
        found: dict[str, list[str]] = {}
        for fact in self._groups.values():
            for competency in fact.get("competencies", ()):
                if self._table.get(competency, {}).get("seq") not in (None, fact.get("seq")):
                    found.setdefault(competency, []).append(str(fact.get("seq")))
        return {competency: tuple(dict.fromkeys(seqs)) for competency, seqs in found.items()}


def _stale(change: TypedChange) -> set[str]:
    """The languages in which a text still says what the old one said."""
    pair = Pair(change.address, change.before, change.after)
    if change.before is None or change.after is None or not change.key:
        return set()
    twins = (match for key in change.after if key not in NO_CHANGE and (match := TWIN.fullmatch(key)))
    return {
        match["language"]
        for match in twins
        if match["base"] == change.key
        and pair.old(change.key) != pair.new(change.key)
        and pair.old(match[0]) == pair.new(match[0])
    }

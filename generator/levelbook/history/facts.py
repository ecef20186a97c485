"""The facts of a handbook as a table: a line for each thing, by an address that stays.

Pages are not made from it. It is what releases are compared by, kept by, and turned back to, so it holds what somebody
is asked, rated or counted by and nothing else (`fact_fields` says which keys, and why), names things by codes rather
than by files, and is the same for the same data whatever the order of files. `as_of` makes a handbook of it again.

Things without a code get an address for the time being from the mark of their wording; what would take an address that
is taken already (only in a folder with errors) gets a number behind it, so that nothing is lost.
"""

from collections.abc import Iterator
from collections.abc import Sequence as Listed
from typing import Any

from levelbook.history.encoding import encoded, jsonable
from levelbook.history.fact_addresses import HANDBOOK, FactAddresses
from levelbook.model.base import Retired, Shape
from levelbook.model.competency import Competency, Indicator
from levelbook.model.growth import Action, Plan
from levelbook.model.handbook import Handbook, Sequence
from levelbook.model.history import Fact, FactTable
from levelbook.model.sequence import Group
from levelbook.queries.codes import answer_code, provisional_code, short_code
from levelbook.text.wording import fingerprint

Line = tuple[str, dict[str, Any]]
"""An address with what is known there."""


def facts_of(handbook: Handbook) -> FactTable:
    """All facts of a handbook, those of ended things too, sorted by address."""
    table: dict[str, Fact] = {}
    for address, fact in _lines(handbook, FactAddresses(handbook)):
        table[_untaken(table, address)] = fact
    return dict(sorted(table.items()))


def indicator_address(competency: str, indicator: Indicator) -> str:
    """The address of an indicator of a competency."""
    return provisional_code(indicator.code, competency, fingerprint(indicator.text))


def action_address(sequence: Sequence, action: Action) -> str:
    """The address of a course or practice."""
    mark = fingerprint(action.name or action.text or "")
    return provisional_code(action.id or "", f"{sequence.code}-ACT", mark)


def _untaken(table: dict[str, Fact], address: str) -> str:
    if address not in table:
        return address
    number = next(number for number in range(2, len(table) + 3) if f"{address}~{number}" not in table)
    return f"{address}~{number}"


def _lines(handbook: Handbook, addresses: FactAddresses) -> Iterator[Line]:
    yield HANDBOOK, _fact("handbook", handbook.head)
    codes = {sequence.id: sequence.code for sequence in handbook.sequences.values()}
    for n, family in enumerate(handbook.head.families, 1):
        fact = _fact("family", family, n=n)
        yield f"family:{family.id}", fact | {"sequences": [codes.get(key, key) for key in family.sequences]}
    yield from ((f"scale:{key}", _fact("scale", one)) for key, one in handbook.scales.items())
    yield from ((f"concept:{key}", _fact("concept", one)) for key, one in handbook.concepts.items())
    yield from _forms(HANDBOOK, handbook.plan, {})
    for sequence in handbook.sequences.values():
        yield from _SequenceFacts(sequence, addresses).lines()


def _fact(kind: str, shape: Shape, **place: Any) -> dict[str, Any]:
    return {"kind": kind, **place, **encoded(shape)}


def _forms(owner: str, plan: Plan | None, place: dict[str, str]) -> Iterator[Line]:
    for n, form in enumerate(plan.forms if plan else (), 1):
        yield f"{owner}:form:{form.id}", _fact("form", form, n=n, **place)


class _SequenceFacts:
    """The lines of one sequence."""

    def __init__(self, sequence: Sequence, addresses: FactAddresses) -> None:
        self._sequence, self._addresses = sequence, addresses
        self._at_home = {"seq": sequence.code}

    def lines(self) -> Iterator[Line]:
        sequence = self._sequence
        yield self._line(sequence.code, "sequence", sequence.head, id=sequence.id)
        for kind, steps in (("level", sequence.head.levels), ("grade", sequence.head.grades)):
            for n, step in enumerate(steps, 1):
                yield self._line(short_code(sequence, step.id), kind, step, n=n)
        yield from self._groups(sequence.head.groups, "")
        for competency in sequence.all_competencies.values():
            yield from self._competency(competency)
        for n, position in enumerate(sequence.all_positions.values(), 1):
            yield self._line(short_code(sequence, position.id), "position", position, n=n, id=position.id)
        yield from self._weights()
        yield from self._actions()
        yield from _forms(sequence.code, sequence.plan, self._at_home)

    def _line(self, address: str, kind: str, shape: Shape, **place: Any) -> Line:
        fact = _fact(kind, shape, **place) | self._at_home
        if "required" in fact:
            fact["required"] = {self._code(key): level for key, level in fact["required"].items()}
        retired: Retired | None = getattr(shape, "retired", None)
        if retired and retired.replaced_by:
            fact["retired"] |= {"replaced_by": self._codes(retired.replaced_by)}
        return address, fact

    def _code(self, address: str) -> str:
        return self._addresses.code(self._sequence.id, address)

    def _codes(self, addresses: Listed[str]) -> list[str]:
        return [self._code(address) for address in addresses]

    def _groups(self, groups: tuple[Group, ...], above: str) -> Iterator[Line]:
        for n, group in enumerate(groups, 1):
            code = short_code(self._sequence, group.id)
            address, fact = self._line(code, "group", group, n=n, **({"in": above} if above else {}))
            members = {"competencies": self._codes(group.competencies)} if group.competencies else {}
            yield address, fact | members
            yield from self._groups(group.groups, code)

    def _competency(self, competency: Competency) -> Iterator[Line]:
        code = answer_code(self._sequence, competency)
        yield self._line(code, "competency", competency, id=competency.id, **self._above(competency))
        yield from self._indicators(code, competency.every_indicator, {})
        for level, cell in competency.levels.items():
            yield self._line(f"{code}@{level}", "cell", cell, **{"in": code, "level": level})
            yield from self._indicators(code, cell.every_indicator, {"level": level})

    def _above(self, competency: Competency) -> dict[str, str]:
        """The innermost group that lists a competency, an ended one too."""
        waiting = list(self._sequence.head.groups)
        while waiting:
            group = waiting.pop(0)
            if competency.id in group.competencies:
                return {"in": short_code(self._sequence, group.id)}
            waiting += group.groups
        return {}

    def _indicators(self, code: str, indicators: tuple[Indicator, ...], place: dict[str, str]) -> Iterator[Line]:
        for n, indicator in enumerate(indicators, 1):
            yield self._line(indicator_address(code, indicator), "indicator", indicator, n=n, **{"in": code, **place})

    def _weights(self) -> Iterator[Line]:
        weights, code = self._sequence.weights, self._sequence.code
        if weights is None:
            return
        yield self._line(f"{code}:points", "weight", weights)
        for sort, rows in (("points", weights.points), ("unassigned", weights.unassigned)):
            for n, (row, figures) in enumerate(rows.items(), 1):
                fact = {"kind": "weight", **self._at_home, "n": n, "of": self._code(row), sort: jsonable(figures)}
                yield f"{code}:{sort}:{row}", fact
        for n, reading in enumerate(weights.readings, 1):
            address, fact = self._line(f"{code}:reading:{reading.id}", "weight", reading, n=n)
            for sort in {"points", "unassigned"} & fact.keys():
                fact[sort] = {self._code(row): figures for row, figures in fact[sort].items()}
            yield address, fact

    def _actions(self) -> Iterator[Line]:
        actions = self._sequence.actions
        if actions is None:
            return
        for n, sort in enumerate(actions.types, 1):
            yield self._line(f"{self._sequence.code}:type:{sort.id}", "type", sort, n=n)
        for n, action in enumerate(actions.actions, 1):
            yield self._action(n, action)

    def _action(self, n: int, action: Action) -> Line:
        address, fact = self._line(action_address(self._sequence, action), "action", action, n=n)
        return address, fact | ({"for": self._codes(action.targets)} if action.targets else {})

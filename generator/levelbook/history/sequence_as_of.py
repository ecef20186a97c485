"""A sequence as it was at a release, made of its lines in the table of facts."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final, TypeVar

from levelbook.history.decoding import adapter, decoded, placed
from levelbook.model.base import Shape
from levelbook.model.competency import Cell, Competency, Indicator
from levelbook.model.growth import Action, Actions, ActionType, Form, Plan
from levelbook.model.handbook import Sequence
from levelbook.model.history import Fact, FactTable
from levelbook.model.position import Position, Reading, Weights
from levelbook.model.sequence import Grade, Group, Level, SequenceHead
from levelbook.tracing import lazily

S = TypeVar("S", bound=Shape)

_CODE: Final = re.compile(r"[A-Z][A-Z0-9]{1,7}-([A-Z][A-Z0-9]{1,7})")
_NUMBERED: Final = re.compile(r"[A-Z][A-Z0-9]{1,7}-[A-Z][A-Z0-9]{1,7}-[0-9]{2,}")
Line = tuple[str, Fact]
"""An address with what is known there."""


class SequenceAsOf:
    """Makes one sequence of the lines of a table."""

    def __init__(
        self,
        table: FactTable,
        things: Mapping[str, Shape],
        places: Mapping[str, tuple[str, str]],
        code: str,
        newest: Sequence | None,
    ) -> None:
        """Takes the newest things by address, and where codes stand."""
        self._table, self._things, self._places = table, things, places
        self._code, self._newest = code, newest
        self._id = str(table[code]["id"])
        self._lines: dict[str, list[Line]] = {}
        for address, fact in table.items():
            if fact.get("seq") == code:
                self._lines.setdefault(str(fact["kind"]), []).append((address, fact))

    def sequence(self) -> Sequence:
        """The sequence; calibrations and syllabus are no facts, and stay as they are (`names_as_of`)."""
        positions = {str(fact["id"]): self._position(address, fact) for address, fact in self._numbered("position")}
        newest = self._newest
        return Sequence(
            id=self._id,
            head=self._head(tuple(key for key, position in positions.items() if not position.retired)),
            all_competencies=self._competencies(),
            all_positions=positions,
            weights=self._weights(),
            actions=self._actions(),
            plan=forms_as_of(newest.plan if newest else None, self._table, self._code),
            syllabus=newest.syllabus if newest else None,
            calibrations=newest.calibrations if newest else None,
        )

    def _file(self, name: str) -> str:
        return f"sequences/{self._id}/{name}.yml"

    def _numbered(self, kind: str) -> list[Line]:
        return sorted(self._lines.get(kind, ()), key=lambda line: int(line[1].get("n", 0)))

    def _read(self, kind: type[S], line: Line, **given: Any) -> S:
        address, fact = line
        newest = self._things.get(address)
        return decoded(kind, self._at_home(fact), newest if isinstance(newest, kind) else None, **given)

    def _at_home(self, fact: Fact) -> Fact:
        """A fact whose codes are addresses again, as files of this sequence write them."""
        changed = dict(fact)
        if "required" in fact:
            changed["required"] = {self._address(code): level for code, level in fact["required"].items()}
        for key in ("competencies", "for"):
            if key in fact:
                changed[key] = [self._address(code) for code in fact[key]]
        end = fact.get("retired")
        if isinstance(end, dict) and "replaced_by" in end:
            changed["retired"] = end | {"replaced_by": [self._address(code) for code in end["replaced_by"]]}
        return changed

    def _address(self, code: str) -> str:
        thing, at, step = code.partition("@")
        owner, key = self._places.get(thing, ("", ""))
        if not owner:
            return code
        return (key if owner == self._id else f"{owner}/{key}") + at + step

    def _head(self, positions: tuple[str, ...]) -> SequenceHead:
        newest = self._newest.head if self._newest else None
        head = decoded(
            SequenceHead,
            self._at_home(self._table[self._code]),
            newest,
            code=self._code,
            levels=tuple(self._read(Level, line) for line in self._numbered("level")),
            grades=tuple(self._read(Grade, line) for line in self._numbered("grade")),
            groups=self._groups(""),
            positions=positions,
        )
        return placed(head, newest, self._file("sequence"), self._id)

    def _groups(self, above: str) -> tuple[Group, ...]:
        inside = (line for line in self._numbered("group") if line[1].get("in", "") == above)
        return tuple(self._read(Group, line, groups=self._groups(line[0])) for line in inside)

    def _competencies(self) -> dict[str, Competency]:
        by_id = {str(fact["id"]): self._competency(address, fact) for address, fact in self._lines_of("competency")}
        listed = [key for group in _every(self._groups("")) for key in group.competencies if key in by_id]
        return {key: by_id[key] for key in dict.fromkeys((*listed, *sorted(by_id)))}

    def _lines_of(self, kind: str) -> list[Line]:
        return self._lines.get(kind, [])

    def _competency(self, address: str, fact: Fact) -> Competency:
        code = _CODE.fullmatch(address)
        competency = self._read(
            Competency,
            (address, fact),
            code=code[1] if code else None,
            every_indicator=self._indicators(address, ""),
            levels=self._cells(address),
        )
        newest = self._things.get(address)
        key = str(fact["id"])
        whole = newest if isinstance(newest, Competency) else None
        return placed(competency, whole, self._file(f"competencies/{key}"), key)

    def _cells(self, competency: str) -> dict[str, Cell]:
        ranks = {str(fact["id"]): n for n, (_, fact) in enumerate(self._numbered("level"))}
        cells = [line for line in self._lines_of("cell") if line[1]["in"] == competency]
        cells.sort(key=lambda line: ranks.get(str(line[1]["level"]), len(ranks)))
        return {
            str(fact["level"]): self._read(
                Cell, (address, fact), every_indicator=self._indicators(competency, str(fact["level"]))
            )
            for address, fact in cells
        }

    def _indicators(self, competency: str, level: str) -> tuple[Indicator, ...]:
        return tuple(
            self._read(Indicator, line, id=line[0] if _NUMBERED.fullmatch(line[0]) else None)
            for line in self._by_cell.get((competency, level), ())
        )

    @lazily
    def _by_cell(self) -> Mapping[tuple[str, str], list[Line]]:
        cells: dict[tuple[str, str], list[Line]] = {}
        for line in self._numbered("indicator"):
            cells.setdefault((str(line[1]["in"]), str(line[1].get("level", ""))), []).append(line)
        return cells

    def _position(self, address: str, fact: Fact) -> Position:
        newest = self._things.get(address)
        key = str(fact["id"])
        whole = newest if isinstance(newest, Position) else None
        return placed(self._read(Position, (address, fact)), whole, self._file(f"positions/{key}"), key)

    def _weights(self) -> Weights | None:
        head = self._table.get(f"{self._code}:points")
        if head is None:
            return None
        newest = self._newest.weights if self._newest else None
        rows = {sort: self._rows(sort) for sort in ("points", "unassigned")}
        read = {sort: adapter(Weights, sort).validate_python(row) for sort, row in rows.items()}
        weights = decoded(Weights, head, newest, readings=self._readings(), **read)
        return placed(weights, newest, self._file("weights"), "weights")

    def _rows(self, sort: str) -> dict[str, Any]:
        beginning = f"{self._code}:{sort}:"
        lines = [line for line in self._numbered("weight") if line[0].startswith(beginning)]
        return {address.removeprefix(beginning): fact[sort] for address, fact in lines}

    def _readings(self) -> tuple[Reading, ...]:
        lines = [line for line in self._numbered("weight") if line[0].startswith(f"{self._code}:reading:")]
        return tuple(self._reading(line) for line in lines)

    def _reading(self, line: Line) -> Reading:
        address, fact = line
        sorts = [sort for sort in ("points", "unassigned") if sort in fact]
        rows = {sort: {self._address(code): figures for code, figures in fact[sort].items()} for sort in sorts}
        return self._read(Reading, (address, {**fact, **rows}))

    def _actions(self) -> Actions | None:
        newest = self._newest.actions if self._newest else None
        types, actions = self._numbered("type"), self._numbered("action")
        if newest is None and not types and not actions:
            return None
        read: dict[str, Any] = {
            "types": tuple(self._read(ActionType, line) for line in types),
            "actions": tuple(self._action(line) for line in actions),
        }
        whole = newest.model_copy(update=read) if newest else Actions.model_construct(**read)
        return placed(whole, newest, self._file("actions"), "actions")

    def _action(self, line: Line) -> Action:
        return self._read(Action, line, id=line[0] if _NUMBERED.fullmatch(line[0]) else None)


def forms_as_of(newest: Plan | None, table: FactTable, owner: str) -> Plan | None:
    """The process as it is now, with the forms of then; a form that nobody had then is not named either."""
    lines = [(address, fact) for address, fact in table.items() if address.startswith(f"{owner}:form:")]
    if newest is None and not lines:
        return None
    ordered = sorted(lines, key=lambda line: int(line[1].get("n", 0)))
    known = {form.id: form for form in newest.forms} if newest else {}
    forms = tuple(decoded(Form, fact, known.get(str(fact["id"]))) for _, fact in ordered)
    if newest is None:
        return Plan(forms=forms).placed(f"{'' if owner == 'handbook' else owner}plan.yml", "plan")
    ids = {form.id for form in forms}
    phases = tuple(
        phase.model_copy(update={"forms": tuple(form for form in phase.forms if form in ids)})
        for phase in newest.phases
    )
    return newest.model_copy(update={"forms": forms, "phases": phases})


def _every(groups: Iterable[Group]) -> list[Group]:
    return [one for group in groups for one in (group, *_every(group.groups))]

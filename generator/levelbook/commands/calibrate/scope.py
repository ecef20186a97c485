"""What a calibration is about: a grade, the competencies it asks, and the level it asks of each."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from levelbook.commands.calibrate.finding import Finding
from levelbook.model.base import Shape
from levelbook.model.calibration_mean import level_values
from levelbook.model.competency import Competency, CompetencyKind
from levelbook.model.handbook import Handbook, Sequence
from levelbook.model.sequence import Grade
from levelbook.queries.codes import competency_code
from levelbook.queries.requirements import required

_FIGURE = re.compile(r"[0-9]{1,9}(\.[0-9]{1,9})?")


@dataclass(frozen=True)
class AskedCompetency:
    """A competency that the grade asks at some level."""

    address: str
    """As the tree of the sequence writes it."""
    name: str
    """What people call it."""
    title: str
    """The head of its column in an empty table: its name, or its code where another has the same name."""
    called: frozenset[str]
    """All that the head of its column may be, normalised."""
    formerly: frozenset[str]
    """Its other names, where no competency is called so."""
    before: str
    """The level asked now."""
    keys: tuple[str, ...]
    """How the grade may name it among its exceptions."""
    otherwise: str
    """The level asked without an exception of its own; nothing where that cannot be told."""


@dataclass(frozen=True)
class Scope:
    """A grade with what it asks."""

    sequence: Sequence
    """Its sequence."""
    grade: Grade
    """The grade."""
    asked: tuple[AskedCompetency, ...]
    """The competencies, in the order of the tree."""
    values: dict[str, Decimal]
    """What each level counts, low to high."""
    levels: dict[str, str]
    """What may stand in a cell, normalised, with the level it means."""

    def level_of(self, text: str) -> str | None:
        """The level that a cell means; a figure means the level that counts as much, however it is written."""
        found = self.levels.get(normal(text))
        if found or not _FIGURE.fullmatch(normal(text)):
            return found
        same = [level for level, value in self.values.items() if value == Decimal(normal(text))]
        return same[0] if len(same) == 1 else None

    @property
    def level_names(self) -> tuple[str, ...]:
        """The levels as people call them, low to high."""
        return tuple(level.name for level in self.sequence.levels)


def normal(text: str) -> str:
    """A text as it is compared: full and half width alike, small letters, no blanks."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def scope(handbook: Handbook, sequence: str, grade: str) -> Scope | Finding:
    """The grade that somebody names, by id, code or name; or what is wrong with it."""
    every = handbook.sequences.values()
    owner = next((one for one in every if _is(sequence, one.id, one.code, one.name)), None)
    if owner is None:
        return Finding("no_sequence", {"value": sequence, "list": tuple(handbook.sequences)}, about="--sequence")
    if owner.head.unranked or len(owner.levels) < 2:
        return Finding("no_levels", {"sequence": owner.name}, about="--sequence")
    step = next((one for one in owner.grades if _is(grade, one.id, one.name)), None)
    if step is None:
        known = tuple(one.id for one in owner.grades)
        facts = {"value": grade, "sequence": owner.name, "list": known}
        return Finding("no_grade", facts, about="--grade") if known else Finding("no_grades", facts, about="--sequence")
    asked = tuple(_asked(handbook, owner, step))
    if not asked:
        return Finding("nothing_asked", {"grade": step.name}, about="--grade")
    return Scope(owner, step, asked, level_values(owner.levels), _levels(owner))


def _is(text: str, *names: str) -> bool:
    """Whether a text is one of the names, which may be written in any case and width."""
    return bool(text.strip()) and normal(text) in map(normal, names)


def _asked(handbook: Handbook, sequence: Sequence, grade: Grade) -> Iterator[AskedCompetency]:
    addresses = dict.fromkeys(address for _, group in sequence.groups() for address in group.competencies)
    members = {address: handbook.competency(sequence, address) for address in addresses}
    names = [normal(found[1].name) for found in members.values() if found]
    for address, found in members.items():
        if found is None or found[1].indicators or sequence.kind(found[1]) is CompetencyKind.CONDITION:
            continue
        owner, one = found
        before = required(sequence, grade, (owner, one)).level
        if before in sequence.ranks and before is not None:
            code = competency_code(owner, one)
            keys = tuple(key for key in (address, f"{owner.id}/{one.id}", code) if key)
            bare = grade.model_copy(update={"required": {k: v for k, v in grade.required.items() if k not in keys}})
            yield AskedCompetency(
                address=address,
                name=one.name,
                title=one.name if names.count(normal(one.name)) == 1 else code or address,
                called=frozenset(_called(address, one, code)),
                formerly=frozenset(normal(alias.name) for alias in one.aliases),
                before=before,
                keys=keys,
                otherwise=required(sequence, bare, (owner, one)).level or "",
            )


def _called(address: str, one: Competency, code: str) -> Iterator[str]:
    """All heads of a column that surely mean a competency."""
    names = (one.name, *_twins(one))
    for text in (address, one.id, code, one.code or "", *names, *(f"{code}{name}" for name in names if code)):
        if text:
            yield normal(text)


def _twins(shape: Shape) -> list[str]:
    """The name in other languages."""
    return [text for (key, _), text in shape.twins.items() if key == "name"]


def _levels(sequence: Sequence) -> dict[str, str]:
    """Ids before names; what means two levels means none."""
    found: dict[str, str] = {}
    for texts in (
        {level.id: [level.id] for level in sequence.levels},
        {level.id: [level.name, *_twins(level)] for level in sequence.levels},
    ):
        said: dict[str, set[str]] = {}
        for key, several in texts.items():
            for text in several:
                said.setdefault(normal(text), set()).add(key)
        for text, keys in said.items():
            if len(keys) == 1:
                found.setdefault(text, next(iter(keys)))
    return found

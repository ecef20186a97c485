"""What a calibration is about: a grade, the competencies it asks, and the level it asks of each."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from levelbook.commands.calibrate.problem import CalibrationProblem, error
from levelbook.model.base import Shape
from levelbook.model.calibration_mean import level_values
from levelbook.model.competency import Competency, CompetencyKind
from levelbook.model.handbook import Handbook, Sequence
from levelbook.model.sequence import Grade
from levelbook.problems import Place
from levelbook.queries.codes import competency_code
from levelbook.queries.requirements import required

_SEQUENCE_OPTION, _GRADE_OPTION = Place("--sequence"), Place("--grade")
_FIGURE = re.compile(r"[0-9]{1,9}(\.[0-9]{1,9})?")


@dataclass(frozen=True)
class AskedCompetency:
    """A competency that the grade asks at some level."""

    address: str
    """As the tree of the sequence writes it."""
    name: str
    column_title: str
    """The head of its column in an empty table: its name, or its code where another has the same name."""
    column_names: frozenset[str]
    """All that the head of its column may be, normalised."""
    former_names: frozenset[str]
    """Its other names, normalised, which count where no competency is called so."""
    before: str
    """The level asked now."""
    exception_keys: tuple[str, ...]
    """How the grade may name it among its exceptions."""
    default_level: str
    """The level asked without an exception of its own; nothing where that cannot be told."""


@dataclass(frozen=True)
class Scope:
    """A grade with what it asks."""

    sequence: Sequence
    grade: Grade
    competencies: tuple[AskedCompetency, ...]
    """In the order of the tree."""
    values: dict[str, Decimal]
    """What each level counts, low to high."""
    level_texts: dict[str, str]
    """What may stand in a cell, normalised, with the level it means."""

    def level_of(self, text: str) -> str | None:
        """The level that a cell means; a figure means the level that counts as much, however it is written."""
        level = self.level_texts.get(normal(text))
        if level or not _FIGURE.fullmatch(normal(text)):
            return level
        equal = [level for level, value in self.values.items() if value == Decimal(normal(text))]
        return equal[0] if len(equal) == 1 else None

    @property
    def level_names(self) -> tuple[str, ...]:
        """The levels as people call them, low to high."""
        return tuple(level.name for level in self.sequence.levels)


def normal(text: str) -> str:
    """A text as it is compared: full and half width alike, small letters, no blanks."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def find_scope(handbook: Handbook, sequence_name: str, grade_name: str) -> Scope | CalibrationProblem:
    """The grade that somebody names, by id, code or name; or what is wrong with it."""
    sequence = _find_sequence(handbook, sequence_name)
    if sequence is None:
        known = tuple(handbook.sequences)
        return error("no_sequence", _SEQUENCE_OPTION, value=sequence_name, list=known)
    if sequence.head.unranked or len(sequence.levels) < 2:
        return error("no_levels", _SEQUENCE_OPTION, sequence=sequence.name)
    if not sequence.grades:
        return error("no_grades", _SEQUENCE_OPTION, sequence=sequence.name)
    grade = next((grade for grade in sequence.grades if _is_named(grade_name, grade.id, grade.name)), None)
    if grade is None:
        known = tuple(grade.id for grade in sequence.grades)
        return error("no_grade", _GRADE_OPTION, value=grade_name, sequence=sequence.name, list=known)
    competencies = tuple(_asked_competencies(handbook, sequence, grade))
    if not competencies:
        return error("nothing_asked", _GRADE_OPTION, grade=grade.name)
    return Scope(sequence, grade, competencies, level_values(sequence.levels), _level_texts(sequence))


def _find_sequence(handbook: Handbook, name: str) -> Sequence | None:
    every = handbook.sequences.values()
    return next((one for one in every if _is_named(name, one.id, one.code, one.name)), None)


def _is_named(text: str, *names: str) -> bool:
    """Whether a text is one of the names, which may be written in any case and width."""
    return bool(text.strip()) and normal(text) in map(normal, names)


def _asked_competencies(handbook: Handbook, sequence: Sequence, grade: Grade) -> Iterator[AskedCompetency]:
    addresses = dict.fromkeys(address for _, group in sequence.groups() for address in group.competencies)
    members = {address: handbook.competency(sequence, address) for address in addresses}
    names = [normal(member[1].name) for member in members.values() if member]
    for address, member in members.items():
        if member is None or member[1].indicators or sequence.kind(member[1]) is CompetencyKind.CONDITION:
            continue
        owner, competency = member
        before = required(sequence, grade, member).level
        if before in sequence.ranks and before is not None:
            code = competency_code(owner, competency)
            keys = tuple(key for key in (address, f"{owner.id}/{competency.id}", code) if key)
            is_unique = names.count(normal(competency.name)) == 1
            yield AskedCompetency(
                address=address,
                name=competency.name,
                column_title=competency.name if is_unique else code or address,
                column_names=frozenset(_column_names(address, competency, code)),
                former_names=frozenset(normal(alias.name) for alias in competency.aliases),
                before=before,
                exception_keys=keys,
                default_level=required(sequence, _without_exceptions(grade, keys), member).level or "",
            )


def _without_exceptions(grade: Grade, keys: tuple[str, ...]) -> Grade:
    left = {key: level for key, level in grade.required.items() if key not in keys}
    return grade.model_copy(update={"required": left})


def _column_names(address: str, competency: Competency, code: str) -> Iterator[str]:
    """All heads of a column that surely mean a competency."""
    names = (competency.name, *_translated_names(competency))
    with_code = (f"{code}{name}" for name in names if code)
    for text in (address, competency.id, code, competency.code or "", *names, *with_code):
        if text:
            yield normal(text)


def _translated_names(shape: Shape) -> list[str]:
    return [text for (key, _), text in shape.twins.items() if key == "name"]


def _level_texts(sequence: Sequence) -> dict[str, str]:
    """Ids before names; what means two levels means none."""
    ids = {level.id: [level.id] for level in sequence.levels}
    names = {level.id: [level.name, *_translated_names(level)] for level in sequence.levels}
    return {**_unambiguous(names), **_unambiguous(ids)}


def _unambiguous(texts_of: dict[str, list[str]]) -> dict[str, str]:
    """The texts that only one level has, normalised, with that level."""
    levels_of: dict[str, set[str]] = {}
    for level, texts in texts_of.items():
        for text in texts:
            levels_of.setdefault(normal(text), set()).add(level)
    return {text: next(iter(levels)) for text, levels in levels_of.items() if len(levels) == 1}

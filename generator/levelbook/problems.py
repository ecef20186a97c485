"""What is wrong with a handbook, as values: where, what, and what to write instead."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import IntEnum
from typing import ClassVar, Final

from levelbook.catalogue import Catalogue
from levelbook.text import signs

_MAX_LISTED_ITEMS: Final = 30
"""A longer list is cut."""
_MAX_ITEM_LENGTH: Final = 60
"""In characters, of each item of a list."""


class Severity(IntEnum):
    """How much a problem matters; only an error keeps a handbook from being published."""

    ERROR = 0
    WARNING = 1
    INFORMATION = 2

    @property
    def word(self) -> str:
        """The lower-case name, as in ``--format json``."""
        return self.name.lower()


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A spot in a file; line and column count from 1, and 0 means the file as a whole."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """``file:line:column``, shortened where there is no line."""
        file = signs.visible(self.file)
        return f"{file}:{self.line}:{self.column}" if self.line else file

    def localized(self, words: Catalogue) -> str:
        """The spot as people find it; in a text file that is the same in every language, and what editors follow."""
        return str(self)


class Unforeseen(Exception):
    """Something went wrong that nobody foresaw, with the file it happened at; its cause is the error itself."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.file = file


@dataclass(frozen=True, slots=True)
class Cure:
    """What to write instead where only one thing can be meant: a stretch of the file and its new text."""

    start: int
    """Where the stretch begins, in characters of the file's text as it was read."""
    end: int
    text: str
    is_safe: bool
    """Whether nothing but the way of writing changes; only such a cure is ever written by a program."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake; its sentence is made last, from the facts, in the reader's language."""

    code: str
    """The kind of mistake, as listed in data-model.md: ``ref-unknown``."""
    place: Place
    severity: Severity = Severity.ERROR
    variant: str = ""
    """Which of the code's sentences fits, where it has several."""
    facts: Mapping[str, object] = field(default_factory=dict)
    """What the sentence mentions; a tuple is told as a list."""
    cure: Cure | None = None
    """The one way to mend it, where that can be said letter for letter."""
    LINE: ClassVar[str] = "problem.line"
    """The key of the line that it is printed on."""

    @property
    def sentence(self) -> str:
        """The key of its sentence in the catalogue."""
        return f"problem.{self.code}.{self.variant or 'text'}"

    def message(self, words: Catalogue) -> str:
        """What is wrong, and what to write instead."""
        facts = {name: _shown(fact, words) for name, fact in self.facts.items()}
        sentence = words(self.sentence, **facts)
        ends = (words(f"problem.{name}", **facts) for name in ("guess", "more") if facts.get(name))
        return sentence + "".join(ends)


def _shown(fact: object, words: Catalogue) -> str:
    """A fact as a sentence tells it: nothing in it is unseen, and a long list is cut."""
    if not isinstance(fact, tuple):
        return signs.visible(str(fact))
    items = (signs.visible(str(item)[:_MAX_ITEM_LENGTH]) for item in fact[:_MAX_LISTED_ITEMS])
    listed, left = words("problem.comma").join(items), len(fact) - _MAX_LISTED_ITEMS
    return words("problem.and_more", list=listed, n=left) if left > 0 else listed


def under(folder: str, problem: Problem) -> Problem:
    """The problem with its file told from where the reader stands, not from inside the data folder."""
    prefix = "" if folder in ("", ".") else folder.rstrip("/") + "/"
    return replace(problem, place=replace(problem.place, file=prefix + problem.place.file))


def ordered(problems: Iterable[Problem]) -> list[Problem]:
    """Problems without repetition, by place, then by weight."""
    unique = {(p.place, p.severity, p.code, p.variant, str(p.facts)): p for p in problems}
    return [unique[key] for key in sorted(unique)]


def as_text(problem: Problem, words: Catalogue) -> str:
    """``file:line:column: severity: sentence [code]``."""
    place, severity = problem.place.localized(words), words(f"severity.{problem.severity.word}")
    return words(problem.LINE, place=place, severity=severity, message=problem.message(words), code=problem.code)


def as_github(problem: Problem, words: Catalogue) -> str:
    """A workflow command that code hosts show beside the changed line."""
    command = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFORMATION: "notice"}[problem.severity]
    place = problem.place
    where = {"file": signs.visible(place.file), "line": place.line, "col": place.column, "title": problem.code}
    spots = ",".join(f"{key}={_property(str(value))}" for key, value in where.items() if value)
    return f"::{command} {spots}::{_data(problem.message(words))}"


def as_json(problem: Problem, words: Catalogue) -> str:
    """One JSON object on one line."""
    place = problem.place
    record = {
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "severity": problem.severity.word,
        "code": problem.code,
        "message": problem.message(words),
        "cure": _cure_record(problem.cure),
    }
    return json.dumps(record, ensure_ascii=False)


def _cure_record(cure: Cure | None) -> dict[str, object] | None:
    """A cure for another program: a stretch in characters, without a byte order mark, and what belongs there."""
    if cure is None:
        return None
    return {"start": cure.start, "end": cure.end, "text": cure.text, "safe": cure.is_safe}


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

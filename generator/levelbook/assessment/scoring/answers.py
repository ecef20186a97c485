"""What a person answered, and how answers are read from a file: of what stands there nothing is taken on trust."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Raw = Mapping[str, Any]
"""Data as they stand in a file."""


@dataclass(frozen=True)
class Answer:
    """What a person answered to an item or indicator."""

    points: str | None = None
    """The rating."""
    marks: Mapping[str, str] = field(default_factory=dict)
    """Marks by subject."""
    mark: str | None = None
    """The composite mark."""
    na: str | None = None
    """Why it does not apply; an empty text where the reason is still to be given."""
    unseen: bool = False
    """Whether it was not observed."""
    basis: str | None = field(default=None, compare=False)
    """The mark of what it rested on when it was given or looked at; empty where that is to be looked at again."""

    @property
    def lacks_reason(self) -> bool:
        """Whether somebody said that it does not apply and not why yet: a draft, which leaves it unrated."""
        return self.na == ""

    @property
    def is_set_aside(self) -> bool:
        """Whether it does not apply, for a reason, or was not observed."""
        return bool(self.na) or (self.unseen and self.na is None)

    @property
    def has_figure(self) -> bool:
        """Whether it holds a rating or a mark, and not only why there is none."""
        return self.points is not None or self.mark is not None or bool(self.marks)

    def is_outdated(self, basis_today: str) -> bool:
        """Whether its figure rests on something else today: then it does not count before somebody has looked."""
        return bool(self.has_figure and basis_today and self.basis is not None and self.basis != basis_today)


Answers = Mapping[str, Answer]
"""Answers by the code of the item or indicator."""


def read_answers(raw: Any) -> Answers:
    """The answers of a file; what is not one is left out."""
    if not isinstance(raw, Mapping):
        return {}
    return {code: _read_answer(entry) for code, entry in raw.items() if isinstance(entry, Mapping)}


def _read_answer(raw: Raw) -> Answer:
    marks, na, basis = raw.get("marks"), raw.get("na"), raw.get("basis")
    typed = marks.items() if isinstance(marks, Mapping) else ()
    return Answer(
        points=_text(raw.get("points")),
        marks={subject: text for subject, mark in typed if (text := _text(mark))},
        mark=_text(raw.get("mark")),
        na=na.strip(" \t\r\n") if isinstance(na, str) else None,
        unseen=raw.get("unseen") is True,
        basis=basis if isinstance(basis, str) else None,
    )


def _text(value: object) -> str | None:
    """A text that says something."""
    return (value.strip(" \t\r\n") or None) if isinstance(value, str) else None

"""Reads answers from JSON-like data; of a person's file nothing is taken on trust."""

from collections.abc import Mapping
from typing import Any

from levelbook.assessment.scoring.form import Answer, Answers, Raw


def answers(raw: Any) -> Answers:
    """The answers of a file; what is not one is left out."""
    if not isinstance(raw, Mapping):
        return {}
    return {code: _answer(one) for code, one in raw.items() if isinstance(one, Mapping)}


def _answer(one: Raw) -> Answer:
    marks = one.get("marks")
    known = marks.items() if isinstance(marks, Mapping) else ()
    na = one.get("na")
    return Answer(
        points=_text(one.get("points")),
        marks={name: text for name, mark in known if (text := _text(mark))},
        mark=_text(one.get("mark")),
        na=na.strip(" \t\r\n") if isinstance(na, str) else None,
        unseen=one.get("unseen") is True,
        basis=basis if isinstance(basis := one.get("basis"), str) else None,
    )


def _text(value: object) -> str | None:
    """A text that says something."""
    return (value.strip(" \t\r\n") or None) if isinstance(value, str) else None

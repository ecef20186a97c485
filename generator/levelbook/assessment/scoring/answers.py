"""Reads checklists and answers from JSON-like data; of a person's file nothing is taken on trust."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from levelbook.assessment.scoring.form import (
    Answer,
    Answers,
    ExamRule,
    ItemKind,
    Raw,
    ScoredChecklist,
    ScoredGroup,
    ScoredIndicator,
    ScoredItem,
    ScoredScale,
    ScoredSubject,
)
from levelbook.assessment.scoring.rational import rational


def sheet(data: Raw) -> ScoredChecklist:
    """A checklist from the data of its page."""
    return ScoredChecklist(
        target=data["target"],
        scale=data["scale"],
        part_scale=data.get("partScale") or data["scale"],
        scales={id: _scale(id, one) for id, one in data["scales"].items()},
        groups=tuple(ScoredGroup(one["id"], one["name"], one.get("parent") or "") for one in data["groups"]),
        items=tuple(_item(one) for one in data["items"]),
        total=rational(data.get("total")),
    )


def _scale(id: str, one: Raw) -> ScoredScale:
    exam = one.get("exam")
    ratings = tuple((_exact(rating["points"]), rating["name"]) for rating in one["ratings"])
    return ScoredScale(id, ratings, rational(one.get("standard")), _exam(exam) if exam else None)


def _exam(one: Raw) -> ExamRule:
    bands = tuple((_exact(band["from"]), _exact(band["points"])) for band in one["bands"])
    return ExamRule(_exact(one["outOf"]), one["round"] == "half-up", bands)


def _exact(text: str) -> Fraction:
    value = rational(text)
    if value is None:
        raise ValueError(f"not a figure: {text!r}")
    return value


def _item(one: Raw) -> ScoredItem:
    none = one.get("none")
    return ScoredItem(
        code=one["code"],
        name=one["name"],
        group=one["group"],
        kind=ItemKind(one["kind"]),
        scale=one["scale"],
        standard=rational(one.get("standard")),
        weight=rational(one.get("weight")),
        parts=tuple(ScoredIndicator(part["code"], bool(part["negative"])) for part in one["parts"]),
        subjects=tuple(ScoredSubject(subject["name"], rational(subject["weight"])) for subject in one["subjects"]),
        none=none["text"] if none else "",
        basis=one.get("basis") or "",
        part_basis=one.get("partBasis") or "",
    )


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

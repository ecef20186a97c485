"""Single values of the data: texts, ids, codes, figures, and the words that stand in their place."""

import re
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    Discriminator,
    PlainValidator,
    StringConstraints,
    Tag,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from levelbook.model.languages import KNOWN


class Gap(StrEnum):
    """The word that stands in place of a single figure or level."""

    BLANK = "blank"
    LOST = "lost"


def wrong(expected: str, **facts: object) -> PydanticCustomError:
    """The error of a value that is not what it should be; `expected` names a sentence of the catalogue."""
    return PydanticCustomError("value-wrong", "{expected}", {"expected": expected, **facts})


def _decimal(value: Any) -> Decimal:
    try:
        figure = Decimal(str(value))
    except InvalidOperation:
        raise wrong("figure") from None
    if not figure.is_finite():
        raise wrong("figure")
    return figure


def _figure_or_gap(value: Any) -> Decimal | Gap:
    return Gap(value) if value in set(Gap) else _decimal(value)


def patterned(pattern: str, expected: str) -> AfterValidator:
    """A check that the whole text fits a pattern; `expected` names a sentence of the catalogue."""
    compiled = re.compile(pattern)

    def check(value: str) -> str:
        if not compiled.fullmatch(value):
            raise wrong(expected)
        return value

    return AfterValidator(check)


TRANSLATED, MARKED = "translated", "marked"
"""What can be said of a text: it may have a twin in another language; it may hold bold, code and links."""
Fixed = Annotated[str, StringConstraints(min_length=1)]
"""A text that is the same in every language: a number of an edition, a link, a word that names something."""
Text = Annotated[Fixed, TRANSLATED]
"""Something people read."""
Prose = Annotated[Text, MARKED]
"""Something people read that may hold bold, code and links."""
Id = Annotated[
    str, patterned(r"[a-z][a-z0-9-]*", "id"), WithJsonSchema({"type": "string", "pattern": "^[a-z][a-z0-9-]*$"})
]
"""A name that never changes and that people never see."""
Code = Annotated[
    str, patterned(r"[A-Z][A-Z0-9]{1,7}", "code"), WithJsonSchema({"type": "string", "pattern": "^[A-Z][A-Z0-9]{1,7}$"})
]
"""The permanent code of a sequence or competency."""
IndicatorCode = Annotated[
    str,
    patterned(r"[A-Z][A-Z0-9]{1,7}-[A-Z][A-Z0-9]{1,7}-\d{2,}", "indicator-code"),
    WithJsonSchema({"type": "string", "pattern": r"^[A-Z][A-Z0-9]{1,7}-[A-Z][A-Z0-9]{1,7}-\d{2,}$"}),
]
"""The permanent code of an indicator or action."""
Version = Annotated[str, patterned(r"\d+\.\d+\.\d+", "version")]
"""A release of the content: major when more is asked, minor when clearer, patch for slips."""
Date = Annotated[str, patterned(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", "date")]
"""A day: 2026-09-01."""
DayOrMonth = Annotated[str, patterned(r"\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?", "day-or-month")]
"""A day or a month: 2026-09-01, 2026-09."""
Language = Annotated[str, patterned("|".join(sorted(KNOWN)), "language")]
"""A language by its two letters: zh."""
IdOrNot = Annotated[str, patterned(r"[a-z][a-z0-9-]*|not_required", "id-or-not")]
"""An id, or the word that nothing is asked."""
IdOrGap = Annotated[Id, AfterValidator(lambda value: Gap(value) if value in set(Gap) else value)]
"""An id, or the word that says why there is none."""
Address = Annotated[str, StringConstraints(min_length=1)]
"""An id, a code, `sequence/id` or `id@level`; whether it leads anywhere is checked across files."""
_FIGURE = {"type": ["number", "string"]}
Figure = Annotated[Decimal, PlainValidator(_decimal), WithJsonSchema(_FIGURE)]
"""An exact number."""
FigureOrGap = Annotated[Decimal | Gap, PlainValidator(_figure_or_gap), WithJsonSchema(_FIGURE)]
"""An exact number, or the word that says why there is none."""


def form_of(value: Any) -> str:
    """Which form a value has, so that only the errors of that form are told."""
    if isinstance(value, dict | BaseModel):
        return "mapping"
    return "list" if isinstance(value, list | tuple) else "text"


BY_FORM = Discriminator(form_of)
"""Tells the forms of a value apart: a text, a list or a mapping."""
FigureRow = Annotated[Annotated[FigureOrGap, Tag("text")] | Annotated[dict[Id, FigureOrGap], Tag("mapping")], BY_FORM]
"""A figure, or one a column."""

"""Single values of the data: texts, ids, codes, figures, and the words that stand in their place."""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Final

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

from levelbook.catalogue import LANGUAGES
from levelbook.model import limits


class Gap(StrEnum):
    """The word that stands in place of a single figure or level."""

    BLANK = "blank"
    LOST = "lost"


def wrong(expected: str, **facts: object) -> PydanticCustomError:
    """The error of a value that is not what it should be; `expected` names a sentence of the catalogue."""
    return PydanticCustomError("value-wrong", "{expected}", {"expected": expected, **facts})


def too_much(what: str, limit: int) -> PydanticCustomError:
    """The error of a value beyond a limit; `what` names a sentence of the catalogue."""
    return PydanticCustomError("limit-exceeded", "{expected}", {"expected": what, "limit": limit})


_COUNT: Final = re.compile("[0-9]+").fullmatch
_POWER: Final = re.compile(r"[+-]?[0-9.]+[eE][+-]?[0-9]+").fullmatch
_WRITTEN: Final = re.compile(r"[+-]?(?P<whole>[0-9]*)(\.(?P<decimals>[0-9]*))?")


def _decimal(value: Any) -> Decimal:
    text = f"{value:f}" if isinstance(value, Decimal) and value.is_finite() else str(value)
    figure = _WRITTEN.fullmatch(text)
    if not figure or isinstance(value, dict | list | tuple) or not (figure["whole"] or figure["decimals"]):
        raise _misfit(text, _WRITTEN.fullmatch, "figure-power" if _POWER(text) else "figure")
    if len(figure["whole"].lstrip("0")) > limits.WHOLE or len(figure["decimals"] or "") > limits.DECIMALS:
        raise PydanticCustomError(
            "limit-exceeded", "{expected}", {"expected": "figure", "limit": limits.WHOLE, "decimals": limits.DECIMALS}
        )
    return Decimal(text)


def _amount(value: Any) -> Decimal:
    figure = _decimal(value)
    if figure < 0:
        raise wrong("amount")
    return figure


def _positive(value: Any) -> Decimal:
    figure = _decimal(value)
    if figure <= 0:
        raise wrong("positive")
    return figure


def counted(value: Any, what: str = "count", maximum: int = limits.COUNT) -> int:
    """A whole number from 0 to `most`; `what` names the sentence about more."""
    text = str(value)
    if not _COUNT(text):
        raise _misfit(text, _COUNT, "count")
    count = int(text) if len(text) <= len(str(limits.COUNT)) else limits.COUNT + 1
    if count > maximum:
        raise too_much(what, maximum)
    return count


def _or_gap(read: Callable[[Any], Decimal]) -> Callable[[Any], Decimal | Gap]:
    """Reads the word that stands in place of a figure too."""

    def figure_or_gap(value: Any) -> Decimal | Gap:
        if isinstance(value, str) and value in set(Gap):
            return Gap(value)
        try:
            return read(value)
        except PydanticCustomError as error:
            expected = (error.context or {})["expected"]
            gap_may_stand = error.type == "value-wrong" and expected in ("figure", "positive")
            raise wrong(f"{expected}-or-gap") if gap_may_stand else error from None

    return figure_or_gap


def half_width(value: str) -> str:
    """A text in half-width letters and signs, and in the digits 0 to 9."""
    digits = "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in value)
    return unicodedata.normalize("NFKC", digits)


def _misfit(value: str, fits: Callable[[str], object], expected: str, **facts: object) -> PydanticCustomError:
    """The error of a value that does not fit; where it would in other digits, these are the cure."""
    right = half_width(value)
    return wrong("digits", right=right) if right != value and fits(right) else wrong(expected, **facts)


def patterned(pattern: str, expected: str, **facts: object) -> AfterValidator:
    """A check that the whole text fits a pattern; `expected` names a sentence of the catalogue."""
    fits = re.compile(pattern).fullmatch

    def check(value: str) -> str:
        if not fits(value):
            raise _misfit(value, fits, expected, **facts)
        return value

    return AfterValidator(check)


_ID: Final = re.compile("[a-z][a-z0-9-]*").fullmatch
_WINDOWS_DEVICES: Final = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
)
"""Names that Windows keeps for itself, so that no folder can be called so."""


def trouble_of_id(value: str) -> PydanticCustomError | None:
    """Why a text cannot be an id; nothing where it can."""
    if not _ID(value):
        return _misfit(value, _ID, "id")
    if value in _WINDOWS_DEVICES:
        return wrong("id-device")
    return too_much("id", limits.ID) if len(value) > limits.ID else None


def _id(value: str) -> str:
    error = trouble_of_id(value)
    if error:
        raise error
    return value


def _day(value: str) -> str:
    """A day that is in the calendar, and not beyond the years of any handbook."""
    year, month, *day = map(int, value.split("-"))
    days = monthrange(year, month)[1] if year else 0
    if not limits.FIRST_YEAR <= year <= limits.LAST_YEAR:
        raise wrong("year", first=limits.FIRST_YEAR, last=limits.LAST_YEAR)
    if day and day[0] > days:
        raise wrong("day", days=days)
    return value


TRANSLATED, MARKED = "translated", "marked"
"""What can be said of a text: it may have a twin in another language; it may hold bold, code and links."""
_TEXT: Final = StringConstraints(min_length=1, max_length=limits.TEXT)
_NAME: Final = StringConstraints(min_length=1, max_length=limits.NAME)
Fixed = Annotated[str, _TEXT]
"""A text that is the same in every language: a number of an edition, a link, a word that names something."""
Text = Annotated[Fixed, TRANSLATED]
"""Something people read."""
Prose = Annotated[Text, MARKED]
"""Something people read that may hold bold, code and links."""
Name = Annotated[str, _NAME, TRANSLATED]
"""What something is called: it stands in titles, lists and heads of tables."""
Id = Annotated[
    str,
    AfterValidator(_id),
    WithJsonSchema({"type": "string", "pattern": "^[a-z][a-z0-9-]*$", "maxLength": limits.ID}),
]
"""A name that never changes and that people never see."""
Code = Annotated[
    str, patterned(r"[A-Z][A-Z0-9]{1,7}", "code"), WithJsonSchema({"type": "string", "pattern": "^[A-Z][A-Z0-9]{1,7}$"})
]
"""The permanent code of a sequence or competency."""
_NUMBERED: Final = rf"[A-Z][A-Z0-9]{{1,7}}-[A-Z][A-Z0-9]{{1,7}}-[0-9]{{2,{limits.NUMBER}}}"
IndicatorCode = Annotated[
    str, patterned(_NUMBERED, "indicator-code"), WithJsonSchema({"type": "string", "pattern": f"^{_NUMBERED}$"})
]
"""The permanent code of an indicator or action."""
_LETTER: Final = "[a-z]"
Letter = Annotated[str, patterned(_LETTER, "letter"), WithJsonSchema({"type": "string", "pattern": f"^{_LETTER}$"})]
"""The permanent letter of an item of an indicator."""
_WORDING_MARK: Final = "[0-9a-f]{16}"
WordingMark = Annotated[
    str,
    patterned(_WORDING_MARK, "wording-mark"),
    WithJsonSchema({"type": "string", "pattern": f"^{_WORDING_MARK}$"}),
]
"""What a wording is known by, without being repeated: what `text.wording.fingerprint` makes of it."""
_VERSION: Final = rf"[0-9]{{1,{limits.NUMBER}}}(\.[0-9]{{1,{limits.NUMBER}}}){{2}}"
Version = Annotated[str, patterned(_VERSION, "version"), WithJsonSchema({"type": "string", "pattern": f"^{_VERSION}$"})]
"""A release of the content: major when more is asked, minor when clearer, patch for slips."""
NEXT: Final = "next"
"""In place of a version: what the next release will be."""
VersionOrNext = Annotated[
    str,
    patterned(f"{_VERSION}|{NEXT}", "version-or-next"),
    WithJsonSchema({"type": "string", "pattern": f"^({_VERSION}|{NEXT})$"}),
]
"""A release of the content, or the draft of the next one."""
_MONTH: Final = "[0-9]{4}-(0[1-9]|1[0-2])"
_DAY: Final = "(0[1-9]|[12][0-9]|3[01])"
Date = Annotated[
    str,
    patterned(f"{_MONTH}-{_DAY}", "date"),
    AfterValidator(_day),
    WithJsonSchema({"type": "string", "pattern": f"^{_MONTH}-{_DAY}$"}),
]
"""A day: 2026-09-01."""
DayOrMonth = Annotated[
    str,
    patterned(f"{_MONTH}(-{_DAY})?", "day-or-month"),
    AfterValidator(_day),
    WithJsonSchema({"type": "string", "pattern": f"^{_MONTH}(-{_DAY})?$"}),
]
"""A day or a month: 2026-09-01, 2026-09."""
Language = Annotated[
    str,
    patterned("|".join(LANGUAGES), "language", words=LANGUAGES),
    WithJsonSchema({"type": "string", "enum": list(LANGUAGES)}),
]
"""A language in which the handbook can be read, by its two letters: zh."""
IdOrNot = Annotated[
    str,
    patterned(r"[a-z][a-z0-9-]*|not_required", "id-or-not"),
    StringConstraints(max_length=limits.ID),
    WithJsonSchema({"type": "string", "pattern": "^([a-z][a-z0-9-]*|not_required)$", "maxLength": limits.ID}),
]
"""An id, or the word that nothing is asked."""
IdOrGap = Annotated[Id, AfterValidator(lambda value: Gap(value) if value in set(Gap) else value)]
"""An id, or the word that says why there is none."""
Address = Annotated[str, StringConstraints(min_length=1, max_length=limits.ADDRESS)]
"""An id, a code, `sequence/id` or `id@level`; whether it leads anywhere is checked across files."""
_COUNT_SCHEMA: Final = {"type": ["integer", "string"], "minimum": 0, "maximum": limits.COUNT, "pattern": "^[0-9]+$"}
Count = Annotated[int, PlainValidator(counted), WithJsonSchema(_COUNT_SCHEMA)]
"""How many: 0, 1, 2."""
Whole = Annotated[
    Decimal,
    PlainValidator(lambda value: Decimal(counted(value))),
    WithJsonSchema(_COUNT_SCHEMA),
]
"""A count to calculate with."""
_FIGURE: Final = {"type": ["number", "string"], "pattern": r"^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)$"}
_GAP: Final = {"type": "string", "enum": [str(gap) for gap in Gap]}


def _or_gap_schema(figure: Mapping[str, Any]) -> WithJsonSchema:
    """The schema of a figure, or of the word that stands in its place."""
    return WithJsonSchema({"anyOf": [figure, _GAP]})


Figure = Annotated[Decimal, PlainValidator(_decimal), WithJsonSchema(_FIGURE)]
"""An exact number."""
Amount = Annotated[Decimal, PlainValidator(_amount), WithJsonSchema(_FIGURE | {"minimum": 0})]
"""An exact number from 0 on."""
Positive = Annotated[Decimal, PlainValidator(_positive), WithJsonSchema(_FIGURE | {"exclusiveMinimum": 0})]
"""An exact number above 0."""
FigureOrGap = Annotated[Decimal | Gap, PlainValidator(_or_gap(_decimal)), _or_gap_schema(_FIGURE)]
"""An exact number, or the word that says why there is none."""
AmountOrGap = Annotated[Decimal | Gap, PlainValidator(_or_gap(_amount)), _or_gap_schema(_FIGURE | {"minimum": 0})]
"""An exact number from 0 on, or the word that says why there is none."""
PositiveOrGap = Annotated[
    Decimal | Gap, PlainValidator(_or_gap(_positive)), _or_gap_schema(_FIGURE | {"exclusiveMinimum": 0})
]
"""An exact number above 0, or the word that says why there is none."""


def _form_of(value: Any) -> str:
    """Which form a value has, so that only the errors of that form are told."""
    if isinstance(value, dict | BaseModel):
        return "mapping"
    return "list" if isinstance(value, list | tuple) else "text"


BY_FORM = Discriminator(_form_of)
"""Tells the forms of a value apart: a text, a list or a mapping."""


def _alone(value: str | tuple[str, ...]) -> str | tuple[str, ...]:
    """A list of one thing is that thing, so that the two ways to write it are no difference."""
    distinct = tuple(dict.fromkeys(value)) if isinstance(value, tuple) else (value,)
    return distinct[0] if len(distinct) == 1 else distinct


IdOrIds = Annotated[
    Annotated[Id, Tag("text")] | Annotated[tuple[Id, ...], Tag("list")], BY_FORM, AfterValidator(_alone)
]
"""An id, or several."""
FigureRow = Annotated[Annotated[AmountOrGap, Tag("text")] | Annotated[dict[Id, AmountOrGap], Tag("mapping")], BY_FORM]
"""A figure from 0 on, or one a column."""

"""What all shapes of the handbook have in common."""

import re
from collections.abc import Set
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Discriminator,
    ModelWrapValidatorHandler,
    PlainValidator,
    PrivateAttr,
    StringConstraints,
    Tag,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

TEXT_KEYS = frozenset(
    "name text definition short summary role why ask help choice printed number title organisation owner where depth"
    " not_required blank lost incomplete confidential unranked unit reports_to next default"
    " numerator denominator when".split()
)
"""Keys whose value people read, and which may have a translated twin (``name_en``)."""

TWIN = re.compile(r"(?P<base>[a-z_]+)_(?P<language>[a-z]{2})")
"""A key that translates another one."""


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


Text = Annotated[str, StringConstraints(min_length=1)]
"""Something people read."""
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
Language = Annotated[str, patterned(r"[a-z]{2}", "language")]
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


class Shape(BaseModel):
    """A mapping of the data: frozen, unknown keys are errors, remembers its line and its translations."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, populate_by_name=True)
    SHORT: ClassVar[str] = ""
    """The key that a plain text stands for, where the shape has a short form."""

    _line: int = PrivateAttr(0)
    _twins: dict[tuple[str, str], str] = PrivateAttr(default_factory=dict)

    @model_validator(mode="wrap")
    @classmethod
    def _read(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        line = getattr(data, "line", 0)
        if isinstance(data, str) and cls.SHORT:
            data = {cls.SHORT: data}
        twins: dict[tuple[str, str], str] = {}
        if isinstance(data, dict):
            data, twins = cls._lift_twins(data)
        shape = handler(data)
        if isinstance(shape, Shape):
            shape._line, shape._twins = line or shape._line, twins or shape._twins
        return shape

    @classmethod
    def _lift_twins(cls, data: dict[str, Any]) -> tuple[dict[str, Any], dict[tuple[str, str], str]]:
        twins = {}
        for key, value in data.items():
            match = TWIN.fullmatch(key)
            if match and cls.may_have_twin(match["base"]) and match["base"] in data and isinstance(value, str):
                twins[match["base"], match["language"]] = str(value)
        if not twins:
            return data, twins
        lifted = {f"{base}_{language}" for base, language in twins}
        return {key: value for key, value in data.items() if key not in lifted}, twins

    @classmethod
    def may_have_twin(cls, key: str) -> bool:
        """Whether a key of this shape holds a text that can be translated."""
        return key in TEXT_KEYS and key in cls.model_fields

    @property
    def line(self) -> int:
        """The line in its file, counted from 1; 0 where it was not read from one."""
        return self._line

    @property
    def twins(self) -> dict[tuple[str, str], str]:
        """Translations by key and language."""
        return self._twins

    def said(self, key: str, language: str) -> str:
        """The text of a key in a language, or as written where it has no twin."""
        return self._twins.get((key, language)) or getattr(self, key) or ""


class Kind(StrEnum):
    """Why an editor's note stands there."""

    INFERRED = "inferred"
    SUSPECT = "suspect"
    CORRECTED = "corrected"
    CONFLICT = "conflict"
    LOST = "lost"
    OUTDATED = "outdated"
    CAUTION = "caution"
    OMITTED = "omitted"


class Note(Shape):
    """A doubt, a correction or an open question, in the thing it is about."""

    kind: Kind
    """What sort of doubt it is."""
    text: Text
    """What the reader should know."""
    about: tuple[Address, ...] = ()
    """Keys here, level ids in a competency, or addresses; empty: the whole thing."""
    printed: Text | None = None
    """What the source has."""
    ask: Text | None = None
    """The open question to the owner."""
    where: Text | None = None
    """Place in the source."""


class Retired(Shape):
    """The end of a published thing, which stays in place."""

    why: Text
    """The reason, for those who come by an old link."""
    replaced_by: tuple[Address, ...] = ()
    """What is asked instead."""
    since: Version | None = None
    """The first release without it; filled in at the release."""


class Noted(Shape):
    """What every mapping not keyed by ids may have."""

    number: Text | None = None
    """As printed: 一, 1.2."""
    where: Text | None = None
    """Place in the source: 表5-1."""
    see: tuple[Address, ...] = ()
    """Related things, linked both ways."""
    notes: tuple[Note, ...] = ()
    """Editor's notes."""


class Topic(Noted):
    """A facet, subject or other name in a list of names; a plain name is its short form."""

    SHORT: ClassVar[str] = "name"
    name: Text
    """The name as the source has it."""
    weight: FigureRow | None = None
    """Share of an exam, for all levels or by level."""
    covers: "tuple[Topic, ...]" = ()
    """What belongs to it."""
    open_ended: bool = False
    """The source's list ends in 等."""


class Named(Noted):
    """A thing with a name."""

    name: Text
    """What people call it."""
    aliases: tuple[Topic, ...] = ()
    """Other names in use, or former ones."""


class Mortal(Named):
    """A thing with an id, which can end but never vanish."""

    retired: Retired | None = None
    """Set when it ends."""


class Reasoned(Noted):
    """A thing that has content, or the reason why there is none."""

    CONTENT: ClassVar[tuple[str, ...]] = ()
    """Keys of which at least one must hold something, unless a reason does."""
    EXCLUSIVE: ClassVar[tuple[str, ...]] = ()
    """Keys of which at most one may be there."""
    EXCUSES: ClassVar[tuple[str, ...]] = ()
    """Keys that stand for content and for a reason alike."""

    not_required: Text | None = None
    """Nothing is asked here; the value is the reason."""
    blank: Text | None = None
    """The source has nothing here, or a place to fill in; the value is the reason."""
    lost: Text | None = None
    """The source had it, our copy does not; the value is the reason."""
    incomplete: Text | None = None
    """Beside content: what is missing."""

    @property
    def reason(self) -> tuple[str, str] | None:
        """Which kind of nothing stands here, and why."""
        return next(((key, text) for key in ("not_required", "blank", "lost") if (text := getattr(self, key))), None)

    @classmethod
    def choice(cls, given: Set[str]) -> tuple[str, tuple[str, ...]] | None:
        """What is wrong with the keys that hold something: `both` or `neither` of some, or nothing."""
        content = tuple(key for key in cls.CONTENT if key in given)
        reasons = tuple(key for key in ("not_required", "blank", "lost") if key in given)
        clash = tuple(key for key in cls.EXCLUSIVE if key in given)
        if len(clash) > 1 or (content and reasons) or len(reasons) > 1:
            return "both", clash if len(clash) > 1 else content[:1] + reasons
        excused = any(key in given for key in cls.EXCUSES)
        return None if content or reasons or excused or not cls.CONTENT else ("neither", cls.CONTENT)

    @model_validator(mode="after")
    def _content_or_reason(self) -> Self:
        fields = type(self).model_fields
        given = {fields[key].alias or key for key in self.model_fields_set if getattr(self, key)}
        wrong_choice = self.choice(given)
        if wrong_choice:
            raise PydanticCustomError("choose-one", "{variant}", {"variant": wrong_choice[0]})
        return self


class Entry(Reasoned):
    """A piece of prose, with parts where it has them; a plain text is its short form."""

    SHORT: ClassVar[str] = "text"
    CONTENT: ClassVar[tuple[str, ...]] = ("text", "items")
    name: Text | None = None
    """Its heading."""
    text: Text | None = None
    """What it says."""
    items: "tuple[Entry, ...]" = ()
    """Its parts."""
    depth: Text | None = None
    """How well something must be known: 掌握, 熟悉."""
    declared: int | None = None
    """How many parts the source announces."""
    open_ended: bool = False
    """The source's list ends in 等."""
    new: bool = False
    """Marked as new in the source."""

"""What all shapes of the handbook have in common."""

import re
from collections.abc import Mapping, Set
from functools import cache
from typing import Any, ClassVar, Self, get_args

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    ModelWrapValidatorHandler,
    PrivateAttr,
    ValidationInfo,
    model_validator,
)
from pydantic_core import PydanticCustomError

from levelbook.model.note_kinds import KINDS_FOR_READERS, KINDS_FOR_TOOLS, Audience, Kind
from levelbook.model.values import (
    MARKED,
    TRANSLATED,
    Address,
    Count,
    FigureRow,
    Fixed,
    Name,
    Prose,
    Text,
    Version,
    WordingMark,
)
from levelbook.text.inline import qualified

TWIN = re.compile(r"(?P<base>[a-z_]+)_(?P<language>[a-z]{2})")
"""A key that translates another one (``name_en``)."""


class Shape(BaseModel):
    """A mapping of the data: frozen, unknown keys are errors, remembers its line and its translations."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, populate_by_name=True)
    SHORT: ClassVar[str] = ""
    """The key that a plain text stands for, where the shape has a short form."""
    INSTEAD: ClassVar[Mapping[str, str]] = {}
    """Keys that must be there unless another one is, with that one."""

    _line: int = PrivateAttr(0)
    _twins: dict[tuple[str, str], str] = PrivateAttr(default_factory=dict)

    @model_validator(mode="wrap")
    @classmethod
    def _read(cls, data: Any, handler: ModelWrapValidatorHandler[Self], info: ValidationInfo) -> Self:
        line = getattr(data, "line", 0)
        if isinstance(data, str) and cls.SHORT:
            data = {cls.SHORT: data}
        twins: dict[tuple[str, str], str] = {}
        if isinstance(data, dict):
            data, twins = cls._lift_twins(cls._qualify(data, info.context))
        shape = handler(data)
        if isinstance(shape, Shape):
            shape._line, shape._twins = line or shape._line, twins or shape._twins
        return shape

    @classmethod
    def _qualify(cls, data: dict[str, Any], context: Any) -> dict[str, Any]:
        """Texts whose links name their sequence, where they are read from the file of one."""
        sequence = context.get("home", "") if isinstance(context, Mapping) else ""
        linked = [key for key, value in data.items() if sequence and isinstance(value, str) and "](" in value]
        rewritten = {key: qualified(data[key], sequence) for key in linked if cls.may_hold_marks(key)}
        return {**data, **rewritten} if rewritten else data

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
        return TRANSLATED in _text_markers(cls).get(key, ())

    @classmethod
    def may_hold_marks(cls, key: str) -> bool:
        """Whether a key of this shape, or the one it translates, holds a text with bold, code and links."""
        twin = TWIN.fullmatch(key)
        return any(MARKED in _text_markers(cls).get(name, ()) for name in (key, twin["base"] if twin else key))

    @property
    def line(self) -> int:
        """The line in its file, counted from 1; 0 where it was not read from one."""
        return self._line

    @property
    def twins(self) -> dict[tuple[str, str], str]:
        """Translations by key and language."""
        return self._twins

    def localized(self, key: str, language: str) -> str:
        """The text of a key in a language, or as written where it has no twin."""
        # Asked half a million times a build; pydantic's own way to a private attribute is many times slower.
        private = self.__pydantic_private__ or {}
        twins: dict[tuple[str, str], str] = private.get("_twins", {})
        return twins.get((key, language)) or getattr(self, key) or ""


@cache
def _text_markers(shape: type[Shape]) -> dict[str, frozenset[str]]:
    """What is said of the keys of a shape that hold texts, by their types."""
    markers = {}
    for key, info in shape.model_fields.items():
        inner = (mark for arg in get_args(info.annotation) for mark in getattr(arg, "__metadata__", ()))
        markers[key] = frozenset(mark for mark in (*info.metadata, *inner) if isinstance(mark, str))
    return markers


class Note(Shape):
    """A doubt, a correction or an open question, in the thing it is about."""

    kind: Kind
    """What sort of doubt it is."""
    text: Prose
    """What the reader should know."""
    about: tuple[Address, ...] = ()
    """Keys here, level ids in a competency, or addresses; empty: the whole thing."""
    printed: Text | None = None
    """What the source has."""
    ask: Prose | None = None
    """The open question to the owner."""
    where: Text | None = None
    """Place in the source."""
    in_copy: Fixed | None = None
    """Place in our own copy of the source: for editors, never shown."""
    wording: WordingMark | None = None
    """The mark of the wording that is accepted; with another wording it is asked again."""
    audience: Audience | None = Field(None, alias="for")
    """Who needs it; otherwise as `changes_meaning` says."""
    changes_meaning: bool | None = None
    """Whether readers need it beside the text; otherwise as is usual for its kind."""

    @property
    def for_tools(self) -> bool:
        """Whether it answers what a command asked, so that only the list of all notes shows it."""
        return self.kind in KINDS_FOR_TOOLS

    @property
    def for_readers(self) -> bool:
        """Whether it changes what a reader makes of the thing."""
        if self.for_tools:
            return False
        if self.audience:
            return self.audience is Audience.READER
        return self.kind in KINDS_FOR_READERS if self.changes_meaning is None else self.changes_meaning


class Retired(Shape):
    """The end of a published thing, which stays in place."""

    why: Prose
    """The reason, for those who come by an old link."""
    replaced_by: tuple[Address, ...] = ()
    """What is asked instead."""
    since: Version | None = None
    """The first release without it; filled in at the release."""


class Noted(Shape):
    """What every mapping not keyed by ids may have."""

    number: Name | None = None
    """As printed: 一, 1.2."""
    where: Text | None = None
    """Place in the source: 表5-1."""
    in_copy: Fixed | None = None
    """Place in our own copy of the source: for editors, never shown."""
    see: tuple[Address, ...] = ()
    """Related things, linked both ways."""
    notes: tuple[Note, ...] = ()
    """Editor's notes."""


class Topic(Noted):
    """A facet, subject or other name in a list of names; a plain name is its short form."""

    SHORT: ClassVar[str] = "name"
    name: Name
    """The name as the source has it."""
    weight: FigureRow | None = None
    """Share of an exam, for all levels or by level."""
    covers: "tuple[Topic, ...]" = ()
    """What belongs to it."""
    open_ended: bool = False
    """The source's list ends in 等."""


class Named(Noted):
    """A thing with a name."""

    name: Name
    """What people call it."""
    aliases: tuple[Topic, ...] = ()
    """Other names in use, or former ones."""


class Mortal(Named):
    """A thing with an id, which can end but never vanish."""

    retired: Retired | None = None
    """Set when it ends."""


REASONS = ("not_required", "out_of_scope", "blank", "lost")
"""Keys whose value is the reason why there is no content."""


class Reasoned(Noted):
    """A thing that has content, or the reason why there is none."""

    CONTENT: ClassVar[tuple[str, ...]] = ()
    """Keys of which at least one must hold something, unless a reason does."""
    EXCLUSIVE: ClassVar[tuple[str, ...]] = ()
    """Keys of which at most one may be there."""
    EXCUSES: ClassVar[tuple[str, ...]] = ()
    """Keys that stand for content and for a reason alike."""

    not_required: Prose | None = None
    """Nothing is asked here; the value is the reason."""
    out_of_scope: Prose | None = None
    """The source never set out to say this; the value is the reason."""
    blank: Prose | None = None
    """The source has nothing here, or a place to fill in; the value is the reason."""
    lost: Prose | None = None
    """The source had it, our copy does not; the value is the reason."""
    incomplete: Prose | None = None
    """Beside content: what is missing."""

    @property
    def reason(self) -> tuple[str, str] | None:
        """Which kind of nothing stands here, and why."""
        return next(((key, text) for key in REASONS if (text := getattr(self, key))), None)

    @classmethod
    def choice(cls, filled: Set[str]) -> tuple[str, tuple[str, ...]] | None:
        """What is wrong with the keys that hold something: `both` or `neither` of some, or nothing."""
        content = tuple(key for key in cls.CONTENT if key in filled)
        reasons = tuple(key for key in REASONS if key in filled)
        clash = tuple(key for key in cls.EXCLUSIVE if key in filled)
        if len(clash) > 1 or (content and reasons) or len(reasons) > 1:
            return "both", clash if len(clash) > 1 else content[:1] + reasons
        excused = any(key in filled for key in cls.EXCUSES)
        return None if content or reasons or excused or not cls.CONTENT else ("neither", cls.CONTENT)

    @model_validator(mode="after")
    def _content_or_reason(self) -> Self:
        fields = type(self).model_fields
        filled = {fields[key].alias or key for key in self.model_fields_set if getattr(self, key)}
        wrong_choice = self.choice(filled)
        if wrong_choice:
            raise PydanticCustomError("choose-one", "{variant}", {"variant": wrong_choice[0]})
        return self


class Entry(Reasoned):
    """A piece of prose, with parts where it has them; a plain text is its short form."""

    SHORT: ClassVar[str] = "text"
    CONTENT: ClassVar[tuple[str, ...]] = ("text", "items")
    name: Name | None = None
    """Its heading."""
    text: Prose | None = None
    """What it says."""
    items: "tuple[Entry, ...]" = ()
    """Its parts."""
    depth: Text | None = None
    """How well something must be known: 掌握, 熟悉."""
    declared: Count | None = None
    """How many parts the source announces."""
    open_ended: bool = False
    """The source's list ends in 等."""
    new: bool = False
    """Marked as new in the source."""

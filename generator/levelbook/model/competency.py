"""One row of the rubric: a competency, its cells and their indicators."""

from enum import StrEnum
from typing import Any, ClassVar, Self

from pydantic import ConfigDict, Field, PrivateAttr

from levelbook.model import limits
from levelbook.model.base import Entry, Mortal, Noted, Reasoned, Retired, Shape, Topic
from levelbook.model.guidance import Guidance, WholeGuidance
from levelbook.model.statement import lead_of, with_statement
from levelbook.model.values import Code, Count, Fixed, Id, IdOrIds, IndicatorCode, Letter, Name, Prose, Text, too_much
from levelbook.text.inline import plain
from levelbook.text.terms import letters
from levelbook.tracing import lazily


class Document(Shape):
    """The root of a file, which knows where it stands."""

    _file: str = PrivateAttr("")
    _id: str = PrivateAttr("")

    @property
    def file(self) -> str:
        """Path of its file inside the data folder, with forward slashes."""
        return self._file

    @property
    def id(self) -> str:
        """The file's name without its ending, which is the thing's id."""
        return self._id

    def placed(self, file: str, name: str) -> Self:
        """The same, told where it stands; for the reader of files."""
        self._file, self._id = file, name
        return self


class CompetencyKind(StrEnum):
    """What a competency is about."""

    BEHAVIOUR = "behaviour"
    ABILITY = "ability"
    SKILL = "skill"
    KNOWLEDGE = "knowledge"
    TRAIT = "trait"
    DUTY = "duty"
    CONTRIBUTION = "contribution"
    CONDITION = "condition"


class Measure(StrEnum):
    """How it is found out whether somebody meets a competency."""

    BEHAVIOUR = "behaviour"
    EXAM = "exam"
    RECORD = "record"


class IndicatorItem(Shape):
    """A part of a statement that can be observed by itself; a plain text is its short form."""

    SHORT: ClassVar[str] = "text"
    id: Letter | None = None
    """Its letter, which no other item of the indicator ever gets; `levelbook ids` fills in what is left out."""
    text: Prose
    """What the person is seen to do."""
    retired: Retired | None = None
    """Set when it ends."""

    @property
    def letter(self) -> str:
        """Its letter; until it is written, the first that is free, in the order of the list."""
        return self.id or ""


class Indicator(Noted):
    """One observable statement, with a permanent code; a plain text is its short form."""

    model_config = ConfigDict(ignored_types=(lazily,))
    SHORT: ClassVar[str] = "text"
    INSTEAD: ClassVar[dict[str, str]] = {"text": "items"}
    id: IndicatorCode | None = None
    """Its code; `levelbook ids` fills in what is left out."""
    text: Prose
    """What the person is seen to do: the whole statement; in files with items, what leads them in."""
    every_item: tuple[IndicatorItem, ...] = Field((), alias="items", max_length=limits.LETTERS)
    """What of it can be observed by itself; what ended stays in place."""
    ids: dict[Id, Fixed] = Field(default_factory=dict)
    """What it is called elsewhere, by where: a UUID, a code of another framework."""
    name: Name | None = None
    """Lead word."""
    raises: tuple[IndicatorCode, ...] = ()
    """Asks more of the same behaviour than these of a lower level, and takes their place above."""
    holds: Id | None = None
    """The last level at which it holds too, where levels do not build on each other."""
    negative: bool = False
    """Counts the other way round."""
    depth: Text | None = None
    """How well something must be known: 掌握, 熟悉."""
    incomplete: Prose | None = None
    """What of it is missing."""
    guidance: Guidance | None = None
    """What the handbook adds of its own."""
    retired: Retired | None = None
    """Set when it ends."""

    @classmethod
    def _qualify(cls, data: dict[str, Any], context: Any) -> dict[str, Any]:
        items = data.get("items")
        if not isinstance(items, list | tuple):
            return super()._qualify(data, context)
        mappings = (item if isinstance(item, dict) else {IndicatorItem.SHORT: item} for item in items)
        parts = [IndicatorItem._qualify(item, context) for item in mappings]
        whole = with_statement({**super()._qualify(data, context), "items": parts})
        if len(whole.get("text", "")) > limits.TEXT:
            raise too_much("statement", limits.TEXT)
        return whole

    @property
    def code(self) -> str:
        """The permanent code, or nothing yet."""
        return self.id or ""

    @lazily
    def items(self) -> tuple[IndicatorItem, ...]:
        """The items in force."""
        return tuple(item for item in self.every_item if not item.retired)

    def lead(self, language: str) -> str:
        """What leads its items in; nothing where they stand alone. As written where not all of it is translated."""
        spoken = language if ("text", language) in self.twins else ""
        return lead_of(self.localized("text", spoken), [item.localized("text", spoken) for item in self.items])

    @property
    def words(self) -> str:
        """What it says without bold, code and links, which make no other demand."""
        return plain(self.text)

    @lazily
    def demand(self) -> str:
        """Its words without signs and blanks: two indicators with one demand ask the same, however they are typed."""
        return letters(self.text) or self.words


class Rated(Noted):
    """What holds indicators; those that ended are kept apart."""

    model_config = ConfigDict(ignored_types=(lazily,))
    every_indicator: tuple[Indicator, ...] = Field((), alias="indicators", max_length=limits.INDICATORS)
    """What is asked, in the source's order; those that ended stay in place."""

    @lazily
    def indicators(self) -> tuple[Indicator, ...]:
        """The indicators in force."""
        return tuple(indicator for indicator in self.every_indicator if not indicator.retired)

    @lazily
    def ended(self) -> tuple[Indicator, ...]:
        """The retired ones, for old links only."""
        return tuple(indicator for indicator in self.every_indicator if indicator.retired)


class Cell(Rated, Reasoned):
    """A competency at a level: summary and indicators, or the reason why there are none."""

    CONTENT: ClassVar[tuple[str, ...]] = ("indicators", "same_as", "as_level")
    name: Name | None = None
    """Where this level has a name of its own."""
    summary: Prose | None = None
    """The level in a sentence."""
    same_as: Id | None = None
    """That level's indicators hold here; own ones come on top."""
    as_level: bool = False
    """What the level itself expects is what is asked here; own indicators come on top."""
    declared: Count | None = None
    """How many indicators the source announces."""
    open_ended: bool = False
    """The source's list ends in 等."""
    guidance: WholeGuidance | None = None
    """What the handbook adds of its own."""


class Competency(Document, Rated, Reasoned, Mortal):
    """A row of the rubric; also a duty, a field of knowledge, a trait or a condition."""

    CONTENT: ClassVar[tuple[str, ...]] = ("levels", "indicators", "covers", "as_level")
    EXCLUSIVE: ClassVar[tuple[str, ...]] = ("levels", "indicators")
    code: Code | None = None
    """Its permanent code; `levelbook ids` fills in what is left out."""
    concept: IdOrIds | None = None
    """The shared concept it belongs to, or several."""
    definition: Prose | None = None
    """What it means."""
    short: Prose | None = None
    """The definition where a form wants less."""
    covers: tuple[Topic, ...] = ()
    """Facets, topics or subjects of an exam."""
    levels: dict[Id, Cell] = Field(default_factory=dict)
    """Its cells; every level of the sequence is answered for."""
    as_level: bool = False
    """What each level itself expects is what is asked there, where its cell is left out."""
    kind: CompetencyKind | None = None
    """What it is about, where its group does not say."""
    measured_by: Measure | None = None
    """How it is found out, where its group does not say."""
    sensitive: bool = False
    """Kept off forms unless asked for."""
    declared: Count | None = None
    """How many parts the source announces."""
    open_ended: bool = False
    """The source's list ends in 等."""
    sections: tuple[Entry, ...] = ()
    """The source's other prose."""
    guidance: WholeGuidance | None = None
    """What the handbook adds of its own."""

    @property
    def concepts(self) -> tuple[str, ...]:
        """The ids of the shared concepts it belongs to, the first one first."""
        named = self.concept or ()
        return (named,) if isinstance(named, str) else named

    def cell(self, level: str) -> Cell | None:
        """The cell at a level; none where the competency has no levels."""
        return self.levels.get(level)

    def home(self, code: str) -> str | None:
        """The level in whose cell an indicator in force is written."""
        homes = (level for level, cell in self.levels.items() if any(one.id == code for one in cell.indicators))
        return next(homes, None)

    def indicator(self, code: str) -> Indicator | None:
        """The indicator in force with this code."""
        return next((indicator for indicator in self.every_live() if indicator.id == code), None)

    def every_live(self) -> tuple[Indicator, ...]:
        """All indicators in force, those of low levels first."""
        return self.indicators + tuple(indicator for cell in self.levels.values() for indicator in cell.indicators)

"""Everywhere in a file where something is named: which words are addresses, ids of the own sequence, or sequences.

What can be renamed must be found everywhere, so the kinds of all keys stand in one table, `NAMES`; a test walks the
model and holds that every key of the types Id and Address is in it or in a list of those that name nothing outside.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

from levelbook.checks.names import mapping
from levelbook.commands.editing.workspace import Workspace
from levelbook.loading.nodes import Listing, Mapping, Text
from levelbook.loading.schema_walk import SchemaPart, fields
from levelbook.model.base import Note, Retired, Shape, Topic
from levelbook.model.competency import Cell, Competency, Indicator
from levelbook.model.growth import Action, Adjusted, Calibration, Chapter, Form, Phase, Section
from levelbook.model.handbook import Family, Release
from levelbook.model.position import Position, Reading, Weights
from levelbook.model.scale import Assessment, Scale
from levelbook.model.sequence import Grade, Group, SequenceHead
from levelbook.model.values import NEXT
from levelbook.text.inline import parse


class Naming(Enum):
    """How something is named."""

    ADDRESS = "address"
    """An id, a code, `sequence/id`, `id@level`."""
    ID = "id"
    """An id of the own sequence."""
    WORDS = "words"
    """A position's id, or words."""
    SEQUENCE = "sequence"
    """A sequence's folder."""


class Where(Enum):
    """Which part of the value behind a key names something."""

    VALUE = "value"
    """The text, or each text of the list."""
    KEYS = "keys"
    """Each key of the mapping."""
    VALUES = "values"
    """Each value of the mapping."""
    INNER_KEYS = "inner keys"
    """Each key of the mappings in the mapping."""


_A, _I, _W, _S = Naming
NAMES: Final[dict[tuple[type[Shape], str], tuple[tuple[Where, Naming], ...]]] = {
    (Group, "competencies"): ((Where.VALUE, _A),),
    (Action, "for"): ((Where.VALUE, _A),),
    (Section, "for"): ((Where.VALUE, _A),),
    (Chapter, "for"): ((Where.VALUE, _A),),
    (Retired, "replaced_by"): ((Where.VALUE, _A),),
    (Note, "about"): ((Where.VALUE, _A),),
    (Assessment, "against"): ((Where.VALUE, _A),),
    (Calibration, "competencies"): ((Where.KEYS, _A),),
    (Grade, "required"): ((Where.KEYS, _A), (Where.VALUES, _I)),
    (Position, "required"): ((Where.KEYS, _A), (Where.VALUES, _I)),
    (Weights, "points"): ((Where.KEYS, _A), (Where.INNER_KEYS, _I)),
    (Weights, "unassigned"): ((Where.KEYS, _A), (Where.INNER_KEYS, _I)),
    (Reading, "points"): ((Where.KEYS, _A), (Where.INNER_KEYS, _I)),
    (Reading, "unassigned"): ((Where.KEYS, _A), (Where.INNER_KEYS, _I)),
    (Indicator, "holds"): ((Where.VALUE, _I),),
    (Cell, "same_as"): ((Where.VALUE, _I),),
    (Grade, "level"): ((Where.VALUE, _I),),
    (Position, "level"): ((Where.VALUE, _I),),
    (Action, "target_from"): ((Where.VALUE, _I),),
    (Adjusted, "before"): ((Where.VALUE, _I),),
    (Adjusted, "after"): ((Where.VALUE, _I),),
    (Adjusted, "ratings"): ((Where.KEYS, _I),),
    (Calibration, "grade"): ((Where.VALUE, _I),),
    (Competency, "levels"): ((Where.KEYS, _I),),
    (Topic, "weight"): ((Where.KEYS, _I),),
    (SequenceHead, "positions"): ((Where.VALUE, _I),),
    (Phase, "forms"): ((Where.VALUE, _I),),
    (Form, "rows"): ((Where.VALUE, _I),),
    (Position, "reports_to"): ((Where.VALUE, _W),),
    (Position, "next"): ((Where.VALUE, _W),),
    (Family, "sequences"): ((Where.VALUE, _S),),
    (Scale, "source"): ((Where.VALUE, _S),),
    (Release, "words"): ((Where.KEYS, _A),),
}
"""What the keys of all shapes name; `see` is an address wherever it stands."""


@dataclass(frozen=True)
class Reference:
    """A word that names something."""

    naming: Naming
    part: SchemaPart
    """The mapping it stands in."""
    key: str
    """The key there."""
    word: str
    start: int
    """Where it begins in the text of the file."""
    end: int
    link: bool = False
    """Whether it is the target of a link in a text."""

    @property
    def pair(self) -> tuple[type[Shape], str]:
        """The shape and key."""
        return self.part.shape, self.key


def references(space: Workspace, path: str) -> Iterator[Reference]:
    """Everything that a file names, in no order; a ValueError where a word cannot be found as it is written."""
    text = space.text(path)
    keys_here = [(note, part) for part in space.parts(path) for note in part.node.at("notes") or ()]
    holders = {id(note): part for note, part in keys_here}
    for part in space.parts(path):
        for key, value in () if _published(part) else part.node.items():
            for where, naming in _rules(part.shape, key):
                for word in _words(value, where):
                    if naming is Naming.ADDRESS and _own_key(holders.get(id(part.node)), word):
                        continue
                    yield Reference(naming, part, str(key), str(word), *_inside(text, word))
    yield from _links(space, path, text)


def _rules(shape: type[Shape], key: str) -> tuple[tuple[Where, Naming], ...]:
    return ((Where.VALUE, Naming.ADDRESS),) if key == "see" else NAMES.get((shape, key), ())


def _published(part: SchemaPart) -> bool:
    """Whether it is a release that is out, whose words tell of things as they were called then."""
    return part.shape is Release and part.node.at("version") != NEXT


def _own_key(holder: SchemaPart | None, word: str) -> bool:
    """Whether a note is about a key of what it stands in, which no address is."""
    return holder is not None and (word in holder.node or word in fields(holder.shape))


def _words(value: Any, where: Where) -> Iterator[Text]:
    if where is Where.VALUE:
        yield from (item for item in (value if isinstance(value, Listing) else [value]) if isinstance(item, Text))
    elif where is Where.KEYS:
        yield from mapping(value)
    elif where is Where.VALUES:
        yield from (item for item in mapping(value).values() if isinstance(item, Text))
    else:
        yield from (key for inner in mapping(value).values() if isinstance(inner, Mapping) for key in inner)


def _inside(text: str, word: Text) -> tuple[int, int]:
    """Where a word stands in the text, within its quotes."""
    start, end = word.span.start, word.span.end
    if text[start : start + 1] in ("'", '"'):
        start, end = start + 1, end - 1
    end = start + len(word)
    if text[start:end] != word:
        raise ValueError(f"{word} is written in a way that cannot be changed")
    return start, end


def _links(space: Workspace, path: str, text: str) -> Iterator[Reference]:
    lines = None
    for text_at in space.texts(path):
        if "](" not in text_at.text or not text_at.shape.may_hold_marks(text_at.key):
            continue
        lines = lines or _line_starts(text)
        for link in parse(text_at.text).links():
            if not link.outside:
                span = text_at.text.at(link.start)
                start = lines[span.line - 1] + span.column - 1
                end = start + len(link.target)
                if text[start:end] != link.target:
                    raise ValueError(f"{link.target} is written in a way that cannot be changed")
                part = SchemaPart(text_at.shape, Mapping(), text_at.retired)
                yield Reference(Naming.ADDRESS, part, text_at.key, link.target, start, end, link=True)


def _line_starts(text: str) -> list[int]:
    starts = [0]
    for at, sign in enumerate(text):
        if sign == "\n" or (sign == "\r" and text[at + 1 : at + 2] != "\n"):
            starts.append(at + 1)
    return starts

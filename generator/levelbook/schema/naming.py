"""What may be named behind every key: the one table from which an editor's completion and its refusals come.

It says the same as the checks of references and levels do; tests hold each against the other, with what checks refuse.
"""

from enum import Enum
from typing import Final

from levelbook.model.base import Note, Retired, Shape, Topic
from levelbook.model.competency import Cell, Competency, Indicator
from levelbook.model.growth import Action, Adjusted, Calibration, Chapter, Form, FormField, Phase, Section
from levelbook.model.handbook import Family, Release
from levelbook.model.position import Position, Reading, Weights
from levelbook.model.scale import Assessment, Scale
from levelbook.model.sequence import Grade, Group, SequenceHead


class NameKind(Enum):
    """What a word names."""

    ANYTHING = "anything"
    NOTED = "noted"
    """What a note is about: a key, a level, any address, the code of an advice."""
    COMPETENCY = "competency"
    ROW = "row"
    """A group or a competency."""
    TARGET = "target"
    """A group, a competency, one of them at a level, or an indicator."""
    INDICATOR = "indicator"
    LEVEL = "level"
    LEVEL_OR_GAP = "level-or-gap"
    LEVEL_OR_NOT = "level-or-not"
    COLUMN = "column"
    """A level, grade or position."""
    GRADE = "grade"
    """A grade, or a level where a sequence has no grades."""
    AGAINST = "against"
    FORM = "form"
    ROWS = "rows"
    POSITION = "position"
    POSITION_OR_WORDS = "position-or-words"
    ROLE = "role"
    ACTION_TYPE = "action-type"
    SCALE = "scale"
    SCALE_OR_LEVELS = "scale-or-levels"
    CONCEPT = "concept"
    SEQUENCE = "sequence"


class Part(Enum):
    """Which part of the value behind a key names something."""

    VALUE = "value"
    ITEMS = "items"
    KEYS = "keys"
    VALUES = "values"
    """Each value of the mapping."""
    INNER_KEYS = "inner keys"
    """Each key of the mappings in the mapping."""


_V, _I, _K, _L, _N = Part
NAMED: Final[dict[tuple[type[Shape], str], dict[Part, NameKind]]] = {
    (Note, "about"): {_I: NameKind.NOTED},
    (Retired, "replaced_by"): {_I: NameKind.ANYTHING},
    (Group, "competencies"): {_I: NameKind.COMPETENCY},
    (Action, "for"): {_I: NameKind.TARGET},
    (Section, "for"): {_I: NameKind.TARGET},
    (Chapter, "for"): {_I: NameKind.TARGET},
    (Indicator, "raises"): {_I: NameKind.INDICATOR},
    (Indicator, "holds"): {_V: NameKind.LEVEL},
    (Competency, "levels"): {_K: NameKind.LEVEL},
    (Cell, "same_as"): {_V: NameKind.LEVEL},
    (Topic, "weight"): {_K: NameKind.LEVEL},
    (Grade, "level"): {_V: NameKind.LEVEL_OR_GAP},
    (Grade, "required"): {_K: NameKind.COMPETENCY, _L: NameKind.LEVEL},
    (Position, "level"): {_V: NameKind.LEVEL},
    (Position, "required"): {_K: NameKind.COMPETENCY, _L: NameKind.LEVEL_OR_NOT},
    (Position, "reports_to"): {_V: NameKind.POSITION_OR_WORDS},
    (Position, "next"): {_V: NameKind.POSITION_OR_WORDS},
    (Action, "target_from"): {_V: NameKind.LEVEL},
    (Action, "type"): {_V: NameKind.ACTION_TYPE},
    (Adjusted, "before"): {_V: NameKind.LEVEL},
    (Adjusted, "after"): {_V: NameKind.LEVEL},
    (Adjusted, "ratings"): {_K: NameKind.LEVEL},
    (Calibration, "grade"): {_V: NameKind.GRADE},
    (Calibration, "competencies"): {_K: NameKind.COMPETENCY},
    (Weights, "points"): {_K: NameKind.ROW, _N: NameKind.COLUMN},
    (Weights, "unassigned"): {_K: NameKind.ROW, _N: NameKind.COLUMN},
    (Reading, "points"): {_K: NameKind.ROW, _N: NameKind.COLUMN},
    (Reading, "unassigned"): {_K: NameKind.ROW, _N: NameKind.COLUMN},
    (SequenceHead, "positions"): {_I: NameKind.POSITION},
    (Assessment, "against"): {_V: NameKind.AGAINST},
    (Assessment, "scale"): {_V: NameKind.SCALE_OR_LEVELS},
    (Assessment, "parts"): {_V: NameKind.SCALE},
    (Phase, "forms"): {_I: NameKind.FORM},
    (Form, "rows"): {_V: NameKind.ROWS},
    (FormField, "by"): {_V: NameKind.ROLE},
    (Competency, "concept"): {_V: NameKind.CONCEPT, _I: NameKind.CONCEPT},
    (Scale, "source"): {_V: NameKind.SEQUENCE},
    (Family, "sequences"): {_I: NameKind.SEQUENCE},
    (Release, "words"): {},
}
"""What the keys of all shapes name; `see` names anything wherever it stands. A release's words are of codes that may be
gone by now, so nothing is held against them."""
OF_HANDBOOK: Final = frozenset({NameKind.SCALE, NameKind.SCALE_OR_LEVELS, NameKind.CONCEPT, NameKind.SEQUENCE})
"""What is the same for all sequences."""

AS_KEYS: Final = frozenset(name for parts in NAMED.values() for part, name in parts.items() if part in (_K, _N))
"""What mappings are keyed by."""


def named(shape: type[Shape], key: str) -> dict[Part, NameKind]:
    """What the parts of a key's value name."""
    return {Part.ITEMS: NameKind.ANYTHING} if key == "see" else NAMED.get((shape, key), {})

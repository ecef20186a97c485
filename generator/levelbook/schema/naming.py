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


class Named(Enum):
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
NAMED: Final[dict[tuple[type[Shape], str], dict[Part, Named]]] = {
    (Note, "about"): {_I: Named.NOTED},
    (Retired, "replaced_by"): {_I: Named.ANYTHING},
    (Group, "competencies"): {_I: Named.COMPETENCY},
    (Action, "for"): {_I: Named.TARGET},
    (Section, "for"): {_I: Named.TARGET},
    (Chapter, "for"): {_I: Named.TARGET},
    (Indicator, "raises"): {_I: Named.INDICATOR},
    (Competency, "levels"): {_K: Named.LEVEL},
    (Cell, "same_as"): {_V: Named.LEVEL},
    (Topic, "weight"): {_K: Named.LEVEL},
    (Grade, "level"): {_V: Named.LEVEL_OR_GAP},
    (Grade, "required"): {_K: Named.COMPETENCY, _L: Named.LEVEL},
    (Position, "level"): {_V: Named.LEVEL},
    (Position, "required"): {_K: Named.COMPETENCY, _L: Named.LEVEL_OR_NOT},
    (Position, "reports_to"): {_V: Named.POSITION_OR_WORDS},
    (Position, "next"): {_V: Named.POSITION_OR_WORDS},
    (Action, "target_from"): {_V: Named.LEVEL},
    (Action, "type"): {_V: Named.ACTION_TYPE},
    (Adjusted, "before"): {_V: Named.LEVEL},
    (Adjusted, "after"): {_V: Named.LEVEL},
    (Adjusted, "ratings"): {_K: Named.LEVEL},
    (Calibration, "grade"): {_V: Named.GRADE},
    (Calibration, "competencies"): {_K: Named.COMPETENCY},
    (Weights, "points"): {_K: Named.ROW, _N: Named.COLUMN},
    (Weights, "unassigned"): {_K: Named.ROW, _N: Named.COLUMN},
    (Reading, "points"): {_K: Named.ROW, _N: Named.COLUMN},
    (Reading, "unassigned"): {_K: Named.ROW, _N: Named.COLUMN},
    (SequenceHead, "positions"): {_I: Named.POSITION},
    (Assessment, "against"): {_V: Named.AGAINST},
    (Assessment, "scale"): {_V: Named.SCALE_OR_LEVELS},
    (Assessment, "parts"): {_V: Named.SCALE},
    (Phase, "forms"): {_I: Named.FORM},
    (Form, "rows"): {_V: Named.ROWS},
    (FormField, "by"): {_V: Named.ROLE},
    (Competency, "concept"): {_V: Named.CONCEPT},
    (Scale, "source"): {_V: Named.SEQUENCE},
    (Family, "sequences"): {_I: Named.SEQUENCE},
    (Release, "words"): {},
}
"""What the keys of all shapes name; `see` names anything wherever it stands. A release's words are of codes that may be
gone by now, so nothing is held against them."""
OF_HANDBOOK: Final = frozenset({Named.SCALE, Named.SCALE_OR_LEVELS, Named.CONCEPT, Named.SEQUENCE})
"""What is the same for all sequences."""

AS_KEYS: Final = frozenset(name for parts in NAMED.values() for part, name in parts.items() if part in (_K, _N))
"""What mappings are keyed by."""


def named(shape: type[Shape], key: str) -> dict[Part, Named]:
    """What the parts of a key's value name."""
    return {Part.ITEMS: Named.ANYTHING} if key == "see" else NAMED.get((shape, key), {})

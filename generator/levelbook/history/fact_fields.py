"""Which keys of the data are facts of the handbook, and why the others are not.

A fact is what a reader is asked, rated or counted by, or what things are called; releases are compared by facts alone.
Every key of every shape is named here once, which a test holds: whoever adds a key decides here what it is.
"""

from collections.abc import Mapping
from typing import Final

from levelbook.model import growth, guidance, position, scale
from levelbook.model.base import REASONS, Entry, Named, Noted, Retired, Shape, Topic
from levelbook.model.competency import Cell, Competency, Indicator, IndicatorItem
from levelbook.model.glossary import GlossaryFile, Term
from levelbook.model.handbook import Concept, Family, HandbookHead, Release, ReleaseWord
from levelbook.model.sequence import Grade, Group, Level, OpenCells, SequenceHead, Source, Words

FACTS: Final[Mapping[type[Shape], tuple[str, ...]]] = {
    HandbookHead: ("name", "language", "translations", "assessment"),
    Family: ("id", "name", "sequences"),
    SequenceHead: (
        *("name", "short_name", "kind", "reference", "definition", "words"),
        *("unranked", "cumulative", "assessment", "retired"),
    ),
    Words: ("level", "grade", "group", "competency", "indicator", "position"),
    Level: ("id", "name", "role", "value", "expectations", "retired"),
    Grade: ("id", "name", "role", "level", "required", "expectations", "retired"),
    Group: ("id", "name", "definition", "kind", "measured_by", "competencies", *REASONS, "retired"),
    Competency: (
        *("name", "concept", "definition", "short", "covers", "kind", "measured_by", "sensitive"),
        *(*REASONS, "retired"),
    ),
    Cell: ("name", "summary", "same_as", "as_level", *REASONS),
    Indicator: ("text", "every_item", "name", "raises", "holds", "negative", "depth", "retired"),
    IndicatorItem: ("id", "text", "retired"),
    position.Position: (
        *("name", "reports_to", "next", "level", "required", "conditions", "key_behaviours", "measures"),
        *(*REASONS, "retired"),
    ),
    position.KeyBehaviour: ("name", "standards", "measures"),
    position.KeyMeasure: ("name", "formula", "unit", "target", "deduct"),
    position.Formula: ("numerator", "denominator", "offset"),
    position.Deduction: ("when", "step", "points", "of"),
    position.Weights: ("total", "unit"),
    position.Reading: ("id", "name", "points", "unassigned"),
    scale.Assessment: ("by", "scale", "parts", "against", "pick"),
    scale.Scale: ("id", "name", "standard", "ratings", "exam"),
    scale.Rating: ("name", "points"),
    scale.Exam: ("out_of", "round", "bands"),
    scale.Band: ("lowest", "points"),
    Concept: ("id", "name", "definition", "retired"),
    growth.ActionType: ("id", "name", "choice"),
    growth.Action: ("type", "name", "text", "link", "targets", "target_from", "retired"),
    growth.Form: ("id", "name", "help", "rows", "fields"),
    growth.FormField: (
        *("id", "name", "fields", "input", "shows", "fill", "choices", "open_ended", "default", "by"),
        *("sensitive", "help"),
    ),
    growth.Row: ("id", "name", "months"),
    Entry: ("name", "text", "items", "depth", *REASONS),
    Topic: ("name", "weight", "covers"),
    Retired: ("why", "replaced_by", "since"),
}
"""The keys that are facts, by shape; a thing of its own has a line for itself, anything else stands in that of its
thing."""

_OWN: Final = "things of their own, with lines of their own"
_IN_CELLS: Final = "it stands in the lines of the cells that it fills"
_ADDRESS: Final = "it is the address of the line"
_SOURCE: Final = "what a source has printed, or leaves open"
_PROSE: Final = "prose beside what is asked"
_PROCESS: Final = "how people go about it, which asks nothing of anybody"
_WORDS: Final = "which words are used, not what is asked"
_OURS: Final = "the handbook adds it of its own: it asks nothing, and changing it changes nothing of what is asked"
_TAUGHT: Final = "what is taught, which asks nothing of anybody"

BESIDE_ALL: Final[Mapping[type[Shape], Mapping[str, str]]] = {
    Noted: {
        "number": _SOURCE,
        "where": _SOURCE,
        "in_copy": _SOURCE,
        "see": "it leads on, and asks nothing",
        "notes": "for editors, and about a text as it is now",
    },
    Named: {"aliases": "other names, to find it by"},
}
"""The keys that are no facts wherever they stand, with the reason."""

BESIDE: Final[Mapping[type[Shape], Mapping[str, str]]] = {
    HandbookHead: {
        "organisation": "whose it is",
        "description": _PROSE,
        "languages": "the same as language and translations",
        "reworded": _SOURCE,
        "families": _OWN,
        "moved_to": "where it is read",
        "guidance": _OURS,
        "sections": _PROSE,
    },
    SequenceHead: {
        "code": _ADDRESS,
        "source": _SOURCE,
        "incomplete": _SOURCE,
        "levels": _OWN,
        "grades": _OWN,
        "groups": _OWN,
        "open_cells": _IN_CELLS,
        "positions": "their order stands in their own lines",
        "guidance": _OURS,
        "sections": _PROSE,
    },
    Level: {"sections": _PROSE, "incomplete": _SOURCE},
    Grade: {"sections": _PROSE, "incomplete": _SOURCE},
    Group: {
        "groups": _OWN,
        "incomplete": _SOURCE,
        "declared": _SOURCE,
        "open_ended": _SOURCE,
        "sections": _PROSE,
    },
    Competency: {
        "code": _ADDRESS,
        "every_indicator": _OWN,
        "guidance": _OURS,
        "levels": _OWN,
        "as_level": _IN_CELLS,
        "incomplete": _SOURCE,
        "declared": _SOURCE,
        "open_ended": _SOURCE,
        "sections": _PROSE,
    },
    Cell: {
        "every_indicator": _OWN,
        "incomplete": _SOURCE,
        "declared": _SOURCE,
        "open_ended": _SOURCE,
        "guidance": _OURS,
    },
    Indicator: {"id": _ADDRESS, "ids": "what it is called elsewhere", "incomplete": _SOURCE, "guidance": _OURS},
    position.Position: {"incomplete": _SOURCE, "sections": _PROSE},
    position.Weights: {"points": _OWN, "unassigned": _OWN, "readings": _OWN, "sections": _PROSE},
    scale.Scale: {"source": _SOURCE, "added": _SOURCE},
    Concept: {"also_said": "further words, to find it by"},
    growth.ActionType: {"course": "it decides on a page, and asks nothing"},
    growth.Action: {"id": _ADDRESS, "minutes": "how long it takes, which asks nothing of anybody"},
    Entry: {"incomplete": _SOURCE, "declared": _SOURCE, "open_ended": _SOURCE, "new": _SOURCE},
    Topic: {"open_ended": _SOURCE},
}
"""The keys of one shape that are no facts, or have lines of their own, with the reason."""

BESIDE_WHOLE: Final[Mapping[type[Shape], str]] = {
    Source: _SOURCE,
    OpenCells: _IN_CELLS,
    Release: "it says when, not what",
    ReleaseWord: "it says what a change means, not what there is",
    guidance.Guidance: _OURS,
    guidance.WholeGuidance: _OURS,
    guidance.GuidanceText: _OURS,
    guidance.GuidanceOrigin: _OURS,
    growth.Actions: "only its courses, practices and their kinds are facts",
    growth.Plan: "only its forms are facts; " + _PROCESS,
    GlossaryFile: _WORDS,
    Term: _WORDS,
    growth.Role: _PROCESS,
    growth.Phase: _PROCESS,
    growth.Syllabus: _TAUGHT,
    growth.Edition: _TAUGHT,
    growth.Chapter: _TAUGHT,
    growth.Section: _TAUGHT,
    growth.Calibrations: "how a required level was found; the level itself is a fact",
    growth.Calibration: "how a required level was found; the level itself is a fact",
    growth.Adjusted: "how a required level was found; the level itself is a fact",
}
"""Shapes of which nothing is a fact, with the reason; what of them is one has a line of its own."""

RENAMED: Final[Mapping[str, str]] = {"kind": "about"}
"""Keys that are called otherwise in a fact, where `kind` says what sort of thing it is."""

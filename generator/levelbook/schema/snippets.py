"""What an editor offers to fill in at once: an indicator, a note, the end of something."""

from collections.abc import Mapping
from typing import Any, Final

from levelbook.catalogue import Catalogue
from levelbook.model.base import Note, Retired, Shape
from levelbook.model.competency import Cell, Indicator
from levelbook.model.growth import Action
from levelbook.model.position import KeyMeasure

_BODIES: Final[Mapping[type[Shape], tuple[tuple[str, Any], ...]]] = {
    Indicator: (("indicator", {"text": "$1"}), ("raising", {"text": "$1", "raises": ["$2"]})),
    Note: (
        ("note", {"kind": "${1:suspect}", "text": "$2"}),
        ("question", {"kind": "suspect", "text": "$1", "ask": "$2"}),
    ),
    Retired: (("retired", {"why": "$1", "replaced_by": ["$2"]}),),
    Cell: (("cell", {"summary": "$1", "indicators": [{"text": "$2"}]}), ("blank", {"blank": "$1"})),
    Action: (("course", {"type": "$1", "name": "$2", "for": ["$3"]}),),
    KeyMeasure: (("measure", {"name": "$1", "target": "${2:blank}"}),),
}
"""The keys of the commonest forms of a shape, with the places where the cursor goes; the first word names the label."""


def snippets(shape: type[Shape], words: Catalogue) -> list[dict[str, Any]]:
    """What is offered where a shape may stand."""
    labels = words.section("snippet")
    return [{"label": labels[name], "body": body} for name, body in _BODIES.get(shape, ())]

"""Does the handbook speak in its own words only where the source says nothing?"""

from collections.abc import Iterator, Mapping
from typing import Final

from levelbook.checks.context import CheckContext, error
from levelbook.loading.nodes import Mapping as Tree
from levelbook.loading.nodes import Text
from levelbook.model.base import Shape
from levelbook.model.competency import Cell, Competency
from levelbook.problems import Problem

_SAID_BY: Final[Mapping[type[Shape], str]] = {Competency: "definition", Cell: "summary"}
"""Under which key the source says what something is about."""


def in_short(ctx: CheckContext) -> Iterator[Problem]:
    """What is said in short stands only where the source has no definition or summary."""
    for _, data_file, part in ctx.parts():
        key = _SAID_BY.get(part.shape)
        guidance = part.node.at("guidance")
        if key and part.text(key) is not None and isinstance(guidance, Tree):
            said = guidance.key("in_short")
            if isinstance(said, Text):
                yield error("choose-one", data_file.place(said), "in_short", key=key)

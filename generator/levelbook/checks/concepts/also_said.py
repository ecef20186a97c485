"""Does every concept say once by which further words people look for it?"""

from collections.abc import Iterator
from typing import Any

from levelbook.checks.context import CheckContext, error
from levelbook.loading.data_file import DataFile
from levelbook.loading.nodes import Listing, Text
from levelbook.loading.schema_walk import SchemaPart
from levelbook.model.handbook import Concept
from levelbook.problems import Problem


def words(ctx: CheckContext) -> Iterator[Problem]:
    """Words that a concept lists twice, or that are its name already; capitals make no other word of one."""
    for _, data_file, part in ctx.parts():
        if part.shape is Concept:
            yield from _words(data_file, part)


def _words(data_file: DataFile[Any], part: SchemaPart) -> Iterator[Problem]:
    listed = part.node.at("also_said")
    name = part.text("name")
    first: dict[str, Text] = {name.strip().casefold(): name} if name else {}
    for word in listed if isinstance(listed, Listing) else ():
        if isinstance(word, Text):
            plain = word.strip().casefold()
            if plain in first:
                yield error("listed-twice", data_file.place(word), id=word, line=first[plain].line)
            first.setdefault(plain, word)

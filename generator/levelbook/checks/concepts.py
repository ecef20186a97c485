"""Do concepts say once by which further words people look for them, and do they bring anything together?"""

from collections.abc import Iterator
from typing import Any

from levelbook.checks.context import CheckContext, error, information
from levelbook.loading.data_file import DataFile
from levelbook.loading.nodes import Listing, Text
from levelbook.loading.schema_walk import SchemaPart
from levelbook.model.competency import Competency
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


def alone(ctx: CheckContext) -> Iterator[Problem]:
    """Concepts to which one competency in force belongs, and no other, once any brings several together."""
    members: dict[str, list[Text]] = {}
    for _, _, part in ctx.parts():
        if part.shape is Competency and not part.retired:
            for concept in part.named("concept"):
                members.setdefault(str(concept), []).append(part.text("name") or concept)
    concepts = ctx.folder.concepts
    begun = any(len(named) > 1 for named in members.values())
    for part in concepts.parts() if concepts and begun else ():
        key = part.text("id") if part.shape is Concept and not part.retired else None
        named = members.get(str(key), [])
        if key is not None and concepts and len(named) == 1:
            yield information("concept-alone", concepts.place(key), id=key, name=named[0])

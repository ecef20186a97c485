"""Do concepts bring anything together?"""

from collections.abc import Iterator

from levelbook.checks.context import CheckContext, information
from levelbook.loading.nodes import Text
from levelbook.model.competency import Competency
from levelbook.model.handbook import Concept
from levelbook.problems import Problem


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

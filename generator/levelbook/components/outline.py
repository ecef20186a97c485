"""How pages name the place of a thing in the data, and the page that shows it.

For lists of notes and of what is missing, which come from anywhere in the data. A place is named from the outside
in, each part under the one around it, and inherits the page of that one unless it has its own. A kind of thing that
is not named here falls through to the end of `_inside` and is named by its `name`, at the page around it: a new kind
breaks nothing, but it is found more coarsely than it could be.
"""

from dataclasses import dataclass

from levelbook.model.base import Entry, Named, Shape
from levelbook.model.competency import Competency, Indicator
from levelbook.model.growth import Action, Calibration, Chapter, Form, Phase
from levelbook.model.handbook import Concept, Sequence
from levelbook.model.position import Position
from levelbook.model.scale import Scale
from levelbook.model.sequence import Grade, Group, Level, SequenceHead, Source
from levelbook.queries.everything import Located
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.links import growth_targets
from levelbook.site.sitemap import PageKind

PAGE_OF_FILE = {
    "weights": PageKind.WEIGHTS,
    "actions": PageKind.ACTIONS,
    "plan": PageKind.PROCESS,
    "syllabus": PageKind.SYLLABUS,
    "calibrations": PageKind.CALIBRATION,
}
"""The pages of the files beside the head of a sequence."""


@dataclass(frozen=True)
class Location:
    """How to name a place in the data, and which page shows it."""

    name: str
    """The names on the way to it."""
    address: str

    def under(self, name: str, address: str = "") -> "Location":
        """A place in this one, on the same page unless it has its own."""
        joined = " › ".join(part for part in (self.name, name) if part)
        return Location(joined, address or self.address)


def location(ctx: Context, sequence: Sequence | None, thing: Located) -> Location:
    """The place of a thing, in a sequence or outside of all."""
    if thing.above is None:
        return _of_file(ctx, sequence, thing)
    return _inside(ctx, sequence, thing, thing.above.shape, location(ctx, sequence, thing.above))


def _of_file(ctx: Context, sequence: Sequence | None, thing: Located) -> Location:
    shape = thing.shape
    if thing.key:
        page = ctx.sitemap.address(PAGE_OF_FILE[thing.key], sequence) or urls.sequence(sequence) if sequence else ""
        return Location(ctx.words(f"key.{thing.key}"), page)
    if sequence and isinstance(shape, Competency):
        return Location(ctx.name(shape), urls.competency(sequence, shape.id))
    if sequence and isinstance(shape, Position):
        return Location(ctx.name(shape), urls.position(sequence, shape.id))
    if isinstance(shape, Scale | Concept):
        return Location(ctx.name(shape), "")
    return Location("", urls.sequence(sequence) if sequence else "")


def _inside(ctx: Context, sequence: Sequence | None, thing: Located, above: Shape, outer: Location) -> Location:
    part = thing.shape
    if isinstance(part, Indicator):
        return outer.under(part.code, urls.permanent(part.code) if part.code else "")
    if thing.key:
        return outer.under(*_keyed(ctx, sequence, above, thing.key, outer))
    if isinstance(part, Source):
        return outer.under(ctx.words("key.source"), urls.source(sequence) if sequence else "")
    if isinstance(part, Action):
        return outer.under(part.id or "", urls.permanent(part.id) if part.id else "")
    if isinstance(part, Entry) and isinstance(above, SequenceHead) and sequence:
        return outer.under(ctx.text(part, "name"), f"{sections_home(sequence)}#sections")
    name = ctx.name(part) if isinstance(part, Named) else ctx.text(part, "name") if hasattr(part, "name") else ""
    return outer.under(name, _page_of(ctx, sequence, part))


def _keyed(ctx: Context, sequence: Sequence | None, above: Shape, key: str, outer: Location) -> tuple[str, str]:
    """Name and page of what stands under an id: a cell, or a row named by an address."""
    level = sequence.level(key) if sequence else None
    if level:
        in_competency = isinstance(above, Competency)
        return ctx.name(level), f"{outer.address}#{urls.level_anchor(key)}" if in_competency else ""
    target = ctx.links.find(sequence, key)
    return (target.name if target else key), ""


def _page_of(ctx: Context, sequence: Sequence | None, part: Shape) -> str:
    if sequence is None:
        return ""
    if isinstance(part, Level) and not part.retired:
        return urls.level(sequence, part.id)
    if isinstance(part, Grade) and not part.retired:
        return urls.grade(sequence, part.id)
    if isinstance(part, Group) and not part.retired:
        return urls.group(sequence, part.id)
    if isinstance(part, Phase | Form | Chapter | Calibration):
        return next((target.address for key, target in growth_targets(ctx, sequence) if key == part.id), "")
    return ""


def sections_home(sequence: Sequence) -> str:
    """The page that shows the source's other prose: the sequence's own where there is little else on it."""
    return urls.source(sequence) if sequence.head.groups else urls.sequence(sequence)

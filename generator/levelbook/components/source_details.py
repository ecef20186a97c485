"""What may stand beside any thing of a source: number and place there, related things, what is missing, notes."""

from dataclasses import dataclass

from levelbook.components.editor_notes import Remark, remarks
from levelbook.model.base import Noted, Reasoned
from levelbook.model.competency import Indicator
from levelbook.model.handbook import Sequence
from levelbook.site.context import Context
from levelbook.site.links import LinkTarget
from levelbook.site.related import related


@dataclass(frozen=True)
class SourceDetails:
    """What stands beside a thing; most things have little of it."""

    number: str
    """As printed."""
    where: str
    """Its place in the source."""
    related: tuple[LinkTarget, ...]
    incomplete: str
    """What of it is missing."""
    remarks: tuple[Remark, ...]


def source_details(
    ctx: Context, sequence: Sequence | None, thing: Noted, here: LinkTarget | None = None
) -> SourceDetails:
    """The details of a thing; `here` is where it can be linked, so that what points to it is related too."""
    return SourceDetails(
        number=ctx.text(thing, "number"),
        where=ctx.text(thing, "where"),
        related=related(ctx, sequence, thing, here),
        incomplete=ctx.marked(thing, "incomplete") if isinstance(thing, Reasoned | Indicator) else "",
        remarks=remarks(ctx, sequence, thing),
    )

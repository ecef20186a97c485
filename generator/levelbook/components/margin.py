"""What stands beside any thing of the source: its number, its place there, related things, what editors remark."""

from dataclasses import dataclass

from levelbook.components.editor_notes import Remark, remarks
from levelbook.model.base import Noted
from levelbook.model.handbook import Sequence
from levelbook.site.context import Context
from levelbook.site.links import LinkTarget
from levelbook.site.related import related


@dataclass(frozen=True)
class Margin:
    """What stands beside a thing of the source, whatever it is; templates say where each part goes."""

    number: str = ""
    """As printed."""
    where: str = ""
    """Place in the source."""
    extent: str = ""
    """How many parts the source announces, and whether it lists them all."""
    incomplete: str = ""
    """What is missing of it."""
    see: tuple[LinkTarget, ...] = ()
    """Related things."""
    remarks: tuple[Remark, ...] = ()
    """Editor's notes on it."""


def margin(
    ctx: Context, sequence: Sequence | None, shape: Noted, extent: str = "", here: LinkTarget | None = None
) -> Margin:
    """What stands beside a thing; what points to it only where it can be pointed to, at its place `here`."""
    return Margin(
        number=ctx.text(shape, "number"),
        where=ctx.text(shape, "where"),
        extent=extent,
        incomplete=ctx.marked(shape, "incomplete") if "incomplete" in type(shape).model_fields else "",
        see=related(ctx, sequence, shape, here),
        remarks=remarks(ctx, sequence, shape),
    )

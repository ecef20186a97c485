"""What is known of a thing besides its content: number, place in the source, other names, related things.

The same is shown in two ways: as facts under the title of a page, and in the margin of whatever stands in a list.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from levelbook.components.editor_notes import Remark, remarks
from levelbook.components.level_chips import Chip
from levelbook.model.base import Named, Noted
from levelbook.model.handbook import Sequence
from levelbook.model.sequence import Grade, Level
from levelbook.site.context import Context
from levelbook.site.links import LinkTarget
from levelbook.site.related import related

SOURCE_KEYS = ("title", "organisation", "date", "version", "effective", "owner", "confidential")
"""What a source may say about itself, in order."""


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


@dataclass(frozen=True)
class Fact:
    """Something known, in words or as things to go to."""

    name: str
    """What it is."""
    targets: tuple[LinkTarget, ...]
    """What it says; without an address it is words only."""
    chip: Chip | None = None
    """A level."""
    of_layer: bool = False
    """Whether only editors need it."""


def text(name: str, value: str) -> Fact:
    """A fact in words."""
    return Fact(name, (LinkTarget(value, ""),) if value else ())


def known(facts: Iterator[Fact]) -> tuple[Fact, ...]:
    """The facts that say something."""
    return tuple(fact for fact in facts if fact.targets or fact.chip)


def common(ctx: Context, sequence: Sequence, thing: Named, here: LinkTarget | None) -> Iterator[Fact]:
    """What every named thing may have."""
    yield text(ctx.words("fact.aliases"), ctx.series(ctx.name(alias) for alias in thing.aliases))
    yield replace(text(ctx.words("fact.where"), ctx.text(thing, "where")), of_layer=True)
    yield Fact(ctx.words("competency.see"), related(ctx, sequence, thing, here))


def of_step(ctx: Context, sequence: Sequence, step: Level | Grade) -> tuple[Fact, ...]:
    """The facts of a level or grade."""
    return known(_facts_of_step(ctx, sequence, step))


def _facts_of_step(ctx: Context, sequence: Sequence, step: Level | Grade) -> Iterator[Fact]:
    yield from common(ctx, sequence, step, ctx.links.find(sequence, step.id))


def confidential(ctx: Context, sequence: Sequence) -> str:
    """What the source says about who may read it, and what to mind; nothing where it says nothing."""
    notice = ctx.text(sequence.head.source, "confidential") if sequence.head.source else ""
    return ctx.words("source.mind", text=notice) if notice else ""

"""What the handbook adds to a competency, a level of one or an indicator, as pages show it.

This is the one place that reads it for pages: whether the handbook shows any of it at all is asked here. Nothing that
counts, rates, compares or exports the standard knows of it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from levelbook.localized.releases import day
from levelbook.model.competency import Cell, Competency, Indicator
from levelbook.model.guidance import Guidance, GuidanceOrigin
from levelbook.model.handbook import Sequence
from levelbook.site.context import Context
from levelbook.text.inline import Marked

KINDS: Final = ("examples", "not_yet", "evidence", "ask_yourself", "grow")
"""What it can hold, in the order of level pages."""
FOR_RATING: Final = ("evidence", "not_yet", "examples", "ask_yourself")
"""What helps to rate, in the order in which one asks for it: how to grow is another talk."""

Guided = Competency | Cell | Indicator


@dataclass(frozen=True)
class InShort:
    """What a competency or level is about, in the handbook's words."""

    text: Marked
    by: str
    """Who wrote it and when, and that it is not the standard; nothing where what else is added there says so."""


@dataclass(frozen=True)
class GuidanceRow:
    """What is said of one kind."""

    kind: str
    word: str
    """What the kind is called."""
    texts: tuple[Marked, ...]


@dataclass(frozen=True)
class GuidanceBlock:
    """What the handbook adds in one place."""

    rows: tuple[GuidanceRow, ...]
    by: str
    """Who wrote it and when, as far as anybody says, and that it is not the standard."""
    kinds: str
    """What is in it, for the line under which it is folded."""


def guidance_block(
    ctx: Context, owner: Sequence, *things: Guided | None, kinds: tuple[str, ...] = KINDS
) -> GuidanceBlock | None:
    """What the handbook adds to some things, in one; none where it adds nothing, or shows nothing of it."""
    guidances = [thing.guidance for thing in things if thing and thing.guidance] if shown(ctx) else []
    rows = tuple(row for kind in kinds if (row := _row(ctx, guidances, kind)).texts)
    if not rows:
        return None
    used = (one for one in guidances if any(getattr(one, kind) for kind in kinds))
    return GuidanceBlock(rows, _told_by(ctx, owner, used), ctx.series(row.word for row in rows))


def in_short(
    ctx: Context, owner: Sequence, thing: Competency | Cell | None, around: GuidanceBlock | None
) -> InShort | None:
    """What a competency or level is about in the handbook's words, where the source does not say it; `around` is what
    else the handbook adds there.
    """
    if thing is None or not thing.guidance or not shown(ctx) or _said_by_source(thing):
        return None
    text = ctx.marked(thing.guidance, "in_short")
    return InShort(text, "" if around else _told_by(ctx, owner, [thing.guidance])) if text else None


def _said_by_source(thing: Competency | Cell) -> bool:
    return bool((thing.definition or thing.short) if isinstance(thing, Competency) else thing.summary)


def shown(ctx: Context) -> bool:
    """Whether the handbook shows what it adds."""
    return ctx.handbook.head.guidance


def _row(ctx: Context, guidances: list[Guidance], kind: str) -> GuidanceRow:
    texts = (ctx.marked(text, "text") for guidance in guidances for text in getattr(guidance, kind))
    return GuidanceRow(kind, ctx.words(f"guidance.{kind}"), tuple(texts))


def _told_by(ctx: Context, owner: Sequence, guidances: Iterable[Guidance]) -> str:
    """Who wrote some guidance and when, as far as anybody says, and that it is not the standard."""
    by = ctx.words("join.parted").join(dict.fromkeys(said for one in guidances if (said := _by(ctx, owner, one))))
    return ctx.words("guidance.by_say", by=by) if by else ctx.words("guidance.say")


def _by(ctx: Context, owner: Sequence, guidance: Guidance) -> str:
    """Who wrote it and when: said with it, or once for the sequence."""
    whole = owner.head.guidance
    author = next(_said(ctx, "author", guidance, whole), "")
    written = next(_said(ctx, "date", guidance, whole), "")
    return ctx.clauses([author, day(ctx, written)])


def _said(ctx: Context, key: str, *shapes: Guidance | GuidanceOrigin | None) -> Iterator[str]:
    yield from (text for shape in shapes if shape and (text := ctx.text(shape, key)))

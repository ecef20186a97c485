"""The page of a move: what another level, position or sequence would ask of somebody."""

from dataclasses import dataclass

from levelbook.components.basics import Choice, Link
from levelbook.model.handbook import Sequence
from levelbook.pages import comparison
from levelbook.pages.concept import page as concepts
from levelbook.pages.transfer.data import places
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.page import Layout, Page


@dataclass(frozen=True)
class Choices:
    """The sequences of a family."""

    name: str
    """The family."""
    choices: tuple[Choice, ...]
    """Its sequences."""


@dataclass(frozen=True)
class MoveView:
    """Everything on the page that stands there before anything is chosen."""

    families: tuple[Choices, ...]
    """The sequences by family."""
    data: str
    """The script with what all of them ask."""
    concepts: str
    """The page of shared concepts; nothing where there is none."""
    comparisons: tuple[Link, ...]
    """The comparisons within each sequence."""


def exists(ctx: Context) -> bool:
    """Whether there are two places between which one could move."""
    live = (one for one in ctx.handbook.sequences.values() if not one.head.retired)
    return sum(len(one.levels) or bool(one.competencies) for one in live) > 1


def start(ctx: Context, sequence: Sequence, key: str) -> str:
    """The page of a move from a level; nothing where there is nowhere to go, or the standard itself has ended."""
    return urls.move_from(sequence, key) if exists(ctx) and not sequence.head.retired else ""


def pages(ctx: Context) -> tuple[Page, ...]:
    """The page, where there is anything to choose."""
    if not exists(ctx):
        return ()
    page = Page(
        address=urls.MOVE,
        title=ctx.words("move.title"),
        template="move",
        view=_view(ctx),
        layout=Layout.FULL,
        description=ctx.words("move.lead"),
    )
    return (page,)


def _view(ctx: Context) -> MoveView:
    found = (Choices(ctx.name(family), tuple(_choices(ctx, family.sequences))) for family in ctx.handbook.head.families)
    compared = [one for one in ctx.handbook.sequences.values() if comparison.exists(ctx, one)]
    return MoveView(
        families=tuple(one for one in found if one.choices),
        data=urls.MOVE_DATA,
        concepts=urls.CONCEPTS if concepts.live(ctx) else "",
        comparisons=tuple(Link(ctx.sequence_name(one), urls.comparisons(one)) for one in compared),
    )


def _choices(ctx: Context, ids: tuple[str, ...]) -> list[Choice]:
    found: list[Sequence] = [ctx.handbook.sequences[key] for key in ids if key in ctx.handbook.sequences]
    return [Choice(one.id, ctx.sequence_name(one)) for one in found if places(ctx, one)]

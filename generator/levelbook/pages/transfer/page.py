"""The page that compares two roles: what another level, position or sequence would ask of somebody."""

from dataclasses import dataclass

from levelbook.components.choices import Choice
from levelbook.components.links import Link
from levelbook.model.handbook import Sequence
from levelbook.pages.transfer.data import transfer_roles
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.page import Layout, Page
from levelbook.site.sitemap import PageKind


@dataclass(frozen=True)
class FamilySequences:
    """The sequences of a family, to choose from."""

    name: str
    """The family."""
    choices: tuple[Choice, ...]
    """Its sequences."""


@dataclass(frozen=True)
class TransferView:
    """Everything on the page that stands there before anything is chosen."""

    families: tuple[FamilySequences, ...]
    """The sequences by family."""
    data: str
    """The script with what all of them ask."""
    concepts: str
    """The page of shared concepts; nothing where there is none."""
    comparisons: tuple[Link, ...]
    """The comparisons within each sequence."""


def pages(ctx: Context) -> tuple[Page, ...]:
    """The page, where there is anything to choose."""
    if not ctx.sitemap.has(PageKind.TRANSFER):
        return ()
    page = Page(
        place=ctx.sitemap.existing(PageKind.TRANSFER),
        template="transfer",
        view=_view(ctx),
        layout=Layout.FULL,
        description=ctx.words("transfer.lead"),
    )
    return (page,)


def _view(ctx: Context) -> TransferView:
    families = (
        FamilySequences(ctx.name(family), tuple(_choices(ctx, family.sequences)))
        for family in ctx.handbook.head.families
    )
    sequences = ctx.handbook.sequences.values()
    compared = [sequence for sequence in sequences if ctx.sitemap.has(PageKind.LEVEL_PAIRS, sequence)]
    return TransferView(
        families=tuple(family for family in families if family.choices),
        data=urls.TRANSFER_DATA,
        concepts=ctx.sitemap.address(PageKind.CONCEPTS),
        comparisons=tuple(Link(ctx.sequence_name(sequence), urls.level_pairs(sequence)) for sequence in compared),
    )


def _choices(ctx: Context, ids: tuple[str, ...]) -> list[Choice]:
    sequences: list[Sequence] = [ctx.handbook.sequences[key] for key in ids if key in ctx.handbook.sequences]
    return [Choice(sequence.id, ctx.sequence_name(sequence)) for sequence in sequences if transfer_roles(ctx, sequence)]

"""All sequences on one page: what each has, what can be done with it, how much of it is there, and where it comes from.

Those that can only be read for reference stand apart, with the reason: nobody finds a level of his own in them.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from levelbook.model.handbook import Sequence
from levelbook.pages.sequences.rows import ReferenceRow, SequenceRow, reference_row, sequence_row
from levelbook.pages.sequences.sources import SourceRow, source_row
from levelbook.queries.reference import is_for_reference
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.page import Heading, Layout, Page
from levelbook.site.sitemap import PageKind


@dataclass(frozen=True)
class FamilyRows:
    """A family with its sequences."""

    anchor: str
    name: str
    rows: tuple[SequenceRow, ...]


@dataclass(frozen=True)
class SequencesView:
    """Everything on the page of all sequences."""

    figures: str
    """How many there are, and how many of them only for reference."""
    families: tuple[FamilyRows, ...]
    """Those in use, by family."""
    reference: tuple[ReferenceRow, ...]
    """Those only for reference, and those no longer in force."""
    reference_note: str
    """How many, and why they stand apart."""
    sources: tuple[SourceRow, ...]
    """Where each comes from, and what of it is there."""
    own: bool
    """Whether none comes from anywhere, as all were written here."""


def pages(ctx: Context) -> tuple[Page, ...]:
    """The page of all sequences."""
    view = _view(ctx)
    page = Page(
        place=ctx.sitemap.existing(PageKind.SEQUENCES),
        template="sequences",
        view=view,
        headings=tuple(_headings(ctx, view)),
        anchors=frozenset(family.anchor for family in view.families),
        layout=Layout.FULL,
        description=ctx.words("sequences.lead"),
        has_script=False,
    )
    return (page,)


def _headings(ctx: Context, view: SequencesView) -> Iterable[Heading]:
    if view.reference:
        yield Heading("reference", ctx.words("sequences.reference"))
    if view.sources:
        yield Heading("sources", ctx.words("sequences.sources"))


def _view(ctx: Context) -> SequencesView:
    sequences = list(_in_order(ctx))
    apart = [sequence for sequence in sequences if is_for_reference(ctx, sequence)]
    sources = (source_row(ctx, sequence) for sequence in sequences)
    return SequencesView(
        figures=_figures(ctx, len(sequences), len(apart)),
        families=tuple(_families(ctx)),
        reference=tuple(reference_row(ctx, sequence) for sequence in apart),
        reference_note=ctx.words("sequences.reference_note", n=len(apart)),
        sources=tuple(row for row in sources if row),
        own=ctx.written_here(None),
    )


def _in_order(ctx: Context) -> Iterable[Sequence]:
    """All sequences: by family, then those of none."""
    sequences = ctx.handbook.sequences
    keys = [key for family in ctx.handbook.head.families for key in family.sequences if key in sequences]
    return (sequences[key] for key in dict.fromkeys([*keys, *sequences]))


def _families(ctx: Context) -> Iterable[FamilyRows]:
    """All families, those without a sequence in use too: the way to a page leads past its family."""
    families = ctx.handbook.head.families
    listed = {key for family in families for key in family.sequences}
    for family in families:
        yield FamilyRows(urls.family_anchor(family.id), ctx.name(family), _rows(ctx, family.sequences))
    rest = _rows(ctx, [key for key in ctx.handbook.sequences if key not in listed])
    if rest:
        yield FamilyRows(urls.family_anchor(""), ctx.words("sequences.other") if families else "", rest)


def _rows(ctx: Context, keys: Iterable[str]) -> tuple[SequenceRow, ...]:
    sequences = (sequence for key in keys if (sequence := ctx.handbook.sequences.get(key)))
    return tuple(sequence_row(ctx, sequence) for sequence in sequences if not is_for_reference(ctx, sequence))


def _figures(ctx: Context, every: int, apart: int) -> str:
    words = ctx.words
    parts = [words("sequences.figures", all=every)]
    if apart:
        parts += [words("sequences.usable", n=every - apart), words("sequences.for_reference", n=apart)]
    return ctx.clauses(parts)

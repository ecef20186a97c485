"""Where a sequence comes from, and what of it is there and what is not: a row of the list of standards."""

from collections.abc import Iterator
from dataclasses import dataclass

from levelbook.components import completeness
from levelbook.components.completeness import CompletenessRow
from levelbook.components.links import Link, sequence_link
from levelbook.localized.absence import shared_absence
from levelbook.localized.status import status_badge
from levelbook.model.handbook import Sequence
from levelbook.site.context import Context


@dataclass(frozen=True)
class SourceRow:
    """A sequence in the list of standards."""

    link: Link
    source: str
    """The document: its title, who published it, and when."""
    facts: tuple[tuple[str, str], ...]
    """What is there, what is not, and what has to be known before one relies on it."""


def source_row(ctx: Context, sequence: Sequence) -> SourceRow | None:
    """The row of a sequence; none where nothing is known of its source and nothing is missing."""
    facts = tuple(_facts(ctx, sequence))
    source = _source(ctx, sequence)
    is_worth = source or any(word != ctx.words("sequences.whole") for word, _ in facts)
    return SourceRow(sequence_link(ctx, sequence), source, facts) if is_worth else None


def _source(ctx: Context, sequence: Sequence) -> str:
    source = sequence.head.source
    if source is None:
        return ""
    title = ctx.words("sequences.document", title=ctx.text(source, "title"))
    return ctx.clauses([title, ctx.text(source, "organisation"), ctx.text(source, "date")])


def _facts(ctx: Context, sequence: Sequence) -> Iterator[tuple[str, str]]:
    words = ctx.words
    rows = completeness.rows(ctx, sequence)
    whole = [words("sequences.row_all", name=row.name, of=row.of) for row in rows if row.nothing is None]
    if whole:
        yield words("sequences.whole"), ctx.clauses(whole)
    parts = [_part(ctx, row) for row in rows if row.nothing]
    if parts:
        yield words("sequences.part"), ctx.clauses(parts)
    beyond = shared_absence(ctx, sequence)
    if beyond:
        yield beyond.text, str(beyond.why)
    if sequence.head.incomplete:
        yield words("sequences.lost"), ctx.text(sequence.head, "incomplete")
    status = status_badge(ctx, sequence)
    if status:
        yield status.word, status.reason


def _part(ctx: Context, row: CompletenessRow) -> str:
    why = row.nothing.text if row.nothing else ""
    return ctx.words("sequences.row_of", name=row.name, have=row.have, of=row.of, why=why)

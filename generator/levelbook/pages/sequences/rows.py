"""A sequence in the tables of all of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from levelbook.components import completeness
from levelbook.components.completeness import Meter
from levelbook.components.level_chips import Chip, chips
from levelbook.components.links import Link, sequence_link
from levelbook.localized.absence import Absence, absence
from levelbook.localized.names import count_members
from levelbook.localized.status import status_badge
from levelbook.model.competency import CompetencyKind
from levelbook.model.handbook import Sequence
from levelbook.queries.action_targets import live
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.sitemap import PageKind

OWN_COUNTS = frozenset({CompetencyKind.DUTY, CompetencyKind.CONTRIBUTION, CompetencyKind.KNOWLEDGE})
"""What is counted by its own word where a sequence has nothing else; all else are competencies."""


@dataclass(frozen=True)
class SequenceRow:
    """A sequence in use."""

    link: Link
    origin: str
    """Whose standard it is, of when, and of what kind."""
    chips: tuple[Chip, ...]
    """Its levels, low to high."""
    no_levels: Absence | None
    """Said where it has none."""
    contents: str
    """What there is, in figures."""
    doors: tuple[Link, ...]
    """What can be done with it."""
    meter: Meter | None
    """How much of it is there."""
    incomplete: Absence | None
    """That some of it is missing, where that cannot be measured."""


@dataclass(frozen=True)
class ReferenceRow:
    """A sequence that can only be read for reference."""

    link: Link
    origin: str
    contents: str
    why: str
    """The reason."""


def sequence_row(ctx: Context, sequence: Sequence) -> SequenceRow:
    """A sequence in use."""
    levels = chips(ctx, sequence)
    why = ctx.marked(sequence.head, "incomplete")
    meter = _meter(ctx, sequence)
    return SequenceRow(
        link=sequence_link(ctx, sequence),
        origin=_origin(ctx, sequence),
        chips=levels,
        no_levels=None if levels else Absence("na", ctx.words("sequences.no_levels")),
        contents=_contents(ctx, sequence),
        doors=tuple(_doors(ctx, sequence)),
        meter=meter,
        incomplete=None if meter else absence(ctx, sequence, "incomplete", why),
    )


def reference_row(ctx: Context, sequence: Sequence) -> ReferenceRow:
    """A sequence only for reference, or no longer in force."""
    return ReferenceRow(
        sequence_link(ctx, sequence), _origin(ctx, sequence), _contents(ctx, sequence), _why(ctx, sequence)
    )


def _why(ctx: Context, sequence: Sequence) -> str:
    """Why it is only for reference; where the data do not say, that nothing of what it asks is there."""
    head = sequence.head
    if head.retired:
        return ctx.words("retirement.why", why=ctx.text(head.retired, "why"))
    return ctx.text(head, "reference") or ctx.text(head, "incomplete") or ctx.words("sequences.nothing_there")


def _origin(ctx: Context, sequence: Sequence) -> str:
    source, status = sequence.head.source, status_badge(ctx, sequence)
    kind = ctx.clauses([ctx.text(sequence.head, "kind"), status.word if status else ""])
    if source is None:
        return kind
    organisation = ctx.text(source, "organisation") or ctx.words("sequences.unstated")
    issued = ctx.clauses([organisation, ctx.text(source, "date")])
    return ctx.words("sequences.origin", organisation=issued, kind=kind) if kind else issued


def _contents(ctx: Context, sequence: Sequence) -> str:
    competencies = list(sequence.competencies.values())
    indicators = sum(len(competency.every_live()) for competency in competencies)
    actions = len(live(sequence))
    chapters = sum(len(edition.chapters) for edition in sequence.syllabus.editions[-1:]) if sequence.syllabus else 0
    parts = [_competencies(ctx, sequence)] if competencies else []
    figures = {"indicator": indicators, "position": len(sequence.positions), "action": actions, "chapter": chapters}
    return ctx.clauses([*parts, *(ctx.count(unit, n) for unit, n in figures.items() if n)])


def _competencies(ctx: Context, sequence: Sequence) -> str:
    members = tuple((sequence, competency) for competency in sequence.competencies.values())
    kinds = {sequence.kind(competency) for _, competency in members}
    if len(kinds) == 1 and kinds <= OWN_COUNTS:
        return count_members(ctx, members)
    return ctx.count("short_competency_of", len(members))


def _doors(ctx: Context, sequence: Sequence) -> Iterator[Link]:
    sitemap = ctx.sitemap
    positions = sitemap.of(PageKind.POSITION, sequence)
    if len(positions) == 1:
        yield Link(ctx.words("sequences.position_page"), positions[0].address)
    elif positions and not sitemap.has(PageKind.POSITIONS, sequence):
        yield Link(ctx.word(sequence, "position"), f"{urls.sequence(sequence)}#positions")
    for kind in (PageKind.POSITIONS, PageKind.MATRIX, PageKind.LEVEL_PAIRS):
        yield from (Link(page.title, page.address) for page in sitemap.of(kind, sequence))
    if sitemap.of(PageKind.CHECKLIST, sequence):
        address = f"{urls.ASSESSMENTS}#{urls.sequence_anchor(sequence.id)}"
        yield Link(sitemap.existing(PageKind.ASSESSMENTS).title, address)


def _meter(ctx: Context, sequence: Sequence) -> Meter | None:
    """How much is there; none where some is missing that cannot be counted."""
    meter = completeness.meter(ctx, sequence)
    if meter and meter.rest:
        return meter
    if meter or not sequence.head.incomplete:
        return Meter("100", "", ctx.words("sequences.all_there"))
    return None

"""What a sequence has to offer, in figures that lead to it, and whether it is still in force."""

from dataclasses import dataclass

from levelbook.assessment import checklists
from levelbook.components.basics import Link
from levelbook.components.weight_table import weight_table
from levelbook.model.base import Kind, Note
from levelbook.model.competency import Measure
from levelbook.model.handbook import Sequence
from levelbook.pages import comparison, matrix, print_forms, process, syllabus
from levelbook.pages.actions import page as actions
from levelbook.pages.position import page as position
from levelbook.site import urls
from levelbook.site.context import Context

FEW = 8
"""So many positions can be chosen from at a glance."""


@dataclass(frozen=True)
class StatusBadge:
    """What has to be known before relying on a standard."""

    word: str
    """In a word: it has ended, or may be out of date."""
    why: str
    """The reason."""
    ended: bool
    """Whether it has ended."""


def status_badge(ctx: Context, sequence: Sequence) -> StatusBadge | None:
    """Whether a standard has ended, or is said to be out of date; that its date is not known says neither."""
    head = sequence.head
    if head.retired:
        return StatusBadge(ctx.words("offer.ended"), ctx.text(head.retired, "why"), ended=True)
    whole: tuple[Note, ...] = (*head.notes, *(head.source.notes if head.source else ()))
    old = next((note for note in whole if note.kind is Kind.OUTDATED and note.about != ("date",)), None)
    return StatusBadge(ctx.words("offer.outdated"), ctx.text(old, "text"), ended=False) if old else None


def contents(ctx: Context, sequence: Sequence) -> tuple[Link, ...]:
    """What there is, in figures, each leading to where it is."""
    return (*_demands(ctx, sequence), *_positions(ctx, sequence), *_others(ctx, sequence))


def _demands(ctx: Context, sequence: Sequence) -> list[Link]:
    own = list(sequence.competencies.values())
    indicators = sum(len(one.every_live()) for one in own)
    exams = sum(sequence.measure(one) is Measure.EXAM for one in own)
    home = f"{urls.sequence(sequence)}#tree"
    found = [Link(ctx.count("short_competency_of", len(own)), home)] if own else []
    if indicators:
        address = f"{urls.INDICATORS}?seq={sequence.id}"
        found.append(Link(ctx.count("indicator", indicators), address))
    return found + ([Link(ctx.count("exam", exams), home)] if exams else [])


def _positions(ctx: Context, sequence: Sequence) -> list[Link]:
    n = len(sequence.positions)
    if not n:
        return []
    page = f"{urls.sequence(sequence)}#positions"
    if position.compared(sequence):
        page = urls.positions(sequence)
    elif n == 1:
        page = urls.position(sequence, next(iter(sequence.positions)))
    return [Link(ctx.count("position", n), page)]


def _others(ctx: Context, sequence: Sequence) -> list[Link]:
    found = []
    if any(not one.why for one in checklists.checklists(ctx, sequence)):
        anchor = urls.sequence_anchor(sequence.id)
        found.append(Link(ctx.words("check.list"), f"{urls.CHECK}#{anchor}"))
    if weight_table(ctx, sequence):
        found.append(Link(ctx.words("points.title"), urls.weights(sequence)))
    if sequence.actions and actions.exists(sequence):
        live = sum(not one.retired for one in sequence.actions.actions)
        found.append(Link(ctx.count("action", live), urls.actions(sequence)))
    if process.exists(ctx, sequence):
        found.append(Link(ctx.words("process.title"), urls.process(sequence)))
    if sequence.syllabus and syllabus.exists(sequence):
        chapters = sum(len(one.chapters) for one in sequence.syllabus.editions[-1:])
        found.append(Link(ctx.count("chapter", chapters), urls.syllabus(sequence)))
    return found


def tables(ctx: Context, sequence: Sequence) -> tuple[Link, ...]:
    """Its tables: all levels of everything, any two of them, the one-page form."""
    links = []
    if matrix.exists(ctx, sequence):
        links.append(Link(ctx.words("matrix.title"), urls.matrix(sequence)))
    if comparison.exists(ctx, sequence):
        links.append(Link(ctx.words("compare.title"), urls.comparisons(sequence)))
    if print_forms.title(ctx, sequence):
        links.append(Link(print_forms.title(ctx, sequence), urls.form(sequence)))
    return tuple(links)


def instead(ctx: Context, sequence: Sequence) -> tuple[Link, ...]:
    """Where to go in a sequence without levels: its positions where they are few, else what it has."""
    if sequence.levels:
        return ()
    found = [Link(ctx.name(one), urls.position(sequence, key)) for key, one in sequence.positions.items()]
    listed = found if len(found) <= FEW else _positions(ctx, sequence)
    return (*listed, *_demands(ctx, sequence), *_others(ctx, sequence))

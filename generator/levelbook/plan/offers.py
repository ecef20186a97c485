"""What a sequence has to offer, in figures that lead to it, and whether it is still in force."""

from dataclasses import dataclass

from levelbook.model.base import Kind, Note
from levelbook.model.competency import Measure
from levelbook.model.handbook import Sequence
from levelbook.plan import actions, addresses, checklists, compare, form, matrix, position, process, syllabus
from levelbook.plan.desk import Desk
from levelbook.plan.points import ledger
from levelbook.plan.shared import Link

FEW = 8
"""So many positions can be chosen from at a glance."""


@dataclass(frozen=True)
class Mark:
    """What has to be known before relying on a standard."""

    word: str
    """In a word: it has ended, or may be out of date."""
    why: str
    """The reason."""
    ended: bool
    """Whether it has ended."""


def mark(desk: Desk, sequence: Sequence) -> Mark | None:
    """Whether a standard has ended, or is said to be out of date; that its date is not known says neither."""
    head = sequence.head
    if head.retired:
        return Mark(desk.words("offer.ended"), desk.said(head.retired, "why"), ended=True)
    whole: tuple[Note, ...] = (*head.notes, *(head.source.notes if head.source else ()))
    old = next((note for note in whole if note.kind is Kind.OUTDATED and note.about != ("date",)), None)
    return Mark(desk.words("offer.outdated"), desk.said(old, "text"), ended=False) if old else None


def contents(desk: Desk, sequence: Sequence) -> tuple[Link, ...]:
    """What there is, in figures, each leading to where it is."""
    return (*_demands(desk, sequence), *_positions(desk, sequence), *_others(desk, sequence))


def _demands(desk: Desk, sequence: Sequence) -> list[Link]:
    own = list(sequence.competencies.values())
    indicators = sum(len(one.every_live()) for one in own)
    exams = sum(sequence.measure(one) is Measure.EXAM for one in own)
    home = f"{addresses.sequence(sequence)}#tree"
    found = [Link(desk.count("short_competency_of", len(own)), home)] if own else []
    if indicators:
        address = f"{addresses.INDICATORS}?seq={sequence.id}"
        found.append(Link(desk.count("indicator", indicators), address))
    return found + ([Link(desk.count("exam", exams), home)] if exams else [])


def _positions(desk: Desk, sequence: Sequence) -> list[Link]:
    n = len(sequence.positions)
    if not n:
        return []
    page = f"{addresses.sequence(sequence)}#positions"
    if position.compared(sequence):
        page = addresses.positions(sequence)
    elif n == 1:
        page = addresses.position(sequence, next(iter(sequence.positions)))
    return [Link(desk.count("position", n), page)]


def _others(desk: Desk, sequence: Sequence) -> list[Link]:
    found = []
    if any(not one.why for one in checklists.checklists(desk, sequence)):
        anchor = addresses.sequence_anchor(sequence.id)
        found.append(Link(desk.words("check.list"), f"{addresses.CHECK}#{anchor}"))
    if ledger(desk, sequence):
        found.append(Link(desk.words("points.title"), addresses.weights(sequence)))
    if sequence.actions and actions.exists(sequence):
        live = sum(not one.retired for one in sequence.actions.actions)
        found.append(Link(desk.count("action", live), addresses.actions(sequence)))
    if process.exists(desk, sequence):
        found.append(Link(desk.words("process.title"), addresses.process(sequence)))
    if sequence.syllabus and syllabus.exists(sequence):
        chapters = sum(len(one.chapters) for one in sequence.syllabus.editions[-1:])
        found.append(Link(desk.count("chapter", chapters), addresses.syllabus(sequence)))
    return found


def tables(desk: Desk, sequence: Sequence) -> tuple[Link, ...]:
    """Its tables: all levels of everything, any two of them, the one-page form."""
    links = []
    if matrix.exists(desk, sequence):
        links.append(Link(desk.words("matrix.title"), addresses.matrix(sequence)))
    if compare.exists(desk, sequence):
        links.append(Link(desk.words("compare.title"), addresses.comparisons(sequence)))
    if form.title(desk, sequence):
        links.append(Link(form.title(desk, sequence), addresses.form(sequence)))
    return tuple(links)


def instead(desk: Desk, sequence: Sequence) -> tuple[Link, ...]:
    """Where to go in a sequence without levels: its positions where they are few, else what it has."""
    if sequence.levels:
        return ()
    found = [Link(desk.name(one), addresses.position(sequence, key)) for key, one in sequence.positions.items()]
    listed = found if len(found) <= FEW else _positions(desk, sequence)
    return (*listed, *_demands(desk, sequence), *_others(desk, sequence))

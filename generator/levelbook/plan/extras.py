"""What else a sequence has besides its ladder and tree: actions, process, syllabus, calibrations, source."""

from collections.abc import Iterator
from dataclasses import dataclass

from levelbook.model.handbook import Sequence
from levelbook.plan import actions, addresses, calibration, form, notes, process, provenance, reach, syllabus
from levelbook.plan.desk import Desk
from levelbook.plan.form_fields import plan_of
from levelbook.plan.places import parts
from levelbook.plan.shared import Link
from levelbook.plan.ways import text_of, type_of


@dataclass(frozen=True)
class Extra:
    """A page of a sequence."""

    link: Link
    """Its title and address."""
    say: str
    """What is on it, in figures."""


def extras(desk: Desk, sequence: Sequence) -> tuple[Extra, ...]:
    """The pages there are, in order."""
    return tuple(_extras(desk, sequence))


def _extras(desk: Desk, sequence: Sequence) -> Iterator[Extra]:
    if actions.exists(sequence):
        yield _extra(desk.words("actions.title"), addresses.actions(sequence), actions.figures(desk, sequence))
    plan = plan_of(desk, sequence)
    if plan and process.exists(desk, sequence):
        yield _extra(process.title(desk, sequence), addresses.process(sequence), process.figures(desk, plan))
    if form.title(desk, sequence):
        yield _extra(form.title(desk, sequence), addresses.form(sequence), desk.words("form.print_note"))
    if sequence.syllabus and syllabus.exists(sequence):
        said = syllabus.figures(desk, sequence.syllabus)
        yield _extra(desk.words("syllabus.title"), addresses.syllabus(sequence), said)
    if sequence.calibrations and calibration.exists(sequence):
        said = desk.count("calibration", len(sequence.calibrations.calibrations))
        yield _extra(desk.words("calibration.title"), addresses.calibration(sequence), said)
    if provenance.exists(desk, sequence):
        yield _extra(desk.words("provenance.title"), addresses.provenance(sequence), _of_source(desk, sequence))


def _extra(title: str, address: str, say: str) -> Extra:
    return Extra(Link(title, address), say)


def _of_source(desk: Desk, sequence: Sequence) -> str:
    source = sequence.head.source
    n = sum(1 for _ in notes.of_sequence(desk, sequence))
    return desk.clauses([desk.said(source, "title") if source else "", desk.count("note", n) if n else ""])


Found = tuple[str, str, str, str]
"""Title, address, word for its kind, more text to search in."""


def found(desk: Desk, sequence: Sequence) -> Iterator[Found]:
    """What the search finds of these pages: the pages, each action, and each phase, form, chapter and calibration."""
    name = desk.sequence_name(sequence)
    for one in extras(desk, sequence):
        yield one.link.text, one.link.address, desk.words("word.page"), f"{name} {one.say}"
    for action in reach.live(sequence):
        page = addresses.actions(sequence) + (f"#{action.id}" if action.id else "")
        more = " ".join(part for part in (action.id or "", type_of(desk, sequence, action), name) if part)
        yield text_of(desk, action), page, desk.words("word.action"), more
    for key, title, address in {one[0]: one for one in parts(sequence, desk.language)}.values():
        yield title, address, desk.words("word.page"), f"{name} {addresses.short_code(sequence, key)}"

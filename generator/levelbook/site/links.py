"""Where the addresses and codes written in the data lead on the site."""

from collections.abc import Iterator
from dataclasses import dataclass

from levelbook.localized.handbook import LocalizedHandbook
from levelbook.model.base import Named, Topic
from levelbook.model.competency import Competency
from levelbook.model.growth import Form
from levelbook.model.handbook import Sequence
from levelbook.model.position import Position
from levelbook.model.sequence import Grade, Group, Level
from levelbook.queries.codes import competency_code, short_code
from levelbook.queries.indicators import every_indicator
from levelbook.queries.process import has_process, lists, live_chapters
from levelbook.site import urls


@dataclass(frozen=True)
class LinkTarget:
    """A thing that can be linked."""

    name: str
    """What the link says."""
    address: str
    """Where it leads; empty where the thing has no page."""


class LinkIndex:
    """All things of a handbook by code, and by what the data may write for them."""

    def __init__(self, book: LocalizedHandbook) -> None:
        """Note down every code of the handbook."""
        self._book = book
        self._codes = dict(self._all())

    def of_code(self, code: str) -> LinkTarget | None:
        """What a permanent code names."""
        return self._codes.get(code)

    def find(self, sequence: Sequence | None, address: str) -> LinkTarget | None:
        """What an address of the data names, seen from a sequence."""
        if address in self._codes:
            return self._codes[address]
        before, at, step = address.partition("@")
        owner, key = self._book.home(sequence, before)
        if owner is None:
            return None
        target = self._codes.get(owner.code) if not key else self._by_id(owner, key)
        return self._at(owner, key, target, step) if target and at else target

    def position(self, sequence: Sequence, address: str) -> LinkTarget | None:
        """A position of this sequence or another by its address."""
        owner_id, slash, key = address.rpartition("/")
        owner = self._book.handbook.sequences.get(owner_id) if slash else sequence
        return self.find(owner, key) if owner and key in owner.positions else None

    def _by_id(self, owner: Sequence, key: str) -> LinkTarget | None:
        competency = owner.all_competencies.get(key)
        if competency is None:
            return self._codes.get(short_code(owner, key))
        code = competency_code(owner, competency)
        address = urls.competency(owner, key)
        if competency.retired:
            address = urls.permanent(code) if code else ""
        return self._target(competency, address)

    def _at(self, owner: Sequence, key: str, target: LinkTarget, step: str) -> LinkTarget:
        level = owner.level(step)
        if level is None:
            return target
        name = f"{target.name} {self._book.name(level)}"
        competency = owner.competencies.get(key)
        if competency is None:
            return LinkTarget(name, urls.level(owner, step))
        return LinkTarget(name, target.address + (f"#{urls.level_anchor(step)}" if competency.cell(step) else ""))

    def _target(self, shape: Named | Topic, address: str) -> LinkTarget:
        return LinkTarget(self._book.name(shape), address)

    def _all(self) -> Iterator[tuple[str, LinkTarget]]:
        for sequence in self._book.handbook.sequences.values():
            yield sequence.code, self._target(sequence.head, urls.sequence(sequence))
            yield from self._steps(sequence)
            yield from self._growth(sequence)
            for competency in sequence.all_competencies.values():
                yield from self._of_competency(sequence, competency)

    def _steps(self, sequence: Sequence) -> Iterator[tuple[str, LinkTarget]]:
        for level in sequence.levels:
            yield short_code(sequence, level.id), self._target(level, urls.level(sequence, level.id))
        for grade in sequence.grades:
            yield short_code(sequence, grade.id), self._target(grade, urls.grade(sequence, grade.id))
        for _, group in sequence.groups():
            yield short_code(sequence, group.id), self._target(group, urls.group(sequence, group.id))
        for key, position in sequence.positions.items():
            yield short_code(sequence, key), self._target(position, urls.position(sequence, key))
        for retired in _retired(sequence):
            code = short_code(sequence, retired.id)
            yield code, self._target(retired, urls.permanent(code))

    def _growth(self, sequence: Sequence) -> Iterator[tuple[str, LinkTarget]]:
        """Actions by their codes; phases, forms, chapters and calibrations by their ids."""
        for action in sequence.actions.actions if sequence.actions else ():
            if action.id and not action.retired:
                name = self._book.text(action, "name") or self._book.text(action, "text")
                yield action.id, LinkTarget(name, f"{urls.actions(sequence)}#{action.id}")
        for key, name, address in growth_places(self._book, sequence):
            yield short_code(sequence, key), LinkTarget(name, address)

    def _of_competency(self, sequence: Sequence, competency: Competency) -> Iterator[tuple[str, LinkTarget]]:
        code = competency_code(sequence, competency)
        target = self._by_id(sequence, competency.id)
        if code and target:
            yield code, target
        for indicator in every_indicator(competency):
            if indicator.code:
                yield indicator.code, LinkTarget(indicator.code, urls.permanent(indicator.code))


def growth_places(book: LocalizedHandbook, sequence: Sequence) -> Iterator[tuple[str, str, str]]:
    """Phases, forms, chapters and calibrations in force: id, name and place."""
    phases, forms = (sequence.plan.phases, sequence.plan.forms) if sequence.plan else ((), ())
    for phase in phases:
        yield phase.id, book.name(phase), f"{urls.process(sequence)}#{urls.part_anchor(phase.id)}"
    for form in forms:
        page = _page_of_form(sequence, form)
        if page:
            yield form.id, book.name(form), f"{page}#{urls.form_anchor(form.id)}"
    for edition in sequence.syllabus.editions if sequence.syllabus else ():
        for chapter in live_chapters(edition):
            yield chapter.id, book.name(chapter), f"{urls.syllabus(sequence)}#{urls.part_anchor(chapter.id)}"
    for calibration in sequence.calibrations.calibrations if sequence.calibrations else ():
        place = f"{urls.calibration(sequence)}#{urls.part_anchor(calibration.id)}"
        yield calibration.id, book.name(calibration), place


def _page_of_form(sequence: Sequence, form: Form) -> str:
    """The page that shows a form; nothing where it lists what the sequence does not have."""
    if has_process(sequence.plan):
        return urls.process(sequence)
    return urls.print_forms(sequence) if lists(sequence, form) else ""


def _retired(sequence: Sequence) -> Iterator[Level | Grade | Group | Position]:
    """What has been retired and has a page that says so; what stands in a retired group has none of its own."""
    head = sequence.head
    groups = (*head.groups, *(inner for _, group in sequence.groups() for inner in group.groups))
    every: list[Level | Grade | Group | Position] = [
        *head.levels,
        *head.grades,
        *groups,
        *sequence.all_positions.values(),
    ]
    yield from (thing for thing in every if thing.retired)

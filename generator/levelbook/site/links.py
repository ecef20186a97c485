"""Where the addresses written in the data lead on the site."""

from collections.abc import Iterator
from dataclasses import dataclass

from levelbook.model.competency import Competency, Indicator
from levelbook.model.growth import Form, Plan
from levelbook.model.handbook import Handbook, Sequence
from levelbook.model.position import Position
from levelbook.model.sequence import Grade, Group, Level
from levelbook.site import urls
from levelbook.text.inline import plain

LISTS = ("competencies", "levels", "grades")
"""Rows of forms that come from the handbook."""


@dataclass(frozen=True)
class LinkTarget:
    """A thing that can be linked."""

    name: str
    """What the link says."""
    address: str
    """Where it leads; empty where the thing has no page."""


class LinkIndex:
    """All things of a handbook by code, and by what the data may write for them."""

    def __init__(self, handbook: Handbook, language: str) -> None:
        """Note down every code of the handbook."""
        self._handbook = handbook
        self._language = language
        self._members = {
            urls.competency_code(one, competency): (one, competency)
            for one in handbook.sequences.values()
            for competency in one.competencies.values()
            if competency.code
        }
        self._codes = dict(self._all())

    def of_code(self, code: str) -> LinkTarget | None:
        """What a permanent code names."""
        return self._codes.get(code)

    def find(self, sequence: Sequence | None, address: str) -> LinkTarget | None:
        """What an address of the data names, seen from a sequence."""
        if address in self._codes:
            return self._codes[address]
        before, at, step = address.partition("@")
        owner, key = self.home(sequence, before)
        if owner is None:
            return None
        found = self._codes.get(owner.code) if not key else self._by_id(owner, key)
        return self._at(owner, key, found, step) if found and at else found

    def home(self, sequence: Sequence | None, address: str) -> tuple[Sequence | None, str]:
        """The sequence in which an address has its thing, and the thing's id there."""
        if address in self._members:
            owner, competency = self._members[address]
            return owner, competency.id
        owner_id, slash, key = address.rpartition("/")
        return (self._handbook.sequences.get(owner_id) if slash else sequence), key

    def _by_id(self, owner: Sequence, key: str) -> LinkTarget | None:
        competency = owner.all_competencies.get(key)
        if competency is None:
            return self._codes.get(urls.short_code(owner, key))
        code = urls.competency_code(owner, competency)
        address = urls.competency(owner, key)
        if competency.retired:
            address = urls.permanent(code) if code else ""
        return LinkTarget(competency.localized("name", self._language), address)

    def _at(self, owner: Sequence, key: str, found: LinkTarget, step: str) -> LinkTarget:
        level = owner.level(step)
        if level is None:
            return found
        name = f"{found.name} {level.localized('name', self._language)}"
        competency = owner.competencies.get(key)
        if competency is None:
            return LinkTarget(name, urls.level(owner, step))
        return LinkTarget(name, found.address + (f"#{urls.level_anchor(step)}" if competency.cell(step) else ""))

    def _all(self) -> Iterator[tuple[str, LinkTarget]]:
        for sequence in self._handbook.sequences.values():
            yield sequence.code, LinkTarget(sequence.head.localized("name", self._language), urls.sequence(sequence))
            yield from self._steps(sequence)
            yield from self._growth(sequence)
            for competency in sequence.all_competencies.values():
                yield from self._of_competency(sequence, competency)

    def _steps(self, sequence: Sequence) -> Iterator[tuple[str, LinkTarget]]:
        for level in sequence.levels:
            target = LinkTarget(level.localized("name", self._language), urls.level(sequence, level.id))
            yield urls.short_code(sequence, level.id), target
        for grade in sequence.grades:
            target = LinkTarget(grade.localized("name", self._language), urls.grade(sequence, grade.id))
            yield urls.short_code(sequence, grade.id), target
        for _, group in sequence.groups():
            target = LinkTarget(group.localized("name", self._language), urls.group(sequence, group.id))
            yield urls.short_code(sequence, group.id), target
        for key, position in sequence.positions.items():
            target = LinkTarget(position.localized("name", self._language), urls.position(sequence, key))
            yield urls.short_code(sequence, key), target
        for ended in _ended(sequence):
            code = urls.short_code(sequence, ended.id)
            yield code, LinkTarget(ended.localized("name", self._language), urls.permanent(code))

    def _growth(self, sequence: Sequence) -> Iterator[tuple[str, LinkTarget]]:
        """Actions by their codes; phases, forms, chapters and calibrations by their ids."""
        for action in sequence.actions.actions if sequence.actions else ():
            if action.id and not action.retired:
                name = action.localized("name", self._language) or plain(action.localized("text", self._language))
                yield action.id, LinkTarget(name, f"{urls.actions(sequence)}#{action.id}")
        for key, name, address in parts(sequence, self._language):
            yield urls.short_code(sequence, key), LinkTarget(name, address)

    def _of_competency(self, sequence: Sequence, competency: Competency) -> Iterator[tuple[str, LinkTarget]]:
        code = urls.competency_code(sequence, competency)
        target = self._by_id(sequence, competency.id)
        if code and target:
            yield code, target
        for indicator in every_indicator(competency):
            if indicator.code:
                yield indicator.code, LinkTarget(indicator.code, urls.permanent(indicator.code))


def _ended(sequence: Sequence) -> Iterator[Level | Grade | Group | Position]:
    """What has ended and has a page that says so; what stands in an ended group has none of its own."""
    head = sequence.head
    groups = (*head.groups, *(inner for _, group in sequence.groups() for inner in group.groups))
    every: list[Level | Grade | Group | Position] = [
        *head.levels,
        *head.grades,
        *groups,
        *sequence.all_positions.values(),
    ]
    yield from (one for one in every if one.retired)


def has_process(plan: Plan | None) -> bool:
    """Whether a plan says more than forms that list what stands in the handbook, which have a page of their own."""
    return bool(plan and (plan.phases or plan.sections or any(form.rows not in LISTS for form in plan.forms)))


def lists(sequence: Sequence, form: Form) -> bool:
    """Whether a form lists what stands in the handbook, and the sequence has any of it."""
    rows = {"competencies": sequence.competencies, "levels": sequence.levels, "grades": sequence.grades}
    return bool(rows.get(str(form.rows)))


def _page_of_form(sequence: Sequence, form: Form) -> str:
    """The page that shows a form; nothing where it lists what the sequence does not have."""
    if has_process(sequence.plan):
        return urls.process(sequence)
    return urls.form(sequence) if lists(sequence, form) else ""


def parts(sequence: Sequence, language: str) -> Iterator[tuple[str, str, str]]:
    """Phases, forms, chapters and calibrations in force: id, name and place."""
    phases, forms = (sequence.plan.phases, sequence.plan.forms) if sequence.plan else ((), ())
    for phase in phases:
        page = f"{urls.process(sequence)}#{urls.part_anchor(phase.id)}"
        yield phase.id, phase.localized("name", language), page
    for form in forms:
        page = _page_of_form(sequence, form)
        if page:
            yield form.id, form.localized("name", language), f"{page}#{urls.form_anchor(form.id)}"
    for edition in sequence.syllabus.editions if sequence.syllabus else ():
        for chapter in edition.chapters:
            page = f"{urls.syllabus(sequence)}#{urls.part_anchor(chapter.id)}"
            if not chapter.retired:
                yield chapter.id, chapter.localized("name", language), page
    for one in sequence.calibrations.calibrations if sequence.calibrations else ():
        page = f"{urls.calibration(sequence)}#{urls.part_anchor(one.id)}"
        yield one.id, one.localized("name", language), page


def every_indicator(competency: Competency) -> Iterator[Indicator]:
    """All indicators of a competency, ended ones too."""
    yield from competency.every_indicator
    for cell in competency.levels.values():
        yield from cell.every_indicator

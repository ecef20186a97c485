"""Where the addresses and codes written in the data lead on the site.

People write what is shortest where they stand: an id of their own sequence (`listening`), an id after that of
another sequence (`sales/listening`), or a permanent code (`KEY-LIS`, `KEY.junior`); behind any of them the level
that is meant (`listening@senior`). One dictionary of all codes, made once for a handbook, answers for all of these:
an id is looked up as the code that it makes with its sequence. A level leads to the cell of the competency before it,
or to the page of the level where there is no such competency.

To be minded by whoever changes this: every address here has to be one of the sitemap's or a permanent one, for
nobody asks again before a link is written; tests/build follows them all. What is retired leads to its permanent
page. An id that stands twice in a sequence, as that of a chapter does in every edition that has it, leads to the last.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from levelbook.localized.handbook import LocalizedHandbook
from levelbook.model.base import Named, Topic
from levelbook.model.competency import Competency
from levelbook.model.growth import Form
from levelbook.model.handbook import Sequence
from levelbook.model.position import Position
from levelbook.model.sequence import Grade, Group, Level
from levelbook.queries.codes import competency_code, item_codes, short_code
from levelbook.queries.courses import is_course
from levelbook.queries.indicators import every_indicator
from levelbook.queries.process import has_process, lists, live_chapters
from levelbook.queries.remembered import asked_once, remembered
from levelbook.site import urls


@dataclass(frozen=True)
class LinkTarget:
    """A thing that can be linked."""

    name: str
    address: str
    """Where it leads; empty where the thing has no page."""


KeyedTargets = Iterator[tuple[str, LinkTarget]]
"""Targets by their codes, or by their ids in a sequence."""


class LinkIndex:
    """All things of a handbook by code, and by what the data may write for them."""

    def __init__(self, book: LocalizedHandbook) -> None:
        """Look up nothing yet."""
        self._book = book

    def of_code(self, code: str) -> LinkTarget | None:
        """What a permanent code names."""
        return _of_code(self._book, code)

    def find(self, reader: Sequence | None, address: str) -> LinkTarget | None:
        """What an address of the data names, seen from a sequence."""
        coded = self.of_code(address)
        if coded:
            return coded
        thing, at, level = address.partition("@")
        owner, key = self._book.home(reader, thing)
        if owner is None:
            return None
        target = self._of_id(owner, key) if key else self.of_code(owner.code)
        return self._at_level(owner, key, target, level) if target and at else target

    def position(self, reader: Sequence, address: str) -> LinkTarget | None:
        """A position of this sequence or another by its address."""
        owner_id, slash, key = address.rpartition("/")
        owner = self._book.handbook.sequences.get(owner_id) if slash else reader
        return self.find(owner, key) if owner and key in owner.positions else None

    def _of_id(self, owner: Sequence, key: str) -> LinkTarget | None:
        """Competencies come first: those without a code of their own stand in no index."""
        competency = owner.all_competencies.get(key)
        return _competency(self._book, owner, competency) if competency else self.of_code(short_code(owner, key))

    def _at_level(self, owner: Sequence, key: str, target: LinkTarget, step: str) -> LinkTarget:
        level = owner.level(step)
        if level is None:
            return target
        name = f"{target.name} {self._book.name(level)}"
        competency = owner.competencies.get(key)
        if competency is None:
            return LinkTarget(name, urls.level(owner, step))
        return LinkTarget(name, target.address + (f"#{urls.level_anchor(step)}" if competency.cell(step) else ""))


@asked_once(lambda code: code)
def _of_code(book: LocalizedHandbook, code: str) -> LinkTarget | None:
    return _targets(book).get(code)


@remembered(lambda: ())
def _targets(book: LocalizedHandbook) -> dict[str, LinkTarget]:
    """All things of a handbook by code."""
    sequences = book.handbook.sequences.values()
    return {code: target for sequence in sequences for code, target in _targets_of(book, sequence).items()}


@asked_once(lambda sequence: sequence.id)
def _targets_of(book: LocalizedHandbook, sequence: Sequence) -> dict[str, LinkTarget]:
    return dict(_by_code(book, sequence))


def _by_code(book: LocalizedHandbook, sequence: Sequence) -> KeyedTargets:
    yield sequence.code, _target(book, sequence.head, urls.sequence(sequence))
    yield from _steps_and_groups(book, sequence)
    yield from _actions(book, sequence)
    for key, target in growth_targets(book, sequence):
        yield short_code(sequence, key), target
    for competency in sequence.all_competencies.values():
        yield from _competency_and_indicators(book, sequence, competency)


def _target(book: LocalizedHandbook, thing: Named | Topic, address: str) -> LinkTarget:
    return LinkTarget(book.name(thing), address)


def _steps_and_groups(book: LocalizedHandbook, sequence: Sequence) -> KeyedTargets:
    for level in sequence.levels:
        yield short_code(sequence, level.id), _target(book, level, urls.level(sequence, level.id))
    for grade in sequence.grades:
        yield short_code(sequence, grade.id), _target(book, grade, urls.grade(sequence, grade.id))
    for _, group in sequence.groups():
        yield short_code(sequence, group.id), _target(book, group, urls.group(sequence, group.id))
    for key, position in sequence.positions.items():
        yield short_code(sequence, key), _target(book, position, urls.position(sequence, key))
    for retired in _retired(sequence):
        code = short_code(sequence, retired.id)
        yield code, _target(book, retired, urls.permanent(code))


def _retired(sequence: Sequence) -> Iterator[Level | Grade | Group | Position]:
    """What has been retired and has a page that says so; what stands in a retired group has none of its own."""
    head = sequence.head
    inner_groups = (inner for _, group in sequence.groups() for inner in group.groups)
    things: list[Level | Grade | Group | Position] = [
        *head.levels,
        *head.grades,
        *head.groups,
        *inner_groups,
        *sequence.all_positions.values(),
    ]
    return (thing for thing in things if thing.retired)


def _actions(book: LocalizedHandbook, sequence: Sequence) -> KeyedTargets:
    """Courses, at their pages, and practices, on the list; one without a name is called by what it says."""
    for action in sequence.actions.actions if sequence.actions else ():
        if action.id and not action.retired:
            name = book.text(action, "name") or book.text(action, "text")
            page = urls.course(sequence, action.id) if is_course(sequence, action) else ""
            yield action.id, LinkTarget(name, page or f"{urls.actions(sequence)}#{action.id}")


def growth_targets(book: LocalizedHandbook, sequence: Sequence) -> KeyedTargets:
    """Phases, forms, chapters and calibrations in force, by their ids."""
    plan, syllabus, calibrations = sequence.plan, sequence.syllabus, sequence.calibrations
    for phase in plan.phases if plan else ():
        yield phase.id, _target(book, phase, f"{urls.process(sequence)}#{urls.part_anchor(phase.id)}")
    for form in plan.forms if plan else ():
        page = _page_of_form(sequence, form)
        if page:
            yield form.id, _target(book, form, f"{page}#{urls.form_anchor(form.id)}")
    for edition in syllabus.editions if syllabus else ():
        for chapter in live_chapters(edition):
            yield chapter.id, _target(book, chapter, f"{urls.syllabus(sequence)}#{urls.part_anchor(chapter.id)}")
    for calibration in calibrations.calibrations if calibrations else ():
        anchor = urls.part_anchor(calibration.id)
        yield calibration.id, _target(book, calibration, f"{urls.calibration(sequence)}#{anchor}")


def _page_of_form(sequence: Sequence, form: Form) -> str:
    """The page that shows a form; nothing where it lists what the sequence does not have."""
    if has_process(sequence.plan):
        return urls.process(sequence)
    return urls.print_forms(sequence) if lists(sequence, form) else ""


def _competency_and_indicators(book: LocalizedHandbook, sequence: Sequence, competency: Competency) -> KeyedTargets:
    code = competency_code(sequence, competency)
    if code:
        yield code, _competency(book, sequence, competency)
    for indicator in every_indicator(competency):
        if indicator.code:
            yield indicator.code, LinkTarget(indicator.code, urls.permanent(indicator.code))
            for code in item_codes(indicator):
                yield code, LinkTarget(code, f"{urls.permanent(indicator.code)}#{code}")


def _competency(book: LocalizedHandbook, owner: Sequence, competency: Competency) -> LinkTarget:
    """A competency at its page; a retired one has only that of its code, or none."""
    if not competency.retired:
        return _target(book, competency, urls.competency(owner, competency.id))
    code = competency_code(owner, competency)
    return _target(book, competency, urls.permanent(code) if code else "")

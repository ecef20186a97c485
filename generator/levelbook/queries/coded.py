"""Everything of a handbook that has a code, in force or ended, and what has become of a code or folder of long ago.

Codes stay, but four kinds of name do not: the folder of a sequence, the file of a competency, and the ids of levels,
grades, groups, positions and the like, which are the ends of their codes (`KEY.senior`). The ledger notes each such
change (`History.paths`, `History.now`), and what is looked up here goes by it; backwards too, for a change that is
published and does not hold yet. A thing also ends with what it stands in: an indicator with its cell's level, an inner
group with the outer one.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from levelbook.model.base import Retired
from levelbook.model.competency import Competency, Indicator
from levelbook.model.growth import Action, Calibration, Chapter, Form, Phase
from levelbook.model.handbook import Handbook, Sequence
from levelbook.model.ledger import led_on
from levelbook.model.position import Position
from levelbook.model.sequence import Grade, Group, Level, SequenceHead
from levelbook.model.statement import indicator_of_item
from levelbook.queries.codes import competency_code, short_code
from levelbook.queries.index import HandbookIndex
from levelbook.queries.remembered import asked_once, remembered

Coded = (
    SequenceHead
    | Level
    | Grade
    | Group
    | Position
    | Competency
    | Indicator
    | Action
    | Phase
    | Form
    | Chapter
    | Calibration
)
"""What can have a code."""


@dataclass(frozen=True)
class CodedThing:
    """A thing with where it stands."""

    code: str
    """Its permanent code; nothing for a competency that has none yet."""
    sequence: Sequence
    model: Coded
    key: str = ""
    """Its id in the sequence; nothing for a sequence, an indicator or an action."""
    competency: Competency | None = None
    """For an indicator, its competency."""
    level: str = ""
    """For an indicator, the id of its level; nothing where it holds for all."""
    retired: Retired | None = None
    """Set where it has ended, by itself or with what it stands in."""


class CodedThings:
    """All things of a handbook, by the names that they have and had."""

    def __init__(self, handbook: Handbook, things: Iterable[CodedThing]) -> None:
        """Note everything down once."""
        self._history = handbook.history
        self._former = handbook.history.former_codes()
        self._sequences = handbook.sequences
        self._by_code: dict[str, CodedThing] = {}
        self._by_path: dict[str, CodedThing] = {}
        self._homes = {sequence.code: sequence for sequence in handbook.sequences.values()}
        for thing in things:
            if thing.code:
                self._note(thing)
            if isinstance(thing.model, Competency):
                self._by_path[f"{thing.sequence.id}/{thing.key}"] = thing

    def _note(self, thing: CodedThing) -> None:
        """A chapter stands in several editions: one of them in force is enough for it to be."""
        known = self._by_code.get(thing.code)
        if known is None or known.retired:
            self._by_code[thing.code] = thing

    @property
    def every(self) -> Iterable[CodedThing]:
        """All things that have a code."""
        return self._by_code.values()

    @property
    def codes(self) -> Iterable[str]:
        """The codes of all things."""
        return self._by_code.keys()

    def of_code(self, code: str) -> CodedThing | None:
        """What a code of now, of long ago or of a day ahead means; that of an item means its indicator."""
        newest = self.newest(code)
        codes = (newest, *self._former.get(newest, ()), indicator_of_item(code))
        return next((self._by_code[one] for one in codes if one in self._by_code), None)

    def newest(self, code: str) -> str:
        """The code that has taken the place of a code, or the code itself."""
        codes = led_on(code, self._history.now)
        return next((one for one in codes if one in self._by_code), codes[-1])

    def sequence(self, folder: str) -> Sequence | None:
        """The sequence that stands in a folder, or once stood there."""
        return self._sequences.get(folder) or self._homes.get(self._history.paths.get(folder, ""))

    @property
    def folders(self) -> tuple[str, ...]:
        """Every folder in which a sequence stands, or once stood."""
        return (*self._sequences, *(path for path in self._history.paths if "/" not in path))

    def competency(self, folder: str, key: str) -> CodedThing | None:
        """The competency that stands in a file of a folder, or once stood there."""
        path = f"{folder}/{key}"
        home = self.sequence(folder)
        by_ledger = self.of_code(self._history.paths.get(path, ""))
        return self._by_path.get(path) or by_ledger or (self._by_path.get(f"{home.id}/{key}") if home else None)

    def of_id(self, sequence: Sequence, key: str) -> CodedThing | None:
        """What has an id in a sequence, or had it."""
        return self.of_code(short_code(sequence, key))


@remembered(lambda: "coded things")
def coded_things(index: HandbookIndex) -> CodedThings:
    """All things of the handbook, looked up once."""
    return CodedThings(index.handbook, _things(index))


@asked_once(lambda code: code)
def coded_thing(index: HandbookIndex, code: str) -> CodedThing | None:
    """What a code of now, of long ago or of a day ahead means."""
    return coded_things(index).of_code(code)


@asked_once(lambda: "things")
def _things(index: HandbookIndex) -> tuple[CodedThing, ...]:
    return tuple(thing for sequence in index.handbook.sequences.values() for thing in _things_of(index, sequence))


@asked_once(lambda sequence: sequence.id)
def _things_of(_: HandbookIndex, sequence: Sequence) -> tuple[CodedThing, ...]:
    return tuple(_of_sequence(sequence))


def _of_sequence(sequence: Sequence) -> Iterator[CodedThing]:
    yield CodedThing(sequence.code, sequence, sequence.head, retired=sequence.head.retired)
    steps: Iterable[Level | Grade | Position]
    steps = (*sequence.head.levels, *sequence.head.grades, *sequence.all_positions.values())
    for step in steps:
        yield _short(sequence, step, step.retired)
    for group, retired in _groups(sequence.head.groups, None):
        yield _short(sequence, group, retired)
    for competency in sequence.all_competencies.values():
        yield from _of_competency(sequence, competency)
    for action in sequence.actions.actions if sequence.actions else ():
        if action.id:
            yield CodedThing(action.id, sequence, action, retired=action.retired)
    yield from _growth(sequence)


def _short(
    sequence: Sequence,
    thing: Level | Grade | Group | Position | Phase | Form | Chapter | Calibration,
    retired: Retired | None = None,
) -> CodedThing:
    return CodedThing(short_code(sequence, thing.id), sequence, thing, thing.id, retired=retired)


def _groups(groups: Iterable[Group], retired: Retired | None) -> Iterator[tuple[Group, Retired | None]]:
    for group in groups:
        ended = group.retired or retired
        yield group, ended
        yield from _groups(group.groups, ended)


def _of_competency(sequence: Sequence, competency: Competency) -> Iterator[CodedThing]:
    code, retired = competency_code(sequence, competency), competency.retired
    yield CodedThing(code, sequence, competency, competency.id, retired=retired)
    whole = CodedThing("", sequence, competency, competency=competency)
    for indicator in competency.every_indicator:
        yield replace(whole, code=indicator.code, model=indicator, retired=indicator.retired or retired)
    ended = {level.id: level.retired for level in sequence.head.levels}
    for level, cell in competency.levels.items():
        for indicator in cell.every_indicator:
            end = indicator.retired or retired or ended.get(level)
            yield replace(whole, code=indicator.code, model=indicator, level=level, retired=end)


def _growth(sequence: Sequence) -> Iterator[CodedThing]:
    plan, syllabus, calibrations = sequence.plan, sequence.syllabus, sequence.calibrations
    for phase in plan.phases if plan else ():
        yield _short(sequence, phase)
    for form in plan.forms if plan else ():
        yield _short(sequence, form)
    for edition in syllabus.editions if syllabus else ():
        for chapter in edition.chapters:
            yield _short(sequence, chapter, chapter.retired)
    for calibration in calibrations.calibrations if calibrations else ():
        yield _short(sequence, calibration)

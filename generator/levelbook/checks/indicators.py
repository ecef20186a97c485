"""Are the indicators of a competency different from each other, and do they raise what they can raise?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from levelbook.checks.context import CheckContext, error, live_levels, warning
from levelbook.checks.names import Thing
from levelbook.loading.data_file import DataFile
from levelbook.loading.folder import SequenceFiles
from levelbook.loading.suggest import suggest
from levelbook.model.advice import AdviceCode
from levelbook.model.base import Note
from levelbook.model.competency import Competency, Indicator
from levelbook.model.note_kinds import Kind
from levelbook.model.sequence import Cumulative
from levelbook.problems import Place, Problem

_DOUBTS: Final = frozenset({Kind.SUSPECT, Kind.CONFLICT})


@dataclass(frozen=True)
class _PlacedIndicator:
    """An indicator in force, where it stands."""

    level: str
    indicator: Indicator
    path: tuple[str | int, ...]

    def place(self, data_file: DataFile[Competency], *keys: str | int) -> Place:
        """Where a part of it stands; the whole where it is written in its short form."""
        node = data_file.node(*self.path, *keys)
        return data_file.at(*self.path, *keys) if node is not None else data_file.at(*self.path)

    @property
    def called(self) -> str:
        """Its code, or its words where it has none yet."""
        return self.indicator.code or self.indicator.text


def _all_placed(competency: Competency) -> Iterator[_PlacedIndicator]:
    for number, indicator in enumerate(competency.every_indicator):
        yield _PlacedIndicator("", indicator, ("indicators", number))
    for level, cell in competency.levels.items():
        for number, indicator in enumerate(cell.every_indicator):
            yield _PlacedIndicator(level, indicator, ("levels", level, "indicators", number))


def repeated(ctx: CheckContext) -> Iterator[Problem]:
    """Indicators with the same words, unless a note says that the source has it so, or that it is meant so."""
    for files in ctx.sequences():
        live = {"", *(level.id for level in live_levels(files))}
        for data_file in files.competencies.values():
            if data_file.value and not data_file.value.retired:
                yield from _repeated(data_file, data_file.value, live, _may_hold_above(files))


def _may_hold_above(files: SequenceFiles) -> bool:
    """Whether an indicator of a sequence may say up to which level it holds."""
    head = files.head.value if files.head else None
    return bool(head and not head.unranked and head.cumulative is not Cumulative.YES)


def _repeated(
    data_file: DataFile[Competency], competency: Competency, live: set[str], may_hold: bool
) -> Iterator[Problem]:
    first: dict[str, _PlacedIndicator] = {}
    for placed in _all_placed(competency):
        if placed.indicator.retired or placed.level not in live:
            continue
        before = first.setdefault(placed.indicator.text, placed)
        if before is not placed and not _doubt_says_so(competency, before, placed):
            variant = "level" if may_hold and before.level and before.level != placed.level else ""
            yield warning("text-repeated", placed.place(data_file, "text"), variant, other=before.called)


def _doubt_says_so(competency: Competency, first: _PlacedIndicator, second: _PlacedIndicator) -> bool:
    """Whether a note says that the source repeats itself here."""
    for placed in (first, second):
        cell = competency.levels.get(placed.level)
        if _doubted(placed.indicator.notes) or _named(cell.notes if cell else (), first, second):
            return True
    return _named(competency.notes, first, second)


def _doubted(notes: tuple[Note, ...]) -> bool:
    return any(note.kind in _DOUBTS or _is_kept(note) for note in notes)


def _is_kept(note: Note) -> bool:
    """Whether a person has said that the sentence stands at both levels on purpose."""
    return note.kind is Kind.ACCEPTED and AdviceCode.SAME_LEVELS in note.about


def _named(notes: tuple[Note, ...], first: _PlacedIndicator, second: _PlacedIndicator) -> bool:
    codes = {first.indicator.code, second.indicator.code}
    levels = {first.level, second.level}
    return any(note.kind in _DOUBTS and (codes <= set(note.about) or levels <= set(note.about)) for note in notes)


def raises(ctx: CheckContext) -> Iterator[Problem]:
    """Raised indicators belong to the same competency and to a lower level."""
    for files in ctx.sequences():
        for data_file in files.competencies.values():
            if data_file.value:
                yield from _raises(ctx, files, data_file, data_file.value)


def _raises(
    ctx: CheckContext, files: SequenceFiles, data_file: DataFile[Competency], competency: Competency
) -> Iterator[Problem]:
    all_placed = list(_all_placed(competency))
    in_competency = {placed.indicator.code: placed for placed in all_placed if placed.indicator.code}
    ranks = {level.id: rank for rank, level in enumerate(live_levels(files))}
    ranked = not (files.head and files.head.value and files.head.value.unranked)
    for placed in all_placed:
        if placed.indicator.retired or placed.level not in {"", *ranks}:
            continue
        for number, code in enumerate(placed.indicator.raises):
            place = placed.place(data_file, "raises", number)
            target = in_competency.get(code)
            if target is None:
                yield from _elsewhere(ctx, place, code, in_competency)
            elif target.indicator.retired:
                yield error("retired-used", place, address=code)
            elif not ranked:
                yield error("raises-wrong", place, "unranked", value=code)
            elif target.level and target.level not in ranks:
                continue  # its level has ended, and it with it: what it asked is still asked here
            elif ranks.get(target.level, 99) >= ranks.get(placed.level, -1):
                yield error("raises-wrong", place, "level", value=code)


def holds(ctx: CheckContext) -> Iterator[Problem]:
    """An indicator that holds for further levels says up to which one above its own."""
    for files in ctx.sequences():
        for data_file in files.competencies.values():
            if data_file.value:
                yield from _holds(files, data_file, data_file.value)


def _holds(files: SequenceFiles, data_file: DataFile[Competency], competency: Competency) -> Iterator[Problem]:
    head = files.head.value if files.head else None
    if head is None:
        return
    ranks = {level.id: rank for rank, level in enumerate(live_levels(files))}
    for placed in _all_placed(competency):
        last = placed.indicator.holds
        if last is None or placed.indicator.retired or placed.level not in {"", *ranks}:
            continue
        place = placed.place(data_file, "holds")
        if not placed.level:
            yield error("holds-wrong", place, "everywhere", value=last)
        elif head.unranked:
            yield error("holds-wrong", place, "unranked", value=last)
        elif head.cumulative is Cumulative.YES:
            yield error("holds-wrong", place, "cumulative", value=last)
        elif last in ranks and ranks[last] <= ranks[placed.level]:
            yield error("holds-wrong", place, "level", value=last, own=placed.level)


def _elsewhere(ctx: CheckContext, place: Place, code: str, in_competency: Iterable[str]) -> Iterator[Problem]:
    thing = ctx.names.find(code, "")
    if code in ctx.losses.former():
        return
    if isinstance(thing, Thing):
        yield error("raises-wrong", place, "foreign", value=code)
    elif code in ctx.losses.single():
        yield error("ref-unknown", place, "gone", address=code)
    elif thing is False:
        yield error("ref-unknown", place, address=code, guess=suggest(code, in_competency))

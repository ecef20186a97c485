"""Are the indicators of a competency different from each other, and do they raise what they can raise?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from levelbook.checks.context import CheckContext, error, live_levels, warning
from levelbook.checks.names import Thing
from levelbook.loading.data_file import DataFile
from levelbook.loading.folder import SequenceFiles
from levelbook.loading.suggest import suggest
from levelbook.model.base import Kind, Note
from levelbook.model.competency import Competency, Indicator
from levelbook.problems import Place, Problem

_DOUBTS: Final = frozenset({Kind.SUSPECT, Kind.CONFLICT})


@dataclass(frozen=True)
class _Stand:
    """An indicator in force, where it stands."""

    level: str
    indicator: Indicator
    path: tuple[str | int, ...]

    def place(self, sheet: DataFile[Competency], *keys: str | int) -> Place:
        """Where a part of it stands; the whole where it is written in its short form."""
        node = sheet.node(*self.path, *keys)
        return sheet.at(*self.path, *keys) if node is not None else sheet.at(*self.path)

    @property
    def called(self) -> str:
        """Its code, or its words where it has none yet."""
        return self.indicator.code or self.indicator.text


def _stands(competency: Competency) -> Iterator[_Stand]:
    for number, one in enumerate(competency.every_indicator):
        yield _Stand("", one, ("indicators", number))
    for level, cell in competency.levels.items():
        for number, one in enumerate(cell.every_indicator):
            yield _Stand(level, one, ("levels", level, "indicators", number))


def repeated(view: CheckContext) -> Iterator[Problem]:
    """Indicators with the same words, unless a note says that the source has it so."""
    for branch in view.branches():
        live = {"", *(level.id for level in live_levels(branch))}
        for sheet in branch.competencies.values():
            if sheet.value and not sheet.value.retired:
                yield from _repeated(sheet, sheet.value, live)


def _repeated(sheet: DataFile[Competency], competency: Competency, live: set[str]) -> Iterator[Problem]:
    first: dict[str, _Stand] = {}
    for stand in _stands(competency):
        if stand.indicator.retired or stand.level not in live:
            continue
        before = first.setdefault(stand.indicator.text, stand)
        if before is not stand and not _known(competency, before, stand):
            yield warning("text-repeated", stand.place(sheet, "text"), other=before.called)


def _known(competency: Competency, first: _Stand, second: _Stand) -> bool:
    """Whether a note says that the source repeats itself here."""
    for stand in (first, second):
        cell = competency.levels.get(stand.level)
        if _doubted(stand.indicator.notes) or _named(cell.notes if cell else (), first, second):
            return True
    return _named(competency.notes, first, second)


def _doubted(notes: tuple[Note, ...]) -> bool:
    return any(note.kind in _DOUBTS for note in notes)


def _named(notes: tuple[Note, ...], first: _Stand, second: _Stand) -> bool:
    codes = {first.indicator.code, second.indicator.code}
    levels = {first.level, second.level}
    return any(note.kind in _DOUBTS and (codes <= set(note.about) or levels <= set(note.about)) for note in notes)


def raises(view: CheckContext) -> Iterator[Problem]:
    """Raised indicators belong to the same competency and to a lower level."""
    for branch in view.branches():
        for sheet in branch.competencies.values():
            if sheet.value:
                yield from _raises(view, branch, sheet, sheet.value)


def _raises(
    view: CheckContext, branch: SequenceFiles, sheet: DataFile[Competency], competency: Competency
) -> Iterator[Problem]:
    stands = list(_stands(competency))
    own = {stand.indicator.code: stand for stand in stands if stand.indicator.code}
    ranks = {level.id: rank for rank, level in enumerate(live_levels(branch))}
    ranked = not (branch.head and branch.head.value and branch.head.value.unranked)
    for stand in stands:
        if stand.indicator.retired or stand.level not in {"", *ranks}:
            continue
        for number, code in enumerate(stand.indicator.raises):
            place = stand.place(sheet, "raises", number)
            target = own.get(code)
            if target is None:
                yield from _elsewhere(view, place, code, own)
            elif target.indicator.retired:
                yield error("retired-used", place, address=code)
            elif not ranked:
                yield error("raises-wrong", place, "unranked", value=code)
            elif ranks.get(target.level, 99) >= ranks.get(stand.level, -1):
                yield error("raises-wrong", place, "level", value=code)


def _elsewhere(view: CheckContext, place: Place, code: str, own: dict[str, _Stand]) -> Iterator[Problem]:
    found = view.names.find(code, "")
    if code in view.losses.former():
        return
    if isinstance(found, Thing):
        yield error("raises-wrong", place, "foreign", value=code)
    elif code in view.losses.single():
        yield error("ref-unknown", place, "gone", address=code)
    elif found is False:
        yield error("ref-unknown", place, address=code, guess=suggest(code, own))

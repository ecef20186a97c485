"""Are levels, grades and columns known, and is every level answered for?"""

from collections.abc import Iterator
from typing import Any

from levelbook.checks.context import CheckContext, error, listed, live_levels, tree
from levelbook.checks.names import Names, mapping
from levelbook.loading.data_file import DataFile
from levelbook.loading.folder import SequenceFiles
from levelbook.loading.nodes import Text
from levelbook.loading.schema_walk import SchemaPart
from levelbook.loading.suggest import suggest
from levelbook.model.base import Topic
from levelbook.model.competency import Cell, Competency
from levelbook.model.growth import Action, Adjusted, Calibration
from levelbook.model.position import Position, Reading, Weights
from levelbook.model.sequence import Grade
from levelbook.model.values import Gap
from levelbook.problems import Problem

_GAPS = frozenset(str(gap) for gap in Gap)


def unknown(view: CheckContext) -> Iterator[Problem]:
    """Words that should name a level (or grade, or column) of the sequence."""
    for branch in view.branches():
        for sheet in branch.sheets():
            for part in sheet.parts():
                for word, kinds in _words(part):
                    yield from _one(view.names, branch.id, sheet, part, word, kinds)


def _words(part: SchemaPart) -> Iterator[tuple[Text, tuple[str, ...]]]:
    """The words of a mapping that name levels, with what else they may name."""
    shape, level, once = part.shape, ("level",), ("level", "old level")
    if shape is Competency:
        yield from ((key, once) for key in part.keys("levels"))
    elif shape is Cell:
        yield from _given(part, "same_as", level)
    elif shape is Topic:
        yield from ((key, level) for key in part.keys("weight"))
    elif shape in (Grade, Position):
        yield from _given(part, "level", level)
        required = mapping(part.node.at("required")).values()
        yield from ((one, level) for one in required if isinstance(one, Text) and one != "not_required")
    elif shape is Action:
        yield from _given(part, "target_from", level)
    elif shape is Adjusted:
        yield from _given(part, "before", once)
        yield from _given(part, "after", once)
        yield from ((key, once) for key in part.keys("ratings"))
    elif shape is Calibration:
        yield from _given(part, "grade", ("grade", *once))
    elif shape in (Weights, Reading):
        yield from ((key, ("level", "grade", "position")) for key in _columns(part))


def _given(part: SchemaPart, key: str, kinds: tuple[str, ...]) -> Iterator[tuple[Text, tuple[str, ...]]]:
    word = part.text(key)
    if word is not None and word not in _GAPS:
        yield word, kinds


def _columns(part: SchemaPart) -> Iterator[Text]:
    for table in ("points", "unassigned"):
        for row in mapping(part.node.at(table)).values():
            yield from mapping(row)


def _one(
    names: Names, sequence: str, sheet: DataFile[Any], part: SchemaPart, word: Text, kinds: tuple[str, ...]
) -> Iterator[Problem]:
    thing = names.get(sequence, word)
    if thing is None or thing.kind not in kinds:
        known = [key for kind in kinds for key in names.of_kind(sequence, kind)]
        variant = "column" if "position" in kinds else "grade" if "grade" in kinds else ""
        yield error("level-unknown", sheet.place(word), variant, id=word, list=tuple(known), guess=suggest(word, known))
    elif thing.retired and not part.retired and "old level" not in kinds:
        yield error("retired-used", sheet.place(word), address=word)


def unanswered(view: CheckContext) -> Iterator[Problem]:
    """Competencies whose levels leave one out."""
    for branch in view.branches():
        levels = [level.id for level in live_levels(branch)]
        for sheet in branch.competencies.values():
            value = sheet.value
            if value and value.levels and not value.retired:
                missing = [level for level in levels if level not in value.levels]
                misnamed = any(view.names.get(branch.id, level) is None for level in value.levels)
                if missing and not misnamed:
                    yield error("level-unanswered", sheet.key("levels"), list=tuple(missing))


def same_as(view: CheckContext) -> Iterator[Problem]:
    """Inheritance that goes in a circle or ends where there is nothing."""
    for branch in view.folder.branches.values():
        for sheet in branch.competencies.values():
            for level in sheet.value.levels if sheet.value else ():
                yield from _same_as(sheet, level)


def _same_as(sheet: DataFile[Competency], level: str) -> Iterator[Problem]:
    assert sheet.value
    cells, seen, at = sheet.value.levels, [level], level
    while (cell := cells.get(at)) and cell.same_as:
        at = cell.same_as
        if at in seen:
            if at == level:
                yield error("same-as-wrong", sheet.at("levels", level, "same_as"), "circle", id=at)
            return
        seen.append(at)
    if cell and len(seen) > 1 and not cell.indicators:
        yield error("same-as-wrong", sheet.at("levels", level, "same_as"), "nothing", id=at)


def borrowed(view: CheckContext) -> Iterator[Problem]:
    """Competencies from sequences with other levels."""
    for branch in view.branches():
        own = [level.id for level in live_levels(branch)]
        for address, part in listed(branch):
            owner = view.folder.branches.get(address.rpartition("/")[0])
            if owner is None or part.retired or not owner.head or not owner.head.value or not branch.head:
                continue
            lent = owner.competencies.get(address.rpartition("/")[2])
            theirs = [level.id for level in live_levels(owner)]
            if lent and lent.value and lent.value.levels and theirs != own:
                place = branch.head.place(address)
                yield error("borrowed-levels", place, address=address, list=tuple(theirs), own=tuple(own))


def kinds(view: CheckContext) -> Iterator[Problem]:
    """Competencies of which nobody says what they are about."""
    for branch in view.branches():
        told = _told(branch)
        for key, sheet in branch.competencies.items():
            if sheet.value and not sheet.value.kind and told.get(key) is False:
                yield error("kind-missing", sheet.at())


def _told(branch: SequenceFiles) -> dict[str, bool]:
    """Whether the groups around each competency say their kind."""
    told: dict[str, bool] = {}
    for above, group in tree(branch):
        said = any(one.kind for one in (*above, group))
        for address in group.competencies:
            told[address] = told.get(address, False) or said
    return told

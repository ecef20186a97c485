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
from levelbook.model.answered import answered
from levelbook.model.base import Topic
from levelbook.model.competency import Cell, Competency, Indicator
from levelbook.model.growth import Action, Adjusted, Calibration
from levelbook.model.position import Position, Reading, Weights
from levelbook.model.sequence import Grade
from levelbook.model.values import Gap
from levelbook.problems import Problem

_GAPS = frozenset(str(gap) for gap in Gap)


def unknown(ctx: CheckContext) -> Iterator[Problem]:
    """Words that should name a level (or grade, or column) of the sequence."""
    for files in ctx.sequences():
        for data_file in files.data_files():
            for part in data_file.parts():
                for word, kinds in _level_words(part):
                    yield from _level_problems(ctx.names, files.id, data_file, part, word, kinds)


def _level_words(part: SchemaPart) -> Iterator[tuple[Text, tuple[str, ...]]]:
    """The words of a mapping that name levels, with what else they may name."""
    shape, level, even_retired = part.shape, ("level",), ("level", "old level")
    if shape is Competency:
        yield from ((key, even_retired) for key in part.keys("levels"))
    elif shape is Cell:
        yield from _word_at(part, "same_as", level)
    elif shape is Indicator:
        yield from _word_at(part, "holds", level)
    elif shape is Topic:
        yield from ((key, even_retired) for key in part.keys("weight"))
    elif shape in (Grade, Position):
        yield from _word_at(part, "level", level)
        required = mapping(part.node.at("required")).values()
        yield from ((word, level) for word in required if isinstance(word, Text) and word != "not_required")
    elif shape is Action:
        yield from _word_at(part, "target_from", level)
    elif shape is Adjusted:
        yield from _word_at(part, "before", even_retired)
        yield from _word_at(part, "after", even_retired)
        yield from ((key, even_retired) for key in part.keys("ratings"))
    elif shape is Calibration:
        yield from _word_at(part, "grade", ("grade", *even_retired))
    elif shape in (Weights, Reading):
        yield from ((key, ("level", "grade", "position")) for key in _columns(part))


def _word_at(part: SchemaPart, key: str, kinds: tuple[str, ...]) -> Iterator[tuple[Text, tuple[str, ...]]]:
    word = part.text(key)
    if word is not None and word not in _GAPS:
        yield word, kinds


def _columns(part: SchemaPart) -> Iterator[Text]:
    for table in ("points", "unassigned"):
        for row in mapping(part.node.at(table)).values():
            yield from mapping(row)


def _level_problems(
    names: Names, sequence: str, data_file: DataFile[Any], part: SchemaPart, word: Text, kinds: tuple[str, ...]
) -> Iterator[Problem]:
    thing = names.get(sequence, word)
    if thing is None or thing.kind not in kinds:
        known = [key for kind in kinds for key in names.of_kind(sequence, kind)]
        variant = "column" if "position" in kinds else "grade" if "grade" in kinds else ""
        facts = {"id": word, "list": tuple(known), "guess": suggest(word, known)}
        yield error("level-unknown", data_file.place(word), variant, **facts)
    elif thing.retired and not part.retired and "old level" not in kinds:
        live = [key for key in names.of_kind(sequence, thing.kind) if not _ended(names, sequence, key)]
        variant = "column" if "position" in kinds else "level"
        yield error("retired-used", data_file.place(word), variant, address=word, list=tuple(live))


def _ended(names: Names, sequence: str, key: str) -> bool:
    thing = names.get(sequence, key)
    return bool(thing and thing.retired)


def unanswered(ctx: CheckContext) -> Iterator[Problem]:
    """Competencies whose levels leave one out."""
    for files in ctx.sequences():
        levels = [level.id for level in live_levels(files)]
        for data_file in files.competencies.values():
            value = data_file.value
            if value and value.levels and not value.retired:
                told = answered(files.head.value, value) if files.head and files.head.value else value
                missing = [level for level in levels if level not in told.levels]
                misnamed = any(ctx.names.get(files.id, level) is None for level in value.levels)
                if missing and not misnamed:
                    yield error("level-unanswered", data_file.key("levels"), list=tuple(missing))


def same_as(ctx: CheckContext) -> Iterator[Problem]:
    """Inheritance that goes in a circle or ends where there is nothing."""
    for files in ctx.folder.sequences.values():
        for data_file in files.competencies.values():
            for level in data_file.value.levels if data_file.value else ():
                yield from _same_as(files, data_file, level)


def _same_as(files: SequenceFiles, data_file: DataFile[Competency], level: str) -> Iterator[Problem]:
    assert data_file.value
    head = files.head.value if files.head else None
    cells = (answered(head, data_file.value) if head else data_file.value).levels
    seen, at = [level], level
    while (cell := cells.get(at)) and cell.same_as:
        at = cell.same_as
        if at in seen:
            if at == level:
                yield error("same-as-wrong", data_file.at("levels", level, "same_as"), "circle", id=at)
            return
        seen.append(at)
    if cell and len(seen) > 1 and not cell.indicators:
        yield error("same-as-wrong", data_file.at("levels", level, "same_as"), "nothing", id=at)


def as_level(ctx: CheckContext) -> Iterator[Problem]:
    """Cells that go by the wording of a level which has none."""
    for files in ctx.sequences():
        head = files.head.value if files.head else None
        silent = [level.id for level in live_levels(files) if not level.expectations]
        if head is None or not silent:
            continue
        if head.open_cells and head.open_cells.as_level and files.head:
            yield from _silent(files.head, ("open_cells", "as_level"), silent)
        for data_file in files.competencies.values():
            value = data_file.value
            if value and value.as_level and not value.retired:
                yield from _silent(data_file, ("as_level",), [level for level in silent if level not in value.levels])
            for level, cell in value.levels.items() if value and not value.retired else ():
                if cell.as_level and level in silent:
                    yield from _silent(data_file, ("levels", level, "as_level"), [level])


def _silent(data_file: DataFile[Any], path: tuple[str, ...], levels: list[str]) -> Iterator[Problem]:
    if levels:
        yield error("level-silent", data_file.at(*path), list=tuple(levels))


def borrowed(ctx: CheckContext) -> Iterator[Problem]:
    """Competencies from sequences with other levels."""
    for files in ctx.sequences():
        levels = [level.id for level in live_levels(files)]
        for address, part in listed(files):
            owner = ctx.folder.sequences.get(address.rpartition("/")[0])
            if owner is None or part.retired or not owner.head or not owner.head.value or not files.head:
                continue
            lent = owner.competencies.get(address.rpartition("/")[2])
            theirs = [level.id for level in live_levels(owner)]
            if lent and lent.value and lent.value.levels and theirs != levels:
                place = files.head.place(address)
                yield error("borrowed-levels", place, address=address, list=tuple(theirs), own=tuple(levels))


def kinds(ctx: CheckContext) -> Iterator[Problem]:
    """Competencies of which nobody says what they are about."""
    for files in ctx.sequences():
        has_kind = _has_kind(files)
        for key, data_file in files.competencies.items():
            if data_file.value and not data_file.value.kind and has_kind.get(key) is False:
                yield error("kind-missing", data_file.at())


def _has_kind(files: SequenceFiles) -> dict[str, bool]:
    """Whether the groups around each competency say their kind."""
    has_kind: dict[str, bool] = {}
    for above, group in tree(files):
        states_kind = any(ancestor.kind for ancestor in (*above, group))
        for address in group.competencies:
            has_kind[address] = has_kind.get(address, False) or states_kind
    return has_kind

"""Files that are all right become the handbook."""

from collections.abc import Iterator
from typing import Any, TypeVar

from levelbook.loading.data_file import DataFile
from levelbook.loading.folder import Folder, SequenceFiles
from levelbook.model.base import Retired
from levelbook.model.competency import Cell, Competency, Document
from levelbook.model.handbook import Handbook, Sequence
from levelbook.model.position import Position
from levelbook.model.sequence import Group, SequenceHead

D = TypeVar("D", bound=Document)


def assemble(folder: Folder) -> Handbook | None:
    """The handbook of a folder without errors; nothing without a handbook.yml."""
    head = _document(folder.handbook, "handbook")
    if head is None:
        return None
    scales, concepts = _value(folder.scales), _value(folder.concepts)
    releases, ledger = _value(folder.releases), _value(folder.ledger)
    order = [one for family in head.families for one in family.sequences if one in folder.branches]
    order += [key for key, branch in folder.branches.items() if _left(branch)]  # they have left their family
    return Handbook(
        head=head,
        sequences={key: _sequence(folder.branches[key]) for key in dict.fromkeys(order)},
        scales={one.id: one for one in scales.scales} if scales else {},
        concepts={one.id: one for one in concepts.concepts} if concepts else {},
        releases=releases.releases if releases else (),
        ledger=ledger.releases if ledger else {},
        plan=_document(folder.plan, "plan"),
    )


def _left(branch: SequenceFiles) -> bool:
    return bool(branch.head and branch.head.value and branch.head.value.retired)


def _value(sheet: DataFile[Any] | None) -> Any:
    return sheet.value if sheet else None


def _document(sheet: DataFile[D] | None, name: str) -> D | None:
    return sheet.value.at_home(sheet.file, name) if sheet and sheet.value else None


def _sequence(branch: SequenceFiles) -> Sequence:
    head = _document(branch.head, branch.id)
    if head is None:
        raise ValueError(f"{branch.path} was to be assembled without its sequence.yml")
    return Sequence(
        id=branch.id,
        head=head,
        all_competencies=_competencies(branch, head),
        all_positions=_positions(branch, head),
        weights=_document(branch.weights, "weights"),
        actions=_document(branch.actions, "actions"),
        plan=_document(branch.plan, "plan"),
        syllabus=_document(branch.syllabus, "syllabus"),
        calibrations=_document(branch.calibration, "calibration"),
    )


def _competencies(branch: SequenceFiles, head: SequenceHead) -> dict[str, Competency]:
    """In the order of the tree, then those that left it."""
    listed = dict(_listed(head.groups, None))
    ended = {level.id: level.retired for level in head.levels if level.retired}
    made: dict[str, Competency] = {}
    for key in [*listed, *sorted(branch.competencies)]:
        sheet = branch.competencies.get(key)
        if sheet and sheet.value and key not in made:
            value = sheet.value.at_home(sheet.file, key)
            made[key] = _with_ends(value, listed.get(key), ended).at_home(sheet.file, key)
    return made


def _listed(groups: tuple[Group, ...], end: Retired | None) -> Iterator[tuple[str, Retired | None]]:
    """The competencies of a tree with the end of the group around them; in force wins."""
    every = list(_every_listed(groups, end))
    yield from ((key, reason) for key, reason in every if reason is None or (key, None) not in every)


def _every_listed(groups: tuple[Group, ...], end: Retired | None) -> Iterator[tuple[str, Retired | None]]:
    for group in groups:
        here = end or group.retired
        yield from ((key, here) for key in group.competencies)
        yield from _every_listed(group.groups, here)


def _with_ends(competency: Competency, end: Retired | None, levels: dict[str, Retired]) -> Competency:
    """What stands in a retired group or level is retired with it."""
    if end and not competency.retired:
        competency = competency.model_copy(update={"retired": end})
    if levels.keys() & competency.levels.keys():
        cells = {key: _ended(cell, levels.get(key)) for key, cell in competency.levels.items()}
        competency = competency.model_copy(update={"levels": cells})
    return competency


def _ended(cell: Cell, end: Retired | None) -> Cell:
    if end is None:
        return cell
    gone = tuple(one.model_copy(update={"retired": one.retired or end}) for one in cell.every_indicator)
    return cell.model_copy(update={"every_indicator": gone})


def _positions(branch: SequenceFiles, head: SequenceHead) -> dict[str, Position]:
    order = [*head.positions, *sorted(branch.positions)]
    sheets = {key: branch.positions[key] for key in order if key in branch.positions}
    return {key: sheet.value.at_home(sheet.file, key) for key, sheet in sheets.items() if sheet.value}

"""Files that are all right become the handbook."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, TypeVar

from levelbook.loading.data_file import DataFile
from levelbook.loading.folder import Folder, SequenceFiles
from levelbook.model.answered import answered
from levelbook.model.base import Retired
from levelbook.model.competency import Cell, Competency, Document
from levelbook.model.handbook import Handbook, Sequence
from levelbook.model.history import History
from levelbook.model.ledger import CodeLedger
from levelbook.model.position import Position
from levelbook.model.sequence import Group, SequenceHead

D = TypeVar("D", bound=Document)


def assemble(folder: Folder) -> Handbook | None:
    """The handbook of a folder without errors; nothing without a handbook.yml."""
    head = _document(folder.handbook, "handbook")
    if head is None:
        return None
    scales, concepts = _value(folder.scales), _value(folder.concepts)
    releases, ledger, glossary = _value(folder.releases), _value(folder.ledger), _value(folder.glossary)
    order = [sequence for family in head.families for sequence in family.sequences if sequence in folder.sequences]
    order += [key for key, files in folder.sequences.items() if _retired(files)]  # they have left their family
    return Handbook(
        head=head,
        sequences={key: _sequence(folder.sequences[key]) for key in dict.fromkeys(order)},
        scales={scale.id: scale for scale in scales.scales} if scales else {},
        concepts={concept.id: concept for concept in concepts.concepts} if concepts else {},
        releases=releases.published if releases else (),
        draft=releases.draft if releases else None,
        ledger=ledger.releases if ledger else {},
        plan=_document(folder.plan, "plan"),
        terms=glossary.terms if glossary else (),
        history=_history(folder, ledger),
    )


def _history(folder: Folder, ledger: CodeLedger | None) -> History:
    """What releases left, with what the ledger knows of where things went."""
    history = folder.history.history
    return replace(history, paths=ledger.paths, now=ledger.now) if ledger else history


def _retired(files: SequenceFiles) -> bool:
    return bool(files.head and files.head.value and files.head.value.retired)


def _value(data_file: DataFile[Any] | None) -> Any:
    return data_file.value if data_file else None


def _document(data_file: DataFile[D] | None, name: str) -> D | None:
    return data_file.value.placed(data_file.file, name) if data_file and data_file.value else None


def _sequence(files: SequenceFiles) -> Sequence:
    head = _document(files.head, files.id)
    if head is None:
        raise ValueError(f"{files.path} was to be assembled without its sequence.yml")
    return Sequence(
        id=files.id,
        head=head,
        all_competencies=_competencies(files, head),
        all_positions=_positions(files, head),
        weights=_document(files.weights, "weights"),
        actions=_document(files.actions, "actions"),
        plan=_document(files.plan, "plan"),
        syllabus=_document(files.syllabus, "syllabus"),
        calibrations=_document(files.calibration, "calibration"),
    )


def _competencies(files: SequenceFiles, head: SequenceHead) -> dict[str, Competency]:
    """In the order of the tree, then those that left it."""
    listed = dict(_listed(head.groups, None))
    ended = {level.id: level.retired for level in head.levels if level.retired}
    competencies: dict[str, Competency] = {}
    for key in [*listed, *sorted(files.competencies)]:
        data_file = files.competencies.get(key)
        if data_file and data_file.value and key not in competencies:
            value = data_file.value.placed(data_file.file, key)
            competencies[key] = answered(head, _with_ends(value, listed.get(key), ended)).placed(data_file.file, key)
    return competencies


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


def _positions(files: SequenceFiles, head: SequenceHead) -> dict[str, Position]:
    order = [*head.positions, *sorted(files.positions)]
    ordered = {key: files.positions[key] for key in order if key in files.positions}
    return {key: profile.value.placed(profile.file, key) for key, profile in ordered.items() if profile.value}

"""Every level answered for: what stands in the cells that a competency leaves out.

A file may leave a level out where something is said of it all the same: an indicator holds up to there (`holds`), the
competency goes by the wording of the levels (`as_level`), or the sequence says what its open cells are (`open_cells`).
This module writes those cells out, in this order, so that all layers above see what they would see if each had been
written by hand, facts and comparisons too. What nobody answers for stays left out, which is an error.

`same_as: below` needs a level below it, and takes over the reason where there is one instead of indicators.
"""

from levelbook.model.base import REASONS
from levelbook.model.competency import Cell, Competency
from levelbook.model.sequence import OpenCells, SequenceHead


def answered(head: SequenceHead, competency: Competency) -> Competency:
    """The competency with a cell for each level in force of which anything is said."""
    levels = [level.id for level in head.levels if not level.retired]
    if competency.retired or not (competency.levels or competency.as_level) or {*levels} <= competency.levels.keys():
        return competency
    cells: dict[str, Cell] = {}
    for at, level in enumerate(levels):
        below = cells.get(levels[at - 1]) if at else None
        cell = competency.levels.get(level) or _left_out(head, competency, levels, at, below)
        if cell:
            cell._line = cell.line or competency.line  # where somebody would write it
            cells[level] = cell
    ended = {level: cell for level, cell in competency.levels.items() if level not in cells}
    return competency.model_copy(update={"levels": cells | ended})


def _left_out(
    head: SequenceHead, competency: Competency, levels: list[str], at: int, below: Cell | None
) -> Cell | None:
    """The cell at a level that the file leaves out."""
    if not head.unranked and _something_holds(competency, levels, at):
        return Cell.model_construct()
    if competency.as_level:
        return Cell(as_level=True)
    return _by_default(head.open_cells, levels[at - 1] if at else "", below) if head.open_cells else None


def _something_holds(competency: Competency, levels: list[str], at: int) -> bool:
    """Whether an indicator of a lower level says that it holds up to a level, or further."""
    reaching = {*levels[at:]}
    lower = (competency.levels[level] for level in levels[:at] if level in competency.levels)
    return any(indicator.holds in reaching for cell in lower for indicator in cell.indicators)


def _by_default(default: OpenCells, lower: str, below: Cell | None) -> Cell | None:
    if not default.same_as:
        return _with_reason(default) or Cell(as_level=True)
    if below is None:
        return None
    return _with_reason(below) or (Cell(as_level=True) if below.as_level else Cell(same_as=lower))


def _with_reason(shape: OpenCells | Cell) -> Cell | None:
    """A cell that says why there is nothing as another does, in all its languages."""
    if shape.reason is None:
        return None
    key, text = shape.reason
    cell = Cell.model_validate({key: text})
    cell._twins = {twin: said for twin, said in shape._twins.items() if twin[0] in REASONS}
    return cell

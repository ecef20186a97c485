"""The indicators of competencies with where they are written."""

from collections.abc import Iterator

from levelbook.model.competency import Competency, Indicator
from levelbook.model.handbook import Sequence
from levelbook.queries.index import Member


def every_indicator(competency: Competency) -> Iterator[Indicator]:
    """All indicators of a competency, retired ones too."""
    yield from competency.every_indicator
    for cell in competency.levels.values():
        yield from cell.every_indicator


def written_at(sequence: Sequence) -> Iterator[tuple[Member, str, Indicator]]:
    """The indicators in force of a sequence's own competencies, each with the level where it is written, or nothing."""
    for competency in sequence.competencies.values():
        member = (sequence, competency)
        yield from ((member, "", indicator) for indicator in competency.indicators)
        for level in sequence.levels:
            cell = competency.cell(level.id)
            yield from ((member, level.id, indicator) for indicator in (cell.indicators if cell else ()))

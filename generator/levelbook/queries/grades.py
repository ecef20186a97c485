"""Which grades are levels under another name, so that they need no page and no checklist of their own.

A grade that asks one and the same level of everything says nothing that the level does not say: two pages would be the
same page twice, and nobody could tell which checklist to take. What a grade adds in words (its role, what is expected
there) the page of the level shows. A grade that makes exceptions, asks something from outside the tree, or has points
of its own is something else than a level, and keeps its page.
"""

from levelbook.model.handbook import Sequence
from levelbook.model.sequence import Grade, Level


def level_of_grade(sequence: Sequence, grade: Grade) -> Level | None:
    """The level that a grade is under another name; none where it is something of its own."""
    level = sequence.level(grade.level) if grade.level else None
    if level is None or any(asked != level.id for asked in grade.required.values()):
        return None
    if not all(sequence.group_of(address) for address in grade.required):
        return None
    return None if grade.id in sequence.steps_with_points else level


def grades_that_are(sequence: Sequence, level: Level) -> tuple[Grade, ...]:
    """The grades that are a level under other names, low to high."""
    return tuple(grade for grade in sequence.grades if level_of_grade(sequence, grade) == level)


def own_grades(sequence: Sequence) -> tuple[Grade, ...]:
    """The grades that are something of their own, low to high."""
    return tuple(grade for grade in sequence.grades if level_of_grade(sequence, grade) is None)


def step_id(sequence: Sequence, key: str) -> str:
    """The id of the level that a grade is under another name; every other id as it is."""
    grade = next((grade for grade in sequence.grades if grade.id == key), None)
    level = level_of_grade(sequence, grade) if grade else None
    return level.id if level else key

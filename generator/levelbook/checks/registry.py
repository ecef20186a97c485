"""All checks, one after another."""

from collections.abc import Callable, Iterator
from typing import Final

from levelbook.checks import (
    circles,
    codes,
    files,
    grades,
    ids,
    indicators,
    levels,
    links,
    references,
    retired,
    scales,
    similar_codes,
    stated,
    texts,
    weights,
)
from levelbook.checks.context import CheckContext
from levelbook.loading.folder import Folder
from levelbook.problems import Problem

CHECKS: Final[tuple[Callable[[CheckContext], Iterator[Problem]], ...]] = (
    files.strays,
    files.handbook,
    files.heads,
    files.competencies,
    files.positions,
    ids.clashes,
    ids.in_lists,
    codes.clashes,
    codes.missing,
    codes.foreign,
    codes.ledger,
    codes.unrecorded,
    retired.changed,
    retired.gone,
    similar_codes.numbers,
    references.addresses,
    references.about,
    texts.marks,
    links.scales,
    links.concepts,
    links.actions,
    links.web,
    links.plans,
    links.positions,
    levels.unknown,
    levels.unanswered,
    levels.same_as,
    levels.borrowed,
    levels.kinds,
    grades.required_falls,
    indicators.repeated,
    indicators.raises,
    weights.add_up,
    scales.scales,
    scales.exams,
    scales.calibrations,
    scales.releases,
    circles.replaced,
    circles.rows,
    circles.positions,
    stated.translations,
    stated.ends,
)
"""Every rule, each a generator over the files."""


def check(folder: Folder) -> Iterator[Problem]:
    """Everything in which the files of a folder do not agree."""
    view = CheckContext(folder)
    yield from retired.told_once(view, (problem for rule in CHECKS for problem in rule(view)))

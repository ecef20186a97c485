"""All checks, one after another."""

from collections.abc import Callable, Iterator
from typing import Final

from levelbook.checks import (
    changed_codes,
    circles,
    codes,
    concepts,
    consequences,
    files,
    grades,
    ids,
    indicators,
    levels,
    links,
    references,
    releases,
    scales,
    similar_codes,
    texts,
    weights,
)
from levelbook.checks.context import CheckContext
from levelbook.checks.history import items, moved_paths, released
from levelbook.checks.translated import languages, stale, terms
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
    items.letters,
    codes.foreign,
    codes.ledger,
    codes.unrecorded,
    released.ledger,
    changed_codes.changed,
    changed_codes.gone,
    moved_paths.gone,
    similar_codes.numbers,
    references.addresses,
    references.about,
    texts.marks,
    links.scales,
    links.concepts,
    concepts.words,
    concepts.alone,
    texts.in_short,
    links.actions,
    links.web,
    links.plans,
    links.positions,
    levels.unknown,
    levels.unanswered,
    levels.same_as,
    levels.as_level,
    levels.borrowed,
    levels.kinds,
    grades.required_falls,
    indicators.repeated,
    indicators.raises,
    indicators.holds,
    weights.add_up,
    scales.scales,
    scales.exams,
    scales.calibrations,
    releases.order,
    circles.replaced,
    circles.rows,
    circles.positions,
    languages.translations,
    stale.stale,
    terms.differing,
    releases.ends,
    released.releases,
)
"""Every rule, each a generator over the files."""


def check(folder: Folder) -> Iterator[Problem]:
    """Everything in which the files of a folder do not agree."""
    ctx = CheckContext(folder)
    yield from consequences.without_consequences(ctx, (problem for rule in CHECKS for problem in rule(ctx)))

"""One cause, one problem: leaves out what only follows from a code or an id that is gone, changed or copied."""

from collections.abc import Iterable, Iterator
from typing import Final

from levelbook.checks.context import CheckContext
from levelbook.problems import Problem

_BY_LOST_ID: Final = frozenset(
    "level-unknown level-unanswered ref-unknown borrowed-levels same-as-wrong raises-wrong holds-wrong kind-missing"
    " required-falls weight-unanswered weights-exceed weights-short calibration-wrong calibration-differs"
    " file-missing file-unlisted retired-used exam-weights".split()
)
"""Problems that an id that is gone brings with it, all over its sequence."""


def without_consequences(ctx: CheckContext, problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems without those that only follow from something told already."""
    every = list(problems)
    places = {problem.place for problem in every if problem.code == "code-gone"}
    known = ctx.folder.sequences
    troubled = tuple(f"{known[sequence].path}/" for sequence in ctx.losses.troubled() if sequence in known)
    steps = tuple(f"@{key}" for keys in ctx.losses.ids.values() for key in keys)
    new_names = {renaming.now for renaming in ctx.losses.renamed}
    repeating = _repeating(ctx)
    for problem in every:
        missing = problem.code == "file-missing" and problem.place in places
        copied = problem.code == "file-unlisted" and problem.place.file in repeating
        step = problem.code == "ref-unknown" and str(problem.facts.get("address")).endswith(steps or ("@",))
        taken = problem.code == "id-clash" and problem.facts.get("id") in new_names
        if not (missing or copied or step or taken or _follows(problem, troubled)):
            yield problem


def _repeating(ctx: CheckContext) -> set[str]:
    """Files that are told to be copies, and heads of sequences that are."""
    return {*ctx.code_owners.copies, *(f"sequences/{key}/sequence.yml" for key in ctx.code_owners.doubled)}


def _follows(problem: Problem, troubled: tuple[str, ...]) -> bool:
    """Whether a problem comes of an id that is gone in its sequence, or in one that it borrows from."""
    if not troubled or problem.code not in _BY_LOST_ID:
        return False
    return problem.code == "borrowed-levels" or problem.place.file.startswith(troubled)

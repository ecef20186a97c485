"""What a change would add to the problems of a folder."""

from collections import Counter

from levelbook.problems import Problem, Severity


def new_problems(before: list[Problem], after: list[Problem]) -> list[Problem]:
    """Errors and warnings that were not there before, wherever their line is now."""
    known = Counter(map(_without_line, before))
    new = []
    for problem in after:
        if problem.severity is Severity.INFORMATION:
            continue
        if known[_without_line(problem)]:
            known[_without_line(problem)] -= 1
        else:
            new.append(problem)
    return new


def _without_line(problem: Problem) -> tuple[str, str, str, str]:
    return problem.place.file, problem.code, problem.variant, str(problem.facts)

"""What the commands say of an edit: what it does, its difference, and why it is not made."""

from collections.abc import Iterator, Sequence

from levelbook.catalogue import Catalogue
from levelbook.commands.csv_cells import TableCell
from levelbook.commands.diff.as_text import change_lines, foot
from levelbook.commands.diff.report import compare
from levelbook.commands.diff.sides import ComparedState
from levelbook.commands.editing.outcome import EditOutcome, Told
from levelbook.commands.editing.problem import EditProblem
from levelbook.commands.terminal import Paint
from levelbook.history.facts import facts_of
from levelbook.localized.changes import ChangeSentences
from levelbook.problems import Place, Problem, as_text, under
from levelbook.text import signs

_SUMMARIES = frozenset({"new_errors", "old_errors", "not_safe"})
_MAX_CHANGES = 12


def refusal_lines(outcome: EditOutcome, folder: str, words: Catalogue) -> list[str]:
    """Every reason, at its place."""
    return [_reason(problem, folder, words) for problem in outcome.refusals if problem.code not in _SUMMARIES]


def summary(outcome: EditOutcome, words: Catalogue) -> str:
    """That nothing is written, and what has to be done first."""
    last = outcome.refusals[-1]
    return words(last.sentence, **last.facts) if last.code in _SUMMARIES else words("edit.refused")


def _reason(problem: Problem, folder: str, words: Catalogue) -> str:
    if isinstance(problem.place, TableCell):
        return as_text(problem, words)
    if not isinstance(problem, EditProblem):
        return as_text(under(folder, problem), words)
    place = problem.place
    shown = under(folder, problem).place if place.file.endswith(".yml") else Place(place.file)
    return words("edit.line", place=shown.localized(words), message=problem.message(words))


def told_lines(told: Sequence[Told], folder: str, words: Catalogue) -> Iterator[str]:
    """What an edit does, a sentence a line, each once."""
    for sentence in dict.fromkeys(_told(one, folder, words) for one in told):
        yield from sentence.split("\n")


def _told(one: Told, folder: str, words: Catalogue) -> str:
    facts = {name: _shown(fact, words) for name, fact in one.facts.items()}
    if "file" in facts:
        facts["file"] = f"{folder}/{facts['file']}"
    return words(f"edit.{one.key}", **facts)


def _shown(fact: object, words: Catalogue) -> str:
    if isinstance(fact, tuple | list):
        return words("join.series").join(signs.visible(str(item)) for item in fact)
    return signs.visible(str(fact))


def meaning(outcome: EditOutcome, words: Catalogue, paint: Paint) -> Iterator[str]:
    """What an edit means to whom; nothing where the folder could not be read before."""
    if outcome.before is None or outcome.after is None:
        return
    before, after = (ComparedState("", facts_of(handbook), handbook) for handbook in (outcome.before, outcome.after))
    report = compare(before, after, outcome.after)
    say = ChangeSentences(words, report.before.facts, report.after.facts)
    for change_class, changes in report.by_class.items():
        yield words("diff.section", meaning=say.meaning(change_class), n=len(changes))
        for change in changes[:_MAX_CHANGES]:
            yield from change_lines(change, say, words, paint)
        if len(changes) > _MAX_CHANGES:
            yield words("edit.more_changes", n=len(changes) - _MAX_CHANGES)
    if report.changes:
        yield foot(report, words)

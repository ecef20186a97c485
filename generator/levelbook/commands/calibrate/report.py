"""What the command says about a calibration, line by line."""

from collections.abc import Iterator

from levelbook.catalogue import Catalogue
from levelbook.commands.calibrate.decide import Decision
from levelbook.commands.calibrate.outcome import CalibrationOutcome
from levelbook.commands.calibrate.scope import Scope
from levelbook.commands.writing.difference import difference
from levelbook.model.decimals import shown
from levelbook.pages.calibration.page import direction
from levelbook.problems import as_text, under
from levelbook.text.csv_table import csv_text


def template(scope: Scope, words: Catalogue) -> bytes:
    """An empty table with all competencies of a grade, as spreadsheets read it: with a byte order mark."""
    return csv_text([[words("calibrate.rater"), *(one.column_title for one in scope.competencies)]]).encode("utf-8")


def lines(outcome: CalibrationOutcome, words: Catalogue, folder: str, with_diff: bool) -> Iterator[str]:
    """What is wrong or worth knowing, every competency, and on demand what changes in the files."""
    for problem in (*outcome.problems, *(under(folder, problem) for problem in outcome.new_problems)):
        yield as_text(problem, words)
    if outcome.scope:
        yield from (_decision_line(outcome.scope, decision, words) for decision in outcome.decisions)
    if with_diff:
        yield from difference([file.change for file in outcome.files], folder, words)


def _decision_line(scope: Scope, decision: Decision, words: Catalogue) -> str:
    names = {level.id: level.localized("name", words.language) for level in scope.sequence.levels}
    ratings = [words("calibration.raters", level=names[level], n=n) for level, n in decision.counts.items()]
    before, after = decision.competency.before, decision.after
    return words(
        "calibrate.found",
        name=decision.competency.name,
        ratings=words("join.series").join(ratings),
        mean=shown(decision.mean),
        before=names[before],
        after=names[after],
        way=words(f"calibration.{direction(scope.sequence, before, after)}"),
    )


def summary(outcome: CalibrationOutcome, words: Catalogue, folder: str, dry_run: bool) -> str:
    """How it ended, in a sentence."""
    if not outcome.files or not outcome.head:
        return words("calibrate.nothing_written")
    paths = words("join.series").join(f"{folder}/{file.path}" for file in outcome.files)
    changed = sum(decision.after != decision.competency.before for decision in outcome.decisions)
    facts = {"n": len(outcome.decisions), "changed": changed, "raters": outcome.raters}
    return words("calibrate.would" if dry_run else "calibrate.written", id=outcome.head.id, files=paths, **facts)

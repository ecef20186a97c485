"""What the command says about a calibration, line by line."""

import csv
import io
from collections.abc import Iterator
from difflib import unified_diff

from levelbook.catalogue import Catalogue
from levelbook.commands.calibrate.decide import Decided
from levelbook.commands.calibrate.run import CalibrationOutcome
from levelbook.commands.calibrate.scope import Scope
from levelbook.model.decimals import shown
from levelbook.pages.calibration.page import way_of
from levelbook.problems import as_text, under


def template(scope: Scope, words: Catalogue) -> str:
    """An empty table with all competencies of a grade, as spreadsheets read it."""
    out = io.StringIO()
    csv.writer(out).writerow([words("calibrate.rater"), *(one.title for one in scope.asked)])
    return "\ufeff" + out.getvalue()


def lines(outcome: CalibrationOutcome, words: Catalogue, table: str, folder: str, diff: bool) -> Iterator[str]:
    """What is wrong or worth knowing, every competency, and on demand what changes in the files."""
    yield from (one.line(words, table, folder) for one in outcome.findings)
    yield from (as_text(under(folder, one), words) for one in outcome.problems)
    if outcome.scope and outcome.head:
        yield from (_row(outcome.scope, one, words) for one in outcome.found)
    if diff:
        for new in outcome.files:
            yield from _diff(new.before, new.after, f"{folder}/{new.path}")


def _row(scope: Scope, one: Decided, words: Catalogue) -> str:
    names = {level.id: level.localized("name", words.language) for level in scope.sequence.levels}
    said = [words("calibration.raters", level=names[level], n=n) for level, n in one.counts.items()]
    return words(
        "calibrate.found",
        name=one.asked.name,
        ratings=words("join.series").join(said),
        mean=shown(one.mean),
        before=names[one.asked.before],
        after=names[one.after],
        way=words(f"calibration.{way_of(scope.sequence, one.asked.before, one.after)}"),
    )


def summary(outcome: CalibrationOutcome, words: Catalogue, folder: str, dry: bool) -> str:
    """How it ended, in a sentence."""
    if not outcome.files or not outcome.head:
        return words("calibrate.nothing_written")
    paths = words("join.series").join(f"{folder}/{new.path}" for new in outcome.files)
    key = "calibrate.would" if dry else "calibrate.written"
    changed = sum(one.after != one.asked.before for one in outcome.found)
    facts = {"n": len(outcome.found), "changed": changed, "raters": outcome.raters}
    return words(key, id=outcome.head.id, files=paths, **facts)


def _diff(before: str, after: str, path: str) -> Iterator[str]:
    old, new = before.splitlines(), after.splitlines()
    source = path if before else "/dev/null"
    yield from (line.rstrip("\n") for line in unified_diff(old, new, source, path, n=1, lineterm=""))

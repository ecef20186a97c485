"""The command `levelbook calibrate`: reads a table of ratings, or writes an empty one."""

import argparse
from datetime import date
from pathlib import Path
from typing import Final

from levelbook.catalogue import Catalogue
from levelbook.commands.arguments import Command, Options
from levelbook.commands.calibrate.outcome import Request, calibration_outcome, folder_errors
from levelbook.commands.calibrate.problem import CalibrationProblem
from levelbook.commands.calibrate.report import lines, summary, template
from levelbook.commands.calibrate.scope import find_scope
from levelbook.commands.result import CommandResult, ExitStatus, failed
from levelbook.commands.writing.asking import unless_changed
from levelbook.load import files_in, load
from levelbook.loading.data_folder import DataFolder
from levelbook.loading.edit.together import write
from levelbook.loading.files import read
from levelbook.problems import as_text


def add_options(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    """Adds the table, the grade, and how the calibration is to be called."""
    parser.add_argument("ratings", nargs="?", type=Path, metavar="RATINGS.csv", help=words("cli.ratings"))
    for name in ("sequence", "grade"):
        parser.add_argument(f"--{name}", required=True, help=words(f"cli.{name}"))
    for name in ("date", "id", "name"):
        parser.add_argument(f"--{name}", default="", help=words(f"cli.calibrate-{name}"))
    parser.add_argument("--dry-run", action="store_true", help=words("cli.calibrate-dry-run"))
    parser.add_argument("--template", action="store_true", help=words("cli.template"))


def run(options: Options, folder: DataFolder, words: Catalogue) -> CommandResult:
    """Calibrates by the table that was named, or gives an empty one."""
    if options.template and options.ratings:
        return failed(words("cli.template-and-ratings"))
    if options.template:
        return empty_table(folder.path, options.sequence, options.grade, words)
    if options.ratings:
        return calibrate(folder.path, options, words)
    return failed(words("cli.no-ratings"))


def empty_table(folder: Path, sequence: str, grade: str, words: Catalogue) -> CommandResult:
    """An empty table, or why there is none."""
    loaded = load(folder)
    scope = (
        find_scope(loaded.handbook, sequence, grade) if loaded.handbook else folder_errors(folder.as_posix(), loaded)
    )
    if isinstance(scope, CalibrationProblem):
        return CommandResult(err=(as_text(scope, words),), status=ExitStatus.PROBLEMS)
    return CommandResult(template(scope, words))


def calibrate(folder: Path, options: Options, words: Catalogue) -> CommandResult:
    """Reads the table, decides, and writes unless it is only asked what would change."""
    outcome = calibration_outcome(dict(files_in(folder)), read(options.ratings), _request(folder, options))
    if outcome.files and not options.dry_run:
        changes = [file.change for file in outcome.files]
        refused = unless_changed(lambda: write(folder, f"calibrate {options.ratings.name}", changes), words)
        if refused:
            return refused
    return CommandResult(
        out=tuple(lines(outcome, words, folder.as_posix(), with_diff=options.dry_run)),
        err=(summary(outcome, words, folder.as_posix(), options.dry_run),),
        status=ExitStatus.CLEAN if outcome.files else ExitStatus.PROBLEMS,
    )


def _request(folder: Path, options: Options) -> Request:
    today = date.today().isoformat()
    day, id, name = (" ".join(text.split()) for text in (options.date, options.id, options.name))
    table = options.ratings.as_posix()
    return Request(folder.as_posix(), table, options.sequence, options.grade, day or today, today, id, name)


CALIBRATE: Final = Command("calibrate", run, add_options, changes_data=True)

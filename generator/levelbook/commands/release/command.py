"""The command `levelbook release`: shows what a release is, asks, and writes all of it or nothing."""

import argparse
import datetime
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from levelbook.build import published_addresses
from levelbook.catalogue import Catalogue
from levelbook.commands.arguments import Command, Options
from levelbook.commands.release.outcome import ReleaseOutcome, release_outcome
from levelbook.commands.release.readiness import OlderState, ReleaseWanted
from levelbook.commands.release.report import next_lines, refusal_lines, told_lines
from levelbook.commands.result import CommandResult, ExitStatus, Question, failed
from levelbook.commands.writing.colours import coloured
from levelbook.commands.writing.difference import named_files
from levelbook.commands.writing.file_change import Files
from levelbook.commands.writing.together import ChangedMeanwhile, write
from levelbook.history.branches import files_at
from levelbook.history.facts import facts_of
from levelbook.load import files_in, load_files
from levelbook.loading.data_folder import DataFolder, find_data_folder
from levelbook.model.values import Date, Version


def add_options(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    """Adds the number, the days, an older state, and whether to write."""
    parser.add_argument("version", metavar="VERSION", help=words("cli.release-version"))
    parser.add_argument("--effective", default="", metavar="DATE", help=words("cli.release-effective"))
    parser.add_argument("--date", default="", metavar="DATE", help=words("cli.release-date"))
    parser.add_argument("--from", dest="older", default="", metavar="REVISION", help=words("cli.release-from"))
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--yes", action="store_true", help=words("cli.edit-yes"))
    group.add_argument("--dry-run", action="store_true", help=words("cli.edit-dry-run"))


def run(options: Options, folder: DataFolder, words: Catalogue) -> CommandResult:
    """Makes a release of the folder as it is."""
    date = options.date or datetime.date.today().isoformat()
    wanted = ReleaseWanted(options.version, date, options.effective)
    for option, value, kind in (("VERSION", wanted.version, Version), ("--date", date, Date)):
        if not _fits(value, kind):
            return failed(words("release.wrong", option=option, value=value))
    if wanted.effective and not _fits(wanted.effective, Date):
        return failed(words("release.wrong", option="--effective", value=wanted.effective))
    older = None
    if options.older:
        files = _older_files(options.older, folder.path)
        older = older_state(files) if files else None
        if older is None:
            return failed(words("release.broken-state" if files else "release.no-state", value=options.older))
    outcome = release_outcome(dict(files_in(folder.path)), wanted, older)
    return _told(outcome, wanted, options, folder, words)


def _fits(value: str, kind: Any) -> bool:
    try:
        TypeAdapter(kind).validate_python(value)
    except ValidationError:
        return False
    return True


def _older_files(typed: str, folder: Path) -> Files | None:
    """The files of a folder, or of a revision of the data folder; none where there is neither."""
    named = find_data_folder(Path(typed)) if Path(typed).is_dir() else None
    return dict(files_in(named.path)) if named else files_at(folder, typed)


def older_state(files: Files) -> OlderState | None:
    """What another state of the folder published; none where it has errors."""
    handbook = load_files(files).handbook
    if handbook is None:
        return None
    return OlderState(facts_of(handbook), published_addresses(handbook, Catalogue(handbook.head.language)))


def _told(
    outcome: ReleaseOutcome, wanted: ReleaseWanted, options: Options, folder: DataFolder, words: Catalogue
) -> CommandResult:
    shown = folder.path.as_posix()
    if outcome.refusals:
        status = ExitStatus.WORDS_MISSING if outcome.unworded else ExitStatus.PROBLEMS
        n = len({change.address for change in outcome.unworded})
        why = words("release.words-missing", n=n) if outcome.unworded else words("release.refused")
        return CommandResult(tuple(refusal_lines(outcome, shown, words)), (why,), status)
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    lines = tuple(coloured(told_lines(outcome, wanted, shown, words), colour))
    rest = tuple(next_lines(outcome, wanted, words))
    would = CommandResult(rest, (words("release.would", n=len(outcome.files)),), ExitStatus.WOULD_CHANGE)
    if options.yes:
        written = _written(outcome, wanted, folder, words)
        return replace(written, out=(*lines, *written.out))
    if options.dry_run:
        return replace(would, out=(*lines, "", *rest), status=ExitStatus.CLEAN)
    ask = words("release.ask", version=wanted.version, n=len(outcome.files), files=named_files(outcome.files, words))
    no = CommandResult(err=(words("edit.not_written"),))
    return CommandResult(
        (*lines, ""), question=Question(ask, lambda: _written(outcome, wanted, folder, words), no, would)
    )


def _written(outcome: ReleaseOutcome, wanted: ReleaseWanted, folder: DataFolder, words: Catalogue) -> CommandResult:
    try:
        write(folder.path, f"release {wanted.version}", outcome.files)
    except ChangedMeanwhile as other:
        return failed(words("edit.changed_meanwhile", file=other.file))
    done = words("release.written", version=wanted.version, n=len(outcome.files))
    return CommandResult(("", *next_lines(outcome, wanted, words)), (done,))


RELEASE: Final = Command("release", run, add_options)

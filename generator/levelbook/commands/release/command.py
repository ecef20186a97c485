"""The command `levelbook release`: shows what a release is, asks, and writes all of it or nothing."""

import argparse
import datetime
import shlex
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from levelbook.build import published_addresses
from levelbook.catalogue import Catalogue
from levelbook.commands.arguments import Command, Options
from levelbook.commands.diff.sides import ComparedState, NoSide, side
from levelbook.commands.release.outcome import ReleaseOutcome, release_outcome
from levelbook.commands.release.readiness import OlderState, ReleaseWanted
from levelbook.commands.release.report import next_lines, refusal_lines, told_lines
from levelbook.commands.result import CommandResult, ExitStatus, failed
from levelbook.commands.terminal import paint
from levelbook.commands.writing.asking import add_asking, offered, unless_changed
from levelbook.commands.writing.difference import named_files
from levelbook.load import files_in
from levelbook.loading.data_folder import DataFolder
from levelbook.loading.edit.together import write
from levelbook.model.values import Date, Version


def add_options(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    """Adds the number, the days, an older state, and whether to write."""
    parser.add_argument("version", metavar="VERSION", help=words("cli.release-version"))
    parser.add_argument("--effective", default="", metavar="DATE", help=words("cli.release-effective"))
    parser.add_argument("--date", default="", metavar="DATE", help=words("cli.release-date"))
    parser.add_argument("--from", dest="older", default="", metavar="REVISION", help=words("cli.release-from"))
    add_asking(parser, words)


def run(options: Options, folder: DataFolder, words: Catalogue) -> CommandResult:
    """Makes a release of the folder as it is."""
    date = options.date or datetime.date.today().isoformat()
    wanted = ReleaseWanted(options.version, date, options.effective)
    for option, value, kind in (("VERSION", wanted.version, Version), ("--date", date, Date)):
        if not _fits(value, kind):
            return failed(words("release.wrong", option=option, value=value))
    if wanted.effective and not _fits(wanted.effective, Date):
        return failed(words("release.wrong", option="--effective", value=wanted.effective))
    try:
        older = older_state(side(folder.path, options.older, None)) if options.older else None
    except NoSide as problem:
        return failed(words("release.older", reason=problem.sentence(words)))
    outcome = release_outcome(dict(files_in(folder.path)), wanted, older)
    return _told(outcome, wanted, options, folder, words)


def _fits(value: str, kind: Any) -> bool:
    try:
        TypeAdapter(kind).validate_python(value)
    except ValidationError:
        return False
    return True


def older_state(state: ComparedState) -> OlderState:
    """What another state of the folder published, as far as it can be read."""
    handbook = state.handbook
    pages = published_addresses(handbook, Catalogue(handbook.head.language)) if handbook else {}
    return OlderState(state.facts, pages)


def _told(
    outcome: ReleaseOutcome, wanted: ReleaseWanted, options: Options, folder: DataFolder, words: Catalogue
) -> CommandResult:
    shown = folder.path.as_posix()
    if outcome.refusals:
        status = ExitStatus.WORDS_MISSING if outcome.unworded else ExitStatus.PROBLEMS
        n = len({change.address for change in outcome.unworded})
        asking = shlex.join(["levelbook", "diff", *([options.older] if options.older else []), "--words"])
        why = words("release.words-missing", n=n, asking=asking) if outcome.unworded else words("release.refused")
        return CommandResult(tuple(refusal_lines(outcome, shown, words)), (why,), status)
    lines = tuple(map(paint().difference, told_lines(outcome, wanted, shown, words)))
    rest = tuple(next_lines(outcome, wanted, words))
    would = CommandResult(rest, (words("release.would", n=len(outcome.files)),), ExitStatus.WOULD_CHANGE)
    ask = words("release.ask", version=wanted.version, n=len(outcome.files), files=named_files(outcome.files, words))
    return offered(lines, ask, would, lambda: _written(outcome, wanted, folder, words), options, words)


def _written(outcome: ReleaseOutcome, wanted: ReleaseWanted, folder: DataFolder, words: Catalogue) -> CommandResult:
    refused = unless_changed(lambda: write(folder.path, f"release {wanted.version}", outcome.files), words)
    if refused:
        return refused
    done = words("release.written", version=wanted.version, n=len(outcome.files))
    return CommandResult(("", *next_lines(outcome, wanted, words)), (done,))


RELEASE: Final = Command("release", run, add_options, changes_data=True)

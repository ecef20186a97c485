"""The command `levelbook diff`: what changed between two states, what it means, and whom it concerns."""

import argparse
from pathlib import Path
from typing import Final

from levelbook.catalogue import Catalogue
from levelbook.commands.arguments import Command, Options
from levelbook.commands.diff.as_html import as_html
from levelbook.commands.diff.as_json import as_json
from levelbook.commands.diff.as_markdown import as_markdown
from levelbook.commands.diff.as_text import as_text
from levelbook.commands.diff.ask_words import ask_words
from levelbook.commands.diff.report import DiffReport, compare
from levelbook.commands.diff.sides import ComparedState, NoSide, last_release, side, working
from levelbook.commands.result import CommandResult, ExitStatus, failed
from levelbook.commands.terminal import Terminal, at_terminal, paint
from levelbook.loading.data_folder import DataFolder
from levelbook.model.history import ChangeClass
from levelbook.queries.index import HandbookIndex

_FORMATS: Final = ("text", "markdown", "json", "html")


def add_options(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    """Adds what is compared, and in which form it is told."""
    parser.add_argument("old", nargs="?", default="", metavar="OLD", help=words("cli.diff-old"))
    parser.add_argument("new", nargs="?", default="", metavar="NEW", help=words("cli.diff-new"))
    parser.add_argument("--format", choices=_FORMATS, default="text", help=words("cli.diff-format"))
    parser.add_argument("--exit-code", action="store_true", help=words("cli.diff-exit-code"))
    parser.add_argument("--words", action="store_true", help=words("cli.diff-words"))


def run(options: Options, folder: DataFolder, words: Catalogue) -> CommandResult:
    """Compares, and tells or asks."""
    try:
        report = _report(options, folder.path)
    except NoSide as problem:
        return failed(problem.sentence(words))
    if options.words:
        if options.new or not at_terminal():
            return failed(words("diff.wrong.words-new" if options.new else "diff.wrong.words-terminal"))
        return ask_words(report, folder.path, words, Terminal(), paint())
    status = _status(report) if options.exit_code else ExitStatus.CLEAN
    return CommandResult(out=_printed(options.format, report, words), status=status)


def _report(options: Options, folder: Path) -> DiffReport:
    newest = working(folder)
    before = side(folder, options.old, newest.handbook) if options.old else last_release(newest.handbook)
    after: ComparedState = side(folder, options.new, newest.handbook) if options.new else newest
    return compare(before, after, newest.handbook)


def _printed(form: str, report: DiffReport, words: Catalogue) -> tuple[str, ...]:
    if form == "json":
        return (as_json(report),)
    handbook = report.after.handbook
    spoken = words.without_source if handbook and HandbookIndex(handbook).written_here(None) else words
    if form == "markdown":
        return tuple(as_markdown(report, spoken))
    if form == "html":
        return tuple(as_html(report, spoken))
    return tuple(as_text(report, spoken, paint()))


def _status(report: DiffReport) -> ExitStatus:
    classes = report.by_class.keys()
    if ChangeClass.ERROR in classes:
        return ExitStatus.FAILED
    if ChangeClass.ASK in classes:
        return ExitStatus.WORDS_MISSING
    return ExitStatus.PROBLEMS if classes else ExitStatus.CLEAN


DIFF: Final = Command("diff", run, add_options)

"""What is asked before files are written: with `--yes` nothing, with `--dry-run` nothing is written."""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import replace

from levelbook.catalogue import Catalogue
from levelbook.commands.arguments import Options
from levelbook.commands.result import CommandResult, ExitStatus, Question, failed
from levelbook.loading.edit.together import ChangedMeanwhile


def add_asking(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    """Adds whether to ask before writing."""
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--yes", action="store_true", help=words("cli.edit-yes"))
    group.add_argument("--dry-run", action="store_true", help=words("cli.edit-dry-run"))


def offered(
    lines: Sequence[str],
    question: str,
    would: CommandResult,
    written: Callable[[], CommandResult],
    options: Options,
    words: Catalogue,
) -> CommandResult:
    """Shows what would change, and writes it where that was said; else asks.

    `would` is the result where nobody can be asked: there it has a status of its own, while a dry run has done what it
    was asked for.
    """
    if options.yes:
        done = written()
        return replace(done, out=(*lines, *done.out))
    if options.dry_run:
        return replace(would, out=(*lines, *("" for _ in would.out[:1]), *would.out), status=ExitStatus.CLEAN)
    no = CommandResult(err=(words("edit.not_written"),))
    return CommandResult((*lines, ""), question=Question(question, written, no, would))


def unless_changed(write: Callable[[], None], words: Catalogue) -> CommandResult | None:
    """Writes; the result where that was refused, as somebody has changed a file meanwhile."""
    try:
        write()
    except ChangedMeanwhile as other:
        return failed(words("edit.changed_meanwhile", file=other.file))
    return None

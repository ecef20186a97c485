"""The commands `move`, `retire`, `split`, `merge` and `undo`: show what would change, ask, write."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from levelbook.catalogue import Catalogue
from levelbook.commands.arguments import Command, Options
from levelbook.commands.editing.move import move
from levelbook.commands.editing.outcome import EditOutcome, Told
from levelbook.commands.editing.report import meaning, refusal_lines, summary, told_lines
from levelbook.commands.editing.retire import retire
from levelbook.commands.editing.split import merge, split
from levelbook.commands.editing.undo import differing, take_back, taken_back
from levelbook.commands.result import CommandResult, ExitStatus, failed
from levelbook.commands.terminal import paint
from levelbook.commands.writing.asking import add_asking, offered, unless_changed
from levelbook.commands.writing.difference import difference, named_files
from levelbook.load import files_in
from levelbook.loading.data_folder import DataFolder
from levelbook.loading.edit.file_change import FileChange, Files
from levelbook.loading.edit.journal import BrokenEntry, newest
from levelbook.loading.edit.together import write
from levelbook.problems import as_text, under


@dataclass(frozen=True)
class _Change:
    """What is to be written, with how it is told."""

    told: tuple[Told, ...]
    changes: tuple[FileChange, ...]
    write: Callable[[], None]
    done: str
    """The key of the sentence once it is written."""
    meaning: tuple[str, ...] = ()
    """What it means to whom."""
    warnings: tuple[str, ...] = ()


def _move_options(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    parser.add_argument("what", metavar="WHAT", help=words("cli.edit-what"))
    parser.add_argument("to", metavar="TO", help=words("cli.edit-to"))
    parser.add_argument("--after", default="", metavar="CODE", help=words("cli.edit-after"))
    parser.add_argument("--levels", default="", metavar="OLD=NEW,...", help=words("cli.edit-levels"))
    parser.add_argument("--group", default="", metavar="ID", help=words("cli.edit-group"))
    parser.add_argument("--why", default="", metavar="TEXT", help=words("cli.edit-move-why"))
    add_asking(parser, words)


def _retire_options(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    parser.add_argument("what", metavar="WHAT", help=words("cli.edit-retire-what"))
    parser.add_argument("--why", required=True, metavar="TEXT", help=words("cli.edit-why"))
    parser.add_argument("--by", nargs="+", default=(), metavar="CODE", help=words("cli.edit-by"))
    add_asking(parser, words)


def _split_options(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    parser.add_argument("what", metavar="CODE", help=words("cli.edit-code"))
    parser.add_argument("--into", nargs="+", required=True, metavar="TEXT", help=words("cli.edit-texts"))
    parser.add_argument("--why", required=True, metavar="TEXT", help=words("cli.edit-why"))
    add_asking(parser, words)


def _merge_options(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    parser.add_argument("what", nargs="+", metavar="CODE", help=words("cli.edit-codes"))
    parser.add_argument("--into", required=True, metavar="CODE", help=words("cli.edit-merge-into"))
    parser.add_argument("--text", default="", metavar="TEXT", help=words("cli.edit-text"))
    parser.add_argument("--why", required=True, metavar="TEXT", help=words("cli.edit-why"))
    add_asking(parser, words)


def _levels(typed: str) -> dict[str, str]:
    """What levels are called elsewhere: `m1=g1,m2=g2`."""
    pairs = (pair.partition("=") for pair in typed.replace("，", ",").split(",") if pair.strip())
    return {old.strip(): new.strip() for old, _, new in pairs}


def run_edit(
    command: str, options: Options, folder: DataFolder, words: Catalogue, edit: Callable[[Files], EditOutcome]
) -> CommandResult:
    """Works an edit out, shows it, and writes it where that is wanted."""
    shown, files = folder.path.as_posix(), dict(files_in(folder.path))
    outcome = edit(files)
    if outcome.refusals:
        lines = (*told_lines(outcome.told, shown, words), *refusal_lines(outcome, shown, words))
        return CommandResult(lines, (summary(outcome, words),), ExitStatus.PROBLEMS)
    warnings = tuple(as_text(under(shown, problem), words) for problem in outcome.warnings)
    change = _Change(
        outcome.told,
        outcome.changes,
        lambda: write(folder.path, command, outcome.changes, outcome.given),
        "edit.written",
        tuple(meaning(outcome, words, paint())),
        warnings,
    )
    return _offered(change, options, shown, words)


def _offered(change: _Change, options: Options, shown: str, words: Catalogue) -> CommandResult:
    """Shows a change, and writes it where that was said; else asks."""
    if not change.changes:
        return CommandResult(err=(words("edit.nothing"),))
    differences = map(paint().difference, difference(change.changes, shown, words))
    lines = [*told_lines(change.told, shown, words), "", *differences]
    for more in (change.meaning, change.warnings):
        lines += ["", *more] if more else []
    n = len(change.changes)
    would = CommandResult(err=(words("edit.would", n=n),), status=ExitStatus.WOULD_CHANGE)
    ask = words("edit.ask", n=n, files=named_files(change.changes, words))
    return offered(lines, ask, would, lambda: _written(change, n, words), options, words)


def _written(change: _Change, n: int, words: Catalogue) -> CommandResult:
    return unless_changed(change.write, words) or CommandResult(err=(words(change.done, n=n),))


def _typed(*parts: str) -> str:
    return " ".join(parts)


def _run_move(options: Options, folder: DataFolder, words: Catalogue) -> CommandResult:
    typed, levels = _typed("move", options.what, options.to), _levels(options.levels)
    return run_edit(
        typed,
        options,
        folder,
        words,
        lambda files: move(files, options.what, options.to, options.after, levels, options.group, options.why),
    )


def _run_retire(options: Options, folder: DataFolder, words: Catalogue) -> CommandResult:
    typed = _typed("retire", options.what)
    return run_edit(typed, options, folder, words, lambda files: retire(files, options.what, options.why, options.by))


def _run_split(options: Options, folder: DataFolder, words: Catalogue) -> CommandResult:
    typed = _typed("split", options.what)
    return run_edit(typed, options, folder, words, lambda files: split(files, options.what, options.into, options.why))


def _run_merge(options: Options, folder: DataFolder, words: Catalogue) -> CommandResult:
    typed = _typed("merge", *options.what, "--into", options.into)
    return run_edit(
        typed,
        options,
        folder,
        words,
        lambda files: merge(files, options.what, options.into, options.why, options.text),
    )


def _run_undo(options: Options, folder: DataFolder, words: Catalogue) -> CommandResult:
    try:
        entry = newest(folder.path)
    except BrokenEntry as broken:
        return failed(words("edit.undo_broken", file=str(broken)))
    if entry is None:
        return CommandResult(err=(words("edit.no_undo"),))
    other = differing(entry, folder.path)
    if other:
        return CommandResult(
            err=(words("edit.undo_differs", file=f"{folder.path.as_posix()}/{other}"),), status=ExitStatus.PROBLEMS
        )
    changes = taken_back(entry, dict(files_in(folder.path)))
    told = [Told("undone", {"command": entry.command}), *(Told("undone_code", {"value": one}) for one in entry.given)]
    return _offered(
        _Change(tuple(told), changes, lambda: take_back(folder.path, entry, changes), "edit.taken_back"),
        options,
        folder.path.as_posix(),
        words,
    )


MOVE: Final = Command("move", _run_move, _move_options, changes_data=True)
RETIRE: Final = Command("retire", _run_retire, _retire_options, changes_data=True)
SPLIT: Final = Command("split", _run_split, _split_options, changes_data=True)
MERGE: Final = Command("merge", _run_merge, _merge_options, changes_data=True)
UNDO: Final = Command("undo", _run_undo, add_asking, changes_data=True)

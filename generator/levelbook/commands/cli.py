"""The command `levelbook`: parses what was typed, chooses the language, runs the command, prints and exits.

A command is a function from its options, the data folder and the words to a `CommandResult`; it neither prints nor
exits, so that tests call it like any other function. Whatever goes wrong on the way ends here in one line.
"""

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import Final

from levelbook import unforeseen
from levelbook.catalogue import Catalogue
from levelbook.commands.arguments import Options, parse
from levelbook.commands.branches.command import IDS
from levelbook.commands.calibrate.command import CALIBRATE
from levelbook.commands.check import CHECK
from levelbook.commands.courses.command import COURSES
from levelbook.commands.diff.command import DIFF
from levelbook.commands.editing.command import MERGE, MOVE, RETIRE, SPLIT, UNDO
from levelbook.commands.export import EXPORT
from levelbook.commands.kit.command import KIT
from levelbook.commands.kit.comment import COMMENT
from levelbook.commands.release.command import RELEASE
from levelbook.commands.result import CommandResult, ExitStatus, Question, failed
from levelbook.commands.schema import SCHEMA
from levelbook.commands.score import SCORE
from levelbook.commands.serve import SERVE
from levelbook.commands.suggest.command import SUGGEST
from levelbook.commands.translations import TRANSLATE
from levelbook.commands.verify.command import VERIFY
from levelbook.commands.writing.editor_schema import EditorSchema
from levelbook.language import language_of_help, language_of_messages
from levelbook.load import language_of
from levelbook.loading.data_folder import DataFolder, find_data_folder

COMMANDS: Final = (
    CHECK,
    DIFF,
    SUGGEST,
    SCHEMA,
    TRANSLATE,
    IDS,
    MOVE,
    RETIRE,
    SPLIT,
    MERGE,
    UNDO,
    RELEASE,
    CALIBRATE,
    COURSES,
    SERVE,
    EXPORT,
    VERIFY,
    SCORE,
    KIT,
    COMMENT,
)
"""All commands, in the order of the help; another is one more name here and its texts in the catalogue."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command; the result is the exit status."""
    typed = list(sys.argv[1:] if arguments is None else arguments)
    _print_every_character()
    options = parse(typed, Catalogue(_help_language(typed)), COMMANDS)
    words = _words(options, None)
    try:
        folder = _data_folder(options)
        words = _words(options, folder)
        schema = EditorSchema(folder.path) if folder and options.command.changes_data else None
        result = options.command.run(options, folder, words) if folder else _no_folder(options, words)
        _print(result)
        if result.question:
            result = _answer(result.question)
            _print(result)
        if schema:
            schema.follow()
        return int(result.status)
    except BrokenPipeError:
        _discard_output()
        return ExitStatus.FAILED
    except KeyboardInterrupt:
        return ExitStatus.FAILED
    except Exception as error:
        _flush_or_discard()
        if unforeseen.wanted():
            raise
        _print(failed(unforeseen.sentence(error, words)))
        return ExitStatus.FAILED


def _answer(question: Question) -> CommandResult:
    """Asks, where somebody can answer; only a clear yes is one."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return question.unasked
    print(question.words, end="", flush=True)
    typed = sys.stdin.readline().strip().lower()
    return question.yes() if typed in ("y", "yes", "是") else question.no


def _print(result: CommandResult) -> None:
    if isinstance(result.out, bytes):
        sys.stdout.buffer.write(result.out)
    else:
        for line in result.out:
            print(line)
    for line in result.err:
        print(line, file=sys.stderr)
    sys.stdout.flush()


def _print_every_character() -> None:
    """A character that the terminal's encoding lacks, as on Chinese Windows, becomes a question mark, no crash."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


def _flush_or_discard() -> None:
    """What a full disk could not take is dropped, or Python would try again at the end, with a traceback."""
    try:
        sys.stdout.flush()
    except OSError:
        _discard_output()


def _discard_output() -> None:
    """Sends what is still to be printed nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _help_language(typed: list[str]) -> str:
    """The language of help, which is wanted before the options are read."""
    handbook = find_data_folder()
    return language_of_help(_typed_language(typed), language_of(handbook.path) if handbook else None, os.environ)


def _typed_language(typed: list[str]) -> str | None:
    for index, argument in enumerate(typed):
        name, _, value = argument.partition("=")
        if name == "--language":
            return value or (typed[index + 1] if index + 1 < len(typed) else "")
    return None


def _words(options: Options, folder: DataFolder | None) -> Catalogue:
    handbook = language_of(folder.path) if folder else None
    return Catalogue(language_of_messages(options.language, handbook, os.environ))


def _typed_folder(options: Options) -> Path | None:
    """The folder, or the part of it, that was typed."""
    folder: Path | None = getattr(options, "path", None) or options.folder
    return folder


def _data_folder(options: Options) -> DataFolder | None:
    """The data folder that is meant; none where it does not exist, or lacks the handbook that the command needs."""
    typed = _typed_folder(options)
    if typed is None:
        return find_data_folder() or (None if options.command.needs_folder else DataFolder(Path()))
    if not options.command.needs_handbook and typed.is_dir():
        return DataFolder(typed)
    return find_data_folder(typed) if typed.exists() else None


def _no_folder(options: Options, words: Catalogue) -> CommandResult:
    typed = _typed_folder(options)
    key = "cli.no-handbook" if typed is None or typed.exists() else "cli.no-folder"
    return failed(words(key, folder=typed or Path.cwd(), command=options.command.name))


if __name__ == "__main__":
    sys.exit(main())

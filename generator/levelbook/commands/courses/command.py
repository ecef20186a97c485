"""The command `levelbook courses`: `export` writes a table of all courses, `import` reads one."""

import argparse
from pathlib import Path
from typing import Final

from levelbook.catalogue import Catalogue
from levelbook.commands.arguments import Command, Options
from levelbook.commands.courses.exporting import table_of
from levelbook.commands.courses.importing import imported
from levelbook.commands.editing.command import run_edit
from levelbook.commands.result import CommandResult, ExitStatus, failed
from levelbook.commands.writing.asking import add_asking
from levelbook.load import load
from levelbook.loading.data_folder import DataFolder
from levelbook.loading.files import read


def add_options(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    """Adds which way, the table, and whether to ask."""
    parser.add_argument("way", choices=("export", "import"), metavar="export|import", help=words("cli.courses-way"))
    parser.add_argument("table", nargs="?", type=Path, metavar="TABLE.csv", help=words("cli.courses-table"))
    add_asking(parser, words)


def run(options: Options, folder: DataFolder, words: Catalogue) -> CommandResult:
    """Writes the table or reads it."""
    if options.way == "export":
        return export(folder.path, options.table, options.yes, words)
    if options.table is None:
        return failed(words("courses.no_table"))
    table: Path = options.table
    typed = f"courses import {table.as_posix()}"
    return run_edit(typed, options, folder, words, lambda files: imported(files, table.as_posix(), read(table)))


def export(folder: Path, table: Path | None, replaces: bool, words: Catalogue) -> CommandResult:
    """The table of all courses: in a file that is not there yet, or to be printed."""
    loaded = load(folder)
    if loaded.handbook is None:
        return CommandResult(err=(words("courses.folder_errors", n=len(loaded.errors)),), status=ExitStatus.PROBLEMS)
    data = table_of(loaded.handbook)
    if table is None:
        return CommandResult(data)
    if table.exists() and not replaces:
        return failed(words("courses.table_there", file=table.as_posix()))
    try:
        table.write_bytes(data)
    except OSError as error:
        return failed(words("courses.not_written", file=table.as_posix(), why=error.strerror or str(error)))
    return CommandResult(err=(words("courses.written", file=table.as_posix(), n=data.count(b"\r\n") - 1),))


COURSES: Final = Command("courses", run, add_options, changes_data=True)

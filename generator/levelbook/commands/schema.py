"""The command `levelbook schema`: JSON Schema files for editors, also in a folder where a handbook is to begin."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from levelbook.catalogue import Catalogue
from levelbook.commands.arguments import Command, Options
from levelbook.commands.result import CommandResult
from levelbook.load import files_in, load
from levelbook.loading.data_folder import DataFolder
from levelbook.schema.files import FOLDER, first_line, is_readable, schema_files, write


def run(options: Options, folder: DataFolder, words: Catalogue) -> CommandResult:
    """Writes the schema of every kind of file; which ids there are is only known where every file can be read."""
    data = load(folder.path).folder
    files = schema_files(data, words)
    known = is_readable(data)
    if not known:
        files = {path: text for path, text in files.items() if not (folder.path / path).is_file()}
    write(folder.path, files, tidy=known)
    told = [words("cli.schema-written", n=len(files), folder=folder.path / FOLDER)]
    told += [] if known else [words("schema.ids-unread")]
    return CommandResult(err=(*told, *_leading_elsewhere(folder.path, words)))


def _leading_elsewhere(folder: Path, words: Catalogue) -> Iterator[str]:
    """That some files do not lead editors to their schema, and which line the first of them should begin with."""
    lines = {path: first_line(path) for path, data in files_in(folder) if isinstance(data, bytes)}
    lost = [path for path, line in lines.items() if line and not _begins(folder / path, line)]
    if lost:
        yield words("schema.first-lines", n=len(lost), file=lost[0], line=lines[lost[0]])


def _begins(file: Path, line: str) -> bool:
    return file.read_bytes().removeprefix(b"\xef\xbb\xbf").startswith(line.encode())


SCHEMA: Final = Command("schema", run, takes="FOLDER", needs_handbook=False)

"""The command `levelbook schema`: JSON Schema files for editors, also in a folder where a handbook is to begin."""

from typing import Final

from levelbook.catalogue import Catalogue
from levelbook.commands.arguments import Command, Options
from levelbook.commands.result import CommandResult
from levelbook.load import load
from levelbook.loading.data_folder import DataFolder
from levelbook.schema.files import FOLDER, is_readable, schema_files, write


def run(options: Options, folder: DataFolder, words: Catalogue) -> CommandResult:
    """Writes the schema of every kind of file; which ids there are is only known where every file can be read."""
    data = load(folder.path).folder
    files = schema_files(data, words)
    known = is_readable(data)
    if not known:
        files = {path: text for path, text in files.items() if not (folder.path / path).is_file()}
    write(folder.path, files, tidy=known)
    done = words("cli.schema-written", n=len(files), folder=folder.path / FOLDER)
    return CommandResult(err=(done,) if known else (done, words("schema.ids-unread")))


SCHEMA: Final = Command("schema", run, takes="FOLDER", needs_handbook=False)

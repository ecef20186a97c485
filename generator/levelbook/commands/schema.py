"""The command `levelbook schema`: JSON Schema files for editors, also in a folder where a handbook is to begin."""

from typing import Final

from levelbook import schema
from levelbook.catalogue import Catalogue
from levelbook.commands.arguments import Command, Options
from levelbook.commands.result import CommandResult
from levelbook.loading.data_folder import DataFolder


def run(options: Options, folder: DataFolder, words: Catalogue) -> CommandResult:
    """Writes the schema of every kind of file into the data folder."""
    paths = schema.write(folder.path)
    return CommandResult(err=(words("cli.schema-written", n=len(paths), folder=folder.path / schema.FOLDER),))


SCHEMA: Final = Command("schema", run, takes="FOLDER", needs_handbook=False)

"""The schema files of editors follow what a command has changed: they offer the ids and codes that there are now."""

from pathlib import Path

from levelbook.catalogue import Catalogue
from levelbook.load import files_in, language_of, load
from levelbook.schema.files import FOLDER, is_readable, schema_files, write


class EditorSchema:
    """The schema files of a data folder, where it has any."""

    def __init__(self, folder: Path) -> None:
        """Remember what the folder holds before a command runs."""
        self._folder = folder
        self._before = dict(files_in(folder)) if (folder / FOLDER).is_dir() else None

    def follow(self) -> None:
        """Write them anew where the folder holds something else now, in the handbook's own language."""
        if self._before is None or dict(files_in(self._folder)) == self._before:
            return
        data = load(self._folder).folder
        language = language_of(self._folder)
        if language and is_readable(data):
            write(self._folder, schema_files(data, Catalogue(language)))

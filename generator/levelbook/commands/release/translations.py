"""What a release does about translations: new ones are noted, and those that wait for a change are told."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from levelbook.loading.folder import Folder
from levelbook.loading.translated.marks import (
    TRANSLATIONS,
    Twin,
    every_twin,
    noted,
    published_texts,
    rendered,
    stale,
    unnoted,
)
from levelbook.model.history import FactTable


@dataclass(frozen=True)
class NotedTranslations:
    """What came of it; nothing where the folder notes none."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    new: int = 0
    """How many were not noted before."""
    waiting: tuple[Twin, ...] = ()
    """Those that were made from another wording than they stand beside."""


def note_translations(folder: Folder, published: FactTable) -> NotedTranslations:
    """Notes what each translation of a folder was made from, never that one is fresh whose text alone has changed."""
    marks = folder.translations
    if not marks.known or marks.strange:
        return NotedTranslations()
    twins = every_twin(folder.data_files())
    made = noted(twins, marks.known, published_texts(published))
    files = {TRANSLATIONS: rendered(made, marks.heads).encode()} if made != marks.known else {}
    return NotedTranslations(files, len(unnoted(twins, marks.known)), tuple(stale(twins, made)))

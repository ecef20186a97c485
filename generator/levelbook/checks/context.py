"""What every check looks at."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from levelbook.checks.code_owners import CodeOwners, code_owners
from levelbook.checks.lost_codes import Losses, losses
from levelbook.checks.names import Names, register
from levelbook.loading.data_file import DataFile
from levelbook.loading.folder import Folder, SequenceFiles
from levelbook.loading.nodes import Text
from levelbook.loading.schema_walk import SchemaPart, TextAt
from levelbook.loading.suggest import brief
from levelbook.model.history import History
from levelbook.model.ledger import CodeLedger
from levelbook.model.sequence import Group, Level
from levelbook.problems import Place, Problem, Severity


@dataclass
class CheckContext:
    """The files of a folder with the register of their names."""

    folder: Folder

    @cached_property
    def names(self) -> Names:
        """Everything with an id or a code."""
        return self._read[0]

    @cached_property
    def losses(self) -> Losses:
        """What the ledger knows and the data lack."""
        return self._read[1]

    @cached_property
    def _read(self) -> tuple[Names, Losses]:
        names = register(self.folder, self.code_owners, self.ledger.known.keys())
        return names, losses(self.folder, names, self.code_owners, self.ledger)

    @cached_property
    def code_owners(self) -> CodeOwners:
        """Which code each file has by right."""
        return code_owners(self.folder)

    @cached_property
    def ledger(self) -> CodeLedger:
        """What the ledger knows; nothing where there is none that can be read."""
        data_file = self.folder.ledger
        return data_file.value if data_file and data_file.value else CodeLedger()

    @property
    def history(self) -> History:
        """What releases left of themselves; nothing where that cannot be believed."""
        return self.folder.history.history

    def sequences(self) -> Iterator[SequenceFiles]:
        """The sequences whose sequence.yml decoded."""
        yield from (files for files in self.folder.sequences.values() if files.head and files.head.value)

    def texts(self) -> Iterator[tuple[str, DataFile[Any], TextAt]]:
        """All texts of all files without mistakes of their own, each with its sequence (or nothing) and file."""
        folder = self.folder
        for data_file in folder.with_texts():
            yield from (("", data_file, text_at) for text_at in data_file.texts)
        for files in folder.sequences.values():
            for data_file in files.data_files():
                yield from ((files.id, data_file, text_at) for text_at in data_file.texts)

    def parts(self) -> Iterator[tuple[str, DataFile[Any], SchemaPart]]:
        """All mappings of all files, each with its sequence (or nothing) and file."""
        folder = self.folder
        for data_file in folder.with_texts():
            yield from (("", data_file, part) for part in data_file.parts())
        for files in folder.sequences.values():
            for data_file in files.data_files():
                yield from ((files.id, data_file, part) for part in data_file.parts())


def error(code: str, place: Place, variant: str = "", **facts: object) -> Problem:
    """A problem that keeps the handbook from being published."""
    return Problem(code, place, Severity.ERROR, variant, _brief(facts))


def warning(code: str, place: Place, variant: str = "", **facts: object) -> Problem:
    """A problem that may be meant so, but hardly is."""
    return Problem(code, place, Severity.WARNING, variant, _brief(facts))


def information(code: str, place: Place, variant: str = "", **facts: object) -> Problem:
    """Something worth knowing that is nobody's mistake."""
    return Problem(code, place, Severity.INFORMATION, variant, _brief(facts))


def _brief(facts: dict[str, object]) -> dict[str, object]:
    return {name: brief(value) for name, value in facts.items()}


def live_levels(files: SequenceFiles) -> list[Level]:
    """The levels of a sequence that are in force, low to high."""
    value = files.head.value if files.head else None
    return [level for level in value.levels if not level.retired] if value else []


def tree(files: SequenceFiles) -> Iterator[tuple[tuple[Group, ...], Group]]:
    """All groups in force with those above them."""

    def below(groups: tuple[Group, ...], above: tuple[Group, ...]) -> Iterator[tuple[tuple[Group, ...], Group]]:
        for group in groups:
            if not group.retired:
                yield above, group
                yield from below(group.groups, (*above, group))

    value = files.head.value if files.head else None
    yield from below(value.groups if value else (), ())


def listed(files: SequenceFiles) -> Iterator[tuple[Text, SchemaPart]]:
    """All addresses in the tree of a sequence, with the group they stand in."""
    for part in files.head.parts() if files.head else ():
        if part.shape is Group:
            yield from ((address, part) for address in part.listed("competencies"))

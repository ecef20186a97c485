"""The files that a calibration changes, as values."""

from dataclasses import dataclass

from levelbook.checks.context import CheckContext
from levelbook.commands.calibrate.decide import Decision
from levelbook.commands.calibrate.file_texts import (
    CalibrationHead,
    calibration_entry,
    calibration_text,
    first_calibration_text,
    sequence_text,
)
from levelbook.commands.calibrate.scope import Scope
from levelbook.commands.ids import ledger_file
from levelbook.load import Loaded
from levelbook.loading.edit.file_change import FileChange, Files
from levelbook.loading.files import text_of

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class NewFile:
    """A file as it was and as it would be."""

    path: str
    """In the data folder."""
    before: str
    """Its text; nothing where there was no file."""
    after: str
    mark: bytes = b""
    """The byte order mark that it had, and keeps."""

    @property
    def data(self) -> bytes:
        """Its new bytes."""
        return self.mark + self.after.encode("utf-8")

    @property
    def change(self) -> FileChange:
        """As it is written and shown."""
        before = self.mark + self.before.encode("utf-8") if self.before else None
        return FileChange(self.path, before, self.data)


def changed_files(
    files: Files, loaded: Loaded, scope: Scope, head: CalibrationHead, decisions: tuple[Decision, ...]
) -> tuple[NewFile, ...] | None:
    """calibration.yml and, where levels change, sequence.yml; none where they cannot be changed safely."""
    sequence_files = loaded.folder.sequences[scope.sequence.id]
    assert sequence_files.head
    sequence_path, path = f"{sequence_files.path}/sequence.yml", f"{sequence_files.path}/calibration.yml"
    sequence_before, before = _text(files, sequence_path), _text(files, path)
    entry, sheet = calibration_entry(scope, head, decisions), sequence_files.calibration
    after = calibration_text(before, sheet.root, entry) if sheet else first_calibration_text(sequence_before, entry)
    sequence_after = sequence_text(sequence_before, sequence_files.head.root, scope, decisions)
    if after is None or sequence_after is None:
        return None
    return (*_changed(files, path, after), *_changed(files, sequence_path, sequence_after))


def changed_ledger(files: Files, before: Loaded, after: Loaded) -> tuple[NewFile, ...]:
    """The ledger with the calibration's id; nothing where there is no ledger to write to."""
    lines = ledger_file.lines_of(before.folder, files.get(ledger_file.FILE))
    if before.folder.ledger is None or lines is None or after.handbook is None:
        return ()
    extended = ledger_file.extend(CheckContext(after.folder), lines, ())
    return _changed(files, ledger_file.FILE, ledger_file.text(extended))


def _changed(files: Files, path: str, after: str) -> tuple[NewFile, ...]:
    """The file, if it changes."""
    before, data = _text(files, path), files.get(path)
    has_mark = isinstance(data, bytes) and data.startswith(_BYTE_ORDER_MARK)
    return (NewFile(path, before, after, _BYTE_ORDER_MARK if has_mark else b""),) if before != after else ()


def _text(files: Files, path: str) -> str:
    text = text_of(path, files[path]) if path in files else ""
    assert isinstance(text, str)
    return text

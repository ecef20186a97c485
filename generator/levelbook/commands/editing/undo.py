"""Takes the newest change back: every file gets the bytes that it had; the ledger keeps the codes that were given."""

from collections.abc import Sequence
from pathlib import Path

from levelbook.commands.ids import ledger_file
from levelbook.load import load_files
from levelbook.loading.edit.file_change import FileChange, Files
from levelbook.loading.edit.journal import UndoEntry, hash_of, passed_on
from levelbook.loading.edit.together import put
from levelbook.model.ledger import CodeState, number_of


def differing(entry: UndoEntry, folder: Path) -> str:
    """The first file that has been changed since; nothing where all are as they were written, or not written yet."""
    for file in entry.files:
        path = folder / file.path
        now = hash_of(path.read_bytes() if path.is_file() else None)
        if now not in (file.after, hash_of(file.before)):
            return file.path
    return ""


def taken_back(entry: UndoEntry, files: Files) -> tuple[FileChange, ...]:
    """What changes when an entry is taken back."""
    before = {file.path: file.before for file in entry.files}
    if entry.given:
        before[ledger_file.FILE] = _ledger(entry, files, before.get(ledger_file.FILE))
    changes = []
    for path, data in before.items():
        now = files.get(path)
        current = now if isinstance(now, bytes) else None
        if current != data:
            changes.append(FileChange(path, current, data))
    return tuple(changes)


def take_back(folder: Path, entry: UndoEntry, changes: Sequence[FileChange]) -> None:
    """Writes what `taken_back` says, the ledger last, and forgets the entry."""
    last = sorted(changes, key=lambda change: change.path == ledger_file.FILE)
    put(folder, [(change.path, change.path, change.after) for change in last])
    if entry.given:
        passed_on(folder, entry, ledger_file.FILE, (folder / ledger_file.FILE).read_bytes())
    entry.file.unlink(missing_ok=True)


def _ledger(entry: UndoEntry, files: Files, old: bytes | None) -> bytes | None:
    """The ledger as it was, with the codes that were given since: they are spent."""
    without = {path: data for path, data in files.items() if path != ledger_file.FILE}
    folder = load_files(without if old is None else {**without, ledger_file.FILE: old}).folder
    now = load_files(files).folder
    marks = now.ledger.value.marks if now.ledger and now.ledger.value else {}
    lines = ledger_file.lines_of(folder, old)
    if lines is None:
        return old
    for code in entry.given:
        lines.codes[code] = CodeState(new=marks.get(code, "unknown"), undone=True)
        prefix, number = number_of(code)
        lines.highest[prefix] = max(lines.highest.get(prefix, 0), number)
    return ledger_file.text(lines).encode("utf-8")

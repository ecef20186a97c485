"""What the ledger learns from an edit: codes that go on as others, and paths that are new."""

from collections.abc import Mapping

from levelbook.checks.context import CheckContext
from levelbook.commands.editing.workspace import Workspace
from levelbook.commands.ids import ledger_file
from levelbook.load import Loaded, load_files


def with_ledger(space: Workspace, before: Loaded, now: Mapping[str, str]) -> None:
    """Writes down where things are now; the ledger stays as it is where it knows all that."""
    lines = ledger_file.lines_of(before.folder, space.files.get(ledger_file.FILE))
    if lines is None:
        return
    after = load_files(space.files)
    extended = ledger_file.extend(CheckContext(after.folder), lines, ())
    if extended == lines and not now:
        return
    text = ledger_file.text(extended)
    current = space.files.get(ledger_file.FILE)
    if not isinstance(current, bytes) or current.replace(b"\r\n", b"\n") != text.encode("utf-8"):
        space.write(ledger_file.FILE, text)

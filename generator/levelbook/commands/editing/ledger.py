"""What the ledger learns from an edit: codes that go on as others, and paths that are new."""

from collections.abc import Mapping

from levelbook.checks.context import CheckContext
from levelbook.commands.editing.workspace import Workspace
from levelbook.commands.ids import ledger_file
from levelbook.load import Loaded, load_files
from levelbook.loading.ledger import LedgerLines
from levelbook.model.ledger import UNKNOWN, CodeState


def with_ledger(space: Workspace, before: Loaded, now: Mapping[str, str]) -> Loaded:
    """Writes down where things are now, and gives the folder with that; the ledger stays where it knows it all."""
    after = load_files(space.files)
    lines = ledger_file.lines_of(before.folder, space.files.get(ledger_file.FILE))
    if lines is None:
        return after
    extended = _led_on(ledger_file.extend(CheckContext(after.folder), lines, ()), now)
    text = ledger_file.text(extended)
    current = space.files.get(ledger_file.FILE)
    if extended == lines or (isinstance(current, bytes) and current.replace(b"\r\n", b"\n") == text.encode("utf-8")):
        return after
    space.write(ledger_file.FILE, text)
    return load_files(space.files)


def _led_on(lines: LedgerLines, now: Mapping[str, str]) -> LedgerLines:
    """The lines with what goes on as another; one that comes back to a code of before leads nowhere any more."""
    codes = dict(lines.codes)
    for old, new in now.items():
        codes[old] = _state(codes.get(old, UNKNOWN), new)
        codes[new] = _plain(codes.get(new, UNKNOWN))
    return LedgerLines(codes, lines.highest, lines.paths)


def _state(entry: str | CodeState, now: str) -> CodeState:
    if isinstance(entry, str):
        return CodeState(since=entry, now=now)
    return CodeState(new=entry.new, since=entry.since, now=now)


def _plain(entry: str | CodeState) -> str | CodeState:
    if isinstance(entry, str):
        return entry
    return entry.since or CodeState(new=entry.new)

"""What the ledger says, and what it says after codes were given."""

from collections.abc import Iterable

from levelbook.catalogue import LANGUAGES, Catalogue
from levelbook.checks.codes import recorded
from levelbook.checks.context import CheckContext
from levelbook.commands.ids.assign import Given
from levelbook.loading.data_file import decode
from levelbook.loading.files import Unreadable, text_of
from levelbook.loading.folder import Folder
from levelbook.loading.ledger import Lines, joined, written
from levelbook.model.ledger import UNKNOWN, CodeLedger, mark_of, number_of

FILE = "ledger.yml"
"""Where it stands in the data folder."""
_SCHEMA = "yaml-language-server: $schema=.schema/ledger.json"


def lines_of(folder: Folder, data: bytes | Unreadable | None) -> Lines | None:
    """What the ledger says, also where a merge left both branches' lines in it; none where that cannot be told."""
    if folder.ledger is None or data is None:
        return Lines()
    value = folder.ledger.value
    if value is None:
        text = text_of(FILE, data)
        return joined(text) if isinstance(text, str) else None
    codes = {code: one if isinstance(one, str) else f"new {one.new}" for code, one in value.known.items()}
    return Lines(codes, dict(value.highest), dict(value.paths))


def with_ledger(folder: Folder, lines: Lines) -> Folder | None:
    """The folder with these lines as its ledger; none where they do not make one."""
    if folder.ledger is not None and folder.ledger.value is None:
        folder.ledger = decode(FILE, text(lines).encode("utf-8"), CodeLedger)[0]
        return folder if folder.ledger.value else None
    return folder


def record(view: CheckContext, lines: Lines, given: Iterable[Given]) -> Lines:
    """The lines with everything that is in the data, and what is given now."""
    codes, highest = dict(lines.codes), dict(lines.highest)
    for prefix, number in highest.items():
        codes.setdefault(f"{prefix}-{number:02d}", UNKNOWN)
    before = view.folder.ledger is None and bool(view.folder.releases)
    for code, thing in recorded(view).items():
        prefix, number = number_of(code)
        once = before or 0 < number <= lines.highest.get(prefix, 0)
        codes.setdefault(code, UNKNOWN if once else f"new {mark_of(thing.text)}")
    paths = {**lines.paths, **_paths(view)}
    for one in given:
        code = one.code
        if one.key == "code":
            _, sequence, _, name = one.place.file.removesuffix(".yml").split("/")
            code = f"{view.right.heads[sequence]}-{one.code}"
            paths[f"{sequence}/{name}"] = code
        codes[code] = f"new {mark_of(one.text)}"
    for code in codes:
        prefix, number = number_of(code)
        if number:
            highest[prefix] = max(highest.get(prefix, 0), number)
    return Lines(codes, highest, paths)


def _paths(view: CheckContext) -> dict[str, str]:
    """Where each sequence and competency stands, with its code."""
    found = {}
    for branch in view.folder.branches.values():
        head = view.right.heads.get(branch.id)
        if head is None or branch.id in view.right.doubled:
            continue
        found[branch.id] = head
        for key, sheet in branch.competencies.items():
            if sheet.file in view.right.codes and sheet.file not in view.right.copies:
                found[f"{branch.id}/{key}"] = f"{head}-{view.right.codes[sheet.file]}"
    return found


def text(lines: Lines) -> str:
    """The file: always the same bytes for the same codes."""
    return written(lines, (_SCHEMA, *(Catalogue(language)("ledger.head") for language in LANGUAGES)))

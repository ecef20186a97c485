"""Reads the lines of ledger.yml, and extends them by everything that has a code now.

The ledger is the memory that keeps a code from being given twice, so its lines are only ever added to: what is gone
from the data stays, and a line that somebody deleted comes back from `highest`. New codes get the mark of their words
(`new MARK`) until a release writes its number there; that mark is how a lost code finds its sentence again, and how
two branches that gave one code to two sentences are told apart.

A merge may leave both branches' lines, or git's conflict markers, in the file. YAML cannot read that, so the lines are
joined as text first (`loading.ledger.joined`) and decoded again; until that works nothing is given, for without the
ledger nobody knows which numbers are spent. The text is the same for the same codes, whatever the order in which they
were given, so that branches merge line by line; that breaks where a line depends on anything but its own code.
"""

from collections.abc import Iterable, Set

from levelbook.catalogue import LANGUAGES, Catalogue
from levelbook.checks.codes import recorded
from levelbook.checks.context import CheckContext
from levelbook.commands.ids.assign import NewCode
from levelbook.loading.data_file import decode
from levelbook.loading.files import Unreadable, text_of
from levelbook.loading.folder import Folder
from levelbook.loading.ledger import LedgerLines, merged, rendered
from levelbook.model.ledger import UNKNOWN, CodeLedger, CodeState, mark_of, number_of

FILE = "ledger.yml"
_SCHEMA = "yaml-language-server: $schema=.schema/ledger.json"


def lines_of(folder: Folder, data: bytes | Unreadable | None) -> LedgerLines | None:
    """What the ledger says, also where a merge left both branches' lines in it; none where that cannot be told."""
    if folder.ledger is None or data is None:
        return LedgerLines()
    value = folder.ledger.value
    if value is None:
        text = text_of(FILE, data)
        return merged(text) if isinstance(text, str) else None
    return LedgerLines(dict(value.known), dict(value.highest), dict(value.paths))


def decode_joined(folder: Folder, lines: LedgerLines) -> bool:
    """Gives a folder whose ledger could not be read the joined lines for one; false where they do not make one."""
    if folder.ledger is not None and folder.ledger.value is None:
        folder.ledger = decode(FILE, text(lines).encode("utf-8"), CodeLedger)[0]
        return folder.ledger.value is not None
    return True


def extend(
    ctx: CheckContext, lines: LedgerLines, new_codes: Iterable[NewCode], left_out: Set[str] = frozenset()
) -> LedgerLines:
    """The lines with everything that has a code in the data, and what is given one now; some paths may be left out."""
    here = {path: code for path, code in _paths(ctx).items() if path not in left_out}
    codes, paths = dict(lines.codes), {**lines.paths, **here}
    for prefix, number in lines.highest.items():
        codes.setdefault(f"{prefix}-{number:02d}", UNKNOWN)
    for code, entry in _entries_in_data(ctx, lines).items():
        codes.setdefault(code, entry)
    for new_code in new_codes:
        code = new_code.code
        if new_code.key == "code":
            _, sequence, _, name = new_code.place.file.removesuffix(".yml").split("/")
            code = f"{ctx.code_owners.sequence_codes[sequence]}-{code}"
            paths[f"{sequence}/{name}"] = code
        codes[code] = CodeState(new=mark_of(new_code.text))
    return LedgerLines(codes, _highest(lines.highest, codes), paths)


def _entries_in_data(ctx: CheckContext, lines: LedgerLines) -> dict[str, str | CodeState]:
    """Entries for all codes in the data; without a mark where others may have had the code before its words of now."""
    begun_late = ctx.folder.ledger is None and bool(ctx.folder.releases)
    entries: dict[str, str | CodeState] = {}
    for code, thing in recorded(ctx).items():
        prefix, number = number_of(code)
        spent_before = 0 < number <= lines.highest.get(prefix, 0)
        entries[code] = UNKNOWN if begun_late or spent_before else CodeState(new=mark_of(thing.text))
    return entries


def _highest(before: dict[str, int], codes: Iterable[str]) -> dict[str, int]:
    highest = dict(before)
    for code in codes:
        prefix, number = number_of(code)
        if number:
            highest[prefix] = max(highest.get(prefix, 0), number)
    return highest


def _paths(ctx: CheckContext) -> dict[str, str]:
    """Where each sequence and competency stands, with its code."""
    paths = {}
    for files in ctx.folder.sequences.values():
        sequence_code = ctx.code_owners.sequence_codes.get(files.id)
        if sequence_code is None or files.id in ctx.code_owners.doubled:
            continue
        paths[files.id] = sequence_code
        for key, sheet in files.competencies.items():
            if sheet.file in ctx.code_owners.codes and sheet.file not in ctx.code_owners.copies:
                paths[f"{files.id}/{key}"] = f"{sequence_code}-{ctx.code_owners.codes[sheet.file]}"
    return paths


def text(lines: LedgerLines) -> str:
    """The file: always the same bytes for the same codes."""
    return rendered(lines, (_SCHEMA, *(Catalogue(language)("ledger.head") for language in LANGUAGES)))

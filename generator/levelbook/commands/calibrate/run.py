"""The whole way of a calibration: from a folder and a table to new files, none of which is written here unasked."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from levelbook.checks.context import CheckContext
from levelbook.commands.calibrate.decide import Decided, decide, falls, is_day, timing
from levelbook.commands.calibrate.finding import Finding
from levelbook.commands.calibrate.ratings import Ratings, ratings
from levelbook.commands.calibrate.scope import Scope, scope
from levelbook.commands.calibrate.table import RatingsTable, table
from levelbook.commands.calibrate.write import (
    CalibrationHead,
    first_calibration,
    head,
    new_calibration,
    new_sequence,
    record,
)
from levelbook.commands.ids import ledger_file
from levelbook.load import Loaded, load_files
from levelbook.loading.edit.atomic_write import replace as put
from levelbook.loading.files import Unreadable, text_of
from levelbook.model.handbook import Handbook
from levelbook.problems import Problem, Severity

Files = dict[str, bytes | Unreadable]
"""The files of a data folder by their paths in it."""
_MARK = b"\xef\xbb\xbf"
EXPECTED = frozenset({"required-falls"})
"""Problems that a calibration may cause: they are told, and go when the other grade is calibrated."""


@dataclass(frozen=True)
class Request:
    """What somebody asks for."""

    sequence: str
    """The sequence, by id, code or name."""
    grade: str
    """The grade, by id or name."""
    date: str
    """The day or month of the calibration."""
    today: str
    """The day on which it is asked for."""
    id: str = ""
    """Its id; otherwise made from grade and month."""
    name: str = ""
    """Its name; otherwise made from grade and month."""


@dataclass(frozen=True)
class NewFile:
    """A file as it was and as it would be."""

    path: str
    """Its path in the data folder."""
    before: str
    """Its text; nothing where there was no file."""
    after: str
    """Its new text."""
    data: bytes
    """The same in bytes."""


@dataclass(frozen=True)
class CalibrationOutcome:
    """What came of it."""

    findings: list[Finding] = field(default_factory=list)
    """What is to be said."""
    problems: list[Problem] = field(default_factory=list)
    """What would be wrong with the folder; nothing is written then."""
    scope: Scope | None = None
    """What was calibrated."""
    head: CalibrationHead | None = None
    """What the calibration is called."""
    raters: int = 0
    """How many people rated."""
    found: tuple[Decided, ...] = ()
    """Every competency with the level it gets."""
    files: tuple[NewFile, ...] = ()
    """The files that change; none where something is wrong."""


def work(files: Files, data: bytes | Unreadable, request: Request) -> CalibrationOutcome:
    """What a table of ratings makes of a folder."""
    loaded = load_files(files)
    if loaded.handbook is None:
        return CalibrationOutcome([broken(len(loaded.errors))])
    handbook = loaded.handbook
    chosen = scope(handbook, request.sequence, request.grade)
    if isinstance(chosen, Finding):
        return CalibrationOutcome([chosen])
    wrong = list(_wrong_request(loaded, handbook, chosen, request))
    read = table(data)
    said = ratings(chosen, read) if isinstance(read, RatingsTable) else [read]
    notes = [*_odd(read)]
    if not isinstance(said, Ratings):
        return CalibrationOutcome([*notes, *wrong, *said], scope=chosen)
    found = decide(chosen, said)
    notes += [*timing(handbook, chosen, request.date, request.today)] if not wrong else []
    notes += [*wrong, *falls(handbook, chosen, found)]
    if any(one.severity is Severity.ERROR for one in notes):
        return CalibrationOutcome(notes, scope=chosen)
    named = head(handbook, chosen.grade, request.date, request.id, request.name)
    return _written(files, loaded, CalibrationOutcome(notes, [], chosen, named, said.raters, found))


def broken(n: int) -> Finding:
    """What is said of a data folder with so many errors."""
    return Finding("folder_errors", {"n": n}, about="folder")


def _odd(read: RatingsTable | Finding) -> Iterable[Finding]:
    if isinstance(read, RatingsTable) and read.encoding != "UTF-8":
        yield Finding("encoding", {"name": read.encoding}, severity=Severity.INFORMATION)


def _wrong_request(loaded: Loaded, handbook: Handbook, chosen: Scope, request: Request) -> Iterable[Finding]:
    """A date that does not exist, an id that is taken."""
    if not is_day(request.date):
        yield Finding("no_date", {"value": request.date}, about="--date")
        return
    key = head(handbook, chosen.grade, request.date, request.id, request.name).id
    taken = CheckContext(loaded.folder).names.get(chosen.sequence.id, key)
    if taken:
        reason = "there_already" if taken.kind == "calibration" else "id_taken"
        yield Finding(reason, {"id": key, "place": str(taken.place)}, about="--id")


def _written(files: Files, loaded: Loaded, draft: CalibrationOutcome) -> CalibrationOutcome:
    """The outcome with its files; without them where writing would do harm, and then it says so."""
    new = _texts(files, loaded, draft)
    if new is None:
        return replace(draft, findings=[*draft.findings, Finding("not_safe", about="folder")])
    after = load_files({**files, **{one.path: one.data for one in new}})
    new += _ledger(files, loaded, after)
    after = load_files({**files, **{one.path: one.data for one in new}})
    problems = _fresh(loaded.problems, after.problems)
    if problems:
        told = Finding("new_problems", {"n": len(problems)}, about="folder")
        return CalibrationOutcome([*draft.findings, told], problems, draft.scope)
    return replace(draft, files=new)


def _texts(files: Files, loaded: Loaded, draft: CalibrationOutcome) -> tuple[NewFile, ...] | None:
    """The files that change; none where that cannot be done safely."""
    chosen, named, found = draft.scope, draft.head, draft.found
    assert chosen and named
    branch = loaded.folder.branches[chosen.sequence.id]
    head_path, path = f"{branch.path}/sequence.yml", f"{branch.path}/calibration.yml"
    sequence, value = _text(files, head_path), record(chosen, named, found)
    before = _text(files, path)
    sheet = branch.calibration
    after = new_calibration(before, sheet.root, value) if sheet else first_calibration(sequence, value)
    required = new_sequence(sequence, loaded.folder, chosen, found)
    if after is None or required is None:
        return None
    made = [(path, before, after), (head_path, sequence, required)]
    return tuple(NewFile(file, old, text, _bytes(files, file, text)) for file, old, text in made if old != text)


def _ledger(files: Files, before: Loaded, after: Loaded) -> tuple[NewFile, ...]:
    """The ledger with the calibration's id; nothing where there is no ledger to write to."""
    lines = ledger_file.lines_of(before.folder, files.get(ledger_file.FILE))
    if before.folder.ledger is None or lines is None or after.handbook is None:
        return ()
    old, text = (
        _text(files, ledger_file.FILE),
        ledger_file.text(ledger_file.record(CheckContext(after.folder), lines, ())),
    )
    return (NewFile(ledger_file.FILE, old, text, _bytes(files, ledger_file.FILE, text)),) if old != text else ()


def _text(files: Files, path: str) -> str:
    text = text_of(path, files[path]) if path in files else ""
    assert isinstance(text, str)
    return text


def _bytes(files: Files, path: str, text: str) -> bytes:
    old = files.get(path, b"")
    mark = _MARK if isinstance(old, bytes) and old.startswith(_MARK) else b""
    return mark + text.encode("utf-8")


def _fresh(before: list[Problem], after: list[Problem]) -> list[Problem]:
    """Errors and warnings that were not there before, wherever their line is now."""
    known = Counter(_what(one) for one in before)
    fresh = []
    for one in after:
        if one.severity is Severity.INFORMATION or one.code in EXPECTED:
            continue
        if known[_what(one)]:
            known[_what(one)] -= 1
        else:
            fresh.append(one)
    return fresh


def _what(one: Problem) -> tuple[str, str, str, str]:
    return one.place.file, one.code, one.variant, str(one.facts)


def write(folder: Path, files: tuple[NewFile, ...]) -> None:
    """Writes all files, or none: what was written is taken back where a later one fails."""
    done: list[NewFile] = []
    try:
        for one in files:
            path = folder / one.path
            put(path, one.data, None if path.exists() else path.with_name("sequence.yml"))
            done.append(one)
    except BaseException:
        for one in done:
            _take_back(folder / one.path, one)
        raise


def _take_back(path: Path, one: NewFile) -> None:
    if not one.before:
        path.unlink()
        return
    mark = _MARK if one.data.startswith(_MARK) else b""
    put(path, mark + one.before.encode("utf-8"))

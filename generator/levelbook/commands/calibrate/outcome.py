"""The whole way of a calibration: from a folder and a table to new files, none of which is written here.

    folder, options → Scope ┐
    table → RatingsTable    ┴→ Ratings → Decisions → NewFiles → the folder as it would be, checked → outcome

Each step gives its value or the problems that keep it from having one, and only complete ratings are decided on: a mean
of what happens to be filled in would look like a result. All problems of a step are told at once.

The last step loads the folder with the new files in memory and compares its problems with those of now. Whatever is
new there is told instead of being written, so that the command never leaves a handbook worse than it was; only
`EXPECTED` problems may come, as one grade is calibrated after the other. The folder is loaded three times for that:
as it is, with the calibration, and with the ledger, which needs the calibration's id to be in the data first. A problem
is known by its file, code and facts, not by its line, which an edit moves; facts that name a line of a changed file
break this, as a problem that has only moved is then taken for a new one and the calibration refused.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from levelbook.checks.context import CheckContext
from levelbook.commands.calibrate.dates import date_problems, is_date
from levelbook.commands.calibrate.decide import Decision, decide, falls
from levelbook.commands.calibrate.file_texts import CalibrationHead, calibration_head
from levelbook.commands.calibrate.new_files import NewFile, changed_files, changed_ledger
from levelbook.commands.calibrate.problem import CalibrationProblem, error, information, warning
from levelbook.commands.calibrate.ratings import Ratings, read_ratings
from levelbook.commands.calibrate.scope import Scope, find_scope
from levelbook.commands.calibrate.table import RatingsTable, read_table
from levelbook.commands.csv_cells import TableCell
from levelbook.commands.writing.new_problems import new_problems
from levelbook.load import Loaded, load_files
from levelbook.loading.edit.file_change import Files
from levelbook.loading.files import Unreadable
from levelbook.model.handbook import Handbook
from levelbook.problems import Place, Problem, Severity

EXPECTED: Final = frozenset({"required-falls"})
"""Problems that a calibration may cause: they are told, and go when the other grade is calibrated."""


@dataclass(frozen=True)
class Request:
    """What somebody asks for."""

    folder: str
    """The data folder, as problems name it."""
    table: str
    """The file with the ratings, as problems name it."""
    sequence: str
    """The sequence, by id, code or name."""
    grade: str
    """The grade, by id or name."""
    date: str
    """The day or month of the calibration."""
    today: str
    id: str = ""
    """Its id; otherwise made from grade and month."""
    name: str = ""
    """Its name; otherwise made from grade and month."""


@dataclass(frozen=True)
class CalibrationOutcome:
    """What came of it."""

    problems: list[CalibrationProblem] = field(default_factory=list)
    """What is wrong or worth knowing."""
    new_problems: list[Problem] = field(default_factory=list)
    """What would be wrong with the folder; nothing is written then."""
    scope: Scope | None = None
    head: CalibrationHead | None = None
    raters: int = 0
    """How many people rated."""
    decisions: tuple[Decision, ...] = ()
    files: tuple[NewFile, ...] = ()
    """The files that change; none where something is wrong."""


def calibration_outcome(files: Files, data: bytes | Unreadable, request: Request) -> CalibrationOutcome:
    """What a table of ratings makes of a folder."""
    loaded = load_files(files)
    if loaded.handbook is None:
        return CalibrationOutcome([folder_errors(request.folder, loaded)])
    scope = find_scope(loaded.handbook, request.sequence, request.grade)
    if isinstance(scope, CalibrationProblem):
        return CalibrationOutcome([scope])
    table = read_table(request.table, data)
    ratings = read_ratings(scope, table) if isinstance(table, RatingsTable) else [table]
    problems = [*_table_remarks(table), *_request_problems(loaded, loaded.handbook, scope, request)]
    if not isinstance(ratings, Ratings):
        return CalibrationOutcome([*problems, *ratings], scope=scope)
    decisions = decide(scope, ratings)
    if not _has_errors(problems):
        problems += date_problems(loaded.handbook, scope, request.date, request.today, TableCell(request.table))
    problems += falls(loaded.handbook, scope, decisions, TableCell(request.table))
    if ratings.raters == 1:
        problems.append(warning("one_rater", TableCell(request.table)))
    if _has_errors(problems):
        return CalibrationOutcome(problems, scope=scope)
    head = _head(loaded.handbook, scope, request)
    draft = CalibrationOutcome(problems, [], scope, head, ratings.raters, decisions)
    return _with_files(files, loaded, scope, head, draft, Place(request.folder))


def folder_errors(folder: str, loaded: Loaded) -> CalibrationProblem:
    """What is said of a data folder with errors."""
    return error("folder_errors", Place(folder), n=len(loaded.errors))


def _table_remarks(table: RatingsTable | CalibrationProblem) -> Iterator[CalibrationProblem]:
    """How the table has been read, where that is not plain."""
    if not isinstance(table, RatingsTable):
        return
    if table.encoding != "UTF-8":
        yield information("encoding", TableCell(table.file), name=table.encoding)
    for row in table.summaries:
        yield information("left_out", table.place(row, 0), name=row.cells[0])


def _request_problems(
    loaded: Loaded, handbook: Handbook, scope: Scope, request: Request
) -> Iterator[CalibrationProblem]:
    """A date that does not exist, an id that is taken."""
    if not is_date(request.date):
        yield error("no_date", Place("--date"), value=request.date)
        return
    id = _head(handbook, scope, request).id
    taken = CheckContext(loaded.folder).names.get(scope.sequence.id, id)
    if taken:
        code = "there_already" if taken.kind == "calibration" else "id_taken"
        yield error(code, Place("--id"), id=id, place=taken.place)


def _head(handbook: Handbook, scope: Scope, request: Request) -> CalibrationHead:
    return calibration_head(handbook, scope.grade, request.date, request.id, request.name)


def _has_errors(problems: list[CalibrationProblem]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)


def _with_files(
    files: Files, loaded: Loaded, scope: Scope, head: CalibrationHead, draft: CalibrationOutcome, folder: Place
) -> CalibrationOutcome:
    """The outcome with its files; without them where writing would do harm, and then it says so."""
    new_files = changed_files(files, loaded, scope, head, draft.decisions)
    if new_files is None:
        return replace(draft, problems=[*draft.problems, error("not_safe", folder)])
    new_files += changed_ledger(files, loaded, _load_with(files, new_files))
    after = _load_with(files, new_files).problems
    caused = [problem for problem in new_problems(loaded.problems, after) if problem.code not in EXPECTED]
    if caused:
        problem = error("new_problems", folder, n=len(caused))
        return CalibrationOutcome([*draft.problems, problem], caused, scope)
    return replace(draft, files=new_files)


def _load_with(files: Files, new_files: tuple[NewFile, ...]) -> Loaded:
    return load_files({**files, **{file.path: file.data for file in new_files}})

"""What a table of courses makes of a folder, as an edit like those of `move` and `retire`."""

from collections.abc import Iterable

from levelbook.commands.courses.table import CourseRow, read_courses
from levelbook.commands.courses.wishes import CourseWish, CourseWishes, wishes_of
from levelbook.commands.courses.writing import write_wishes
from levelbook.commands.editing.outcome import Edit, EditOutcome, edited
from levelbook.commands.editing.problem import Refused, refused
from levelbook.loading.edit.file_change import Files
from levelbook.loading.files import Unreadable
from levelbook.model.growth import Action
from levelbook.problems import Place, Problem


def imported(files: Files, table: str, data: bytes | Unreadable) -> EditOutcome:
    """The folder with what a table says of courses; untouched where that is what it says already."""
    outcome = edited(files, lambda edit: _import(edit, table, data))
    return outcome if outcome.told or outcome.refusals else EditOutcome(files=files)


def _import(edit: Edit, table: str, data: bytes | Unreadable) -> None:
    handbook = edit.loaded.handbook
    if handbook is None:
        raise refused("old_errors", Place(""), n=len(edit.loaded.errors))
    read = read_courses(table, data)
    rows = [row for row in read if isinstance(row, CourseRow)]
    _refuse(problem for problem in read if not isinstance(problem, CourseRow))
    found: CourseWishes = wishes_of(edit.ctx, handbook, rows)
    _refuse(found.problems)
    actions = {
        action.id: action
        for sequence in handbook.sequences.values()
        for action in (sequence.actions.actions if sequence.actions else ())
    }
    changing = [wish for wish in found.wishes if _tell(edit, actions[wish.code], wish)]
    for path in dict.fromkeys(wish.file for wish in changing):
        write_wishes(edit.space, path, (wish for wish in changing if wish.file == path))


def _refuse(problems: Iterable[Problem]) -> None:
    every = tuple(problems)
    if every:
        raise Refused(*every)


def _tell(edit: Edit, action: Action, wish: CourseWish) -> bool:
    """Says what changes of a course; whether anything does."""
    before = set(action.targets)
    facts = {"code": wish.code, "name": str(action.name or action.text)}
    added = tuple(address for address in wish.covers if address not in before)
    gone = tuple(address for address in action.targets if address not in wish.covers)
    if added:
        edit.tell("course_adds", **facts, n=len(added), list=added)
    if gone:
        edit.tell("course_drops", **facts, n=len(gone), list=gone)
    minutes = str(action.minutes) if action.minutes is not None else ""
    changed = bool(added or gone)
    for key, old, new in (("course_minutes", minutes, wish.minutes), ("course_link", action.link or "", wish.link)):
        if new is not None and new != old:
            edit.tell(key, **facts, before=old or "—", after=new or "—")
            changed = True
    return changed

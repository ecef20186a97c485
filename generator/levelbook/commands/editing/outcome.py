"""The whole way of an edit: from the bytes of a folder to other bytes, none of which is written here.

`edited` gives the command's own work an `Edit`, in which it changes a `Workspace` and says what it did. Then the ledger
learns what has moved, and the folder is loaded anew from the bytes that came of it. An edit is refused where that
folder has an error: one that was there before is somebody's to mend first, unless the command mends it; one that is new
would be the command's doing. So nothing here has to know beforehand what an edit may break, and a folder that had no
errors has none afterwards.

Sentences are told as keys with facts, so that this works without a terminal, a language or a disk.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from levelbook.checks.context import CheckContext
from levelbook.commands.editing.ledger import with_ledger
from levelbook.commands.editing.problem import EditProblem, Refused, refused
from levelbook.commands.editing.workspace import Workspace
from levelbook.commands.writing.new_problems import new_problems
from levelbook.load import Loaded, load_files
from levelbook.loading.edit.file_change import FileChange, Files, bytes_of
from levelbook.loading.folder import Folder
from levelbook.model.handbook import Handbook
from levelbook.problems import Place, Problem, Severity


@dataclass(frozen=True)
class Told:
    """A sentence about what an edit does."""

    key: str
    """Of the catalogue, behind `edit.`."""
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class EditOutcome:
    """What came of it."""

    refusals: tuple[Problem, ...] = ()
    """Why nothing is written."""
    told: tuple[Told, ...] = ()
    """What it does, in order."""
    changes: tuple[FileChange, ...] = ()
    """The files that change; none where it is refused, or all is as wanted already."""
    files: Files = field(default_factory=dict)
    """The folder afterwards."""
    warnings: tuple[Problem, ...] = ()
    """What `check` will say that it did not say before."""
    given: tuple[str, ...] = ()
    """Codes that it gives."""
    before: Handbook | None = None
    """The handbook as it was; none where the folder had errors."""
    after: Handbook | None = None
    """The handbook as it will be; none where nothing is written."""


@dataclass
class Edit:
    """An edit while it is made."""

    space: Workspace
    """Its files, which change."""
    loaded: Loaded
    """The folder as it was."""
    told: list[Told] = field(default_factory=list)
    now: dict[str, str] = field(default_factory=dict)
    """Codes that go on as others, for the ledger."""
    moved: dict[str, str] = field(default_factory=dict)
    """The paths that files had, by their new ones."""
    given: list[str] = field(default_factory=list)
    """Codes that were given."""

    @property
    def folder(self) -> Folder:
        """The files as they were read."""
        return self.loaded.folder

    @cached_property
    def ctx(self) -> CheckContext:
        """Its names and codes."""
        return CheckContext(self.folder)

    def tell(self, key: str, /, **facts: object) -> None:
        """Says what is done."""
        self.told.append(Told(key, facts))

    def rename(self, path: str, other: str) -> None:
        """Gives a file another path; it must be free."""
        if other in self.space.files:
            raise refused("path_taken", Place(other))
        self.space.rename(path, other)
        self.moved[other] = path


def edited(files: Files, work: Callable[[Edit], None]) -> EditOutcome:
    """What an edit makes of a folder."""
    edit = Edit(Workspace(files), load_files(files))
    try:
        work(edit)
        after = with_ledger(edit.space, edit.loaded, edit.now)
    except Refused as refusal:
        return EditOutcome(tuple(refusal.problems), files=files)
    except ValueError:
        problems = (EditProblem("not_safe", Place("rubric_data")),)
        return EditOutcome((*edit.loaded.errors, *problems), files=files)
    return _checked(files, edit, after)


def _checked(files: Files, edit: Edit, after: Loaded) -> EditOutcome:
    new = new_problems(edit.loaded.problems, after.problems)
    if after.errors:
        caused = [problem for problem in new if problem.severity is Severity.ERROR]
        code = "new_errors" if caused else "old_errors"
        problem = EditProblem(code, Place(""), facts={"n": len(caused or after.errors)})
        return EditOutcome((*(caused or after.errors), problem), tuple(edit.told), files=files)
    warnings = tuple(problem for problem in new if problem.severity is Severity.WARNING)
    changes = tuple(_changes(files, edit.space.files, edit.moved))
    handbooks = edit.loaded.handbook, after.handbook
    return EditOutcome((), tuple(edit.told), changes, edit.space.files, warnings, tuple(edit.given), *handbooks)


def _changes(files: Files, after: Files, moved: Mapping[str, str]) -> list[FileChange]:
    changes = []
    gone = {was for was in moved.values() if was not in after}
    for path in sorted({*files, *after} - gone):
        was = moved.get(path, "")
        old, new = files.get(was or path), after.get(path)
        if (old is not new and old != new) or was:
            changes.append(FileChange(path, bytes_of(old), bytes_of(new), was))
    return changes

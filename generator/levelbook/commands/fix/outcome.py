"""What `check --fix` makes of a folder: values only, nothing is written.

A cure is of the text that was read, and one may uncover the next: a file that is not UTF-8 tells nothing else. So all
safe cures are put in, the folder is read anew, and so on until there is none left. Every cure takes a problem away and
none comes back, so that this ends; `_ROUNDS` is for the day on which that is not so.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from levelbook.load import load_files
from levelbook.loading.cures import cured
from levelbook.loading.edit.file_change import FileChange, Files, bytes_of
from levelbook.loading.encodings import as_utf8
from levelbook.loading.files import Unreadable
from levelbook.problems import Cure, Problem

_ROUNDS: Final = 40


@dataclass(frozen=True)
class FixOutcome:
    """What is mended, and what is left."""

    files: Files
    """The folder afterwards."""
    changes: tuple[FileChange, ...] = ()
    mended: int = 0
    """How many places are mended."""
    left: list[Problem] = field(default_factory=list)
    """What `check` says afterwards."""


def fixed(files: Files, part: str = "") -> FixOutcome:
    """Mends what is safe to mend in a folder, or in a part of it."""
    current, names, count = dict(files), {path: path for path in files}, 0
    problems = load_files(current).problems
    for _ in range(_ROUNDS):
        inside = [problem for problem in problems if _within(problem, part)]
        mended = _round(current, names, inside)
        if not mended:
            break
        count += mended
        problems = load_files(current).problems
    return FixOutcome(current, tuple(_changes(files, current, names)), count, problems)


def _within(problem: Problem, part: str) -> bool:
    file = problem.place.file
    return not part or file == part or file.startswith(part + "/")


def _round(files: dict[str, bytes | Unreadable], names: dict[str, str], problems: Sequence[Problem]) -> int:
    """Puts all safe cures into files; the result is how many."""
    mended = 0
    for path, of_file in groupby(sorted(problems, key=lambda one: one.place.file), lambda one: one.place.file):
        told = list(of_file)
        if any(problem.code == "file-unlisted" and problem.variant == "ending" for problem in told):
            mended += _renamed(files, names, path)
        elif path in files:
            mended += _rewritten(files, path, told)
    return mended


def _renamed(files: dict[str, bytes | Unreadable], names: dict[str, str], path: str) -> int:
    """Gives a file the ending that it should have, unless that name is taken."""
    right = path.removesuffix(".yaml") + ".yml"
    if right in files or path not in files:
        return 0
    files[right], names[right] = files.pop(path), names.pop(path)
    return 1


def _rewritten(files: dict[str, bytes | Unreadable], path: str, problems: Sequence[Problem]) -> int:
    data = files[path]
    if not isinstance(data, bytes):
        return 0
    if any(problem.code == "file-unreadable" and problem.variant.startswith("encoding") for problem in problems):
        text = as_utf8(data)
        files[path] = text.encode("utf-8") if text is not None else data
        return int(text is not None)
    cures = list(safe_cures(problems))
    if not cures:
        return 0
    files[path] = cured(data, cures)
    return len(cures) if files[path] != data else 0


def safe_cures(problems: Sequence[Problem]) -> Iterator[Cure]:
    """The cures that a program may write."""
    return (problem.cure for problem in problems if problem.cure and problem.cure.is_safe)


def is_mendable(problem: Problem) -> bool:
    """Whether the command does away with a problem."""
    by_file = (problem.code, problem.variant) in (("file-unlisted", "ending"), ("file-unreadable", "encoding-known"))
    return by_file or (problem.cure is not None and problem.cure.is_safe)


def _changes(before: Files, after: dict[str, bytes | Unreadable], names: dict[str, str]) -> Iterator[FileChange]:
    for path in sorted(after):
        was = names[path]
        old, new = before[was], after[path]
        if old is not new or was != path:
            yield FileChange(path, bytes_of(old), bytes_of(new), was if was != path else "")

"""Both sides of a merge, as git has them: one that is not finished, and those that are."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from levelbook.history.revisions import RevisionProblem, files_at, merges
from levelbook.loading.files import Unreadable

Side = Mapping[str, bytes | Unreadable]
"""The files of a branch before the merge, by their paths in the data folder."""
_OTHER_SIDES: Final = ("MERGE_HEAD", "REBASE_HEAD", "CHERRY_PICK_HEAD")
"""What is being merged into the state that is checked out, while a conflict is not resolved."""
_MERGES: Final = 20
"""How many merges are looked at, newest first."""


def merge_sides(folder: Path) -> Iterator[tuple[Side, Side]]:
    """Both states of a merge that is not finished, then of those that are, newest first; nothing without git."""
    pairs = [("HEAD", name) for name in _OTHER_SIDES]
    try:
        pairs += [(f"{commit}^1", f"{commit}^2") for commit in merges(folder, _MERGES)]
    except RevisionProblem:
        return
    for ours, theirs in pairs:
        try:
            yield files_at(folder, ours), files_at(folder, theirs)
        except RevisionProblem:
            continue

"""The data folder as it is in git: at a revision, and on both sides of a merge.

Only names and bytes are asked for, of commits that git itself has resolved; nothing is checked out, and hooks, filters
and attributes have no say. Where there is no git, or the folder is in no repository, nothing is known.
"""

import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from levelbook.loading.history import is_history
from levelbook.model import limits

_TIMEOUT: Final = 60
"""Seconds that git may take for one answer."""
_OTHER_SIDES: Final = ("MERGE_HEAD", "REBASE_HEAD", "CHERRY_PICK_HEAD")
"""What is being merged into the state that is checked out, while a conflict is not resolved."""
_MERGES: Final = 20
"""How many merges are looked at, newest first."""


def files_at(folder: Path, revision: str) -> Mapping[str, bytes] | None:
    """The files of a data folder at a revision, by their paths in it; none where git knows no such state."""
    commit, prefix = _commit(folder, revision), _prefix(folder)
    if not commit or prefix is None:
        return None
    listing = _git(folder, "ls-tree", "-r", "-z", "--full-tree", commit, "--", prefix or ".")
    entries = (entry.partition(b"\t") for entry in (listing or b"").split(b"\0") if entry)
    blobs = {
        path.decode("utf-8", "replace"): head.split()[2] for head, _, path in entries if head.split()[1] == b"blob"
    }
    inside = {path.removeprefix(prefix): name for path, name in blobs.items() if path.startswith(prefix)}
    visible = {path: name for path, name in inside.items() if not any(part.startswith(".") for part in path.split("/"))}
    return dict(_contents(folder, visible)) if visible else None


def merge_sides(folder: Path) -> Iterator[tuple[Mapping[str, bytes], Mapping[str, bytes]]]:
    """Both states of a merge that is not finished, then of those that are, newest first."""
    pairs = [("HEAD", name) for name in _OTHER_SIDES]
    merges = _git(folder, "rev-list", "--merges", f"--max-count={_MERGES}", "HEAD") or b""
    pairs += [(f"{commit}^1", f"{commit}^2") for commit in merges.decode("ascii").split()]
    for ours, theirs in pairs:
        sides = [files_at(folder, revision) for revision in (ours, theirs) if _commit(folder, revision)]
        if len(sides) == 2 and sides[0] and sides[1]:
            yield sides[0], sides[1]


def _commit(folder: Path, revision: str) -> str:
    name = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    return (name or b"").decode("ascii", "replace").strip()


def _prefix(folder: Path) -> str | None:
    """The way from the top of the repository to the folder: `rubric_data/`, or nothing."""
    prefix = _git(folder, "rev-parse", "--show-prefix")
    return None if prefix is None else prefix.decode("utf-8", "replace").strip("\n")


def _contents(folder: Path, names: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """The bytes behind names of blobs; what is too large is left out, as it is where files are read."""
    asked = b"".join(name + b"\n" for name in names.values())
    answer, at = _git(folder, "cat-file", "--batch", typed=asked) or b"", 0
    for path in names:
        end = answer.find(b"\n", at)
        size = int(answer[at:end].split()[2])
        if size <= (limits.HISTORY_BYTES if is_history(path) else limits.BYTES):
            yield path, answer[end + 1 : end + 1 + size]
        at = end + 1 + size + 1


def _git(folder: Path, *arguments: str, typed: bytes = b"") -> bytes | None:
    """What git answers; none where it is not there, or says no."""
    command = ["git", "-C", str(folder), "--no-pager", "--literal-pathspecs", *arguments]
    try:
        run = subprocess.run(command, input=typed, capture_output=True, timeout=_TIMEOUT, check=False)
    except (OSError, subprocess.SubprocessError):
        return None
    return run.stdout if run.returncode == 0 else None

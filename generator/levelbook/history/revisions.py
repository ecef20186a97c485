"""A data folder as it was at a git revision, without touching the working copy.

The only module that runs git. Objects are read (`ls-tree`, `cat-file --batch`), nothing is checked out and no index is
written. A repository may be somebody else's: what its configuration would run is switched off, nothing is fetched, and
a revision cannot be taken for an option.
"""

import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Final

from levelbook.loading.files import Unreadable
from levelbook.loading.history import is_history
from levelbook.model import limits

_QUIET: Final = ("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "core.quotePath=false")
_ALONE: Final = {"GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
_LINK: Final = "120000"


class RevisionProblem(Exception):
    """Why a folder cannot be read at a revision."""

    def __init__(self, reason: str, detail: str = "") -> None:
        """The reason is `no-git`, `no-repository`, `unknown`, `shallow`, `no-data` or `failed`."""
        super().__init__(reason)
        self.reason, self.detail = reason, detail


@dataclass(frozen=True)
class _Blob:
    path: str
    mode: str
    name: str
    size: int


def files_at(folder: Path, revision: str) -> dict[str, bytes | Unreadable]:
    """The files of a data folder at a revision, by their paths in it; raises RevisionProblem."""
    prefix = _inside(folder)
    commit = _commit(folder, revision)
    blobs = list(_blobs(folder, commit, prefix))
    if not blobs:
        raise RevisionProblem("no-data", prefix or ".")
    small = [blob for blob in blobs if blob.mode != _LINK and blob.size <= _limit(blob.path)]
    contents = dict(zip((blob.path for blob in small), _contents(folder, small), strict=True))
    files: dict[str, bytes | Unreadable] = {}
    for blob in blobs:
        reason = "link" if blob.mode == _LINK else "size"
        files[blob.path] = contents.get(blob.path, Unreadable(reason))
    return files


def short_name(folder: Path, revision: str) -> str:
    """How a revision is told: the beginning of its commit's name."""
    return _git(folder, "rev-parse", "--short=7", "--verify", "--end-of-options", f"{revision}^{{commit}}").strip()


def state_of(paths: Sequence[Path]) -> tuple[str, bool]:
    """The commit of the repository in which files and folders stand, and whether one of them is not as committed.

    Nothing and `False` where there is no repository, no commit or no git: a site can be built from a zip.
    """
    folder = paths[0] if paths[0].is_dir() else paths[0].parent
    try:
        commit = _commit(folder, "HEAD")
        names = [str(path.resolve()) for path in paths]
        command = ("status", "--porcelain", "--untracked-files=all", "--ignore-submodules=all", "--", *names)
        return commit, bool(_run(folder, command, environment=_without_filters(folder)).strip())
    except RevisionProblem:
        return "", False


def _without_filters(folder: Path) -> dict[str, str]:
    """Switches off the programs that a repository wants to run over files before they are compared.

    They are named by the environment, after what stands there already: an `=` in a name would end it in an option.
    """
    try:
        listed = _git(folder, "config", "--name-only", "-z", "--get-regexp", r"^filter\..*\.(clean|process|required)$")
    except RevisionProblem:
        return {}
    given = os.environ.get("GIT_CONFIG_COUNT", "")
    first = int(given) if given.isdecimal() else 0
    settings = {}
    names = [name for name in listed.split("\0") if name]
    for at, name in enumerate(names, first):
        settings[f"GIT_CONFIG_KEY_{at}"] = name
        settings[f"GIT_CONFIG_VALUE_{at}"] = "false" if name.endswith(".required") else ""
    return {**settings, "GIT_CONFIG_COUNT": str(first + len(names))}


def merges(folder: Path, most: int) -> list[str]:
    """The newest commits that joined two branches; raises RevisionProblem."""
    return _git(folder, "rev-list", "--merges", f"--max-count={most}", "HEAD").split()


def _limit(path: str) -> int:
    return limits.HISTORY_BYTES if is_history(path) else limits.BYTES


def _inside(folder: Path) -> str:
    """Where in its repository a folder stands, with a slash behind it; empty at the root."""
    try:
        return _git(folder, "rev-parse", "--show-prefix").rstrip("\n")
    except RevisionProblem as problem:
        if problem.reason == "failed" and "not a git repository" in problem.detail:
            raise RevisionProblem("no-repository") from None
        raise


def _commit(folder: Path, revision: str) -> str:
    try:
        return _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").strip()
    except RevisionProblem as problem:
        if problem.reason != "failed":
            raise
    shallow = _git(folder, "rev-parse", "--is-shallow-repository").strip() == "true"
    raise RevisionProblem("shallow" if shallow else "unknown")


def _blobs(folder: Path, commit: str, prefix: str) -> Iterator[_Blob]:
    """All files below a folder but hidden ones."""
    listing = _run(folder, ("ls-tree", "-r", "-l", "-z", "--full-tree", commit, "--", prefix or "."))
    for entry in listing.split(b"\0"):
        head, tab, raw = entry.partition(b"\t")
        if not tab:
            continue
        mode, kind, name, size = head.decode("ascii").split()
        path = os.fsdecode(raw).removeprefix(prefix)
        if kind == "blob" and not any(part.startswith(".") for part in PurePosixPath(path).parts):
            yield _Blob(path, mode, name, int(size))


def _contents(folder: Path, blobs: list[_Blob]) -> Iterator[bytes]:
    names = "".join(f"{blob.name}\n" for blob in blobs)
    answer = _run(folder, ("cat-file", "--batch"), names.encode("ascii"))
    at = 0
    for blob in blobs:
        end = answer.index(b"\n", at)
        if not answer[at:end].endswith(f" blob {blob.size}".encode("ascii")):
            raise RevisionProblem("failed", answer[at:end].decode("utf-8", "replace"))
        at = end + 1 + blob.size + 1
        yield answer[end + 1 : at - 1]


def _git(folder: Path, *arguments: str) -> str:
    return _run(folder, arguments).decode("utf-8", "replace")


def _run(
    folder: Path, arguments: tuple[str, ...], typed: bytes = b"", environment: Mapping[str, str] = MappingProxyType({})
) -> bytes:
    command = ("git", *_QUIET, "-C", str(folder), *arguments)
    try:
        done = subprocess.run(
            command, input=typed, capture_output=True, check=False, env={**os.environ, **_ALONE, **environment}
        )
    except OSError:
        raise RevisionProblem("no-git") from None
    if done.returncode:
        detail = done.stderr.decode("utf-8", "replace").strip()
        raise RevisionProblem("failed", detail.splitlines()[0] if detail else "")
    return done.stdout

"""The two states that are compared: a release, a git revision or a folder, each as its facts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from levelbook.catalogue import Catalogue
from levelbook.history.facts import facts_of
from levelbook.history.revisions import RevisionProblem, files_at, short_name
from levelbook.load import Loaded, files_in, load_files
from levelbook.loading.as_far_as_readable import as_far_as_readable
from levelbook.loading.data_folder import find_data_folder
from levelbook.loading.files import Unreadable
from levelbook.model.handbook import Handbook
from levelbook.model.history import FactTable
from levelbook.problems import Place

_VERSION: Final = re.compile(r"[0-9]{1,4}(\.[0-9]{1,4}){2}")


class NoSide(Exception):
    """Why there is nothing to compare with: the key of a sentence, and what it names."""

    def __init__(self, key: str, **facts: object) -> None:
        """A key behind `diff.wrong.`."""
        super().__init__(key)
        self.key, self.facts = key, facts

    def sentence(self, words: Catalogue) -> str:
        """What is wrong, in words."""
        return words(f"diff.wrong.{self.key}", **self.facts)


@dataclass(frozen=True)
class ComparedState:
    """One of the states."""

    name: str
    """How it is told: `0.2.0`, `a1bc450`, a folder; empty for the working folder."""
    facts: FactTable
    handbook: Handbook | None = None
    """None for a release, of which the facts alone are kept."""
    left_out: tuple[Place, ...] = ()
    """What could not be read of it."""


def working(folder: Path) -> ComparedState:
    """The working folder."""
    return _of_files("", dict(files_in(folder)), folder.as_posix())


def side(folder: Path, named: str, newest: Handbook | None) -> ComparedState:
    """What somebody names: a release of the handbook, a folder, else a git revision."""
    if _VERSION.fullmatch(named) and newest:
        known = _released(newest, named)
        if known:
            return known
    if Path(named).is_dir():
        return _folder(named)
    return _revision(folder, named)


def last_release(newest: Handbook | None) -> ComparedState:
    """The newest release whose facts are kept."""
    if newest is None or not newest.history.published or not newest.releases:
        raise NoSide("no-release")
    return ComparedState(newest.releases[0].version, newest.history.published)


def _released(newest: Handbook, version: str) -> ComparedState | None:
    """A release that the history can be turned back to."""
    history = newest.history
    versions = [release.version for release in newest.releases]
    if not history.published or version not in versions:
        return None
    oldest = history.releases[-1].version if history.releases else versions[0]
    reach = versions.index(oldest) + (1 if history.releases else 0) if oldest in versions else 0
    return ComparedState(version, history.facts_at(version)) if versions.index(version) <= reach else None


def _folder(named: str) -> ComparedState:
    found = find_data_folder(Path(named))
    if found is None:
        raise NoSide("no-handbook", name=named)
    return _of_files(named, dict(files_in(found.path)), found.path.as_posix())


def _revision(folder: Path, named: str) -> ComparedState:
    try:
        files = files_at(folder, named)
        return _of_files(short_name(folder, named), files, named)
    except RevisionProblem as problem:
        facts = {"name": named, "folder": folder.as_posix(), "detail": problem.detail}
        raise NoSide(problem.reason, **facts) from None


def _of_files(name: str, files: Mapping[str, bytes | Unreadable], shown: str) -> ComparedState:
    loaded: Loaded = load_files(files)
    if loaded.handbook:
        return ComparedState(name, facts_of(loaded.handbook), loaded.handbook)
    readable = as_far_as_readable(files)
    if readable.handbook is None:
        raise NoSide("unreadable", name=shown)
    return ComparedState(name, facts_of(readable.handbook), readable.handbook, readable.left_out)

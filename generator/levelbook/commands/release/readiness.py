"""What is asked of a release, and what has to be done before there can be one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from levelbook.load import Loaded
from levelbook.model.history import FactTable
from levelbook.model.ledger import figures_of
from levelbook.problems import Place, Problem

_WITHOUT_CODES: Final = frozenset({"code-missing", "code-unrecorded", "ledger-missing"})
Addresses = Mapping[str, tuple[str, ...]]


class ReleaseProblem(Problem):
    """Something that keeps a release from being made; its sentence stands with the words of the command."""

    __slots__ = ()

    @property
    def sentence(self) -> str:
        """The key of its sentence."""
        return f"release.{self.variant or self.code}"


@dataclass(frozen=True)
class ReleaseWanted:
    """What was asked for."""

    version: str
    date: str
    effective: str = ""
    """The day from which it holds; nothing: as the draft says."""


@dataclass(frozen=True)
class OlderState:
    """What a handbook without a history published before."""

    facts: FactTable
    addresses: Addresses = field(default_factory=dict)


def not_ready(loaded: Loaded, wanted: ReleaseWanted, older: OlderState | None) -> list[Problem]:
    """What has to be done before anything can be released."""
    if loaded.errors:
        return list(loaded.errors)
    uncoded = [problem for problem in loaded.problems if problem.code in _WITHOUT_CODES]
    if uncoded:
        return [*uncoded, ReleaseProblem("codes-first", Place(""))]
    known, begun = published_versions(loaded), loaded.folder.history.newest
    if begun and older:
        return [ReleaseProblem("has-history", Place("--from"))]
    again = not begun and known[:1] == (wanted.version,)
    if known and not again and figures_of(wanted.version) <= figures_of(known[0]):
        return [ReleaseProblem("not-newer", Place("VERSION"), facts={"value": wanted.version, "release": known[0]})]
    if known and not again and wanted.date < _dates(loaded)[0]:
        return [ReleaseProblem("too-early", Place("--date"), facts={"value": wanted.date, "release": known[0]})]
    return []


def published_versions(loaded: Loaded) -> tuple[str, ...]:
    """The releases that are out, newest first."""
    return tuple(release.version for release in loaded.handbook.releases) if loaded.handbook else ()


def _dates(loaded: Loaded) -> tuple[str, ...]:
    return tuple(release.date for release in loaded.handbook.releases) if loaded.handbook else ()

"""Which wordings an indicator has had, and the release in which each began.

A wording lasts over as many releases as leave its text alone: signs count, for what is quoted must stand letter for
letter. What ends an indicator ends its wording, and one that comes back begins a wording anew, though the words be the
same.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from levelbook.model.handbook import Handbook
from levelbook.model.history import Fact, History

INDICATOR = "indicator"


@dataclass(frozen=True)
class ReleasedWording:
    """A text that an indicator had, has, or will have."""

    release: str
    """The release in which it began."""
    fact: Fact
    """What was known of the indicator when it began."""
    until: str = ""
    """The release that has another text or none; nothing while it lasts."""
    replaced: bool = False
    """Whether that release has another text."""
    kept_from: bool = False
    """Whether nothing older was kept: its code is older than the first release kept, its wording may be."""

    @property
    def text(self) -> str:
        """What it said, in the language of the handbook."""
        return str(self.fact.get("text", ""))


Wordings = Mapping[str, tuple[ReleasedWording, ...]]
"""What an indicator said, by its code; newest first."""


def every_wording(handbook: Handbook) -> Wordings:
    """The wordings of all indicators that were ever released."""
    history, first = handbook.history, first_release(handbook)
    steps = _steps(history)
    unkept = _older_than(handbook, first)
    found = {
        code: tuple(_walk(history.published.get(code), steps.get(code, ()), _beginning(handbook, code, first, unkept)))
        for code in (*history.published, *(code for code in steps if code not in history.published))
        if _is_indicator(history, steps, code)
    }
    return {code: wordings for code, wordings in found.items() if wordings}


def first_release(handbook: Handbook) -> str:
    """The release with which the history begins: the one before the oldest that has a file; nothing without history."""
    if not handbook.history.published:
        return ""
    versions = [release.version for release in handbook.releases]
    recorded = [release.version for release in handbook.history.releases]
    if not recorded:
        return versions[0] if versions else ""
    before = versions[versions.index(recorded[-1]) + 1 :] if recorded[-1] in versions else []
    return before[0] if before else ""


def _older_than(handbook: Handbook, first: str) -> frozenset[str]:
    """The releases of which no texts were kept."""
    versions = [release.version for release in handbook.releases]
    return frozenset(versions[versions.index(first) + 1 :] if first in versions else ())


def _beginning(handbook: Handbook, code: str, first: str, unkept: frozenset[str]) -> ReleasedWording:
    """How the oldest wording of a code is told: by the release of the code, or the first of which texts are kept."""
    since = handbook.ledger.get(code, first)
    older = since in unkept
    return ReleasedWording(first if older else since, {}, kept_from=older)


def _steps(history: History) -> dict[str, list[tuple[str, Fact | None]]]:
    """What there was before each release that changed a thing, by its address; newest first."""
    steps: dict[str, list[tuple[str, Fact | None]]] = {}
    for release in history.releases:
        for address, fact in release.before.items():
            steps.setdefault(address, []).append((release.version, fact))
    return steps


def _is_indicator(history: History, steps: Mapping[str, list[tuple[str, Fact | None]]], code: str) -> bool:
    facts = (history.published.get(code), *(fact for _, fact in steps.get(code, ())))
    return any(fact is not None and fact.get("kind") == INDICATOR for fact in facts)


def _walk(
    fact: Fact | None, steps: list[tuple[str, Fact | None]] | tuple[()], began: ReleasedWording
) -> Iterator[ReleasedWording]:
    """From the newest state back: each release that had another text before it begins a wording."""
    until, replaced = "", False
    for version, before in steps:
        if _said(before) != _said(fact):
            if fact is not None and _said(fact) is not None:
                yield ReleasedWording(version, fact, until, replaced)
            until, replaced = version, _said(fact) is not None
        fact = before
    if fact is not None and _said(fact) is not None and began.release:
        yield replace(began, fact=fact, until=until, replaced=replaced)


def _said(fact: Fact | None) -> str | None:
    """What an indicator says in force; nothing where it is not there, or has ended."""
    return None if fact is None or fact.get("retired") else str(fact.get("text", ""))

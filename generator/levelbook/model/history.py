"""What a handbook has been: the facts of its last release, what each release changed, and every address it ever had.

Facts are what a reader is asked, rated or counted by; notes, sources and prose are none. They are JSON values, so that
they can be kept in a file and compared without knowing the model they came from.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from levelbook.model.ledger import led_on

Fact = Mapping[str, Any]
"""What there is to know of one thing, by key: JSON values only; `kind` says what it is."""
FactTable = Mapping[str, Fact]
"""The facts of a handbook by address: a code (`KEY-LIS-07`), an id behind a code (`KEY.senior`), or what stands between
two (`KEY-LIS@senior`, `KEY:points:listening`)."""


class ChangeClass(StrEnum):
    """What a change means to whoever has to meet the standard, in the order in which changes are told."""

    ERROR = "error"
    """What was published is gone: nothing that a release can have."""
    ASK = "ask"
    """No rule can say; a person gives the word."""
    RAISES = "raises"
    """More is asked."""
    LOWERS = "lowers"
    """Less is asked."""
    CLARIFIES = "clarifies"
    """The same is asked, and said better."""
    TYPO = "typo"
    """Nothing that is asked has changed."""


@dataclass(frozen=True)
class RecordedChange:
    """What a release did to one thing, as its history file tells it."""

    address: str
    """Of what; one address may have several changes."""
    kind: str
    """What happened: `indicator-reworded`, `level-renamed`."""
    change_class: ChangeClass
    """What it means; never `ask`, as a release has a word for each."""
    rule: str = ""
    """By which rule that was decided; `said` where a person gave the word."""
    why: str = ""
    """What a person gave as the reason."""
    results: bool = False
    """Whether answers saved before give other figures, or are asked again."""
    members: tuple[str, ...] = ()
    """What the thing was split into, or was merged with."""


@dataclass(frozen=True)
class ReleaseHistory:
    """The file history/VERSION.yml: what a release changed, with the facts before it."""

    version: str
    changes: tuple[RecordedChange, ...] = ()
    """In the order in which they are told."""
    before: Mapping[str, Fact | None] = field(default_factory=dict)
    """The facts that the release changed as they were, by address; none where there was nothing before."""

    def turned_back(self, table: FactTable) -> FactTable:
        """The facts before the release, from those after it."""
        older = {**table, **self.before}
        return {address: fact for address, fact in older.items() if fact is not None}


@dataclass(frozen=True)
class History:
    """The folder history/, and where the ledger says that things went."""

    published: FactTable = field(default_factory=dict)
    """The facts of the newest release."""
    releases: tuple[ReleaseHistory, ...] = ()
    """What each release changed, newest first; the first release of a history has no file."""
    addresses: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Every page ever published (`sequences/key/`, empty for home) with its anchors."""
    paths: Mapping[str, str] = field(default_factory=dict)
    """Where sequences and competencies ever stood (`key/listening`), and their codes."""
    now: Mapping[str, str] = field(default_factory=dict)
    """The newest code of what had another one."""

    def facts_at(self, version: str) -> FactTable:
        """The facts of a release, by turning the newer ones back; those of the newest where it is not known."""
        table = self.published
        for release in self.releases:
            if release.version == version:
                break
            table = release.turned_back(table)
        return table

    def former_codes(self) -> Mapping[str, tuple[str, ...]]:
        """The codes that things had before, by the newest one, to which each of them may lead at once."""
        former: dict[str, tuple[str, ...]] = {}
        for code in self.now:
            newest = led_on(code, self.now)[-1]
            former[newest] = (*former.get(newest, ()), code)
        return former

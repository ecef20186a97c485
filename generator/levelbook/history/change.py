"""A typed change between two states of a handbook, with what it means and whom it touches."""

from dataclasses import dataclass, field

from levelbook.model.history import ChangeClass, Fact
from levelbook.text.wording import JoinedWord


@dataclass(frozen=True)
class Touches:
    """Whom a change concerns, as codes and counts."""

    levels: tuple[str, ...] = ()
    """Codes of the levels at which it holds: `KEY.senior`."""
    grades: tuple[str, ...] = ()
    """Codes of the grades that require one of them."""
    positions: tuple[str, ...] = ()
    """Codes of the positions that do."""
    checklists: tuple[str, ...] = ()
    """Codes of the levels, grades and positions whose checklists ask it."""
    courses: tuple[str, ...] = ()
    """Codes of the courses and practices that are for it, its cell, competency or a group above."""
    borrowers: tuple[str, ...] = ()
    """Codes of other sequences that borrow it."""
    languages: tuple[str, ...] = ()
    """Languages whose translation is older than the text now."""
    answers: int = 0
    """How many answers of a saved assessment are shown again."""
    addresses: int = 0
    """How many published pages and anchors lead on, or say that it ended."""


@dataclass(frozen=True)
class TypedChange:
    """What became of one thing between two states."""

    kind: str
    """What happened: `indicator-reworded`, `level-renamed`."""
    address: str
    """Of what, by the address that it has in the newer state, or had last."""
    change_class: ChangeClass
    """What it means."""
    rule: str = ""
    """By which rule that was decided; `said` where a person gave the word."""
    before: Fact | None = None
    """What was known of it; none where it is new."""
    after: Fact | None = None
    """What is known of it; none where it is gone."""
    key: str = ""
    """Which key of the fact has changed; none where it is all of it."""
    words: tuple[JoinedWord, ...] = ()
    """The old text and the new one in one, where a text was reworded."""
    members: tuple[str, ...] = ()
    """What it was split into, or what it takes in, by code."""
    results: bool = False
    """Whether answers saved before give other figures, or are asked again."""
    why: str = ""
    """What a person gave as the reason."""
    touches: Touches = field(default_factory=Touches)
    """Whom it concerns."""

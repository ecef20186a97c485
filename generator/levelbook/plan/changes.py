"""What becomes of each demand of a competency from one level to a higher one."""

from dataclasses import dataclass

from levelbook.diff import Change, ChangeKind
from levelbook.inline import plain
from levelbook.model.competency import Indicator
from levelbook.model.handbook import Sequence
from levelbook.model.sequence import Level
from levelbook.plan import addresses
from levelbook.plan.desk import Desk, Member
from levelbook.plan.shared import Link, Nothing, competency_link, nothing
from levelbook.wording import Word

MARKS = {
    ChangeKind.RAISED: "up",
    ChangeKind.REWORDED: "edit",
    ChangeKind.NEW: "new",
    ChangeKind.SAME: "same",
    ChangeKind.DROPPED: "gone",
}
"""How each kind of change is marked."""


@dataclass(frozen=True)
class Wording:
    """An indicator beside another, its words marked where they differ."""

    code: str
    """Its code."""
    address: str
    """Its permanent page."""
    text: str
    """What it says, where nothing is marked."""
    words: tuple[Word, ...]
    """What it says in runs, where words are marked."""


@dataclass(frozen=True)
class ChangeRow:
    """What became of one demand."""

    kind: str
    """raised, reworded, new, same or dropped."""
    mark: str
    """Which seal it carries."""
    seal: str
    """The seal's character."""
    word: str
    """The word for it."""
    before: tuple[Wording, ...]
    """What the lower level asks."""
    after: Wording | None
    """What the higher level asks."""
    small: str
    """Said where the sentence was written anew."""


@dataclass(frozen=True)
class Compared:
    """A competency at two levels."""

    anchor: str
    """Its anchor."""
    link: Link
    """Its name, page and code."""
    before: str
    """Its summary at the lower level."""
    after: str
    """Its summary at the higher level."""
    empty_before: Nothing | None
    """Why the lower level has nothing."""
    empty_after: Nothing | None
    """Why the higher level has nothing."""
    rows: tuple[ChangeRow, ...]
    """What became of its demands, raised ones first."""


def compared(desk: Desk, sequence: Sequence, member: Member, low: Level, high: Level) -> Compared:
    """A competency at two levels."""
    owner, competency = member
    cells = [competency.cell(level.id) for level in (low, high)]
    said = [desk.marked(cell, "summary") if cell else "" for cell in cells]
    return Compared(
        anchor=addresses.competency_anchor(sequence, owner, competency),
        link=competency_link(desk, member),
        before=said[0],
        after=said[1],
        empty_before=nothing(desk, cells[0]) if cells[0] else None,
        empty_after=nothing(desk, cells[1]) if cells[1] else None,
        rows=tuple(_row(desk, change) for change in desk.changes(sequence, member, low.id, high.id)),
    )


def _row(desk: Desk, change: Change) -> ChangeRow:
    return ChangeRow(
        kind=change.kind.value,
        mark=MARKS[change.kind],
        seal=change_seal(desk, change.kind),
        word=change_word(desk, change.kind),
        before=tuple(_wording(desk, one, () if at else change.before_words) for at, one in enumerate(change.before)),
        after=_wording(desk, change.after, change.after_words) if change.after else None,
        small=desk.words("compare.rewritten") if change.rewritten else "",
    )


def _wording(desk: Desk, indicator: Indicator, marked: tuple[Word, ...]) -> Wording:
    """Words are marked in the language they were compared in, not in a translation."""
    text = desk.marked(indicator, "text")
    address = addresses.permanent(indicator.code) if indicator.code else ""
    return Wording(indicator.code, address, text, marked if plain(text) == indicator.words else ())


def change_seal(desk: Desk, kind: ChangeKind) -> str:
    """The character that stands for a kind of change."""
    return desk.words(f"seal.{kind.value}")


def change_word(desk: Desk, kind: ChangeKind) -> str:
    """The word for a kind of change."""
    return desk.words(f"change.{kind.value}")

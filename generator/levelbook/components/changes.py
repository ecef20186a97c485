"""What becomes of each demand of a competency from one level to a higher one."""

from dataclasses import dataclass

from levelbook.components.links import Link, competency_link
from levelbook.localized.absence import Absence, absence_of
from levelbook.localized.names import level_name
from levelbook.model.competency import Competency, Indicator
from levelbook.model.handbook import Sequence
from levelbook.model.inheritance import expectation, home
from levelbook.model.sequence import Level
from levelbook.queries.index import Member
from levelbook.queries.level_diff import Change, ChangeKind
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.text.inline import plain
from levelbook.text.wording import Word

MARKS = {
    ChangeKind.RAISED: "up",
    ChangeKind.REWORDED: "edit",
    ChangeKind.NEW: "new",
    ChangeKind.AGAIN: "same",
    ChangeKind.SAME: "same",
    ChangeKind.UNSAID: "open",
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
    by: str = ""
    """The level that wrote it, where that is neither of the two compared."""


@dataclass(frozen=True)
class ChangeRow:
    """What became of one demand."""

    kind: str
    """Which kind of change it is."""
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
    missing: str
    """Said on the side that has nothing."""


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
    empty_before: Absence | None
    """Why the lower level has nothing."""
    empty_after: Absence | None
    """Why the higher level has nothing."""
    rows: tuple[ChangeRow, ...]
    """What became of its demands, raised ones first."""


def compared(ctx: Context, sequence: Sequence, member: Member, low: Level, high: Level) -> Compared:
    """A competency at two levels."""
    owner, competency = member
    row = _Rows(ctx, sequence, competency, low, high)
    cells = [competency.cell(level.id) for level in (low, high)]
    said = [ctx.marked(cell, "summary") if cell else "" for cell in cells]
    return Compared(
        anchor=urls.competency_anchor(sequence, owner, competency),
        link=competency_link(ctx, member),
        before=said[0],
        after=said[1],
        empty_before=absence_of(ctx, cells[0]) if cells[0] else None,
        empty_after=absence_of(ctx, cells[1]) if cells[1] else None,
        rows=tuple(row.made(change) for change in ctx.changes(sequence, member, low.id, high.id)),
    )


class _Rows:
    """Makes the rows of one competency."""

    def __init__(self, ctx: Context, sequence: Sequence, competency: Competency, low: Level, high: Level) -> None:
        self._ctx = ctx
        self._sequence = sequence
        self._competency = competency
        self._low = low
        self._high = high
        self._asked = expectation(sequence, competency, low.id).applies

    def made(self, change: Change) -> ChangeRow:
        ctx, marked = self._ctx, change.before_words
        return ChangeRow(
            kind=change.kind.value,
            mark=MARKS[change.kind],
            seal=change_seal(ctx, change.kind),
            word=change_word(ctx, change.kind),
            before=tuple(self._before(one, () if at else marked) for at, one in enumerate(change.before)),
            after=_wording(ctx, change.after, change.after_words) if change.after else None,
            small=ctx.words("compare.rewritten") if change.rewritten else "",
            missing=self._missing(change),
        )

    def _before(self, one: Indicator, marked: tuple[Word, ...]) -> Wording:
        if one in self._asked:
            return _wording(self._ctx, one, marked)
        level = level_name(self._ctx, self._sequence, home(self._competency, one))
        return _wording(self._ctx, one, marked, self._ctx.words("compare.written_at", level=level))

    def _missing(self, change: Change) -> str:
        """What stands on the side that has nothing."""
        level = self._ctx.name(self._low if not change.before else self._high)
        if change.before and change.after:
            return ""
        if change.kind is ChangeKind.DROPPED:
            return self._ctx.words("compare.not_any_more", level=level)
        if change.kind is ChangeKind.NEW:
            return self._ctx.words("compare.not_at", level=level)
        key = "compare.not_written" if self._sequence.head.unranked else "compare.unsaid"
        return self._ctx.words(key, level=level)


def _wording(ctx: Context, indicator: Indicator, marked: tuple[Word, ...], by: str = "") -> Wording:
    """Words are marked in the language they were compared in, not in a translation."""
    text = ctx.marked(indicator, "text")
    address = urls.permanent(indicator.code) if indicator.code else ""
    return Wording(indicator.code, address, text, marked if plain(text) == indicator.words else (), by)


def change_seal(ctx: Context, kind: ChangeKind) -> str:
    """The character that stands for a kind of change."""
    return ctx.words(f"seal.{kind.value}")


def change_word(ctx: Context, kind: ChangeKind) -> str:
    """The word for a kind of change."""
    return ctx.words(f"change.{kind.value}")

"""What becomes of each demand of a competency from one level to a higher one.

`queries.level_diff` has paired what both levels ask, and says of each pair what became of it; here that is put into
words. Three things are easily lost. A lower side may come from a level below both that are compared, and then says
so. Of several demands that one replaces, only the first is compared word by word. And words are marked in the
language in which they were compared: a page in another shows its translation without marks.
"""

from dataclasses import dataclass

from levelbook.components.links import Link, competency_link
from levelbook.localized.absence import Absence, absence_of
from levelbook.localized.names import level_name
from levelbook.localized.sentences import Statement, WordedItem, by_items, sign, statement
from levelbook.model.competency import Indicator
from levelbook.model.handbook import Sequence
from levelbook.model.inheritance import home
from levelbook.model.sequence import Level
from levelbook.queries.index import Member
from levelbook.queries.level_diff import Change, ChangeKind
from levelbook.site import urls
from levelbook.site.context import Context
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
    text: Statement
    """The sentence, for where nothing is marked."""
    words: tuple[Word, ...]
    """The sentence in runs of words, for where some are marked."""
    items: tuple[WordedItem[Word], ...] = ()
    """The same part by part, where it is told apart in items."""
    by: str = ""
    """The level that wrote it, where that is neither of the two compared."""
    sign: str = ""
    """That it counts the other way round, where it does."""


@dataclass(frozen=True)
class ChangeRow:
    """What became of one demand."""

    kind: str
    mark: str
    """How its seal looks: up, edit, new, same, open or gone."""
    seal: str
    """The character of its seal."""
    word: str
    """The word for its kind."""
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
    link: Link
    name_before: str
    """What it calls the lower level, where that is said."""
    name_after: str
    """What it calls the higher level."""
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

    @property
    def sums_up(self) -> bool:
        """Whether anything is said of a level as a whole."""
        return any((self.name_before, self.name_after, self.before, self.after, self.empty_before, self.empty_after))


def compared(ctx: Context, sequence: Sequence, member: Member, low: Level, high: Level) -> Compared:
    """A competency at two levels, its demands in the order of the changes."""
    owner, competency = member
    rows = ChangeRows(ctx, sequence, member, low.id, (ctx.name(low), ctx.name(high)))
    before, after = competency.cell(low.id), competency.cell(high.id)
    return Compared(
        anchor=urls.competency_anchor(sequence, owner, competency),
        link=competency_link(ctx, member),
        name_before=ctx.text(before, "name") if before else "",
        name_after=ctx.text(after, "name") if after else "",
        before=ctx.marked(before, "summary") if before else "",
        after=ctx.marked(after, "summary") if after else "",
        empty_before=absence_of(ctx, member[0], before) if before else None,
        empty_after=absence_of(ctx, member[0], after) if after else None,
        rows=tuple(rows.row(change) for change in ctx.changes(sequence, member, low.id, high.id)),
    )


class ChangeRows:
    """The rows of one competency between two levels."""

    def __init__(self, ctx: Context, sequence: Sequence, member: Member, low: str, names: tuple[str, str]) -> None:
        """Note what the lower level asks itself; `names` are those of the lower and the higher step."""
        self._ctx = ctx
        self._sequence = sequence
        self._competency = member[1]
        self._names = names
        self._applies_low = ctx.expectation(sequence, member, low).applies

    def row(self, change: Change) -> ChangeRow:
        """What became of one demand."""
        ctx, words = self._ctx, change.before_words
        return ChangeRow(
            kind=change.kind.value,
            mark=MARKS[change.kind],
            seal=change_seal(ctx, change.kind),
            word=change_word(ctx, change.kind),
            before=tuple(self._before(indicator, () if at else words) for at, indicator in enumerate(change.before)),
            after=_wording(ctx, change.after, change.after_words) if change.after else None,
            small=ctx.words("compare.rewritten") if change.rewritten else "",
            missing=self._missing(change),
        )

    def _before(self, indicator: Indicator, words: tuple[Word, ...]) -> Wording:
        """What the lower level asks; what it does not ask itself stands at a level below and says which."""
        if indicator in self._applies_low:
            return _wording(self._ctx, indicator, words)
        level = level_name(self._ctx, self._sequence, home(self._competency, indicator))
        return _wording(self._ctx, indicator, words, self._ctx.words("compare.written_at", level=level))

    def _missing(self, change: Change) -> str:
        """What stands on the side that has nothing: that it is not asked, or that nobody says whether it is."""
        level = self._names[1 if change.before else 0]
        if change.before and change.after:
            return ""
        if change.kind is ChangeKind.DROPPED:
            return self._ctx.words("compare.not_any_more", level=level)
        if change.kind is ChangeKind.NEW:
            return self._ctx.words("compare.not_at", level=level)
        key = "compare.not_written" if self._sequence.head.unranked else "compare.unsaid"
        return self._ctx.words_of(self._sequence)(key, level=level)


def _wording(ctx: Context, indicator: Indicator, words: tuple[Word, ...], by: str = "") -> Wording:
    """An indicator with its words marked in the language in which they were compared, not in a translation."""
    marked = words if ctx.text(indicator, "text") == indicator.words else ()
    said, items = statement(ctx, indicator), by_items(indicator, marked)
    return Wording(indicator.code, said, marked, items, by, sign(ctx, indicator))


def change_seal(ctx: Context, kind: ChangeKind) -> str:
    """The character that stands for a kind of change."""
    return ctx.words(f"seal.{kind.value}")


def change_word(ctx: Context, kind: ChangeKind) -> str:
    """The word for a kind of change."""
    return ctx.words(f"change.{kind.value}")

"""How one behaviour is asked for level by level: an indicator with what it raises and what raises it, low to high.

Each is one sentence that holds its own text and that of the one below, so that the difference reads as an editor's
would; the lowest stands as it is written. Where one replaces several, it is compared with the first, as on the pages
that compare levels. Words are marked in the language in which they were compared, and not in a translation.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from levelbook.components.level_chips import Chip, chip
from levelbook.localized.names import level_name
from levelbook.localized.sentences import Statement, WordedItem, by_items, sign, statement
from levelbook.model.competency import Competency, Indicator
from levelbook.queries.index import Member
from levelbook.site.context import Context
from levelbook.text.inline import plain
from levelbook.text.wording import JoinedWord, difference, joined


@dataclass(frozen=True)
class RiseStep:
    """The behaviour at one level."""

    chip: Chip | None
    """The level; none for one that has been retired."""
    level: str
    """The level's name."""
    code: str
    text: Statement
    """The sentence, for where nothing is marked."""
    sign: str
    """That it counts the other way round, where it does."""
    words: tuple[JoinedWord, ...]
    """The sentence with that of the level below in it, for where words are marked."""
    items: tuple[WordedItem[JoinedWord], ...]
    """The same part by part, where it is told apart in items."""
    remark: str
    """Said where it was written anew."""
    current: bool
    """Whether it is the indicator that the page is about."""


def rise(ctx: Context, member: Member, indicator: Indicator) -> tuple[RiseStep, ...]:
    """The indicator among those of lower and higher levels that it is tied to; nothing where it stands alone."""
    sequence, competency = member
    chain = _chain(competency, indicator)
    if len(chain) < 2:
        return ()
    ranks = sequence.ranks
    homes = {code: competency.home(code) or "" for code in chain}
    codes = sorted(chain, key=lambda code: ranks.get(homes[code], 0))
    return tuple(_step(ctx, member, chain, chain[code], homes[code], code == indicator.code) for code in codes)


def _chain(competency: Competency, indicator: Indicator) -> dict[str, Indicator]:
    """The indicator, all that it raises and all that raises it, however many levels away, by their codes."""
    live = {other.code: other for other in competency.every_live() if other.code}
    below = _reached(indicator, lambda other: (live[code] for code in other.raises if code in live))
    above = _reached(indicator, lambda other: (next for next in live.values() if other.code in next.raises))
    return {other.code: other for other in (*below, indicator, *above)}


def _reached(start: Indicator, beside: Callable[[Indicator], Iterable[Indicator]]) -> tuple[Indicator, ...]:
    """Everything that is tied to an indicator in one direction, step by step; the data may go in a circle."""
    found: dict[str, Indicator] = {}
    waiting = [start]
    while waiting:
        for other in beside(waiting.pop()):
            if other.code not in found and other is not start:
                found[other.code] = other
                waiting.append(other)
    return tuple(found.values())


def _step(
    ctx: Context, member: Member, chain: dict[str, Indicator], indicator: Indicator, home: str, current: bool
) -> RiseStep:
    sequence, _ = member
    lower = next((chain[code] for code in indicator.raises if code in chain), None)
    change = difference(lower.words, indicator.words) if lower else None
    is_marked = change and not change.rewritten and all(_is_source(ctx, other) for other in (lower, indicator) if other)
    words = joined(change.before, change.after) if change and is_marked else ()
    return RiseStep(
        chip=chip(ctx, sequence, home) if home else None,
        level=level_name(ctx, sequence, home) if home else "",
        code=indicator.code,
        text=statement(ctx, indicator),
        sign=sign(ctx, indicator),
        words=words,
        items=by_items(indicator, words),
        remark=ctx.words("compare.rewritten") if change and change.rewritten else "",
        current=current,
    )


def _is_source(ctx: Context, indicator: Indicator) -> bool:
    """Whether what is shown is what was compared, and not its translation."""
    return plain(ctx.marked(indicator, "text")) == indicator.words

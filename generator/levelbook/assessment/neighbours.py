"""What other levels say of a competency, for those who rate themselves at one."""

from collections.abc import Iterator

from levelbook.assessment import wording
from levelbook.assessment.item import Neighbour
from levelbook.components.basics import chip, nothing
from levelbook.components.cumulation import adds
from levelbook.model.handbook import Sequence
from levelbook.site.context import Context, Member


def near(ctx: Context, sequence: Sequence, member: Member, level: str, whole: bool) -> tuple[Neighbour, ...]:
    """The levels below and above; all of them, low to high, where the rating is the level reached."""
    if sequence.head.unranked or not member[1].levels:
        return ()
    return tuple(_near(ctx, sequence, member, level, whole))


def _near(ctx: Context, sequence: Sequence, member: Member, level: str, whole: bool) -> Iterator[Neighbour]:
    ids = [one.id for one in sequence.levels]
    at = ids.index(level) if level in ids else -len(ids)
    for place, key in enumerate(ids):
        made = chip(ctx, sequence, key, level)
        if made and (whole or abs(place - at) == 1):
            texts = tuple(_says(ctx, sequence, member, key, whole))
            if texts:
                yield Neighbour(made, texts)


def _says(ctx: Context, sequence: Sequence, member: Member, level: str, whole: bool) -> Iterator[str]:
    """The summary, or what the level adds or writes, or both; or why it says nothing."""
    found = ctx.standing(sequence, member, level)
    summary = ctx.text(found.cell, "summary") if found.cell else ""
    written = found.new if adds(sequence) else found.applies
    fresh = [wording.of_indicator(ctx, one) for one in written]
    if summary:
        yield summary
    if whole or not summary:
        yield from fresh
    reason = nothing(ctx, found.cell) if found.cell else None
    if reason and whole and not fresh and not summary:
        yield ctx.words("nothing.why", what=reason.text, why=reason.why)

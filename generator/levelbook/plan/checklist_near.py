"""What other levels say of a competency, for those who rate themselves at one."""

from collections.abc import Iterator

from levelbook.model.handbook import Sequence
from levelbook.plan import checklist_wording
from levelbook.plan.checklist_item import Near
from levelbook.plan.cumulation import adds
from levelbook.plan.desk import Desk, Member
from levelbook.plan.shared import chip, nothing


def near(desk: Desk, sequence: Sequence, member: Member, level: str, whole: bool) -> tuple[Near, ...]:
    """The levels below and above; all of them, low to high, where the rating is the level reached."""
    if sequence.head.unranked or not member[1].levels:
        return ()
    return tuple(_near(desk, sequence, member, level, whole))


def _near(desk: Desk, sequence: Sequence, member: Member, level: str, whole: bool) -> Iterator[Near]:
    ids = [one.id for one in sequence.levels]
    at = ids.index(level) if level in ids else -len(ids)
    for place, key in enumerate(ids):
        made = chip(desk, sequence, key, level)
        if made and (whole or abs(place - at) == 1):
            texts = tuple(_says(desk, sequence, member, key, whole))
            if texts:
                yield Near(made, texts)


def _says(desk: Desk, sequence: Sequence, member: Member, level: str, whole: bool) -> Iterator[str]:
    """The summary, or what the level adds or writes, or both; or why it says nothing."""
    found = desk.standing(sequence, member, level)
    summary = desk.said(found.cell, "summary") if found.cell else ""
    written = found.new if adds(sequence) else found.applies
    fresh = [checklist_wording.of_indicator(desk, one) for one in written]
    if summary:
        yield summary
    if whole or not summary:
        yield from fresh
    reason = nothing(desk, found.cell) if found.cell else None
    if reason and whole and not fresh and not summary:
        yield desk.words("nothing.why", what=reason.text, why=reason.why)

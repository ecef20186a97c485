"""What was asked once and is not any more, so that answers to it are not lost without a word."""

from collections.abc import Iterable, Iterator
from typing import Any

from levelbook.model.base import Retired
from levelbook.model.competency import Competency
from levelbook.model.handbook import Sequence
from levelbook.plan import addresses, checklist_wording
from levelbook.plan.checklist_goals import Goal, elsewhere
from levelbook.plan.checklist_item import code_of
from levelbook.plan.desk import Desk, Member


def gone(desk: Desk, sequence: Sequence, goal: Goal) -> dict[str, dict[str, Any]]:
    """Retired competencies and indicators of a sequence and of those it or the goal borrows from, by code."""
    members = (*desk.all_members(sequence), *elsewhere(desk, sequence, goal))
    owners = {sequence.id: sequence, **{owner.id: owner for owner, _ in members}}
    asked = {(owner.id, one.id) for owner, one in members}
    found: dict[str, dict[str, Any]] = {}
    for owner in owners.values():
        for competency in owner.all_competencies.values():
            if owner.id == sequence.id or (owner.id, competency.id) in asked or competency.retired:
                found.update(_of(desk, (owner, competency)))
    return found


def _of(desk: Desk, member: Member) -> Iterator[tuple[str, dict[str, Any]]]:
    owner, competency = member
    if competency.retired:
        texts = [desk.said(competency, "definition"), *_wording(desk, competency)]
        last = "\n".join(text for text in texts if text)
        yield code_of(member), _entry(desk, owner, desk.name(competency), last, competency.retired)
    for holder in (competency, *competency.levels.values()):
        for one in holder.every_indicator:
            end = one.retired or competency.retired
            if end and one.code:
                text = checklist_wording.of_indicator(desk, one)
                yield one.code, _entry(desk, owner, desk.name(competency), text, end)


def _wording(desk: Desk, competency: Competency) -> Iterable[str]:
    for cell in competency.levels.values():
        yield desk.said(cell, "summary")


def _entry(desk: Desk, owner: Sequence, name: str, text: str, end: Retired) -> dict[str, Any]:
    return {
        "name": name,
        "text": text,
        "why": desk.said(end, "why"),
        "replacedBy": [_code(desk, owner, address) for address in end.replaced_by],
        "release": end.since or "",
    }


def _code(desk: Desk, owner: Sequence, address: str) -> str:
    """The code of what takes a thing's place."""
    if desk.places.of_code(address):
        return address
    home, key = desk.places.home(owner, address.partition("@")[0])
    if home is None:
        return address
    competency = home.all_competencies.get(key)
    return code_of((home, competency)) if competency else addresses.short_code(home, key)

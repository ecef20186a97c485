"""What was asked once and is not any more, so that answers to it are not lost without a word."""

from collections.abc import Iterable, Iterator
from typing import Any

from levelbook.assessment import wording
from levelbook.assessment.targets import AssessmentTarget, elsewhere
from levelbook.model.base import Retired
from levelbook.model.competency import Competency
from levelbook.model.handbook import Sequence
from levelbook.queries.codes import answer_code, short_code
from levelbook.queries.index import Member
from levelbook.site.context import Context


def gone(ctx: Context, sequence: Sequence, goal: AssessmentTarget) -> dict[str, dict[str, Any]]:
    """Retired competencies and indicators of a sequence and of those it or the goal borrows from, by code."""
    members = (*ctx.all_members(sequence), *elsewhere(ctx, sequence, goal))
    owners = {sequence.id: sequence, **{owner.id: owner for owner, _ in members}}
    asked = {(owner.id, one.id) for owner, one in members}
    found: dict[str, dict[str, Any]] = {}
    for owner in owners.values():
        for competency in owner.all_competencies.values():
            if owner.id == sequence.id or (owner.id, competency.id) in asked or competency.retired:
                found.update(_of(ctx, (owner, competency)))
    return found


def _of(ctx: Context, member: Member) -> Iterator[tuple[str, dict[str, Any]]]:
    owner, competency = member
    if competency.retired:
        texts = [ctx.text(competency, "definition"), *_wording(ctx, competency)]
        last = "\n".join(text for text in texts if text)
        yield answer_code(*member), _entry(ctx, owner, ctx.name(competency), last, competency.retired)
    for holder in (competency, *competency.levels.values()):
        for one in holder.every_indicator:
            end = one.retired or competency.retired
            if end and one.code:
                text = wording.of_indicator(ctx, one)
                yield one.code, _entry(ctx, owner, ctx.name(competency), text, end)


def _wording(ctx: Context, competency: Competency) -> Iterable[str]:
    for cell in competency.levels.values():
        yield ctx.text(cell, "summary")


def _entry(ctx: Context, owner: Sequence, name: str, text: str, end: Retired) -> dict[str, Any]:
    return {
        "name": name,
        "text": text,
        "why": ctx.text(end, "why"),
        "replacedBy": [_code(ctx, owner, address) for address in end.replaced_by],
        "release": end.since or "",
    }


def _code(ctx: Context, owner: Sequence, address: str) -> str:
    """The code of what takes a thing's place."""
    if ctx.links.of_code(address):
        return address
    home, key = ctx.home(owner, address.partition("@")[0])
    if home is None:
        return address
    competency = home.all_competencies.get(key)
    return answer_code(home, competency) if competency else short_code(home, key)

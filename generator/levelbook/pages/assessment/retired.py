"""What was asked once and is not any more, so that answers to it are not lost without a word."""

from collections.abc import Iterable, Iterator

from levelbook.assessment import wording
from levelbook.assessment.targets import AssessmentTarget, elsewhere
from levelbook.model.base import Retired
from levelbook.model.competency import Competency, Indicator
from levelbook.model.handbook import Sequence
from levelbook.model.statement import indicator_of_item, item_code
from levelbook.pages.assessment.page_data import ItemData, RetiredData
from levelbook.queries.codes import answer_code, short_code
from levelbook.queries.index import Member
from levelbook.site.context import Context


def retired_entries(ctx: Context, sequence: Sequence, target: AssessmentTarget) -> dict[str, RetiredData]:
    """Retired competencies and indicators of a sequence and of those it or the target borrows from, by code."""
    members = (*ctx.all_members(sequence), *elsewhere(ctx, sequence, target))
    owners = {sequence.id: sequence, **{owner.id: owner for owner, _ in members}}
    in_tree = {(owner.id, competency.id) for owner, competency in members}
    entries: dict[str, RetiredData] = {}
    for owner in owners.values():
        for competency in owner.all_competencies.values():
            if owner.id == sequence.id or (owner.id, competency.id) in in_tree or competency.retired:
                entries.update(_entries(ctx, (owner, competency)))
    return entries


def _entries(ctx: Context, member: Member) -> Iterator[tuple[str, RetiredData]]:
    owner, competency = member
    if competency.retired:
        texts = [ctx.text(competency, "definition"), *_summaries(ctx, competency)]
        text = "\n".join(part for part in texts if part)
        yield answer_code(*member), _entry(ctx, owner, ctx.name(competency), text, competency.retired)
    for holder in (competency, *competency.levels.values()):
        for indicator in holder.every_indicator:
            retired = indicator.retired or competency.retired
            if retired and indicator.code:
                text = wording.indicator_sentence(ctx, indicator)
                yield indicator.code, _entry(ctx, owner, ctx.name(competency), text, retired)
            elif indicator.code:
                yield from _told_apart(ctx, owner, ctx.name(competency), indicator)


def _told_apart(ctx: Context, owner: Sequence, name: str, indicator: Indicator) -> Iterator[tuple[str, RetiredData]]:
    """A whole that is rated by its items now, and items that ended: who had rated either is asked again."""
    if indicator.items:
        codes = [item_code(indicator.code, item.letter) for item in indicator.items]
        yield indicator.code, _whole(name, codes)
    for item in indicator.every_item:
        if item.retired:
            text = wording.item_sentence(ctx, indicator, item)
            yield item_code(indicator.code, item.letter), _entry(ctx, owner, name, text, item.retired)


def wholes(items: Iterable[ItemData]) -> dict[str, RetiredData]:
    """What parts say of the wholes that are told apart in them: the same as `retired_entries` where all are there."""
    entries: dict[str, RetiredData] = {}
    for item in items:
        for part in item["parts"]:
            if code := indicator_of_item(part["code"]):
                entries.setdefault(code, _whole(item["name"], []))["replacedBy"].append(part["code"])
    return entries


def _whole(name: str, codes: list[str]) -> RetiredData:
    return {"name": name, "text": "", "why": "", "replacedBy": codes, "release": ""}


def _summaries(ctx: Context, competency: Competency) -> Iterable[str]:
    for cell in competency.levels.values():
        yield ctx.text(cell, "summary")


def _entry(ctx: Context, owner: Sequence, name: str, text: str, retired: Retired) -> RetiredData:
    return {
        "name": name,
        "text": text,
        "why": ctx.text(retired, "why"),
        "replacedBy": [code_of(ctx, owner, address) for address in retired.replaced_by],
        "release": retired.since or "",
    }


def code_of(ctx: Context, owner: Sequence, address: str) -> str:
    """The code of what takes a thing's place."""
    if ctx.links.of_code(address):
        return address
    home, key = ctx.home(owner, address.partition("@")[0])
    if home is None:
        return address
    competency = home.all_competencies.get(key)
    return answer_code(home, competency) if competency else short_code(home, key)

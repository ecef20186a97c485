"""On what the answers of a saved assessment rest: noted with every answer, else, in older files, as far as can be seen.

An answer without a mark rests on what stands today where nothing speaks against it: the figures that were saved with
the file come out as they did then, or, where there are none, it is of the same release. Else what could have moved
unseen is to be looked at again.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from levelbook.assessment.scoring.answers import answers
from levelbook.assessment.scoring.form import (
    Answer,
    Answers,
    ItemKind,
    Mode,
    Raw,
    ScoredChecklist,
    ScoredIndicator,
    ScoredItem,
)
from levelbook.assessment.scoring.rational import plain
from levelbook.assessment.scoring.result import Result
from levelbook.assessment.scoring.totals import assess

UNKNOWN = ""
"""Stands for what an answer rested on where that is not known."""


@dataclass(frozen=True)
class Then:
    """What an assessment says of the figures it came to when it was saved."""

    release: str
    """The release of the handbook it was saved with."""
    now: str
    """The release of today."""
    mean: bool | None
    """Whether the mean comes out as it did; None where nothing was saved."""
    ends: bool
    """Whether the scale still begins and ends where it did."""
    groups: Mapping[str, bool]
    """The same of each group that was saved."""
    heads: Mapping[str, str]
    """The group on top that each group is in."""


def settled(document: Raw, sheet: ScoredChecklist, release: str, who: str = "employee") -> Answers:
    """The answers of one of the two, each with what it rests on; those of a finished assessment count as they are."""
    given = _given(document, who)
    found = answers(given)
    if document.get("finished"):
        return {code: replace(one, basis=None) for code, one in found.items()}
    then = _then(document, sheet, release)
    places = dict(_places(sheet))
    return {code: _settled(one, given[code], places.get(code), sheet, then) for code, one in found.items()}


def _given(document: Raw, who: str) -> Raw:
    manager = document.get("manager")
    side = document if who == "employee" else manager if isinstance(manager, Mapping) else {}
    given = side.get("answers")
    return given if isinstance(given, Mapping) else {}


def _places(sheet: ScoredChecklist) -> Iterator[tuple[str, tuple[ScoredItem, ScoredIndicator | None]]]:
    for item in sheet.items:
        yield item.code, (item, None)
        yield from ((part.code, (item, part)) for part in item.parts)


def _settled(
    answer: Answer,
    raw: Raw,
    place: tuple[ScoredItem, ScoredIndicator | None] | None,
    sheet: ScoredChecklist,
    then: Then,
) -> Answer:
    if place is None or answer.basis is not None:
        return answer
    item, part = place
    now = item.basis_of(part) if part else item.basis
    if not now or not (answer.points is not None or answer.mark is not None or answer.marks):
        return answer
    return replace(answer, basis=UNKNOWN if _may_have_moved(raw, item, part, sheet, then) else now)


def _may_have_moved(
    raw: Raw, item: ScoredItem, part: ScoredIndicator | None, sheet: ScoredChecklist, then: Then
) -> bool:
    if _noted_otherwise(raw, item, part, sheet):
        return True
    if then.mean is None:
        same = (_text(raw, "seen") or then.release) == then.now
        return not same and (item.kind is ItemKind.EXAM or part is not None)
    if item.kind is ItemKind.EXAM or part:
        return not then.groups.get(then.heads.get(item.group, ""), then.mean)
    return item.scale == sheet.scale and not then.ends


def _noted_otherwise(raw: Raw, item: ScoredItem, part: ScoredIndicator | None, sheet: ScoredChecklist) -> bool:
    """Whether it was given on another scale, or held against another standard."""
    scale, standard = _text(raw, "scale"), _text(raw, "standard") or None
    if not scale:
        return False
    now = None if part or item.standard is None else plain(item.standard)
    return scale != (sheet.part_scale if part else item.scale) or standard != now


def _then(document: Raw, sheet: ScoredChecklist, release: str) -> Then:
    saved = document.get("result")
    saved = saved if isinstance(saved, Mapping) and saved.get("of") else None
    mode = Mode.FULL if document.get("mode") == "full" else Mode.QUICK
    bare = {code: replace(one, basis=None) for code, one in answers(_given(document, "employee")).items()}
    now = assess(sheet, bare, mode) if saved else None
    return Then(
        release=_text(document, "release"),
        now=release,
        mean=None if saved is None or now is None else saved.get("mean") == now.mean,
        ends=saved is None or now is None or _same_ends(saved, sheet, now),
        groups={} if saved is None or now is None else dict(_same_groups(saved, now)),
        heads=_heads(sheet),
    )


def _same_ends(saved: Raw, sheet: ScoredChecklist, now: Result) -> bool:
    low = plain(sheet.scales[sheet.scale].lowest) if sheet.scale in sheet.scales else None
    known = ((saved.get("top"), now.top), (saved.get("low"), low))
    return all(then is None or then == today for then, today in known)


def _same_groups(saved: Raw, now: Result) -> Iterator[tuple[str, bool]]:
    groups = saved.get("groups")
    means = {one.id: one.mean for one in now.groups}
    for one in groups if isinstance(groups, list) else ():
        if isinstance(one, Mapping) and one.get("id") in means:
            yield str(one["id"]), one.get("mean") == means[str(one["id"])]


def _heads(sheet: ScoredChecklist) -> dict[str, str]:
    """Parents come first in the list."""
    found: dict[str, str] = {}
    for group in sheet.groups:
        found[group.id] = found.get(group.parent, group.parent) if group.parent else group.id
    return found


def _text(raw: Raw, key: str) -> str:
    value = raw.get(key)
    return value if isinstance(value, str) else ""

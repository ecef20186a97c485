"""Several assessments of one target laid together: how the ratings spread, never who gave which."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from levelbook.assessment.scoring.basis import settled
from levelbook.assessment.scoring.form import ItemKind, Mode, Raw, ScoredChecklist, ScoredScale
from levelbook.assessment.scoring.item_scores import ItemOutcome, State, outcomes
from levelbook.assessment.scoring.rational import mean, plain
from levelbook.assessment.scoring.reasons import Why, why
from levelbook.assessment.scoring.review import set_down
from levelbook.model.decimals import shown

FEWEST = 3
"""Of two people, each would know what the other said: less than three are never a team."""


@dataclass(frozen=True)
class Count:
    """How many chose a rating."""

    points: str
    """Its points."""
    name: str
    """What it is called."""
    n: int
    """How many; figures between two ratings count with the nearer, half way with the higher."""


@dataclass(frozen=True)
class TeamItem:
    """An item in a team."""

    code: str
    """Its code."""
    name: str
    """What it is called."""
    group: str
    """The id of its group."""
    kind: str
    """How it is judged."""
    standard: str | None
    """The points that meet the requirement."""
    scored: int | None
    """How many have points for it; None where they are too few to be told."""
    counts: tuple[Count, ...]
    """How many chose each rating, low to high; nothing where they are too few."""
    mean: str | None
    """Their mean."""
    reached: int | None
    """How many reach the standard or meet the condition."""
    why: Why | None
    """Why nothing is shown."""


@dataclass(frozen=True)
class Team:
    """A team."""

    count: int
    """How many assessments count."""
    least: int
    """How many are needed."""
    why: Why | None
    """Why nothing is shown."""
    other: int
    """How many files are for another target."""
    double: int
    """How many files hold an assessment that is there already."""
    empty: int
    """How many files have no points at all."""
    again: int
    """How many answers do not count, as what they rest on has changed and nobody has looked again."""
    items: tuple[TeamItem, ...]
    """In the order of the page; none where the team is too small."""


def team(sheet: ScoredChecklist, documents: Sequence[Raw], least: int, release: str = "") -> Team:
    """How the ratings of a team spread; only from so many assessments on."""
    own = [one for one in documents if isinstance(one, Mapping) and one.get("target") == sheet.target]
    once = _newest(own)
    found = [outcome for one in once if _says(outcome := _outcomes(sheet, one, release))]
    least = max(least, FEWEST)
    enough = len(found) >= least
    return Team(
        count=len(found),
        least=least,
        why=None if enough else why("team_few", n=len(found), least=least),
        other=len(documents) - len(own),
        double=len(own) - len(once),
        empty=len(once) - len(found),
        again=sum(one.again for outcome in found for one in outcome) if enough else 0,
        items=_items(sheet, found, least) if enough else (),
    )


def _newest(documents: Sequence[Raw]) -> list[Raw]:
    """Each assessment once: the one changed last."""
    found: dict[str | int, Raw] = {}
    for at, one in enumerate(documents):
        key = _text(one, "id") or at
        if key not in found or _text(one, "changed") > _text(found[key], "changed"):
            found[key] = one
    return list(found.values())


def _text(document: Raw, key: str) -> str:
    value = document.get(key)
    return value if isinstance(value, str) else ""


def _outcomes(sheet: ScoredChecklist, document: Raw, release: str) -> list[ItemOutcome]:
    """What a person's items came to: the agreed value where there is one, else the person's own."""
    mode = Mode.FULL if document.get("mode") == "full" else Mode.QUICK
    values: Any = document.get("agreed")
    known = values if isinstance(values, Mapping) else {}
    own = outcomes(sheet, settled(document, sheet, release), mode)
    return [set_down(one, known.get(one.item.code)) or one for one in own]


def _items(sheet: ScoredChecklist, found: Sequence[Sequence[ItemOutcome]], least: int) -> tuple[TeamItem, ...]:
    columns = [[one[at] for one in found] for at, item in enumerate(sheet.items) if item.kind is not ItemKind.NONE]
    return tuple(_item(column, least) for column in columns)


def _says(found: Sequence[ItemOutcome]) -> bool:
    return any(one.state is State.SCORED for one in found)


def _item(column: Sequence[ItemOutcome], least: int) -> TeamItem:
    """One item over all assessments; how it spreads is told only where enough people have points for it."""
    scored = [one for one in column if one.state is State.SCORED]
    points = [one.points for one in scored if one.points is not None]
    item, told = column[0].item, len(scored) >= least
    middle = mean(points)
    return TeamItem(
        code=item.code,
        name=item.name,
        group=item.group,
        kind=item.kind.value,
        standard=None if item.standard is None else plain(item.standard),
        scored=len(scored) if told else None,
        counts=_counts(column[0].scale, points) if told and points else (),
        mean=shown(middle) if told and middle is not None else None,
        reached=sum(one.reached is True for one in scored) if told and _has_aim(column[0]) else None,
        why=None if told else why("team_few_item", least=least),
    )


def _has_aim(one: ItemOutcome) -> bool:
    """Whether there is something to reach."""
    return one.item.standard is not None or one.item.kind is ItemKind.CONDITION


def _counts(scale: ScoredScale, points: Sequence[Fraction]) -> tuple[Count, ...]:
    """How many are nearest to each rating, half way with the higher."""
    values = [value for value, _ in scale.ratings]
    nearest = [min(values, key=lambda value: (abs(value - one), -value)) for one in points]
    return tuple(Count(plain(value), name, nearest.count(value)) for value, name in scale.ratings)

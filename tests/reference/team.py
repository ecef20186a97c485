"""Several assessments of one target laid together: how the ratings spread, never who gave which."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from levelbook.assessment.scoring.answers import Raw
from levelbook.assessment.scoring.basis import answers_with_basis
from levelbook.assessment.scoring.checklist import ItemKind, Mode, ScoredChecklist, ScoredItem, ScoredScale
from levelbook.assessment.scoring.item_scores import ItemOutcome, State, score_items
from levelbook.assessment.scoring.marks import with_marks
from levelbook.assessment.scoring.rational import mean, plain
from levelbook.assessment.scoring.reasons import Why, why
from levelbook.assessment.scoring.review import outcome_set_down
from levelbook.model.decimals import shown

FEWEST = 3
"""Of two people, each would know what the other said: less than three are never a team."""


@dataclass(frozen=True)
class Count:
    """How many chose a rating."""

    points: str
    name: str
    n: int
    """How many; figures between two ratings count with the nearer, half way with the higher."""


@dataclass(frozen=True)
class TeamItem:
    """An item in a team."""

    code: str
    name: str
    group: str
    """The id of its group."""
    kind: str
    standard: str | None
    """The points that meet the requirement."""
    scored: int | None
    """How many have points for it; None where they are too few to be told."""
    counts: tuple[Count, ...]
    """How many chose each rating, low to high; nothing where they are too few."""
    mean: str | None
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


def team(checklist: ScoredChecklist, documents: Sequence[Raw], least: int, release: str = "") -> Team:
    """How the ratings of a team spread; only from so many assessments on."""
    ours = [doc for doc in documents if isinstance(doc, Mapping) and doc.get("target") == checklist.target]
    newest = _newest(ours)
    people = [outcomes for doc in newest if _has_points(outcomes := _outcomes(checklist, doc, release))]
    least = max(least, FEWEST)
    enough = len(people) >= least
    return Team(
        count=len(people),
        least=least,
        why=None if enough else why("team_few", n=len(people), least=least),
        other=len(documents) - len(ours),
        double=len(ours) - len(newest),
        empty=len(newest) - len(people),
        again=sum(outcome.again for outcomes in people for outcome in outcomes) if enough else 0,
        items=_items(checklist, people, least) if enough else (),
    )


def _newest(documents: Sequence[Raw]) -> list[Raw]:
    """Each assessment once: the one changed last."""
    newest: dict[str | int, Raw] = {}
    for at, document in enumerate(documents):
        key = _text(document, "id") or at
        if key not in newest or _text(document, "changed") > _text(newest[key], "changed"):
            newest[key] = document
    return list(newest.values())


def _text(document: Raw, key: str) -> str:
    value = document.get(key)
    return value if isinstance(value, str) else ""


def _outcomes(checklist: ScoredChecklist, document: Raw, release: str) -> list[ItemOutcome]:
    """What a person's items came to: the agreed value where there is one, else the person's own.

    Marks of exams that the manager has entered are the person's as well.
    """
    mode = Mode.FULL if document.get("mode") == "full" else Mode.QUICK
    agreed: Any = document.get("agreed")
    values = agreed if isinstance(agreed, Mapping) else {}
    employees, managers = (answers_with_basis(document, checklist, release, who) for who in ("employee", "manager"))
    own = score_items(checklist, with_marks(checklist, employees, managers), mode)
    return [outcome_set_down(outcome, values.get(outcome.item.code)) or outcome for outcome in own]


def _items(checklist: ScoredChecklist, people: Sequence[Sequence[ItemOutcome]], least: int) -> tuple[TeamItem, ...]:
    columns = [
        [outcomes[at] for outcomes in people]
        for at, item in enumerate(checklist.items)
        if item.kind is not ItemKind.NONE
    ]
    return tuple(_item(column, least) for column in columns)


def _has_points(outcomes: Sequence[ItemOutcome]) -> bool:
    return any(outcome.state is State.SCORED for outcome in outcomes)


def _item(column: Sequence[ItemOutcome], least: int) -> TeamItem:
    """One item over all assessments; how it spreads is told only where enough people have points for it."""
    scored = [outcome for outcome in column if outcome.state is State.SCORED]
    points = [outcome.points for outcome in scored if outcome.points is not None]
    item, told = column[0].item, len(scored) >= least
    average = mean(points)
    return TeamItem(
        code=item.code,
        name=item.name,
        group=item.group,
        kind=item.kind.value,
        standard=None if item.standard is None else plain(item.standard),
        scored=len(scored) if told else None,
        counts=_counts(column[0].scale, points) if told and points else (),
        mean=shown(average) if told and average is not None else None,
        reached=sum(outcome.reached is True for outcome in scored) if told and _has_standard(item) else None,
        why=None if told else why("team_few_item", least=least),
    )


def _has_standard(item: ScoredItem) -> bool:
    """Whether there is something to reach."""
    return item.standard is not None or item.kind is ItemKind.CONDITION


def _counts(scale: ScoredScale, points: Sequence[Fraction]) -> tuple[Count, ...]:
    """How many are nearest to each rating, half way with the higher."""
    ratings = [rating for rating, _ in scale.ratings]
    nearest = [min(ratings, key=lambda rating: (abs(rating - value), -rating)) for value in points]
    return tuple(Count(plain(rating), name, nearest.count(rating)) for rating, name in scale.ratings)

"""What an assessment came to, as it is written: every figure is text, rounded half up to two digits."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from levelbook.assessment.scoring.reasons import Why


@dataclass(frozen=True)
class Score:
    """An item."""

    code: str
    """Its code."""
    name: str
    """What it is called."""
    group: str
    """The id of its group."""
    kind: str
    """How it is judged."""
    state: str
    """scored, open, na, unseen, none or unscorable."""
    why: Why | None
    """How its points were worked out, or why there are none."""
    points: str | None
    """Its points."""
    gap: str | None
    """The points above the standard; below it they are negative."""
    standard: str | None
    """The points that meet the requirement."""
    weight: str | None
    """Its share of the total."""
    earned: str | None
    """What it adds to the weighted total."""
    adds: str | None
    """What reaching the standard would add: to the weighted total, or to these points."""
    reached: bool | None
    """Whether the standard is reached, or the condition met."""


@dataclass(frozen=True)
class Mean:
    """The mean of some items, held against their standards."""

    mean: str | None
    """The mean of the items that count."""
    standard: str | None
    """The standard of all of them, where that is one and the same."""
    gap: str | None
    """The mean of their gaps."""
    counted: int
    """How many items count."""
    of: int
    """How many there are, conditions apart."""
    why: Why | None
    """Why there is no mean."""


@dataclass(frozen=True)
class GroupScore(Mean):
    """A group, with what its sub-groups hold."""

    id: str
    """Its id."""
    name: str
    """What it is called."""
    parent: str
    """The id of the group around it."""
    earned: str | None
    """The weighted points of the items that count."""
    weight: str | None
    """The weights of the items that count."""


@dataclass(frozen=True)
class Points:
    """The weighted points."""

    earned: str
    """Of the items that count."""
    of: str
    """The weights of the items that count."""
    total: str | None
    """The weight of the whole, where it is known."""
    open: str
    """The weights of items not yet answered."""
    uncounted: str | None
    """What is left of the whole: it can neither be counted nor answered."""
    without: int
    """How many items have points but no weight."""
    why: Why
    """How much of the whole this is."""


@dataclass(frozen=True)
class Conditions:
    """The conditions, which are no part of any mean."""

    met: int
    """How many are met."""
    of: int
    """How many there are."""
    open: int
    """How many are not yet answered."""


@dataclass(frozen=True)
class Result(Mean):
    """An assessment."""

    items: tuple[Score, ...]
    """In the order of the page."""
    groups: tuple[GroupScore, ...]
    """In the order of the tree."""
    top: str | None
    """The most points; None without a scale."""
    reached: int
    """How many items reach their standard."""
    below: int
    """How many do not."""
    short: str
    """What these lack, added up."""
    left: int
    """How many items and conditions are not yet answered."""
    again: int
    """How many of these were, and are to be looked at again before they count."""
    points: Points | None
    """The weighted points, where there are weights."""
    conditions: Conditions
    """The conditions."""
    most: tuple[str, ...]
    """The codes of items below their standard; those that move the result most come first."""
    by: str
    """What `most` and `adds` go by: weight or gap."""


def as_data(found: Any) -> Any:
    """A result, or a row of such, as the page's script has it."""
    if is_dataclass(found) and not isinstance(found, type):
        return {one.name: as_data(getattr(found, one.name)) for one in fields(found)}
    if isinstance(found, Mapping):
        return {name: as_data(value) for name, value in found.items()}
    return [as_data(one) for one in found] if isinstance(found, list | tuple) else found

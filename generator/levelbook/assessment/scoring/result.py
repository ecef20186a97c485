"""What an assessment came to, as it is written: every figure is text, rounded half up to two digits.

These dataclasses are a contract: `levelbook score --json` prints them, the page's script has the same fields under
the same names, and golden cases hold the two together. A field that no Python asks for is not dead here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from levelbook.assessment.scoring.reasons import Why


@dataclass(frozen=True)
class Score:
    """What an item came to, in figures as they are written."""

    code: str
    name: str
    group: str
    """The id of its group."""
    kind: str
    state: str
    """scored, open, na, unseen, none or unscorable."""
    why: Why | None
    """How its points were worked out, or why there are none."""
    points: str | None
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
    name: str
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
    """What a whole assessment came to."""

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
    most: tuple[str, ...]
    """The codes of items below their standard; those that move the result most come first."""
    by: str
    """What `most` and `adds` go by: weight or gap."""


def as_data(value: Any) -> Any:
    """A result, or a row of such, as the page's script has it: names and order of the fields are those of the JSON."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: as_data(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {key: as_data(entry) for key, entry in value.items()}
    return [as_data(entry) for entry in value] if isinstance(value, list | tuple) else value

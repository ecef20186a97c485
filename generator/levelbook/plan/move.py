"""The page of a move: what another level, position or sequence would ask of somebody."""

from dataclasses import dataclass

from levelbook.model.handbook import Sequence
from levelbook.plan import addresses, compare, concepts
from levelbook.plan.desk import Desk
from levelbook.plan.move_data import places
from levelbook.plan.page import Layout, Page
from levelbook.plan.shared import Choice, Link


@dataclass(frozen=True)
class Choices:
    """The sequences of a family."""

    name: str
    """The family."""
    choices: tuple[Choice, ...]
    """Its sequences."""


@dataclass(frozen=True)
class MoveView:
    """Everything on the page that stands there before anything is chosen."""

    families: tuple[Choices, ...]
    """The sequences by family."""
    data: str
    """The script with what all of them ask."""
    concepts: str
    """The page of shared concepts; nothing where there is none."""
    comparisons: tuple[Link, ...]
    """The comparisons within each sequence."""


def exists(desk: Desk) -> bool:
    """Whether there are two places between which one could move."""
    live = (one for one in desk.handbook.sequences.values() if not one.head.retired)
    return sum(len(one.levels) or bool(one.competencies) for one in live) > 1


def start(desk: Desk, sequence: Sequence, key: str) -> str:
    """The page of a move from a level; nothing where there is nowhere to go, or the standard itself has ended."""
    return addresses.move_from(sequence, key) if exists(desk) and not sequence.head.retired else ""


def pages(desk: Desk) -> tuple[Page, ...]:
    """The page, where there is anything to choose."""
    if not exists(desk):
        return ()
    page = Page(
        address=addresses.MOVE,
        title=desk.words("move.title"),
        template="move",
        view=_view(desk),
        layout=Layout.FULL,
        description=desk.words("move.lead"),
    )
    return (page,)


def _view(desk: Desk) -> MoveView:
    found = (
        Choices(desk.name(family), tuple(_choices(desk, family.sequences))) for family in desk.handbook.head.families
    )
    compared = [one for one in desk.handbook.sequences.values() if compare.exists(desk, one)]
    return MoveView(
        families=tuple(one for one in found if one.choices),
        data=addresses.MOVE_DATA,
        concepts=addresses.CONCEPTS if concepts.live(desk) else "",
        comparisons=tuple(Link(desk.sequence_name(one), addresses.comparisons(one)) for one in compared),
    )


def _choices(desk: Desk, ids: tuple[str, ...]) -> list[Choice]:
    found: list[Sequence] = [desk.handbook.sequences[key] for key in ids if key in desk.handbook.sequences]
    return [Choice(one.id, desk.sequence_name(one)) for one in found if places(desk, one)]

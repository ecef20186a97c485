"""What is left of things that have ended: when, why, and what is asked instead."""

from dataclasses import dataclass

from levelbook.model.base import Mortal, Retired
from levelbook.model.handbook import Sequence
from levelbook.plan import addresses
from levelbook.plan.desk import Desk
from levelbook.plan.page import Light
from levelbook.plan.places import Target
from levelbook.plan.shared import Link, sequence_link


@dataclass(frozen=True)
class Ended:
    """What is left of a thing that has ended."""

    since: str
    """From which release on it is gone, in a sentence."""
    why: str
    """The reason."""
    replaced_by: tuple[Target, ...]
    """What is asked instead."""


@dataclass(frozen=True)
class GoneView:
    """The page of something that has ended."""

    code: str
    """Its code."""
    name: str
    """Its name."""
    over: Link
    """The sequence it stood in."""
    ended: Ended
    """Why, and what instead."""


def of_code(desk: Desk, sequence: Sequence, code: str, thing: Mortal, retired: Retired) -> Light:
    """What is left at the code of a thing of a sequence."""
    over = sequence_link(desk, sequence)
    view = GoneView(code, desk.name(thing), over, remainder(desk, sequence, retired))
    return Light(addresses.permanent(code), view.name, "gone", view)


def gone(desk: Desk, thing: Mortal, retired: Retired, over: Link, address: str) -> Light:
    """What is left of a thing that stood in no sequence."""
    view = GoneView("", desk.name(thing), over, remainder(desk, None, retired))
    return Light(address, view.name, "gone", view)


def remainder(desk: Desk, sequence: Sequence | None, retired: Retired) -> Ended:
    """What is left of a thing that has ended."""
    found = (desk.places.find(sequence, address) for address in retired.replaced_by)
    since = desk.words("gone.since", version=retired.since) if retired.since else desk.words("gone.soon")
    return Ended(since, desk.marked(retired, "why"), tuple(one for one in found if one))

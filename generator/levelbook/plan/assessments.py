"""Where self-assessment begins: what can be assessed, what cannot and why; and the page of the team."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from levelbook.model.handbook import Family, Sequence
from levelbook.plan import addresses
from levelbook.plan.checklist import SCRIPTS
from levelbook.plan.checklist_data import FORMAT, outline
from levelbook.plan.checklist_goals import WHOLE
from levelbook.plan.checklist_scales import settings
from levelbook.plan.checklists import Checklist, checklists, exists
from levelbook.plan.desk import Desk
from levelbook.plan.page import Heading, Layout, Page
from levelbook.plan.shared import Chip, Link, chip, sequence_link

LEAST = 5
"""From so many people on a team is shown."""
COMPARED = ("current", "target")
"""What a process may compare people with, besides a level, grade or position it names."""


@dataclass(frozen=True)
class Door:
    """A checklist to open."""

    link: Link
    """The level, grade or position, and the page."""
    chip: Chip | None
    """Its stair, where it is a level."""


@dataclass(frozen=True)
class Doors:
    """The checklists of one kind."""

    word: str
    """The sequence's word for a level, grade or position."""
    doors: tuple[Door, ...]
    """The checklists."""


@dataclass(frozen=True)
class Standard:
    """A sequence with what can be assessed in it."""

    anchor: str
    """Its anchor."""
    link: Link
    """The sequence."""
    kinds: tuple[Doors, ...]
    """Its checklists by kind."""
    advice: str
    """Which of several checklists to take; nothing where there is no choice."""
    refused: tuple[str, ...]
    """What cannot be assessed, and why."""


@dataclass(frozen=True)
class Kin:
    """A family with its sequences."""

    name: str
    """Its name."""
    standards: tuple[Standard, ...]
    """Its sequences."""


@dataclass(frozen=True)
class OverView:
    """Everything on the page."""

    families: tuple[Kin, ...]
    """What can be assessed, by family."""
    team: str
    """The page of the team."""
    data: dict[str, Any]
    """What scripts read."""
    words: str
    """The script with the words of all scripts."""


@dataclass(frozen=True)
class TeamView:
    """Everything on the page of the team."""

    least: int
    """From so many people on a team is shown."""
    data: dict[str, Any]
    """What scripts read."""
    words: str
    """The script with the words of all scripts."""


def pages(desk: Desk) -> tuple[Page, ...]:
    """The overview and the page of the team, where anything can be assessed."""
    return (_overview(desk), _team(desk)) if exists(desk) else ()


def _overview(desk: Desk) -> Page:
    families = tuple(one for one in (_kin(desk, family) for family in desk.handbook.head.families) if one.standards)
    targets = {key: {"title": one["title"], "href": one["href"]} for key, one in _outlines(desk, addresses.CHECK)}
    data = {**_facts(desk), "targets": targets}
    view = OverView(families, addresses.TEAM, data, addresses.CHECK_WORDS)
    return Page(
        address=addresses.CHECK,
        title=desk.words("check.title"),
        template="assessments",
        view=view,
        headings=(Heading("choose", desk.words("check.over.choose")),),
        anchors=frozenset(one.anchor for family in families for one in family.standards),
        layout=Layout.FULL,
        description=desk.words("check.over.lead"),
        scripts=SCRIPTS,
    )


def _facts(desk: Desk) -> dict[str, Any]:
    """What scripts need to know of the handbook."""
    return {
        "format": FORMAT,
        "handbook": desk.name_of_handbook(),
        "release": desk.version(),
        "language": desk.language,
    }


def _outlines(desk: Desk, here: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for sequence in desk.handbook.sequences.values():
        for made in checklists(desk, sequence):
            if not made.why:
                yield made.goal.code(sequence), outline(desk, sequence, made, here)


def _team(desk: Desk) -> Page:
    data = {**_facts(desk), "least": LEAST, "targets": dict(_outlines(desk, addresses.TEAM))}
    return Page(
        address=addresses.TEAM,
        title=desk.words("check.team.title"),
        template="team",
        view=TeamView(LEAST, data, addresses.CHECK_WORDS),
        layout=Layout.FULL,
        parent=addresses.CHECK,
        description=desk.words("check.team.description"),
        scripts=SCRIPTS,
    )


def _kin(desk: Desk, family: Family) -> Kin:
    found = (desk.handbook.sequences.get(key) for key in family.sequences)
    return Kin(desk.name(family), tuple(standard(desk, one) for one in found if one))


def standard(desk: Desk, sequence: Sequence) -> Standard:
    """What can be assessed in a sequence, and what cannot."""
    made = checklists(desk, sequence)
    kinds = tuple(_doors(desk, sequence, kind, made) for kind in ("level", "grade", "position", WHOLE))
    return Standard(
        anchor=addresses.sequence_anchor(sequence.id),
        link=sequence_link(desk, sequence),
        kinds=tuple(one for one in kinds if one.doors),
        advice=_advice(desk, sequence, made),
        refused=_refused(desk, made),
    )


def _advice(desk: Desk, sequence: Sequence, made: tuple[Checklist, ...]) -> str:
    """What the process compares people with, in words."""
    if sum(not one.why for one in made) < 2:
        return ""
    against = settings(desk, sequence).against
    if against in COMPARED:
        return desk.words(f"check.against_{against}")
    named = next((one.goal.name for one in made if against in (one.goal.key, one.goal.code(sequence))), "")
    return desk.words("check.against_named", step=named) if named else ""


def _doors(desk: Desk, sequence: Sequence, kind: str, made: tuple[Checklist, ...]) -> Doors:
    found = (one for one in made if one.goal.kind == kind and not one.why)
    word = desk.words("check.list") if kind == WHOLE else desk.word(sequence, kind)
    return Doors(word, tuple(_door(desk, sequence, one) for one in found))


def _door(desk: Desk, sequence: Sequence, one: Checklist) -> Door:
    stair = chip(desk, sequence, one.goal.key) if one.goal.kind == "level" else None
    return Door(Link(one.goal.name, addresses.checklist(sequence, one.goal.key)), stair)


def _refused(desk: Desk, made: tuple[Checklist, ...]) -> tuple[str, ...]:
    """What cannot be assessed, and why; things with the same reason in one sentence."""
    if not made:
        return (desk.words("check.why_not", why=desk.words("check.why_no_steps")),)
    by_reason: dict[str, list[str]] = {}
    for one in made:
        if one.why:
            by_reason.setdefault(one.why.rstrip("。."), []).append(one.goal.name)
    return tuple(
        desk.words("check.why_these", names=desk.series(names), why=why)
        if len(names) < len(made)
        else desk.words("check.why_not", why=why)
        for why, names in by_reason.items()
    )

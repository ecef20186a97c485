"""Where self-assessment begins: what can be assessed, what cannot and why; and the page of the team."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from levelbook.assessment.checklists import Checklist, checklists, exists
from levelbook.assessment.settings import settings
from levelbook.assessment.targets import WHOLE
from levelbook.components.basics import Chip, Link, chip, sequence_link
from levelbook.model.handbook import Family, Sequence
from levelbook.pages.assessment.checklist import SCRIPTS
from levelbook.pages.assessment.contract import FORMAT, outline
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.page import Heading, Layout, Page

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
class TargetKind:
    """A family with its sequences."""

    name: str
    """Its name."""
    standards: tuple[Standard, ...]
    """Its sequences."""


@dataclass(frozen=True)
class OverView:
    """Everything on the page."""

    families: tuple[TargetKind, ...]
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


def pages(ctx: Context) -> tuple[Page, ...]:
    """The overview and the page of the team, where anything can be assessed."""
    return (_overview(ctx), _team(ctx)) if exists(ctx) else ()


def _overview(ctx: Context) -> Page:
    families = tuple(one for one in (_kin(ctx, family) for family in ctx.handbook.head.families) if one.standards)
    targets = {key: {"title": one["title"], "href": one["href"]} for key, one in _outlines(ctx, urls.CHECK)}
    data = {**_facts(ctx), "targets": targets}
    view = OverView(families, urls.TEAM, data, urls.CHECK_WORDS)
    return Page(
        address=urls.CHECK,
        title=ctx.words("check.title"),
        template="assessments",
        view=view,
        headings=(Heading("choose", ctx.words("check.over.choose")),),
        anchors=frozenset(one.anchor for family in families for one in family.standards),
        layout=Layout.FULL,
        description=ctx.words("check.over.lead"),
        scripts=SCRIPTS,
    )


def _facts(ctx: Context) -> dict[str, Any]:
    """What scripts need to know of the handbook."""
    return {
        "format": FORMAT,
        "handbook": ctx.name_of_handbook(),
        "release": ctx.version(),
        "language": ctx.language,
    }


def _outlines(ctx: Context, here: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for sequence in ctx.handbook.sequences.values():
        for made in checklists(ctx, sequence):
            if not made.why:
                yield made.goal.code(sequence), outline(ctx, sequence, made, here)


def _team(ctx: Context) -> Page:
    data = {**_facts(ctx), "least": LEAST, "targets": dict(_outlines(ctx, urls.TEAM))}
    return Page(
        address=urls.TEAM,
        title=ctx.words("check.team.title"),
        template="team",
        view=TeamView(LEAST, data, urls.CHECK_WORDS),
        layout=Layout.FULL,
        parent=urls.CHECK,
        description=ctx.words("check.team.description"),
        scripts=SCRIPTS,
    )


def _kin(ctx: Context, family: Family) -> TargetKind:
    found = (ctx.handbook.sequences.get(key) for key in family.sequences)
    return TargetKind(ctx.name(family), tuple(standard(ctx, one) for one in found if one))


def standard(ctx: Context, sequence: Sequence) -> Standard:
    """What can be assessed in a sequence, and what cannot."""
    made = checklists(ctx, sequence)
    kinds = tuple(_doors(ctx, sequence, kind, made) for kind in ("level", "grade", "position", WHOLE))
    return Standard(
        anchor=urls.sequence_anchor(sequence.id),
        link=sequence_link(ctx, sequence),
        kinds=tuple(one for one in kinds if one.doors),
        advice=_advice(ctx, sequence, made),
        refused=_refused(ctx, made),
    )


def _advice(ctx: Context, sequence: Sequence, made: tuple[Checklist, ...]) -> str:
    """What the process compares people with, in words."""
    if sum(not one.why for one in made) < 2:
        return ""
    against = settings(ctx, sequence).against
    if against in COMPARED:
        return ctx.words(f"check.against_{against}")
    named = next((one.goal.name for one in made if against in (one.goal.key, one.goal.code(sequence))), "")
    return ctx.words("check.against_named", step=named) if named else ""


def _doors(ctx: Context, sequence: Sequence, kind: str, made: tuple[Checklist, ...]) -> Doors:
    found = (one for one in made if one.goal.kind == kind and not one.why)
    word = ctx.words("check.list") if kind == WHOLE else ctx.word(sequence, kind)
    return Doors(word, tuple(_door(ctx, sequence, one) for one in found))


def _door(ctx: Context, sequence: Sequence, one: Checklist) -> Door:
    stair = chip(ctx, sequence, one.goal.key) if one.goal.kind == "level" else None
    return Door(Link(one.goal.name, urls.checklist(sequence, one.goal.key)), stair)


def _refused(ctx: Context, made: tuple[Checklist, ...]) -> tuple[str, ...]:
    """What cannot be assessed, and why; things with the same reason in one sentence."""
    if not made:
        return (ctx.words("check.why_not", why=ctx.words("check.why_no_steps")),)
    by_reason: dict[str, list[str]] = {}
    for one in made:
        if one.why:
            by_reason.setdefault(one.why.rstrip("。."), []).append(one.goal.name)
    return tuple(
        ctx.words("check.why_these", names=ctx.series(names), why=why)
        if len(names) < len(made)
        else ctx.words("check.why_not", why=why)
        for why, names in by_reason.items()
    )

"""Which checklists a sequence has, as pages lead to them, and why it lacks others."""

from dataclasses import dataclass

from levelbook.assessment.checklists import Checklist, checklist_of, checklists
from levelbook.assessment.settings import settings
from levelbook.assessment.targets import WHOLE
from levelbook.components.level_chips import Chip, chip
from levelbook.components.links import Link, sequence_link
from levelbook.model.handbook import Sequence
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.sitemap import PageKind

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


def checklist_link(ctx: Context, sequence: Sequence, key: str) -> tuple[str, str]:
    """The page of a checklist, or the sentence why there is none."""
    checklist = checklist_of(ctx, sequence, key) if ctx.sitemap.has(PageKind.ASSESSMENTS) else None
    if checklist is None:
        return "", ""
    if checklist.why:
        return "", ctx.words("check.why_not", why=checklist.why.rstrip("。."))
    return urls.checklist(sequence, key), ""


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
    named = next((one.target.name for one in made if against in (one.target.key, one.target.code(sequence))), "")
    return ctx.words("check.against_named", step=named) if named else ""


def _doors(ctx: Context, sequence: Sequence, kind: str, made: tuple[Checklist, ...]) -> Doors:
    found = (one for one in made if one.target.kind == kind and not one.why)
    word = ctx.words("check.list") if kind == WHOLE else ctx.word(sequence, kind)
    return Doors(word, tuple(_door(ctx, sequence, one) for one in found))


def _door(ctx: Context, sequence: Sequence, one: Checklist) -> Door:
    stair = chip(ctx, sequence, one.target.key) if one.target.kind == "level" else None
    return Door(Link(one.target.name, urls.checklist(sequence, one.target.key)), stair)


def _refused(ctx: Context, made: tuple[Checklist, ...]) -> tuple[str, ...]:
    """What cannot be assessed, and why; things with the same reason in one sentence."""
    if not made:
        return (ctx.words("check.why_not", why=ctx.words("check.why_no_steps")),)
    by_reason: dict[str, list[str]] = {}
    for one in made:
        if one.why:
            by_reason.setdefault(one.why.rstrip("。."), []).append(one.target.name)
    return tuple(
        ctx.words("check.why_these", names=ctx.series(names), why=why)
        if len(names) < len(made)
        else ctx.words("check.why_not", why=why)
        for why, names in by_reason.items()
    )

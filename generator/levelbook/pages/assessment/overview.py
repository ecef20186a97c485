"""Where self-assessment begins: what can be assessed, what cannot and why; and the page of the team."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from levelbook.assessment.checklists import checklists
from levelbook.components.checklist_links import Standard, standard
from levelbook.model.handbook import Family
from levelbook.pages.assessment.checklist import SCRIPTS
from levelbook.pages.assessment.contract import FORMAT, outline
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.page import Heading, Layout, Page
from levelbook.site.sitemap import PageKind

LEAST = 5
"""From so many people on a team is shown."""


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
    return (_overview(ctx), _team(ctx)) if ctx.sitemap.has(PageKind.ASSESSMENTS) else ()


def _overview(ctx: Context) -> Page:
    families = tuple(one for one in (_kin(ctx, family) for family in ctx.handbook.head.families) if one.standards)
    targets = {key: {"title": one["title"], "href": one["href"]} for key, one in _outlines(ctx, urls.ASSESSMENTS)}
    data = {**_facts(ctx), "targets": targets}
    view = OverView(families, urls.TEAM, data, urls.ASSESSMENT_WORDS)
    return Page(
        place=ctx.sitemap.existing(PageKind.ASSESSMENTS),
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
                yield made.target.code(sequence), outline(ctx, sequence, made, here)


def _team(ctx: Context) -> Page:
    data = {**_facts(ctx), "least": LEAST, "targets": dict(_outlines(ctx, urls.TEAM))}
    return Page(
        place=ctx.sitemap.existing(PageKind.TEAM),
        template="team",
        view=TeamView(LEAST, data, urls.ASSESSMENT_WORDS),
        layout=Layout.FULL,
        description=ctx.words("check.team.description"),
        scripts=SCRIPTS,
    )


def _kin(ctx: Context, family: Family) -> TargetKind:
    found = (ctx.handbook.sequences.get(key) for key in family.sequences)
    return TargetKind(ctx.name(family), tuple(standard(ctx, one) for one in found if one))

"""Where self-assessment begins: what can be assessed, what cannot and why; and the page of the team."""

from collections.abc import Iterator
from dataclasses import dataclass

from levelbook.assessment.checklists import checklists
from levelbook.components.checklist_links import SequenceChecklists, sequence_checklists
from levelbook.model.handbook import Sequence
from levelbook.pages.assessment.contract import handbook_facts, outline
from levelbook.pages.assessment.own_notes import own_notes
from levelbook.pages.assessment.page_data import OutlineData, SavedListData, TargetLink, TeamData
from levelbook.queries.remembered import asked_once
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.page import Heading, Layout, Page
from levelbook.site.sitemap import PageKind

SMALLEST_TEAM = 5
"""Of fewer people a team is not shown, as each could be told from the others."""


@dataclass(frozen=True)
class FamilyChecklists:
    """A family with what can be assessed in its sequences."""

    name: str
    sequences: tuple[SequenceChecklists, ...]


@dataclass(frozen=True)
class AssessmentsView:
    """Everything on the page."""

    families: tuple[FamilyChecklists, ...]
    """What can be assessed, by family."""
    team: str
    """The page of the team."""
    data: SavedListData
    """What scripts read."""
    words: str
    """The script with the words of its scripts."""


@dataclass(frozen=True)
class TeamView:
    """Everything on the page of the team."""

    least: int
    """From so many people on a team is shown."""
    data: TeamData
    """What scripts read."""
    words: str
    """The script with the words of its scripts."""


def pages(ctx: Context) -> tuple[Page, ...]:
    """The overview and the page of the team, where anything can be assessed."""
    return (_overview(ctx), _team(ctx)) if ctx.sitemap.has(PageKind.ASSESSMENTS) else ()


def _overview(ctx: Context) -> Page:
    families = tuple(_families(ctx))
    outlines = _outlines(ctx, urls.ASSESSMENTS)
    targets: dict[str, TargetLink] = {
        each: {"title": outline["title"], "href": outline["href"]}
        for code, outline in outlines
        for each in (code, *outline.get("formerTargets", ()))
    }
    moved_to = ctx.handbook.head.moved_to or ""
    data: SavedListData = {**handbook_facts(ctx), "targets": targets, "ownNotes": own_notes(ctx), "movedTo": moved_to}
    view = AssessmentsView(families, urls.TEAM, data, urls.assessment_words("assessments"))
    return Page(
        holds_answers=True,
        place=ctx.sitemap.existing(PageKind.ASSESSMENTS),
        template="assessments",
        view=view,
        headings=(Heading("choose", ctx.words("check.over.choose")),),
        anchors=frozenset(
            ["notes", "move", *(sequence.anchor for family in families for sequence in family.sequences)]
        ),
        layout=Layout.FULL,
        description=ctx.words("check.over.lead"),
    )


def _outlines(ctx: Context, here: str) -> Iterator[tuple[str, OutlineData]]:
    for sequence in ctx.handbook.sequences.values():
        yield from _outlines_of(ctx, sequence, here)


@asked_once(lambda sequence, here: (sequence.id, here))
def _outlines_of(ctx: Context, sequence: Sequence, here: str) -> tuple[tuple[str, OutlineData], ...]:
    return tuple(
        (checklist.target.code(sequence), outline(ctx, sequence, checklist, here))
        for checklist in checklists(ctx, sequence)
        if not checklist.refusal
    )


def _team(ctx: Context) -> Page:
    data: TeamData = {**handbook_facts(ctx), "least": SMALLEST_TEAM, "targets": dict(_outlines(ctx, urls.TEAM))}
    return Page(
        holds_answers=True,
        place=ctx.sitemap.existing(PageKind.TEAM),
        template="team",
        view=TeamView(SMALLEST_TEAM, data, urls.assessment_words("team")),
        layout=Layout.FULL,
        description=ctx.words("check.team.description"),
    )


def _families(ctx: Context) -> Iterator[FamilyChecklists]:
    for family in ctx.handbook.head.families:
        sequences = (ctx.handbook.sequences.get(key) for key in family.sequences)
        checklists_of = tuple(sequence_checklists(ctx, sequence) for sequence in sequences if sequence)
        if checklists_of:
            yield FamilyChecklists(ctx.name(family), checklists_of)

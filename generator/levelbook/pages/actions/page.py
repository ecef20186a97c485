"""The page of courses and practices: what each is for, for whom, and which competencies have none."""

from dataclasses import dataclass

from levelbook.components.choices import Choice
from levelbook.components.editor_notes import Remark, remarks
from levelbook.components.links import Link, sequence_link
from levelbook.components.more_pages import figures
from levelbook.components.prose import Passage, passages
from levelbook.model.handbook import Sequence
from levelbook.pages.actions.blocks import ActionBlock, action_blocks
from levelbook.pages.actions.coverage import Coverage, coverage
from levelbook.problems import Place
from levelbook.queries import action_targets
from levelbook.site.context import Context
from levelbook.site.edit_places import place
from levelbook.site.page import Heading, Layout, Page
from levelbook.site.sitemap import PageKind


@dataclass(frozen=True)
class ActionsView:
    """Everything on the page."""

    over: Link
    """The sequence."""
    figures: str
    """How many actions of which kind."""
    types: tuple[Choice, ...]
    """Kinds to filter by."""
    goals: tuple[Choice, ...]
    """Levels to filter by; none where no action is for some levels only."""
    blocks: tuple[ActionBlock, ...]
    """What is for what, in the order of the tree."""
    coverage: Coverage
    """What is covered, and what is not."""
    sections: tuple[Passage, ...]
    """How to use them, and other prose."""
    remarks: tuple[Remark, ...]
    source: Place | None
    """Where they are edited."""


def pages(ctx: Context, sequence: Sequence) -> tuple[Page, ...]:
    """The page of a sequence's actions."""
    if not ctx.sitemap.has(PageKind.ACTIONS, sequence):
        return ()
    view = _view(ctx, sequence)
    page = Page(
        place=ctx.sitemap.existing(PageKind.ACTIONS, sequence),
        template="actions",
        view=view,
        headings=_headings(ctx, view),
        anchors=frozenset(row.anchor for block in view.blocks for row in block.deeds if row.anchor),
        layout=Layout.WIDE,
        source=view.source,
        description=ctx.words("actions.description", sequence=view.over.text),
    )
    return (page,)


def _headings(ctx: Context, view: ActionsView) -> tuple[Heading, ...]:
    headings = [Heading(block.anchor, block.title) for block in view.blocks]
    headings.append(Heading("coverage", ctx.words("actions.coverage")))
    headings += [Heading("sections", ctx.words("actions.usage"))] if view.sections else []
    headings += [Heading("remarks", ctx.words("note.title"))] if view.remarks else []
    return tuple(headings)


def _view(ctx: Context, sequence: Sequence) -> ActionsView:
    assert sequence.actions is not None
    return ActionsView(
        over=sequence_link(ctx, sequence),
        figures=figures(ctx, sequence, PageKind.ACTIONS),
        types=_types(ctx, sequence),
        goals=_target_levels(ctx, sequence),
        blocks=action_blocks(ctx, sequence),
        coverage=coverage(ctx, sequence),
        sections=passages(ctx, sequence, sequence.actions.sections),
        remarks=(
            *remarks(ctx, sequence, sequence.actions),
            *(remark for kind in sequence.actions.types for remark in remarks(ctx, sequence, kind)),
        ),
        source=place(sequence.actions),
    )


def _types(ctx: Context, sequence: Sequence) -> tuple[Choice, ...]:
    assert sequence.actions is not None
    used = [action.type for action in action_targets.live(sequence)]
    return tuple(
        Choice(kind.id, ctx.words("actions.choice", name=ctx.name(kind), n=used.count(kind.id)), ctx.name(kind))
        for kind in sequence.actions.types
        if kind.id in used
    )


def _target_levels(ctx: Context, sequence: Sequence) -> tuple[Choice, ...]:
    """The levels one may aim at, where that makes a difference."""
    starts = {action.target_from for action in action_targets.live(sequence)} & sequence.ranks.keys()
    if not starts or sequence.head.unranked:
        return ()
    return tuple(Choice(str(sequence.ranks[level.id]), ctx.name(level)) for level in sequence.levels)

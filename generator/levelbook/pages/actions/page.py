"""The page of courses and practices: what each is for, for whom, and which competencies have none."""

from dataclasses import dataclass

from levelbook.components.choices import Choice
from levelbook.components.editor_notes import remarks
from levelbook.components.links import sequence_link
from levelbook.components.more_pages import figures
from levelbook.components.prose import PageWithProse, closing_headings, passages
from levelbook.model.growth import Actions
from levelbook.model.handbook import Sequence
from levelbook.pages.actions.blocks import ActionBlock, action_blocks
from levelbook.pages.actions.coverage import Coverage, coverage
from levelbook.pages.actions.untrained import Untrained, untrained
from levelbook.queries import action_targets
from levelbook.site.context import Context
from levelbook.site.edit_places import place
from levelbook.site.page import Heading, Layout, Page
from levelbook.site.sitemap import PageKind


@dataclass(frozen=True)
class ActionsView(PageWithProse):
    """Everything on the page."""

    figures: str
    """How many actions of which kind."""
    types: tuple[Choice, ...]
    """Kinds to filter by."""
    target_levels: tuple[Choice, ...]
    """Levels to filter by; none where no action is for some levels only."""
    blocks: tuple[ActionBlock, ...]
    """What is for what, in the order of the tree."""
    untrained: Untrained
    """What no course covers."""
    coverage: Coverage
    """How many actions there are for what."""


def pages(ctx: Context, sequence: Sequence) -> tuple[Page, ...]:
    """The page of a sequence's actions."""
    if sequence.actions is None or not ctx.sitemap.has(PageKind.ACTIONS, sequence):
        return ()
    view = _view(ctx, sequence, sequence.actions)
    page = Page(
        place=ctx.sitemap.existing(PageKind.ACTIONS, sequence),
        template="actions",
        view=view,
        headings=_headings(ctx, view),
        anchors=frozenset(row.anchor for block in view.blocks for row in block.actions if row.anchor),
        layout=Layout.WIDE,
        source=place(sequence.actions),
        description=ctx.words("actions.description", sequence=view.sequence.text),
    )
    return (page,)


def _headings(ctx: Context, view: ActionsView) -> tuple[Heading, ...]:
    headings = [Heading(block.anchor, block.title) for block in view.blocks]
    headings.append(Heading("untrained", ctx.words("untrained.title")))
    headings.append(Heading("coverage", ctx.words("actions.coverage")))
    return (*headings, *closing_headings(ctx, view, "actions.usage"))


def _view(ctx: Context, sequence: Sequence, actions: Actions) -> ActionsView:
    return ActionsView(
        sequence=sequence_link(ctx, sequence),
        figures=figures(ctx, sequence, PageKind.ACTIONS),
        types=_types(ctx, sequence, actions),
        target_levels=_target_levels(ctx, sequence),
        blocks=action_blocks(ctx, sequence),
        untrained=untrained(ctx, sequence),
        coverage=coverage(ctx, sequence),
        sections=passages(ctx, sequence, actions.sections),
        remarks=(
            *remarks(ctx, sequence, actions),
            *(remark for kind in actions.types for remark in remarks(ctx, sequence, kind)),
        ),
    )


def _types(ctx: Context, sequence: Sequence, actions: Actions) -> tuple[Choice, ...]:
    used = [action.type for action in action_targets.live(sequence)]
    return tuple(
        Choice(kind.id, ctx.words("actions.choice", name=ctx.name(kind), n=used.count(kind.id)), ctx.name(kind))
        for kind in actions.types
        if kind.id in used
    )


def _target_levels(ctx: Context, sequence: Sequence) -> tuple[Choice, ...]:
    """The levels one may aim at, where that makes a difference."""
    starts = {action.target_from for action in action_targets.live(sequence)} & sequence.ranks.keys()
    if not starts or sequence.head.unranked:
        return ()
    return tuple(Choice(str(sequence.ranks[level.id]), ctx.name(level)) for level in sequence.levels)

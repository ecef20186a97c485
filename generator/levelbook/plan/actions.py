"""The page of courses and practices: what each is for, for whom, and which competencies have none."""

from dataclasses import dataclass

from levelbook.model.handbook import Sequence
from levelbook.plan import addresses, reach
from levelbook.plan.coverage import Coverage, coverage
from levelbook.plan.deeds import Block, blocks
from levelbook.plan.desk import Desk
from levelbook.plan.page import Heading, Layout, Page
from levelbook.plan.prose import Passage, passages
from levelbook.plan.remarks import Remark, remarks
from levelbook.plan.shared import Choice, Link, place, sequence_link
from levelbook.problems import Place


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
    blocks: tuple[Block, ...]
    """What is for what, in the order of the tree."""
    coverage: Coverage
    """What is covered, and what is not."""
    sections: tuple[Passage, ...]
    """How to use them, and other prose."""
    remarks: tuple[Remark, ...]
    """Editor's notes."""
    source: Place | None
    """Where they are edited."""


def exists(sequence: Sequence) -> bool:
    """Whether a sequence has any action in force."""
    return bool(reach.live(sequence))


def pages(desk: Desk, sequence: Sequence) -> tuple[Page, ...]:
    """The page of a sequence's actions."""
    if not exists(sequence):
        return ()
    view = _view(desk, sequence)
    page = Page(
        address=addresses.actions(sequence),
        title=desk.words("actions.title"),
        template="actions",
        view=view,
        headings=_headings(desk, view),
        anchors=frozenset(one.anchor for block in view.blocks for one in block.deeds if one.anchor),
        layout=Layout.WIDE,
        parent=addresses.sequence(sequence),
        source=view.source,
        description=desk.words("actions.description", sequence=view.over.text),
    )
    return (page,)


def _headings(desk: Desk, view: ActionsView) -> tuple[Heading, ...]:
    found = [Heading(block.anchor, block.title) for block in view.blocks]
    found.append(Heading("coverage", desk.words("actions.coverage")))
    found += [Heading("sections", desk.words("actions.usage"))] if view.sections else []
    found += [Heading("remarks", desk.words("note.title"))] if view.remarks else []
    return tuple(found)


def _view(desk: Desk, sequence: Sequence) -> ActionsView:
    assert sequence.actions is not None
    return ActionsView(
        over=sequence_link(desk, sequence),
        figures=figures(desk, sequence),
        types=_types(desk, sequence),
        goals=_goals(desk, sequence),
        blocks=blocks(desk, sequence),
        coverage=coverage(desk, sequence),
        sections=passages(desk, sequence, sequence.actions.sections),
        remarks=(
            *remarks(desk, sequence, sequence.actions),
            *(one for kind in sequence.actions.types for one in remarks(desk, sequence, kind)),
        ),
        source=place(sequence.actions),
    )


def figures(desk: Desk, sequence: Sequence) -> str:
    """How many actions, of how many kinds."""
    actions = reach.live(sequence)
    kinds = {action.type for action in actions}
    return desk.clauses([desk.count("way", len(actions)), desk.count("kind", len(kinds))])


def _types(desk: Desk, sequence: Sequence) -> tuple[Choice, ...]:
    assert sequence.actions is not None
    used = [action.type for action in reach.live(sequence)]
    return tuple(
        Choice(one.id, desk.words("actions.choice", name=desk.name(one), n=used.count(one.id)), desk.name(one))
        for one in sequence.actions.types
        if one.id in used
    )


def _goals(desk: Desk, sequence: Sequence) -> tuple[Choice, ...]:
    """The levels one may aim at, where that makes a difference."""
    starts = {action.target_from for action in reach.live(sequence)} & sequence.ranks.keys()
    if not starts or sequence.head.unranked:
        return ()
    return tuple(Choice(str(sequence.ranks[level.id]), desk.name(level)) for level in sequence.levels)

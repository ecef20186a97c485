"""What a level asks, as lines of its pocket card, each with what became of it since the level before."""

from collections.abc import Iterator
from dataclasses import dataclass

from levelbook.components.changes import MARKS, change_seal
from levelbook.localized.names import group_title
from levelbook.localized.sentences import signed
from levelbook.model.competency import Indicator
from levelbook.model.handbook import Sequence
from levelbook.model.sequence import Level
from levelbook.pages.pocket_card.fitting import CardLine, CardSection
from levelbook.queries.index import Member
from levelbook.queries.level_diff import ChangeKind
from levelbook.site.context import Context

SAID_AS = {ChangeKind.AGAIN: ChangeKind.SAME, ChangeKind.UNSAID: ChangeKind.SAME}
"""What a card does not tell apart: what a level writes again, and of what nobody says what it was, stays as it is."""


@dataclass(frozen=True)
class CardContents:
    """All that a level asks."""

    sections: tuple[CardSection, ...]
    exams: tuple[str, ...]
    """The competencies that are found out by an exam."""
    unsaid: int
    """How many requirements of lower levels may still apply: the source does not say."""

    @property
    def requirements(self) -> int:
        """How many apply."""
        return sum(len(section.lines) for section in self.sections)


def level_before(sequence: Sequence, level: Level) -> Level | None:
    """The level below; none below the lowest, or where levels rank nothing."""
    rank = sequence.ranks[level.id]
    return None if sequence.head.unranked or rank == 1 else sequence.levels[rank - 2]


def card_contents(ctx: Context, sequence: Sequence, level: Level) -> CardContents:
    """What a level asks, competency after competency."""
    members = ctx.all_members(sequence)
    return CardContents(
        sections=tuple(_sections(ctx, sequence, level)),
        exams=tuple(ctx.name(member[1]) for member in members if ctx.by_exam(member)),
        unsaid=sum(len(ctx.expectation(sequence, member, level.id).unsaid) for member in members),
    )


def _sections(ctx: Context, sequence: Sequence, level: Level) -> Iterator[CardSection]:
    for above, group in sequence.groups():
        title = group_title(ctx, above, group)
        for member in ctx.members(sequence, group):
            expectation = ctx.expectation(sequence, member, level.id)
            if expectation.applies:
                kinds = _kinds(ctx, sequence, member, level)
                own = {id(indicator) for indicator in expectation.new}
                yield CardSection(
                    group=title,
                    name=ctx.name(member[1]),
                    code=member[1].code or "",
                    summary=ctx.marked(expectation.cell, "summary") if expectation.cell else "",
                    lines=tuple(
                        _line(ctx, indicator, kinds.get(id(indicator)), id(indicator) not in own)
                        for indicator in expectation.applies
                    ),
                )


def _kinds(ctx: Context, sequence: Sequence, member: Member, level: Level) -> dict[int, ChangeKind]:
    """What became of each requirement since the level before; equal texts may stand twice."""
    before = level_before(sequence, level)
    if before is None:
        return {}
    changes = ctx.changes(sequence, member, before.id, level.id)
    return {id(change.after): SAID_AS.get(change.kind, change.kind) for change in changes if change.after}


def _line(ctx: Context, indicator: Indicator, kind: ChangeKind | None, below: bool) -> CardLine:
    stays = kind in (None, ChangeKind.SAME)
    return CardLine(
        mark="" if stays or kind is None else MARKS[kind],
        seal="" if stays or kind is None else change_seal(ctx, kind),
        text=signed(ctx, indicator),
        below=below,
        kind=kind,
    )

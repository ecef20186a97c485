"""What a cell asked once: its lines close the list, folded, at the anchors that they always had."""

from dataclasses import dataclass

from levelbook.components.retired import Retirement, retirement
from levelbook.localized.releases import timeline
from levelbook.localized.sentences import Statement, signed
from levelbook.model.competency import Cell, Competency
from levelbook.queries.index import Member
from levelbook.site.context import Context


@dataclass(frozen=True)
class EndedLine:
    """An indicator that a release has ended."""

    code: str
    text: Statement
    """What it said; may hold a little inline Markdown."""
    since: str
    """The release that ended it."""
    retired: Retirement


def ended_lines(ctx: Context, member: Member, written: Cell | Competency) -> tuple[EndedLine, ...]:
    """The ended lines of a cell, or of a competency without levels; only those that a release once had."""
    owner, _ = member
    known = timeline(ctx).wordings
    return tuple(
        EndedLine(
            code=indicator.code,
            text=signed(ctx, indicator),
            since=indicator.retired.since or "",
            retired=retirement(ctx, owner, indicator.retired),
        )
        for indicator in written.every_indicator
        if indicator.retired and indicator.code in known
    )

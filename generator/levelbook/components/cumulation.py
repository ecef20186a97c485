"""How the levels of a sequence stand to each other, in words: whether what a lower one asks holds above."""

from levelbook.components.editor_notes import Remark, about
from levelbook.model.handbook import Sequence
from levelbook.model.sequence import Cumulative
from levelbook.queries.cumulation import unstated
from levelbook.site.context import Context

WORD_KEYS = {Cumulative.YES: "cumulative", Cumulative.NO: "each_complete", Cumulative.UNSTATED: "unstated"}
"""The key of the words for each answer of the data."""


def key(sequence: Sequence) -> str:
    """The key of the words for how the levels of a sequence stand to each other."""
    return "unranked" if sequence.head.unranked else WORD_KEYS[sequence.head.cumulative]


def warning(ctx: Context, sequence: Sequence) -> str:
    """What has to be known where levels stand beside each other: that a lower one may hold above; else nothing."""
    may_hold_above = unstated(sequence) and not sequence.head.unranked and len(sequence.levels) > 1
    return ctx.words_of(sequence)("level.written_only") if may_hold_above else ""


def doubts(ctx: Context, sequence: Sequence) -> tuple[Remark, ...]:
    """The editor's notes on it."""
    return about(ctx, sequence, sequence.head, "cumulative")

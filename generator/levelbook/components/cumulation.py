"""How the levels of a sequence stand to each other, in words: whether what a lower one asks holds above."""

from levelbook.components.editor_notes import Remark, about
from levelbook.model.handbook import Sequence
from levelbook.model.sequence import Cumulative
from levelbook.site.context import Context

KEYS = {Cumulative.YES: "cumulative", Cumulative.NO: "each_complete", Cumulative.UNSTATED: "unstated"}
"""The key of the words for each way."""


def unstated(sequence: Sequence) -> bool:
    """Whether the source does not say whether what lower levels ask still holds; so only what is written is said."""
    return sequence.head.cumulative is Cumulative.UNSTATED


def adds(sequence: Sequence) -> bool:
    """Whether each level adds to the lower ones, so that it has a part of its own that is new."""
    return sequence.head.cumulative is Cumulative.YES


def key(sequence: Sequence) -> str:
    """The key of the words for how the levels of a sequence stand to each other."""
    return "unranked" if sequence.head.unranked else KEYS[sequence.head.cumulative]


def warning(ctx: Context, sequence: Sequence) -> str:
    """What has to be known where levels stand beside each other: that a lower one may hold above; else nothing."""
    open_ = unstated(sequence) and not sequence.head.unranked and len(sequence.levels) > 1
    return ctx.words("level.written_only") if open_ else ""


def doubts(ctx: Context, sequence: Sequence) -> tuple[Remark, ...]:
    """The editor's notes on it."""
    return about(ctx, sequence, sequence.head, "cumulative")

"""The switch of a level's or grade's page: everything, what is new, and the comparisons with others.

Its figures are those of the lists under it: `all` and `new` are added up from the groups that the page shows. Where
each level is complete in itself nothing is new at it, and the switch has no such word; where the source does not say
whether lower levels hold on, what the level writes is a view of its own.
"""

from dataclasses import dataclass

from levelbook.components.expectations import GroupExpectations
from levelbook.components.views.comparisons import StepComparison, can_move
from levelbook.model.handbook import Sequence
from levelbook.queries.cumulation import adds, unstated
from levelbook.site import urls
from levelbook.site.context import Context


@dataclass(frozen=True)
class ViewSwitch:
    """The views of a page."""

    all: int
    """How many lines the view of everything shows."""
    all_label: str
    new: int
    """How many the view shows that leaves out what lower levels ask."""
    new_label: str
    """What that view is called; nothing where there is none."""
    beside: tuple[StepComparison, ...]
    """The comparisons with the neighbours."""
    others: tuple[StepComparison, ...]
    """The comparisons with all others."""
    transfer: str
    """The page that compares with other sequences; nothing where there is none."""
    transfer_label: str
    changed: int = 0
    """How many lines releases have touched, since the one before the last that did; 0 where there is no such view."""

    @property
    def comparisons(self) -> tuple[StepComparison, ...]:
        """All comparisons."""
        return self.beside + self.others

    @property
    def in_place(self) -> tuple[StepComparison, ...]:
        """The comparisons that are views of the page."""
        return tuple(comparison for comparison in self.comparisons if comparison.lines)

    @property
    def pairs(self) -> tuple[StepComparison, ...]:
        """The comparisons of levels: their pages need no scripts."""
        return tuple(comparison for comparison in self.comparisons if comparison.chip)

    @property
    def chooses(self) -> bool:
        """Whether there is anything to switch."""
        return bool(self.new_label or self.beside or self.others or self.changed)


def view_switch(
    ctx: Context,
    sequence: Sequence,
    step: str,
    groups: tuple[GroupExpectations, ...],
    comparisons: tuple[StepComparison, ...],
    changed: int = 0,
) -> ViewSwitch:
    """The views of the page of a level or grade, whose id is `step`."""
    every, new = sum(group.all for group in groups), sum(group.written for group in groups)
    beside = tuple(comparison for comparison in comparisons if comparison.beside and comparison.lines)
    others = tuple(comparison for comparison in comparisons if comparison not in beside)
    transfer = transfer_address(ctx, sequence, step)
    if len(others) == 1 and others[0].lines and not transfer:
        beside, others = beside + others, ()
    return ViewSwitch(
        all=every,
        all_label=ctx.words("level.show_all"),
        new=new,
        new_label=_new_label(ctx, sequence) if new != every else "",
        beside=beside,
        others=others,
        transfer=transfer,
        transfer_label=ctx.words("level.view_transfer"),
        changed=changed,
    )


def transfer_address(ctx: Context, sequence: Sequence, key: str) -> str:
    """The page that compares this step with others; nothing where there are none, or the standard is retired."""
    return urls.transfer_from(sequence, key) if can_move(ctx, sequence) else ""


def _new_label(ctx: Context, sequence: Sequence) -> str:
    if adds(sequence):
        return ctx.words("level.show_new")
    return ctx.words("level.show_written") if unstated(sequence) else ""

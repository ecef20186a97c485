"""The tree of a sequence: its groups with their competencies, and what is said of each group."""

from dataclasses import dataclass

from levelbook.components.editor_notes import Remark, remarks
from levelbook.components.extent import extent
from levelbook.components.facts import Fact, common, known
from levelbook.components.links import Link
from levelbook.components.prose import Passage, passages
from levelbook.localized.absence import Absence, absence_of
from levelbook.localized.names import numbered_title
from levelbook.model.handbook import Sequence
from levelbook.model.sequence import Group
from levelbook.queries.index import Member
from levelbook.site import urls
from levelbook.site.context import Context


@dataclass(frozen=True)
class Leaf:
    """A competency in the tree."""

    link: Link
    """Its name and page."""
    number: str
    """As printed."""
    tag: str
    """How it is found out, where not by behaviour."""
    nothing: Absence | None
    """What of it is missing."""
    figures: str
    """How many indicators."""


@dataclass(frozen=True)
class GroupSaid:
    """What is said of a group itself."""

    anchor: str
    """Its anchor."""
    title: str
    """Its name, with the groups above."""
    definition: str
    """What it is."""
    nothing: Absence | None
    """Why it is empty."""
    incomplete: str
    """What of it is missing."""
    extent: str
    """How many parts the source announces, and whether it lists them all."""
    facts: tuple[Fact, ...]
    """Other names, place in the source, related things."""
    sections: tuple[Passage, ...]
    """The source's other prose about it."""
    remarks: tuple[Remark, ...]
    """Editor's notes."""

    @property
    def more(self) -> bool:
        """Whether there is more to it than its name."""
        said = (self.definition, self.nothing, self.incomplete, self.extent, self.facts, self.sections, self.remarks)
        return any(said)


@dataclass(frozen=True)
class TreeGroup:
    """A group that holds competencies, or says why it holds none."""

    group: GroupSaid
    """What is said of it."""
    over: tuple[GroupSaid, ...]
    """The groups above that begin here."""
    leaves: tuple[Leaf, ...]
    """Its competencies."""


def tree(ctx: Context, sequence: Sequence) -> tuple[TreeGroup, ...]:
    """All groups that have a place of their own."""
    return tuple(_branch(ctx, sequence, above, group) for above, group in sequence.groups() if shown(group))


def shown(group: Group) -> bool:
    """Whether a group has a place of its own: those that hold other groups are named by them."""
    return all(one.retired for one in group.groups)


def _branch(ctx: Context, sequence: Sequence, above: tuple[Group, ...], group: Group) -> TreeGroup:
    begun = [at for at in range(len(above)) if _begins(above[at:], group)]
    return TreeGroup(
        group=_said(ctx, sequence, above, group),
        over=tuple(_said(ctx, sequence, above[:at], above[at]) for at in begun),
        leaves=tuple(_leaf(ctx, member) for member in ctx.members(sequence, group)),
    )


def _begins(above: tuple[Group, ...], group: Group) -> bool:
    """Whether a group is the very first in the outermost of those above it."""
    inner = (*above[1:], group)
    firsts = (next(one for one in outer.groups if not one.retired) for outer in above)
    return all(first is one for first, one in zip(firsts, inner, strict=True))


def _said(ctx: Context, sequence: Sequence, above: tuple[Group, ...], group: Group) -> GroupSaid:
    parts = len(group.competencies) + sum(not one.retired for one in group.groups)
    return GroupSaid(
        anchor=urls.group_anchor(group.id),
        title=numbered_title(ctx, above, group),
        definition=ctx.marked(group, "definition"),
        nothing=absence_of(ctx, group),
        incomplete=ctx.marked(group, "incomplete"),
        extent=extent(ctx, group.declared, parts, group.open_ended),
        facts=known(common(ctx, sequence, group, ctx.links.find(sequence, group.id))),
        sections=passages(ctx, sequence, group.sections),
        remarks=remarks(ctx, sequence, group),
    )


def _leaf(ctx: Context, member: Member) -> Leaf:
    owner, competency = member
    missing = absence_of(ctx, competency)
    if missing is None and not (competency.definition or competency.short):
        has_others = any(one.definition for one in owner.competencies.values())
        missing = Absence("empty", ctx.words("sequence.no_definition")) if has_others else None
    n = len(competency.every_live())
    unit = "part" if ctx.by_exam(member) else "facet"
    measure = owner.measure(competency).value
    return Leaf(
        link=Link(ctx.name(competency), urls.competency(owner, competency.id)),
        number=ctx.text(competency, "number"),
        tag=ctx.words(f"measure.{measure}") if measure != "behaviour" else "",
        nothing=missing,
        figures=f"{n:,}" if n else ctx.count(unit, len(competency.covers)) if competency.covers else "",
    )

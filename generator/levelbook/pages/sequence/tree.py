"""The tree of a sequence: its groups with their competencies, and what is said of each group."""

from dataclasses import dataclass

from levelbook.components.editor_notes import Remark, remarks
from levelbook.components.facts import Fact, common, known
from levelbook.components.links import Link
from levelbook.components.prose import Passage, passages
from levelbook.localized.absence import Absence, absence_of
from levelbook.localized.extent import extent
from levelbook.localized.names import numbered_title
from levelbook.model.competency import Competency
from levelbook.model.handbook import Sequence
from levelbook.model.sequence import Group
from levelbook.queries.index import Member
from levelbook.site import urls
from levelbook.site.context import Context


@dataclass(frozen=True)
class TreeLeaf:
    """A competency in the tree."""

    link: Link
    """Its name and page."""
    competency: Competency
    measure: str
    """How it is found out, where not by behaviour."""
    absence: Absence | None
    """What of it is missing."""
    figures: str
    """How many indicators."""


@dataclass(frozen=True)
class TreeGroupHead:
    """What is said of a group itself."""

    group: Group
    anchor: str
    title: str
    """Its name, with the groups above."""
    absence: Absence | None
    """Why it is empty."""
    extent: str
    """How many parts the source announces, and whether it lists them all."""
    facts: tuple[Fact, ...]
    """Other names, place in the source, related things."""
    sections: tuple[Passage, ...]
    """The source's other prose about it."""
    remarks: tuple[Remark, ...]

    @property
    def has_details(self) -> bool:
        """Whether there is more to it than its name."""
        beside = (self.absence, self.extent, self.facts, self.sections, self.remarks)
        return any((self.group.definition, self.group.incomplete, *beside))


@dataclass(frozen=True)
class TreeGroup:
    """A group that holds competencies, or says why it holds none."""

    head: TreeGroupHead
    above: tuple[TreeGroupHead, ...]
    """The groups above that begin here."""
    competencies: tuple[TreeLeaf, ...]


def tree(ctx: Context, sequence: Sequence) -> tuple[TreeGroup, ...]:
    """All groups that have a place of their own."""
    return tuple(_tree_group(ctx, sequence, above, group) for above, group in sequence.groups() if has_own_place(group))


def has_own_place(group: Group) -> bool:
    """Whether a group has a place of its own: those that hold other groups are named by them."""
    return all(inner.retired for inner in group.groups)


def _tree_group(ctx: Context, sequence: Sequence, above: tuple[Group, ...], group: Group) -> TreeGroup:
    begun = [depth for depth in range(len(above)) if _begins(above[depth:], group)]
    return TreeGroup(
        head=_group_head(ctx, sequence, above, group),
        above=tuple(_group_head(ctx, sequence, above[:depth], above[depth]) for depth in begun),
        competencies=tuple(_leaf(ctx, member) for member in ctx.members(sequence, group)),
    )


def _begins(above: tuple[Group, ...], group: Group) -> bool:
    """Whether a group is the very first in the outermost of those above it."""
    inner = (*above[1:], group)
    firsts = (next(group for group in outer.groups if not group.retired) for outer in above)
    return all(first is next_below for first, next_below in zip(firsts, inner, strict=True))


def _group_head(ctx: Context, sequence: Sequence, above: tuple[Group, ...], group: Group) -> TreeGroupHead:
    parts = len(group.competencies) + sum(not inner.retired for inner in group.groups)
    return TreeGroupHead(
        group=group,
        anchor=urls.group_anchor(group.id),
        title=numbered_title(ctx, above, group),
        absence=absence_of(ctx, sequence, group),
        extent=extent(ctx, sequence, group.declared, parts, group.open_ended),
        facts=known(common(ctx, sequence, group, ctx.links.find(sequence, group.id))),
        sections=passages(ctx, sequence, group.sections),
        remarks=remarks(ctx, sequence, group),
    )


def _leaf(ctx: Context, member: Member) -> TreeLeaf:
    owner, competency = member
    absence = absence_of(ctx, owner, competency)
    if absence is None and not (competency.definition or competency.short):
        others_have = any(other.definition for other in owner.competencies.values())
        absence = Absence("empty", ctx.words("sequence.no_definition")) if others_have else None
    n = len(competency.every_live())
    unit = "part" if ctx.by_exam(member) else "facet"
    measure = owner.measure(competency).value
    return TreeLeaf(
        link=Link(ctx.name(competency), urls.competency(owner, competency.id)),
        competency=competency,
        measure=ctx.words(f"measure.{measure}") if measure != "behaviour" else "",
        absence=absence,
        figures=f"{n:,}" if n else ctx.count(unit, len(competency.covers)) if competency.covers else "",
    )

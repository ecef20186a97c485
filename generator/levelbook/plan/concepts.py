"""The pages of shared concepts: what competencies of different sequences have in common, side by side."""

from dataclasses import dataclass

from levelbook.model.handbook import Concept, Sequence
from levelbook.plan import addresses, cumulation
from levelbook.plan.desk import Desk, Member
from levelbook.plan.gone import gone
from levelbook.plan.kindred import Kin, borrowers, kin
from levelbook.plan.page import Heading, Layout, Light, Page
from levelbook.plan.remarks import Remark, remarks
from levelbook.plan.shared import Link, sequence_link


@dataclass(frozen=True)
class ConceptRow:
    """A concept of the list."""

    link: Link
    """Its name and page."""
    definition: str
    """What it means."""
    sequences: int
    """How many sequences have it."""
    competencies: int
    """How many competencies belong to it."""
    where: tuple[Link, ...]
    """Those competencies, each with its sequence as small print."""


@dataclass(frozen=True)
class ConceptsView:
    """Everything on the page that lists all concepts."""

    figures: str
    """How many there are."""
    rows: tuple[ConceptRow, ...]
    """Those that something belongs to, in the handbook's order."""
    unused: str
    """Those that nothing belongs to."""


@dataclass(frozen=True)
class Column:
    """A sequence with what it has of the concept."""

    anchor: str
    """Its anchor."""
    link: Link
    """The sequence."""
    ladder: str
    """Whose levels these are, and how many."""
    kin: tuple[Kin, ...]
    """Its competencies."""


@dataclass(frozen=True)
class ConceptView:
    """Everything on the page of a concept."""

    title: str
    """The concept."""
    definition: str
    """What it means."""
    figures: str
    """How many sequences and competencies."""
    note: str
    """That every sequence has levels of its own, or that only one has it."""
    columns: tuple[Column, ...]
    """By sequence."""
    remarks: tuple[Remark, ...]
    """Editor's notes."""


def live(desk: Desk) -> tuple[tuple[Concept, tuple[Member, ...]], ...]:
    """The concepts in force that something belongs to, each with it."""
    found = ((one, desk.concepts.get(key, ())) for key, one in desk.handbook.concepts.items() if not one.retired)
    return tuple((one, members) for one, members in found if members)


def pages(desk: Desk) -> tuple[Page, ...]:
    """The list, and a page for each concept; nothing where no competency belongs to any."""
    found = live(desk)
    return (_list(desk, found), *(_page(desk, one, members) for one, members in found)) if found else ()


def ended(desk: Desk) -> tuple[Light, ...]:
    """What is left at the address of concepts that have ended."""
    over = Link(desk.words("concept.title"), addresses.CONCEPTS if live(desk) else addresses.HOME)
    ends = [one for one in desk.handbook.concepts.values() if one.retired]
    return tuple(gone(desk, one, one.retired, over, addresses.concept(one.id)) for one in ends if one.retired)


def _list(desk: Desk, found: tuple[tuple[Concept, tuple[Member, ...]], ...]) -> Page:
    used = {one.id for one, _ in found}
    idle = [one for key, one in desk.handbook.concepts.items() if key not in used and not one.retired]
    view = ConceptsView(
        figures=desk.count("concept", len(found)),
        rows=tuple(_row(desk, one, members) for one, members in found),
        unused=desk.words("concept.unused", names=desk.series(desk.name(one) for one in idle)) if idle else "",
    )
    return Page(
        address=addresses.CONCEPTS,
        title=desk.words("concept.title"),
        template="concepts",
        view=view,
        layout=Layout.FULL,
        description=desk.words("concept.description"),
    )


def _row(desk: Desk, concept: Concept, members: tuple[Member, ...]) -> ConceptRow:
    return ConceptRow(
        link=Link(desk.name(concept), addresses.concept(concept.id)),
        definition=desk.marked(concept, "definition"),
        sequences=len(_sequences(desk, members)),
        competencies=len(members),
        where=tuple(
            Link(desk.name(one), addresses.competency(owner, one.id), desk.sequence_name(owner))
            for owner, one in members
        ),
    )


def _sequences(desk: Desk, members: tuple[Member, ...]) -> set[str]:
    """The ids of the sequences that have one of these competencies, borrowed ones too."""
    return {owner.id for owner, _ in members} | {one.id for member in members for one in borrowers(desk, member)}


def _page(desk: Desk, concept: Concept, members: tuple[Member, ...]) -> Page:
    view = _view(desk, concept, members)
    return Page(
        address=addresses.concept(concept.id),
        title=view.title,
        template="concept",
        view=view,
        headings=tuple(Heading(column.anchor, column.link.text) for column in view.columns),
        layout=Layout.WIDE,
        parent=addresses.CONCEPTS,
        description=desk.words("concept.of", name=view.title, figures=view.figures),
    )


def _view(desk: Desk, concept: Concept, members: tuple[Member, ...]) -> ConceptView:
    owners = {owner.id: owner for owner, _ in members}
    figures = [desk.count("sequence", len(_sequences(desk, members))), desk.count("competency", len(members))]
    return ConceptView(
        title=desk.name(concept),
        definition=desk.marked(concept, "definition"),
        figures=desk.clauses(figures),
        note=desk.words("concept.no_scale") if len(owners) > 1 else desk.words("concept.only_one"),
        columns=tuple(_column(desk, one, members) for one in owners.values()),
        remarks=remarks(desk, None, concept),
    )


def _column(desk: Desk, owner: Sequence, members: tuple[Member, ...]) -> Column:
    own = tuple(kin(desk, member) for member in members if member[0] is owner)
    return Column(
        anchor=addresses.sequence_anchor(owner.id),
        link=sequence_link(desk, owner),
        ladder=_ladder(desk, owner, any(one.rungs for one in own)),
        kin=own,
    )


def _ladder(desk: Desk, owner: Sequence, laddered: bool) -> str:
    """Whose levels these are: nobody shall read them across to another sequence."""
    if not owner.levels:
        return desk.words("home.no_levels")
    if not laddered:
        return desk.words("concept.no_cells")
    count = desk.count("level", len(owner.levels))
    return desk.words(f"concept.{cumulation.key(owner)}", count=count)

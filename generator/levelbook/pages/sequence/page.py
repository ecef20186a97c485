"""The page of a sequence: what it is for, its ladder, its competencies, what is missing."""

from dataclasses import dataclass

from levelbook.components import completeness, cumulation
from levelbook.components.checklist_links import SequenceChecklists, sequence_checklists
from levelbook.components.completeness import CompletenessRow
from levelbook.components.editor_notes import Remark
from levelbook.components.facts import SOURCE_KEYS, confidential
from levelbook.components.links import Link, page_link
from levelbook.components.more_pages import MorePage, more_pages
from levelbook.components.note_list import notes_of_sequence
from levelbook.components.outline import sections_home
from levelbook.components.position_rows import PositionRow, position_rows
from levelbook.components.prose import Passage, passages
from levelbook.components.weights import badges
from levelbook.components.weights.badges import SequencePoints
from levelbook.localized.absence import Absence, shared_absence
from levelbook.model.handbook import Sequence
from levelbook.model.sequence import SequenceHead
from levelbook.pages.sequence.ladder import GradeRow, LadderStep, grade_rows, ladder_steps
from levelbook.pages.sequence.tree import TreeGroup, has_own_place, tree
from levelbook.queries.index import Member
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.edit_places import place
from levelbook.site.links import LinkTarget
from levelbook.site.page import Heading, Page
from levelbook.site.related import related
from levelbook.site.sitemap import PageKind


@dataclass(frozen=True)
class SequenceView:
    """Everything on the page of a sequence."""

    head: SequenceHead
    facts: tuple[tuple[str, str], ...]
    """What is known of its source."""
    no_date: str
    """Said where the source has no date."""
    see: tuple[LinkTarget, ...]
    """Related things."""
    retired: str
    """Why the standard is not in force any more; nothing where it is."""
    successors: tuple[LinkTarget, ...]
    """What has taken the place of a retired standard."""
    confidential: str
    """What the source says about who may read it, and what to mind."""
    ladder: tuple[LadderStep, ...]
    ladder_title: str
    """The heading over it."""
    ladder_note: str
    """How to read it, or why its steps rank nothing."""
    ladder_doubts: tuple[Remark, ...]
    """The editor's notes on how to read it."""
    checklists: SequenceChecklists | None
    """What can be assessed, and what cannot; none where the whole handbook has nothing to assess."""
    shared_absence: Absence | None
    """What the source does not go as far as, said once for all competencies that share the reason."""
    tree: tuple[TreeGroup, ...]
    """The competencies by group."""
    tree_title: str
    """The heading over them."""
    tree_figures: str
    """How many there are."""
    tree_note: str
    """What the figures beside them count; nothing where there are no indicators."""
    matrix: str
    """The page with all in one table."""
    level_pairs: str
    """The page that lists comparisons."""
    grades: tuple[GradeRow, ...]
    grade_title: str
    """The heading over them."""
    grade_word: str
    """The sequence's word for a grade."""
    positions: tuple[PositionRow, ...]
    position_word: str
    """The sequence's word for a position."""
    position_table: Link | None
    """The page that compares them."""
    points: SequencePoints | None
    """Its points in short."""
    completeness: tuple[CompletenessRow, ...]
    """What is there and what is not."""
    notes: Link | None
    """Its editor's notes."""
    more_pages: tuple[MorePage, ...]
    """What else it has."""
    sections: tuple[Passage, ...]
    """The source's other prose, where it stands here."""
    prose_links: tuple[Link, ...]
    """The same by its headings, where it stands on the page of the source."""


def pages(ctx: Context, sequence: Sequence) -> tuple[Page, ...]:
    """The page of a sequence."""
    view = _view(ctx, sequence)
    page = Page(
        place=ctx.sitemap.existing(PageKind.SEQUENCE, sequence),
        template="sequence",
        view=view,
        headings=_headings(ctx, view),
        source=place(sequence.head),
        description=ctx.text(sequence.head, "definition")
        or ctx.words("sequence.description", name=ctx.sequence_name(sequence)),
    )
    return (page,)


def _headings(ctx: Context, view: SequenceView) -> tuple[Heading, ...]:
    headings = [Heading("ladder", view.ladder_title)] if view.ladder else []
    groups = tuple(Heading(group.head.anchor, group.head.title) for group in view.tree)
    headings += [Heading("tree", view.tree_title, groups)] if view.tree else []
    headings += [Heading("grades", view.grade_title)] if view.grades else []
    headings += [Heading("positions", view.position_word)] if view.positions else []
    headings += [Heading("points", ctx.words("points.title"))] if view.points else []
    headings += [Heading("check", ctx.words("check.title"))] if view.checklists else []
    headings += [Heading("extras", ctx.words("extras.title"))] if view.more_pages else []
    headings += [Heading("complete", ctx.words("complete.title"))] if view.completeness else []
    headings += [Heading("sections", ctx.words("prose.of_source"))] if view.sections or view.prose_links else []
    return tuple(headings)


def _view(ctx: Context, sequence: Sequence) -> SequenceView:
    head = sequence.head
    return SequenceView(
        head=head,
        facts=_facts(ctx, sequence),
        no_date="" if head.source is None or head.source.date else ctx.words("sequence.no_date"),
        see=related(ctx, sequence, head, ctx.links.of_code(sequence.code)),
        retired=ctx.words("retirement.why", why=ctx.text(head.retired, "why")) if head.retired else "",
        successors=_successors(ctx, sequence),
        ladder=ladder_steps(ctx, sequence),
        ladder_title=_ladder_title(ctx, sequence),
        ladder_note=_ladder_note(ctx, sequence),
        ladder_doubts=cumulation.doubts(ctx, sequence) if len(sequence.levels) > 1 else (),
        checklists=sequence_checklists(ctx, sequence) if ctx.sitemap.has(PageKind.ASSESSMENTS) else None,
        confidential=confidential(ctx, sequence),
        shared_absence=shared_absence(ctx, sequence),
        tree=tree(ctx, sequence),
        tree_title=ctx.word(sequence, "competency"),
        tree_figures=_tree_figures(ctx, sequence, ctx.all_members(sequence)),
        tree_note=_tree_note(ctx, sequence),
        matrix=ctx.sitemap.address(PageKind.MATRIX, sequence),
        level_pairs=ctx.sitemap.address(PageKind.LEVEL_PAIRS, sequence),
        grades=grade_rows(ctx, sequence),
        grade_title=ctx.words("sequence.grades", word=ctx.word(sequence, "grade")),
        grade_word=ctx.word(sequence, "grade"),
        positions=position_rows(ctx, sequence),
        position_word=ctx.word(sequence, "position"),
        position_table=page_link(ctx, PageKind.POSITIONS, sequence),
        points=badges.of_sequence(ctx, sequence),
        completeness=completeness.rows(ctx, sequence),
        notes=_notes(ctx, sequence),
        more_pages=more_pages(ctx, sequence),
        sections=passages(ctx, sequence, head.sections) if _prose_here(sequence) else (),
        prose_links=() if _prose_here(sequence) else _prose_links(ctx, sequence),
    )


def _prose_here(sequence: Sequence) -> bool:
    return sections_home(sequence) == urls.sequence(sequence)


def _prose_links(ctx: Context, sequence: Sequence) -> tuple[Link, ...]:
    """The headings of the source's other prose."""
    page = f"{sections_home(sequence)}#sections"
    titles = (ctx.text(section, "name") or ctx.words("prose.untitled") for section in sequence.head.sections)
    return tuple(Link(title, page) for title in titles)


def _facts(ctx: Context, sequence: Sequence) -> tuple[tuple[str, str], ...]:
    source = sequence.head.source
    if source is None:
        return ()
    facts = ((ctx.words(f"source.{key}"), ctx.text(source, key)) for key in SOURCE_KEYS if key != "confidential")
    return tuple((name, text) for name, text in facts if text)


def _successors(ctx: Context, sequence: Sequence) -> tuple[LinkTarget, ...]:
    addresses = sequence.head.retired.replaced_by if sequence.head.retired else ()
    targets = (ctx.links.find(sequence, address) for address in addresses)
    return tuple(target for target in targets if target)


def _ladder_note(ctx: Context, sequence: Sequence) -> str:
    """Why the levels rank nothing; or that they rise, and whether what a lower one asks holds on."""
    if sequence.head.unranked:
        return ctx.text(sequence.head, "unranked")
    return ctx.clauses(
        [ctx.words("sequence.low_to_high"), ctx.words_of(sequence)(f"sequence.{cumulation.key(sequence)}")]
    )


def _ladder_title(ctx: Context, sequence: Sequence) -> str:
    level, grade = ctx.word(sequence, "level"), ctx.word(sequence, "grade")
    return ctx.words("sequence.levels_and_grades", level=level, grade=grade) if sequence.grades else level


def _tree_note(ctx: Context, sequence: Sequence) -> str:
    """What the figures of the tree count, where there are any."""
    has_indicators = any(competency.every_live() for _, competency in ctx.all_members(sequence))
    return ctx.words("sequence.tree_note") if has_indicators else ""


def _tree_figures(ctx: Context, sequence: Sequence, members: tuple[Member, ...]) -> str:
    groups = sum(has_own_place(group) for _, group in sequence.groups())
    indicators = sum(len(competency.every_live()) for _, competency in members)
    count = ctx.count("short_competency", len(members))
    size = ctx.words("sequence.size", groups=ctx.count("group", groups), count=count)
    return ctx.clauses([size, ctx.count("indicator", indicators) if indicators else ""])


def _notes(ctx: Context, sequence: Sequence) -> Link | None:
    n = sum(1 for _ in notes_of_sequence(ctx, sequence))
    return Link(ctx.count("note", n), f"{urls.NOTES}#{urls.sequence_anchor(sequence.id)}") if n else None

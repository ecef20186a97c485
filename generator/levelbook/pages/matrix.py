"""The page with all competencies at all levels in one table."""

from dataclasses import dataclass

from levelbook.components import cumulation, exams
from levelbook.components.extent import subjects
from levelbook.components.level_chips import Chip, chips, same_as
from levelbook.components.links import Link, competency_link, sequence_link
from levelbook.localized.absence import Absence, absence_of
from levelbook.localized.names import group_title, level_name
from levelbook.model.competency import Cell
from levelbook.model.handbook import Sequence
from levelbook.model.sequence import Group
from levelbook.queries.index import Member
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.page import Layout, Page
from levelbook.site.sitemap import PageKind
from levelbook.text.inline import Marked


@dataclass(frozen=True)
class MatrixCell:
    """A cell of the matrix."""

    level: str
    """The level's id."""
    level_name: str
    """Its name, where the cell becomes an entry of its own."""
    text: str
    """The summary, or the first indicator where there is none."""
    fold: str
    """How many indicators are folded."""
    folded: tuple[str, ...]
    """Those indicators."""
    same: Absence | None
    """Which level's indicators hold here."""
    nothing: Absence | None
    incomplete: str
    """What of it is missing."""


@dataclass(frozen=True)
class MatrixRow:
    """A competency."""

    link: Link
    """Its name, page and code."""
    squares: tuple[MatrixCell, ...]
    span: str
    """What is said once for all levels."""
    small: str
    """Small print under it."""
    nothing: Absence | None
    """Why there is nothing at any level."""


@dataclass(frozen=True)
class MatrixGroup:
    """A group of rows."""

    key: str
    title: str
    figures: str
    """How many competencies."""
    n: int
    """The same as a figure."""
    rows: tuple[MatrixRow, ...]
    nothing: Absence | None
    """Why it is empty."""


@dataclass(frozen=True)
class MatrixView:
    """Everything on the page."""

    over: Link
    """The sequence."""
    note: str
    """How large it is, and what stands in a cell."""
    warning: str
    """Said where the source does not say whether what lower levels ask holds above."""
    chips: tuple[Chip, ...]
    """The columns."""
    groups: tuple[MatrixGroup, ...]
    """The rows."""
    total: int
    """How many competencies."""
    word: str
    """The sequence's word for a competency."""
    caption: str
    """What the table shows, for those who cannot see it."""
    label: str
    """The same, with a word on scrolling."""
    kinds: tuple[Absence, ...]
    """The kinds of nothing in it, for the key."""


def pages(ctx: Context, sequence: Sequence) -> tuple[Page, ...]:
    """The matrix of a sequence with levels and competencies."""
    if not ctx.sitemap.has(PageKind.MATRIX, sequence):
        return ()
    view = _view(ctx, sequence)
    page = Page(
        place=ctx.sitemap.existing(PageKind.MATRIX, sequence),
        template="matrix",
        view=view,
        layout=Layout.FULL,
        description=view.caption,
    )
    return (page,)


def _view(ctx: Context, sequence: Sequence) -> MatrixView:
    groups = tuple(_group(ctx, sequence, above, group) for above, group in sequence.groups() if group.competencies)
    columns = chips(ctx, sequence)
    total = sum(group.n for group in groups)
    caption = ctx.words("matrix.caption", sequence=ctx.sequence_name(sequence))
    cells = [cell for group in groups for row in group.rows for cell in row.squares]
    summaries = any(cell.summary for _, competency in ctx.all_members(sequence) for cell in competency.levels.values())
    size = {"rows": ctx.count("competency", total), "columns": ctx.count("level", len(columns))}
    return MatrixView(
        over=sequence_link(ctx, sequence),
        note=ctx.words("matrix.note_summary" if summaries else "matrix.note_first", **size),
        warning=cumulation.warning(ctx, sequence),
        chips=columns,
        groups=groups,
        total=total,
        word=ctx.word(sequence, "competency"),
        caption=caption,
        label=ctx.words("matrix.scroll", caption=caption),
        kinds=_absence_kinds(ctx, cells),
    )


def _absence_kinds(ctx: Context, cells: list[MatrixCell]) -> tuple[Absence, ...]:
    """What the key of the table explains: each kind once, without its reasons."""
    absences = [cell.nothing for cell in cells if cell.nothing]
    kinds = {nothing.kind: Absence(nothing.kind, nothing.text) for nothing in absences}
    same = (Absence("same", ctx.words("nothing.same")),) if any(cell.same for cell in cells) else ()
    return (*same, *kinds.values())


def _group(ctx: Context, sequence: Sequence, above: tuple[Group, ...], group: Group) -> MatrixGroup:
    title = group_title(ctx, above, group)
    rows = tuple(_row(ctx, sequence, member) for member in ctx.members(sequence, group))
    count = ctx.count("short_competency", len(rows))
    return MatrixGroup(group.id, title, count, len(rows), rows, absence_of(ctx, group))


def _row(ctx: Context, sequence: Sequence, member: Member) -> MatrixRow:
    _, competency = member
    link = competency_link(ctx, member)
    if competency.levels:
        cells = ((level.id, competency.cell(level.id)) for level in sequence.levels)
        squares = tuple(_cell(ctx, sequence, member, level, cell) for level, cell in cells if cell)
        return MatrixRow(link, squares, "", "", None)
    if ctx.by_exam(member):
        bands = exams.bands(ctx, sequence)
        span = bands.sentence if bands else ctx.words("exam.by_exam")
        covered = subjects(ctx, competency)
        small = ctx.words("exam.subjects_are", subjects=covered) if covered else ""
        return MatrixRow(link, (), span, small, absence_of(ctx, competency))
    texts = [ctx.marked(indicator, "text") for indicator in competency.indicators]
    span = Marked(" ".join(texts)) or subjects(ctx, competency)
    return MatrixRow(link, (), span, ctx.words("matrix.all_levels") if texts else "", absence_of(ctx, competency))


def _cell(ctx: Context, sequence: Sequence, member: Member, level: str, cell: Cell) -> MatrixCell:
    texts = [ctx.marked(indicator, "text") for indicator in cell.indicators]
    summary = ctx.marked(cell, "summary")
    page = urls.competency(member[0], member[1].id)
    same = same_as(ctx, sequence, cell.same_as, page) if cell.same_as else None
    folded = texts if summary or same else texts[1:]
    unit = "indicator" if summary or same else "other_indicator"
    return MatrixCell(
        level=level,
        level_name=level_name(ctx, sequence, level),
        text=summary or ("" if same or not texts else texts[0]),
        fold=ctx.count(unit, len(folded)) if folded else "",
        folded=tuple(folded),
        same=same,
        nothing=absence_of(ctx, cell),
        incomplete=ctx.marked(cell, "incomplete"),
    )

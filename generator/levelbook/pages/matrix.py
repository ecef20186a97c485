"""The page with all competencies at all levels in one table."""

from dataclasses import dataclass

from levelbook.assessment.checklists import is_assessed
from levelbook.components import cumulation, exams
from levelbook.components.level_chips import Chip, carried, chips
from levelbook.components.links import Link, PageOfSequence, competency_link, sequence_link
from levelbook.localized.absence import Absence, absence_of
from levelbook.localized.extent import subjects
from levelbook.localized.names import group_title
from levelbook.localized.sentences import Statement, sign, signed
from levelbook.model.competency import Cell
from levelbook.model.handbook import Sequence
from levelbook.model.sequence import Group, Level
from levelbook.queries.codes import answer_code
from levelbook.queries.index import Member
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.page import Layout, Page
from levelbook.site.sitemap import PageKind
from levelbook.text.inline import Marked


@dataclass(frozen=True)
class MatrixIndicator:
    """An indicator in a cell."""

    text: Statement
    code: str
    """Its code, or nothing yet."""


@dataclass(frozen=True)
class MatrixCell:
    """A cell of the matrix."""

    level: Level
    name: str
    """What the competency calls this level, where that is said."""
    summary: str
    """The level in a sentence."""
    first: MatrixIndicator | None
    """The indicator that stands for the others, or alone, where there is no summary."""
    fold: str
    """How many indicators are folded."""
    folded: tuple[MatrixIndicator, ...]
    """Those indicators."""
    carried: tuple[Absence, ...]
    """From which levels all or some of what is asked there holds here."""
    absence: Absence | None
    incomplete: str
    """What of it is missing."""


@dataclass(frozen=True)
class MatrixRow:
    """A competency."""

    link: Link
    """Its name, page and code."""
    code: str
    """By what answers to it are kept; nothing where nobody can be assessed."""
    cells: tuple[MatrixCell, ...]
    text: str
    """What is said once for all levels."""
    note: str
    """Small print under it."""
    absence: Absence | None
    """Why there is nothing at any level."""


@dataclass(frozen=True)
class MatrixGroup:
    """A group of rows."""

    key: str
    title: str
    figures: str
    """How many competencies."""
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True)
class MatrixView(PageOfSequence):
    """Everything on the page."""

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
    foldable: bool
    """Whether any cell folds indicators away."""
    printed: str
    """What stands in a printed cell; every sheet says it."""
    competency_word: str
    """The sequence's word for a competency."""
    caption: str
    """What the table shows, for those who cannot see it."""
    absences: tuple[Absence, ...]
    """The kinds of nothing in it, for the key."""
    team_layer: str
    """What is loaded to show the gaps of a team; nothing where nobody can be assessed."""


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
        anchors=frozenset(["team"]) if view.team_layer else frozenset(),
        holds_answers=bool(view.team_layer),
    )
    return (page,)


def _view(ctx: Context, sequence: Sequence) -> MatrixView:
    groups = tuple(_group(ctx, sequence, above, group) for above, group in sequence.groups() if group.competencies)
    columns = chips(ctx, sequence)
    total = sum(len(group.rows) for group in groups)
    caption = ctx.words("matrix.caption", sequence=ctx.sequence_name(sequence))
    cells = [cell for group in groups for row in group.rows for cell in row.cells]
    summaries = any(cell.summary for _, competency in ctx.all_members(sequence) for cell in competency.levels.values())
    size = {"rows": ctx.count("competency", total), "columns": ctx.count("level", len(columns))}
    return MatrixView(
        sequence=sequence_link(ctx, sequence),
        note=ctx.words("matrix.note_summary" if summaries else "matrix.note_first", **size),
        warning=cumulation.warning(ctx, sequence),
        chips=columns,
        groups=groups,
        total=total,
        foldable=any(cell.folded for cell in cells),
        printed=ctx.words("matrix.printed_summaries" if summaries else "matrix.printed_indicators"),
        competency_word=ctx.word(sequence, "competency"),
        caption=caption,
        absences=_absence_kinds(ctx, cells),
        team_layer=urls.team_layer(sequence) if is_assessed(ctx, sequence) else "",
    )


def _absence_kinds(ctx: Context, cells: list[MatrixCell]) -> tuple[Absence, ...]:
    """What the key of the table explains: each kind once, without its reasons."""
    absences = [cell.absence for cell in cells if cell.absence]
    kinds = {absence.kind: Absence(absence.kind, absence.text) for absence in absences}
    same = (Absence("same", ctx.words("nothing.same")),) if any(cell.carried for cell in cells) else ()
    return (*same, *kinds.values())


def _group(ctx: Context, sequence: Sequence, above: tuple[Group, ...], group: Group) -> MatrixGroup:
    title = group_title(ctx, above, group)
    rows = tuple(_row(ctx, sequence, member) for member in ctx.members(sequence, group))
    count = ctx.count("short_competency", len(rows))
    return MatrixGroup(group.id, title, count, rows)


def _row(ctx: Context, sequence: Sequence, member: Member) -> MatrixRow:
    _, competency = member
    link = competency_link(ctx, member)
    code = answer_code(*member) if is_assessed(ctx, sequence) else ""
    if competency.levels:
        by_level = ((level, competency.cell(level.id)) for level in sequence.levels)
        cells = tuple(_cell(ctx, sequence, member, level, cell) for level, cell in by_level if cell)
        return MatrixRow(link, code, cells, "", "", None)
    if ctx.by_exam(member):
        bands = exams.bands(ctx, sequence)
        text = bands.sentence if bands else ctx.words("exam.by_exam")
        covered = subjects(ctx, competency)
        note = ctx.words("exam.subjects_are", subjects=covered) if covered else ""
        return MatrixRow(link, code, (), text, note, absence_of(ctx, *member))
    texts = [ctx.marked(indicator, "text") + sign(ctx, indicator) for indicator in competency.indicators]
    text = Marked(" ".join(texts)) or subjects(ctx, competency)
    return MatrixRow(link, code, (), text, ctx.words("matrix.all_levels") if texts else "", absence_of(ctx, *member))


def _cell(ctx: Context, sequence: Sequence, member: Member, level: Level, cell: Cell) -> MatrixCell:
    indicators = tuple(MatrixIndicator(signed(ctx, each), each.code) for each in cell.indicators)
    summary = ctx.marked(cell, "summary")
    page = urls.competency(member[0], member[1].id)
    taken_over = carried(ctx, sequence, member, level.id, page)
    stands_for_others = bool(indicators) and not summary and not taken_over
    folded = indicators[1:] if stands_for_others else indicators
    unit = "other_indicator" if stands_for_others else "indicator"
    return MatrixCell(
        level=level,
        name=ctx.text(cell, "name"),
        summary=summary,
        first=indicators[0] if stands_for_others else None,
        fold=ctx.count(unit, len(folded)) if folded else "",
        folded=folded,
        carried=taken_over,
        absence=absence_of(ctx, member[0], cell),
        incomplete=ctx.marked(cell, "incomplete"),
    )

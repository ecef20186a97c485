"""The page with the points of groups and competencies, column by column."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from levelbook.components.editor_notes import Remark, remark, remarks
from levelbook.components.facts import confidential
from levelbook.components.links import Link, competency_link, sequence_link
from levelbook.components.prose import PageWithProse, closing_headings, passages
from levelbook.components.weights.cells import WeightCell, WeightCells, WeightColumn, weight_cells
from levelbook.localized.absence import Absence, absence
from levelbook.model.decimals import figure
from levelbook.model.handbook import Sequence
from levelbook.model.note_kinds import Kind
from levelbook.model.sequence import Group
from levelbook.model.values import Gap
from levelbook.model.weight_sums import PLAIN
from levelbook.pages.weights.chart import WeightsChart, weights_chart
from levelbook.pages.weights.readings import OtherReading, compare_readings
from levelbook.queries.index import Member
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.edit_places import place
from levelbook.site.page import Heading, Layout, Page
from levelbook.site.sitemap import PageKind


@dataclass(frozen=True)
class WeightRow:
    """A group, a competency, or what belongs to none."""

    kind: str
    """outer, group, member or loose."""
    anchor: str
    link: Link
    """Its name, and its page where it has one."""
    cells: tuple[WeightCell | None, ...]
    """Its points, one a column; none where nothing stands there."""


@dataclass(frozen=True)
class WeightsView(PageWithProse):
    """Everything on the page."""

    note: str
    """What a column adds up to, and how long bars are."""
    corner: str
    """What the rows are."""
    word: str
    """What the columns are: level, grade or position."""
    columns: tuple[WeightColumn, ...]
    """Levels, grades or positions."""
    groups: tuple[tuple[WeightRow, ...], ...]
    """The rows, a group at a time."""
    scale: str
    """The figure of a full bar."""
    has_members: bool
    """Whether there are rows of competencies, so that they can be hidden."""
    caption: str
    """What the table shows, for those who cannot see it."""
    absences: tuple[Absence, ...]
    """The kinds of nothing in the table, for the key."""
    has_zero: bool
    """Whether there is a zero."""
    has_inferred: bool
    """Whether the editor worked out any figure."""
    chart: WeightsChart | None
    """The groups as bars."""
    other_readings: tuple[OtherReading, ...]
    confidential: str
    """What the source says about who may read it."""


def pages(ctx: Context, sequence: Sequence) -> tuple[Page, ...]:
    """The page of a sequence that has weights."""
    table = weight_cells(ctx, sequence)
    if table is None:
        return ()
    view = _view(ctx, sequence, table)
    page = Page(
        place=ctx.sitemap.existing(PageKind.WEIGHTS, sequence),
        template="weights",
        view=view,
        headings=_headings(ctx, view),
        anchors=frozenset(row.anchor for group in view.groups for row in group if row.anchor),
        layout=Layout.WIDE,
        source=place(table.weights),
        description=view.caption,
    )
    return (page,)


def _headings(ctx: Context, view: WeightsView) -> tuple[Heading, ...]:
    headings = [Heading("table", ctx.words("weights.table"))]
    headings += [Heading("readings", ctx.words("weights.readings"))] if view.other_readings else []
    return (*headings, *closing_headings(ctx, view))


def _view(ctx: Context, sequence: Sequence, table: WeightCells) -> WeightsView:
    groups = tuple(_group_rows(ctx, table, group) for _, group in sequence.groups() if _has_rows(table, group))
    cells = [cell for group in groups for row in group for cell in row.cells if cell]
    columns = table.column_cells()
    caption = ctx.words("weights.caption", sequence=ctx.sequence_name(sequence))
    scale = _scale(groups)
    weights = table.weights
    return WeightsView(
        sequence=sequence_link(ctx, sequence),
        note=_note(ctx, table, scale),
        corner=ctx.words("weights.corner", group=ctx.word(sequence, "group"), member=ctx.word(sequence, "competency")),
        word=table.word,
        columns=columns,
        groups=groups,
        scale=figure(scale),
        has_members=any(row.kind == "member" for group in groups for row in group),
        caption=caption,
        absences=_absences(ctx, sequence, [*cells, *(column.total for column in columns)]),
        has_zero=any(cell.value == "0" for cell in cells),
        has_inferred=any(cell.inferred for cell in cells),
        chart=weights_chart(ctx, table),
        other_readings=compare_readings(ctx, table),
        confidential=confidential(ctx, sequence),
        remarks=(*_cautions(ctx, sequence), *remarks(ctx, sequence, weights)),
        sections=passages(ctx, sequence, weights.sections),
    )


def _note(ctx: Context, table: WeightCells, scale: Decimal) -> str:
    """What a column adds up to, and how long bars are."""
    total = table.weights.total
    clauses = []
    if total is not None:
        key = "weights.out_of" if table.columns == (PLAIN,) else "weights.out_of_each"
        clauses.append(ctx.words(key, n=figure(total), unit=table.unit, word=table.word))
    if scale:
        clauses.append(ctx.words("weights.bars", n=figure(scale), unit=table.unit))
    return ctx.clauses(clauses)


def _scale(groups: tuple[tuple[WeightRow, ...], ...]) -> Decimal:
    """The longest bar; groups that hold groups have none."""
    rows = (row for group in groups for row in group if row.kind != "outer")
    return max((Decimal(cell.value) for row in rows for cell in row.cells if cell and cell.value), default=Decimal(0))


def _absences(ctx: Context, sequence: Sequence, cells: list[WeightCell]) -> tuple[Absence, ...]:
    kinds = {cell.nothing.kind for cell in cells if cell.nothing}
    explained = (absence(ctx, sequence, gap.value) for gap in Gap)
    return tuple(nothing for nothing in explained if nothing.kind in kinds)


def _cautions(ctx: Context, sequence: Sequence) -> Iterator[Remark]:
    """Notes on the source that whoever passes figures on must know."""
    source = sequence.head.source
    for note in source.notes if source else ():
        if note.kind is Kind.CAUTION:
            yield remark(ctx, sequence, note)


def _has_rows(table: WeightCells, group: Group) -> bool:
    """Whether a group has figures, of its own or in any member."""
    if group.id in table.rows or any(address in table.rows for address in group.competencies):
        return True
    return any(_has_rows(table, inner) for inner in group.groups if not inner.retired)


def _group_rows(ctx: Context, table: WeightCells, group: Group) -> tuple[WeightRow, ...]:
    """A group's row, then what belongs to none of its members, then its members."""
    rows = [_group(ctx, table, group)]
    if any(table.figures.loose(group.id, column) for column in table.columns):
        rows.append(_loose(ctx, table, group))
    members = (member for member in ctx.members(table.sequence, group) if table.key(member) in table.rows)
    rows += [_member(ctx, table, member) for member in members]
    return tuple(rows)


def _group(ctx: Context, table: WeightCells, group: Group) -> WeightRow:
    cells = tuple(table.group(group, column) for column in table.columns)
    kind = "outer" if group.groups else "group"
    return WeightRow(kind, urls.group_anchor(group.id), Link(ctx.name(group), ""), cells)


def _member(ctx: Context, table: WeightCells, member: Member) -> WeightRow:
    owner, competency = member
    link = competency_link(ctx, member)
    cells = tuple(table.row(table.key(member), column) for column in table.columns)
    return WeightRow("member", urls.competency_anchor(table.sequence, owner, competency), link, cells)


def _loose(ctx: Context, table: WeightCells, group: Group) -> WeightRow:
    cells = tuple(table.loose(group.id, column) for column in table.columns)
    return WeightRow("loose", "", Link(ctx.words("weights.loose"), ""), cells)

"""The page with the points of groups and competencies, column by column."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from levelbook.model.base import Kind
from levelbook.model.handbook import Sequence
from levelbook.model.points import PLAIN
from levelbook.model.sequence import Group
from levelbook.plan import addresses, points
from levelbook.plan.amounts import Amount, Column
from levelbook.plan.desk import Desk, Member
from levelbook.plan.page import Heading, Layout, Page
from levelbook.plan.points import Ledger
from levelbook.plan.prose import Passage, passages
from levelbook.plan.remarks import Remark, remark, remarks
from levelbook.plan.shared import (
    Link,
    Nothing,
    competency_link,
    confidential,
    figure,
    kind_of_nothing,
    place,
    sequence_link,
)
from levelbook.plan.weights_chart import Chart, chart
from levelbook.plan.weights_readings import Other, others
from levelbook.problems import Place


@dataclass(frozen=True)
class WeightRow:
    """A group, a competency, or what belongs to none."""

    kind: str
    """outer, group, member or loose."""
    anchor: str
    """Its anchor."""
    link: Link
    """Its name, and its page where it has one."""
    cells: tuple[Amount | None, ...]
    """Its points, one a column; none where nothing stands there."""


@dataclass(frozen=True)
class WeightsView:
    """Everything on the page."""

    over: Link
    """The sequence."""
    note: str
    """What a column adds up to, and how long bars are."""
    corner: str
    """What the rows are."""
    word: str
    """What the columns are: level, grade or position."""
    columns: tuple[Column, ...]
    """Levels, grades or positions."""
    parts: tuple[tuple[WeightRow, ...], ...]
    """The rows, a group at a time."""
    scale: str
    """The figure of a full bar."""
    members: bool
    """Whether there are rows of competencies, so that they can be hidden."""
    caption: str
    """What the table shows, for those who cannot see it."""
    label: str
    """The same, with a word on scrolling."""
    kinds: tuple[Nothing, ...]
    """The kinds of nothing in the table, for the key."""
    zero: bool
    """Whether there is a zero."""
    inferred: bool
    """Whether the editor worked out any figure."""
    chart: Chart | None
    """The groups as bars."""
    others: tuple[Other, ...]
    """Other possible readings."""
    confidential: str
    """What the source says about who may read it."""
    remarks: tuple[Remark, ...]
    """Editor's notes."""
    sections: tuple[Passage, ...]
    """The source's other prose."""
    source: Place | None
    """Where it is edited."""


def pages(desk: Desk, sequence: Sequence) -> tuple[Page, ...]:
    """The page of a sequence that has weights."""
    ledger = points.ledger(desk, sequence)
    if ledger is None:
        return ()
    view = _view(desk, sequence, ledger)
    page = Page(
        address=addresses.weights(sequence),
        title=desk.words("points.title"),
        template="weights",
        view=view,
        headings=_headings(desk, view),
        anchors=frozenset(row.anchor for part in view.parts for row in part if row.anchor),
        layout=Layout.WIDE,
        parent=addresses.sequence(sequence),
        source=view.source,
        description=view.caption,
    )
    return (page,)


def _headings(desk: Desk, view: WeightsView) -> tuple[Heading, ...]:
    found = [Heading("table", desk.words("weights.table"))]
    found += [Heading("readings", desk.words("weights.readings"))] if view.others else []
    found += [Heading("sections", desk.words("prose.of_source"))] if view.sections else []
    found += [Heading("remarks", desk.words("note.title"))] if view.remarks else []
    return tuple(found)


def _view(desk: Desk, sequence: Sequence, ledger: Ledger) -> WeightsView:
    parts = tuple(_part(desk, ledger, group) for _, group in sequence.groups() if _has_rows(ledger, group))
    cells = [cell for part in parts for row in part for cell in row.cells if cell]
    columns = ledger.made()
    caption = desk.words("weights.caption", sequence=desk.sequence_name(sequence))
    scale = _scale(parts)
    weights = ledger.weights
    return WeightsView(
        over=sequence_link(desk, sequence),
        note=_note(desk, ledger, scale),
        corner=desk.words(
            "weights.corner", group=desk.word(sequence, "group"), member=desk.word(sequence, "competency")
        ),
        word=ledger.word,
        columns=columns,
        parts=parts,
        scale=figure(scale),
        members=any(row.kind == "member" for part in parts for row in part),
        caption=caption,
        label=desk.words("matrix.scroll", caption=caption),
        kinds=_kinds(desk, [*cells, *(column.total for column in columns)]),
        zero=any(cell.value == "0" for cell in cells),
        inferred=any(cell.inferred for cell in cells),
        chart=chart(desk, ledger),
        others=others(desk, ledger),
        confidential=confidential(desk, sequence),
        remarks=(*_cautions(desk, sequence), *remarks(desk, sequence, weights)),
        sections=passages(desk, sequence, weights.sections),
        source=place(weights),
    )


def _note(desk: Desk, ledger: Ledger, scale: Decimal) -> str:
    """What a column adds up to, and how long bars are."""
    whole = ledger.weights.total
    parts = []
    if whole is not None:
        key = "weights.out_of" if ledger.columns == (PLAIN,) else "weights.out_of_each"
        parts.append(desk.words(key, n=figure(whole), unit=ledger.unit, word=ledger.word))
    if scale:
        parts.append(desk.words("weights.bars", n=figure(scale), unit=ledger.unit))
    return desk.clauses(parts)


def _scale(parts: tuple[tuple[WeightRow, ...], ...]) -> Decimal:
    """The longest bar; groups that hold groups have none."""
    rows = (row for part in parts for row in part if row.kind != "outer")
    return max((Decimal(cell.value) for row in rows for cell in row.cells if cell and cell.value), default=Decimal(0))


def _kinds(desk: Desk, cells: list[Amount]) -> tuple[Nothing, ...]:
    found = {cell.nothing.kind for cell in cells if cell.nothing}
    both = (kind_of_nothing(desk, key) for key in ("blank", "lost"))
    return tuple(one for one in both if one.kind in found)


def _cautions(desk: Desk, sequence: Sequence) -> Iterator[Remark]:
    """Notes on the source that whoever passes figures on must know."""
    source = sequence.head.source
    for note in source.notes if source else ():
        if note.kind is Kind.CAUTION:
            yield remark(desk, sequence, note)


def _has_rows(ledger: Ledger, group: Group) -> bool:
    """Whether a group has figures, of its own or in any member."""
    if group.id in ledger.rows or any(address in ledger.rows for address in group.competencies):
        return True
    return any(_has_rows(ledger, inner) for inner in group.groups if not inner.retired)


def _part(desk: Desk, ledger: Ledger, group: Group) -> tuple[WeightRow, ...]:
    """A group's row, then what belongs to none of its members, then its members."""
    rows = [_group(desk, ledger, group)]
    if any(ledger.figures.loose(group.id, column) for column in ledger.columns):
        rows.append(_loose(desk, ledger, group))
    rows += [
        _member(desk, ledger, one) for one in desk.members(ledger.sequence, group) if ledger.key(one) in ledger.rows
    ]
    return tuple(rows)


def _group(desk: Desk, ledger: Ledger, group: Group) -> WeightRow:
    cells = tuple(ledger.group(group, column) for column in ledger.columns)
    kind = "outer" if group.groups else "group"
    return WeightRow(kind, addresses.group_anchor(group.id), Link(desk.name(group), ""), cells)


def _member(desk: Desk, ledger: Ledger, member: Member) -> WeightRow:
    owner, competency = member
    link = competency_link(desk, member)
    cells = tuple(ledger.row(ledger.key(member), column) for column in ledger.columns)
    return WeightRow("member", addresses.competency_anchor(ledger.sequence, owner, competency), link, cells)


def _loose(desk: Desk, ledger: Ledger, group: Group) -> WeightRow:
    cells = tuple(ledger.loose(group.id, column) for column in ledger.columns)
    return WeightRow("loose", "", Link(desk.words("weights.loose"), ""), cells)

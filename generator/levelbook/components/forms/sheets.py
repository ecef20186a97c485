"""A form of the process as a sheet of paper: merged heads, rows, and places to write in.

A form with rows becomes a table: its head has as many rows as the tree of fields is deep, and a column that needs
fewer is so much deeper itself, so that every column reaches down to the table (`HeadCell.span` and `depth` are the
colspan and rowspan of HTML). A form without rows becomes blocks of plain fields. `form_fields` knows the columns,
`form_rows` the rows, and a `Slot` is where both meet. Both gather in one list what they leave out because it is
sensitive; it is complete only when both have been asked, so the notes under the sheet are written last.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from levelbook.assessment.settings import setting
from levelbook.components.editor_notes import Remark, remarks
from levelbook.components.forms import fields as form_fields
from levelbook.components.forms import rows as form_rows
from levelbook.components.forms.fields import Node
from levelbook.components.forms.rows import FormSubject
from levelbook.components.level_chips import Chip
from levelbook.localized.absence import Absence
from levelbook.model.growth import Form, FormField, Input
from levelbook.model.handbook import Sequence
from levelbook.site import urls
from levelbook.site.context import Context

MAX_ROOMY_FIELDS = 3
"""A form of so few plain fields leaves much room for each."""


@dataclass(frozen=True)
class HeadCell:
    """A cell of the head; one over several columns is a merged head."""

    text: str
    """The name of the column or of those under it."""
    note: str
    """What to write, and who writes it."""
    span: int
    """How many columns it stands over."""
    depth: int
    """How many rows of the head it takes."""
    kind: str
    """What is written there; nothing for a merged head."""


@dataclass(frozen=True)
class Slot:
    """A place in a row: something to read, or room to write."""

    kind: str
    """shows, text, date, number, choice, rating, pick or signature."""
    label: str
    """The column, where its head is not seen."""
    block: str
    """The outermost merged head, in its first column."""
    note: str
    """What to write, and who writes it."""
    text: str
    """What is shown, or what stands there at first."""
    choices: tuple[str, ...]
    """What can be ticked."""
    more: bool
    """Whether other answers are possible."""
    nothing: Absence | None
    """Why there is nothing to show."""


@dataclass(frozen=True)
class SheetRow:
    """A row of a form."""

    name: str
    """What it is about; a number where rows have no name."""
    address: str
    chip: Chip | None
    """Its level, where it is one."""
    months: str
    """When it is filled in."""
    slots: tuple[Slot, ...]
    """One a column."""


@dataclass(frozen=True)
class SheetGroup:
    """Rows that belong together."""

    title: str
    """Their group; nothing where they are not grouped."""
    rows: tuple[SheetRow, ...]


@dataclass(frozen=True)
class FormBlock:
    """Plain fields under one head."""

    title: str
    slots: tuple[Slot, ...]


@dataclass(frozen=True)
class FormSheet:
    """A form, ready to be filled in on paper."""

    form: Form
    anchor: str
    title: str
    """Its name, with its number."""
    corner: str
    """What the rows are."""
    head: tuple[tuple[HeadCell, ...], ...]
    """The head, row by row."""
    groups: tuple[SheetGroup, ...]
    """The rows; empty where the form is plain fields."""
    blocks: tuple[FormBlock, ...]
    """The plain fields; empty where the form has rows."""
    roomy: bool
    """Whether the plain fields are so few that each gets much room."""
    width: int
    """How many columns there are."""
    height: int
    """How many rows there are, those that name a group too."""
    notes: tuple[str, ...]
    """What else is to be known: rows may be added, what is left out, what figures mean."""
    remarks: tuple[Remark, ...]
    """Editor's notes on the form and its fields."""


def form_sheet(ctx: Context, sequence: Sequence, form: Form, step_id: str = "", sensitive: bool = False) -> FormSheet:
    """A form as a sheet; `step_id` names the level, grade or position whose demands and points it shows."""
    left_out: list[str] = []
    nodes = form_fields.nodes(ctx, form.fields, sensitive, left_out)
    subjects = form_rows.subjects(ctx, sequence, form, sensitive, left_out)
    rows = tuple(_row(ctx, sequence, nodes, subject, step_id) for subject in subjects)
    fields = [leaf.field for node in nodes for leaf in node.leaves]
    return FormSheet(
        form=form,
        anchor=urls.form_anchor(form.id),
        title=ctx.words("join.gap").join(part for part in (ctx.text(form, "number"), ctx.name(form)) if part),
        corner=form_rows.corner(ctx, sequence, form),
        head=_head(ctx, sequence, nodes) if form.rows and nodes else (),
        groups=_groups(subjects, rows) if form.rows and nodes else (),
        blocks=() if form.rows else _blocks(ctx, sequence, nodes, step_id),
        roomy=len(fields) <= MAX_ROOMY_FIELDS,
        width=len(fields),
        height=len(rows) + len({subject.group for subject in subjects if subject.group}),
        notes=(*form_rows.notes(ctx, sequence, form), *_notes(ctx, sequence, fields, left_out)),
        remarks=_remarks(ctx, sequence, form),
    )


def _head(ctx: Context, sequence: Sequence, nodes: tuple[Node, ...]) -> tuple[tuple[HeadCell, ...], ...]:
    height = max(node.depth for node in nodes)
    rows: list[list[HeadCell]] = [[] for _ in range(height)]

    def fill(siblings: tuple[Node, ...], row: int) -> None:
        for node in siblings:
            depth = 1 if node.parts else height - row
            kind = "" if node.parts else form_fields.kind(node.field)
            note = form_fields.note(ctx, sequence, node.field)
            rows[row].append(HeadCell(node.name, note, len(node.leaves), depth, kind))
            fill(node.parts, row + 1)

    fill(nodes, 0)
    return tuple(tuple(row) for row in rows)


def _row(ctx: Context, sequence: Sequence, nodes: tuple[Node, ...], subject: FormSubject, step_id: str) -> SheetRow:
    slots = [_slot(ctx, sequence, leaf, subject, step_id, block) for leaf, block in _leaves(nodes)]
    return SheetRow(subject.name, subject.address, subject.chip, subject.months, tuple(slots))


def _leaves(nodes: tuple[Node, ...]) -> list[tuple[Node, str]]:
    """The columns, the first under each outermost merged head with its name."""
    return [
        (leaf, node.name if node.parts and at == 0 else "") for node in nodes for at, leaf in enumerate(node.leaves)
    ]


def _slot(ctx: Context, sequence: Sequence, leaf: Node, subject: FormSubject, step_id: str, block: str = "") -> Slot:
    field, text, nothing = leaf.field, "", None
    if field and field.shows:
        text, nothing = form_rows.content(ctx, sequence, field.shows, subject, step_id)
    return Slot(
        kind=form_fields.kind(field),
        label=leaf.name,
        block=block,
        note=form_fields.note(ctx, sequence, field),
        text=text or (ctx.text(field, "default") if field else ""),
        choices=form_fields.choices(ctx, sequence, field) if field else (),
        more=bool(field and field.open_ended and field.input is Input.CHOICE),
        nothing=nothing,
    )


def _groups(subjects: tuple[FormSubject, ...], rows: tuple[SheetRow, ...]) -> tuple[SheetGroup, ...]:
    titles = dict.fromkeys(subject.group for subject in subjects)
    return tuple(
        SheetGroup(title, tuple(row for subject, row in zip(subjects, rows, strict=True) if subject.group == title))
        for title in titles
    )


def _blocks(ctx: Context, sequence: Sequence, nodes: tuple[Node, ...], step_id: str) -> tuple[FormBlock, ...]:
    """Plain fields by their outermost head; those without one stand together."""
    nobody, blocks = FormSubject(""), dict[str, list[Slot]]()
    for node in nodes:
        title = node.name if node.parts else ""
        blocks.setdefault(title, []).extend(_slot(ctx, sequence, leaf, nobody, step_id) for leaf in node.leaves)
    return tuple(FormBlock(title, tuple(slots)) for title, slots in blocks.items())


def _notes(ctx: Context, sequence: Sequence, fields: list[FormField | None], left_out: list[str]) -> tuple[str, ...]:
    """What figures mean, how many may be chosen, and what is left out."""
    rated = any(field and field.input is Input.RATING for field in fields)
    parts = [form_fields.ratings(ctx, sequence)[1]] if rated else []
    pick = setting(ctx, sequence, "pick")
    if pick and any(field and field.input is Input.PICK for field in fields):
        parts.append(ctx.words("form.pick", n=ctx.amount(pick)))
    if left_out:
        parts.append(ctx.words("form.left_out", names=ctx.series(left_out)))
    return tuple(part for part in parts if part)


def _remarks(ctx: Context, sequence: Sequence, form: Form) -> tuple[Remark, ...]:
    return (*remarks(ctx, sequence, form), *_remarks_on_fields(ctx, sequence, form.fields))


def _remarks_on_fields(ctx: Context, sequence: Sequence, fields: tuple[FormField, ...]) -> Iterator[Remark]:
    for field in fields:
        yield from remarks(ctx, sequence, field)
        yield from _remarks_on_fields(ctx, sequence, field.fields)

"""A form of the process as a sheet: merged heads, rows, and places to write in."""

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

ROOMY = 3
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
    """Its page."""
    chip: Chip | None
    """Its level, where it is one."""
    months: str
    """When it is filled in."""
    slots: tuple[Slot, ...]
    """Its places."""


@dataclass(frozen=True)
class SheetGroup:
    """Rows that belong together."""

    title: str
    """Their group; nothing where they are not grouped."""
    rows: tuple[SheetRow, ...]
    """The rows."""


@dataclass(frozen=True)
class FormBlock:
    """Plain fields under one head."""

    title: str
    """The head."""
    slots: tuple[Slot, ...]
    """The fields."""


@dataclass(frozen=True)
class FormSheet:
    """A form, ready to be filled in on paper."""

    anchor: str
    """Its anchor."""
    title: str
    """Its name, with its number."""
    help: str
    """How to fill it in."""
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
    say: tuple[str, ...]
    """What else is to be known: rows may be added, what is left out, what figures mean."""
    remarks: tuple[Remark, ...]
    """Editor's notes on the form and its fields."""


def form_sheet(ctx: Context, sequence: Sequence, form: Form, at: str = "", sensitive: bool = False) -> FormSheet:
    """A form as a sheet; `at` names the level, grade or position whose demands and points it shows."""
    left_out: list[str] = []
    nodes = form_fields.nodes(ctx, form.fields, sensitive, left_out)
    subjects = form_rows.subjects(ctx, sequence, form, sensitive, left_out)
    rows = tuple(_row(ctx, sequence, nodes, one, at) for one in subjects)
    fields = [leaf.field for node in nodes for leaf in node.leaves]
    return FormSheet(
        anchor=urls.form_anchor(form.id),
        title=ctx.words("join.gap").join(part for part in (ctx.text(form, "number"), ctx.name(form)) if part),
        help=ctx.marked(form, "help"),
        corner=form_rows.corner(ctx, sequence, form),
        head=_head(ctx, sequence, nodes) if form.rows and nodes else (),
        groups=_groups(subjects, rows) if form.rows and nodes else (),
        blocks=() if form.rows else _blocks(ctx, sequence, nodes, at),
        roomy=len(fields) <= ROOMY,
        width=len(fields),
        height=len(rows) + len({one.group for one in subjects if one.group}),
        say=(*form_rows.say(ctx, sequence, form), *_say(ctx, sequence, fields, left_out)),
        remarks=_remarks(ctx, sequence, form),
    )


def _head(ctx: Context, sequence: Sequence, nodes: tuple[Node, ...]) -> tuple[tuple[HeadCell, ...], ...]:
    deep = max(node.depth for node in nodes)
    rows: list[list[HeadCell]] = [[] for _ in range(deep)]

    def fill(inner: tuple[Node, ...], at: int) -> None:
        for node in inner:
            depth = 1 if node.parts else deep - at
            kind = "" if node.parts else form_fields.kind(node.field)
            rows[at].append(
                HeadCell(node.name, form_fields.note(ctx, sequence, node.field), len(node.leaves), depth, kind)
            )
            fill(node.parts, at + 1)

    fill(nodes, 0)
    return tuple(tuple(row) for row in rows)


def _row(ctx: Context, sequence: Sequence, nodes: tuple[Node, ...], subject: FormSubject, at: str) -> SheetRow:
    slots = [_slot(ctx, sequence, leaf, subject, at, block) for leaf, block in _leaves(nodes)]
    return SheetRow(subject.name, subject.address, subject.chip, subject.months, tuple(slots))


def _leaves(nodes: tuple[Node, ...]) -> list[tuple[Node, str]]:
    """The columns, the first under each outermost merged head with its name."""
    found = []
    for node in nodes:
        for number, leaf in enumerate(node.leaves):
            found.append((leaf, node.name if node.parts and number == 0 else ""))
    return found


def _slot(ctx: Context, sequence: Sequence, leaf: Node, subject: FormSubject, at: str, block: str = "") -> Slot:
    field = leaf.field
    shown, nothing = form_rows.shown(ctx, sequence, field.shows, subject, at) if field and field.shows else ("", None)
    return Slot(
        kind=form_fields.kind(field),
        label=leaf.name,
        block=block,
        note=form_fields.note(ctx, sequence, field),
        text=shown or (ctx.text(field, "default") if field else ""),
        choices=form_fields.choices(ctx, sequence, field) if field else (),
        more=bool(field and field.open_ended and field.input is Input.CHOICE),
        nothing=nothing,
    )


def _groups(subjects: tuple[FormSubject, ...], rows: tuple[SheetRow, ...]) -> tuple[SheetGroup, ...]:
    titles = dict.fromkeys(one.group for one in subjects)
    return tuple(
        SheetGroup(title, tuple(row for one, row in zip(subjects, rows, strict=True) if one.group == title))
        for title in titles
    )


def _blocks(ctx: Context, sequence: Sequence, nodes: tuple[Node, ...], at: str) -> tuple[FormBlock, ...]:
    """Plain fields by their outermost head; those without one stand together."""
    found: dict[str, list[Slot]] = {}
    for node in nodes:
        title = node.name if node.parts else ""
        found.setdefault(title, []).extend(_slot(ctx, sequence, leaf, FormSubject(""), at) for leaf in node.leaves)
    return tuple(FormBlock(title, tuple(slots)) for title, slots in found.items())


def _say(ctx: Context, sequence: Sequence, fields: list[FormField | None], left_out: list[str]) -> tuple[str, ...]:
    rated = any(field and field.input is Input.RATING for field in fields)
    parts = [form_fields.ratings(ctx, sequence)[1]] if rated else []
    pick = setting(ctx, sequence, "pick")
    if pick and any(field and field.input is Input.PICK for field in fields):
        parts.append(ctx.words("form.pick", n=ctx.amount(pick)))
    if left_out:
        parts.append(ctx.words("form.left_out", names=ctx.series(left_out)))
    return tuple(part for part in parts if part)


def _remarks(ctx: Context, sequence: Sequence, form: Form) -> tuple[Remark, ...]:
    return (*remarks(ctx, sequence, form), *(one for field in form.fields for one in _below(ctx, sequence, field)))


def _below(ctx: Context, sequence: Sequence, field: FormField) -> tuple[Remark, ...]:
    inner = (one for part in field.fields for one in _below(ctx, sequence, part))
    return (*remarks(ctx, sequence, field), *inner)

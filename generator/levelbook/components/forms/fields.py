"""The fields of a form: merged heads over columns, what is written into each, what can be chosen.

A form's fields are a tree: one with fields of its own is a head over them, one without is a column, or a line where
the form has no rows. `nodes` is that tree as paper shows it, and differs from the data in three ways: sensitive
fields are left out (their names go to `left_out`, so that the sheet can say so), a head whose list of columns the
source leaves open gets an empty column, and a head over the only column of the same name is that column.
"""

from dataclasses import dataclass
from typing import Literal

from levelbook.assessment.settings import LEVELS, setting
from levelbook.model.growth import FormField, Input
from levelbook.model.handbook import Sequence
from levelbook.queries.exams import scale_of
from levelbook.queries.process import plan_of
from levelbook.site.context import Context

FieldInput = Input | Literal["shows"]
"""What is written into a field; `shows` where it shows something."""
MAX_NAMED_RATINGS = 4
"""A scale of so few ratings shows their names in every box; a longer one shows figures and a key."""


@dataclass(frozen=True)
class Node:
    """A column or a merged head, as it is shown."""

    name: str
    """What stands over it."""
    field: FormField | None
    """The field; none where the source leaves open which there are."""
    parts: tuple["Node", ...] = ()
    """Those under a merged head."""

    @property
    def leaves(self) -> tuple["Node", ...]:
        """The columns under it, or itself."""
        return tuple(leaf for part in self.parts for leaf in part.leaves) if self.parts else (self,)

    @property
    def depth(self) -> int:
        """How many rows of the head it needs."""
        return 1 + max((part.depth for part in self.parts), default=0)


def nodes(ctx: Context, fields: tuple[FormField, ...], sensitive: bool, left_out: list[str]) -> tuple[Node, ...]:
    """The fields as they are shown: without sensitive ones, and with a column for those the source leaves open."""
    tree = []
    for field in fields:
        if field.sensitive and not sensitive:
            left_out.append(ctx.name(field))
            continue
        parts = nodes(ctx, field.fields, sensitive, left_out)
        if field.fields and not parts:
            continue
        if field.fields and field.open_ended:
            parts = (*parts, Node(ctx.words("form.more_columns"), None))
        says_nothing_new = len(parts) == 1 and parts[0].name == ctx.name(field)
        tree.append(parts[0] if says_nothing_new else Node(ctx.name(field), field, parts))
    return tuple(tree)


def kind(field: FormField | None) -> FieldInput:
    """What is written into a field, or that it shows something."""
    if field is None:
        return Input.TEXT
    return "shows" if field.shows else field.input or Input.TEXT


def note(ctx: Context, sequence: Sequence, field: FormField | None) -> str:
    """What to write into a field, and who does."""
    if field is None:
        return ""
    plan = plan_of(ctx.handbook, sequence)
    role = next((role for role in plan.roles if role.id == field.by), None) if plan and field.by else None
    by = ctx.words("form.by", role=ctx.name(role)) if role else ""
    return ctx.clauses([ctx.text(field, "help"), by])


def choices(ctx: Context, sequence: Sequence, field: FormField) -> tuple[str, ...]:
    """What can be ticked in a field."""
    if field.input is Input.RATING:
        return ratings(ctx, sequence)[0]
    if field.input is Input.CHOICE and not field.choices and sequence.actions:
        return tuple(ctx.text(kind, "choice") or ctx.name(kind) for kind in sequence.actions.types)
    return tuple(ctx.name(choice) for choice in field.choices)


def ratings(ctx: Context, sequence: Sequence) -> tuple[tuple[str, ...], str]:
    """What a rating can be, and what it means where only figures fit."""
    if setting(ctx, sequence, "scale") == LEVELS:
        return tuple(ctx.name(level) for level in sequence.levels), ""
    scale = scale_of(ctx.handbook, sequence)
    if scale is None:
        return (), ""
    if len(scale.ratings) <= MAX_NAMED_RATINGS:
        return tuple(ctx.name(rating) for rating in scale.ratings), ""
    figures = tuple(f"{rating.points:f}" for rating in scale.ratings)
    named = (f"{rating.points:f} {ctx.name(rating)}" for rating in scale.ratings)
    return figures, ctx.words("form.ratings", names=ctx.series(named))

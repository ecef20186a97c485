"""What no course covers, by competency: there is no course, or only such as touch it, or some of it is left."""

from dataclasses import dataclass

from levelbook.components.links import Link, competency_link
from levelbook.model.handbook import Sequence
from levelbook.queries.courses import named, taught
from levelbook.queries.index import Member
from levelbook.site import urls
from levelbook.site.context import Context


@dataclass(frozen=True)
class UntrainedRow:
    """A competency of which something is covered by no course."""

    link: Link
    kind: str
    """`none`, `touched` or `some`."""
    note: str
    """What is missing, in words."""
    codes: tuple[Link, ...]
    """The indicators that are left, where courses cover others; else all of them are, and nobody needs a list."""


@dataclass(frozen=True)
class Untrained:
    """What nobody trains."""

    summary: str
    """How many competencies are covered, touched, and neither, in a sentence."""
    rows: tuple[UntrainedRow, ...]
    """Those without any course first, each kind in the order of the tree."""


def untrained(ctx: Context, sequence: Sequence) -> Untrained:
    """What no course of any sequence covers in a sequence's tree."""
    members = {(owner.id, one.id): (owner, one) for owner, one in ctx.all_members(sequence)}
    rows = {key: _row(ctx, member) for key, member in members.items()}
    order = ("none", "touched", "some")
    kinds = [row.kind for row in rows.values() if row]
    left = sorted((row for row in rows.values() if row), key=lambda row: order.index(row.kind))
    summary = ctx.words(
        "untrained.summary",
        of=ctx.count("competency", len(members)),
        covered=len(members) - kinds.count("none") - kinds.count("touched"),
        touched=kinds.count("touched"),
        none=kinds.count("none"),
    )
    return Untrained(summary, tuple(left))


def _row(ctx: Context, member: Member) -> UntrainedRow | None:
    """None where courses cover all of it."""
    link = competency_link(ctx, member)
    if not taught(ctx, member):
        return UntrainedRow(link, "none", ctx.words("untrained.none"), ())
    covered = named(ctx, member, by_courses=True)
    every = member[1].every_live()
    left = [indicator.code for indicator in every if indicator.code not in covered]
    if not covered:
        return UntrainedRow(link, "touched", ctx.words("untrained.touched"), ())
    if not left:
        return None
    codes = tuple(Link(code, urls.permanent(code)) for code in left if code)
    return UntrainedRow(link, "some", ctx.words("untrained.some", n=len(left)), codes)

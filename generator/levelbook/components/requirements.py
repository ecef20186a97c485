"""Who needs a competency, as pages list it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from levelbook.components.level_chips import Chip, chip
from levelbook.localized.absence import Absence, absence
from levelbook.model.handbook import Sequence
from levelbook.model.sequence import Grade
from levelbook.queries import requirements
from levelbook.queries.index import Member
from levelbook.queries.requirements import Need
from levelbook.site import urls
from levelbook.site.context import Context


@dataclass(frozen=True)
class NeedRow:
    """A grade or position with the level it asks."""

    name: str
    address: str
    chip: Chip | None
    """The level."""
    nothing: Absence | None
    """Why there is none."""
    exception: bool = False
    """Whether others of the same grade are asked for another level."""
    sequence: str = ""
    """The sequence it stands in, where that is not the competency's."""
    of_grade: bool = False
    """Whether it is a grade, and not a position."""


def need_rows(ctx: Context, member: Member) -> Iterator[NeedRow]:
    """Who needs a competency: the grades of its sequence and of those that borrow it, and every position that asks."""
    return (_need_row(ctx, member, need) for need in requirements.needs(ctx, member))


def _need_row(ctx: Context, member: Member, need: Need) -> NeedRow:
    sequence, step, required = need.sequence, need.step, need.required
    of_grade = isinstance(step, Grade)
    return NeedRow(
        name=ctx.name(step),
        address=urls.grade(sequence, step.id) if of_grade else urls.position(sequence, step.id),
        chip=chip(ctx, sequence, required.level) if required.level else None,
        nothing=absence(ctx, sequence, required.gap) if required.gap else None,
        exception=required.exception and step.level is not None,
        sequence="" if sequence.id == member[0].id else ctx.sequence_name(sequence),
        of_grade=of_grade,
    )


def required_level(ctx: Context, sequence: Sequence, member: Member, level: str) -> Chip | None:
    """The chip of a required level, leading to its wording; none where a competency knows no levels."""
    if member[1].indicators:
        return None
    required = chip(ctx, sequence, level) or chip(ctx, member[0], level)
    return replace(required, address=wording_place(member, level), note="") if required else None


def wording_place(member: Member, level: str) -> str:
    """Where the wording of a level stands; nothing where there is none."""
    owner, competency = member
    page = urls.competency(owner, competency.id)
    if competency.cell(level):
        return f"{page}#{urls.level_anchor(level)}"
    anchor = "indicators" if competency.indicators else "subjects"
    return f"{page}#{anchor}" if competency.indicators or competency.covers else ""

"""The picker of the home page: sequences by family, and the levels of each.

What can only be read for reference is no choice of one's own level: it is one line that leads to where it stands. Of
what is offered, a sequence of which much is missing, or that may be out of date, says so before it is chosen.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from levelbook.components.level_chips import Chip, chips
from levelbook.components.links import Link, sequence_link
from levelbook.localized.absence import Absence, absence
from levelbook.localized.status import status_badge
from levelbook.model.handbook import Sequence
from levelbook.pages.home.contents import instead_of_levels
from levelbook.queries.completeness import tally
from levelbook.queries.reference import is_for_reference, levels_offered
from levelbook.site import urls
from levelbook.site.context import Context

LITTLE_LEFT = 3 / 4
"""Where less of what should be there is there, the picker says so."""


@dataclass(frozen=True)
class PickedSequence:
    """A sequence to choose."""

    key: str
    link: Link
    """Its name and page."""
    note: str
    """Whose standard it is, and of how many levels or of what kind."""
    outdated: str
    """Said where it may be out of date."""
    little_left: Absence | None
    """Said where much of it is missing."""
    chips: tuple[Chip, ...]
    """Its levels of which anything is left, low to high."""
    alternatives: tuple[Link, ...]
    """What to choose from where there are no levels."""
    first: bool
    """Whether it is chosen at first."""


@dataclass(frozen=True)
class PickedFamily:
    """A family with the sequences to choose from."""

    name: str
    sequences: tuple[PickedSequence, ...]


@dataclass(frozen=True)
class Picker:
    """Everything to choose from."""

    families: tuple[PickedFamily, ...]
    apart: Link | None
    """How many sequences are not offered, and where they stand."""


def picker(ctx: Context) -> Picker:
    """Everything to choose from: what is in force and not only for reference."""
    sequences, families = ctx.handbook.sequences, ctx.handbook.head.families
    listed = {key for family in families for key in family.sequences}
    named = [(ctx.name(family), _offered(ctx, family.sequences)) for family in families]
    every = [*named, ("", _offered(ctx, (key for key in sequences if key not in listed)))]
    first = next((sequence.id for _, offered in every for sequence in offered), "")
    choices = tuple(PickedFamily(name, _choices(ctx, offered, first)) for name, offered in every if offered)
    return Picker(choices, _apart(ctx, len(sequences) - sum(len(offered) for _, offered in every)))


def _offered(ctx: Context, keys: Iterable[str]) -> list[Sequence]:
    sequences = (ctx.handbook.sequences.get(key) for key in keys)
    return [sequence for sequence in sequences if sequence and not is_for_reference(ctx, sequence)]


def _apart(ctx: Context, count: int) -> Link | None:
    return Link(ctx.words("home.apart", n=count), f"{urls.SEQUENCES}#reference") if count else None


def _choices(ctx: Context, sequences: list[Sequence], first: str) -> tuple[PickedSequence, ...]:
    return tuple(_choice(ctx, sequence, first=sequence.id == first) for sequence in sequences)


def _choice(ctx: Context, sequence: Sequence, *, first: bool) -> PickedSequence:
    status = status_badge(ctx, sequence)
    offered = {level.id for level in levels_offered(ctx, sequence)}
    return PickedSequence(
        key=sequence.id,
        link=sequence_link(ctx, sequence),
        note=_note(ctx, sequence),
        outdated=status.word if status else "",
        little_left=_little_left(ctx, sequence),
        chips=tuple(chip for chip in chips(ctx, sequence) if chip.key in offered),
        alternatives=instead_of_levels(ctx, sequence),
        first=first,
    )


def _note(ctx: Context, sequence: Sequence) -> str:
    """Whose standard it is where it has a source, and how many levels it has or of what kind it is."""
    source, kind = sequence.head.source, ctx.text(sequence.head, "kind")
    size = ctx.levels(len(sequence.levels)) if sequence.levels else kind
    organisation = (ctx.text(source, "organisation") or ctx.words("home.unsigned")) if source else ""
    return ctx.words("join.dot").join(part for part in (organisation, size or ctx.words("home.no_levels")) if part)


def _little_left(ctx: Context, sequence: Sequence) -> Absence | None:
    cells = tally(ctx, sequence)
    missing = cells.all and (cells.full + cells.partial) / cells.all < LITTLE_LEFT
    return absence(ctx, sequence, "incomplete", ctx.marked(sequence.head, "incomplete")) if missing else None

"""Editor's notes, as they are shown beside the thing they are about."""

from collections.abc import Iterable
from dataclasses import dataclass

from levelbook.model.base import Note, Noted
from levelbook.model.handbook import Sequence
from levelbook.model.note_kinds import Kind
from levelbook.site.context import Context


@dataclass(frozen=True)
class Remark:
    """An editor's note."""

    note: Note
    word: str
    """The word for its kind."""
    about: str
    """What it is about, where that is less than the whole thing."""


def remarks(ctx: Context, sequence: Sequence | None, shape: Noted) -> tuple[Remark, ...]:
    """The editor's notes of a thing."""
    return tuple(remark(ctx, sequence, note) for note in shape.notes if not note.for_tools)


def about(ctx: Context, sequence: Sequence, shape: Noted, key: str) -> tuple[Remark, ...]:
    """The editor's notes of a thing that are about one of its keys, for the pages that show it."""
    return tuple(remark(ctx, sequence, note) for note in shape.notes if key in note.about and not note.for_tools)


def cautions(ctx: Context, sequence: Sequence, shape: Noted, codes: Iterable[str]) -> tuple[Remark, ...]:
    """The warnings of a thing that are about any of these indicators, for the pages that show those."""
    indicators = set(codes)
    warnings = (note for note in shape.notes if note.kind is Kind.CAUTION and indicators.intersection(note.about))
    return tuple(remark(ctx, sequence, note) for note in warnings)


def remark(ctx: Context, sequence: Sequence | None, note: Note) -> Remark:
    """An editor's note."""
    return Remark(
        note=note,
        word=ctx.words(f"note.kind.{note.kind.value}"),
        about=ctx.series(_name_of(ctx, sequence, about) for about in note.about),
    )


def _name_of(ctx: Context, sequence: Sequence | None, about: str) -> str:
    """What a note is about, as people call it: a key of the data, advice on wording, or the thing at an address."""
    for key in (f"key.{about}", f"advice.name.{about}"):
        if key in ctx.words:
            return ctx.words(key)
    target = ctx.links.find(sequence, about)
    return target.name if target else about

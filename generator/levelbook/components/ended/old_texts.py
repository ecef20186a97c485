"""What things said and asked before they ended, for the pages that are left of them.

Whoever comes by an old link wants to see what it meant: what a competency asked level by level, a level competency by
competency, a position of whom it asked what. Indicators that ended earlier than the whole are not among it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from levelbook.localized.sentences import ListedStatement, signed
from levelbook.model.competency import Competency, Indicator
from levelbook.model.growth import Action
from levelbook.model.handbook import Sequence
from levelbook.model.position import Position
from levelbook.model.sequence import Grade, Group, Level
from levelbook.queries.coded import CodedThing
from levelbook.site.context import Context


@dataclass(frozen=True)
class OldLine:
    """A line of what was asked."""

    code: str
    """Its code, or nothing."""
    text: str | ListedStatement
    """What it says; may hold a little inline Markdown."""


@dataclass(frozen=True)
class OldPart:
    """What was asked at a level, or of a competency."""

    name: str
    """Whose it was; nothing where it was all."""
    lines: tuple[OldLine, ...]


def old_words(ctx: Context, thing: CodedThing) -> Iterator[str]:
    """What a thing said of itself."""
    model = thing.model
    if isinstance(model, Competency | Group):
        texts = [ctx.marked(model, "definition")]
    elif isinstance(model, Level | Grade):
        texts = [ctx.marked(model, "role"), *(ctx.marked(entry, "text") for entry in model.expectations)]
    elif isinstance(model, Action | Indicator):
        texts = [ctx.marked(model, "text")]
    else:
        texts = []
    yield from (text for text in texts if text)


def old_parts(ctx: Context, thing: CodedThing) -> Iterator[OldPart]:
    """What a thing asked."""
    model, sequence = thing.model, thing.sequence
    if isinstance(model, Competency):
        yield from _of_competency(ctx, sequence, model)
    elif isinstance(model, Level):
        yield from _of_level(ctx, sequence, model)
    elif isinstance(model, Position | Grade):
        lines = tuple(_required(ctx, sequence, model))
        if lines:
            yield OldPart("", lines)


def _of_competency(ctx: Context, sequence: Sequence, competency: Competency) -> Iterator[OldPart]:
    levels = {level.id: ctx.name(level) for level in sequence.head.levels}
    cells = {key: cell for key, cell in competency.levels.items() if key in levels}
    yield from _part(ctx, "", competency.indicators)
    for key, name in levels.items():
        if key in cells:
            yield from _part(ctx, name, cells[key].indicators)


def _of_level(ctx: Context, sequence: Sequence, level: Level) -> Iterator[OldPart]:
    for competency in sequence.competencies.values():
        cell = competency.cell(level.id)
        yield from _part(ctx, ctx.name(competency), cell.indicators if cell else ())


def _part(ctx: Context, name: str, indicators: Iterable[Indicator]) -> Iterator[OldPart]:
    lines = tuple(OldLine(indicator.code, signed(ctx, indicator)) for indicator in indicators)
    if lines:
        yield OldPart(name, lines)


def _required(ctx: Context, sequence: Sequence, thing: Position | Grade) -> Iterator[OldLine]:
    """The levels that were required, by name: of all, and of what was named."""
    names = {level.id: ctx.name(level) for level in sequence.head.levels}
    if isinstance(thing.level, str) and thing.level in names:
        yield OldLine("", ctx.words("former.required_all", level=names[thing.level]))
    for address, level in thing.required.items():
        member = ctx.member(sequence, address)
        asked = next((one for one in member[0].head.levels if one.id == level), None) if member else None
        if member and asked:
            yield OldLine("", ctx.words("former.required", name=ctx.name(member[1]), level=ctx.name(asked)))

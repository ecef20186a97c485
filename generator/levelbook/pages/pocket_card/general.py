"""What a level expects in general, flat, as the cover of its card prints it.

On its page it is a tree of headings and lists; a cover has room for a line a thing at most.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from levelbook.model.base import Entry
from levelbook.model.handbook import Sequence
from levelbook.model.sequence import Level
from levelbook.queries.grades import grades_that_are
from levelbook.site.context import Context

_STOPS = "。．；.; "
"""What ends a sentence; within a line another sign takes its place."""
_COLONS = ("：", ":")


@dataclass(frozen=True)
class GeneralExpectation:
    """Something that is expected whatever the competency, in one line."""

    text: str
    n: int
    """How many things it says."""


def general_expectations(ctx: Context, sequence: Sequence, level: Level) -> tuple[GeneralExpectation, ...]:
    """What a level expects, and what is said of the grades that are this level under other names."""
    grades = grades_that_are(sequence, level)
    expectations = list(_lines(ctx, level.expectations))
    for grade in grades:
        name = ctx.name(grade) if len(grades) > 1 else ""
        expectations += _lines(ctx, grade.expectations, name)
    return tuple(expectations)


def _lines(ctx: Context, entries: Iterable[Entry], name: str = "") -> Iterator[GeneralExpectation]:
    """A line for each entry that says anything, each with the name of whom it is said."""
    for entry in entries:
        statements = tuple(_statements(ctx, entry))
        if statements:
            parts = (name, ctx.text(entry, "name"), _sentence(ctx, statements))
            yield GeneralExpectation(ctx.words("join.label").join(filter(None, parts)), len(statements))


def _sentence(ctx: Context, statements: tuple[str, ...]) -> str:
    """Statements in a row; one that announces the next keeps its colon."""
    *former, last = statements
    between = ctx.words("join.sentences")
    return "".join(each if each.endswith(_COLONS) else each.rstrip(_STOPS) + between for each in former) + last


def _statements(ctx: Context, entry: Entry) -> Iterator[str]:
    """What an entry says, and what its parts do; a part that has a name says it first."""
    if text := ctx.text(entry, "text"):
        yield text
    for part in entry.items:
        statements = list(_statements(ctx, part))
        if statements and (name := ctx.text(part, "name")):
            statements[0] = f"{name}{ctx.words('join.label')}{statements[0]}"
        yield from statements

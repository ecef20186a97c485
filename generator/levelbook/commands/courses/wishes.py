"""What a table wants of each course, once everything in it is known to name something; or all that does not.

Addresses are read as `for` in actions.yml: the code of an indicator, or what stands for a group, a competency or a
level of one, seen from the sequence whose course it is. What has ended is named with what takes its place, as a table
is often older than the handbook.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from levelbook.checks.context import CheckContext
from levelbook.checks.names import Thing
from levelbook.commands.courses.problem import CourseTableProblem, error
from levelbook.commands.courses.table import CourseRow
from levelbook.commands.csv_cells import TableCell
from levelbook.loading.suggest import suggest
from levelbook.model.base import Retired
from levelbook.model.handbook import Handbook
from levelbook.model.link import masked, trouble
from levelbook.queries.indicators import every_indicator

_MINUTES: Final = re.compile(r"([1-9][0-9]{0,4})(\.0+)?")
_KINDS: Final = frozenset({"indicator", "competency", "group"})


@dataclass(frozen=True)
class CourseWish:
    """What a course is to be."""

    code: str
    file: str
    """Its actions.yml."""
    covers: tuple[str, ...]
    minutes: str | None
    """None where it stays as it is; empty where it is to go."""
    link: str | None


@dataclass(frozen=True)
class CourseWishes:
    """What a table wants, and what keeps it from being had."""

    wishes: tuple[CourseWish, ...]
    problems: tuple[CourseTableProblem, ...]


def wishes_of(ctx: CheckContext, handbook: Handbook, rows: list[CourseRow]) -> CourseWishes:
    """What rows want; where a problem is told, nothing is to be written."""
    wishes, problems, seen = [], list[CourseTableProblem](), dict[str, int]()
    for row in rows:
        thing = ctx.names.codes.get(row.code, [None])[0]
        wrong = [*_code_problems(ctx, handbook, row, thing, seen)]
        if thing and not wrong:
            seen[row.code] = row.row.number
            wrong = [*_cell_problems(ctx, handbook, row, thing.sequence)]
            covers = tuple(_written(ctx, address) for address in row.covers)
            wishes.append(CourseWish(row.code, thing.place.file, covers, _minutes(row), row.text("link")))
        problems += wrong
    return CourseWishes(tuple(wishes), tuple(problems))


def _code_problems(
    ctx: CheckContext, handbook: Handbook, row: CourseRow, thing: Thing | None, seen: dict[str, int]
) -> Iterator[CourseTableProblem]:
    place, code = row.place("code"), row.code
    if not code:
        yield error("code_missing", place)
    elif code in seen:
        yield error("code_twice", place, value=code, first=seen[code])
    elif thing is None:
        known = [key for key, things in ctx.names.codes.items() if things[0].kind == "action"]
        guess = suggest(code, known)
        yield error("course_unknown", place, value=code, guess=(guess,) if guess else ())
    elif thing.kind != "action":
        yield error("no_course", place, value=code, text=thing.text)
    elif thing.retired:
        yield _ended(place, code, _ending(handbook, code))


def _cell_problems(
    ctx: CheckContext, handbook: Handbook, row: CourseRow, sequence: str
) -> Iterator[CourseTableProblem]:
    for address in row.covers:
        yield from _address_problems(ctx, handbook, row.place("covers"), _written(ctx, address), sequence)
    minutes, link = row.text("minutes"), row.text("link")
    if minutes and not _MINUTES.fullmatch(minutes):
        yield error("minutes_wrong", row.place("minutes"), value=minutes)
    if link and trouble(link):
        yield error("link_wrong", row.place("link"), value=masked(link))


def _address_problems(
    ctx: CheckContext, handbook: Handbook, place: TableCell, address: str, sequence: str
) -> Iterator[CourseTableProblem]:
    thing = ctx.names.find(address, sequence)
    if isinstance(thing, Thing) and thing.kind not in _KINDS:
        yield error("not_to_cover", place, value=address)
    elif isinstance(thing, Thing) and thing.retired:
        yield _ended(place, address, _ending(handbook, address.partition("@")[0]))
    elif not isinstance(thing, Thing):
        now = ctx.ledger.now.get(address)
        if now:
            yield error("renamed", place, value=address, now=now)
            return
        guess = suggest(address, [*ctx.names.codes, *ctx.names.ids.get(sequence, ())])
        yield error("unknown", place, value=address, guess=(guess,) if guess else ())


def _ended(place: TableCell, value: str, end: Retired | None) -> CourseTableProblem:
    if end and end.replaced_by:
        return error("replaced", place, value=value, list=tuple(end.replaced_by))
    return error("ended", place, value=value, why=str(end.why) if end else "—")


def _ending(handbook: Handbook, address: str) -> Retired | None:
    """Why something ended, and what takes its place; also where that is what it stands in."""
    for sequence in handbook.sequences.values():
        for action in sequence.actions.actions if sequence.actions else ():
            if action.id == address:
                return action.retired
        for competency in sequence.all_competencies.values():
            for indicator in every_indicator(competency):
                if indicator.code == address:
                    return indicator.retired or competency.retired
            if address in (competency.id, f"{sequence.id}/{competency.id}", f"{sequence.code}-{competency.code}"):
                return competency.retired
    return None


def _written(ctx: CheckContext, address: str) -> str:
    """A code in capitals, whatever was typed."""
    base, at, step = address.partition("@")
    return f"{base.upper()}{at}{step}" if base.upper() in ctx.names.codes else address


def _minutes(row: CourseRow) -> str | None:
    minutes = row.text("minutes")
    whole = _MINUTES.fullmatch(minutes or "")
    return whole[1] if whole else minutes

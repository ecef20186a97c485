"""What every level, grade and position asks, as data for the page of a move."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import combinations

from levelbook.components.extent import subjects
from levelbook.localized.absence import absence_of
from levelbook.model.competency import Cell, Competency, Indicator
from levelbook.model.handbook import Sequence
from levelbook.model.position import Position
from levelbook.model.sequence import Grade
from levelbook.queries.index import Member
from levelbook.queries.level_diff import Change
from levelbook.queries.requirements import NOT_REQUIRED, Required, required
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.urls import file_address

Json = dict[str, object]
WHOLE = ""
"""The key of what is not written level by level, and of a whole standard."""


@dataclass(frozen=True)
class Stop:
    """Where somebody stands or wants to go: a level, a grade, a position, or a whole standard."""

    key: str
    """Its id; nothing for the whole standard."""
    kind: str
    """level, grade, position or whole."""
    name: str
    """Its name."""
    address: str
    """Its page."""
    asks: tuple[str | None, ...]
    """What is asked of each competency of the tree: a level, `` where it has none, a gap; none: not asked."""
    waives: tuple[int, ...] = ()
    """Which competencies the data say are not required; of others that are not asked nothing is said."""


class _Texts:
    """The indicators, each once, by number."""

    def __init__(self, ctx: Context) -> None:
        self._ctx = ctx
        self.rows: list[tuple[str, str]] = []
        self._numbers: dict[int, int] = {}

    def number(self, one: Indicator) -> int:
        if id(one) not in self._numbers:
            self._numbers[id(one)] = len(self.rows)
            self.rows.append((one.code, self._ctx.text(one, "text")))
        return self._numbers[id(one)]

    def numbers(self, indicators: tuple[Indicator, ...]) -> list[int]:
        return [self.number(one) for one in indicators]


def script(ctx: Context) -> str:
    """The data as a script, since pages opened from disk cannot fetch."""
    return f"window.levelbookMove = {json.dumps(data(ctx), ensure_ascii=False, separators=(',', ':'))};\n"


def data(ctx: Context) -> Json:
    """Every sequence with its stops and competencies, and the indicators they name by number."""
    texts = _Texts(ctx)
    found = [_sequence(ctx, texts, one) for one in ctx.handbook.sequences.values() if places(ctx, one)]
    live = {key: one for key, one in ctx.handbook.concepts.items() if not one.retired and key in ctx.concepts}
    return {
        "words": ctx.words.section("move.result"),
        "sequences": found,
        "concepts": {key: [ctx.name(one), file_address(urls.concept(key))] for key, one in live.items()},
        "indicators": texts.rows,
    }


def places(ctx: Context, sequence: Sequence) -> tuple[Stop, ...]:
    """The stops of a sequence: levels, grades, positions that name what they ask, or else the whole standard."""
    if sequence.head.retired:
        return ()
    members = ctx.all_members(sequence)
    stops = [_stop(members, one.id, "level", _of_level(one.id)) for one in sequence.levels]
    stops += [_stop(members, one.id, "grade", _of_step(sequence, one)) for one in sequence.grades]
    for one in sequence.positions.values():
        if one.level or one.required:
            stops.append(_stop(members, one.id, "position", _of_step(sequence, one)))
    if not sequence.levels and members:
        stops.append(_stop(members, WHOLE, "whole", lambda member: WHOLE))
    return tuple(_named(ctx, sequence, stop) for stop in stops)


def _stop(members: tuple[Member, ...], key: str, kind: str, asks: Callable[[Member], str | None]) -> Stop:
    found = tuple(asks(member) for member in members)
    waives = tuple(at for at, one in enumerate(found) if one == NOT_REQUIRED)
    return Stop(key, kind, "", "", tuple(None if one == NOT_REQUIRED else one for one in found), waives)


def _named(ctx: Context, sequence: Sequence, stop: Stop) -> Stop:
    if stop.kind == "whole":
        return replace(stop, name=ctx.words("move.whole"), address=urls.sequence(sequence))
    target = ctx.links.find(sequence, stop.key)
    page = target.address if target and target.address else urls.sequence(sequence)
    return replace(stop, name=target.name if target else stop.key, address=page)


def _of_level(level: str) -> Callable[[Member], str | None]:
    def asked(member: Member) -> str | None:
        cell = member[1].cell(level)
        if cell is None:
            return WHOLE
        return NOT_REQUIRED if cell.not_required else level

    return asked


def _of_step(sequence: Sequence, step: Grade | Position) -> Callable[[Member], str | None]:
    def asked(member: Member) -> str | None:
        found: Required = required(sequence, step, member)
        if found.level and found.exception and not member[1].levels:
            return found.level
        if found.level:
            return _of_level(found.level)(member)
        return found.gap or None

    return asked


def _sequence(ctx: Context, texts: _Texts, sequence: Sequence) -> Json:
    members = ctx.all_members(sequence)
    return {
        "id": sequence.id,
        "name": ctx.sequence_name(sequence),
        "href": file_address(urls.sequence(sequence)),
        "ranked": not sequence.head.unranked,
        "cumulative": sequence.head.cumulative.value,
        "levels": {level.id: ctx.name(level) for level in sequence.levels},
        "stops": [
            {
                "id": stop.key,
                "kind": stop.kind,
                "name": stop.name,
                "href": file_address(stop.address),
                "asks": stop.asks,
                "waives": stop.waives,
            }
            for stop in places(ctx, sequence)
        ],
        "competencies": [_competency(ctx, texts, sequence, member) for member in members],
    }


def _competency(ctx: Context, texts: _Texts, reader: Sequence, member: Member) -> Json:
    owner, one = member
    cells = {level.id: cell for level in reader.levels if (cell := one.cell(level.id))}
    return {
        "id": f"{owner.id}/{one.id}",
        "name": ctx.name(one),
        "href": file_address(urls.competency(owner, one.id)),
        "concept": one.concept or "",
        "definition": ctx.text(one, "definition") or ctx.text(one, "short"),
        "cells": {key: _cell(ctx, texts, reader, member, key, cell) for key, cell in cells.items()}
        or {WHOLE: _whole(ctx, texts, one)},
        "changes": {
            f"{low}>{high}": [_change(texts, change) for change in ctx.changes(reader, member, low, high)]
            for low, high in combinations(cells, 2)
        },
    }


def _cell(ctx: Context, texts: _Texts, reader: Sequence, member: Member, key: str, cell: Cell) -> Json:
    empty, found = absence_of(ctx, cell), ctx.expectation(reader, member, key)
    return {
        "summary": ctx.text(cell, "summary"),
        "nothing": [empty.kind, ctx.words("nothing.why", what=empty.text, why=empty.why)] if empty else [],
        "holds": texts.numbers(found.applies),
        "open": texts.numbers(found.unsaid),
    }


def _whole(ctx: Context, texts: _Texts, one: Competency) -> Json:
    empty = absence_of(ctx, one)
    return {
        "summary": subjects(ctx, one),
        "nothing": [empty.kind, ctx.words("nothing.why", what=empty.text, why=empty.why)] if empty else [],
        "holds": texts.numbers(one.indicators),
        "open": [],
    }


def _change(texts: _Texts, change: Change) -> list[object]:
    after = texts.number(change.after) if change.after else None
    return [change.kind.value, texts.numbers(change.before), after]

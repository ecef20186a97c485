"""What every level, grade and position asks, as data for the page that compares two roles.

Which two roles a reader compares is known in the browser only, and sequences times levels times levels would be too
many pages. So `frontend/src/transfer/` compares: the page loads an index of all roles, and then a file each for the
sequences of the two that are chosen; `tests/pages/transfer.txt` shows their data. What only Python can tell is worked
out here: what holds at a level, what changed between two levels of a sequence, which kind of nothing stands in a cell.

Three things keep them small and must agree with the scripts, where a role is called a stop. Indicators are named by
numbers that count through the whole handbook, so that they are the same in every file, and a file holds those that it
names. A role says what it asks by position: its `asks` has an entry for each of its sequence's `competencies`, in the
same order. And an empty key stands for what knows no levels: as that of a cell, as what a role asks, and as the id of a
whole standard that has none.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from levelbook.components.codes.contract import ListedItems
from levelbook.localized.absence import absence_of
from levelbook.localized.extent import subjects
from levelbook.localized.sentences import listed_words, signed_words
from levelbook.model.competency import Cell, Competency, Indicator
from levelbook.model.handbook import Sequence
from levelbook.model.position import Position
from levelbook.model.sequence import Grade
from levelbook.pages.transfer.contract import (
    CellData,
    ChangeData,
    CompetencyData,
    ConceptLink,
    IndicatorText,
    RoleKind,
    SequenceChoice,
    StopChoice,
    TransferData,
    TransferIndex,
    TransferSequence,
)
from levelbook.queries.concepts import live_concepts
from levelbook.queries.grades import level_of_grade, own_grades
from levelbook.queries.index import Member
from levelbook.queries.level_diff import Change
from levelbook.queries.remembered import asked_once, remembered
from levelbook.queries.requirements import NOT_REQUIRED, asks, required
from levelbook.site import urls
from levelbook.site.assets import marked
from levelbook.site.context import Context
from levelbook.site.links import LinkTarget
from levelbook.site.urls import file_address

NO_LEVEL = ""
"""Stands for the level of what is not written level by level, and is the key of a whole standard."""
Asked = str | None
"""What a role asks of a competency: a level, NO_LEVEL, a gap or NOT_REQUIRED; none where nothing is said of it."""


@dataclass(frozen=True)
class TransferRole:
    """Where somebody stands or wants to go: a level, a grade, a position, or a whole standard."""

    key: str
    """Its id; nothing for the whole standard."""
    kind: RoleKind
    """level, grade, position or whole."""
    name: str
    address: str
    asks: tuple[Asked, ...]
    """What it asks of each competency of the tree; none where it asks nothing."""
    waives: tuple[int, ...] = ()
    """Which competencies the data say are not required; of others that are not asked nothing is said."""


class _Indicators:
    """The indicators that a file names, by number."""

    def __init__(self, ctx: Context) -> None:
        self._ctx = ctx
        self._first = _first_numbers(ctx)
        self.rows: dict[str, IndicatorText] = {}
        """Code and text."""
        self.listed: dict[str, ListedItems] = {}
        """Those that have items, as lists."""

    def numbers(self, member: Member, indicators: tuple[Indicator, ...]) -> list[int]:
        return [self.number(member, indicator) for indicator in indicators]

    def number(self, member: Member, indicator: Indicator) -> int:
        owner, competency = member
        # By identity, since not all have a code.
        place = next(at for at, live in enumerate(competency.every_live()) if live is indicator)
        number = self._first[owner.id, competency.id] + place
        self.rows.setdefault(str(number), (indicator.code, signed_words(self._ctx, indicator)))
        listed = listed_words(self._ctx, indicator)
        if listed:
            self.listed.setdefault(str(number), listed)
        return number


@remembered(lambda: ())
def _first_numbers(ctx: Context) -> dict[tuple[str, str], int]:
    """The number of the first indicator of each competency, by sequence and competency."""
    numbers, number = dict[tuple[str, str], int](), 0
    for sequence in ctx.handbook.sequences.values():
        for competency in sequence.competencies.values():
            numbers[sequence.id, competency.id] = number
            number += len(competency.every_live())
    return numbers


@remembered(lambda: ())
def data_files(ctx: Context) -> tuple[tuple[str, str], ...]:
    """Each file's address and text: a script a sequence, since pages opened from disk cannot fetch, and their index."""
    made = [file for sequence in ctx.handbook.sequences.values() if (file := _file(ctx, sequence))]
    choices = [choice for _, _, choice in made]
    index: TransferIndex = {"words": ctx.words.section("transfer.result"), "sequences": choices}
    files = ((address, text) for address, text, _ in made)
    return (*files, (urls.TRANSFER_DATA, f"window.levelbookMove = {_json(index)};\n"))


@asked_once(lambda sequence: sequence.id)
def _file(ctx: Context, sequence: Sequence) -> tuple[str, str, SequenceChoice] | None:
    """A sequence's file: address, text, and how the index names it; none of one without roles."""
    part = _data_of(ctx, sequence)
    if part is None:
        return None
    address = f"{urls.TRANSFER_PARTS}{sequence.id}.js"
    text = f"(window.levelbookMoves ??= {{}})[{_json(sequence.id)}] = {_json(part)};\n"
    return address, text, _choice(sequence, part["sequences"][0], marked(address, text))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _choice(owner: Sequence, sequence: TransferSequence, src: str) -> SequenceChoice:
    stops: list[StopChoice] = [
        {"id": stop["id"], "kind": stop["kind"], "name": stop["name"]} for stop in sequence["stops"]
    ]
    moved = {grade.id: level.id for grade in owner.grades if (level := level_of_grade(owner, grade))}
    choice: SequenceChoice = {"id": sequence["id"], "src": src, "stops": stops}
    if moved:
        choice["moved"] = moved
    return choice


def data(ctx: Context) -> Iterator[TransferData]:
    """What each sequence asks that has any roles."""
    parts = (_data_of(ctx, sequence) for sequence in ctx.handbook.sequences.values())
    return (part for part in parts if part)


def _data_of(ctx: Context, sequence: Sequence) -> TransferData | None:
    roles = transfer_roles(ctx, sequence)
    if not roles:
        return None
    indicators = _Indicators(ctx)
    asked = _sequence(ctx, indicators, sequence, roles)
    named = {concept for competency in asked["competencies"] for concept in competency["concepts"]}
    made: TransferData = {
        "sequences": [asked],
        "concepts": {key: link for key, link in _concept_links(ctx).items() if key in named},
        "indicators": indicators.rows,
    }
    if indicators.listed:
        made["listed"] = indicators.listed
    return made


@remembered(lambda: ())
def _concept_links(ctx: Context) -> dict[str, ConceptLink]:
    return {
        concept.id: (ctx.name(concept), file_address(urls.concept(concept.id))) for concept, _ in live_concepts(ctx)
    }


def transfer_roles(ctx: Context, sequence: Sequence) -> tuple[TransferRole, ...]:
    """The roles of a sequence: levels, grades, positions that name what they ask, or else the whole standard."""
    if sequence.head.retired:
        return ()
    members = ctx.all_members(sequence)
    roles: list[tuple[RoleKind, str, list[Asked]]] = []
    for level in sequence.levels:
        roles.append(("level", level.id, [_asked_by_level(level.id, member) for member in members]))
    for grade in own_grades(sequence):
        roles.append(("grade", grade.id, [_asked_by_step(sequence, grade, member) for member in members]))
    for position in sequence.positions.values():
        if asks(position):
            roles.append(("position", position.id, [_asked_by_step(sequence, position, member) for member in members]))
    if not sequence.levels and members:
        roles.append(("whole", NO_LEVEL, [NO_LEVEL for _ in members]))
    return tuple(_role(ctx, sequence, kind, key, asked) for kind, key, asked in roles)


def _role(ctx: Context, sequence: Sequence, kind: RoleKind, key: str, asked: list[Asked]) -> TransferRole:
    target = ctx.links.find(sequence, key) if key else LinkTarget(ctx.words("transfer.whole"), "")
    return TransferRole(
        key=key,
        kind=kind,
        name=target.name if target else key,
        address=(target.address if target else "") or urls.sequence(sequence),
        asks=tuple(None if level == NOT_REQUIRED else level for level in asked),
        waives=tuple(at for at, level in enumerate(asked) if level == NOT_REQUIRED),
    )


def _asked_by_level(level: str, member: Member) -> Asked:
    cell = member[1].cell(level)
    if cell is None:
        return NO_LEVEL
    return NOT_REQUIRED if cell.not_required else level


def _asked_by_step(sequence: Sequence, step: Grade | Position, member: Member) -> Asked:
    """What a grade or position asks; a level it names for a competency without levels is named all the same."""
    asked = required(sequence, step, member)
    if asked.level and asked.exception and not member[1].levels:
        return asked.level
    return _asked_by_level(asked.level, member) if asked.level else asked.gap or None


def _sequence(
    ctx: Context, indicators: _Indicators, sequence: Sequence, roles: tuple[TransferRole, ...]
) -> TransferSequence:
    members = ctx.all_members(sequence)
    return {
        "id": sequence.id,
        "name": ctx.sequence_name(sequence),
        "href": file_address(urls.sequence(sequence)),
        "ranked": not sequence.head.unranked,
        "cumulative": sequence.head.cumulative,
        "levels": {level.id: ctx.name(level) for level in sequence.levels},
        "stops": [
            {
                "id": role.key,
                "kind": role.kind,
                "name": role.name,
                "href": file_address(role.address),
                "asks": role.asks,
                "waives": role.waives,
            }
            for role in roles
        ],
        "competencies": [_competency(ctx, indicators, sequence, member) for member in members],
    }


def _competency(ctx: Context, indicators: _Indicators, sequence: Sequence, member: Member) -> CompetencyData:
    """A competency as the sequence sees it in whose tree it stands, which may borrow it."""
    owner, competency = member
    cells = {level.id: cell for level in sequence.levels if (cell := competency.cell(level.id))}
    return {
        "id": f"{owner.id}/{competency.id}",
        "name": ctx.name(competency),
        "href": file_address(urls.competency(owner, competency.id)),
        "concepts": list(competency.concepts),
        "definition": ctx.text(competency, "definition") or ctx.text(competency, "short"),
        "cells": {level: _cell(ctx, indicators, sequence, member, level, cell) for level, cell in cells.items()}
        or {NO_LEVEL: _without_levels(ctx, indicators, member)},
        "changes": {
            f"{low}>{high}": [
                _change(indicators, member, change) for change in ctx.changes(sequence, member, low, high)
            ]
            for low, high in combinations(cells, 2)
        },
    }


def _cell(
    ctx: Context, indicators: _Indicators, sequence: Sequence, member: Member, level: str, cell: Cell
) -> CellData:
    expectation = ctx.expectation(sequence, member, level)
    return {
        "summary": ctx.text(cell, "summary"),
        "nothing": _nothing(ctx, member[0], cell),
        "holds": indicators.numbers(member, expectation.applies),
        "open": indicators.numbers(member, expectation.unsaid),
    }


def _without_levels(ctx: Context, indicators: _Indicators, member: Member) -> CellData:
    _, competency = member
    return {
        "summary": subjects(ctx, competency),
        "nothing": _nothing(ctx, *member),
        "holds": indicators.numbers(member, competency.indicators),
        "open": [],
    }


def _nothing(ctx: Context, owner: Sequence, thing: Cell | Competency) -> list[str]:
    """The kind of nothing, and what is said of it."""
    nothing = absence_of(ctx, owner, thing)
    return [nothing.kind, ctx.words("nothing.why", what=nothing.text, why=nothing.why)] if nothing else []


def _change(indicators: _Indicators, member: Member, change: Change) -> ChangeData:
    after = indicators.number(member, change.after) if change.after else None
    return change.kind, indicators.numbers(member, change.before), after

"""Does every address lead to something, and to what is meant?"""

from collections.abc import Iterator
from typing import Any, Final

from levelbook.checks.context import CheckContext, error
from levelbook.checks.names import STEPS, Names, Thing
from levelbook.loading.data_file import DataFile
from levelbook.loading.nodes import Text
from levelbook.loading.schema_walk import SchemaPart, fields
from levelbook.loading.suggest import brief, suggest
from levelbook.model.advice import AdviceCode
from levelbook.model.base import Note, Retired, Shape
from levelbook.model.growth import Action, Calibration, Chapter, Section
from levelbook.model.note_kinds import Kind
from levelbook.model.position import Position, Reading, Weights
from levelbook.model.sequence import Grade, Group
from levelbook.problems import Place, Problem

_COMPETENCY: Final = frozenset({"competency"})
_ROW: Final = frozenset({"group", "competency"})
_TARGET: Final = frozenset({"group", "competency", "indicator"})

RECORDS: Final = frozenset({Retired, Calibration})
"""What they name may have ended since."""

_LISTS: Final[dict[tuple[type[Shape], str], tuple[str, frozenset[str]]]] = {
    (Group, "competencies"): ("competency", _COMPETENCY),
    (Action, "for"): ("target", _TARGET),
    (Section, "for"): ("target", _TARGET),
    (Chapter, "for"): ("target", _TARGET),
    (Retired, "replaced_by"): ("", frozenset()),
}
"""Lists of addresses, with what they may name; an empty set stands for anything."""
_KEYS: Final[dict[tuple[type[Shape], str], tuple[str, frozenset[str]]]] = {
    (Grade, "required"): ("competency", _COMPETENCY),
    (Position, "required"): ("competency", _COMPETENCY),
    (Calibration, "competencies"): ("competency", _COMPETENCY),
    (Weights, "points"): ("row", _ROW),
    (Weights, "unassigned"): ("row", _ROW),
    (Reading, "points"): ("row", _ROW),
    (Reading, "unassigned"): ("row", _ROW),
}
"""Mappings keyed by addresses."""


def addresses(ctx: CheckContext) -> Iterator[Problem]:
    """Every address in every file."""
    for sequence, data_file, part in ctx.parts():
        for key in part.node:
            rule = _LISTS.get((part.shape, key)) or (("", frozenset()) if key == "see" else None)
            if rule:
                for address in part.listed(key):
                    yield from _address_problems(ctx, sequence, data_file, part, address, *rule)
            rule = _KEYS.get((part.shape, key))
            if rule:
                for address in part.keys(key):
                    yield from _address_problems(ctx, sequence, data_file, part, address, *rule)


def _address_problems(
    ctx: CheckContext,
    sequence: str,
    data_file: DataFile[Any],
    part: SchemaPart,
    address: Text,
    variant: str,
    kinds: frozenset[str],
) -> Iterator[Problem]:
    thing = ctx.names.find(address, sequence)
    if thing is None:
        return
    place = data_file.place(address)
    if not isinstance(thing, Thing):
        if address in ctx.losses.single():
            yield error("ref-unknown", place, "gone", address=address)
        elif address not in ctx.losses.former():
            yield _unknown(ctx.names, sequence, data_file, part, address, kinds)
    elif kinds and (thing.kind not in kinds or ("@" in address and variant != "target")):
        yield error("ref-unknown", place, variant, address=address)
    elif thing.retired and not part.retired and part.shape not in RECORDS:
        yield error("retired-used", place, "listed" if part.shape is Group else "", address=address)


def _unknown(
    names: Names, sequence: str, data_file: DataFile[Any], part: SchemaPart, address: Text, kinds: frozenset[str]
) -> Problem:
    near = suggest(address, likely(names, sequence, address, kinds))
    if part.shape is Group and "/" not in address and not address[:1].isupper():
        path = Place(f"sequences/{sequence}/competencies/{brief(address)}.yml")
        return error("file-missing", data_file.place(address), "listed", file=path, id=address, guess=near)
    return error("ref-unknown", data_file.place(address), address=address, guess=near)


def likely(names: Names, sequence: str, address: str, kinds: frozenset[str]) -> Iterator[str]:
    """What may have been meant: codes for a code, ids of the sequence named for an id."""
    base, at, _ = address.partition("@")
    if at:
        steps = [key for kind in sorted(STEPS) for key in names.of_kind(sequence, kind)]
        yield from (f"{base}@{step}" for step in steps)
    if address[:1].isupper():
        yield from (code for code in names.codes if code.count("-") == address.count("-"))
        return
    owner, slash, _ = base.rpartition("/")
    if slash and owner not in names.ids:
        yield from (f"{sequence}/{base.rpartition('/')[2]}" for sequence in names.ids if sequence)
        return
    prefix = f"{owner}/" if slash else ""
    for key, things in names.ids.get(owner if slash else sequence, {}).items():
        if not kinds or things[0].kind in kinds:
            yield prefix + key


def about(ctx: CheckContext) -> Iterator[Problem]:
    """What notes say they are about: keys of the mapping they stand in, levels, addresses."""
    for sequence, data_file, part in ctx.parts():
        notes = part.node.at("notes")
        for note in notes if isinstance(notes, list) else ():
            part_of_note = SchemaPart(Note, note)
            if note.at("kind") == Kind.ACCEPTED:
                yield from _advice(data_file, part_of_note)
                continue
            for address in part_of_note.listed("about"):
                if not _is_key(part, address) and ctx.names.find(address, sequence) is False:
                    options = [*fields(part.shape), *likely(ctx.names, sequence, address, frozenset())]
                    near = suggest(address, options)
                    yield error("ref-unknown", data_file.place(address), "about", address=address, guess=near)


def _advice(data_file: DataFile[Any], note: SchemaPart) -> Iterator[Problem]:
    """What an accepted wording is about: codes of advice, at least one."""
    codes = tuple(code.value for code in AdviceCode)
    for code in note.listed("about"):
        if code not in codes:
            place = data_file.place(code)
            yield error("ref-unknown", place, "advice", address=code, list=codes, guess=suggest(code, codes))


def _is_key(part: SchemaPart, word: str) -> bool:
    return word in part.node or word in fields(part.shape)

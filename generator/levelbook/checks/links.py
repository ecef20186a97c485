"""Do short names inside the handbook (scales, forms, roles, concepts …) lead to something?"""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from levelbook.checks.context import CheckContext, error, information, warning
from levelbook.checks.names import Thing
from levelbook.loading.data_file import DataFile
from levelbook.loading.nodes import Text
from levelbook.loading.schema_walk import SchemaPart
from levelbook.loading.suggest import suggest
from levelbook.model import limits
from levelbook.model.competency import Competency
from levelbook.model.growth import Action, Form, FormField, Phase, Plan
from levelbook.model.handbook import HandbookHead
from levelbook.model.link import masked, trouble
from levelbook.model.position import Position
from levelbook.model.scale import Assessment, Scale
from levelbook.problems import Problem

_ID: Final = re.compile("[a-z][a-z0-9-]*")
_ROW_WORDS: Final = frozenset({"many", "competencies", "levels", "grades"})
_LEFT_OUT: Final = frozenset({"relative", "scheme"})
_ROW_COUNTS: Final = frozenset(map(str, range(1, limits.ROWS + 1)))
"""Of rows; more than a person writes are a slip, and would make a page nobody can open."""


def scales(ctx: CheckContext) -> Iterator[Problem]:
    """The scales and the goal of every assessment."""
    scales_file = ctx.folder.scales
    known = {scale.id for scale in scales_file.value.scales} if scales_file and scales_file.value else set()
    sure = scales_file is None or scales_file.value is not None
    for sequence, data_file, part in ctx.parts():
        if part.shape is Scale:
            yield from _unknown(data_file, part.text("source"), set(ctx.folder.sequences), "scale-source")
        if part.shape is Assessment:
            scale = part.text("scale")
            if sure:
                yield from _unknown(data_file, scale, known | {"levels"}, "scale")
                yield from _unknown(data_file, part.text("parts"), known, "parts")
            yield from _against(ctx, sequence, data_file, part)


def _against(ctx: CheckContext, sequence: str, data_file: DataFile[Any], part: SchemaPart) -> Iterator[Problem]:
    goal = part.text("against")
    if goal is None or goal in ("current", "target"):
        return
    thing = ctx.names.find(goal, sequence)
    if thing is not None and not (isinstance(thing, Thing) and thing.kind in ("level", "grade", "position")):
        yield error("ref-unknown", data_file.place(goal), "against", address=goal)


def concepts(ctx: CheckContext) -> Iterator[Problem]:
    """The concepts of competencies."""
    concepts_file = ctx.folder.concepts
    if concepts_file and concepts_file.value is None:
        return
    listed = concepts_file.value.concepts if concepts_file and concepts_file.value else ()
    known = {concept.id: concept for concept in listed}
    for _, data_file, part in ctx.parts():
        for concept in part.named("concept") if part.shape is Competency else ():
            yield from _unknown(data_file, concept, known, "concept")
            if concept in known and known[str(concept)].retired and not part.retired:
                yield error("retired-used", data_file.place(concept), address=concept)


def actions(ctx: CheckContext) -> Iterator[Problem]:
    """The types of actions are among those that actions.yml lists."""
    for files in ctx.folder.sequences.values():
        data_file = files.actions
        if data_file and data_file.value:
            known = {action_type.id for action_type in data_file.value.types}
            for part in data_file.parts():
                if part.shape is Action:
                    yield from _unknown(data_file, part.text("type"), known, "type")


def web(ctx: CheckContext) -> Iterator[Problem]:
    """Addresses of the web: those that pages leave out, and those that would lead astray or give a password away."""
    for _, data_file, part in ctx.parts():
        link = part.text("link") if part.shape is Action else None
        if part.shape is HandbookHead:
            link = part.text("moved_to")
        why = trouble(link) if link is not None else ""
        if part.shape is HandbookHead and (link or "").lower().startswith("mailto:"):
            why = "relative"
        if link is not None and why:
            make = warning if why in _LEFT_OUT else error
            yield make("link-wrong", data_file.place(link), why, value=masked(link))


def plans(ctx: CheckContext) -> Iterator[Problem]:
    """Forms and roles inside a plan."""
    for _, data_file, part in ctx.parts():
        if part.shape is Plan and isinstance(data_file.value, Plan):
            yield from _plan(data_file, data_file.value)


def _plan(data_file: DataFile[Any], plan: Plan) -> Iterator[Problem]:
    forms = {form.id for form in plan.forms}
    roles = {role.id for role in plan.roles}
    for part in data_file.parts():
        if part.shape is Phase:
            for form in part.listed("forms"):
                yield from _unknown(data_file, form, forms, "form")
        elif part.shape is FormField:
            yield from _unknown(data_file, part.text("by"), roles, "role")
        elif part.shape is Form:
            rows = part.text("rows")
            if rows is not None and rows not in _ROW_COUNTS:
                yield from _unknown(data_file, rows, forms | _ROW_WORDS, "rows")


def positions(ctx: CheckContext) -> Iterator[Problem]:
    """Positions that others report to or go on to, where they are named by id."""
    for sequence, data_file, part in ctx.parts():
        if part.shape is Position and not part.retired:
            for key in ("reports_to", "next"):
                named = part.text(key)
                thing = ctx.names.get(sequence, named) if named is not None else None
                if named is not None and thing and thing.kind == "position" and thing.retired:
                    yield error("retired-used", data_file.place(named), address=named)
                elif named is not None and not (thing and thing.kind == "position"):
                    yield from _like_an_id(ctx, sequence, data_file, named)


def _like_an_id(ctx: CheckContext, sequence: str, data_file: DataFile[Any], named: Text) -> Iterator[Problem]:
    """Words that seem to be meant as a position's id: there is a hyphen in them, or a position has nearly that id."""
    likely = suggest(named, ctx.names.of_kind(sequence, "position"))
    if _ID.fullmatch(named) and ("-" in named or likely):
        yield information("position-unknown", data_file.place(named), address=named, guess=likely)


def _unknown(data_file: DataFile[Any], word: Text | None, known: Iterable[str], variant: str) -> Iterator[Problem]:
    if word is not None and word not in known:
        yield error("ref-unknown", data_file.place(word), variant, address=word, guess=suggest(word, known))

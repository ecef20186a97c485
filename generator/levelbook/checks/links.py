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
from levelbook.model.link import masked, trouble
from levelbook.model.position import Position
from levelbook.model.scale import Assessment, Scale
from levelbook.problems import Problem

_ID: Final = re.compile("[a-z][a-z0-9-]*")
_ROWS: Final = frozenset({"many", "competencies", "levels", "grades"})
_LEFT_OUT: Final = frozenset({"relative", "scheme"})
_NUMBERS: Final = frozenset(map(str, range(1, limits.ROWS + 1)))
"""Of rows; more than a person writes are a slip, and would make a page nobody can open."""


def scales(view: CheckContext) -> Iterator[Problem]:
    """The scales and the goal of every assessment."""
    sheet = view.folder.scales
    known = {one.id for one in sheet.value.scales} if sheet and sheet.value else set()
    sure = sheet is None or sheet.value is not None
    for sequence, at, part in view.parts():
        if part.shape is Scale:
            yield from _unknown(at, part.text("source"), set(view.folder.branches), "scale-source")
        if part.shape is Assessment:
            scale = part.text("scale")
            if sure:
                yield from _unknown(at, scale, known | {"levels"}, "scale")
                yield from _unknown(at, part.text("parts"), known, "parts")
            yield from _against(view, sequence, at, part)


def _against(view: CheckContext, sequence: str, sheet: DataFile[Any], part: SchemaPart) -> Iterator[Problem]:
    goal = part.text("against")
    if goal is None or goal in ("current", "target"):
        return
    found = view.names.find(goal, sequence)
    if found is not None and not (isinstance(found, Thing) and found.kind in ("level", "grade", "position")):
        yield error("ref-unknown", sheet.place(goal), "against", address=goal)


def concepts(view: CheckContext) -> Iterator[Problem]:
    """The concepts of competencies."""
    sheet = view.folder.concepts
    if sheet and sheet.value is None:
        return
    known = {one.id: one for one in sheet.value.concepts} if sheet and sheet.value else {}
    for _, at, part in view.parts():
        concept = part.text("concept") if part.shape is Competency else None
        yield from _unknown(at, concept, known, "concept")
        if concept in known and known[str(concept)].retired and concept is not None and not part.retired:
            yield error("retired-used", at.place(concept), address=concept)


def actions(view: CheckContext) -> Iterator[Problem]:
    """The types of actions."""
    for branch in view.folder.branches.values():
        sheet = branch.actions
        if sheet and sheet.value:
            known = {one.id for one in sheet.value.types}
            for part in sheet.parts():
                if part.shape is Action:
                    yield from _unknown(sheet, part.text("type"), known, "type")


def web(view: CheckContext) -> Iterator[Problem]:
    """Addresses of the web: those that pages leave out, and those that would lead astray or give a password away."""
    for _, sheet, part in view.parts():
        link = part.text("link") if part.shape is Action else None
        why = trouble(link) if link is not None else ""
        if link is not None and why:
            make = warning if why in _LEFT_OUT else error
            yield make("link-wrong", sheet.place(link), why, value=masked(link))


def plans(view: CheckContext) -> Iterator[Problem]:
    """Forms and roles inside a plan."""
    for _, sheet, part in view.parts():
        if part.shape is Plan and isinstance(sheet.value, Plan):
            yield from _plan(sheet, sheet.value)


def _plan(sheet: DataFile[Any], plan: Plan) -> Iterator[Problem]:
    forms = {one.id for one in plan.forms}
    roles = {one.id for one in plan.roles}
    for part in sheet.parts():
        if part.shape is Phase:
            for form in part.listed("forms"):
                yield from _unknown(sheet, form, forms, "form")
        elif part.shape is FormField:
            yield from _unknown(sheet, part.text("by"), roles, "role")
        elif part.shape is Form:
            rows = part.text("rows")
            if rows is not None and rows not in _NUMBERS:
                yield from _unknown(sheet, rows, forms | _ROWS, "rows")


def positions(view: CheckContext) -> Iterator[Problem]:
    """Positions that others report to or go on to, where they are named by id."""
    for sequence, sheet, part in view.parts():
        if part.shape is Position and not part.retired:
            for key in ("reports_to", "next"):
                named = part.text(key)
                thing = view.names.get(sequence, named) if named is not None else None
                if named is not None and thing and thing.kind == "position" and thing.retired:
                    yield error("retired-used", sheet.place(named), address=named)
                elif named is not None and not (thing and thing.kind == "position"):
                    yield from _like_an_id(view, sequence, sheet, named)


def _like_an_id(view: CheckContext, sequence: str, sheet: DataFile[Any], named: Text) -> Iterator[Problem]:
    """Words that seem to be meant as a position's id: there is a hyphen in them, or a position has nearly that id."""
    likely = suggest(named, view.names.of_kind(sequence, "position"))
    if _ID.fullmatch(named) and ("-" in named or likely):
        yield information("position-unknown", sheet.place(named), address=named, guess=likely)


def _unknown(sheet: DataFile[Any], word: Text | None, known: Iterable[str], variant: str) -> Iterator[Problem]:
    if word is not None and word not in known:
        yield error("ref-unknown", sheet.place(word), variant, address=word, guess=suggest(word, known))

"""Every key of the model that names something is known to `references`, so that no renaming forgets one."""

from collections.abc import Iterator
from typing import Any, get_args

from pydantic.fields import FieldInfo

from levelbook.commands.editing.references import NAMES, references
from levelbook.commands.editing.workspace import Workspace
from levelbook.loading.discover import MANY, SINGLE, TOP
from levelbook.loading.schema_walk import fields, schema_form
from levelbook.model.base import Shape
from levelbook.model.competency import Competency, Indicator
from levelbook.model.growth import Action, ActionType, Calibration, Chapter, Edition, Form, FormField, Phase, Role, Row
from levelbook.model.handbook import Concept, Family
from levelbook.model.ledger import CodeLedger
from levelbook.model.position import Reading
from levelbook.model.scale import Assessment, Scale
from levelbook.model.sequence import Grade, Group, Level
from levelbook.model.values import Address, Id, IdOrNot
from tests.commands.editing.small import small_files

OWN = {
    (shape, "id")
    for shape in (
        *(ActionType, Calibration, Chapter, Concept, Edition, Family, Form, FormField),
        *(Grade, Group, Level, Phase, Reading, Role, Row, Scale),
    )
}
"""Ids of the thing itself."""
ELSEWHERE = {
    (Action, "type"),
    (Assessment, "parts"),
    (Assessment, "scale"),
    (Competency, "concept"),
    (FormField, "by"),
    (Indicator, "ids"),
}
"""What names a scale, a concept, a role, a kind of action, or something elsewhere: nothing that can be moved."""
_MARKS = {id(mark) for kind in (Id, Address, IdOrNot) for mark in kind.__metadata__}  # type: ignore[attr-defined]


def shapes() -> set[type[Shape]]:
    """Everything that can stand in a file."""
    found: set[type[Shape]] = set()
    waiting: list[Any] = [*TOP.values(), *SINGLE.values(), *MANY.values()]
    while waiting:
        form = schema_form(waiting.pop())
        waiting += [part for part in (form.items, form.values) if part is not None]
        if form.shape and form.shape not in found:
            found.add(form.shape)
            waiting += fields(form.shape).values()
    return found - {CodeLedger}


def marks(annotation: Any) -> Iterator[int]:
    """All that is said of the texts in a type."""
    yield from (id(mark) for mark in getattr(annotation, "__metadata__", ()))
    for inner in get_args(annotation):
        yield from marks(inner)


def names_something(info: FieldInfo) -> bool:
    """Whether a key holds ids or addresses."""
    own = {id(mark) for mark in info.metadata}
    return bool(_MARKS & (own | set(marks(info.annotation))))


def test_every_key_that_names_something_is_known() -> None:
    every = {
        (shape, info.alias or name)
        for shape in shapes()
        for name, info in shape.model_fields.items()
        if names_something(info)
    }
    every = {(shape, key) for shape, key in every if key != "see"}
    words = {pair for pair, rules in NAMES.items() if pair not in every}
    assert every - NAMES.keys() - OWN - ELSEWHERE == set()
    assert {(shape.__name__, key) for shape, key in words} == {
        *(("Form", "rows"), ("Position", "reports_to"), ("Position", "next")),
    }
    assert (Indicator, "raises") not in every  # codes never change


def test_all_that_is_named_in_the_small_handbook_is_found() -> None:
    space = Workspace(small_files())
    found = {
        (reference.key, reference.word)
        for path in space.files
        if path.endswith(".yml") and path != "ledger.yml"
        for reference in references(space, path)
        if "listening" in reference.word
    }
    assert found == {
        *(("see", "sales/listening"), ("text", "sales/listening"), ("for", "listening@senior")),
        *(("competencies", "listening"), ("required", "listening"), ("points", "listening")),
        *(("about", "listening"), ("text", "listening@middle")),
    }

"""Shapes of the model: short forms, translations, content or a reason."""

from typing import get_args, get_origin

import pytest
from pydantic import AfterValidator, ValidationError
from pydantic.fields import FieldInfo

from levelbook.loading.discover import MANY, SINGLE, TOP
from levelbook.loading.schema_walk import fields
from levelbook.model.base import Entry, Reasoned, Shape
from levelbook.model.competency import Cell, Competency
from levelbook.model.sequence import Group


def every(kind: type[Shape]) -> list[type[Shape]]:
    return [one for below in kind.__subclasses__() for one in (below, *every(below))]


def test_every_shape_of_the_files_is_looked_at() -> None:
    assert {*TOP.values(), *SINGLE.values(), *MANY.values()} <= set(every(Shape))


def test_a_plain_text_is_the_short_form() -> None:
    entry = Entry.model_validate({"items": ["甲", {"text": "乙", "text_en": "B"}]})
    assert [one.text for one in entry.items] == ["甲", "乙"]
    assert entry.items[1].localized("text", "en") == "B"
    assert entry.items[0].localized("text", "en") == "甲"


def test_what_was_read_from_no_file_stands_on_no_line() -> None:
    assert Entry.model_validate({"items": ["甲"]}).line == 0


@pytest.mark.parametrize(
    ("shape", "filled", "wrong"),
    [
        (Cell, {"indicators"}, None),
        (Cell, {"indicators", "same_as"}, None),
        (Cell, {"incomplete"}, ("neither", ("indicators", "same_as", "as_level"))),
        (Cell, {"same_as", "lost"}, ("both", ("same_as", "lost"))),
        (Cell, {"blank", "lost"}, ("both", ("blank", "lost"))),
        (Group, {"incomplete"}, None),
        (Group, {"groups", "competencies"}, ("both", ("groups", "competencies"))),
        (Competency, {"levels", "covers"}, None),
        (Competency, {"levels", "indicators"}, ("both", ("levels", "indicators"))),
    ],
)
def test_content_or_a_reason(shape: type[Reasoned], filled: set[str], wrong: object) -> None:
    assert shape.choice(filled) == wrong


def test_an_empty_list_is_no_content() -> None:
    with pytest.raises(ValidationError):
        Cell.model_validate({"indicators": []})


@pytest.mark.parametrize("shape", every(Shape))
def test_choices_name_keys_of_the_files(shape: type[Shape]) -> None:
    if issubclass(shape, Reasoned):
        assert {*shape.CONTENT, *shape.EXCLUSIVE, *shape.EXCUSES} <= set(fields(shape))


@pytest.mark.parametrize("shape", every(Shape))
def test_every_field_says_what_it_is(shape: type[Shape]) -> None:
    assert shape.__doc__
    assert all(info.description for info in shape.model_fields.values())


FIXED = {"link", "moved_to", "revision", "against", "in_copy"}
"""Free texts that are the same in every language."""


@pytest.mark.parametrize("shape", every(Shape))
def test_every_free_text_may_be_translated(shape: type[Shape]) -> None:
    """What people read is a Text or a Prose; a field that is to stay the same in every language is named here."""
    free = {key for key, info in shape.model_fields.items() if _is_free(info)}
    assert {key for key in free if not shape.may_have_twin(key)} <= FIXED
    assert not any(info.alias for key, info in shape.model_fields.items() if key in free)


def _is_free(info: FieldInfo) -> bool:
    """Whether a field holds a text that follows no pattern."""
    if get_origin(info.annotation) in (tuple, dict):
        return False
    types = (info.annotation, *get_args(info.annotation))
    rules = [*info.metadata, *(rule for one in types for rule in getattr(one, "__metadata__", ()))]
    return any(getattr(one, "__origin__", one) is str for one in types) and not any(
        isinstance(rule, AfterValidator) for rule in rules
    )


def test_a_key_holds_marks_wherever_it_stands_or_nowhere() -> None:
    holds = {(key, shape.may_hold_marks(key)) for shape in every(Shape) for key in shape.model_fields}
    texts = {key for shape in every(Shape) for key in shape.model_fields if shape.may_have_twin(key)}
    assert [key for key in texts if (key, True) in holds and (key, False) in holds] == []
    assert {key for key, marked in holds if marked} == set(
        "text definition short in_short summary description help ask why means".split()
        + "not_required out_of_scope blank lost incomplete reference".split()
    )


def test_links_take_the_sequence_of_their_file_along() -> None:
    data = {"text": "见[倾听](listening)", "text_en": "See [b](b@low)", "items": ["[丙](c)"], "name": "[丁](d)"}
    entry = Entry.model_validate(data, context={"home": "sales"})
    assert (entry.text, entry.localized("text", "en")) == ("见[倾听](sales/listening)", "See [b](sales/b@low)")
    assert (entry.items[0].text, entry.name) == ("[丙](sales/c)", "[丁](d)")
    assert Entry.model_validate(data).text == data["text"]

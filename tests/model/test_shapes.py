"""Shapes of the model: short forms, translations, content or a reason."""

import pytest
from pydantic import ValidationError

from levelbook.decode.shapes import fields
from levelbook.model.base import Entry, Reasoned, Shape
from levelbook.model.competency import Cell, Competency
from levelbook.model.sequence import Group


def every(kind: type[Shape]) -> list[type[Shape]]:
    return [one for below in kind.__subclasses__() for one in (below, *every(below))]


def test_a_plain_text_is_the_short_form() -> None:
    entry = Entry.model_validate({"items": ["甲", {"text": "乙", "text_en": "B"}]})
    assert [one.text for one in entry.items] == ["甲", "乙"]
    assert entry.items[1].said("text", "en") == "B"
    assert entry.items[0].said("text", "en") == "甲"


@pytest.mark.parametrize(
    ("shape", "given", "wrong"),
    [
        (Cell, {"indicators"}, None),
        (Cell, {"indicators", "same_as"}, None),
        (Cell, {"incomplete"}, ("neither", ("indicators", "same_as"))),
        (Cell, {"same_as", "lost"}, ("both", ("same_as", "lost"))),
        (Cell, {"blank", "lost"}, ("both", ("blank", "lost"))),
        (Group, {"incomplete"}, None),
        (Group, {"groups", "competencies"}, ("both", ("groups", "competencies"))),
        (Competency, {"levels", "covers"}, None),
        (Competency, {"levels", "indicators"}, ("both", ("levels", "indicators"))),
    ],
)
def test_content_or_a_reason(shape: type[Reasoned], given: set[str], wrong: object) -> None:
    assert shape.choice(given) == wrong


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

"""The texts of one thing of the data in a language: for Python by `LocalizedHandbook`, for templates as filters."""

from levelbook.model.base import Named, Shape, Topic
from levelbook.text.inline import Marked, plain


def text_of(shape: Shape, key: str, language: str) -> str:
    """A text in plain words."""
    text = shape.localized(key, language)
    return plain(text) if shape.may_hold_marks(key) else text


def marked_of(shape: Shape, key: str, language: str) -> Marked:
    """A text with its bold, code and links."""
    return Marked(shape.localized(key, language))


def name_of(shape: Named | Topic, language: str) -> str:
    """What people call a thing."""
    return shape.localized("name", language)

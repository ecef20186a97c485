"""What can stand on a page, as far as its templates and scripts say: names of classes, ids, values, elements.

A word of theirs can be a name. Of words without a hyphen, which are as often plain English (`note`, `grid`, `end`),
only those are names of classes that stand in a class attribute, or in a text of a template's code (`{% set class =
"active" %}`). Elements are told by their tags; those that scripts make by the texts in them.

What breaks this: a template that writes a tag or a class of one word by a text put together from parts.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

_WORD = re.compile(r"[\w-]+")
_TAG = re.compile(r"<([a-zA-Z][\w-]*)")
_CODE = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
_TEXT = re.compile(r""""([^"]*)"|'([^']*)'|`([^`]*)`""")
_CLASSES = re.compile(r"""\bclass=(?:"([^"]*)"|'([^']*)'|([\w-]+))""")
_COLOUR: Final = "data-md-color-"
TEXT_ELEMENTS: Final = frozenset("a br code span strong".split())
"""What texts of the handbook are made of (`render`, `lang_attributes`)."""


@dataclass(frozen=True)
class PageWords:
    """The names that rules of a style sheet may ask for."""

    words: frozenset[str] = frozenset()
    """Ids, values of attributes, and names of classes that have a hyphen."""
    plain_classes: frozenset[str] = frozenset()
    """Names of classes that have none."""
    elements: frozenset[str] = frozenset()
    colours: frozenset[str] = frozenset()
    """Schemes and colours of the site's palette."""

    @cached_property
    def beginnings(self) -> tuple[str, ...]:
        """How words begin that are put together: `md-status--{{ status }}`."""
        return tuple(sorted(word for word in self.words if word.endswith("-") and word.strip("-")))

    def without(self, beginnings: tuple[str, ...]) -> "PageWords":
        """These without what begins so."""
        return replace(self, words=frozenset(word for word in self.words if not word.startswith(beginnings)))

    def has_class(self, name: str) -> bool:
        """Whether something can have this class."""
        return self.has_word(name) if "-" in name else name in self.plain_classes

    def has_value(self, attribute: str, value: str) -> bool:
        """Whether something can have this attribute, with all words of this value where one is asked for."""
        if value and attribute.startswith(_COLOUR):
            return value in self.colours
        return all(map(self.has_word, value.split() or [attribute]))

    def has_word(self, name: str) -> bool:
        """Whether something can have this id, or one that begins so."""
        return name in self.words or any(map(name.startswith, self.beginnings))


def page_words(templates: Iterable[str], scripts: Iterable[str] = (), colours: Iterable[str] = ()) -> PageWords:
    """The names in templates and scripts; colours are those of the site's palette, schemes too."""
    sources, texts = tuple(templates), [text for script in scripts for text in _texts(script)]
    return PageWords(
        words=frozenset(_WORD.findall("\n".join([*sources, *scripts]))),
        plain_classes=frozenset(name for source in sources for name in _plain_classes(source)),
        elements=frozenset(_elements(sources, texts)) | TEXT_ELEMENTS,
        colours=frozenset(colours) | {"default"},
    )


def _texts(code: str) -> Iterator[str]:
    return ("".join(found) for found in _TEXT.findall(code))


def _elements(templates: Iterable[str], texts: Iterable[str]) -> Iterator[str]:
    for source in templates:
        yield from (name.lower() for name in _TAG.findall(source))
    yield from (text for text in texts if text.isalnum())


def _plain_classes(template: str) -> Iterator[str]:
    """Texts of the template's code first: what is left then has no quotes but those of attributes."""
    for code in _CODE.findall(template):
        yield from (word for text in _texts(code) if "." not in text for word in text.split())
    for found in _CLASSES.findall(_CODE.sub(" ", template)):
        yield from "".join(found).split()

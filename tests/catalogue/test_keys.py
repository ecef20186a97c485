"""Every key of the catalogue is asked for, and every key that is asked for is there.

In Python a missing word is a KeyError on the page that needs it; in scripts the compiler knows the keys. A word that
nobody needs is translated for nothing. So keys are read from the code, those of scripts from its types, and the few
that are put together at run time are listed in together.py.
"""

from collections.abc import Iterator
from functools import cache

from levelbook.catalogue import LANGUAGES, Catalogue
from levelbook.model import competency, growth, handbook, position, scale, sequence
from levelbook.model.base import Shape
from tests.catalogue import asked
from tests.catalogue.together import ENDINGS, FOUND_BY_CONSTANT, LOOKED_FOR, OPTIONAL, SECTIONS, STARTS, TOGETHER, UNITS

MODELS = (competency, growth, handbook, position, scale, sequence)
"""What has to be imported for every shape of the data to be known."""


@cache
def together() -> frozenset[str]:
    """The keys that Python and templates put together, or ask for in a way that does not name them."""
    found = {
        pattern.replace("{}", value)
        for pattern, values in {**TOGETHER, **OPTIONAL, **LOOKED_FOR}.items()
        for value in values
    }
    found |= {f"{part}.{name}" for part, names in SECTIONS.items() for name in names}
    return frozenset(found | {f"count.{unit}.{form}" for unit in UNITS for form in ("one", "many")})


@cache
def fields() -> frozenset[str]:
    """The names of everything that the data can hold."""

    def below(shape: type[Shape]) -> Iterator[str]:
        yield from (name for key, field in shape.model_fields.items() for name in (key, field.alias) if name)
        for one in shape.__subclasses__():
            yield from below(one)

    assert MODELS
    return frozenset(below(Shape))


def chosen(key: str) -> bool:
    """Whether a key is one of many sentences, and a text that stands in the code chooses it."""
    for pattern, files in FOUND_BY_CONSTANT.items():
        start = pattern.partition("{}")[0]
        texts = asked.constants(files)
        if key.startswith(start) and key.count(".") == pattern.count("."):
            return all(part == "text" or _chooses(part, texts) for part in key.removeprefix(start).split("."))
    return False


def _chooses(part: str, texts: frozenset[str]) -> bool:
    """Whether a part of a key stands in the code, whole or without what is added to it."""
    bare = {part.removesuffix(end) for end in ENDINGS} | {part.removeprefix(start) for start in STARTS}
    return not texts.isdisjoint(bare)


@cache
def named() -> frozenset[str]:
    """The keys that are named somewhere, or put together of what is listed."""
    found = (
        asked.constants() | asked.calls() | asked.in_templates() | asked.in_schema() | asked.in_scripts() | together()
    )
    return found | {f"key.{field}" for field in fields()}


def is_asked_for(key: str) -> bool:
    """Whether anything asks for a key."""
    whole = any(key.startswith(part + ".") for part in asked.WHOLE)
    return key in named() or whole or chosen(key)


def test_nobody_asks_in_vain() -> None:
    """Keys named where they are asked for, and keys put together of all that they can be."""
    problems = {f"problem.{code}.{variant}" for code, variant in asked.variants()}
    assert sorted((asked.calls() | together() | problems) - asked.KEYS) == []


def test_every_key_is_asked_for() -> None:
    assert sorted(key for key in asked.KEYS if not is_asked_for(key)) == []


def test_every_way_to_put_a_key_together_is_listed() -> None:
    assert asked.patterns() - {"count.{}.{}"} == TOGETHER.keys() | FOUND_BY_CONSTANT.keys() | OPTIONAL.keys()


def test_languages_have_the_same_keys() -> None:
    assert len({Catalogue(language).keys() for language in LANGUAGES}) == 1

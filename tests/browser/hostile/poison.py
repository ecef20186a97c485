"""Puts a text that tries everything into every text field of a handbook, by the types of the model.

What stands in the seed (rubric_data/) keeps its ids, codes, links and figures; each of its texts becomes one that tries
everything, and so does each text that might stand there: left-out keys, notes, other names, prose, and translations.
"""

import re
from collections import Counter
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import yaml
from pydantic import AfterValidator
from pydantic.fields import FieldInfo

from levelbook.loading.discover import MANY, SINGLE, TOP, shape_of
from levelbook.model.base import REASONS, Reasoned, Shape

TEXT = (
    "=Z{n}z</title><script>hit({n})</script>\"><img/src=x/onerror=hit({n})>'&lt;script&gt;hit({n})&lt;/script&gt;"
    "&amp;{{{{7*7}}}}{{%x%}}]]>--></script></style><svg/onload=hit({n})>R&D<10家Z{n}z"
)
"""Ends everything a page may be in, runs in each way, also as a formula, and is told from all others by its number."""
LINK = "https://learn.example.com/Z{n}z?'onload=hit({n})//&lt;script&gt;hit({n})&amp;{{{{7*7}}}}{{%x%}}]]--Z{n}z"
"""The same for an address of the web, which may not hold blanks, angle brackets or double quotation marks."""
REFERENCES = frozenset("see about replaced_by for against competencies required rows".split())
"""Keys whose values are addresses or words of ours: to the types they are texts like any other."""
ALONE = frozenset([*REASONS, *"retired unranked indicators".split()])
"""Keys that change what their mapping is, and so come from the seed only."""
EITHER = frozenset(
    {
        ("Action", "name"),
        ("Action", "text"),
        ("WholeGuidance", "in_short"),
        ("Indicator", "items"),
        ("WholeGuidance", "author"),
    }
)
"""Keys of which one stands for both, or that stand in place of another: the seed has them."""
NOTHING = "nothing"
"""The id of a level of which nothing is left: it gets no text of what it asks, nor do cells that are lost."""
ASKED = frozenset({("Level", "role"), ("Level", "expectations"), ("Level", "sections"), ("Cell", "summary")})
TIMES = 1
"""So often notes, other names and prose are added to things of a kind: the handbook is to stay small."""
Field = tuple[str, str]
"""A shape's name, and a key of it."""


def text_of(number: int) -> str:
    """The text of a number."""
    return TEXT.format(n=number)


def link_of(number: int) -> str:
    """The address of the web of a number."""
    return LINK.format(n=number)


class Poison:
    """Fills a handbook; remembers which field got which texts."""

    def __init__(self) -> None:
        """Begin to count."""
        self.numbers: dict[int, Field] = {}
        self.added: Counter[Field] = Counter()

    def folder(self, seed: Path, target: Path) -> None:
        """Write the seed's files anew."""
        for source in sorted(seed.rglob("*.yml")):
            path = source.relative_to(seed)
            shape = shape_of(path.as_posix())
            assert shape, path
            data = yaml.load(source.read_text(encoding="utf-8"), yaml.BaseLoader)
            (target / path).parent.mkdir(parents=True, exist_ok=True)
            made = yaml.safe_dump(self.shape(shape, data), allow_unicode=True, width=10_000, sort_keys=False)
            (target / path).write_text(made, encoding="utf-8")

    def shape(self, shape: type[Shape], data: dict[str, Any] | str, inside: tuple[type[Shape], ...] = ()) -> Any:
        """A mapping with all that may stand in it; `inside` holds the invented shapes around it."""
        if isinstance(data, str):
            data = {shape.SHORT: data}
        made: dict[str, Any] = {}
        for key, types in fields(shape).items():
            value = self.value((shape.__name__, key), types, data.get(key), inside)
            if value is None and self.may_add(shape, key, data):
                value = self.invented((shape.__name__, key), types, (*inside, shape))
            if value is None:
                continue
            made[key] = value
            if is_text(key, types) and shape.may_have_twin(key):
                made[f"{key}_en"] = self.text((shape.__name__, f"{key}_en"))
        return made

    def text(self, field: Field) -> str:
        """The next text, which goes into this field."""
        number = len(self.numbers) + 1
        self.numbers[number] = field
        return link_of(number) if field[1] in ("link", "moved_to") else text_of(number)

    def value(self, field: Field, types: list[Any], given: Any, inside: tuple[type[Shape], ...]) -> Any:
        """What the seed has, with other texts; nothing where it has nothing."""
        if given is None:
            return None
        inner = shape_in(types)
        if isinstance(given, list):
            return [self.value(field, types, one, inside) for one in given]
        if inner and (isinstance(given, dict) or inner.SHORT) and not is_mapping(types):
            return self.shape(inner, given, inside)
        if inner and isinstance(given, dict):
            return {key: self.shape(inner, one, inside) for key, one in given.items()}
        return self.text(field) if is_text(field[1], types) else given

    def may_add(self, shape: type[Shape], key: str, data: dict[str, Any]) -> bool:
        """Whether a key that the seed leaves out may be there."""
        if key in ALONE or (shape.__name__, key) in EITHER:
            return False
        if key in ("definition", "short", "summary") and "in_short" in data.get("guidance", {}):
            return False
        if (shape.__name__, key) in ASKED and (data.get("id") == NOTHING or "lost" in data):
            return False
        if not issubclass(shape, Reasoned):
            return True
        exclusive = key in shape.EXCLUSIVE or (key in shape.CONTENT and any(one in data for one in REASONS))
        return not exclusive

    def invented(self, field: Field, types: list[Any], inside: tuple[type[Shape], ...]) -> Any:
        """A value for a left-out key: a text, or shapes that need no more than texts."""
        inner = shape_in(types)
        if is_text(field[1], types):
            return [self.text(field)] if is_list(types) else self.text(field)
        if not inner or len(inside) > 1 or is_mapping(types) or self.added[field] >= TIMES:
            return None
        needed = {key: needed_value(one) for key, one in inner.model_fields.items() if one.is_required()}
        if None in needed.values():
            return None
        self.added[field] += 1
        if not is_list(types):
            if not needed and issubclass(inner, Reasoned) and inner.CONTENT:
                needed = {REASONS[0]: ""}
            return self.shape(inner, needed, inside)
        variants = [dict.fromkeys([reason], "") for reason in REASONS] if "text" in fields(inner) else []
        reasoned = variants if issubclass(inner, Reasoned) else []
        whole = needed or dict.fromkeys(inner.model_fields.keys() & {"text"}, "")
        return [self.shape(inner, one, inside) for one in (whole, *reasoned)]


def needed_value(info: FieldInfo) -> str | None:
    """What may stand in a key that has to be there, before the texts take their places."""
    kind = info.annotation
    if isinstance(kind, type) and issubclass(kind, Enum):
        return str(next(iter(kind)).value)
    return "" if is_text("", types_of(info)) else None


def fields(shape: type[Shape]) -> dict[str, list[Any]]:
    """The types of a shape's keys, by the name they have in files."""
    return {info.alias or name: types_of(info) for name, info in shape.model_fields.items()}


def types_of(info: FieldInfo) -> list[Any]:
    """Everything a field's type is made of, with what limits it."""
    return [*_parts(info.annotation), *info.metadata]


def _parts(kind: Any) -> Iterator[Any]:
    yield kind
    origin = get_origin(kind)
    if origin is Annotated:
        yield from _parts(get_args(kind)[0])
        yield from kind.__metadata__
    elif origin in (Union, UnionType, tuple):
        for part in get_args(kind):
            yield from _parts(part)
    elif origin is dict:
        yield from _parts(get_args(kind)[1])


def is_text(key: str, types: list[Any]) -> bool:
    """Whether people read what stands there: a string, or strings, that need not fit a pattern."""
    limited = any(isinstance(one, AfterValidator) for one in types)
    return str in types and not limited and not is_mapping(types) and not shape_in(types) and key not in REFERENCES


def is_list(types: list[Any]) -> bool:
    """Whether several may stand there."""
    return any(get_origin(one) is tuple for one in types)


def is_mapping(types: list[Any]) -> bool:
    """Whether they stand behind ids there."""
    return any(get_origin(one) is dict for one in types)


def shape_in(types: list[Any]) -> type[Shape] | None:
    """The shape that stands there, alone, in a list or behind ids."""
    return next((one for one in types if isinstance(one, type) and issubclass(one, Shape)), None)


def every_field() -> set[Field]:
    """All text fields that a handbook can have, and their translations."""
    found: set[Field] = set()
    waiting: list[type[Shape]] = [*TOP.values(), *SINGLE.values(), *MANY.values()]
    seen: set[type[Shape]] = set()
    while waiting:
        shape = waiting.pop()
        if shape in seen:
            continue
        seen.add(shape)
        for key, types in fields(shape).items():
            waiting += [one for one in types if isinstance(one, type) and issubclass(one, Shape)]
            if is_text(key, types):
                found |= {(shape.__name__, key)} | (
                    {(shape.__name__, f"{key}_en")} if shape.may_have_twin(key) else set()
                )
    return found


MARK = re.compile(r"Z(\d+)z")
"""Where such a text begins and ends."""

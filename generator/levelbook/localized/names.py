"""Names with their printed numbers or with the groups above, and competencies counted by what they are about."""

from levelbook.localized.handbook import LocalizedHandbook
from levelbook.model.base import Named
from levelbook.model.handbook import Sequence
from levelbook.model.sequence import Group, Level
from levelbook.queries.index import Member
from levelbook.queries.weights import WeightTable


def level_name(book: LocalizedHandbook, sequence: Sequence, key: str) -> str:
    """The name of a level, or its id where it has been retired."""
    level = sequence.level(key)
    return book.name(level) if level else key


def level_pair(book: LocalizedHandbook, low: Level, high: Level) -> str:
    """Two levels that are compared."""
    return book.words("compare.pair", low=book.name(low), high=book.name(high))


def numbered(book: LocalizedHandbook, thing: Named) -> str:
    """A name with its number as printed, where it has one of its own."""
    number, name = book.text(thing, "number"), book.name(thing)
    return book.words("join.numbered", number=number, name=name) if number and number != name else name


def group_title(book: LocalizedHandbook, above: tuple[Group, ...], group: Group) -> str:
    """A group's name, with the groups above it."""
    return book.words("join.path").join(book.name(part) for part in (*above, group))


def numbered_title(book: LocalizedHandbook, above: tuple[Group, ...], group: Group) -> str:
    """A group's name with the groups above it, all with their numbers as printed."""
    return book.words("join.path").join(numbered(book, part) for part in (*above, group))


def count_members(book: LocalizedHandbook, members: tuple[Member, ...]) -> str:
    """How many competencies, by what they are about: 5 项职责."""
    kinds = {owner.kind(competency) for owner, competency in members}
    key = f"of_kind.{kinds.pop().value}" if len(kinds) == 1 else "competency"
    return book.count(key, len(members))


def weight_unit(book: LocalizedHandbook, weights: WeightTable) -> str:
    """The unit of the points of a sequence."""
    return book.text(weights.weights, "unit") or book.words("points.unit")

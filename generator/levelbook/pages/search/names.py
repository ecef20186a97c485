"""All that a thing is called: in every language, by its aliases, and by what its concept is called."""

from collections.abc import Iterable, Iterator

from levelbook.model.base import Named, Topic
from levelbook.model.competency import Competency
from levelbook.model.handbook import Concept, Sequence
from levelbook.site.context import Context

_LINE = "\n"
"""Between names of one row."""


def every_name(thing: Named | Topic) -> Iterator[str]:
    """Its name and aliases in all languages that it has."""
    yield thing.name
    yield from (text for (key, _), text in thing.twins.items() if key == "name")
    if isinstance(thing, Named):
        for alias in thing.aliases:
            yield from every_name(alias)


def further_names(ctx: Context, thing: Named, more: Iterable[str] = ()) -> str:
    """What a thing is called besides its name in the page's language, one a line."""
    return lines((*every_name(thing), *more), ctx.name(thing))


def lines(names: Iterable[str], shown: str = "") -> str:
    """Names one a line, each once, without the one that is shown."""
    return _LINE.join(name for name in dict.fromkeys(names) if name != shown)


def full_and_short_names(sequence: Sequence) -> Iterator[str]:
    """All that a sequence is called: pages may show its short name alone, and people know it by the full one."""
    head = sequence.head
    if head.short_name:
        yield head.short_name
    yield from (text for (key, _), text in head.twins.items() if key == "short_name")
    yield from every_name(head)


def names_of_sequence(sequence: Sequence) -> tuple[str, ...]:
    """All that a sequence is called, with its code."""
    return (*full_and_short_names(sequence), sequence.code)


def names_of_concept(concept: Concept) -> tuple[str, ...]:
    """All that a concept is called, with what HR knows that people say."""
    return (*every_name(concept), *concept.also_said)


def synonyms(ctx: Context, competency: Competency) -> tuple[str, ...]:
    """What the concepts are called that a competency joins: people look for it by these names too."""
    return tuple(dict.fromkeys(name for concept in ctx.concepts_of(competency) for name in names_of_concept(concept)))

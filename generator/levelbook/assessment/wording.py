"""The wording that is rated: everything that holds for a competency at a level, as texts and as a mark of them.

The mark is taken from the words of the source's language, so that it is the same in every translation.
"""

from collections.abc import Iterator

from levelbook.localized.handbook import LocalizedHandbook
from levelbook.model.competency import Cell, Competency, Indicator
from levelbook.model.handbook import Sequence
from levelbook.model.inheritance import Expectation
from levelbook.queries.cumulation import adds
from levelbook.queries.index import Member
from levelbook.text.inline import plain
from levelbook.text.spacing import squeezed
from levelbook.text.wording import fingerprint

SOURCE = ""
"""The language of texts that are not translated."""


def of_indicator(book: LocalizedHandbook, one: Indicator) -> str:
    """An indicator as one sentence: its lead word, what it says, how well it must be known."""
    lead, text, depth = (book.text(one, key) for key in ("name", "text", "depth"))
    whole = book.words("join.gap").join(part for part in (lead, text) if part)
    return book.words("check.with_depth", text=whole, depth=depth) if depth else whole


def mark_of_indicator(one: Indicator) -> str:
    """The mark of an indicator."""
    return mark(_written(one))


def _written(one: Indicator) -> tuple[str, ...]:
    """What an indicator says in the source's language, lead word and sentence apart."""
    parts = [part for part in (one.name, one.text) if part]
    return (*parts[:-1], f"{parts[-1]}（{one.depth}）" if one.depth else parts[-1])


def _indicator(book: LocalizedHandbook, one: Indicator, language: str) -> tuple[str, ...]:
    return _written(one) if language == SOURCE else (of_indicator(book, one),)


def lines(book: LocalizedHandbook, found: Expectation, language: str | None = None) -> tuple[str, ...]:
    """What is rated, a sentence a line; empty where nothing is written."""
    said = book.language if language is None else language
    made = [_summary(found.cell, said), *(part for one in found.applies for part in _indicator(book, one, said))]
    return tuple(line for line in made if line) or tuple(_facets(found.competency, said))


def ladder(book: LocalizedHandbook, sequence: Sequence, member: Member, language: str | None = None) -> tuple[str, ...]:
    """What every level says, low to high, for ratings that are the level reached."""
    said = book.language if language is None else language
    made = []
    for level in sequence.levels:
        found = book.expectation(sequence, member, level.id)
        written = found.new if adds(sequence) else found.applies
        for first, *more in ((_summary(found.cell, said),), *(_indicator(book, one, said) for one in written)):
            if first:
                made += [_of_level(book, level.localized("name", said), first, said), *more]
    return tuple(made)


def _of_level(book: LocalizedHandbook, level: str, text: str, said: str) -> str:
    """A level's sentence after its name; what marks are made from is joined alike in every language."""
    return f"{level}：{text}" if said == SOURCE else book.words("check.of_level", level=level, text=text)


def named(competency: Competency, language: str) -> tuple[str, ...]:
    """A competency by its name and definition, where nothing else is written of it."""
    definition = plain(competency.localized("definition", language))
    return tuple(part for part in (definition or competency.localized("name", language),) if part)


def mark(texts: tuple[str, ...]) -> str:
    """The mark of a whole wording; line breaks inside one of its texts do not count."""
    return fingerprint("\n".join(squeezed(text) for text in texts))


def _summary(cell: Cell | None, language: str) -> str:
    return plain(cell.localized("summary", language)) if cell else ""


def _facets(competency: Competency, language: str) -> Iterator[str]:
    """The definition and what it covers, where there is more than a name."""
    if competency.covers:
        definition = plain(competency.localized("definition", language))
        yield from (part for part in (definition,) if part)
        yield from (one.localized("name", language) for one in competency.covers)

"""The wording that is rated: everything that holds for a competency at a level, as texts and as a mark of them.

People rate a wording, so an answer stays good only while the wording does: its mark is saved with it, and where the
mark of today differs, they are asked to look again. Every wording is therefore made twice, in the language of the
page to be read and in the language of the source (`SOURCE`) for the mark. The mark is the same in every translation,
and correcting a translation asks nobody to look again.

For the same reason marks are joined by fixed signs, never by words of the catalogue (`_source_sentences`,
`_after_level`): a new word in a locale file must not change them. Reordering, adding or leaving out a text here
changes the marks of all saved assessments; do that only where the rated wording really is another.
"""

from collections.abc import Iterator

from levelbook.localized.handbook import LocalizedHandbook
from levelbook.localized.sentences import sign
from levelbook.model.base import Entry
from levelbook.model.competency import Cell, Competency, Indicator, IndicatorItem
from levelbook.model.handbook import Sequence
from levelbook.model.inheritance import Expectation
from levelbook.queries.cumulation import adds
from levelbook.queries.index import Member
from levelbook.text.inline import plain
from levelbook.text.spacing import squeezed
from levelbook.text.wording import fingerprint

SOURCE = ""
"""The language of texts that are not translated."""


def indicator_sentence(book: LocalizedHandbook, indicator: Indicator) -> str:
    """An indicator as one sentence: lead word, text, how well it must be known, which way round it counts."""
    lead, text, depth = (book.text(indicator, key) for key in ("name", "text", "depth"))
    sentence = book.words("join.gap").join(part for part in (lead, text) if part)
    said = book.words("check.with_depth", text=sentence, depth=depth) if depth else sentence
    return f"{said}{sign(book, indicator)}"


def sentences_of(book: LocalizedHandbook, indicator: Indicator) -> tuple[str, ...]:
    """An indicator in the lines in which it is rated: one sentence, or what leads its items in, and each of them."""
    if not indicator.items:
        return (indicator_sentence(book, indicator),)
    lead = lead_sentence(book, indicator)
    return (*((lead,) if lead else ()), *(item_sentence(book, indicator, item) for item in indicator.items))


def lead_sentence(book: LocalizedHandbook, indicator: Indicator) -> str:
    """What leads the items in, with the lead word; nothing where they stand alone."""
    parts = (book.text(indicator, "name"), plain(indicator.lead(book.language)))
    return book.words("join.gap").join(part for part in parts if part)


def item_sentence(book: LocalizedHandbook, indicator: Indicator, item: IndicatorItem) -> str:
    """An item as a sentence: text, how well it must be known, which way round it counts."""
    text, depth = book.text(item, "text"), book.text(indicator, "depth")
    said = book.words("check.with_depth", text=text, depth=depth) if depth else text
    return f"{said}{sign(book, indicator)}"


def item_mark(indicator: Indicator, item: IndicatorItem) -> str:
    """The mark of an item: with what leads it in."""
    parts = (indicator.name, indicator.lead(SOURCE), item.text, indicator.depth)
    return mark(tuple(part for part in parts if part))


def indicator_mark(indicator: Indicator) -> str:
    """The mark of an indicator."""
    return mark(_source_sentences(indicator))


def _source_sentences(indicator: Indicator) -> tuple[str, ...]:
    """What an indicator says in the source's language, lead word and sentence apart."""
    parts = [part for part in (indicator.name, indicator.text) if part]
    return (*parts[:-1], f"{parts[-1]}（{indicator.depth}）" if indicator.depth else parts[-1])


def _sentences(book: LocalizedHandbook, indicator: Indicator, language: str) -> tuple[str, ...]:
    return _source_sentences(indicator) if language == SOURCE else sentences_of(book, indicator)


def texts_at_level(book: LocalizedHandbook, expected: Expectation, language: str | None = None) -> tuple[str, ...]:
    """What is rated, a sentence a line; empty where nothing is written."""
    language = book.language if language is None else language
    sentences = (text for indicator in expected.applies for text in _sentences(book, indicator, language))
    by_level = by_level_sentences(book, expected, language)
    written = tuple(text for text in (_summary(expected.cell, language), *by_level, *sentences) if text)
    return written or tuple(_facets(expected.competency, language))


def texts_of_all_levels(
    book: LocalizedHandbook, sequence: Sequence, member: Member, language: str | None = None
) -> tuple[str, ...]:
    """What every level says, low to high, for ratings that are the level reached."""
    language = book.language if language is None else language
    texts: list[str] = []
    for level in sequence.levels:
        expected = book.expectation(sequence, member, level.id)
        indicators = expected.new if adds(sequence) else expected.applies
        name = level.localized("name", language)
        whole = ((text,) for text in (_summary(expected.cell, language), *by_level_sentences(book, expected, language)))
        written = (*whole, *(_sentences(book, each, language) for each in indicators))
        for first, *more in written:
            if first:
                texts += [_after_level(book, name, first, language), *more]
    return tuple(texts)


def by_level_sentences(book: LocalizedHandbook, expected: Expectation, language: str | None = None) -> tuple[str, ...]:
    """What the level itself expects, a line each, where that is what is asked of the competency."""
    language = book.language if language is None else language
    return tuple(text for entry in expected.by_level for text in _entry_sentences(book, entry, language))


def _entry_sentences(book: LocalizedHandbook, entry: Entry, language: str) -> Iterator[str]:
    """An entry, then its parts; a name alone leads its parts in."""
    name, text, depth = (plain(entry.localized(key, language)) for key in ("name", "text", "depth"))
    if text and depth:
        text = f"{text}（{depth}）" if language == SOURCE else book.words("check.with_depth", text=text, depth=depth)
    if name or text:
        yield _after_level(book, name, text, language) if name and text else name or text
    for item in entry.items:
        yield from _entry_sentences(book, item, language)


def _after_level(book: LocalizedHandbook, level: str, text: str, language: str) -> str:
    """A level's sentence after its name; what marks are made from is joined alike in every language."""
    return f"{level}：{text}" if language == SOURCE else book.words("check.of_level", level=level, text=text)


def definition_or_name(competency: Competency, language: str) -> tuple[str, ...]:
    """A competency by its definition, or its name, where nothing else is written of it."""
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
        yield from (topic.localized("name", language) for topic in competency.covers)

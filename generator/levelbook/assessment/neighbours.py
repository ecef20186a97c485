"""What other levels say of a competency, for those who rate themselves at one."""

from collections.abc import Iterator

from levelbook.assessment import wording
from levelbook.assessment.item import Neighbour
from levelbook.localized.absence import absence_of
from levelbook.localized.handbook import LocalizedHandbook
from levelbook.model.handbook import Sequence
from levelbook.queries.cumulation import adds
from levelbook.queries.index import Member


def neighbours(
    book: LocalizedHandbook, sequence: Sequence, member: Member, level: str, whole: bool
) -> tuple[Neighbour, ...]:
    """The levels below and above; all of them, low to high, where the rating is the level reached."""
    if sequence.head.unranked or not member[1].levels:
        return ()
    return tuple(_neighbours(book, sequence, member, level, whole))


def _neighbours(
    book: LocalizedHandbook, sequence: Sequence, member: Member, level: str, whole: bool
) -> Iterator[Neighbour]:
    ids = [step.id for step in sequence.levels]
    at = ids.index(level) if level in ids else -len(ids)
    for other_at, key in enumerate(ids):
        if whole or abs(other_at - at) == 1:
            texts = tuple(_texts(book, sequence, member, key, whole))
            if texts:
                yield Neighbour(key, texts)


def _texts(book: LocalizedHandbook, sequence: Sequence, member: Member, level: str, whole: bool) -> Iterator[str]:
    """The summary, or what the level adds or writes, or both; or why it says nothing."""
    expected = book.expectation(sequence, member, level)
    summary = book.text(expected.cell, "summary") if expected.cell else ""
    written = expected.new if adds(sequence) else expected.applies
    sentences = [wording.indicator_sentence(book, indicator) for indicator in written]
    if summary:
        yield summary
    by_level = wording.by_level_sentences(book, expected)
    yield from by_level
    if whole or not (summary or by_level):
        yield from sentences
    reason = absence_of(book, member[0], expected.cell) if expected.cell else None
    if reason and whole and not (sentences or summary or by_level):
        yield book.words("nothing.why", what=reason.text, why=reason.why)

"""How much of a list the source gives: how many parts it announces, and whether it lists them all."""

from levelbook.localized.handbook import LocalizedHandbook
from levelbook.model.competency import Cell, Competency
from levelbook.model.handbook import Sequence


def extent(
    book: LocalizedHandbook,
    sequence: Sequence | None,
    declared: int | None,
    have: int,
    open_ended: bool = False,
    unit: str = "parts",
) -> str:
    """How many parts the source announces beside those that are here, and whether it lists them all."""
    words = book.words_of(sequence)
    sentences = []
    if declared is not None:
        key = unit if have and declared != have else "all_parts" if unit == "parts" else "all"
        sentences.append(words(f"declared.{key}", declared=declared, have=have))
    if open_ended:
        sentences.append(words("declared.open_ended"))
    return words("join.sentences").join(sentences)


def cell_extent(book: LocalizedHandbook, sequence: Sequence, cell: Cell) -> str:
    """How many indicators the source announces in a cell, and whether it lists them all."""
    return extent(book, sequence, cell.declared, len(cell.indicators), cell.open_ended, "of")


def subjects(book: LocalizedHandbook, competency: Competency) -> str:
    """The subjects or facets of a competency, in a row that ends openly where the source's does."""
    names = book.series(book.name(topic) for topic in competency.covers)
    return names + (book.words("join.open_end") if competency.open_ended and names else "")

"""Whether a scale stands in the source of the standard that it rates, or was added to it."""

from levelbook.localized.handbook import LocalizedHandbook
from levelbook.model.handbook import Sequence
from levelbook.model.scale import Scale


def origin(book: LocalizedHandbook, sequence: Sequence, scale: Scale) -> str:
    """What of a scale does not stand in a sequence's source; nothing where all of it does, or there is no source."""
    source = book.handbook.sequences.get(scale.source or "")
    words = book.words_of(source or sequence)
    added = book.series(words(f"check.origin.{aspect.value}") for aspect in scale.added)
    ours = words("check.origin.added", what=added) if added else ""
    if source is None:
        return words("check.origin.ours", scale=book.name(scale)) if sequence.head.source else ""
    if source.id == sequence.id:
        return words("check.origin.own", scale=book.name(scale), ours=ours) if ours else ""
    key = "borrowed" if sequence.head.source else "taken"
    sentence = words(f"check.origin.{key}", scale=book.name(scale), sequence=book.sequence_name(source))
    return sentence + (words("join.sentences") + ours if ours else "") + words("join.stop")

"""What sorts of editor's notes there are, and who needs them."""

from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    """Why an editor's note stands there."""

    INFERRED = "inferred"
    SUSPECT = "suspect"
    CORRECTED = "corrected"
    CONFLICT = "conflict"
    LOST = "lost"
    OUTDATED = "outdated"
    CAUTION = "caution"
    OMITTED = "omitted"
    REFUSED = "refused"
    """A person has said that this does not raise what the note is about, so that it is not suggested again."""
    ACCEPTED = "accepted"
    """A person keeps a wording against the advice that the note is about, and says why."""


class Audience(StrEnum):
    """Who needs a note."""

    READER = "reader"
    EDITOR = "editor"
    OWNER = "owner"
    """Whoever answers for the standard, and is asked."""


KINDS_FOR_READERS: Final = frozenset({Kind.CAUTION, Kind.OUTDATED})
"""The kinds of note that change what a sentence means to whoever has to meet it: following it needs care, or it may no
longer hold. The others tell how the text came about, which is for editors, unless the note itself says otherwise.
"""
KINDS_FOR_TOOLS: Final = frozenset({Kind.REFUSED, Kind.ACCEPTED})
"""Answers to what a command asked: for editors only, whatever the note says."""

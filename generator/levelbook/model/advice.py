"""The kinds of advice on wording, by the codes that people read and accept."""

from enum import StrEnum


class AdviceCode(StrEnum):
    """What about a sentence is worth another look, in the order of the table that counts them."""

    TWO_IN_ONE = "two-in-one"
    VAGUE_DEGREE = "vague-degree"
    TERM = "term"
    RAISE_DROPS = "raise-drops"
    LONG = "long"
    SAME_LEVELS = "same-levels"
    SAME_COMPETENCIES = "same-competencies"
    NOT_SEEN = "not-seen"
    STANDARD_ELSEWHERE = "standard-elsewhere"
    TOLERANCE = "tolerance"
    TOP_THIN = "top-thin"
    SIGNS = "signs"
    SHORT = "short"
    RAISE_LOWER = "raise-lower"
    TOP_LOWER = "top-lower"


SWITCHED_OFF = frozenset({AdviceCode.RAISE_LOWER, AdviceCode.TOP_LOWER})
"""What is never said: of five such pieces of advice on the handbook that the rules were made on, none was right."""

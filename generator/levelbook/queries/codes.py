"""The codes of things that have only an id in the data, and of competencies."""

from levelbook.model.competency import Competency, Indicator
from levelbook.model.handbook import Sequence
from levelbook.model.statement import item_code


def short_code(owner: Sequence, key: str) -> str:
    """The code of what has an id only: `KEY.junior`."""
    return f"{owner.code}.{key}"


def competency_code(owner: Sequence, competency: Competency) -> str:
    """The whole code of a competency, or nothing where it has none yet."""
    return f"{owner.code}-{competency.code}" if competency.code else ""


def answer_code(owner: Sequence, competency: Competency) -> str:
    """By what answers to a competency are kept: its code, or its id where it has none yet."""
    return competency_code(owner, competency) or short_code(owner, competency.id)


def provisional_code(code: str, parent_code: str, mark: str) -> str:
    """A code, or until there is one the mark of the wording after the code of what it belongs to."""
    return code or f"{parent_code}.{mark[:8]}"


def item_codes(indicator: Indicator) -> tuple[str, ...]:
    """The addresses of the items of an indicator, also of those that ended; none while it has no code."""
    return tuple(item_code(indicator.code, item.letter) for item in indicator.every_item) if indicator.code else ()

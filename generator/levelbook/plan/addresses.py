"""Every address and anchor of the site, in one place."""

from levelbook.model.competency import Competency
from levelbook.model.handbook import Sequence

HOME = ""
INDICATORS = "indicators/"
NOTES = "notes/"
LEGEND = "legend/"
GUIDES = ("guide/employee/", "guide/hr/", "guide/trainer/")
PROBLEMS = "problems/"
SEARCH_DATA = "assets/levelbook/search-data.js"


def sequence(owner: Sequence) -> str:
    """The page of a sequence."""
    return f"sequences/{owner.id}/"


def level(owner: Sequence, key: str) -> str:
    """The page of a level."""
    return f"{sequence(owner)}level/{key}/"


def grade(owner: Sequence, key: str) -> str:
    """The page of a grade."""
    return f"{sequence(owner)}grade/{key}/"


def competency(owner: Sequence, key: str) -> str:
    """The page of a competency, in the sequence it belongs to."""
    return f"{sequence(owner)}competency/{key}/"


def matrix(owner: Sequence) -> str:
    """The page with all competencies at all levels."""
    return f"{sequence(owner)}matrix/"


def comparisons(owner: Sequence) -> str:
    """The page that lists all pairs of levels."""
    return f"{sequence(owner)}compare/"


def comparison(owner: Sequence, low: str, high: str) -> str:
    """The page that compares two levels."""
    return f"{comparisons(owner)}{low}/{high}/"


def group(owner: Sequence, key: str) -> str:
    """Where the page of the sequence shows a group."""
    return f"{sequence(owner)}#{group_anchor(key)}"


def permanent(code: str) -> str:
    """The address that stays, whatever becomes of the thing."""
    return f"id/{code}/"


def short_code(owner: Sequence, key: str) -> str:
    """The code of what has an id only: `KEY.junior`."""
    return f"{owner.code}.{key}"


def competency_code(owner: Sequence, one: Competency) -> str:
    """The whole code of a competency, or nothing where it has none yet."""
    return f"{owner.code}-{one.code}" if one.code else ""


def sequence_anchor(key: str) -> str:
    """The anchor of a sequence on pages that show all of them."""
    return f"s-{key}"


def group_anchor(key: str) -> str:
    """The anchor of a group, on every page."""
    return f"g-{key}"


def level_anchor(key: str) -> str:
    """The anchor of a level on the page of a competency."""
    return f"l-{key}"


def competency_anchor(reader: Sequence, owner: Sequence, one: Competency) -> str:
    """The anchor of a competency on pages of a sequence; borrowed ones say whose they are."""
    own = one.code or f"c-{one.id}"
    return own if owner.id == reader.id else f"{owner.code}-{own}"

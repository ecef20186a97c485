"""The pages that people write around a handbook, in each language: guides, how to read it, problem codes."""

from typing import Final

from levelbook.catalogue import LANGUAGES
from levelbook.site.urls import LEGEND, PROBLEMS

GUIDE_NAMES = (
    *("employee", "manager", "first-edits", "hr", "trainer", "scoring", "assessment-file"),
    *("adopter", "publishing", "code-host", "keys", "python"),
)
"""The guides, in the order in which they are listed."""


def address_in(path: str, language: str) -> str:
    """The address of a guide, the legend or the list of problems in a language: Chinese ones stand at the root."""
    return f"{language}/{path}" if language != "zh" else path


def name_of_guide(address: str) -> str:
    """The name of the guide at an address."""
    return address.rstrip("/").rpartition("/")[2]


def twin_of(address: str, language: str) -> str:
    """Where the same stands in a language; nothing where nobody writes it in several."""
    own = HAND_WRITTEN.get(address)
    return address_in(address.removeprefix(address_in("", own)), language) if own else ""


HAND_WRITTEN: Final = {
    address_in(path, language): language
    for language in LANGUAGES
    for path in (*(f"guide/{name}/" for name in GUIDE_NAMES), LEGEND, PROBLEMS)
}
"""What explains the handbook, in each language, by address."""

"""The editions of a site, one a language: the first where the site stands, each further one in a folder of its own.

All have the same sitemap, so the same thing stands at the same address below each. What is no text stands once, in the
first: styles and scripts, QR codes; and so does the address of a code that people copy, print and scan.
"""

from dataclasses import dataclass
from typing import Final

from levelbook.catalogue import Catalogue
from levelbook.language import TAGS
from levelbook.model.handbook import HandbookHead


@dataclass(frozen=True)
class SiteEdition:
    """The site in one language."""

    language: str
    folder: str = ""
    """Where it stands below the handbook's folder, with a final slash: `en/`; empty for the first."""

    @property
    def up(self) -> str:
        """The way from its folder to that of the handbook."""
        return "../" * self.folder.count("/")

    @property
    def tag(self) -> str:
        """Its language, as `lang` and `hreflang` say it."""
        return TAGS[self.language]

    @property
    def name(self) -> str:
        """What its language is called in this language itself."""
        return Catalogue(self.language)("site.own_name")

    def seen_from_here(self, address: str) -> str:
        """An address below the handbook's folder, as it is seen from the folder of this edition."""
        within = self.folder and address.startswith(self.folder)
        return address.removeprefix(self.folder) if within else self.up + address

    def in_handbook(self, address: str) -> str:
        """The same the other way round."""
        leads_out = self.up and address.startswith(self.up)
        return address.removeprefix(self.up) if leads_out else self.folder + address


ROOT: Final = ""
"""The folder of the first edition."""


def editions(head: HandbookHead, language: str) -> tuple[SiteEdition, ...]:
    """The editions of a site in a language: all where it is the handbook's first, else this alone."""
    first, *further = head.editions
    if language != first:
        return (SiteEdition(language, ROOT),)
    return SiteEdition(first, ROOT), *(SiteEdition(other, f"{other}/") for other in further)

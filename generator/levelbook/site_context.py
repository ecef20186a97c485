"""What every page of one edition has at hand, with what the host knows of the site."""

from dataclasses import dataclass

from levelbook.catalogue import Catalogue
from levelbook.model.handbook import Handbook
from levelbook.site.context import Context
from levelbook.site.editions import SiteEdition, editions


@dataclass(frozen=True)
class SiteOptions:
    """What the host knows and the handbook does not."""

    site_url: str = ""
    """Where the site will stand, with a final slash; empty where nobody knows."""
    edit_base: str = ""
    """Address before a data file's path at the code host; empty where nothing can be edited there."""
    templates: tuple[str, ...] = ()
    """Folders whose templates replace ours."""
    above: str = ""
    """The way from the handbook's folder to the root of the site: `../`; empty where they are the same."""
    written: frozenset[str] = frozenset()
    """Hand-written pages that the host has, of `hand_written.HAND_WRITTEN`; pages lead to these only."""
    prose: str = ""
    """Stands for what hand-written pages say, as the search looks through them: another text where they change."""
    steady_search: bool = False
    """Whether the address of the search data stays as it is whatever is in them, as in a preview: it stands on every
    page, so that otherwise all pages change with every word of the handbook.
    """


class SiteContext(Context):
    """What every page has at hand, with what the host knows."""

    def __init__(
        self, handbook: Handbook, words: Catalogue, options: SiteOptions, every: tuple[SiteEdition, ...] = ()
    ) -> None:
        """Look nothing up yet; `every` are the editions of the site, of which this is the one in these words."""
        super().__init__(handbook, words)
        self.options = options
        self.editions = every or (SiteEdition(words.language),)
        self.edition = next(edition for edition in self.editions if edition.language == words.language)
        self.shared_url = _with_slash(options.site_url)
        """Where what all editions share will stand; empty where nobody knows."""
        self.site_url = self.shared_url and self.shared_url + self.edition.folder
        """Where this edition will stand."""

    def listed_editions(self) -> tuple[dict[str, object], ...]:
        """All editions where there are several, each with the way to its folder."""
        every = self.editions if len(self.editions) > 1 else ()
        return tuple(
            {
                "tag": edition.tag,
                "name": edition.name,
                "folder": edition.folder,
                "way": "" if edition == self.edition else self.edition.seen_from_here(edition.folder),
                "is_here": edition == self.edition,
            }
            for edition in every
        )


def contexts(handbook: Handbook, words: Catalogue, options: SiteOptions) -> tuple[SiteContext, ...]:
    """The editions of a site, the first one first, which is in these words."""
    every = editions(handbook.head, words.language)
    spoken = (words, *(Catalogue(edition.language) for edition in every[1:]))
    return tuple(SiteContext(handbook, own, options, every) for own in spoken)


def _with_slash(address: str) -> str:
    return address if not address or address.endswith("/") else address + "/"

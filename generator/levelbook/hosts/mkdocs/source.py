"""Where the plugin's site comes from: the data folder, read once for a build, and again and again in a preview."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from mkdocs.exceptions import PluginError

from levelbook.build import Site, SiteOptions
from levelbook.catalogue import Catalogue
from levelbook.history.in_force import as_in_force
from levelbook.load import HandbookLoader, Loaded, load
from levelbook.problems import Problem, Severity
from levelbook.site_builder import First, SiteBuilder, show_nothing_first


class WrongData(PluginError):
    """There is an error in the data, so there is no site of it."""

    def __init__(self, message: str, problems: Sequence[Problem]) -> None:
        super().__init__(message)
        self.problems = tuple(problems)


class SiteSource:
    """Makes the site of a data folder; a preview's keeps what it has read and built."""

    def __init__(self, *, lives_on: bool = False) -> None:
        """Say whether there will be more than one site."""
        self._lives_on = lives_on
        self._loaders: dict[Path, HandbookLoader] = {}
        self._builders: dict[tuple[str, SiteOptions], SiteBuilder] = {}
        self.first: First = show_nothing_first
        """What is done once a preview's data are read, before most of its pages are made."""
        self.problems: tuple[Problem, ...] = ()
        """What is wrong with what was read last, errors or not."""

    def site(self, data: Path, day: date, words: Catalogue, options: SiteOptions) -> Site:
        """The site as it stands on a day; raises WrongData."""
        loaded = self._load(data)
        self.problems = tuple(loaded.problems)
        if loaded.handbook is None:
            raise WrongData(words("build.stopped", folder=data.name), loaded.problems)
        shown = as_in_force(loaded.handbook, day)
        lives_on = self._lives_on
        site = self._builder(words, options).build(shown, self.first) if lives_on else Site(shown, words, options)
        self.problems += tuple(site.problems)
        if any(problem.severity is Severity.ERROR for problem in site.problems):
            raise WrongData(words("build.stopped", folder=data.name), self.problems)
        self.has_scales = bool(shown.scales)
        return site

    def _load(self, data: Path) -> Loaded:
        if not self._lives_on:
            return load(data)
        return self._loaders.setdefault(data, HandbookLoader(data)).load()

    def _builder(self, words: Catalogue, options: SiteOptions) -> SiteBuilder:
        """The builder of such sites; only the newest is kept, as it holds all pages."""
        key = (words.language, options)
        if key not in self._builders:
            self._builders = {key: SiteBuilder(words, options)}
        return self._builders[key]

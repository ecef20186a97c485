"""A build of MkDocs grows beside the site that people read, and takes its place at the very end.

MkDocs empties the site's folder first and writes into it for the rest of the build. So `begin` points `site_dir` to a
new folder before that, and `finish`, after every other plugin, writes `build.json` and puts the folder into its place.
With `--strict` MkDocs ends a build with warnings only after all plugins: its own counter is asked before that.
"""

import atexit
import logging
from collections.abc import Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from levelbook.catalogue import Catalogue
from levelbook.hosts.publishing.build_record import BUILD_RECORD, record_of
from levelbook.hosts.publishing.site_folder import HalfPut, SiteFolder, half_put
from levelbook.model.handbook import Handbook

LOG = logging.getLogger("mkdocs.plugins.levelbook")


class PublishedSite:
    """A site under way."""

    def __init__(self, config: MkDocsConfig) -> None:
        """From now on everything is written beside the site's folder. Raises `OSError`."""
        self._config, self._site_dir = config, config.site_dir
        self._folder = SiteFolder(Path(config.site_dir))
        config.site_dir = str(self._folder.folder)
        atexit.register(self._folder.discard)

    def finish(self, handbook: Handbook, words: Catalogue) -> None:
        """Puts the site into its place, unless MkDocs will still refuse it. Raises `OSError` and `PluginError`."""
        try:
            if self._config.strict and _has_warnings():
                return
            record = record_of(self._folder.folder, handbook, _sources(self._config))
            (self._folder.folder / BUILD_RECORD).write_text(record.text(), encoding="utf-8", newline="\n")
            if not self._folder.put():
                LOG.info(words("build.one-by-one", folder=self._site_dir))
        except HalfPut as error:
            raise PluginError(half_put(self._site_dir, error, words)) from None
        finally:
            self.abandon()

    def abandon(self) -> None:
        """Removes what was written; the site stays as it is."""
        self._config.site_dir = self._site_dir
        atexit.unregister(self._folder.discard)
        self._folder.discard()


def _has_warnings() -> bool:
    """Whether the handler that MkDocs counts warnings with has counted one."""
    handlers = (getattr(handler, "get_counts", None) for handler in logging.getLogger("mkdocs").handlers)
    return any(counts() for counts in handlers if counts)


def _sources(config: MkDocsConfig) -> Iterable[Path]:
    """What is built, as far as it is a file of the site's own."""
    paths = [config.config_file_path, config.docs_dir, config.theme.custom_dir, *config.watch]
    return dict.fromkeys(Path(path) for path in paths if path and Path(path).exists())

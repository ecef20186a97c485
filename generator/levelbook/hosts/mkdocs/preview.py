"""`mkdocs serve`: builds what has changed, and never leaves a browser waiting.

MkDocs' server calls its builder whenever a watched file has changed, and after one that raises it answers no request
any more. `Preview.build` stands in its place. It takes the quick path (`quick`) where only files of the data folder
have changed and nothing around the pages has, and there the pages that people look at come first (`ahead`); anything
else is left to MkDocs' own builder. Whatever goes wrong is put
on the `Board`, from which the overlay tells it over the last good pages. Where there has never been one, as with broken
data at the start, MkDocs builds a site without pages, and `OverlayApp` sends one that lists what is wrong.

Files that changed in a build that failed are looked at again in the next one: `_pending` holds them until one succeeds.
"""

import logging
import os
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig

from levelbook import memory, unforeseen
from levelbook.build import Site
from levelbook.catalogue import Catalogue
from levelbook.hosts.mkdocs.ahead import PagesAhead
from levelbook.hosts.mkdocs.quick import LastBuild, WrittenChanges, fits, keep_pages, write_changes
from levelbook.hosts.mkdocs.source import SiteSource, WrongData
from levelbook.hosts.serving.board import Board, Report
from levelbook.hosts.serving.mending import mend
from levelbook.hosts.serving.overlay_app import GonePages, OverlayApp
from levelbook.hosts.serving.shown import shown_problems
from levelbook.hosts.serving.underway import Underway
from levelbook.hosts.serving.watching import QUIET, NotingObserver
from levelbook.problems import Problem, Severity
from levelbook.site.urls import file_address
from levelbook.site_builder import PageOf, show_nothing_first

LOG = logging.getLogger("mkdocs.plugins.levelbook")
_SWITCHED: Final = 0.0005
"""In seconds: how long a build keeps the processor from a request, which has it taken away some ten times."""


class Preview:
    """The state of one `mkdocs serve`."""

    def __init__(self, plugin: Any, words: Catalogue) -> None:
        """Take the plugin that makes sites; nothing is built yet."""
        self._plugin = plugin
        self.source = SiteSource(lives_on=True)
        self.last: LastBuild | None = None
        """The last whole build that ended; none while there are no pages."""
        self.wrong: WrongData | None = None
        """What the last attempt at reading the data found."""
        self.data = Path()
        self._board = Board(words)
        self._gone = GonePages()
        self._underway = Underway()
        self._ahead = PagesAhead(self._underway)
        self._begun = time.monotonic()
        self._observer = NotingObserver()
        self._pending: set[Path] = set()
        self._server: Any = None
        self._whole: Callable[[], object] = lambda: None
        self._is_checked = bool(os.environ.get("LEVELBOOK_VERIFY"))
        self._has_told_why_slow = False
        self._building: LastBuild | None = None
        self._lock = threading.Lock()
        """Held while the data are read: what notes what rests on what is not made for threads."""

    @property
    def is_waiting(self) -> bool:
        """Whether there is no page to show, so that even a build without any is better than none."""
        return self.last is None

    # -- what the plugin tells of a whole build

    def begins(self, site: Site | None, config: MkDocsConfig, folder: str) -> None:
        """A whole build has its site, and is about to empty the folder."""
        self.wrong = None if site else self.wrong
        if self.last and site:
            lost = self.last.site.every_address() - site.every_address()
            addresses = [self.last.folder + file_address(address) for address in sorted(lost)]
            keep_pages(Path(config.site_dir), addresses, self._gone)

    def laid_out(self, build: LastBuild) -> None:
        """Its pages and its navigation are known."""
        self._building = build

    def has_templates(self, env: Any) -> None:
        """Its templates are ready."""
        if self._building:
            self._building.env = env

    def ended(self, build_files: dict[str, Any], prose: tuple[Any, ...]) -> None:
        """It has written everything."""
        if self._building:
            self._building.written, self._building.prose = build_files, prose
            self.last, self._building = self._building, None

    # -- the server

    def attach(self, server: Any, builder: Callable[[], object]) -> Any:
        """Put our builder, observer and application in the place of MkDocs' own."""
        self._server = server
        sys.setswitchinterval(_SWITCHED)
        memory.keep_for_good()
        self._whole = builder
        watched = dict(server._watched_paths)
        for path, times in watched.items():
            for _ in range(times):
                server.unwatch(path)
        server.observer, server.builder, server.build_delay = self._observer, self.build, QUIET
        for path in watched:
            server.watch(path)
        server._inject_js_into_html = lambda content, epoch: content  # the overlay reloads pages itself
        host, mount = str(server.server_address[0]), server.mount_path
        app = OverlayApp(server.get_app(), self._board, self._mend, host, mount, self._gone, self._underway)
        server.set_app(app)
        self._report(WrittenChanges(1) if self.last else WrittenChanges(), 0.0)
        return server

    def _mend(self, keys: list[str]) -> int:
        with self._lock:
            return mend(self.data, keys)

    def build(self) -> None:
        """Build what has changed; whatever happens is told, and never raised."""
        with self._lock:
            self._build()

    def _build(self) -> None:
        self._begun = time.monotonic()
        self._pending |= self._observer.take()
        self._ahead = PagesAhead(self._underway)
        try:
            written = self._update()
        except (Exception, SystemExit) as error:
            self._report_failure(error, has_changed=self._ahead.put_back())
        else:
            self._pending.clear()
            self._report(written, self._seconds)
        finally:
            self._underway.end()

    @property
    def _seconds(self) -> float:
        """For how long this build has been going on."""
        return time.monotonic() - self._begun

    def _update(self) -> WrittenChanges:
        last = self.last
        if last and self._pending and all(path.is_relative_to(self.data) for path in self._pending) and self._is_quick:
            self.source.first = partial(self._show_first, last)
            try:
                site = self._plugin.new_site(last.config)
            finally:
                self.source.first = show_nothing_first
            if fits(last, site):
                written = write_changes(last, site, self._gone)
                if self._is_checked:
                    self._check(last)
                return replace(written, pages=written.pages + self._ahead.count, is_told=bool(self._ahead.count))
        self.wrong = None
        self._build_whole()
        return WrittenChanges(1)

    def _build_whole(self) -> None:
        self._underway.end()
        self._have_others_wait(True)
        memory.let_go()
        self._whole()
        memory.keep_for_good()

    def _have_others_wait(self, do_wait: bool) -> None:
        """MkDocs' server has every request wait for the end of a build; while pages go ahead, `Underway` says which."""
        with self._server._epoch_cond:
            self._server._wanted_epoch = self._server._visible_epoch + do_wait
            self._server._epoch_cond.notify_all()

    def _show_first(self, last: LastBuild, page_of: PageOf) -> None:
        """Have the pages that people look at before all others."""
        self._ahead.write(last, self._board.looked_at, page_of)
        if self._ahead.count:
            self._have_others_wait(False)
            self._tell_browsers(self.source.problems, self._seconds, has_changed=True)

    @property
    def _is_quick(self) -> bool:
        """Whether no other plugin has to see the whole site; who does is named once."""
        assert self.last is not None
        seeing = self.last.all_seeing_plugins(self._plugin)
        if seeing and not self._has_told_why_slow:
            self._has_told_why_slow = True
            words = self._plugin.words
            LOG.info(words("serve.quick-off", plugins=words("join.series").join(seeing)))
        return not seeing

    def _check(self, last: LastBuild) -> None:
        """Build everything once more, and say where the quick path made something else."""
        root = Path(last.config.site_dir)
        quick = _marks(root)
        self._build_whole()
        whole = _marks(root)
        differing = sorted(path for path in quick.keys() | whole.keys() if quick.get(path) != whole.get(path))
        if differing:
            LOG.error(self._plugin.words("serve.differs", files=" ".join(differing[:20])))

    # -- what is told

    def _report(self, written: WrittenChanges, seconds: float) -> None:
        problems = self.wrong.problems if self.wrong else self.source.problems
        self._tell_browsers(problems, seconds, has_changed=bool(written) and not written.is_told)
        words = self._plugin.words
        if self.wrong:
            LOG.warning(words("serve.waiting"))
        elif seconds:
            key = "serve.updated" if written else "serve.same"
            LOG.info(words(key, pages=written.pages, files=written.files, seconds=f"{seconds:.2f}"))

    def _report_failure(self, error: BaseException, *, has_changed: bool) -> None:
        """The pages stay, or are back; what is wrong with the data, or with anything else, is told."""
        words = self._plugin.words
        wrong = error if isinstance(error, WrongData) else self.wrong
        if wrong:
            self._plugin.tell(wrong.problems)
            self._tell_browsers(wrong.problems, has_changed=has_changed)
            count = sum(problem.severity is Severity.ERROR for problem in wrong.problems)
            LOG.warning(words("serve.kept", n=count))
            return
        if isinstance(error, OSError):
            folder = self.last.config.site_dir if self.last else ""
            reason = words("serve.unwritten", folder=folder, reason=error.strerror or str(error))
        else:
            reason = str(error) if isinstance(error, SystemExit) else unforeseen.sentence(error, words)
        LOG.error(reason)
        self._tell_browsers(self.source.problems, has_changed=has_changed, failure=reason)

    def _tell_browsers(
        self, problems: tuple[Problem, ...], seconds: float = 0.0, *, has_changed: bool, failure: str = ""
    ) -> None:
        words = self._plugin.words
        report = Report(
            words=words,
            rows=shown_problems(problems, self.data, words, self._plugin.config.editor),
            failure=failure,
            has_changed=has_changed,
            seconds=seconds,
            has_site=self.last is not None,
        )
        self._board.tell(report)


def _marks(root: Path) -> dict[str, str]:
    """What stands for the content of every file of a folder."""
    files = (path for path in sorted(root.rglob("*")) if path.is_file())
    return {path.relative_to(root).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}

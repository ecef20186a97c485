"""The server of `levelbook serve`: files from memory, built anew whenever a file of the data folder changes."""

import mimetypes
import posixpath
import socketserver
import threading
import time
from collections.abc import Callable, Iterable
from http import HTTPStatus
from pathlib import Path
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

from watchdog.events import FileSystemEvent, FileSystemEventHandler

from levelbook import unforeseen
from levelbook.build import Site
from levelbook.catalogue import Catalogue
from levelbook.hosts.serving.board import Board, Report
from levelbook.hosts.serving.mending import mend
from levelbook.hosts.serving.overlay_app import Environ, GonePages, OverlayApp, Start
from levelbook.hosts.serving.plain_preview import PlainPreview
from levelbook.hosts.serving.shown import shown_problems
from levelbook.hosts.serving.watching import QUIET, NotingObserver
from levelbook.problems import Problem

_BREATH = 0.25
"""In seconds: how often it is looked whether somebody wants to stop."""


class _Server(socketserver.ThreadingMixIn, WSGIServer):
    daemon_threads = True
    allow_reuse_address = True


class _SilentHandler(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: what matters is told by the builds."""


class _Waking(FileSystemEventHandler):
    def __init__(self, has_changed: threading.Event) -> None:
        self._has_changed = has_changed

    def on_any_event(self, event: FileSystemEvent) -> None:
        self._has_changed.set()


class SmallServer:
    """One `levelbook serve`."""

    def __init__(
        self,
        folder: Path,
        words: Catalogue,
        make: Callable[[], tuple[list[Problem], Site | None]],
        tell: Callable[[str], object],
        editor: str,
    ) -> None:
        """`make` reads the folder and makes its site, `tell` says a line, `editor` is an address of places."""
        self._folder, self._words, self._make, self._tell, self._editor = folder, words, make, tell, editor
        self._board, self._gone, self._preview = Board(words), GonePages(), PlainPreview()
        self._observer, self._has_changed, self._lock = NotingObserver(), threading.Event(), threading.Lock()

    def run(self, host: str, port: int) -> None:
        """Serve until somebody interrupts; raises OSError where the port is taken."""
        app = OverlayApp(self._answer, self._board, self._mend, host, "/", self._gone)
        with _Server((host, port), _SilentHandler) as server:
            server.set_app(app)
            self.build()
            self._observer.schedule(_Waking(self._has_changed), str(self._folder), recursive=True)
            self._observer.start()
            threading.Thread(target=server.serve_forever, daemon=True).start()
            self._tell(self._words("serve.address", address=f"http://{host}:{server.server_port}/"))
            try:
                self._follow()
            except KeyboardInterrupt:
                pass
            finally:
                self._observer.stop()
                server.shutdown()

    def _follow(self) -> None:
        while True:
            if self._has_changed.wait(_BREATH):
                self._has_changed.clear()
                while self._has_changed.wait(QUIET):
                    self._has_changed.clear()
                self.build()

    def build(self) -> None:
        """Build what has changed; whatever happens is told, and never raised."""
        begun = time.monotonic()
        try:
            with self._lock:
                problems, site = self._make()
                changed = self._show(site) if site else 0
        except Exception as error:
            reason = unforeseen.sentence(error, self._words)
            self._tell(reason)
            self._report((), 0, 0.0, reason)
            return
        self._report(problems, changed, time.monotonic() - begun)

    def _show(self, site: Site) -> int:
        before = self._preview.files
        changed = self._preview.show(site)
        for path in before.keys() - self._preview.files.keys():
            if path.endswith(".html"):
                self._gone.keep(path, before[path])
        return changed

    def _report(self, problems: Iterable[Problem], changed: int, seconds: float, failure: str = "") -> None:
        rows = shown_problems(problems, self._folder, self._words, self._editor)
        for row in rows:
            self._tell(f"{row['place']}: {row['message']} [{row['code']}]")
        report = Report(self._words, rows, failure, bool(changed), seconds, has_site=bool(self._preview.files))
        self._board.tell(report)
        if report.is_good:
            key = "serve.updated-files" if changed else "serve.same"
            self._tell(self._words(key, files=changed, seconds=f"{seconds:.2f}"))
        elif not failure:
            count = sum(row["severity"] == "error" for row in rows)
            self._tell(self._words("serve.kept" if report.has_site else "serve.waiting", n=count))

    def _mend(self, keys: list[str]) -> int:
        with self._lock:
            return mend(self._folder, keys)

    def _answer(self, environ: Environ, start_response: Start) -> Iterable[bytes]:
        path = str(environ.get("PATH_INFO", "/")).encode("latin-1").decode("utf-8", "replace")
        name = posixpath.normpath("/" + path).lstrip("/")
        name = posixpath.join(name, "index.html") if path.endswith("/") else name
        data = self._preview.files.get(name)
        status = HTTPStatus.OK if data is not None else HTTPStatus.NOT_FOUND
        kind = (mimetypes.guess_type(name)[0] or "application/octet-stream") if data is not None else "text/html"
        headers: list[Any] = [("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)]
        start_response(f"{status.value} {status.phrase}", headers)
        return [data if data is not None else status.phrase.encode()]

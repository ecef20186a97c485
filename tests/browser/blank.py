"""A page without anything on it, over http on this machine."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

STATIC = Path(__file__).resolve().parents[2] / "generator" / "levelbook" / "static"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def end_headers(self) -> None:
        """Ask browsers to look again each time, so that a new release is seen at once."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()


@contextmanager
def blank_site(folder: Path) -> Iterator[str]:
    """Address of an empty page; every test has a folder, and so an origin, of its own."""
    (folder / "index.html").write_text(
        '<!doctype html><html lang="zh"><meta charset="utf-8"><link rel="icon" href="data:,"><title>.</title>',
        encoding="utf-8",
    )
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/index.html"
    server.shutdown()
    server.server_close()
    thread.join()

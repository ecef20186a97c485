"""A wrapper round the application of a preview server: pages get the overlay, which asks here what is wrong.

No file of the site knows of it: a script tag is put into pages as they are sent, and what it asks for stands below
`/__levelbook/`. A page's own policy is widened by that much. Addresses that change something want the token of the tag
and the page's own origin; all of them want a host that is an address or this machine, since a name could be led here by
somebody else's site.
"""

import json
import re
import secrets
from collections.abc import Callable, Iterable, MutableMapping
from dataclasses import dataclass, field
from html import escape, unescape
from http import HTTPStatus
from importlib.resources import files
from ipaddress import ip_address
from typing import Any, Final, TypedDict
from urllib.parse import parse_qsl, urlsplit

from levelbook.hosts.serving.board import Board
from levelbook.hosts.serving.underway import Underway

OWN: Final = "/__levelbook/"
"""Below this address stands what the overlay asks for."""
_FILES: Final = {"overlay.js": "application/javascript", "overlay.css": "text/css"}
_HEAD: Final = re.compile(rb"<head\b[^>]*>", re.IGNORECASE)
_POLICY: Final = re.compile(
    rb'(<meta\s[^>]*http-equiv="Content-Security-Policy"[^>]*\bcontent=")([^"]*)(")', re.IGNORECASE
)
_WANTED: Final = ("script-src", "style-src", "connect-src")
_MOST_GONE: Final = 200
_LONGEST_BODY: Final = 100_000

Environ = MutableMapping[str, Any]
Start = Callable[..., Any]
App = Callable[[Environ, Start], Iterable[bytes]]


class MendAnswer(TypedDict):
    """What came of having cures written."""

    mended: int
    """How many are written."""
    sentence: str
    """Why none is; empty otherwise."""


@dataclass
class GonePages:
    """The last bytes of pages that are no more, by their path in the site, for whoever still reads them."""

    _pages: dict[str, bytes] = field(default_factory=dict)

    def keep(self, path: str, data: bytes) -> None:
        """Remember a page that goes; the oldest is forgotten when there are many."""
        self._pages[path] = data
        while len(self._pages) > _MOST_GONE:
            self._pages.pop(next(iter(self._pages)))

    def get(self, path: str) -> bytes | None:
        """What stood there."""
        return self._pages.get(path)


@dataclass
class OverlayApp:
    """The application that a preview server runs."""

    app: App
    board: Board
    mend: Callable[[list[str]], int]
    """Writes cures by their keys; the result is how many."""
    host: str = ""
    """The host that the server was told to listen at, where that is a name."""
    mount: str = "/"
    gone: GonePages = field(default_factory=GonePages)
    underway: Underway = field(default_factory=Underway)
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))

    def __call__(self, environ: Environ, start_response: Start) -> Iterable[bytes]:
        """Answer a request."""
        path = str(environ.get("PATH_INFO", "/"))
        if path.startswith(OWN):
            return self._own(path.removeprefix(OWN), environ, start_response)
        if not self.board.has_site and _is_page(path):
            return _answer(start_response, HTTPStatus.SERVICE_UNAVAILABLE, self._with_tag(self._first_page()))
        return self._page(path, environ, start_response)

    def _page(self, path: str, environ: Environ, start_response: Start) -> Iterable[bytes]:
        """What the server itself answers; pages get the overlay, and nothing is kept by browsers."""
        self.underway.wait(self._file_of(path))
        status, headers, body = _asked(self.app, environ)
        kind = next((value for name, value in headers if name.lower() == "content-type"), "")
        if kind.partition(";")[0] == "text/html":
            kept = self.gone.get(self._file_of(path)) if status.startswith("404") else None
            body = self._with_tag(kept if kept is not None else body, is_gone=kept is not None)
        headers = [(name, value) for name, value in headers if name.lower() not in ("content-length", "cache-control")]
        start_response(status, [*headers, ("Content-Length", str(len(body))), ("Cache-Control", "no-store")])
        return [body]

    def _file_of(self, path: str) -> str:
        inner = path.removeprefix(self.mount)
        return inner + "index.html" if not inner or inner.endswith("/") else inner

    def _with_tag(self, html: bytes, *, is_gone: bool = False) -> bytes:
        facts = {"epoch": self.board.epoch, "pages": self.board.pages, "token": self.token}
        data = "".join(f' data-{name}="{escape(str(value))}"' for name, value in facts.items())
        tag = f'<script defer src="{OWN}overlay.js"{data}{" data-gone" if is_gone else ""}></script>'.encode()
        html = _POLICY.sub(lambda meta: meta[1] + _widened(meta[2]) + meta[3], html)
        head = _HEAD.search(html)
        return html[: head.end()] + tag + html[head.end() :] if head else tag + html

    def _first_page(self) -> bytes:
        """Stands for every page while there is none."""
        words = self.board.words
        language = escape(words.language)
        return (
            f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
            f'<meta name="viewport" content="width=device-width,initial-scale=1"><title>{escape(words("overlay.none"))}'
            f'</title></head><body class="lb-first"><main><h1>{escape(words("overlay.none"))}</h1></main></body></html>'
        ).encode()

    def _own(self, name: str, environ: Environ, start_response: Start) -> Iterable[bytes]:
        if not self._is_ours(str(environ.get("HTTP_HOST", ""))):
            return _answer(start_response, HTTPStatus.FORBIDDEN, b"")
        if name in _FILES:
            data = (files("levelbook") / "static" / "serve" / name).read_bytes()
            return _answer(start_response, HTTPStatus.OK, data, _FILES[name])
        if name == "state":
            asked = dict(parse_qsl(str(environ.get("QUERY_STRING", ""))))
            after = asked.get("after", "")
            page = self._file_of(asked["page"]) if "page" in asked else ""
            state = self.board.state(int(after) if after.isdecimal() else -1, page)
            return _answer(start_response, HTTPStatus.OK, state, "application/json")
        if name == "cure" and environ.get("REQUEST_METHOD") == "POST":
            return self._cure(environ, start_response)
        return _answer(start_response, HTTPStatus.NOT_FOUND, b"")

    def _cure(self, environ: Environ, start_response: Start) -> Iterable[bytes]:
        origin, host = str(environ.get("HTTP_ORIGIN", "")), environ.get("HTTP_HOST")
        token = str(environ.get("HTTP_X_LEVELBOOK_TOKEN", ""))
        if urlsplit(origin).netloc != host or not secrets.compare_digest(token.encode(), self.token.encode()):
            return _answer(start_response, HTTPStatus.FORBIDDEN, b"")
        keys = _keys(environ)
        if keys is None:
            return _answer(start_response, HTTPStatus.BAD_REQUEST, b"")
        words = self.board.words
        try:
            mended, sentence = self.mend(keys), words("overlay.changed_meanwhile")
        except OSError as error:
            mended, sentence = 0, words("overlay.unwritten", reason=error.strerror or str(error))
        answer = MendAnswer(mended=mended, sentence="" if mended else sentence)
        status = HTTPStatus.OK if mended else HTTPStatus.CONFLICT
        return _answer(start_response, status, json.dumps(answer, ensure_ascii=False).encode(), "application/json")

    def _is_ours(self, host: str) -> bool:
        try:
            name = urlsplit(f"//{host}").hostname or ""
        except ValueError:
            return False
        return name in ("localhost", self.host) or name.endswith(".localhost") or _is_address(name)


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _is_page(path: str) -> bool:
    return "." not in path.rpartition("/")[2] or path.endswith(".html")


def _asked(app: App, environ: Environ) -> tuple[str, list[tuple[str, str]], bytes]:
    """What an application answers, whole."""
    begun: list[Any] = ["500 Internal Server Error", []]

    def start(status: str, headers: list[tuple[str, str]], _: object = None) -> Callable[[bytes], None]:
        begun[:] = status, headers
        return lambda _: None

    parts = app(environ, start)
    try:
        body = b"".join(parts)
    finally:
        close = getattr(parts, "close", None)
        if close:
            close()
    return str(begun[0]), list(begun[1]), body


def _answer(start: Start, status: HTTPStatus, body: bytes, kind: str = "text/html") -> Iterable[bytes]:
    headers = [
        ("Content-Type", f"{kind}; charset=utf-8"),
        ("Content-Length", str(len(body))),
        ("Cache-Control", "no-store"),
        ("X-Content-Type-Options", "nosniff"),
    ]
    start(f"{status.value} {status.phrase}", headers)
    return [body]


def _keys(environ: Environ) -> list[str] | None:
    """The names of problems in the body of a request; none where it holds something else."""
    try:
        length = min(int(environ.get("CONTENT_LENGTH") or 0), _LONGEST_BODY)
        value = json.loads(environ["wsgi.input"].read(length))
    except (ValueError, RecursionError):
        return None
    keys = value.get("keys") if isinstance(value, dict) else None
    if not isinstance(keys, list) or not all(isinstance(key, str) for key in keys):
        return None
    return keys


def _widened(policy: bytes) -> bytes:
    """A policy that lets the overlay run, style itself and ask its server, and nobody else anything more."""
    directives = dict(_directive(text) for text in unescape(policy.decode()).split(";") if text.strip())
    for name in _WANTED:
        values = directives.get(name, directives.get("default-src", ["'self'"]))
        kept = [value for value in values if value != "'none'"]
        directives[name] = kept if "'self'" in kept else ["'self'", *kept]
    text = "; ".join(" ".join([name, *values]) for name, values in directives.items())
    return escape(text, quote=False).replace('"', "&quot;").encode()


def _directive(text: str) -> tuple[str, list[str]]:
    name, *values = text.split()
    return name.lower(), values

"""A code host as far as `levelbook comment` knows it: comments are listed, added and changed over http."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit


@dataclass
class CodeHost:
    """What a host keeps, and how it answers."""

    name: str
    """`github`, `gitea` or `gitlab`."""
    address: str = ""
    comments: list[dict[str, Any]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    """Method and path of each request."""
    refuses: int = 0
    """The status with which it refuses to write; nothing where it does not."""
    token: str = "secret"

    def said(self, body: str, author: str) -> None:
        """Somebody's comment."""
        who = {"username" if self.name == "gitlab" else "login": author}
        self.comments.append(
            {"id": len(self.comments) + 1, "body": body, "author" if self.name == "gitlab" else "user": who}
        )

    @property
    def me(self) -> str:
        """The owner of the token."""
        return "github-actions[bot]" if self.name == "github" else "handbook-bot"

    def answer(self, method: str, path: str, token: str, body: dict[str, str]) -> tuple[int, Any]:
        """The status and what is sent back."""
        self.asked.append(f"{method} {urlsplit(path).path}")
        if token != self.token:
            return 401, {"message": "who are you?"}
        if path.endswith("/user"):
            who = "username" if self.name == "gitlab" else "login"
            return (403, {}) if self.name == "github" else (200, {who: self.me})
        if method == "GET":
            page = int(parse_qs(urlsplit(path).query)["page"][0])
            return 200, self.comments[(page - 1) * 2 : page * 2]
        if self.refuses:
            return self.refuses, {}
        if method == "POST":
            self.said(body["body"], self.me)
            return 201, self.comments[-1]
        number = int(path.rpartition("/")[2])
        self.comments[number - 1]["body"] = body["body"]
        return 200, self.comments[number - 1]


@contextmanager
def running(host: CodeHost) -> Iterator[CodeHost]:
    """The host, at an address of this computer."""

    class Handler(BaseHTTPRequestHandler):
        def _do(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            body = json.loads(self.rfile.read(length)) if length else {}
            token = self.headers.get("PRIVATE-TOKEN") or (self.headers.get("Authorization") or "").removeprefix(
                "token "
            )
            status, answer = host.answer(self.command, self.path, token, body)
            self.send_response(status)
            self.end_headers()
            self.wfile.write(json.dumps(answer).encode())

        do_GET = do_POST = do_PATCH = do_PUT = _do

        def log_message(self, format: str, *args: Any) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    host.address = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield host
    finally:
        server.shutdown()
        server.server_close()

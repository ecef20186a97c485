"""What is put into pages, what is answered below /__levelbook/, and who may have something written."""

import io
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from levelbook.catalogue import Catalogue
from levelbook.hosts.serving import mending
from levelbook.hosts.serving.board import Board, Report
from levelbook.hosts.serving.mending import mend
from levelbook.hosts.serving.overlay_app import Environ, OverlayApp, Start
from levelbook.hosts.serving.shown import key_of, shown
from levelbook.load import load
from levelbook.loading.edit.journal import newest
from levelbook.problems import Cure, Place, Problem

WORDS = Catalogue("zh")
HEADS = (
    "<html><head><title>x</title></head><body></body></html>",
    '<html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="'
    "default-src 'none'; connect-src 'none'; style-src 'self'\"></head><body></body></html>",
)


def app(html: str = HEADS[0], mended: int = 1) -> OverlayApp:
    """A server with one page."""

    def page(environ: Environ, start_response: Start) -> Iterable[bytes]:
        kind = "text/html" if environ["PATH_INFO"].endswith("/") else "text/css"
        start_response("200 OK", [("Content-Type", kind), ("Content-Length", str(len(html)))])
        return [html.encode()]

    board = Board(WORDS)
    board.tell(Report(WORDS))
    return OverlayApp(page, board, lambda keys: mended, host="preview.test")


def asked(server: OverlayApp, path: str, body: object = None, **more: str) -> tuple[int, dict[str, str], str]:
    """What a server answers."""
    begun: list[Any] = []
    sent = json.dumps(body).encode()
    environ = {
        "PATH_INFO": path,
        "REQUEST_METHOD": "POST" if body is not None else "GET",
        "HTTP_HOST": "127.0.0.1:8000",
        "CONTENT_LENGTH": str(len(sent)),
        "wsgi.input": io.BytesIO(sent),
        **more,
    }
    parts = server(environ, lambda status, headers: begun.extend((status, dict(headers))))
    return int(begun[0].split()[0]), begun[1], b"".join(parts).decode()


def test_pages_get_one_script_and_are_kept_by_nobody() -> None:
    status, headers, text = asked(app(), "/")
    assert (status, text.count("<script")) == (200, 1)
    assert text.startswith('<html><head><script defer src="/__levelbook/overlay.js"')
    assert headers["Cache-Control"] == "no-store"
    assert headers["Content-Length"] == str(len(text))


def test_other_files_are_as_they_are() -> None:
    assert asked(app(), "/style.css")[2] == HEADS[0]


def test_a_policy_lets_the_overlay_in_and_nothing_else() -> None:
    text = asked(app(HEADS[1]), "/")[2]
    assert "default-src 'none'; connect-src 'self'; style-src 'self'; script-src 'self'" in text


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "", "[", "127.0.0.1.evil.example"])
@pytest.mark.parametrize("path", ["state", "cure", "overlay.js"])
def test_a_foreign_name_is_told_nothing(host: str, path: str) -> None:
    assert asked(app(), f"/__levelbook/{path}", HTTP_HOST=host)[0] == 403


@pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1", "[::1]:8000", "preview.test:8000", "10.0.0.7:80"])
def test_this_machine_and_addresses_are_told(host: str) -> None:
    status, headers, text = asked(app(), "/__levelbook/state", HTTP_HOST=host)
    assert (status, headers["Content-Type"]) == (200, "application/json; charset=utf-8")
    assert json.loads(text)["problems"] == []


def test_only_the_page_itself_may_have_something_written() -> None:
    server, body = app(), {"keys": ["a"]}
    origin = {"HTTP_ORIGIN": "http://127.0.0.1:8000"}
    token = {"HTTP_X_LEVELBOOK_TOKEN": server.token}
    assert asked(server, "/__levelbook/cure", body, **origin, **token)[0] == 200
    assert asked(server, "/__levelbook/cure", body, **token)[0] == 403
    assert asked(server, "/__levelbook/cure", body, **origin)[0] == 403
    assert asked(server, "/__levelbook/cure", body, HTTP_ORIGIN="http://evil.example", **token)[0] == 403
    assert asked(server, "/__levelbook/cure", body, **origin, HTTP_X_LEVELBOOK_TOKEN="é")[0] == 403
    assert asked(server, "/__levelbook/cure", ["a"], **origin, **token)[0] == 400
    assert asked(server, "/__levelbook/cure", {"keys": [1]}, **origin, **token)[0] == 400
    assert asked(server, "/__levelbook/cure", **origin, **token)[0] == 404


def test_a_cure_that_is_refused_says_why() -> None:
    server = app(mended=0)
    more = {"HTTP_ORIGIN": "http://127.0.0.1:8000", "HTTP_X_LEVELBOOK_TOKEN": server.token}
    status, _, text = asked(server, "/__levelbook/cure", {"keys": ["a"]}, **more)
    assert status == 409
    assert json.loads(text)["sentence"] == WORDS("overlay.changed_meanwhile")


def test_what_the_data_say_is_no_markup() -> None:
    server = app()
    problem = Problem("ledger-missing", Place("</script><b>.yml", 1, 1))
    row = shown(problem, Path("/nowhere"), WORDS, "x:{file}")
    server.board.tell(Report(WORDS, [row]))
    status, headers, _ = asked(server, "/__levelbook/state")
    assert (status, headers["X-Content-Type-Options"]) == (200, "nosniff")
    assert "<b>" not in asked(server, "/")[2]


TEXT = "a: 1\nname：甲\nb: 2\n"
CURE = Cure(9, 10, ": ", is_safe=True)


def problem_with(cure: Cure | None) -> Problem:
    """A full-width colon in the second line."""
    return Problem("ledger-missing", Place("handbook.yml", 2, 5), cure=cure)


def lines(problem: Problem, folder: Path) -> list[str]:
    """The lines that are shown, as they stand in the panel."""
    marks = {"same": "{}", "gone": "[-{}-]", "new": "[+{}+]", "here": "<{}>"}
    return [
        f"{line['kind']} {line['number']} "
        + "".join(marks[piece["kind"]].format(piece["text"]) for piece in line["pieces"])
        for line in shown(problem, folder, WORDS, "")["lines"]
    ]


def test_the_line_as_it_is_and_as_it_should_be(tmp_path: Path) -> None:
    (tmp_path / "handbook.yml").write_text(TEXT, encoding="utf-8")
    assert lines(problem_with(CURE), tmp_path) == ["now 2 name[-：-]甲", "then 2 name[+: +]甲"]
    doubtful = Cure(9, 10, ": ", is_safe=False)
    assert lines(problem_with(doubtful), tmp_path) == ["around 1 a: 1", "now 2 name[-：-]甲", "then 2 name[+: +]甲"]
    assert lines(problem_with(None), tmp_path) == ["around 1 a: 1", "now 2 name<：甲>"]
    several = Cure(5, 12, "name: 甲\nmore: 乙\n", is_safe=False)
    assert lines(problem_with(several), tmp_path)[1:] == [
        "now 2 [-name：甲-]",
        "then 2 [+name: 甲+]",
        "then 3 [+more: 乙+]",
    ]


def curing(monkeypatch: pytest.MonkeyPatch, problem: Problem) -> None:
    """Let the handbook have this problem."""
    loaded = load(Path("/nowhere"))
    loaded.problems[:] = [problem]
    monkeypatch.setattr(mending, "load_files", lambda files: loaded)


def test_a_safe_cure_is_written_and_a_changed_file_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "handbook.yml"
    file.write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    problem = problem_with(CURE)
    curing(monkeypatch, problem)
    key = key_of(problem, file.read_bytes())
    assert mend(tmp_path, [key]) == 1
    assert file.read_bytes() == b"\xef\xbb\xbf" + TEXT.replace("：", ": ").encode()
    entry = newest(tmp_path)
    assert entry and entry.files[0].before == b"\xef\xbb\xbf" + TEXT.encode(), "levelbook undo takes it back"
    assert mend(tmp_path, [key]) == 0


def test_a_doubtful_cure_is_never_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "handbook.yml").write_text(TEXT, encoding="utf-8")
    problem = problem_with(Cure(9, 10, ": ", is_safe=False))
    curing(monkeypatch, problem)
    assert mend(tmp_path, [key_of(problem, TEXT.encode())]) == 0
    assert (tmp_path / "handbook.yml").read_text(encoding="utf-8") == TEXT

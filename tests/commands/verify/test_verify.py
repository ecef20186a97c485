"""`levelbook verify`: a site in a folder or at an address, file by file against its `build.json`."""

import json
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from levelbook.commands.cli import main
from levelbook.hosts.publishing.build_record import BuildRecord, hashes


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    site = tmp_path / "site"
    for name in ("index.html", "a b/页.html", "assets/x.css"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(name, encoding="utf-8")
    record = BuildRecord("0.3.0", {"name": "手册", "release": "1.0.0"}, "0123456789abcdef", False, dict(hashes(site)))
    (site / "build.json").write_text(record.text(), encoding="utf-8")
    return site


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing."""


@pytest.fixture
def address(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def verified(*typed: str) -> int:
    return main(["verify", *typed, "--language", "en"])


SAME = "All 3 files are as they were built. Handbook: 手册, release 1.0.0, commit 0123456789ab.\n"


def test_a_site_as_it_was_built(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verified("site") == 0
    assert capsys.readouterr().out == SAME


@pytest.mark.parametrize("page", ["", "/", "/index.html", "/index.html?x#y"])
def test_a_site_as_it_is_served(address: str, page: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert verified(address + page) == 0
    assert capsys.readouterr().out == SAME


def test_what_differs_is_named(site: Path, address: str, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "index.html").write_text("hacked", encoding="utf-8")
    (site / "assets/x.css").unlink()
    (site / "more.html").touch()
    (site / "web.config").touch()
    (site / ".htaccess").touch()
    assert verified("site") == 1
    assert capsys.readouterr().out == (
        "changed: index.html\nmissing: assets/x.css\nextra: more.html\nthe server's: web.config (no difference)\n"
        "Not as it was built: 1 changed, 1 missing, 1 extra; 3 files were built. Handbook: 手册, release 1.0.0, commit"
        " 0123456789ab.\n"
    )
    assert verified(address) == 1
    assert "1 changed, 1 missing, 0 extra" in capsys.readouterr().out
    assert verified("site", "--format", "json") == 1
    assert json.loads(capsys.readouterr().out) == {
        "changed": ["index.html"],
        "missing": ["assets/x.css"],
        "extra": ["more.html"],
        "added": ["web.config"],
    }


def test_a_site_against_the_record_of_another(site: Path, tmp_path: Path) -> None:
    """Whoever changes a served file could change its build.json too; the one of the build is elsewhere."""
    record = json.loads((site / "build.json").read_text(encoding="utf-8"))
    (tmp_path / "built.json").write_text(json.dumps(record), encoding="utf-8")
    (site / "index.html").write_text("hacked", encoding="utf-8")
    record["files"]["index.html"] = dict(hashes(site))["index.html"]
    (site / "build.json").write_text(json.dumps(record), encoding="utf-8")
    assert verified("site") == 0
    assert verified("site", "--against", "built.json") == 1


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{", "build.json is not whole JSON"),
        ("[" * 100_000, "build.json is not whole JSON"),
        ("[]", "build.json was not written by Levelbook"),
        ('{"format": 2, "levelbook": "9", "handbook": {}, "files": {}}', "build.json was not written by Levelbook"),
        ('{"format": 1, "levelbook": "9", "handbook": {"name": 3}, "files": {}}', "was not written by Levelbook"),
        ('{"format": 1, "levelbook": "9", "handbook": {}, "files": {"a": "b"}}', "was not written by Levelbook"),
        (f'{{"format": 1, "levelbook": "9", "handbook": {{}}, "files": {{"../x": "{"0" * 64}"}}}}', "lead out of"),
        (f'{{"format": 1, "levelbook": "9", "handbook": {{}}, "files": {{"/etc/x": "{"0" * 64}"}}}}', "lead out of"),
        (f'{{"format": 1, "levelbook": "9", "handbook": {{}}, "files": {{"a\\\\b": "{"0" * 64}"}}}}', "lead out of"),
    ],
)
def test_a_record_is_not_trusted(text: str, sentence: str, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "build.json").write_text(text, encoding="utf-8")
    assert verified("site") == 2
    assert sentence in capsys.readouterr().err


def test_a_link_out_of_the_site_is_not_followed(site: Path, tmp_path: Path) -> None:
    (tmp_path / "copy.html").write_text("index.html", encoding="utf-8")
    (site / "index.html").unlink()
    (site / "index.html").symlink_to(tmp_path / "copy.html")
    assert verified("site") == 1


def test_what_cannot_be_compared_is_told(site: Path, address: str, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "build.json").unlink()
    assert verified("site") == 2
    assert "site has no build.json" in capsys.readouterr().err
    assert verified(address) == 2
    assert "has no build.json" in capsys.readouterr().err
    assert verified("nowhere") == 2
    assert capsys.readouterr().err == "There is no folder nowhere.\n"
    assert verified("http://127.0.0.1:9/") == 2
    assert capsys.readouterr().err.startswith("http://127.0.0.1:9/ cannot be read: ")

"""Scripts write no markup from data, run no text, and send nothing."""

import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[1] / "frontend" / "src"
SCRIPTS = sorted(FOLDER.rglob("*.ts*"))
MARKUP = r"(?:inner|outer)HTML\s*\+?=(?!=)|insertAdjacentHTML|document\.write|DOMParser|createContextualFragment|srcdoc"
RUNNING = r"\beval\(|new Function\("
SENDING = r"\bfetch\(|XMLHttpRequest|sendBeacon|WebSocket|EventSource|RTCPeerConnection|new Image\("
FORBIDDEN = re.compile("|".join((MARKUP, RUNNING, SENDING)))
COMMENT = re.compile(r"/\*.*?\*/|\s//\s.*?$", re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.relative_to(FOLDER).as_posix())
def test_nothing_dangerous_is_called(path: Path) -> None:
    assert FORBIDDEN.findall(COMMENT.sub("", path.read_text(encoding="utf-8"))) == []


def test_there_are_such_scripts() -> None:
    assert SCRIPTS

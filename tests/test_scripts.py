"""Scripts of the self-assessment write no markup from data, run no text, and send nothing."""

import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[1] / "generator" / "levelbook" / "static" / "js"
SCRIPTS = sorted(FOLDER.rglob("assess*.js"))
MARKUP = r"(?:inner|outer)HTML\s*\+?=(?!=)|insertAdjacentHTML|document\.write|DOMParser|createContextualFragment|srcdoc"
RUNNING = r"\beval\(|new Function\("
SENDING = r"\bfetch\(|XMLHttpRequest|sendBeacon|WebSocket|EventSource|RTCPeerConnection|new Image\("
FORBIDDEN = re.compile("|".join((MARKUP, RUNNING, SENDING)))


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_nothing_dangerous_is_called(path: Path) -> None:
    assert FORBIDDEN.findall(path.read_text(encoding="utf-8")) == []


def test_there_are_such_scripts() -> None:
    assert SCRIPTS

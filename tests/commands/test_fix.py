"""`levelbook check --fix`: what it shows, when it writes, that it can be taken back, and that it loses nothing."""

import json
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from levelbook.commands.cli import main
from levelbook.commands.fix.outcome import fixed
from levelbook.load import load_files
from levelbook.loading.cures import applied
from levelbook.loading.encodings import encoding_of
from levelbook.problems import Cure
from tests.golden.mistakes.case import base

FILE = "sequences/key-account/competencies/listening.yml"
SLIPS = {
    "wide colon": (": ", "："),
    "wide colon before a list": (":\n", "：\n"),
    "no blank": ("text: ", "text:"),
    "no-break space behind the colon": (": ", ":\u00a0"),
    "full-width space behind the colon": (": ", ":\u3000"),
    "dash without blank": ("- id", "-id"),
    "long dash": ("- ", "— "),
    "dot": ("- ", "• "),
    "tab": ("        text", "\t\ttext"),
    "no-break spaces": ("        text", "\u00a0" * 8 + "text"),
    "zero width": ("。", "\u200b。"),
    "byte order mark": ("要点", "要\ufeff点"),
    "soft hyphen": ("要点", "要\u00ad点"),
}
"""What is typed in place of what; each is safe to mend."""


@pytest.fixture
def spoilt(folder: Path) -> Path:
    """A folder with something that a command mends, in two files, and something that it does not."""
    edit(folder / FILE, {"name: 倾听": "name：倾听", "  senior:": "   senior:"})
    path = folder / "sequences/key-account/competencies/industry.yml"
    path.write_bytes(path.read_text(encoding="utf-8").encode("gbk"))
    return folder


def edit(path: Path, changes: dict[str, str]) -> None:
    text = path.read_text(encoding="utf-8")
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


def held(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*.y*ml"))}


def test_nobody_asked_writes_nothing(spoilt: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = held(spoilt)
    assert main(["check", str(spoilt), "--fix"]) == 3
    out = capsys.readouterr().out.splitlines()
    assert "-name：倾听" in out
    assert "+name: 倾听" in out
    assert f"{spoilt}/sequences/key-account/competencies/industry.yml：由 GBK 改存为 UTF-8" in out
    assert held(spoilt) == before


def test_dry_run(spoilt: Path) -> None:
    before = held(spoilt)
    assert main(["check", str(spoilt), "--fix", "--dry-run"]) == 0
    assert held(spoilt) == before


def test_writes_what_is_safe_and_is_taken_back(spoilt: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = held(spoilt)
    assert main(["check", str(spoilt), "--fix", "--yes"]) == 1
    out, err = capsys.readouterr()
    assert "改了2处" in err
    assert "+  senior:" in out.splitlines()
    text = (spoilt / FILE).read_text(encoding="utf-8")
    assert "name: 倾听" in text
    assert "\n   senior:" in text
    assert main(["undo", "--yes", "--folder", str(spoilt)]) == 0
    assert held(spoilt) == before


def test_ending_is_mended_and_taken_back(folder: Path) -> None:
    path = folder / "sequences/key-account/weights.yml"
    path.rename(path.with_suffix(".yaml"))
    before = held(folder)
    assert main(["check", str(folder), "--fix", "--yes"]) == 0
    assert path.is_file()
    assert main(["undo", "--yes", "--folder", str(folder)]) == 0
    assert held(folder) == before


def test_nothing_to_mend(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(folder), "--fix"]) == 0
    assert capsys.readouterr().err == "没有可以自动改的地方。\n"


def test_yes_goes_with_fix(folder: Path) -> None:
    assert main(["check", str(folder), "--yes"]) == 2


def test_the_line_and_the_line_as_it_should_be(spoilt: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(spoilt / FILE, {"        text: 记下": "\t\ttext: 记下"})
    main(["check", str(spoilt)])
    out, err = capsys.readouterr()
    lines = out.splitlines()
    at = lines.index("    11 | →→text: 记下要点。")
    assert lines[at + 1] == "    改 |         text: 记下要点。"
    assert "其中3处可以自动改" in err


def test_json_tells_the_cure(spoilt: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", str(spoilt), "--format", "json"])
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    cures = [record["cure"] for record in records if record["line"] == 2 and record["cure"]]
    assert cures == [{"start": 14, "end": 15, "text": ": ", "safe": True}]


def test_crlf_and_byte_order_mark_stay() -> None:
    data = base()[FILE].decode().replace("name: 倾听", "name：倾听").replace("\n", "\r\n").encode("utf-8-sig")
    mended = fixed({**base(), FILE: data}).files[FILE]
    assert mended == base()[FILE].decode().replace("\n", "\r\n").encode("utf-8-sig")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(sorted(SLIPS)), min_size=1, max_size=4), st.integers(0, 10_000))
def test_nothing_is_lost(names: list[str], seed: int) -> None:
    """Slips put into a valid file: what `--fix` makes of it says what that file says, or something is still told."""
    right = base()[FILE].decode()
    text, chance = right, random.Random(seed)
    for name in names:
        old, new = SLIPS[name]
        spots = [at for at in range(len(text)) if text.startswith(old, at)]
        if spots:
            at = chance.choice(spots)
            text = text[:at] + new + text[at + len(old) :]
    mended = fixed({**base(), FILE: text.encode()})
    loaded, wanted = load_files(mended.files), load_files(base())
    if loaded.handbook is None:
        assert loaded.problems
        return
    assert loaded.handbook == wanted.handbook


@given(
    st.text("ab\n", max_size=20), st.lists(st.tuples(st.integers(0, 20), st.integers(0, 5), st.text("xy", max_size=3)))
)
def test_cures_never_overlap(text: str, stretches: list[tuple[int, int, str]]) -> None:
    cures = [Cure(start, start + n, new, is_safe=True) for start, n, new in stretches if start + n <= len(text)]
    assert len(applied(text, cures)) <= len(text) + sum(len(cure.text) for cure in cures)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("名称：能力".encode("gbk"), "gb18030"),
        ("name: 能力\nname: 能力\n".encode() + "能力".encode("gbk"), "gb18030"),
        ("名称".encode("utf-16"), "utf-16"),
        ("name: x".encode("utf-16-le"), "utf-16-le"),
        ("name: x".encode("utf-16-be"), "utf-16-be"),
        ("déjà vu, très bien, évaluation".encode("latin-1"), ""),
        (b"\xed\xa0\x80", ""),
        (b"\xff\xff\xff", ""),
    ],
)
def test_encodings(data: bytes, encoding: str) -> None:
    assert encoding_of(data) == encoding

"""Input that means harm, or that nobody meant: told in one line, at once, in little memory."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from levelbook.load import load
from levelbook.loading.data_file import decode
from levelbook.loading.files import MAX_BYTES, Unreadable, read
from levelbook.model.competency import Competency
from levelbook.problems import Problem
from tests.work import calls, peak

BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{chr(ord(name) - 1)}'] * 9)}]\n" for name in "bcdefghi"
)

Grown = Callable[[int], str]
HOSTILE: dict[str, tuple[Grown, int, str, str | None]] = {
    "alias bomb": (lambda n: BOMB, 1, "yaml-feature", "anchor"),
    "merge": (lambda n: "<<: {name: x}\n", 1, "yaml-feature", "merge"),
    "python tag": (lambda n: "name: !!python/object/apply:os.system [id]\n", 1, "yaml-feature", "tag"),
    "deep flow list": (lambda n: "name: " + "[" * n, 10_000, "yaml-feature", "depth"),
    "deep flow mapping": (lambda n: "name: " + "{a: " * n, 10_000, "yaml-feature", "depth"),
    "deep block list": (lambda n: "- " * n + "x", 10_000, "yaml-feature", "depth"),
    "deep block mapping": (lambda n: "".join(" " * at + "a:\n" for at in range(n)), 1_900, "yaml-feature", "depth"),
    "deep keys": (lambda n: "? " * n + "x", 10_000, "yaml-feature", "key"),
    "many items": (lambda n: "covers: [" + "x," * n + "]", 300_000, "yaml-feature", "size"),
    "long key": (lambda n: "x" * n + ": 1\n", 1_900_000, "yaml-syntax", None),
    "open quote": (lambda n: "name: '" + "x" * n, 1_900_000, "yaml-syntax", "quote"),
    "many unknown keys": (lambda n: "".join(f"k{at}: 1\n" for at in range(n)), 90_000, "unknown-key", None),
    "many wrong items": (lambda n: "covers: [" + "[x]," * n + "]", 60_000, "value-wrong", "mapping"),
    "many blanks": (lambda n: "name: " + "甲 " * n + "\n", 400_000, "text-blank", None),
    "many lines": (lambda n: "name: " + "甲\n  " * n + "\n", 300_000, "choose-one", None),
}
"""A text that grows, how far, and what is said of it then."""


def told(data: bytes | Unreadable) -> list[Problem]:
    return decode("a.yml", data, Competency)[1]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text(name: str) -> None:
    grown, size, code, variant = HOSTILE[name]
    problems = told(grown(size).encode())
    assert problems[0].code == code or code in {one.code for one in problems}
    assert variant is None or variant in {one.variant for one in problems}
    assert len(problems) <= 3_000
    assert all(len(str(fact)) < 400 for one in problems for fact in one.facts.values())


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_costs_no_more_than_its_length(name: str) -> None:
    short, long = (HOSTILE[name][0](size).encode() for size in (1_000, 2_000))
    growth = 1.1 * len(long) / len(short)
    called, held = calls(lambda: told(short)), peak(lambda: told(short))
    assert called < 150 * len(short) + 20_000
    assert calls(lambda: told(long)) < growth * called + 1_000
    assert held < 700 * len(short) + 100_000
    assert peak(lambda: told(long)) < growth * held + 50_000


def test_alias_bomb_takes_no_memory() -> None:
    assert peak(lambda: told(BOMB.encode())) < 1_000_000


def test_fifty_megabytes_are_not_read(tmp_path: Path) -> None:
    path = tmp_path / "big.yml"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    assert peak(lambda: read(path)) < 100_000
    assert read(path) == Unreadable("size")
    assert [one.variant for one in told(b"x" * (MAX_BYTES + 1))] == ["size"]


@pytest.mark.parametrize(
    ("data", "variant"),
    [
        ("name: 倾听\n".encode("gbk"), "encoding-known"),
        ("name: 倾听\n".encode("utf-16"), "encoding-known"),
        (b"name: \xed\xa0\x80\n", "encoding"),
        (b"name: a\0b\n", "character"),
        ("name: a\u2028b\n".encode(), "character"),
        ("name: a\x85b\n".encode(), "character"),
        ("name: a\ufffeb\n".encode(), "character"),
    ],
)
def test_bytes_that_are_no_text(data: bytes, variant: str) -> None:
    assert [(one.code, one.variant) for one in told(data)] == [("file-unreadable", variant)]


def test_control_characters_written_with_a_backslash() -> None:
    problems = told(b'name: "a\\0b"\nblank: x\n')
    assert [(one.code, one.variant) for one in problems] == [("value-wrong", "character")]


def test_what_is_shown_of_a_text_is_printable() -> None:
    problems = told(b'"a\\e[31m": 1\nname: x\nblank: x\n')
    assert all("\x1b" not in str(fact) for one in problems for fact in one.facts.values())


PLACES: dict[str, tuple[Callable[[Path], object], str]] = {
    "folder": (lambda path: path.mkdir(), "folder"),
    "dangling link": (lambda path: path.symlink_to("nowhere.yml"), "link"),
    "link to itself": (lambda path: path.symlink_to(path.name), "link"),
    "pipe": (lambda path: os.mkfifo(path), "special"),
    "device": (lambda path: path.symlink_to("/dev/zero"), "special"),
}


@pytest.mark.parametrize("name", PLACES)
def test_what_is_no_file(name: str, tmp_path: Path) -> None:
    make, variant = PLACES[name]
    make(tmp_path / "handbook.yml")
    problems = load(tmp_path).problems
    assert [(one.code, one.variant) for one in problems] == [("file-unreadable", variant)]


def test_folder_that_holds_itself(tmp_path: Path) -> None:
    (tmp_path / "sequences").mkdir()
    (tmp_path / "sequences" / "again").symlink_to(tmp_path)
    assert {one.code for one in load(tmp_path).problems} == {"file-missing"}


def test_names_that_cannot_be_printed(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\n.txt")).write_text("x")
    stray = next(one for one in load(tmp_path).problems if one.code == "file-unlisted")
    assert str(stray.place) == "??.txt"

"""Real builds that are killed, fail, find the disk full or meet another: people read the old site, or the new one."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import chdir, suppress
from pathlib import Path
from shutil import copytree

import pytest

from levelbook.commands.cli import main
from tests.commands.small_handbook import BASE, change
from tests.once import made_once

CONFIG = """\
site_name: 手册
use_directory_urls: false
theme: {name: material}
plugins: [levelbook]
validation: {links: {not_found: warn}}
"""
LISTENING = "rubric_data/sequences/key-account/competencies/listening.yml"
FULL = """\
import errno, sys
import mkdocs.utils
write, left = mkdocs.utils.write_file, [{files}]

def full(content, path):
    left[0] -= 1
    if left[0] < 0:
        raise OSError(errno.ENOSPC, "No space left on device", path)
    write(content, path)

mkdocs.utils.write_file = full
from mkdocs.__main__ import cli
cli(sys.argv[1:])
"""


def build_first(home: Path) -> None:
    copytree(BASE, home / "rubric_data")
    (home / "docs").mkdir()
    (home / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    with chdir(home):
        built = mkdocs()
        assert built.returncode == 0, built.stderr
        assert text() == "old"


@pytest.fixture
def home(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A handbook whose site has been built, and in which a name has been changed since."""
    copytree(made_once(tmp_path_factory, "published", build_first), tmp_path / "home")
    monkeypatch.chdir(tmp_path / "home")
    change(Path(LISTENING), "name: 倾听", "name: 听懂客户")
    return tmp_path / "home"


def environment() -> dict[str, str]:
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": os.pathsep.join(sys.path)}


def mkdocs(*, script: str = "", umask: int = -1, **more: str) -> subprocess.CompletedProcess[str]:
    """A build; more names what is otherwise in its environment."""
    start = ["-c", script] if script else ["-m", "mkdocs"]
    command = [sys.executable, *start, "build", "--strict"]
    env = environment() | more
    return subprocess.run(command, env=env, capture_output=True, text=True, encoding="utf-8", umask=umask)


def text() -> str:
    """Which of the two handbooks people read; that it is all of it, `levelbook verify` says."""
    assert main(["verify", "site"]) == 0
    page = Path("site/sequences/key-account/competency/listening/index.html").read_text(encoding="utf-8")
    return "new" if "听懂客户" in page else "old"


def left() -> list[str]:
    return sorted(path.name for path in Path().iterdir() if path.name.startswith(".site."))


def written() -> int:
    """How many files the build under way has written."""
    with suppress(FileNotFoundError):  # it has just taken its place
        return sum(path.is_file() for folder in Path().glob(".site.*") for path in folder.rglob("*"))
    return 0


def moments() -> Iterator[int]:
    """Numbers of files after which a build is killed: before any, among the assets, and at the end."""
    total = len(json.loads(Path("site/build.json").read_text(encoding="utf-8"))["files"])
    yield from (0, total // 3, total * 9 // 10)


def test_a_build_that_is_killed_leaves_the_old_site_whole(home: Path) -> None:
    for moment in moments():
        build = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "--quiet", "build"], env=environment(), stderr=subprocess.DEVNULL
        )
        while build.poll() is None and (not left() or written() < moment):
            time.sleep(0.005)
        build.kill()
        build.wait()
        assert text() in ("old", "new")
    assert mkdocs().returncode == 0
    assert text() == "new"
    assert left() == [], "the next build removes what killed ones left"


@pytest.mark.parametrize("files", [0, 12])
def test_a_full_disk_is_one_sentence_and_leaves_the_old_site_whole(home: Path, files: int) -> None:
    build = mkdocs(script=FULL.format(files=files))
    assert build.returncode == 1
    assert "Traceback" not in build.stderr
    assert "网站没有写成，原来的没有动。" in build.stdout + build.stderr
    assert "磁盘满了" in build.stdout + build.stderr
    assert text() == "old"
    assert left() == []


def test_a_build_with_warnings_leaves_the_old_site_whole(home: Path) -> None:
    (home / "docs" / "more.md").write_text("[nowhere](nowhere.md)\n", encoding="utf-8")
    build = mkdocs()
    assert build.returncode == 1
    assert "strict" in build.stderr + build.stdout
    assert text() == "old"
    assert left() == []


def test_a_build_of_broken_data_leaves_the_old_site_whole(home: Path) -> None:
    change(home / LISTENING, "name: 听懂客户", "nmae: 听懂客户")
    assert mkdocs().returncode == 1
    assert text() == "old"
    assert left() == []


def test_two_builds_at_once_are_not_mixed(home: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "--quiet", "build"]
    builds = [subprocess.Popen(command, env=environment(), stderr=subprocess.DEVNULL) for _ in range(2)]
    assert [build.wait() for build in builds] == [0, 0]
    assert text() == "new"
    assert left() == []


def test_umask_hides_nothing_and_wherever_it_is_built_the_bytes_are_the_same(home: Path) -> None:
    home.chmod(0o755)
    change(home / "mkdocs.yml", "[levelbook]", "[levelbook: {day: 2026-11-30}]")
    here = {"PYTHONHASHSEED": "1", "TZ": "UTC+12", "LC_ALL": "C"}
    assert mkdocs(umask=0o022, **here).returncode == 0
    first = {path: path.read_bytes() for path in Path("site").rglob("*") if path.is_file()}
    assert mkdocs(umask=0o077, PYTHONHASHSEED="2", TZ="UTC-14", LC_ALL="C.UTF-8").returncode == 0
    assert {path: path.read_bytes() for path in Path("site").rglob("*") if path.is_file()} == first
    modes = {path.stat().st_mode & 0o005 for path in (Path("site"), *Path("site").rglob("*")) if path.is_dir()}
    assert modes == {0o005}
    assert all(path.stat().st_mode & 0o004 for path in first)


def test_the_record_says_from_what_it_was_built(home: Path) -> None:
    def git(*arguments: str) -> str:
        owner = ("-c", "user.name=hr", "-c", "user.email=hr@example.com")
        return subprocess.run(["git", *owner, *arguments], capture_output=True, check=True, text=True).stdout.strip()

    record = json.loads(Path("site/build.json").read_text(encoding="utf-8"))
    assert "commit" not in record, "there is no repository"
    git("init", "--quiet")
    git("add", "rubric_data", "docs", "mkdocs.yml")
    git("commit", "--quiet", "--message", "All")
    mkdocs()
    record = json.loads(Path("site/build.json").read_text(encoding="utf-8"))
    assert (record["commit"], record["changed"]) == (git("rev-parse", "HEAD"), False)
    change(home / LISTENING, "听懂客户", "倾听客户")
    mkdocs()
    assert json.loads(Path("site/build.json").read_text(encoding="utf-8"))["changed"] is True


def test_an_export_that_finds_the_disk_full_can_be_repeated(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    written_bytes, calls = Path.write_bytes, iter(range(1000))

    def full(self: Path, data: bytes) -> int:
        if next(calls) == 30:
            raise OSError(28, "No space left on device", str(self))
        return written_bytes(self, data)

    with monkeypatch.context() as disk:
        disk.setattr(Path, "write_bytes", full)
        assert main(["export", "out", "--language", "en"]) == 2
    assert "the disk is full" in capsys.readouterr().err
    assert not Path("out").exists()
    assert main(["export", "out"]) == 0
    assert main(["verify", "out"]) == 0
    (home / "out" / "theirs.md").write_text("theirs", encoding="utf-8")
    assert main(["export", "out"]) == 0
    assert (home / "out" / "theirs.md").read_text(encoding="utf-8") == "theirs"
    assert main(["verify", "out"]) == 1, "theirs is extra"

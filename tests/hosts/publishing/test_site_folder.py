"""A site takes its place in one step; what is killed, fails or meets another leaves the old one whole."""

import os
import stat
from pathlib import Path
from threading import Barrier, Thread

import pytest

from levelbook.catalogue import Catalogue
from levelbook.hosts.publishing import exchange, site_folder
from levelbook.hosts.publishing.site_folder import HalfPut, SiteFolder, half_put


def written(folder: Path, text: str, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def told(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def beside(target: Path) -> list[str]:
    return sorted(path.name for path in target.parent.iterdir() if path != target)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A site that people read."""
    target = tmp_path / "www" / "site"
    written(target, "old", "index.html", "gone/index.html", ".well-known/security.txt")
    return target


@pytest.fixture(params=["at once", "two renames"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """As Linux does it, and as other systems do."""
    if request.param == "two renames":
        monkeypatch.setattr(exchange, "_renameat2", lambda: None)
    return str(request.param)


def test_the_first_site_appears(tmp_path: Path) -> None:
    target = tmp_path / "new" / "site"
    folder = SiteFolder(target)
    written(folder.folder, "new", "index.html")
    assert not target.exists()
    assert folder.put()
    assert told(target) == {"index.html": "new"}
    assert beside(target) == []


def test_a_site_takes_the_place_of_another(target: Path, way: str) -> None:
    folder = SiteFolder(target)
    written(folder.folder, "new", "index.html", "more/index.html")
    assert told(target)["index.html"] == "old", "until it is whole, people read the old one"
    assert folder.put()
    assert told(target) == {".well-known/security.txt": "old", "index.html": "new", "more/index.html": "new"}
    assert beside(target) == []


def test_a_site_that_is_given_up_leaves_no_trace(target: Path) -> None:
    before = told(target)
    folder = SiteFolder(target)
    written(folder.folder, "new", "index.html")
    folder.discard()
    assert told(target) == before
    assert beside(target) == []


def test_what_a_killed_build_left_is_removed_by_the_next(target: Path) -> None:
    left = SiteFolder(target)
    written(left.folder, "half", "index.html")
    assert left._lock is not None
    os.close(left._lock)  # as the system does when a process is killed
    left._lock = None
    SiteFolder(target).discard()
    assert beside(target) == []


def test_a_build_that_is_still_running_is_left_alone(target: Path) -> None:
    first, second = SiteFolder(target), SiteFolder(target)
    written(first.folder, "first", "index.html")
    written(second.folder, "second", "index.html")
    assert first.put() and second.put()
    assert told(target)["index.html"] == "second"
    assert beside(target) == []


def test_killed_between_two_renames_the_old_site_comes_back(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = told(target)
    target.rename(target.with_name(".site.levelbook-abc.old"))
    SiteFolder(target).discard()
    assert told(target) == before


def test_killed_after_the_exchange_hidden_files_are_not_lost(target: Path) -> None:
    """The old site, with what the server keeps in it, then has the name of the new one."""
    old = target.with_name(".site.levelbook-abc.new")
    target.rename(old)
    written(target, "new", "index.html")
    SiteFolder(target).discard()
    assert told(target) == {".well-known/security.txt": "old", "index.html": "new"}
    assert beside(target) == []


def test_where_folders_cannot_change_places_files_do(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A volume of Docker is a mount, which has its name for good."""

    def refused(self: Path, other: Path) -> Path:
        raise OSError(16, "Device or resource busy")

    inode = target.stat().st_ino
    monkeypatch.setattr(exchange, "_renameat2", lambda: None)
    monkeypatch.setattr(Path, "rename", refused)
    folder = SiteFolder(target)
    written(folder.folder, "new", "index.html", "more/index.html")
    assert not folder.put(), "and it says so"
    assert target.stat().st_ino == inode
    assert told(target) == {".well-known/security.txt": "old", "index.html": "new", "more/index.html": "new"}
    assert not (target / "gone").exists()
    assert beside(target) == []


def test_what_is_put_in_by_halves_is_not_called_whole(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(source: Path, copy: str) -> None:
        raise OSError(28, "No space left on device", copy)

    monkeypatch.setattr(exchange, "_renameat2", lambda: None)
    monkeypatch.setattr(Path, "rename", lambda self, other: full(self, str(other)))
    monkeypatch.setattr(site_folder.shutil, "copy2", full)
    folder = SiteFolder(target)
    written(folder.folder, "new", "index.html")
    with pytest.raises(HalfPut) as told:
        folder.put()
    sentence = half_put(target, told.value, Catalogue("en"))
    assert "readers meet old and new pages" in sentence and "the disk is full" in sentence
    assert beside(target) == []


def test_a_link_to_the_site_stays_a_link(target: Path, tmp_path: Path) -> None:
    link = tmp_path / "current"
    link.symlink_to(target)
    folder = SiteFolder(link)
    written(folder.folder, "new", "index.html")
    assert folder.put()
    assert link.is_symlink()
    assert told(link)["index.html"] == "new"


@pytest.mark.parametrize(("shared", "file", "inner"), [(0o755, 0o644, 0o755), (0o750, 0o640, 0o750)])
def test_who_may_read_the_folder_may_read_the_site_whatever_the_umask(
    target: Path, shared: int, file: int, inner: int
) -> None:
    target.parent.chmod(shared)
    umask = os.umask(0o077)
    try:
        folder = SiteFolder(target)
        written(folder.folder, "new", "more/index.html")
        folder.put()
    finally:
        os.umask(umask)
    modes = {name: stat.S_IMODE((target / name).stat().st_mode) for name in ("", "more", "more/index.html")}
    assert modes == {"": inner, "more": inner, "more/index.html": file}


def test_many_builds_at_once_leave_one_of_them_whole(target: Path) -> None:
    def build(name: str) -> None:
        folder = SiteFolder(target)
        written(folder.folder, name, *(f"{at}.html" for at in range(20)))
        assert folder.put()

    builds = [Thread(target=build, args=(str(at),)) for at in range(8)]
    for each in builds:
        each.start()
    for each in builds:
        each.join()
    pages = {name: text for name, text in told(target).items() if not name.startswith(".")}
    assert len(pages) == 20
    assert len(set(pages.values())) == 1, "nothing is mixed"
    assert beside(target) == []
    assert site_folder._files(target)


def test_first_builds_at_once_leave_one_of_them_whole(tmp_path: Path, way: str) -> None:
    """There is no site yet, so each is the first to find no old one; none meets the folder of another half made."""
    for attempt in range(5):
        target, start, steps = tmp_path / str(attempt) / "site", Barrier(6), list[bool]()
        builds = [Thread(target=_built_after, args=(start, target, str(at), steps)) for at in range(6)]
        for each in builds:
            each.start()
        for each in builds:
            each.join()
        assert steps == [True] * 6, "none failed, and each took its place in one step"
        assert len(set(told(target).values())) == 1, "nothing is mixed"
        assert beside(target) == []


def _built_after(start: Barrier, target: Path, name: str, steps: list[bool]) -> None:
    start.wait()
    folder = SiteFolder(target)
    written(folder.folder, name, *(f"{at}.html" for at in range(20)))
    steps.append(folder.put())

"""`mkdocs serve` with a real process: what one saves is shown, what one breaks is told, and pages always answer."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.serving.previews import LEVEL, LISTENING, SAID, RunningPreview, mkdocs_serve


def is_good(state: dict[str, Any]) -> bool:
    return bool(state["is_good"])


def is_broken(state: dict[str, Any]) -> bool:
    return not state["is_good"]


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningPreview]:
    """One that compares each quick update with a whole build."""
    with mkdocs_serve(tmp_path_factory.mktemp("serve"), LEVELBOOK_VERIFY="1") as running:
        yield running


@pytest.fixture
def text(preview: RunningPreview) -> Iterator[str]:
    """What the file of a competency says; it says so again afterwards."""
    file = preview.data / LISTENING
    before = file.read_text(encoding="utf-8")
    yield before
    epoch = preview.state()["epoch"]
    file.write_text(before, encoding="utf-8")
    preview.until(lambda state: state["epoch"] > epoch and state["is_good"])
    assert "不一致" not in preview.log.read_text(encoding="utf-8")


def test_a_changed_text_is_shown_wherever_it_stands(preview: RunningPreview, text: str) -> None:
    before = preview.state()["pages"]
    preview.edit(LISTENING, SAID, "让客户先说。")
    assert "让客户先说。" in preview.shows(LEVEL, "让客户先说。")
    assert "让客户先说。" in preview.get("id/KEY-LIS-01/index.html")[1]
    assert preview.state()["pages"] > before
    assert "已更新" in preview.says("已更新")


def test_two_saves_one_after_the_other_show_the_second(preview: RunningPreview, text: str) -> None:
    preview.edit(LISTENING, SAID, "第一次。")
    preview.edit(LISTENING, "第一次。", "第二次。")
    assert "第一次。" not in preview.shows(LEVEL, "第二次。")


def test_what_is_saved_during_a_build_is_shown_too(preview: RunningPreview, text: str) -> None:
    """Each save comes as soon as the one before has been noticed, whatever is being built then."""
    for number in range(4):
        preview.edit(LISTENING, SAID if not number else f"第{number}次。", f"第{number + 1}次。")
        preview.get("id/KEY-LIS-01/index.html")
    preview.shows(LEVEL, "第4次。")


def test_broken_data_keep_the_pages_and_are_listed(preview: RunningPreview, text: str) -> None:
    preview.edit(LISTENING, f"text: {SAID}", f"text：{SAID}")
    state = preview.until(is_broken)
    (problem,) = state["problems"]
    assert problem["place"] == f"{LISTENING}:10:13"
    assert "全角冒号" in problem["message"]
    assert problem["editor"].endswith(f"/data/{LISTENING}:10:13")
    status, page = preview.get(LEVEL)
    assert (status, SAID in page) == (200, True)
    again = preview.state()
    preview.edit(LISTENING, "text：", "text: ")
    mended = preview.until(is_good)
    assert (mended["problems"], mended["pages"]) == ([], again["pages"])


def test_a_file_that_comes_is_called_otherwise_and_goes(preview: RunningPreview, text: str) -> None:
    folder, page = preview.data / "sequences/key-account", "sequences/key-account/competency/{}/index.html"
    listed = (folder / "sequence.yml").read_text(encoding="utf-8")
    (folder / "competencies/loud.yml").write_text("code: LOU\nname: 大声\nblank: 还没有写。\n", encoding="utf-8")
    preview.edit("sequences/key-account/sequence.yml", "[listening, ", "[listening, loud, ")
    preview.shows(page.format("loud"), "大声")
    (folder / "competencies/loud.yml").rename(folder / "competencies/noisy.yml")
    preview.edit("sequences/key-account/sequence.yml", "loud", "noisy")
    preview.shows(page.format("noisy"), "大声")
    (folder / "competencies/noisy.yml").unlink()
    (folder / "sequence.yml").write_text(listed, encoding="utf-8")
    preview.until(lambda state: state["is_good"] and preview.get(page.format("noisy"))[0] == 404)
    shown = preview.get(page.format("noisy"))[1]
    assert "大声" in shown and " data-gone" in shown


def test_a_hand_written_page_is_shown_too(preview: RunningPreview) -> None:
    (preview.root / "docs/page.md").write_text("# 自己的一页\n\n另一句话。\n", encoding="utf-8")
    preview.shows("page.html", "另一句话。")


def test_a_page_that_cannot_be_written_is_told_and_written_later(preview: RunningPreview, text: str) -> None:
    """A folder in the place of a page: what a full disk does, on any machine and for any user."""
    page = preview.site / "id/KEY-LIS-01/index.html"
    page.unlink()
    page.mkdir()
    preview.edit(LISTENING, SAID, "写不进去。")
    state = preview.until(lambda state: state["failure"])
    assert str(preview.site) in state["failure"]
    assert preview.get(LEVEL)[0] == 200
    page.rmdir()
    preview.edit(LISTENING, "写不进去。", "写得进去。")
    preview.shows("id/KEY-LIS-01/index.html", "写得进去。")
    assert preview.state()["failure"] == ""


def test_nobody_hears_of_information_twice(preview: RunningPreview, text: str) -> None:
    preview.edit(LISTENING, SAID, "再说一次。")
    preview.shows(LEVEL, "再说一次。")
    lines = [line for line in preview.log.read_text(encoding="utf-8").splitlines() if "提示：" in line]
    assert len(lines) == len(set(lines))


def test_with_broken_data_from_the_start(tmp_path: Path) -> None:
    def breaks(root: Path) -> None:
        file = root / "data" / LISTENING
        file.write_text(file.read_text(encoding="utf-8").replace("text: 让", "text：让"), encoding="utf-8")

    with mkdocs_serve(tmp_path, prepare=breaks) as preview:
        state = preview.state()
        assert (state["has_site"], len(state["problems"])) == (False, 1)
        status, page = preview.get("index.html")
        assert (status, "手册还没有做出来" in page) == (503, True)
        preview.edit(LISTENING, "text：", "text: ")
        assert preview.until(is_good)["has_site"]
        assert SAID in preview.get(LEVEL)[1]


def test_another_plugin_that_sees_all_pages_is_served_by_whole_builds(tmp_path: Path) -> None:
    with mkdocs_serve(tmp_path, plugins="search, ") as preview:
        preview.edit(LISTENING, SAID, "和搜索一起。")
        preview.shows(LEVEL, "和搜索一起。")
        preview.edit(LISTENING, "和搜索一起。", "再一次。")
        preview.shows(LEVEL, "再一次。")
        log = preview.says("Documentation built", 3)
    assert log.count("search 要看全部页面") == 1
    assert log.count("Documentation built") == 3


def test_a_folder_that_vanishes_and_returns(tmp_path: Path) -> None:
    with mkdocs_serve(tmp_path) as preview:
        away = tmp_path / "away"
        shutil.move(preview.data / "sequences", away)
        assert preview.until(is_broken)
        assert preview.get(LEVEL)[0] == 200
        shutil.move(away, preview.data / "sequences")
        assert preview.until(is_good)

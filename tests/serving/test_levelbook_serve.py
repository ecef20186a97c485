"""`levelbook serve` with a real process: the same loop without MkDocs."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.serving.previews import LEVEL, LISTENING, SAID, RunningPreview, levelbook_serve


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningPreview]:
    """One that runs."""
    with levelbook_serve(tmp_path_factory.mktemp("plain")) as running:
        yield running


def test_an_edit_is_shown_and_a_mistake_is_told_over_the_last_good_page(preview: RunningPreview) -> None:
    assert SAID in preview.get(LEVEL)[1]
    preview.edit(LISTENING, SAID, "先听客户说。")
    preview.shows(LEVEL, "先听客户说。")
    assert "先听客户说。" in preview.get("id/KEY-LIS-01/index.html")[1]
    preview.edit(LISTENING, "text: 先听", "text：先听")
    state = preview.until(lambda state: not state["is_good"])
    assert [problem["place"] for problem in state["problems"]] == [f"{LISTENING}:10:13"]
    assert preview.get(LEVEL)[0] == 200
    preview.edit(LISTENING, "text：先听", "text: 先听")
    assert preview.until(lambda state: state["is_good"])["problems"] == []


def test_every_page_is_there_with_its_styles(preview: RunningPreview) -> None:
    status, page = preview.get("index.html")
    assert (status, page.count("<main")) == (200, 1)
    assert preview.get("assets/levelbook/css/handbook.css")[0] == 200
    assert preview.get("missing.html")[0] == 404


def test_a_taken_port_is_one_sentence(preview: RunningPreview, tmp_path: Path) -> None:
    with pytest.raises(AssertionError) as told, levelbook_serve(tmp_path, port=preview.port):
        pass
    assert f"不能在 {preview.port} 端口打开" in str(told.value)
    assert "Traceback" not in str(told.value)

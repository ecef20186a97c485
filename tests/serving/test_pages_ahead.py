"""The page that somebody looks at comes before all others, and nobody sees one half of a change."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import pytest

from levelbook.catalogue import Catalogue
from levelbook.hosts.serving.board import Board, Report
from levelbook.hosts.serving.underway import Underway
from tests.serving.previews import LEVEL, LISTENING, SAID, RunningPreview, mkdocs_serve

CARD = "id/KEY-LIS-01/index.html"
"""What is made after all pages of the theme."""
TRIES = 20
"""A browser may be between two questions just when a build begins; so often it never is."""


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningPreview]:
    """One that compares each update with a whole build."""
    with mkdocs_serve(tmp_path_factory.mktemp("ahead"), LEVELBOOK_VERIFY="1") as running:
        yield running


@dataclass
class Told:
    """What a browser at a page is told of an edit, and what stands there then."""

    before: dict[str, Any]
    first: dict[str, Any]
    page: str
    card: str
    last: dict[str, Any]


def told_of(preview: RunningPreview, old: str, new: str) -> Told:
    """Edit the file while a browser waits at the level's page."""
    before, updates = preview.state(), updates_of(preview)
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(preview.get, f"__levelbook/state?after={before['epoch']}&page=/{LEVEL}")
        preview.state()
        preview.edit(LISTENING, old, new)
        waiting.result()
    first = preview.state()
    page, card = preview.get(LEVEL)[1], preview.get(CARD)[1]
    preview.once(lambda: updates_of(preview) > updates or preview.state()["failure"])
    return Told(before, first, page, card, preview.state())


def updates_of(preview: RunningPreview) -> int:
    return preview.log.read_text(encoding="utf-8").count("已更新")


def test_a_browser_is_told_once_its_page_is_there_and_the_rest_waits(preview: RunningPreview) -> None:
    said = SAID
    for number in range(TRIES):
        new = f"先听的第{number}句。"
        told = told_of(preview, said, new)
        said = new
        assert new in told.page and new in told.card
        assert told.last["pages"] == told.before["pages"] + 1, "no page is loaded twice"
        assert "不一致" not in preview.log.read_text(encoding="utf-8")
        if told.last["epoch"] == told.before["epoch"] + 2:
            break
    else:
        pytest.fail("no page came ahead of the others")
    preview.edit(LISTENING, said, SAID)
    preview.shows(LEVEL, SAID)


def test_a_page_that_went_ahead_is_put_back_where_the_rest_fails(preview: RunningPreview) -> None:
    card = preview.site / CARD
    for number in range(TRIES):
        card.unlink()
        card.mkdir()
        told = told_of(preview, SAID, f"写不进去的第{number}句。")
        now = preview.get(LEVEL)[1]
        card.rmdir()
        preview.edit(LISTENING, f"写不进去的第{number}句。", SAID)
        preview.until(lambda state: not state["failure"])
        assert preview.get(CARD)[0] == 200
        if told.last["epoch"] == told.before["epoch"] + 2:
            assert SAID in now
            assert told.last["pages"] == told.before["pages"] + 2, "whoever saw the new page loads the old one"
            break
    else:
        pytest.fail("no page came ahead of the others")


def test_a_board_knows_where_browsers_wait() -> None:
    board = Board(Catalogue("zh"))
    with ThreadPoolExecutor(2) as pool:
        waiting = [pool.submit(board.state, 0, page) for page in ("a/index.html", "")]
        while sum(board._lookers.values()) < len(waiting):
            pass
        assert board.looked_at == ("a/index.html",)
        board.tell(Report(Catalogue("zh")))
        for answer in waiting:
            answer.result()
    assert board.looked_at == ()


def test_what_is_there_is_answered_and_what_is_coming_waits() -> None:
    underway = Underway()
    underway.begin(lambda path: path == "late")
    underway.wait("early")
    with ThreadPoolExecutor(1) as pool:
        late = pool.submit(underway.wait, "late")
        assert not late.done()
        underway.end()
        late.result()
    underway.wait("late")

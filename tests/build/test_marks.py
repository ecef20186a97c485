"""Bold, code and links in every text that may hold them: shown where texts are shown, plain words everywhere else."""

import json
import posixpath
import re
import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from levelbook.build import Output, outputs
from levelbook.catalogue import Catalogue
from levelbook.load import load
from levelbook.loading.discover import shape_of
from levelbook.loading.parser import compose
from levelbook.loading.schema_walk import texts
from tests.pages.small import read

PLAN = Path(__file__).parents[1] / "pages"
FOLDERS = {
    "rubric_data": ("KEY-LIS-01", "key-account/listening", "KEY.junior"),
    "positions_data": (),
    "weights_data": (),
    "growth_data": (),
}
"""Handbooks, with things in them that texts link to."""
MARKS = "**“粗”**`码`[外](https://e.example/x?a=1&b=2)"
_INSIDE = re.compile(r'<a href="([^"]*)">(?:<span[^>]*>)?内(?:</span>)?</a>')


def marked(folder: Path, links: tuple[str, ...]) -> None:
    """Writes marks into every text of a folder that may hold them."""
    more = MARKS + "".join(f"[内]({one})" for one in links)
    for path in sorted(folder.rglob("*.yml")):
        shape = shape_of(path.relative_to(folder).as_posix())
        text = path.read_text(encoding="utf-8")
        found = (
            [one for one in texts(shape, compose("", text).root) if one.shape.may_hold_marks(one.key)] if shape else []
        )
        for one in sorted(found, key=lambda said: -said.text.span.start):
            spot = one.text.span
            end = "\n" if text[spot.start] in "|>" else ""
            text = text[: spot.start] + json.dumps(one.text + more, ensure_ascii=False) + end + text[spot.end :]
        path.write_text(text, encoding="utf-8")


@cache
def built(name: str) -> dict[str, str]:
    """Everything a marked handbook brings to its site, in both languages, by path."""
    with TemporaryDirectory() as place:
        folder = Path(place) / "data"
        shutil.copytree(PLAN / name, folder)
        marked(folder, FOLDERS[name])
        handbook = read(folder)
    made = {}
    for language in ("zh", "en"):
        for one in outputs(handbook, Catalogue(language)):
            path, text = (
                (one.page.address + "index.html", one.html) if isinstance(one, Output) else (one.path, one.text)
            )
            made[f"{language}/{path}"] = text
            if isinstance(one, Output):
                made[f"{language}/{path}#about"] = f"{one.page.title}\n{one.page.description}\n{one.page.headings}"
    return made


@pytest.mark.parametrize("name", FOLDERS)
def test_nobody_sees_a_mark(name: str) -> None:
    for path, text in built(name).items():
        seen = [text[max(0, found.start() - 60) : found.end() + 20] for found in re.finditer(r"\*\*|\]\(|`码", text)]
        assert seen == [], path


def test_marks_are_shown_where_texts_are_shown() -> None:
    made = built("rubric_data")
    for page in (
        "sequences/key-account/competency/listening/",
        "sequences/key-account/level/junior/",
        "id/KEY-LIS-01/",
    ):
        text = made[f"zh/{page}index.html"]
        assert "<strong>“粗”</strong><code>码</code>" in text
        assert '<a href="https://e.example/x?a=1&amp;b=2">外</a>' in text


def test_links_lead_to_their_page_from_wherever_they_stand() -> None:
    made = built("rubric_data")
    led = 0
    for path, text in made.items():
        for link in _INSIDE.findall(text):
            page, _, anchor = posixpath.normpath(posixpath.join(posixpath.dirname(path), link)).partition("#")
            assert page in made, (path, link)
            assert not anchor or f'id="{anchor}"' in made[page], (path, link)
            led += 1
    assert led > 300


def test_no_link_stands_in_a_link() -> None:
    for name in FOLDERS:
        for path, text in built(name).items():
            for inner in re.findall(r"<a\b[^>]*>(.*?)</a>", text, re.DOTALL) if "#about" not in path else ():
                assert "<a " not in inner, (path, inner)


def test_the_small_handbook_has_no_stray_mark() -> None:
    assert [one for one in load(PLAN / "rubric_data").problems if one.code == "text-mark"] == []

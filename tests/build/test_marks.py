"""Bold, code and links in every text that may hold them: shown where texts are shown, plain words everywhere else."""

import json
import posixpath
import re
import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from levelbook.build import RenderedPage, outputs
from levelbook.catalogue import Catalogue
from levelbook.load import load
from levelbook.loading.discover import shape_of
from levelbook.loading.parser import compose
from levelbook.loading.schema_walk import texts
from tests.pages.small import read

DATA = Path(__file__).parents[1] / "pages"
TARGETS_BY_FOLDER = {
    "rubric_data": ("KEY-LIS-01", "key-account/listening", "KEY.junior"),
    "positions_data": (),
    "weights_data": (),
    "growth_data": (),
}
"""Handbooks, and things in them that texts are made to link to."""
MARKS = "**“粗”**`码`[外](https://e.example/x?a=1&b=2)"
_INSIDE = re.compile(r'<a href="([^"]*)">(?:<span[^>]*>)?内(?:</span>)?</a>')


def write_marks(folder: Path, targets: tuple[str, ...]) -> None:
    """Writes marks into every text of a folder that may hold them."""
    marks = MARKS + "".join(f"[内]({target})" for target in targets)
    for path in sorted(folder.rglob("*.yml")):
        shape = shape_of(path.relative_to(folder).as_posix())
        text = path.read_text(encoding="utf-8")
        located = texts(shape, compose("", text).root) if shape else ()
        markable = [field for field in located if field.shape.may_hold_marks(field.key)]
        for field in sorted(markable, key=lambda field: -field.text.span.start):
            spot = field.text.span
            end = "\n" if text[spot.start] in "|>" else ""
            text = text[: spot.start] + json.dumps(field.text + marks, ensure_ascii=False) + end + text[spot.end :]
        path.write_text(text, encoding="utf-8")


@cache
def built(name: str) -> dict[str, str]:
    """Everything a marked handbook brings to its site, in both languages, by path."""
    with TemporaryDirectory() as place:
        folder = Path(place) / "data"
        shutil.copytree(DATA / name, folder)
        write_marks(folder, TARGETS_BY_FOLDER[name])
        handbook = read(folder)
    texts_by_path = {}
    for language in ("zh", "en"):
        for output in outputs(handbook, Catalogue(language)):
            if isinstance(output, RenderedPage):
                page, path = output.page, f"{language}/{output.page.address}index.html"
                texts_by_path[path] = output.html
                texts_by_path[f"{path}#about"] = f"{page.title}\n{page.description}\n{page.headings}"
            else:
                texts_by_path[f"{language}/{output.path}"] = output.text
    return texts_by_path


QUOTED = r"\{link\}\)|id/"
"""How a quotation in Markdown, which is there to be seen, goes on behind its words."""


@pytest.mark.parametrize("name", TARGETS_BY_FOLDER)
def test_nobody_sees_a_mark(name: str) -> None:
    for path, text in built(name).items():
        marks = re.finditer(rf"\*\*|\]\((?!{QUOTED})|`码", text)
        assert [text[max(0, mark.start() - 60) : mark.end() + 20] for mark in marks] == [], path


def test_marks_are_shown_where_texts_are_shown() -> None:
    texts_by_path = built("rubric_data")
    for page in (
        "sequences/key-account/competency/listening/",
        "sequences/key-account/level/junior/",
        "id/KEY-LIS-01/",
    ):
        text = texts_by_path[f"zh/{page}index.html"]
        assert "<strong>“粗”</strong><code>码</code>" in text
        assert '<a href="https://e.example/x?a=1&amp;b=2">外</a>' in text


def test_links_lead_to_their_page_from_wherever_they_stand() -> None:
    texts_by_path = built("rubric_data")
    links = 0
    for path, text in texts_by_path.items():
        for link in _INSIDE.findall(text):
            page, _, anchor = posixpath.normpath(posixpath.join(posixpath.dirname(path), link)).partition("#")
            assert page in texts_by_path, (path, link)
            assert not anchor or f'id="{anchor}"' in texts_by_path[page], (path, link)
            links += 1
    assert links > 300


def test_no_link_stands_in_a_link() -> None:
    for name in TARGETS_BY_FOLDER:
        for path, text in built(name).items():
            for inner in re.findall(r"<a\b[^>]*>(.*?)</a>", text, re.DOTALL) if "#about" not in path else ():
                assert "<a " not in inner, (path, inner)


def test_the_small_handbook_has_no_stray_mark() -> None:
    assert [problem for problem in load(DATA / "rubric_data").problems if problem.code == "text-mark"] == []

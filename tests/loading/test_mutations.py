"""Whatever is done to a file of a good handbook, reading it ends in a handbook or in an explanation."""

from itertools import islice
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from levelbook.build import Site, SiteOptions
from levelbook.catalogue import LANGUAGES, Catalogue
from levelbook.load import load_files
from levelbook.problems import as_github, as_json, as_text
from levelbook.text.signs import suspicious
from tests.loading.mutating import mutations

BASE = Path(__file__).parents[1] / "golden" / "base"
FILES = {path.relative_to(BASE).as_posix(): path.read_bytes() for path in sorted(BASE.rglob("*.yml"))}
COMPLETE = FILES | {
    "sequences/key-account/positions/director.yml": """name: 总监
reports_to: 总经理
next: 分公司总监
conditions: [{name: 学历, text: 本科}]
key_behaviours:
  - name: 完成目标
    measures:
      - name: 增长率
        formula: {numerator: 本期, denominator: 上期, offset: -1}
        target: 10
        deduct: {when: 每降低, step: 1, points: 2}
required: {listening: senior}
""".encode(),
    "sequences/key-account/sequence.yml": FILES["sequences/key-account/sequence.yml"]
    .decode()
    .replace("positions: [key-manager]", "positions: [key-manager, director]\nassessment: {by: indicator, pick: 2}")
    .encode(),
    "sequences/key-account/actions.yml": FILES["sequences/key-account/actions.yml"]
    + b"    link: https://example.org/a\n    notes: [{kind: suspect, text: x, about: [name], ask: y}]\n",
}
"""The handbook of the golden cases with what it lacks: positions with figures, links, notes."""
WHOLE_FILE = {"file-missing", "file-unlisted", "file-unreadable", "value-wrong", "limit-exceeded"}
"""Of these a file as a whole can be the place: its name, its size, that it is not there."""
WORDS = sorted({word for data in FILES.values() for word in data.decode().replace(",", " ").split()})
SCRAPS = st.one_of(st.sampled_from(WORDS), st.sampled_from(list(":,-{}[]'\"#&*!|>\n \t：")), st.text(max_size=3))


@settings(max_examples=150)
@given(st.data())
def test_one_changed_file(data: st.DataObject) -> None:
    file = data.draw(st.sampled_from(sorted(FILES)))
    text = FILES[file].decode()
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 30)))
        text = text[:start] + data.draw(SCRAPS) + text[end:]
    loaded = load_files({**FILES, file: text.encode("utf-8", "surrogatepass")})
    assert loaded.handbook is not None or loaded.errors
    for problem in loaded.problems:
        for language in LANGUAGES:
            for form in (as_text, as_github, as_json):
                assert "\n" not in form(problem, Catalogue(language))


def test_three_hundred_spoilt_handbooks() -> None:
    """No exception, every problem in its place, and nothing in what is said that nobody sees."""
    words = [Catalogue(language) for language in LANGUAGES]
    refused = 0
    for change, files in islice(mutations(COMPLETE, seed=9), 300):
        loaded = load_files(files)
        assert loaded.handbook is not None or loaded.errors, change
        refused += loaded.handbook is None
        for problem in loaded.problems:
            assert problem.place.file and (problem.place.line or problem.code in WHOLE_FILE), (change, problem)
            for catalogue in words:
                line = as_text(problem, catalogue)
                assert line.isprintable() and not suspicious(line), (change, line)
                assert len(line) < 1500, (change, line)
    assert 150 < refused < 300, "most of them are wrong, and some are not"


def test_what_remains_is_a_site() -> None:
    """Spoilt handbooks that pass the check can be built."""
    built = 0
    for change, files in islice(mutations(COMPLETE, seed=10), 60):
        handbook = load_files(files).handbook
        if handbook is not None and built < 3:
            built += 1
            assert Site(handbook, Catalogue(handbook.head.language), SiteOptions()).pages, change
    assert built == 3

"""Whatever is done to a file of a good handbook, reading it ends in a handbook or in an explanation."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from levelbook.catalogue import LANGUAGES, Catalogue
from levelbook.load import load_files
from levelbook.problems import as_github, as_json, as_text

BASE = Path(__file__).parents[1] / "golden" / "base"
FILES = {path.relative_to(BASE).as_posix(): path.read_bytes() for path in sorted(BASE.rglob("*.yml"))}
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

"""Every mistake in this folder: what is said of it, how it is mended, and that then nothing is wrong any more.

A file tells mistakes of a kind: `file`, where they are made, and `cases`. A case has a `name` and either `edit` (what
stands in the file of `../base/`: what stands there now) or `before`, the whole text; its own `file` where it is another
one, `encoding` where it is not UTF-8. `right` says what the message tells to do (what stands there: what should), where
no cure says it letter for letter; `right_in` the same of other files, by their paths. With LEVELBOOK_GOLDEN=write in
the environment, what comes after that is written anew: `zh` and `en`, the exact lines that are printed, `cure`, the
lines now (-) and then (+), and whether `check --fix` mends it.
"""

import os
from pathlib import Path

import pytest

from levelbook.catalogue import LANGUAGES, Catalogue
from levelbook.commands.fix.outcome import fixed
from levelbook.load import load_files
from levelbook.loading.cures import applied, lines_with
from levelbook.problems import Problem, as_text
from tests.golden.mistakes.case import KINDS, Mistake, mistakes, mistakes_of, replaced

WRITE = os.environ.get("LEVELBOOK_GOLDEN") == "write"
ALL = mistakes()


def by_name(mistake: Mistake) -> str:
    return f"{mistake.kind.stem}/{mistake.name}"


def problems_of(files: dict[str, bytes]) -> list[Problem]:
    return load_files(files).problems


def said(problems: list[Problem]) -> dict[str, str]:
    return {lang: "".join(as_text(one, Catalogue(lang)) + "\n" for one in problems) for lang in LANGUAGES}


def cure_lines(text: str, problems: list[Problem]) -> str:
    """The lines that each cure changes, as they are and as they should be."""
    told = []
    for problem in problems:
        if problem.cure:
            now, then = lines_with(text, problem.cure)
            told += [f"- {line}" for line in now.splitlines()] + [f"+ {line}" for line in then.splitlines()]
    return "".join(f"{line}\n" for line in told)


def is_mended(mistake: Mistake) -> bool:
    """Whether the command leaves nothing to be mended."""
    return problems_of(dict(fixed(mistake.files()).files)) == []


def told_of(mistake: Mistake) -> tuple[dict[str, str], str, bool]:
    problems = problems_of(mistake.files())
    return said(problems), cure_lines(mistake.text(), problems), is_mended(mistake)


@pytest.mark.parametrize("mistake", ALL, ids=by_name)
def test_is_told(mistake: Mistake) -> None:
    if not WRITE:
        assert told_of(mistake) == (mistake.said, mistake.cure, mistake.fix)


@pytest.mark.parametrize("mistake", ALL, ids=by_name)
def test_leads_to_a_clean_file(mistake: Mistake) -> None:
    """Who does what the message says is done: the problem is gone, and none has come."""
    text, problems = mistake.text(), problems_of(mistake.files())
    cures = [problem.cure for problem in problems if problem.cure]
    assert problems
    assert bool(cures) != bool(mistake.right or mistake.right_in), "either a cure says what to write, or `right` does"
    mended = applied(text, cures) if cures else replaced(text, mistake.right)
    files = {**mistake.files(), mistake.file: mended.encode("utf-8")}
    for path, edit in mistake.right_in.items():
        files[path] = replaced(files[path].decode("utf-8"), edit).encode("utf-8")
    assert problems_of(files) == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.stem)
def test_names_are_given_once(kind: Path) -> None:
    names = [mistake.name for mistake in mistakes_of(kind)]
    assert len(names) == len(set(names))
    if WRITE:
        kind.write_text(written(kind), encoding="utf-8")


def written(kind: Path) -> str:
    """The file with what is said today."""
    head, *blocks = kind.read_text(encoding="utf-8").split("\n  - name: ")
    whole = head
    for block, mistake in zip(blocks, mistakes_of(kind), strict=True):
        words, cure, fix = told_of(mistake)
        parts = [block.split("\n    zh:")[0].rstrip("\n")]
        parts += [_literal(key, text) for key, text in {**words, "cure": cure}.items() if text]
        whole += "\n  - name: " + "\n".join([*parts, f"    fix: {'yes' if fix else 'no'}"])
    return whole + "\n"


def _literal(key: str, text: str) -> str:
    if not text.isprintable() and not text.replace("\n", "").isprintable():
        return f"    {key}: {_quoted(text)}"
    return f"    {key}: |\n" + "\n".join(f"      {line}" for line in text.splitlines())


def _quoted(text: str) -> str:
    """A text with characters that nobody sees written by their numbers."""
    signs = (sign if sign.isprintable() and sign not in '"\\' else _escape(sign) for sign in text)
    return '"' + "".join(signs) + '"'


def _escape(sign: str) -> str:
    known = {"\n": "\\n", "\t": "\\t", '"': '\\"', "\\": "\\\\"}
    return known.get(sign) or (f"\\u{ord(sign):04x}" if ord(sign) < 0x10000 else f"\\U{ord(sign):08x}")

"""The command `levelbook score` without its printing: saved assessments held against the checklists they are for."""

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from levelbook.assessment.checklists import Checklist, checklists
from levelbook.assessment.published import published
from levelbook.assessment.scoring.reasons import Why, why
from levelbook.assessment.scoring.report import Scored, as_plain, lines, scored
from levelbook.assessment.scoring.saved_file import parsed
from levelbook.catalogue import Catalogue
from levelbook.load import load
from levelbook.loading.files import LIMIT, Unreadable, read
from levelbook.localized.handbook import LocalizedHandbook
from levelbook.model.handbook import Sequence


@dataclass(frozen=True)
class Told:
    """What the command says."""

    lines: tuple[str, ...]
    """The reports."""
    problems: tuple[str, ...]
    """What kept files from being scored, one line each."""


def options(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    """Adds the options of the command."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help=words("cli.score-files"))
    parser.add_argument("--json", action="store_true", help=words("cli.score-json"))


def score(folder: Path, files: list[Path], as_json: bool, words: Catalogue) -> Told:
    """Scores saved assessments by a data folder; one that cannot be scored does not stop the others."""
    loaded = load(folder)
    if loaded.handbook is None:
        return Told((), (_wrong(words, folder, why("folder_errors", n=len(loaded.errors))),))
    book = LocalizedHandbook(loaded.handbook, words)
    found = [_file(book, file) for named in files for file in _meant(named)]
    good = [one for one in found if not isinstance(one, str)]
    told = [json.dumps([as_plain(one) for one in good], indent=2)] if as_json else _texts(good, words)
    return Told(tuple(told), tuple(one for one in found if isinstance(one, str)))


def _meant(file: Path) -> list[Path]:
    """The files that a name with stars stands for, where the shell has left that to us, as on Windows."""
    several = "*" in file.name and not file.exists()
    return (sorted(file.parent.glob(file.name)) if several else []) or [file]


def _texts(found: list[Scored], words: Catalogue) -> list[str]:
    core = words.section("assess.core")
    return ["\n".join(lines(one, words, core)) + "\n" for one in found]


def _file(book: LocalizedHandbook, file: Path) -> Scored | str:
    """What a saved assessment came to, or a sentence that says why not."""
    text = _text(file)
    found = against(book, text) if isinstance(text, str) else text
    return found if isinstance(found, Scored) else _wrong(book.words, file, found)


def _text(file: Path) -> str | Why:
    """The text of a file, with whatever signs people typed into it; or why it has none."""
    if not file.exists():
        return why("missing")
    data = read(file)
    if isinstance(data, Unreadable):
        reason = data.reason if data.reason in ("folder", "size") else "denied"
        return why(f"file_{reason}", limit=LIMIT // 1_000_000)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return why("foreign")


def _wrong(words: Catalogue, path: Path, reason: Why) -> str:
    said = words(f"score.wrong.{reason.key}", **reason.facts)
    return words("score.wrong.line", file=path.as_posix(), text=said)


def against(book: LocalizedHandbook, text: str) -> Scored | Why:
    """What the text of a saved assessment came to, or why that cannot be said."""
    saved = parsed(text)
    if isinstance(saved, Why):
        return saved
    for code, sequence, one in _checklists(book):
        if code == saved.target:
            refused = why("refused", target=code, why=one.why)
            return refused if one.why else scored(saved, published(book, sequence, one))
    return _unknown(book, saved.target)


def _unknown(book: LocalizedHandbook, target: str) -> Why:
    near = get_close_matches(target, [code for code, _, one in _checklists(book) if not one.why])
    names = book.words("score.comma").join(near)
    return why("target", target=target, names=names) if near else why("target_none", target=target)


def _checklists(book: LocalizedHandbook) -> Iterator[tuple[str, Sequence, Checklist]]:
    """The checklists of the handbook by the codes of their targets."""
    for sequence in book.handbook.sequences.values():
        for one in checklists(book, sequence):
            yield one.target.code(sequence), sequence, one

"""The command `levelbook score`: saved assessments, scored by the checklists that they are for."""

import argparse
import json
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from levelbook.assessment.checklists import Checklist, checklists
from levelbook.assessment.published import published
from levelbook.assessment.scoring.reasons import Why, why
from levelbook.assessment.scoring.report import ScoredAssessment, as_dict, report_lines, score_saved
from levelbook.assessment.scoring.saved_file import read_saved
from levelbook.catalogue import Catalogue
from levelbook.commands.arguments import Command, Options
from levelbook.commands.result import CommandResult, ExitStatus
from levelbook.load import load
from levelbook.loading.data_folder import DataFolder
from levelbook.loading.files import MAX_BYTES, Unreadable, read
from levelbook.localized.handbook import LocalizedHandbook
from levelbook.model.handbook import Sequence


def add_options(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    """Adds the files to score, and the form of the result."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help=words("cli.score-files"))
    parser.add_argument("--json", action="store_true", help=words("cli.score-json"))


def run(options: Options, folder: DataFolder, words: Catalogue) -> CommandResult:
    """Scores the files that were named."""
    return score(folder.path, options.files, options.json, words)


def score(folder: Path, names: list[Path], as_json: bool, words: Catalogue) -> CommandResult:
    """Scores saved assessments by a data folder; a file that cannot be scored does not stop the others."""
    loaded = load(folder)
    if loaded.handbook is None:
        reason = why("folder_errors", n=len(loaded.errors))
        return CommandResult(err=(_refusal(words, folder, reason),), status=ExitStatus.PROBLEMS)
    book = LocalizedHandbook(loaded.handbook, words)
    results = [_score_file(book, file) for name in names for file in _files_named(name)]
    scores = [result for result in results if isinstance(result, ScoredAssessment)]
    refusals = tuple(result for result in results if isinstance(result, str))
    reports = (json.dumps([as_dict(score) for score in scores], indent=2),) if as_json else _reports(scores, words)
    return CommandResult(reports, refusals, ExitStatus.PROBLEMS if refusals else ExitStatus.CLEAN)


def _files_named(name: Path) -> list[Path]:
    """The files that a name with stars stands for, where the shell has left that to us, as on Windows."""
    is_pattern = "*" in name.name and not name.exists()
    return (sorted(name.parent.glob(name.name)) if is_pattern else []) or [name]


def _reports(scores: list[ScoredAssessment], words: Catalogue) -> tuple[str, ...]:
    core = words.section("assess.core")
    return tuple("\n".join(report_lines(score, words, core)) + "\n" for score in scores)


def _score_file(book: LocalizedHandbook, file: Path) -> ScoredAssessment | str:
    """What a saved assessment came to, or a sentence that says why not."""
    text = _text(file)
    result = against(book, text) if isinstance(text, str) else text
    return result if isinstance(result, ScoredAssessment) else _refusal(book.words, file, result)


def _text(file: Path) -> str | Why:
    """The text of a file, with whatever signs people typed into it; or why it has none."""
    if not file.exists():
        return why("missing")
    data = read(file)
    if isinstance(data, Unreadable):
        reason = data.reason if data.reason in ("folder", "size") else "denied"
        return why(f"file_{reason}", limit=MAX_BYTES // 1_000_000)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return why("foreign")


def _refusal(words: Catalogue, path: Path, reason: Why) -> str:
    sentence = words(f"score.wrong.{reason.key}", **reason.facts)
    return words("score.wrong.line", file=path.as_posix(), text=sentence)


def against(book: LocalizedHandbook, text: str) -> ScoredAssessment | Why:
    """What the text of a saved assessment came to, or why that cannot be said."""
    saved = read_saved(text)
    if isinstance(saved, Why):
        return saved
    for code, sequence, checklist in _checklists(book):
        if code == saved.target:
            refused = why("refused", target=code, why=checklist.refusal)
            return refused if checklist.refusal else score_saved(saved, published(book, sequence, checklist))
    return _unknown_target(book, saved.target)


def _unknown_target(book: LocalizedHandbook, target: str) -> Why:
    near = get_close_matches(target, [code for code, _, checklist in _checklists(book) if not checklist.refusal])
    names = book.words("score.comma").join(near)
    return why("target", target=target, names=names) if near else why("target_none", target=target)


def _checklists(book: LocalizedHandbook) -> Iterator[tuple[str, Sequence, Checklist]]:
    """The checklists of the handbook by the codes of their targets."""
    for sequence in book.handbook.sequences.values():
        for checklist in checklists(book, sequence):
            target = checklist.target
            for code in (target.code(sequence), *target.former_codes(sequence)):
                yield code, sequence, checklist


SCORE: Final = Command("score", run, add_options)

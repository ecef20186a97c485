"""What `levelbook check --fix` shows, asks and writes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from levelbook.catalogue import Catalogue
from levelbook.commands.arguments import Options
from levelbook.commands.fix.excerpt import shown
from levelbook.commands.fix.outcome import FixOutcome, fixed
from levelbook.commands.result import CommandResult, ExitStatus
from levelbook.commands.terminal import Paint, paint
from levelbook.commands.writing.asking import offered, unless_changed
from levelbook.commands.writing.difference import difference, named_files
from levelbook.load import files_in
from levelbook.loading.cures import applied
from levelbook.loading.data_folder import DataFolder
from levelbook.loading.edit.file_change import FileChange, bytes_of
from levelbook.loading.edit.together import write
from levelbook.loading.encodings import as_utf8, encoding_of
from levelbook.loading.files import text_of
from levelbook.problems import Problem, Severity


def run_fix(options: Options, folder: DataFolder, words: Catalogue) -> CommandResult:
    """Mends what leaves no doubt once somebody said yes, and shows what somebody has to decide."""
    outcome = fixed(dict(files_in(folder.path)), folder.part)
    left = [problem for problem in outcome.left if folder.holds(problem.place.file)]
    where, colours = folder.path.as_posix(), paint()
    by_hand = (*_by_hand(outcome, left, where, words), *_left(left, words))
    status = ExitStatus.PROBLEMS if _matter(left) else ExitStatus.CLEAN
    if not outcome.changes:
        out = tuple(colours.difference(line) for line in by_hand)
        return CommandResult(out, (words("fix.nothing"),), status)
    lines = [colours.difference(line) for line in _difference(outcome.changes, where, words)]
    files = named_files(outcome.changes, words)

    def written() -> CommandResult:
        failure = unless_changed(lambda: write(folder.path, "check --fix", outcome.changes), words)
        done = words("fix.written", n=outcome.mended, files=files)
        return failure or CommandResult(_painted(by_hand, colours), (done,), status)

    would = words("fix.would", n=outcome.mended, files=files)
    result = CommandResult(_painted(by_hand, colours), (would,), ExitStatus.WOULD_CHANGE)
    question = words("fix.question", n=outcome.mended)
    return offered(lines, question, result, written, options, words)


def _painted(lines: Sequence[str], colours: Paint) -> tuple[str, ...]:
    return tuple(colours.difference(line) for line in lines)


def _matter(problems: Sequence[Problem]) -> bool:
    return any(problem.severity is not Severity.INFORMATION for problem in problems)


def _difference(changes: Sequence[FileChange], folder: str, words: Catalogue) -> Iterator[str]:
    """What changes, line by line; of a file in another encoding first that, then what changes in its text."""
    for change in changes:
        text = as_utf8(change.before) if change.before and not _is_utf8(change.before) else None
        if text is None:
            yield from difference([change], folder, words, shown)
            continue
        encoding = encoding_of(change.before or b"").upper().replace("GB18030", "GBK")
        yield words("fix.encoded", file=f"{folder}/{change.path}", encoding=encoding)
        after = replace(change, before=text.encode("utf-8"))
        if after.before != after.after or change.was:
            yield from difference([after], folder, words, shown)


def _is_utf8(data: bytes) -> bool:
    try:
        return "\0" not in data.decode("utf-8")
    except UnicodeDecodeError:
        return False


def _by_hand(outcome: FixOutcome, left: Sequence[Problem], folder: str, words: Catalogue) -> Iterator[str]:
    """How the rest could be mended, where that can be said; none of it is written."""
    changes = list(_unsafe(outcome, left))
    if changes:
        yield words("fix.by_hand")
        yield from difference(changes, folder, words, shown)


def _unsafe(outcome: FixOutcome, left: Sequence[Problem]) -> Iterator[FileChange]:
    for path, problems in groupby(left, lambda problem: problem.place.file):
        data = bytes_of(outcome.files.get(path))
        text = text_of(path, data) if data is not None else None
        cures = [problem.cure for problem in problems if problem.cure and not problem.cure.is_safe]
        if cures and isinstance(text, str):
            yield FileChange(path, text.encode("utf-8"), applied(text, cures).encode("utf-8"))


def _left(left: Sequence[Problem], words: Catalogue) -> Iterator[str]:
    """How many problems are left, and of what kinds."""
    codes = dict.fromkeys(problem.code for problem in left if problem.severity is not Severity.INFORMATION)
    count = sum(problem.severity is not Severity.INFORMATION for problem in left)
    if count:
        yield words("fix.left", n=count, codes=words("join.series").join(codes))

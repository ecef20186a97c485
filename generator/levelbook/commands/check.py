"""The command `levelbook check`: the problems of the data folder, or of the part of it that was named."""

import argparse
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from levelbook.catalogue import Catalogue
from levelbook.commands.arguments import Command, Options
from levelbook.commands.fix.command import run_fix
from levelbook.commands.fix.excerpt import excerpt
from levelbook.commands.fix.outcome import is_mendable
from levelbook.commands.reports import as_gitlab, as_sarif
from levelbook.commands.result import CommandResult, ExitStatus, failed
from levelbook.commands.terminal import paint
from levelbook.commands.wording import advised, ending, table
from levelbook.commands.writing.asking import add_asking
from levelbook.load import Loaded, load
from levelbook.loading.data_folder import DataFolder
from levelbook.loading.files import read, text_of
from levelbook.model.handbook import Handbook
from levelbook.problems import Problem, Severity, as_github, as_json, as_text, under

FORMATS: Final[dict[str, Callable[[Problem, Catalogue], str]]] = {
    "text": as_text,
    "github": as_github,
    "json": as_json,
}
"""The forms of `--format` that have a line for each problem."""
REPORTS: Final[dict[str, Callable[[Sequence[Problem], Catalogue], str]]] = {"gitlab": as_gitlab, "sarif": as_sarif}
"""Those that are one document."""


def add_options(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    """Adds the form of the result, and that hints may be left out."""
    parser.add_argument("--format", choices=(*FORMATS, *REPORTS), default="text", help=words("cli.check-format"))
    parser.add_argument("--wording", action="store_true", help=words("advice.option_wording"))
    parser.add_argument("--all", action="store_true", help=words("advice.option_all"))
    parser.add_argument("--count", action="store_true", help=words("advice.option_count"))
    parser.add_argument("--strict-wording", action="store_true", help=words("advice.option_strict"))
    parser.add_argument("--fix", action="store_true", help=words("fix.option"))
    add_asking(parser, words)
    levels = tuple(severity.word for severity in Severity)
    parser.add_argument("--level", choices=levels, help=words("reports.level"))
    parser.add_argument("--allow", action="append", default=[], metavar="CODE", help=words("reports.allow"))
    parser.add_argument("-q", "--quiet", action="store_true", help=words("cli.quiet"))


def run(options: Options, folder: DataFolder, words: Catalogue) -> CommandResult:
    """Lists the problems; hints come last, so that the errors are not scrolled away, and advice after them."""
    if options.fix:
        return run_fix(options, folder, words)
    if options.yes or options.dry_run:
        return failed(words("fix.needs_fix"))
    loaded = load(folder.path)
    advice_wanted = options.wording or options.all or options.count or options.strict_wording
    if not advice_wanted:
        return _problems(loaded, (), options, folder, words)
    if loaded.handbook is None:
        result = _problems(loaded, (), options, folder, words)
        return replace(result, err=(*result.err, words("advice.folder_errors")))
    advice = advised(loaded, loaded.handbook, folder, everything=options.all or options.count)
    if options.count:
        return CommandResult(tuple(table(advice.problems, words)))
    result = _problems(loaded, advice.problems, options, folder, words)
    strict = ExitStatus.PROBLEMS if options.strict_wording and advice.problems else ExitStatus.CLEAN
    return replace(result, err=(*result.err, *ending(advice, words)), status=max(result.status, strict))


def _problems(
    loaded: Loaded, advice: Sequence[Problem], options: Options, folder: DataFolder, words: Catalogue
) -> CommandResult:
    """What is wrong, and after it advice that was asked for."""
    inside = [problem for problem in loaded.problems if folder.holds(problem.place.file)]
    outside = [problem for problem in loaded.problems if not folder.holds(problem.place.file)]
    level = _level(options)
    listed = sorted((problem for problem in inside if problem.severity <= level), key=lambda one: one.severity)
    return CommandResult(
        out=tuple(_out([*listed, *advice], options, folder, words)),
        err=(
            _summary(loaded.handbook, inside, words),
            *_mendable(inside, words),
            *_notes(loaded.handbook, inside, level, outside, words),
        ),
        status=ExitStatus.PROBLEMS if _matter(_unallowed(inside, options)) else ExitStatus.CLEAN,
    )


def _level(options: Options) -> Severity:
    """How much is listed. A code host shows few notes of a step, so that hints would push out what matters."""
    if options.level:
        return Severity[options.level.upper()]
    return Severity.WARNING if options.quiet or options.format == "github" else Severity.INFORMATION


def _unallowed(problems: Sequence[Problem], options: Options) -> list[Problem]:
    """The problems without warnings that may be there, such as codes that the pipeline gives."""
    return [one for one in problems if one.severity is Severity.ERROR or one.code not in options.allow]


def _out(problems: Sequence[Problem], options: Options, folder: DataFolder, words: Catalogue) -> Iterator[str]:
    report = REPORTS.get(options.format)
    if report:
        yield report([under(folder.path.as_posix(), problem) for problem in problems], words)
        return
    for problem in problems:
        yield from _lines(problem, options, folder, words)


def _lines(problem: Problem, options: Options, folder: DataFolder, words: Catalogue) -> Iterator[str]:
    """A problem in the form that was asked for; for people with its line, and the line as it should be."""
    yield FORMATS[options.format](under(folder.path.as_posix(), problem), words)
    if options.format == "text" and problem.cure:
        text = text_of(problem.place.file, read(folder.path / problem.place.file))
        if isinstance(text, str):
            yield from excerpt(text, problem.cure, words, paint())


def _mendable(problems: Sequence[Problem], words: Catalogue) -> Iterator[str]:
    """That a command mends some of them."""
    n = sum(map(is_mendable, problems))
    if n:
        yield words("fix.offer", n=n)


def _matter(problems: Sequence[Problem]) -> bool:
    return any(problem.severity is not Severity.INFORMATION for problem in problems)


def _summary(handbook: Handbook | None, problems: Sequence[Problem], words: Catalogue) -> str:
    if _matter(problems):
        return words("cli.found", **_counts(problems))
    return words("cli.clean", **_sizes(handbook)) if handbook else words("cli.clean-part")


def _notes(
    handbook: Handbook | None, inside: Sequence[Problem], level: Severity, outside: Sequence[Problem], words: Catalogue
) -> Iterator[str]:
    """What the list does not show: that nothing can be assessed, hints left out, problems of other files."""
    if handbook and not handbook.scales:
        yield words("build.no-scale")
    hints = sum(problem.severity is Severity.INFORMATION for problem in inside)
    if hints and level < Severity.INFORMATION:
        yield words("cli.quiet-more", n=hints)
    if _matter(outside):
        yield words("cli.elsewhere", **_counts(outside))


def _counts(problems: Sequence[Problem]) -> dict[str, int]:
    """How many problems there are of each severity, by the names that sentences use."""
    return {f"{severity.word}s": sum(problem.severity is severity for problem in problems) for severity in Severity}


def _sizes(handbook: Handbook) -> dict[str, int]:
    competencies = [
        competency for sequence in handbook.sequences.values() for competency in sequence.competencies.values()
    ]
    indicators = sum(len(competency.every_live()) for competency in competencies)
    return {"sequences": len(handbook.sequences), "competencies": len(competencies), "indicators": indicators}


CHECK: Final = Command("check", run, add_options, takes="PATH", changes_data=True)

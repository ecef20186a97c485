"""The command `levelbook`: a small function a command; only this module prints and exits."""

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import Final

from levelbook import schema, unforeseen
from levelbook.build import SiteOptions, site
from levelbook.catalogue import Catalogue
from levelbook.commands import score
from levelbook.commands.arguments import Command, Options, parse
from levelbook.commands.calibrate import command as calibrate
from levelbook.commands.ids import command as ids
from levelbook.hosts.folder import ForeignFolder, export
from levelbook.language import language, of_system
from levelbook.load import Loaded, language_of, load
from levelbook.loading.data_folder import DataFolder, find
from levelbook.model.handbook import Handbook
from levelbook.problems import Problem, Severity, as_github, as_json, as_text, under

CLEAN, PROBLEMS, FAILED = 0, 1, 2
"""Exit statuses: nothing wrong, something wrong in the data, could not run."""

FORMATS: Final[dict[str, Callable[[Problem, Catalogue], str]]] = {
    "text": as_text,
    "github": as_github,
    "json": as_json,
}
"""Ways to write a problem."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command; the result is the exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _lenient()
    options = parse(given, Catalogue(_readers_language(given)), COMMANDS)
    words = Catalogue(language(options.language, of_system(os.environ)))
    try:
        place = _folder(options)
        if isinstance(place, str):
            return _fail(
                _words(options, None)(place, folder=_named(options) or Path.cwd(), command=options.command.name)
            )
        options.folder, options.part = place.path, place
        words = _words(options, place.path)
        status = int(options.command.run(options, words))
        sys.stdout.flush()
        return status
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except KeyboardInterrupt:
        return FAILED
    except Exception as error:
        _let_go()
        if unforeseen.wanted():
            raise
        return _fail(unforeseen.sentence(error, words))


def _let_go() -> None:
    """What a full disk could not take is dropped, or Python would try again at the end, with a traceback."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _lenient() -> None:
    """A sign that the terminal's encoding lacks, as in files on Chinese Windows, becomes a question mark, no crash."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


def _readers_language(given: list[str]) -> str:
    """The language of help and of complaints about options, which are a person's and not a handbook's."""
    handbook = find()
    return language(_asked(given), of_system(os.environ), language_of(handbook.path) if handbook else None)


def _asked(given: list[str]) -> str | None:
    """The language asked for, known before the options are read."""
    for at, word in enumerate(given):
        name, _, value = word.partition("=")
        if name == "--language":
            return value or (given[at + 1] if at + 1 < len(given) else "")
    return None


def _named(options: Options) -> Path | None:
    """The folder, or the part of it, that was typed."""
    named: Path | None = getattr(options, "path", None) or options.folder
    return named


def _folder(options: Options) -> DataFolder | str:
    """The data folder that is meant, or the key of what is said where there is none."""
    named = _named(options)
    if named is not None and not named.exists():
        return "cli.no-folder"
    if options.command.begins and named is not None and named.is_dir():
        return DataFolder(named)
    return find(named) or "cli.no-handbook"


def _words(options: Options, folder: Path | None) -> Catalogue:
    """The language asked for, that of the handbook, or the terminal's."""
    return Catalogue(language(options.language, language_of(folder) if folder else None, of_system(os.environ)))


def _fail(message: str) -> int:
    print(message, file=sys.stderr)
    return FAILED


def _check_options(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    parser.add_argument("--format", choices=tuple(FORMATS), default="text", help=words("cli.check-format"))
    parser.add_argument("-q", "--quiet", action="store_true", help=words("cli.quiet"))


def _check(options: Options, words: Catalogue) -> int:
    """Hints come last, so that the errors are not scrolled away."""
    loaded = load(options.folder)
    asked = [problem for problem in loaded.problems if options.part.holds(problem.place.file)]
    for problem in sorted(asked, key=lambda problem: problem.severity):
        if not (options.quiet and problem.severity is Severity.INFORMATION):
            print(FORMATS[options.format](_told(options, problem), words))
    for sentence in _summary(loaded, asked, options.quiet, words):
        print(sentence, file=sys.stderr)
    return PROBLEMS if _bad(asked) else CLEAN


def _told(options: Options, problem: Problem) -> Problem:
    return under(options.folder.as_posix(), problem)


def _bad(problems: list[Problem]) -> bool:
    return any(problem.severity is not Severity.INFORMATION for problem in problems)


def _counts(problems: list[Problem]) -> dict[str, int]:
    """How many there are of each severity, by the names that sentences use."""
    return {f"{one.word.removesuffix('s')}s": sum(problem.severity is one for problem in problems) for one in Severity}


def _summary(loaded: Loaded, asked: list[Problem], quiet: bool, words: Catalogue) -> Iterator[str]:
    counts, others = _counts(asked), [problem for problem in loaded.problems if problem not in asked]
    if _bad(asked):
        yield words("cli.found", **counts)
    else:
        yield words("cli.clean", **_sizes(loaded.handbook)) if loaded.handbook else words("cli.clean-part")
    if loaded.handbook and not loaded.handbook.scales:
        yield words("build.no-scale")
    if quiet and counts["informations"]:
        yield words("cli.quiet-more", n=counts["informations"])
    if _bad(others):
        yield words("cli.elsewhere", **_counts(others))


def _sizes(handbook: Handbook) -> dict[str, int]:
    competencies = [one for sequence in handbook.sequences.values() for one in sequence.competencies.values()]
    indicators = sum(len(one.every_live()) for one in competencies)
    return {"sequences": len(handbook.sequences), "competencies": len(competencies), "indicators": indicators}


def _schema(options: Options, words: Catalogue) -> int:
    written = schema.write(options.folder)
    print(words("cli.schema-written", n=len(written), folder=options.folder / schema.FOLDER), file=sys.stderr)
    return CLEAN


def _ids_options(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    parser.add_argument("--dry-run", action="store_true", help=words("cli.dry-run"))


def _ids(options: Options, words: Catalogue) -> int:
    said = ids.give(options.folder, options.dry_run, words)
    for line in said.lines:
        print(line)
    for line in said.end:
        print(line, file=sys.stderr)
    return CLEAN if said.well else PROBLEMS


def _export_options(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    parser.add_argument("target", type=Path, metavar="TARGET", help=words("cli.target"))
    parser.add_argument("--site-url", default="", help=words("cli.site-url"))
    parser.add_argument("--edit-base", default="", help=words("cli.edit-base"))


def _export(options: Options, words: Catalogue) -> int:
    loaded = load(options.folder)
    for problem in loaded.errors:
        print(as_text(_told(options, problem), words))
    if loaded.handbook is None:
        print(words("build.stopped", folder=options.folder), file=sys.stderr)
        return PROBLEMS
    built = site(loaded.handbook, words, SiteOptions(site_url=options.site_url, edit_base=options.edit_base))
    try:
        count = export(built, options.target)
    except ForeignFolder:
        return _fail(words("cli.foreign-folder", folder=options.target))
    print(words("cli.exported", n=count, folder=options.target), file=sys.stderr)
    return CLEAN


def _calibrate(options: Options, words: Catalogue) -> int:
    if options.template and options.ratings:
        return _fail(words("cli.template-and-ratings"))
    if options.template:
        said = calibrate.empty_table(options.folder, options.sequence, options.grade, words)
    elif options.ratings:
        said = calibrate.calibrate(options, words)
    else:
        return _fail(words("cli.no-ratings"))
    for line in said.lines:
        print(line)
    sys.stdout.buffer.write(said.raw.encode("utf-8"))
    print(said.end, end="\n" if said.end else "", file=sys.stderr)
    return CLEAN if said.well else PROBLEMS


def _score(options: Options, words: Catalogue) -> int:
    said = score.score(options.folder, options.files, options.json, words)
    for report in said.lines:
        print(report)
    for line in said.problems:
        print(line, file=sys.stderr)
    return PROBLEMS if said.problems else CLEAN


COMMANDS: Final = (
    Command("check", _check, _check_options, takes="PATH"),
    Command("schema", _schema, takes="FOLDER", begins=True),
    Command("ids", _ids, _ids_options, takes="FOLDER"),
    Command("calibrate", _calibrate, calibrate.options),
    Command("export", _export, _export_options),
    Command("score", _score, score.options),
)
"""All commands; another is one more line here and its texts in the catalogue."""


if __name__ == "__main__":
    sys.exit(main())

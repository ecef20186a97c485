"""The command `levelbook`: a small function a command; only this module prints and exits."""

import argparse
import os
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path
from typing import Final

from levelbook import assessed, ids, schema
from levelbook.calibrate import door as calibrate
from levelbook.catalogue import LANGUAGES, Catalogue
from levelbook.decode.source import Unreadable, read
from levelbook.export import ForeignFolder, export
from levelbook.load import Loaded, load
from levelbook.problems import Problem, Severity, as_github, as_json, as_text, under
from levelbook.site import SiteOptions, site

CLEAN, PROBLEMS, FAILED = 0, 1, 2
"""Exit statuses: nothing wrong, something wrong in the data, could not run."""

FORMATS: Final[dict[str, Callable[[Problem, Catalogue], str]]] = {
    "text": as_text,
    "github": as_github,
    "json": as_json,
}
"""Ways to write a problem."""

Options = argparse.Namespace
DATA: Final = Path("rubric_data")
"""The data folder, where none is named."""


@dataclass(frozen=True)
class Command:
    """One command: what it does, and the options it takes besides the folder."""

    name: str
    """What is typed."""
    run: Callable[[Options, Catalogue], int]
    """Does it and gives the exit status."""
    prepare: Callable[[argparse.ArgumentParser, Catalogue], None] = lambda parser, words: None
    """Adds its options."""
    reads_folder: bool = True
    """Whether the data folder is what is typed after its name."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command; the result is the exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _lenient()
    words = Catalogue(_asked_language(given) or "zh")
    options = _parser(words).parse_args(given)
    try:
        if not options.folder.is_dir():
            return _fail(_words(options)("cli.no-folder", folder=options.folder))
        return int(options.run(options, _words(options)))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except OSError as error:
        return _fail(_words(options)("cli.cannot", reason=f"{error.strerror}: {error.filename}"))


def _lenient() -> None:
    """A sign that the terminal's encoding lacks, as in files on Chinese Windows, becomes a question mark, no crash."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


def _asked_language(given: list[str]) -> str | None:
    """The language asked for, known before the options are read, so that help is in it."""
    for at, word in enumerate(given):
        name, _, value = word.partition("=")
        if name == "--language":
            value = value or (given[at + 1] if at + 1 < len(given) else "")
            return value if value in LANGUAGES else None
    return None


def _parser(words: Catalogue) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("levelbook", description=words("cli.description"))
    commands = parser.add_subparsers(title=words("cli.commands"), required=True, metavar="COMMAND")
    for command in COMMANDS:
        text = words(f"cli.{command.name}")
        sub = commands.add_parser(command.name, help=text, description=text)
        if command.reads_folder:
            sub.add_argument("folder", nargs="?", type=Path, default=DATA, help=words("cli.folder"))
        sub.add_argument("--language", choices=LANGUAGES, help=words("cli.language"))
        command.prepare(sub, words)
        sub.set_defaults(run=command.run)
    return parser


def _words(options: Options) -> Catalogue:
    """The language asked for, or that of the handbook."""
    return Catalogue(options.language or _handbook_language(options.folder))


def _handbook_language(folder: Path) -> str:
    """The language that handbook.yml names, also where there is something wrong with it."""
    data = read(folder / "handbook.yml")
    text = "" if isinstance(data, Unreadable) else data.decode("utf-8", "replace")
    found = re.search(r"^language:[ \t]*([a-z]+)", text, re.MULTILINE)
    return found[1] if found and found[1] in LANGUAGES else "zh"


def _fail(message: str) -> int:
    print(message, file=sys.stderr)
    return FAILED


def _check_options(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    parser.add_argument("--format", choices=tuple(FORMATS), default="text", help=words("cli.check-format"))


def _check(options: Options, words: Catalogue) -> int:
    loaded = load(options.folder)
    for problem in loaded.problems:
        print(FORMATS[options.format](_told(options, problem), words))
    print(_summary(loaded, words), file=sys.stderr)
    return PROBLEMS if _bad(loaded) else CLEAN


def _told(options: Options, problem: Problem) -> Problem:
    return under(options.folder.as_posix(), problem)


def _bad(loaded: Loaded) -> bool:
    return any(one.severity is not Severity.INFORMATION for one in loaded.problems)


def _summary(loaded: Loaded, words: Catalogue) -> str:
    counts = {one: sum(problem.severity is one for problem in loaded.problems) for one in Severity}
    handbook = loaded.handbook
    if handbook is None or _bad(loaded):
        errors, warnings, informations = counts.values()
        return words("cli.found", errors=errors, warnings=warnings, informations=informations)
    competencies = [one for sequence in handbook.sequences.values() for one in sequence.competencies.values()]
    indicators = sum(len(one.every_live()) for one in competencies)
    facts = {"sequences": len(handbook.sequences), "competencies": len(competencies), "indicators": indicators}
    return words("cli.clean", **facts)


def _schema(options: Options, words: Catalogue) -> int:
    written = schema.write(options.folder)
    print(words("cli.schema-written", n=len(written), folder=options.folder / schema.FOLDER), file=sys.stderr)
    return CLEAN


def _ids_options(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    parser.add_argument("--dry-run", action="store_true", help=words("cli.dry-run"))


def _ids(options: Options, words: Catalogue) -> int:
    loaded = load(options.folder)
    broken = [one for one in loaded.folder.sheets() if one.value is None]
    if broken:
        files = {one.file for one in broken}
        for problem in loaded.errors:
            if problem.place.file in files:
                print(as_text(_told(options, problem), words))
        print(words("cli.ids-broken"), file=sys.stderr)
        return PROBLEMS
    return _give(options, words, ids.plan(loaded.folder))


def _give(options: Options, words: Catalogue, given: list[ids.Given]) -> int:
    changed = {} if options.dry_run else ids.write(options.folder, given)
    failed = [one for one in given if changed.get(one.place.file) is False]
    done = [one for one in given if one not in failed]
    for one in done:
        print(words("cli.ids-line", place=f"{options.folder.as_posix()}/{one.place}", value=one.code))
    for one in failed:
        print(
            words("cli.ids-not-safe", place=f"{options.folder.as_posix()}/{one.place}", value=one.code), file=sys.stderr
        )
    key = "cli.ids-none" if not given else "cli.ids-would" if options.dry_run else "cli.ids-written"
    print(words(key, n=len(done), files=len({one.place.file for one in done})), file=sys.stderr)
    return PROBLEMS if failed else CLEAN


def _export_options(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    parser.add_argument("target", type=Path, metavar="FOLDER", help=words("cli.target"))
    parser.add_argument("--folder", type=Path, default=DATA, help=words("cli.folder"))
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
    said = assessed.score(options.folder, options.files, options.json, words)
    for report in said.lines:
        print(report)
    for line in said.problems:
        print(line, file=sys.stderr)
    return PROBLEMS if said.problems else CLEAN


COMMANDS: Final = (
    Command("check", _check, _check_options),
    Command("schema", _schema),
    Command("ids", _ids, _ids_options),
    Command("calibrate", _calibrate, lambda parser, words: calibrate.options(parser, words, DATA), reads_folder=False),
    Command("export", _export, _export_options, reads_folder=False),
    Command("score", _score, lambda parser, words: assessed.options(parser, words, DATA), reads_folder=False),
)
"""All commands; another is one more line here and its texts in the catalogue."""


if __name__ == "__main__":
    sys.exit(main())

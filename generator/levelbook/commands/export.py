"""The command `levelbook export`: the site as plain files, for generators other than MkDocs."""

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from levelbook.build import Site, SiteOptions
from levelbook.catalogue import Catalogue
from levelbook.commands.arguments import Command, Options
from levelbook.commands.result import CommandResult, ExitStatus, failed
from levelbook.history.in_force import as_in_force, day_of
from levelbook.hosts.plain_files import ForeignFolder, export
from levelbook.hosts.publishing.site_folder import HalfPut, half_put
from levelbook.load import load
from levelbook.loading.data_folder import DataFolder
from levelbook.memory import collect_seldom
from levelbook.problems import Problem, as_text, under


def add_options(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    """Adds the folder to write to, and the addresses that pages name."""
    parser.add_argument("target", type=Path, metavar="TARGET", help=words("cli.target"))
    parser.add_argument("--site-url", default="", help=words("cli.site-url"))
    parser.add_argument("--edit-base", default="", help=words("cli.edit-base"))
    parser.add_argument("--on", default="", metavar="DAY", help=words("cli.on"))


def run(options: Options, folder: DataFolder, words: Catalogue) -> CommandResult:
    """Writes the site, or lists the errors that keep it from being built."""
    collect_seldom()
    loaded = load(folder.path)
    if loaded.handbook is None:
        return _stopped(loaded.errors, folder, words)
    try:
        shown = as_in_force(loaded.handbook, day_of(options.on))
    except ValueError:
        return failed(words("build.no-day", value=options.on))
    built = Site(shown, words, SiteOptions(site_url=options.site_url, edit_base=options.edit_base))
    if built.problems:
        return _stopped(built.problems, folder, words)
    try:
        count = export(built, options.target, shown, folder.path)
    except ForeignFolder:
        return failed(words("cli.foreign-folder", folder=options.target))
    except HalfPut as error:
        return failed(half_put(options.target, error, words))
    return CommandResult(err=(words("cli.exported", n=count, folder=options.target),))


def _stopped(problems: Iterable[Problem], folder: DataFolder, words: Catalogue) -> CommandResult:
    return CommandResult(
        out=tuple(as_text(under(folder.path.as_posix(), problem), words) for problem in problems),
        err=(words("build.stopped", folder=folder.path),),
        status=ExitStatus.PROBLEMS,
    )


EXPORT: Final = Command("export", run, add_options)

"""The command `levelbook serve`: shows the handbook in a browser while people edit it, without MkDocs."""

import argparse
from pathlib import Path
from typing import Final

from levelbook.build import Site, SiteOptions
from levelbook.catalogue import Catalogue
from levelbook.commands.arguments import Command, Options
from levelbook.commands.result import CommandResult, failed
from levelbook.commands.terminal import say
from levelbook.history.in_force import as_in_force, day_of
from levelbook.hosts.serving.shown import EDITOR
from levelbook.hosts.serving.small_server import SmallServer
from levelbook.load import HandbookLoader
from levelbook.loading.data_folder import DataFolder
from levelbook.problems import Problem, Severity
from levelbook.site_builder import SiteBuilder


def add_options(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    """Adds where to listen, how places are opened, and the day that is shown."""
    parser.add_argument("--host", default="127.0.0.1", metavar="HOST", help=words("cli.host"))
    parser.add_argument("--port", default=8000, type=int, metavar="PORT", help=words("cli.port"))
    parser.add_argument("--editor", default=EDITOR, metavar="ADDRESS", help=words("cli.editor"))
    parser.add_argument("--on", default="", metavar="DAY", help=words("cli.on"))


def run(options: Options, folder: DataFolder, words: Catalogue) -> CommandResult:
    """Serves until somebody interrupts."""
    try:
        day = day_of(options.on)
    except ValueError:
        return failed(words("build.no-day", value=options.on))
    loader = HandbookLoader(folder.path)
    builder = SiteBuilder(words, SiteOptions(steady_search=True))

    def make() -> tuple[list[Problem], Site | None]:
        loaded = loader.load()
        if loaded.handbook is None:
            return loaded.problems, None
        site = builder.build(as_in_force(loaded.handbook, day))
        problems = [*loaded.problems, *site.problems]
        return problems, None if any(problem.severity is Severity.ERROR for problem in problems) else site

    server = SmallServer(Path(folder.path), words, make, say, options.editor)
    try:
        server.run(options.host, options.port)
    except OSError as error:
        return failed(words("serve.no-port", port=options.port, reason=error.strerror or str(error)))
    return CommandResult()


SERVE: Final = Command("serve", run, add_options)

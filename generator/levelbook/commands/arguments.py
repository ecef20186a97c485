"""What can be typed behind `levelbook`, and the help that is shown for it, in the reader's language."""

import argparse
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from levelbook import __version__
from levelbook.catalogue import LANGUAGES, Catalogue
from levelbook.commands.result import CommandResult
from levelbook.loading.data_folder import DataFolder

Options = argparse.Namespace


@dataclass(frozen=True)
class Command:
    """What can be typed behind `levelbook`; its texts stand in the catalogue under its name."""

    name: str
    run: Callable[[Options, DataFolder, Catalogue], CommandResult]
    add_options: Callable[[argparse.ArgumentParser, Catalogue], None] = lambda parser, words: None
    takes: str = ""
    """What may be typed right after its name: `FOLDER`, `PATH` for a part of the folder too; nothing of the kind."""
    needs_handbook: bool = True
    """Whether the folder must hold a handbook already."""
    changes_data: bool = False
    """Whether it may write into the data folder."""
    needs_folder: bool = True
    """Whether there must be a data folder at all; where not, it is looked for only to know the language."""


class Parser(argparse.ArgumentParser):
    """A parser whose headings, help and complaints come from the catalogue."""

    def __init__(self, prog: str, words: Catalogue, description: str, examples: str) -> None:
        """Take its name, what it does, and examples."""
        super().__init__(
            prog,
            description=description,
            epilog=examples.strip("\n") + "\n\n" + words("cli.more").strip("\n"),
            formatter_class=argparse.RawDescriptionHelpFormatter,
            add_help=False,
        )
        self._words = words
        self._positionals.title = words("cli.positionals")
        self._optionals.title = words("cli.options")
        self.add_argument("-h", "--help", action="help", help=words("cli.help"))

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with what was typed, and where it is written how it goes; the exit status is 2."""
        self.exit(2, self._words("cli.wrong-usage", message=message, prog=self.prog) + "\n")

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        """Say in our own words what may be chosen: Python's own differ from one version to the next."""
        if action.choices is not None and value not in action.choices:
            choices = ", ".join(str(choice) for choice in action.choices)
            raise argparse.ArgumentError(action, self._words("cli.no-choice", value=repr(value), choices=choices))


def parser(words: Catalogue, commands: Sequence[Command]) -> Parser:
    """The parser of `levelbook` with all its commands."""
    main = Parser("levelbook", words, words("cli.description"), words("cli.examples.main"))
    version = f"levelbook {__version__}"
    main.add_argument("-V", "--version", action="version", version=version, help=words("cli.version"))
    main.add_argument("--language", choices=LANGUAGES, help=words("cli.language"))
    subparsers = main.add_subparsers(title=words("cli.commands"), metavar="COMMAND", parser_class=Parser)
    for command in commands:
        text = words(f"cli.{command.name}")
        examples = words(f"cli.examples.{command.name}")
        subparser = subparsers.add_parser(command.name, help=text, words=words, description=text, examples=examples)
        _add_folder(subparser, command, words)
        # The value given before the command's name must not be forgotten by the command's own parser.
        subparser.add_argument("--language", choices=LANGUAGES, default=argparse.SUPPRESS, help=words("cli.language"))
        command.add_options(subparser, words)
        subparser.set_defaults(command=command)
    return main


def _add_folder(subparser: Parser, command: Command, words: Catalogue) -> None:
    if command.takes:
        text = words("cli.path" if command.takes == "PATH" else "cli.folder")
        subparser.add_argument("path", nargs="?", type=Path, metavar=command.takes, help=text)
    subparser.add_argument("--folder", type=Path, metavar="FOLDER", help=words("cli.folder"))


def parse(typed: Sequence[str], words: Catalogue, commands: Sequence[Command]) -> Options:
    """The options that were typed; ends with help or a complaint where they do not make sense."""
    with _argparse_in(words):
        main = parser(words, commands)
        options = main.parse_args(typed)
        if "command" not in options:
            main.print_help()
            main.exit(2)
        return options


@contextmanager
def _argparse_in(words: Catalogue) -> Iterator[None]:
    """Lets argparse speak the catalogue's language.

    It takes its sentences from gettext under the name `_`, and gettext knows only compiled files of a system's
    language; so the name is lent for as long as options are read. A sentence we do not know stays English.
    """
    texts = words.section("cli.argparse") | {"usage: ": words("cli.usage")}
    module: Any = argparse
    gettext = module._
    module._ = lambda text: texts.get(text, text)
    try:
        yield
    finally:
        module._ = gettext

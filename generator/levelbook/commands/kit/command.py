"""The command `levelbook kit`: writes the files of a code host, and never over a file that is there."""

import argparse
import os
from difflib import unified_diff
from pathlib import Path
from typing import Final

from levelbook.catalogue import Catalogue
from levelbook.commands.arguments import Command, Options
from levelbook.commands.kit.files import HOSTS, INCLUDING, KitSettings, kit_files
from levelbook.commands.result import CommandResult, ExitStatus, failed
from levelbook.commands.writing.asking import add_asking, offered
from levelbook.loading.data_folder import DataFolder


def add_options(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    """Adds which host, what differs from one repository to another, and whether to ask."""
    parser.add_argument("host", choices=HOSTS, metavar="|".join(HOSTS), help=words("cli.kit-host"))
    parser.add_argument("--install", default="", metavar="COMMAND", help=words("cli.kit-install"))
    parser.add_argument("--branch", default="main", help=words("cli.kit-branch"))
    add_asking(parser, words)


def run(options: Options, folder: DataFolder, words: Catalogue) -> CommandResult:
    """Shows the files that are missing, and writes them."""
    root = _root(folder.path)
    data = Path(os.path.relpath(folder.path, root)).as_posix()
    install = options.install or _installation(root)
    if not install:
        return failed(words("kit.no_install", host=options.host))
    files = dict(kit_files(options.host, KitSettings(data, options.branch, install), words))
    there = {path: (root / path).read_text(encoding="utf-8", errors="replace") for path in files if _is(root / path)}
    lines = [line for path in files for line in _shown(path, files[path], there.get(path), words)]
    missing = {root / path: text for path, text in files.items() if path not in there}
    if not missing:
        return CommandResult((*lines, "", words("kit.nothing")))
    would = CommandResult(err=(words("kit.unwritten"),), status=ExitStatus.WOULD_CHANGE)
    return offered(lines, words("kit.ask"), would, lambda: _written(missing, words), options, words)


def _root(folder: Path) -> Path:
    """The root of the repository; without one, the folder in which the data folder stands."""
    home = Path(os.path.abspath(folder)).parent
    root = next((above for above in (home, *home.parents) if (above / ".git").exists()), home)
    return Path(os.path.relpath(root))


def _installation(root: Path) -> str:
    """The command that installs Levelbook from what lies in the repository; nothing where that cannot be seen.

    It is never guessed to be in a public index: somebody else's package could have its name there.
    """
    requirements = root / "requirements.txt"
    if requirements.is_file() and "levelbook" in requirements.read_text(encoding="utf-8", errors="replace"):
        return "pip install --requirement requirements.txt"
    wheels = sorted((*root.glob("levelbook-*.whl"), *root.glob("*/levelbook-*.whl")))
    return f"pip install ./{wheels[-1].relative_to(root).as_posix()}" if wheels else ""


def _is(path: Path) -> bool:
    return path.is_symlink() or path.exists()


def _shown(path: str, text: str, there: str | None, words: Catalogue) -> list[str]:
    """A file as a difference from nothing, or from the one that is there."""
    if there == text:
        return [words("kit.same", file=path)]
    if there is not None and path == INCLUDING:
        return [words("kit.line"), *text.splitlines()[1:]]
    heading = [] if there is None else [words("kit.there", file=path)]
    source = "/dev/null" if there is None else path
    return heading + list(unified_diff((there or "").splitlines(), text.splitlines(), source, path, lineterm=""))


def _written(files: dict[Path, str], words: Catalogue) -> CommandResult:
    for path, text in files.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8", newline="\n") as stream:
                stream.write(text)
        except OSError as error:
            return failed(words("kit.failed", file=path.as_posix(), why=error.strerror or str(error)))
    return CommandResult(err=(words("kit.written", files=words("join.series").join(map(str, files))),))


KIT: Final = Command("kit", run, add_options)

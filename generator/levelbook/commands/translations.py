"""The command `levelbook translations`: which translations wait for a change, and which wording each was made from."""

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from levelbook.catalogue import Catalogue
from levelbook.commands.arguments import Command, Options
from levelbook.commands.result import CommandResult, ExitStatus, failed
from levelbook.load import load
from levelbook.loading.data_folder import DataFolder
from levelbook.loading.edit.atomic_write import replace
from levelbook.loading.translated.marks import (
    TRANSLATIONS,
    Known,
    every_twin,
    noted,
    published_texts,
    rendered,
    stale,
    unnoted,
)
from levelbook.problems import as_text, under

ALL: Final = "all"
"""Said in the place of a place: everything holds."""


def add_options(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    """Adds whether the file is written, and which translations hold as they are."""
    parser.add_argument("--write", action="store_true", help=words("cli.translations-write"))
    parser.add_argument("--holds", nargs="+", default=[], metavar="FILE:LINE", help=words("cli.translations-holds"))


def run(options: Options, folder: DataFolder, words: Catalogue) -> CommandResult:
    """Says which translations are stale; with `--write` or `--holds` notes what all others were made from."""
    loaded = load(folder.path)
    if loaded.errors:
        told = tuple(as_text(under(folder.path.as_posix(), problem), words) for problem in loaded.errors)
        return CommandResult(told, (words("cli.translations-broken"),), ExitStatus.PROBLEMS)
    twins = every_twin(loaded.folder.data_files())
    known = loaded.folder.translations.known
    outdated = stale(twins, known)
    wrong = sorted(set(_bare(folder, options.holds)) - {ALL} - {twin.place for twin in outdated})
    if wrong:
        return failed(words("cli.translations-no-stale", place=wrong[0]))
    holds = set(_bare(folder, options.holds))
    published = published_texts(loaded.folder.history.history.published)
    made = noted(twins, known, published, (twin for twin in outdated if holds & {ALL, twin.place}))
    left = stale(twins, made)
    told = tuple(words("cli.translations-line", place=twin.place, key=twin.key, base=twin.base) for twin in left)
    if options.write or options.holds:
        _write(folder.path, made, words)
        key = "cli.translations-written"
    else:
        key = "cli.translations-told"
    counts = words(key, n=len(twins), new=len(unnoted(twins, known)), stale=len(left))
    return CommandResult(told, (counts,), ExitStatus.PROBLEMS if left else ExitStatus.CLEAN)


def _bare(folder: DataFolder, places: Iterable[str]) -> Iterator[str]:
    """Places below the data folder, as people copy them from a message."""
    return (place.replace("\\", "/").removeprefix(f"{folder.path.as_posix()}/") for place in places)


def _write(folder: Path, known: Known, words: Catalogue) -> None:
    heads = (words("cli.translations-head"),)
    replace(folder / TRANSLATIONS, rendered(known, heads).encode(), folder / "handbook.yml")


TRANSLATE: Final = Command("translations", run, add_options, takes="FOLDER")

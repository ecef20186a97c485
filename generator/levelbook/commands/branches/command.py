"""The command `levelbook ids`: gives the codes that are missing, or joins two branches that gave the same."""

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from levelbook.catalogue import Catalogue
from levelbook.commands.arguments import Command, Options
from levelbook.commands.branches.merge import Renumbered, merge_outcome
from levelbook.commands.ids.command import write_ids
from levelbook.commands.result import CommandResult, ExitStatus
from levelbook.commands.writing.difference import difference
from levelbook.history.branches import merge_sides
from levelbook.load import files_in
from levelbook.loading.data_folder import DataFolder
from levelbook.loading.edit.file_change import FileChange, bytes_of
from levelbook.loading.edit.together import write
from levelbook.problems import Problem, as_text, ordered, under


def add_options(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    """Adds that nothing is to be written, and that two branches are to be joined."""
    parser.add_argument("--dry-run", action="store_true", help=words("cli.dry-run"))
    parser.add_argument("--merge", action="store_true", help=words("cli.ids-merge"))


def run(options: Options, folder: DataFolder, words: Catalogue) -> CommandResult:
    """Gives codes to everything in the folder that has none, or joins what two branches wrote."""
    joined = join_branches if options.merge else write_ids
    return joined(folder.path, options.dry_run, words)


def join_branches(folder: Path, dry_run: bool, words: Catalogue) -> CommandResult:
    """Joins what two branches wrote, shows the difference and writes it."""
    files = dict(files_in(folder))
    outcome = merge_outcome(files, merge_sides(folder))
    if outcome.refusals:
        return CommandResult(
            tuple(_problems(folder, outcome.refusals, words)), (words("merge.refused"),), ExitStatus.PROBLEMS
        )
    if not outcome.files:
        return CommandResult(err=(words("merge.nothing"),))
    changes = [FileChange(path, bytes_of(files.get(path)), data) for path, data in sorted(outcome.files.items())]
    given = [one.now for one in outcome.renumbered]
    if not dry_run:
        write(folder, "ids --merge", changes, given)
    lines = [words("merge.joined", file=f"{folder.as_posix()}/{path}") for path in outcome.joined]
    lines += [_renumbered(folder, one, words) for one in outcome.renumbered]
    shown = difference(changes, folder.as_posix(), words)
    key = "merge.would" if dry_run else "merge.written"
    return CommandResult((*lines, "", *shown), (words(key, n=len(changes), codes=len(given)),))


def _renumbered(folder: Path, one: Renumbered, words: Catalogue) -> str:
    key = "merge.renumbered-and-named" if one.references else "merge.renumbered"
    place = f"{folder.as_posix()}/{one.place}"
    return words(key, place=place, was=one.was, now=one.now, list=words("join.series").join(map(str, one.references)))


def _problems(folder: Path, problems: Iterable[Problem], words: Catalogue) -> Iterator[str]:
    return (as_text(under(folder.as_posix(), problem), words) for problem in ordered(problems))


IDS: Final = Command("ids", run, add_options, takes="FOLDER", changes_data=True)

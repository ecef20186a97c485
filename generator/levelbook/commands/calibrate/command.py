"""What the command `levelbook calibrate` takes and does; printing is left to the door itself."""

import argparse
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from levelbook.catalogue import Catalogue
from levelbook.commands.calibrate.finding import Finding
from levelbook.commands.calibrate.report import lines, summary, template
from levelbook.commands.calibrate.run import CalibrationOutcome, Request, broken, work, write
from levelbook.commands.calibrate.scope import scope
from levelbook.load import files_in, load
from levelbook.loading.files import read


@dataclass(frozen=True)
class Said:
    """What the command says, and whether all went well."""

    lines: Iterable[str] = ()
    """What it found."""
    raw: str = ""
    """What goes out as it is: an empty table."""
    end: str = ""
    """How it ended, in a sentence."""
    well: bool = True
    """Whether it did what was asked."""


def options(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    """Adds what can be typed behind the command."""
    parser.add_argument("ratings", nargs="?", type=Path, metavar="RATINGS.csv", help=words("cli.ratings"))
    for name in ("sequence", "grade"):
        parser.add_argument(f"--{name}", required=True, help=words(f"cli.{name}"))
    for name in ("date", "id", "name"):
        parser.add_argument(f"--{name}", default="", help=words(f"cli.calibrate-{name}"))
    parser.add_argument("--dry-run", action="store_true", help=words("cli.calibrate-dry-run"))
    parser.add_argument("--template", action="store_true", help=words("cli.template"))


def empty_table(folder: Path, sequence: str, grade: str, words: Catalogue) -> Said:
    """An empty table, or why there is none."""
    loaded = load(folder)
    found = scope(loaded.handbook, sequence, grade) if loaded.handbook else broken(len(loaded.errors))
    if isinstance(found, Finding):
        return Said(end=found.line(words, "", folder.as_posix()), well=False)
    return Said(raw=template(found, words))


def calibrate(given: argparse.Namespace, words: Catalogue) -> Said:
    """Reads the table, decides, and writes unless it is only asked what would change."""
    today = date.today().isoformat()
    day, id, name = (" ".join(text.split()) for text in (given.date, given.id, given.name))
    asked = Request(given.sequence, given.grade, day or today, today, id, name)
    outcome: CalibrationOutcome = work(dict(files_in(given.folder)), read(given.ratings), asked)
    if not given.dry_run:
        write(given.folder, outcome.files)
    folder = given.folder.as_posix()
    told = lines(outcome, words, given.ratings.as_posix(), folder, given.dry_run)
    return Said(told, end=summary(outcome, words, folder, given.dry_run), well=bool(outcome.files))

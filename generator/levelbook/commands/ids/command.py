"""What the command `levelbook ids` does and says; printing is left to the door itself."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from levelbook.catalogue import Catalogue
from levelbook.commands.ids.assign import Given
from levelbook.commands.ids.ledger_file import FILE
from levelbook.commands.ids.run import IdsOutcome, work
from levelbook.load import files_in
from levelbook.loading.edit.atomic_write import replace
from levelbook.problems import Problem, as_text, ordered, under


@dataclass
class Said:
    """What the command says, and whether all went well."""

    lines: list[str] = field(default_factory=list)
    """What it gave, or what is in its way."""
    end: list[str] = field(default_factory=list)
    """How it ended."""
    well: bool = True
    """Whether it did what was asked."""


def give(folder: Path, dry_run: bool, words: Catalogue) -> Said:
    """Gives codes and writes them down, the ledger first, so that no number can be lost on the way."""
    files = dict(files_in(folder))
    outcome = work(files)
    where = f"{folder.as_posix()}/{FILE}"
    if outcome.barred:
        reason = words("cli.ids-ledger-broken", file=where) if outcome.unreadable else words("cli.ids-broken")
        return Said(list(_told(folder, outcome.barred, words)), [reason], well=False)
    if not dry_run:
        for file, data in outcome.files.items():
            replace(folder / file, data, None if file in files else folder / min(files))
    said = _said(folder, outcome, dry_run, words)
    if FILE in outcome.files:
        said.end.append(_of_ledger(outcome, FILE not in files, dry_run, where, words))
    return said


def _of_ledger(outcome: IdsOutcome, new: bool, dry_run: bool, where: str, words: Catalogue) -> str:
    """How the ledger changes: it is begun, joined after a merge, longer, or only written anew."""
    key = "begun" if new else "joined" if outcome.merged else "added" if outcome.added else "anew"
    n = outcome.codes if key in ("begun", "joined") else outcome.added
    return words("cli.ids-ledger-would" if dry_run else f"cli.ids-ledger-{key}", file=where, n=n)


def _told(folder: Path, problems: list[Problem], words: Catalogue) -> Iterator[str]:
    return (as_text(under(folder.as_posix(), one), words) for one in ordered(problems))


def _said(folder: Path, outcome: IdsOutcome, dry_run: bool, words: Catalogue) -> Said:
    def line(key: str, one: Given) -> str:
        return words(key, place=f"{folder.as_posix()}/{one.place}", value=one.code)

    some = outcome.given or outcome.failed or outcome.held
    key = "cli.ids-none" if not some else "cli.ids-would" if dry_run else "cli.ids-written"
    end = [line("cli.ids-not-safe", one) for one in outcome.failed]
    end.append(words(key, n=len(outcome.given), files=len({one.place.file for one in outcome.given})))
    if outcome.held:
        end.append(words("cli.ids-held", n=len({one.place.file for one in outcome.held})))
    lines = [*_told(folder, outcome.held, words), *(line("cli.ids-line", one) for one in outcome.given)]
    return Said(lines, end, well=not (outcome.failed or outcome.held))

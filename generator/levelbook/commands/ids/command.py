"""What `levelbook ids` does: writes the codes that are missing, and says which."""

from collections.abc import Iterator
from pathlib import Path

from levelbook.catalogue import Catalogue
from levelbook.commands.ids.assign import NewCode
from levelbook.commands.ids.ledger_file import FILE
from levelbook.commands.ids.outcome import IdsOutcome, ids_outcome
from levelbook.commands.result import CommandResult, ExitStatus
from levelbook.load import files_in
from levelbook.loading.edit.atomic_write import replace
from levelbook.problems import Problem, as_text, ordered, under


def write_ids(folder: Path, dry_run: bool, words: Catalogue) -> CommandResult:
    """Gives codes and writes them down, the ledger first, so that no number can be lost on the way."""
    files = dict(files_in(folder))
    outcome = ids_outcome(files)
    if outcome.blockers:
        return _blocked(folder, outcome, words)
    if not dry_run:
        for file, data in outcome.files.items():
            replace(folder / file, data, None if file in files else folder / min(files))
    incomplete = outcome.unwritable or outcome.on_hold
    return CommandResult(
        out=(
            *_problems(folder, outcome.on_hold, words),
            *(_line("cli.ids-line", folder, new_code, words) for new_code in outcome.assigned),
        ),
        err=(
            *_summary(folder, outcome, dry_run, words),
            *_of_ledger(folder, outcome, FILE not in files, dry_run, words),
            *((words("cli.ids-translations", n=outcome.translations),) if outcome.translations else ()),
        ),
        status=ExitStatus.PROBLEMS if incomplete else ExitStatus.CLEAN,
    )


def _blocked(folder: Path, outcome: IdsOutcome, words: Catalogue) -> CommandResult:
    if outcome.ledger_unreadable:
        reason = words("cli.ids-ledger-broken", file=f"{folder.as_posix()}/{FILE}")
    else:
        reason = words("cli.ids-broken")
    return CommandResult(tuple(_problems(folder, outcome.blockers, words)), (reason,), ExitStatus.PROBLEMS)


def _problems(folder: Path, problems: list[Problem], words: Catalogue) -> Iterator[str]:
    return (as_text(under(folder.as_posix(), problem), words) for problem in ordered(problems))


def _line(key: str, folder: Path, new_code: NewCode, words: Catalogue) -> str:
    return words(key, place=f"{folder.as_posix()}/{new_code.place}", value=new_code.code)


def _summary(folder: Path, outcome: IdsOutcome, dry_run: bool, words: Catalogue) -> Iterator[str]:
    for new_code in outcome.unwritable:
        yield _line("cli.ids-not-safe", folder, new_code, words)
    missing = outcome.assigned or outcome.unwritable or outcome.on_hold
    key = "cli.ids-none" if not missing else "cli.ids-would" if dry_run else "cli.ids-written"
    yield words(key, n=len(outcome.assigned), files=len({new_code.place.file for new_code in outcome.assigned}))
    if outcome.letters:
        yield words("cli.ids-letters-would" if dry_run else "cli.ids-letters", n=len(outcome.letters))
    if outcome.on_hold:
        yield words("cli.ids-held", n=len({problem.place.file for problem in outcome.on_hold}))


def _of_ledger(folder: Path, outcome: IdsOutcome, new: bool, dry_run: bool, words: Catalogue) -> Iterator[str]:
    """How the ledger changes, if it does: it is begun, joined after a merge, longer, or only written anew."""
    if FILE in outcome.files:
        key = "begun" if new else "joined" if outcome.merged else "added" if outcome.added else "anew"
        n = outcome.recorded if key in ("begun", "joined") else outcome.added
        file = f"{folder.as_posix()}/{FILE}"
        yield words("cli.ids-ledger-would" if dry_run else f"cli.ids-ledger-{key}", file=file, n=n)

"""Random commands, one after another: the folder stays right, no code, text or comment is lost, undo gives all back."""

import random
import re
from collections import Counter
from pathlib import Path

import pytest

from levelbook.checks.context import CheckContext
from levelbook.commands.editing.outcome import EditOutcome
from levelbook.commands.editing.undo import differing, take_back, taken_back
from levelbook.commands.ids.assign import assign_codes
from levelbook.load import Loaded, files_in, load_files
from levelbook.loading.edit.file_change import Files
from levelbook.loading.edit.journal import newest
from levelbook.loading.edit.together import write
from tests.commands.editing.random_edits import Chooser
from tests.commands.editing.small import small_files
from tests.commands.editing.test_cases import everything, lay_out

SEEDS, STEPS = range(6), 24
_COMMENT = re.compile(r"(?:^|\s)(#[^\r\n]*)")


def comments(files: Files) -> Counter[str]:
    """All comments of a folder."""
    texts = [data.decode("utf-8") for path, data in files.items() if path != "ledger.yml" and isinstance(data, bytes)]
    return Counter(comment.strip() for text in texts for comment in _COMMENT.findall(text))


def wordings(ctx: CheckContext) -> dict[str, str]:
    """What every code says."""
    return {
        code: things[0].text for code, things in ctx.names.codes.items() if things[0].kind in ("indicator", "action")
    }


def check_edit(before: Loaded, files: Files, outcome: EditOutcome, typed: str) -> Loaded:
    """Holds what came of a command against what was there."""
    after = load_files(outcome.files)
    old, new = CheckContext(before.folder), CheckContext(after.folder)
    assert after.errors == [], typed
    assert wordings(old).items() <= wordings(new).items(), typed
    assert comments(files) <= comments(outcome.files), typed
    assert old.ledger.known.keys() <= new.ledger.known.keys(), typed
    assert old.ledger.paths.items() <= new.ledger.paths.items(), typed
    assert all(len(things) == 1 for things in new.names.codes.values()), typed
    untouched = {change.path for change in outcome.changes} | {change.was for change in outcome.changes}
    assert all(outcome.files[path] is data for path, data in files.items() if path not in untouched), typed
    assert not {code.code for code in assign_codes(new)} & new.ledger.known.keys(), typed
    return after


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_is_lost(seed: int) -> None:
    rng, files, made = random.Random(seed), small_files(), 0
    loaded = load_files(files)
    for _ in range(STEPS):
        edit = Chooser(CheckContext(loaded.folder), rng).edit()
        outcome = edit.run(files)
        assert not any(problem.code == "not_safe" for problem in outcome.refusals), edit.typed
        if not outcome.refusals:
            loaded = check_edit(loaded, files, outcome, edit.typed)
            files, made = outcome.files, made + 1
    assert made > STEPS // 3


@pytest.mark.parametrize("seed", SEEDS)
def test_undo_gives_all_back(seed: int, tmp_path: Path) -> None:
    folder, rng = tmp_path / "rubric_data", random.Random(seed + 100)
    lay_out(folder)
    states = [everything(folder)]
    while len(states) < 8:
        files = dict(files_in(folder))
        edit = Chooser(CheckContext(load_files(files).folder), rng).edit()
        outcome = edit.run(files)
        if outcome.changes:
            write(folder, edit.typed, outcome.changes, outcome.given)
            assert everything(folder) == outcome.files
            states.append(everything(folder))
    given: set[str] = set()
    for state in states[-2::-1]:
        entry = newest(folder)
        assert entry and not differing(entry, folder)
        given |= {*entry.given}
        take_back(folder, entry, taken_back(entry, dict(files_in(folder))))
        after = everything(folder)
        if given:
            ledger = load_files(after).folder.ledger
            assert ledger and ledger.value and ledger.value.undone == given
            after["ledger.yml"] = state["ledger.yml"]
        assert after == state

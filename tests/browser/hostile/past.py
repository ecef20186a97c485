"""Gives a hostile handbook a past: two releases, between which every text became another one that tries everything.

The seed is poisoned twice. What it was like is changed further, so that between the releases things were added, ended
and moved, and a page has nothing left to show; releases are made by the command's own core.
"""

from pathlib import Path
from typing import Any

from levelbook.build import published_addresses
from levelbook.catalogue import Catalogue
from levelbook.commands.editing.move import move
from levelbook.commands.ids.outcome import ids_outcome
from levelbook.commands.release.outcome import Publish, release_outcome
from levelbook.commands.release.readiness import Addresses, ReleaseWanted
from levelbook.model.handbook import Handbook
from tests.browser.hostile.poison import Poison
from tests.former.folder import Files, nodes

FIRST = ReleaseWanted("1.1.0", "2026-06-01")
SECOND = ReleaseWanted("2.0.0", "2026-07-01", "2026-08-01")
BEFORE, AFTER = "2026-07-15", "2026-08-15"
"""Days on which the second release is still to come, and holds."""
SALES = "sequences/sales/"
ENDED = frozenset("SAL-LIS-03 SAL-PAG SAL-ACT-03 SAL.former SAL.grade-0".split())
"""What the second release ended, as far as it is written with its code."""


def with_past(made: Poison, seed: Path, target: Path) -> None:
    """Write the poisoned seed with its releases into a folder."""
    made.folder(seed, target)
    past = Files.of(target)
    _as_before(past)
    _record(past)
    _release(past, FIRST, published_addresses)
    made.added.clear()
    made.folder(seed, target)
    now = Files.of(target)
    now.update({path: data for path, data in past.items() if path not in past.data()})
    _rename_tenders(now)
    moved = move(now, "sales/bids", "sales/tenders")
    assert not moved.refusals, moved.refusals
    now = Files({path: data for path, data in moved.files.items() if isinstance(data, bytes)})
    _record(now)
    _release(now, SECOND, _nothing)
    for path, data in now.items():
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_bytes(data)


def _as_before(files: Files) -> None:
    """What was not yet, and what was still."""
    files.change("releases.yml", lambda tree: tree["releases"].pop(0))
    for path in files.data():
        files.change(path, _unend)
    letters = f"{SALES}competencies/letters.yml"
    files.change(letters, lambda tree: tree["levels"]["senior"]["indicators"].pop())
    _rename_tenders(files)
    files.change(f"{SALES}positions/clerk.yml", _require)
    files.change(f"{SALES}sequence.yml", lambda tree: tree["grades"][0]["required"].update(listening="junior"))


def _require(tree: Any) -> None:
    """A position that could be rated: nothing is left of its checklist."""
    del tree["blank"], tree["blank_en"]
    tree["required"] = {"listening": "junior"}


def _rename_tenders(files: Files) -> None:
    files.rename(f"{SALES}competencies/tenders.yml", f"{SALES}competencies/bids.yml")
    files.replace(SALES, "tenders", "bids")


def _unend(tree: Any) -> None:
    for node in nodes(tree):
        own = f"SAL-{node['code']}" if "code" in node else node.get("id", "")
        if ENDED & {own, f"SAL.{own}"}:
            node.pop("retired", None)


def _record(files: Files) -> None:
    outcome = ids_outcome(files)
    assert not outcome.blockers, outcome.blockers
    files.update(outcome.files)


def _release(files: Files, wanted: ReleaseWanted, publish: Publish) -> None:
    outcome = release_outcome(files, wanted, publish=publish)
    assert not outcome.refusals and not outcome.unused, (outcome.refusals, outcome.unused)
    for change in outcome.files:
        assert change.after is not None
        files[change.path] = change.after


def _nothing(_handbook: Handbook, _words: Catalogue) -> Addresses:
    """The newest pages stand anyway: their addresses need no answer."""
    return {}

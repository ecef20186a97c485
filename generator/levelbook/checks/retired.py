"""Codes that were changed or taken away: told once, at the line to mend, with the one cure that loses nothing."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from levelbook.checks.code_owners import Changed
from levelbook.checks.codes import waiting
from levelbook.checks.context import CheckContext, error, listed
from levelbook.checks.lost_codes import RESERVED, LostFile
from levelbook.loading.data_file import DataFile
from levelbook.loading.folder import SequenceFiles
from levelbook.loading.nodes import Mapping, Text
from levelbook.model.handbook import Family
from levelbook.problems import Place, Problem

_FOLLOW: Final = frozenset(
    "level-unknown level-unanswered ref-unknown borrowed-levels same-as-wrong raises-wrong kind-missing"
    " required-falls weight-unanswered weights-exceed weights-short calibration-wrong calibration-differs"
    " file-missing file-unlisted retired-used exam-weights".split()
)
"""What an id that is gone brings with it, all over its sequence."""


def changed(view: CheckContext) -> Iterator[Problem]:
    """Lines that have another code or id than they had."""
    for change in view.right.changed:
        yield _changed(view, change)
    for one in view.losses.renamed:
        yield error("code-changed", one.place, one.kind, value=one.now, was=one.was)


def _changed(view: CheckContext, change: Changed) -> Problem:
    sheet = change.sheet
    code = sheet.root.at("code")
    place = sheet.place(code) if isinstance(code, Text) else sheet.at()
    also = sum(1 for code in view.names.codes if change.took(code) and code not in view.ledger.known)
    variant = "missing" if not change.now else "text" if change.count else "replaced" if also else "plain"
    facts: dict[str, object] = {
        "was": change.was,
        "prefix": change.prefix,
        "replaced": change.replaced,
        "n": change.count or also,
    }
    return error("code-changed", place, variant, **facts)


def gone(view: CheckContext) -> Iterator[Problem]:
    """Codes of the ledger that lead nowhere now."""
    found = view.losses
    for lost in found.folders:
        yield error("code-gone", _listed_folder(view, lost), "folder", value=lost.code, n=lost.others, file=lost.path)
    for lost in found.files:
        yield _file(view, lost)
    for file, codes in found.codes.items():
        yield _codes(view, file, codes)
    for sequence, keys in found.ids.items():
        left = [key for key in keys if key not in {one.was for one in found.renamed}]
        if left:
            yield from _ids(view, sequence, left)


def _listed_folder(view: CheckContext, lost: LostFile) -> Place:
    sheet = view.folder.handbook
    families = (part for part in sheet.parts() if part.shape is Family) if sheet else ()
    entries = (entry for part in families for entry in part.listed("sequences") if entry == lost.path)
    entry = next(entries, None)
    return sheet.place(entry) if sheet and entry else _line(view, lost.code)


def _line(view: CheckContext, code: str) -> Place:
    """The line of the ledger that has a code."""
    sheet = view.folder.ledger
    assert sheet
    sections = (sheet.root.at(name) for name in ("codes", "published"))
    keys = (section.key(code) for section in sections if isinstance(section, Mapping))
    return sheet.place(next((key for key in keys if key), None))


def _file(view: CheckContext, lost: LostFile) -> Problem:
    sequence, _, key = lost.path.partition("/")
    branch = view.folder.branches.get(sequence)
    entry = next((address for address, _ in listed(branch) if address == key), None) if branch else None
    place = branch.head.place(entry) if branch and branch.head and entry else _line(view, lost.code)
    file = f"sequences/{sequence}/competencies/{key}.yml" if key else ""
    whole = "file" if lost.others else "file-alone"
    variant = "moved" if lost.moved and file else whole if file else "competency"
    own = lost.code.partition("-")[2]
    facts: dict[str, object] = {
        "value": lost.code,
        "n": lost.others,
        "file": Place(file),
        "to": Place(lost.moved),
        "own": own,
        "address": _address(lost),
    }
    return error("code-gone", place, variant, **facts)


def _address(lost: LostFile) -> str:
    """How to name the file that a competency was moved to."""
    parts = lost.moved.removesuffix(".yml").split("/")
    return f"{parts[1]}/{parts[-1]}" if len(parts) > 2 else ""


def _codes(view: CheckContext, file: str, codes: list[str]) -> Problem:
    sheet = next((one for one in view.folder.sheets() if one.file == file), None)
    action = f"-{RESERVED}-" in codes[0]
    facts: dict[str, object] = {"codes": _shown(codes), "value": codes[0], "n": len(codes)}
    if sheet is None:
        home = view.folder.branches.get(view.names.homes.get(codes[0].partition("-")[0], ""))
        facts["file"] = Place(f"{home.path}/actions.yml" if home else "")
        return error("code-gone", _line(view, codes[0]), "actions" if action and home else "", **facts)
    spots = sorted(waiting(sheet), key=lambda spot: spot.start)
    code = sheet.root.at("code")
    place = sheet.place(code) if isinstance(code, Text) else sheet.at()
    facts["line"] = spots[0].line if spots else 0
    return error("code-gone", place, "unmarked" if spots else "action" if action else "", **facts)


def _shown(codes: list[str]) -> object:
    """The first few."""
    return tuple(codes) if len(codes) <= 6 else (*codes[:5], "…")


def _ids(view: CheckContext, sequence: str, keys: list[str]) -> Iterator[Problem]:
    """One error for all that sequence.yml should hold; a position that is still listed has its own."""
    branch = view.folder.branches[sequence]
    assert branch.head
    head: DataFile[Any] = branch.head
    entries = {str(entry): entry for entry in next(head.parts()).listed("positions")}
    rest = [key for key in keys if key not in entries]
    for key in keys:
        if key in entries:
            file = Place(f"{branch.path}/positions/{key}.yml")
            yield error("code-gone", head.place(entries[key]), "position", value=key, file=file)
    if rest:
        yield error("code-gone", head.key("code"), "ids", codes=_shown(rest), value=rest[0], n=len(rest))


def told_once(view: CheckContext, problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems without those that only follow from something told already."""
    every = list(problems)
    places = {one.place for one in every if one.code == "code-gone"}
    branches = {key: view.folder.branches[key] for key in view.losses.troubled() if key in view.folder.branches}
    steps = tuple(f"@{key}" for keys in view.losses.ids.values() for key in keys)
    now = {one.now for one in view.losses.renamed}
    for problem in every:
        missing = problem.code == "file-missing" and problem.place in places
        copied = problem.code == "file-unlisted" and problem.place.file in _repeating(view)
        step = problem.code == "ref-unknown" and str(problem.facts.get("address")).endswith(steps or ("@",))
        taken = problem.code == "id-clash" and problem.facts.get("id") in now
        if not (missing or copied or step or taken or _follows(problem, branches.values())):
            yield problem


def _repeating(view: CheckContext) -> set[str]:
    """Files that are told to be copies, and heads of sequences that are."""
    return {*view.right.copies, *(f"sequences/{key}/sequence.yml" for key in view.right.doubled)}


def _follows(problem: Problem, branches: Iterable[SequenceFiles]) -> bool:
    """Whether a problem comes of an id that is gone in its sequence, or in one that it borrows from."""
    if problem.code not in _FOLLOW:
        return False
    borrowed = problem.code == "borrowed-levels"
    return any(borrowed or problem.place.file.startswith(branch.path + "/") for branch in branches)

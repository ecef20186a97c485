"""Reads and writes the folder history/: what `levelbook release` leaves of each release, so that nothing needs git.

- `published.jsonl`: the facts of the newest release, one thing a line: `"KEY-LIS-01": {"kind": "indicator", …}`.
- `addresses.txt`: every page ever published with its anchors, one page a line, blanks between; home is a point.
- `VERSION.yml`: what that release changed, and the facts before it; YAML to readers, but read by lines, as every line
  behind its head is one JSON value. The file of the first release of a history has no changes to tell, only its seals.

People do not write these files, so reading is strict: any line that `rendered_release` and the others cannot have
written is a problem, and so is a file whose seal is broken. A seal is a hash of lines, written into VERSION.yml: that
of its own lines below it, and, as only the newest counts for them, those of the two other files and of the ledger's
codes. What breaks this: writing any of the files without the seals of the newest one. Addresses become files of the
site, so each is held to the signs that ours have; a path that climbs out of the site is refused here and nowhere else.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from levelbook.loading.files import Unreadable, text_of
from levelbook.model import limits
from levelbook.model.history import ChangeClass, Fact, History, RecordedChange, ReleaseHistory
from levelbook.model.ledger import figures_of
from levelbook.problems import Place, Problem

FOLDER: Final = "history"
PUBLISHED: Final = f"{FOLDER}/published.jsonl"
ADDRESSES: Final = f"{FOLDER}/addresses.txt"
HOME: Final = "."
"""How home is written in the list of addresses."""
_RELEASE: Final = re.compile(r"history/(?P<version>[0-9]{1,4}(?:\.[0-9]{1,4}){2})\.yml")
_MARKER: Final = re.compile(r"(<{7}|={7}|>{7}|\|{7})( .*)?")
_ADDRESS: Final = re.compile(r"\.|(?:[A-Za-z0-9_][A-Za-z0-9_.-]{0,199}/){1,20}")
_ANCHOR: Final = re.compile(r"[^\s\"'<>&\\\x00-\x20]{1,300}")
_SEAL: Final = re.compile("[0-9a-f]{64}")
_KIND: Final = re.compile("[a-z][a-z-]{0,59}")
_SEALS: Final = ("published", "addresses", "codes", "below")
_HEAD: Final = len(_SEALS) + 1
"""Lines before what a release changed."""
_KEYS: Final = frozenset({"of", "kind", "class", "rule", "why", "results", "members"})


@dataclass(frozen=True)
class HistoryFiles:
    """The folder history/ as it was read."""

    history: History = field(default_factory=History)
    """What it tells; nothing of what the ledger knows."""
    versions: tuple[str, ...] = ()
    """The releases that have a file, newest first."""
    codes: str = ""
    """The seal of the codes that the newest release left in the ledger."""

    @property
    def newest(self) -> str:
        """The release whose facts are the published ones; nothing before the first release."""
        return self.versions[0] if self.versions else ""


class _Broken(Exception):
    """A file of history/ that nobody of ours has written so."""

    def __init__(self, file: str, line: int = 0, variant: str = "line", code: str = "history-broken") -> None:
        super().__init__(file)
        self.problem = Problem(code, Place(file, line, 1 if line else 0), variant=variant, facts={"file": file})


@dataclass(frozen=True)
class _ReleaseFile:
    release: ReleaseHistory
    seals: Mapping[str, str]
    first: bool


def is_history(path: str) -> bool:
    """Whether a path of the data folder is a file of the history."""
    return path in (PUBLISHED, ADDRESSES) or _RELEASE.fullmatch(path) is not None


def release_file(version: str) -> str:
    """The path of what a release changed."""
    return f"{FOLDER}/{version}.yml"


def read_history(files: Mapping[str, bytes | Unreadable]) -> tuple[HistoryFiles, list[Problem]]:
    """What the files of history/ tell; nothing where one of them cannot be believed."""
    if not files:
        return HistoryFiles(), []
    texts, problems = {}, []
    for file, data in files.items():
        text = text_of(file, data, limits.HISTORY_BYTES)
        if isinstance(text, Problem):
            problems.append(text)
        else:
            texts[file] = text.replace("\r\n", "\n")
    if problems:
        return HistoryFiles(), problems
    try:
        return _history(texts), []
    except _Broken as broken:
        return HistoryFiles(), [broken.problem]


def _history(texts: Mapping[str, str]) -> HistoryFiles:
    for file, text in texts.items():
        number = next((n for n, line in enumerate(text.split("\n"), 1) if _MARKER.fullmatch(line)), 0)
        if number:
            raise _Broken(file, number, "marks")
    releases = {match["version"]: file for file in texts if (match := _RELEASE.fullmatch(file))}
    versions = tuple(sorted(releases, key=figures_of, reverse=True))
    missing = next((file for file in (PUBLISHED, ADDRESSES) if file not in texts), "")
    if missing or not versions:
        raise _Broken(missing or FOLDER, 0, "missing" if missing else "none")
    read = {version: _release(releases[version], version, texts[releases[version]]) for version in versions}
    for file in (PUBLISHED, ADDRESSES):
        if seal_of(texts[file]) != read[versions[0]].seals[file.split("/")[1].split(".")[0]]:
            raise _Broken(file, 0, "sealed", "released-edited")
    history = History(
        published=dict(_facts(PUBLISHED, texts[PUBLISHED], 1)),
        releases=tuple(read[version].release for version in versions if not read[version].first),
        addresses=_addresses(texts[ADDRESSES]),
    )
    return HistoryFiles(history, versions, read[versions[0]].seals["codes"])


def seal_of(text: str) -> str:
    """The seal of lines."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _facts(file: str, text: str, first: int) -> Iterator[tuple[str, Any]]:
    """The pairs of lines, each with a fact, or with none where nothing was before."""
    seen: set[str] = set()
    for number, line in enumerate(text.removesuffix("\n").split("\n") if text else (), first):
        match list(_json(file, number, "{" + line + "}").items()):
            case [(str(address), {"kind": str()} | None as fact)] if address and address not in seen:
                if fact is None and file == PUBLISHED:
                    raise _Broken(file, number)
                seen.add(address)
                yield address, fact
            case _:
                raise _Broken(file, number)


def _json(file: str, number: int, text: str) -> dict[str, Any]:
    try:
        value = json.loads(text, parse_constant=_refused, parse_float=_refused)
    except (ValueError, RecursionError):
        raise _Broken(file, number) from None
    if not isinstance(value, dict):
        raise _Broken(file, number)
    return value


def _refused(text: str) -> Any:
    raise ValueError(text)


def _addresses(text: str) -> dict[str, tuple[str, ...]]:
    pages: dict[str, tuple[str, ...]] = {}
    for number, line in enumerate(text.removesuffix("\n").split("\n") if text else (), 1):
        address, *anchors = line.split(" ")
        if not _ADDRESS.fullmatch(address) or not all(map(_ANCHOR.fullmatch, anchors)):
            raise _Broken(ADDRESSES, number)
        key = "" if address == HOME else address
        if key in pages:
            raise _Broken(ADDRESSES, number)
        pages[key] = tuple(anchors)
    return pages


def _release(file: str, version: str, text: str) -> _ReleaseFile:
    lines = text.split("\n")
    at = next((number for number, line in enumerate(lines) if not line.startswith("#")), 0)
    head = [line.partition(": ") for line in lines[at : at + _HEAD]]
    if [key for key, _, _ in head] != ["release", *_SEALS] or head[0][2] != version or lines[-1]:
        raise _Broken(file, at + 1)
    seals = {key: value for key, _, value in head[1:]}
    for number, value in enumerate(seals.values(), at + 2):
        if not _SEAL.fullmatch(value):
            raise _Broken(file, number)
    below = lines[at + _HEAD :]
    if seal_of("\n".join(below)) != seals["below"]:
        raise _Broken(file, 0, "changed", "released-edited")
    first = below == ["first: yes", ""]
    return _ReleaseFile(
        ReleaseHistory(version) if first else _changes(file, version, below, at + _HEAD + 1), seals, first
    )


def _changes(file: str, version: str, lines: list[str], start: int) -> ReleaseHistory:
    """What stands below the seals: `changes:` with an item a line, `before:` with a fact a line."""
    if "before:" not in lines or lines[0] != "changes:":
        raise _Broken(file, start)
    middle = lines.index("before:")
    items = [_change(file, start + n, line) for n, line in enumerate(lines[1:middle], 1)]
    before = lines[middle + 1 : -1]
    wrong = next((n for n, line in enumerate(before, start + middle + 1) if not line.startswith("  ")), 0)
    if wrong:
        raise _Broken(file, wrong)
    pairs = dict(_facts(file, "".join(f"{line.strip()}\n" for line in before), start + middle + 1))
    return ReleaseHistory(version, tuple(items), pairs)


def _change(file: str, number: int, line: str) -> RecordedChange:
    item = _json(file, number, line.removeprefix("  - ")) if line.startswith("  - ") else {}
    words = [item.get(key, "") for key in ("of", "kind", "class", "rule", "why")]
    members, results = item.get("members", []), item.get("results", False)
    texts = [*words, *members] if isinstance(members, list) else [None]
    if item.keys() - _KEYS or not all(isinstance(text, str) for text in texts) or not isinstance(results, bool):
        raise _Broken(file, number)
    known = words[2] in set(ChangeClass) - {ChangeClass.ASK}
    if not words[0] or not _KIND.fullmatch(words[1]) or not known:
        raise _Broken(file, number)
    address, kind, change_class, rule, why = words
    return RecordedChange(address, kind, ChangeClass(change_class), rule, why, results, tuple(members))


def rendered_addresses(pages: Mapping[str, tuple[str, ...]]) -> str:
    """The text of addresses.txt: the same for the same pages."""
    rows = ((address or HOME, *sorted(set(anchors))) for address, anchors in pages.items())
    return "".join(f"{' '.join(row)}\n" for row in sorted(rows))


def rendered_release(release: ReleaseHistory, seals: Mapping[str, str], heads: tuple[str, ...], first: bool) -> str:
    """The text of VERSION.yml; that of the `first` release of a history says so and tells no changes.

    `seals` are those of `published`, `addresses` and `codes` as they are with this release.
    """
    below = "first: yes\n" if first else "".join(_below(release))
    every = {**seals, "below": seal_of(below)}
    lines = [f"# {head}" for head in heads] + [f"release: {release.version}"]
    lines += [f"{name}: {every[name]}" for name in _SEALS]
    return "".join(f"{line}\n" for line in lines) + below


def _below(release: ReleaseHistory) -> Iterator[str]:
    yield "changes:\n"
    for change in release.changes:
        values: dict[str, Any] = {"of": change.address, "kind": change.kind, "class": change.change_class.value}
        values |= {"rule": change.rule, "why": change.why, "results": change.results, "members": [*change.members]}
        yield f"  - {_text({key: value for key, value in values.items() if value})}\n"
    yield "before:\n"
    yield from (f"  {_line(address, release.before[address])}\n" for address in sorted(release.before))


def _line(address: str, fact: Fact | None) -> str:
    return f"{_text(address)}: {_text(dict(sorted(fact.items())) if fact is not None else None)}"


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)

"""The lines of a ledger.yml that two branches have written to: found, and joined again without losing one."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from levelbook.model.ledger import UNKNOWN, CodeState, order_of
from levelbook.problems import Place, Problem

_MARKER: Final = re.compile(r"(<{7}|={7}|>{7}|\|{7})(?=[ \r\n]|$)")
_ANY: Final = r"[A-Z][A-Z0-9]{1,7}(?:-[A-Z][A-Z0-9]{1,7}(?:-[0-9]{2,18})?|\.[a-z][a-z0-9-]*)?"
_SINCE: Final = rf"[0-9]+\.[0-9]+\.[0-9]+|{UNKNOWN}"
_CODE: Final = re.compile(
    rf" +(?P<code>{_ANY}): +(?:(?P<released>{_SINCE})|"
    rf"\{{(?:new: (?P<new>[0-9a-f]{{16}}|{UNKNOWN})(?P<undone>, undone: yes)?|since: (?P<since>{_SINCE}))"
    rf"(?:, now: (?P<now>{_ANY}))?\}})"
)
_HIGHEST: Final = re.compile(r" +(?P<prefix>[A-Z][A-Z0-9]{1,7}-[A-Z][A-Z0-9]{1,7}): +(?P<number>[0-9]{1,9})")
_PATH: Final = re.compile(
    r" +(?P<path>[a-z][a-z0-9-]*(?:/[a-z][a-z0-9-]*)?): +"
    r"(?P<code>[A-Z][A-Z0-9]{1,7}(?:-[A-Z][A-Z0-9]{1,7})?)"
)
_HEAD: Final = re.compile(r"(?:#.*|codes:|highest:|paths:|)")


@dataclass
class LedgerLines:
    """What the lines of a ledger say."""

    codes: dict[str, str | CodeState] = field(default_factory=dict)
    """The first release of each code, a word in its place, or more than that."""
    highest: dict[str, int] = field(default_factory=dict)
    """The highest number behind each beginning."""
    paths: dict[str, str] = field(default_factory=dict)
    """The code of each sequence's folder and each competency's file."""


def unresolved(file: str, text: str) -> Problem | None:
    """Marks of a merge that nobody resolved, or a code that stands on two lines."""
    seen: dict[tuple[int, str], int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if _MARKER.match(line):
            return Problem("ledger-merge", Place(file, number, 1), variant="marks")
        key = _key(_bare(line))
        if key and seen.setdefault(key, number) != number:
            place = Place(file, number, line.index(key[1]) + 1)
            return Problem("ledger-merge", place, variant="twice", facts={"value": key[1]})
    return None


def merged(text: str) -> LedgerLines | None:
    """The lines of both branches as one; none where there is a line that `levelbook ids` cannot have written."""
    lines = LedgerLines()
    for line in map(_bare, text.splitlines()):
        if not _MARKER.match(line) and not _HEAD.fullmatch(line) and not _take(lines, line):
            return None
    return lines


def marks_in(text: str) -> dict[str, list[str]]:
    """The marks of each code that no release has had, in the order of the lines: two where branches differ."""
    marks: dict[str, list[str]] = {}
    for line in map(_bare, text.splitlines()):
        code = _CODE.fullmatch(line)
        if code and code["new"]:
            marks.setdefault(code["code"], []).append(code["new"])
    return marks


def _key(line: str) -> tuple[int, str] | None:
    """What a line is about, and in which section."""
    matches = ((number, form.fullmatch(line)) for number, form in enumerate((_CODE, _HIGHEST, _PATH)))
    return next(((number, match[1]) for number, match in matches if match), None)


def _bare(line: str) -> str:
    return line.rstrip()


def _take(lines: LedgerLines, line: str) -> bool:
    if code := _CODE.fullmatch(line):
        entry = code["released"] or _state(code)
        lines.codes[code["code"]] = min(lines.codes.get(code["code"], entry), entry, key=_certainty)
    elif highest := _HIGHEST.fullmatch(line):
        lines.highest[highest["prefix"]] = max(lines.highest.get(highest["prefix"], 0), int(highest["number"]))
    elif path := _PATH.fullmatch(line):
        lines.paths.setdefault(path["path"], path["code"])
    else:
        return False
    return True


def _state(code: re.Match[str]) -> CodeState:
    return CodeState(new=code["new"], undone=bool(code["undone"]), since=code["since"], now=code["now"])


def _certainty(entry: str | CodeState) -> int:
    """The first branch's words go before the second's, and what says where a code went or when it began before all."""
    if isinstance(entry, str):
        return 2 if entry == UNKNOWN else 1
    return 0 if entry.now else 4 if entry.undone else 3


def rendered(lines: LedgerLines, heads: tuple[str, ...]) -> str:
    """The text of a ledger: comments, then one line a code, a beginning and a path."""
    parts = [f"# {head}" for head in heads]
    parts += _section("codes", ((code, written(lines.codes[code])) for code in sorted(lines.codes, key=order_of)))
    parts += _section("highest", sorted((prefix, str(number)) for prefix, number in lines.highest.items()))
    parts += _section("paths", sorted(lines.paths.items()))
    return "".join(f"{part}\n" for part in parts)


def _section(name: str, pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    lines = [f"  {key}: {value}" for key, value in pairs]
    yield from [f"{name}:", *lines] if lines else []


def written(entry: str | CodeState) -> str:
    """An entry as it stands in the file."""
    return entry if isinstance(entry, str) else entry.written

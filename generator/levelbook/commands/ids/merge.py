"""Two branches gave one new code to two sentences: one of them gets the next number, wherever it is named.

A merge leaves either conflict marks or, with `merge=union`, the lines of both branches. Both are joined first, so that
the folder can be read: new sentences of both branches stay, and what both changed cannot be joined (`_join`, which
believes nothing that does not read back without other errors). Then each new code that names two sentences is settled:
the ledger's first line for it, ours, has the mark of the words that keep it. The other sentence gets the next number.

Who names the code means the sentence of their own branch, and the merged files do not tell whose line is whose. So the
states of the two branches are looked at (`sides`): the one whose ledger has the mark of the sentence that gives way is
its branch, and a line that only that branch has is changed too. A line that both have, or neither, is not guessed at.
What a release has had is never given another number: only codes with a mark are.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from levelbook.checks.context import CheckContext
from levelbook.checks.names import Thing
from levelbook.checks.registry import check
from levelbook.commands.ids import ledger_file
from levelbook.commands.ids.assign import TakenCodes
from levelbook.commands.ids.conflicts import has_marks, with_both
from levelbook.commands.ids.outcome import Files, ids_outcome
from levelbook.load import Loaded, load_files
from levelbook.loading.discover import shape_of
from levelbook.loading.edit.rewrite import TextChange, change, line_end, line_start
from levelbook.loading.files import Unreadable
from levelbook.loading.ledger import LedgerLines, marks_in
from levelbook.model.ledger import CodeState, mark_of, number_of
from levelbook.problems import Place, Problem, Severity

Side = Mapping[str, bytes]
"""The files of a branch before the merge, by their paths in the data folder."""
_SETTLED_HERE: Final = frozenset({"code-twice", "ledger-merge"})
"""Errors that a joined folder may have, as they are what is settled here."""
_LINE_BREAK: Final = re.compile(r"\r\n|\r|\n")


class MergeProblem(Problem):
    """Something that keeps a merge from being settled; no guide lists it, so its line shows no code."""

    __slots__ = ()
    LINE = "merge.line"

    @property
    def sentence(self) -> str:
        """The key of its sentence, which stands with the other words of the command."""
        return f"merge.{self.code}"


@dataclass(frozen=True)
class Renumbered:
    """A sentence that gave way."""

    place: Place
    was: str
    now: str
    references: tuple[Place, ...] = ()
    """Where else it is named, which is changed too."""


@dataclass
class MergeOutcome:
    """What settling makes of a folder."""

    files: dict[str, bytes] = field(default_factory=dict)
    """The files that change."""
    joined: list[str] = field(default_factory=list)
    """Those of them in which conflict marks, or the lines of two branches, stood."""
    renumbered: list[Renumbered] = field(default_factory=list)
    refusals: list[Problem] = field(default_factory=list)
    """Why nothing is written."""


def merge_outcome(files: Files, sides: Iterable[tuple[Side, Side]]) -> MergeOutcome:
    """Joins what two branches wrote and gives sentences that share a new code one each."""
    outcome = MergeOutcome()
    current = dict(files)
    _join(current, outcome)
    loaded = load_files(current)
    lines = ledger_file.lines_of(loaded.folder, current.get(ledger_file.FILE))
    if lines is None or not ledger_file.decode_joined(loaded.folder, lines):
        outcome.refusals += [problem for problem in loaded.errors if problem.place.file == ledger_file.FILE]
    outcome.refusals += _unreadable(loaded, outcome.joined)
    if outcome.refusals or lines is None:
        return outcome
    _Settling(current, CheckContext(loaded.folder), lines, list(sides), outcome).settle()
    if not outcome.refusals:
        current |= ids_outcome(current).files
        kept = {path: data for path, data in current.items() if isinstance(data, bytes) and files.get(path) != data}
        outcome.files = kept
    return outcome


def _join(current: dict[str, bytes | Unreadable], outcome: MergeOutcome) -> None:
    """Takes conflict marks out of the files, where the lines of both branches can stand together."""
    marked = [path for path, text in _texts(current) if path != ledger_file.FILE and has_marks(text)]
    ledger = current.get(ledger_file.FILE)
    unreleased = marks_in(ledger.decode("utf-8", "replace")).keys() if isinstance(ledger, bytes) else set()
    for path in marked:
        both = with_both(dict(_texts(current))[path], unreleased)
        if both is None:
            outcome.refusals.append(MergeProblem("marks-broken", Place(path)))
        else:
            current[path] = both.encode("utf-8")
    outcome.joined = marked


def _texts(files: Mapping[str, bytes | Unreadable]) -> Iterator[tuple[str, str]]:
    """The texts of the files that people write; what is no text is none."""
    for path, data in files.items():
        if isinstance(data, bytes) and shape_of(path) is not None:
            with suppress(UnicodeDecodeError):
                yield path, data.decode("utf-8")


def _unreadable(loaded: Loaded, joined: list[str]) -> Iterator[Problem]:
    """What keeps the folder from being read; a file that was joined is one in which both branches changed one thing."""
    broken = {sheet.file for sheet in loaded.folder.data_files() if sheet.value is None} - {ledger_file.FILE}
    unread = [problem for problem in loaded.errors if problem.place.file in broken]
    yield from (problem for problem in unread if problem.place.file not in joined)
    torn = [problem for problem in (*unread, *check(loaded.folder)) if problem.place.file in joined]
    wrong = [one for one in torn if one.severity is Severity.ERROR and one.code not in _SETTLED_HERE]
    yield from (MergeProblem("both-changed", problem.place) for problem in wrong[:1])


class _Settling:
    """Gives each of the sentences that share a code a number of its own."""

    def __init__(
        self,
        current: dict[str, bytes | Unreadable],
        ctx: CheckContext,
        lines: LedgerLines,
        sides: list[tuple[Side, Side]],
        outcome: MergeOutcome,
    ) -> None:
        self._current, self._ctx, self._lines, self._sides, self._outcome = current, ctx, lines, sides, outcome
        self._taken = TakenCodes(ctx.folder, ctx.ledger)
        self._texts = dict(_texts(current))
        self._changes: dict[str, list[TextChange]] = {}

    def settle(self) -> None:
        for code, things in self._ctx.names.codes.items():
            texts = {thing.text for thing in things}
            if number_of(code)[1] and code in self._ctx.ledger.marks and len(texts) > 1:
                self._settle(code, things)
        for path, changes in self._changes.items():
            self._current[path] = change(self._texts[path], changes).encode("utf-8")
        if self._changes:
            self._current[ledger_file.FILE] = ledger_file.text(self._lines).encode("utf-8")

    def _settle(self, code: str, things: list[Thing]) -> None:
        keeper = self._keeper(code, things)
        if keeper is None:
            facts = {"value": code, "list": tuple(str(thing.place) for thing in things)}
            self._outcome.refusals.append(MergeProblem("which", things[0].place, facts=facts))
            return
        for thing in things:
            if thing is not keeper and thing.text != keeper.text:
                self._renumber(code, thing, things)

    def _keeper(self, code: str, things: list[Thing]) -> Thing | None:
        """The sentence of the ledger's first mark; where its text has changed, the one that no other mark is of."""
        first, *others = self._marks.get(code, [self._ctx.ledger.marks[code]])
        same = [thing for thing in things if mark_of(thing.text) == first]
        left = [thing for thing in things if mark_of(thing.text) not in others] if others else []
        return same[0] if same else left[0] if len(left) == 1 else None

    @cached_property
    def _marks(self) -> Mapping[str, list[str]]:
        """The marks as they stand in the file, before its lines were joined."""
        return marks_in(self._texts.get(ledger_file.FILE, ""))

    def _renumber(self, code: str, thing: Thing, things: list[Thing]) -> None:
        prefix = number_of(code)[0]
        new = self._taken.next(prefix)
        self._lines.codes[new] = CodeState(new=mark_of(thing.text))
        self._lines.highest[prefix] = number_of(new)[1]
        self._put(thing.place.file, self._index(thing.place), code, new)
        places = list(self._references(code, thing, things))
        for place in places:
            self._put(place.file, self._index(place), code, new)
        self._outcome.renumbered.append(Renumbered(thing.place, code, new, tuple(places)))

    def _put(self, path: str, start: int, code: str, new: str) -> None:
        self._changes.setdefault(path, []).append(TextChange(start, start + len(code), new))

    def _index(self, place: Place) -> int:
        text = self._texts[place.file]
        mark = len(text) - len(text.removeprefix("\ufeff"))
        starts = [mark, *(line_break.end() for line_break in _LINE_BREAK.finditer(text))]
        return starts[place.line - 1] + place.column - 1

    def _references(self, code: str, thing: Thing, things: list[Thing]) -> Iterator[Place]:
        """Where the sentence that gives way is named; what is not known to mean it or the other is refused."""
        own = {(one.place.file, self._index(one.place)) for one in things}
        side = self._side(code, thing)
        for path, text in self._texts.items():
            if path == ledger_file.FILE:
                continue
            for named in re.finditer(rf"(?<![A-Z0-9-]){code}(?![0-9-])", text):
                if (path, named.start()) not in own:
                    place = _place(path, text, named.start())
                    meant = self._is_meant(path, _line(text, named.start()), side)
                    if meant is None:
                        facts = {"value": code, "place": thing.place}
                        self._outcome.refusals.append(MergeProblem("whose", place, facts=facts))
                    elif meant:
                        yield place

    def _side(self, code: str, thing: Thing) -> tuple[Side, Side] | None:
        """The branch that gave a code to a sentence, and the other one; none where git does not tell."""
        for pair in self._sides:
            for side, other in (pair, pair[::-1]):
                mark = mark_of(thing.text)
                if mark in _ledger_marks(side).get(code, ()) and mark not in _ledger_marks(other).get(code, ()):
                    return side, other
        return None

    def _is_meant(self, path: str, line: str, side: tuple[Side, Side] | None) -> bool | None:
        """Whether a line that names the code is of one branch alone; none where that cannot be told."""
        if side is None:
            return None
        here, there = (line in _lines(files.get(path, b"")) for files in side)
        return here if here != there else None


def _ledger_marks(side: Side) -> Mapping[str, list[str]]:
    return marks_in(side.get(ledger_file.FILE, b"").decode("utf-8", "replace"))


def _lines(data: bytes) -> list[str]:
    return [line.strip() for line in data.decode("utf-8", "replace").splitlines()]


def _line(text: str, index: int) -> str:
    return text[line_start(text, index) : line_end(text, index)].strip()


def _place(path: str, text: str, index: int) -> Place:
    line = len(_LINE_BREAK.findall(text, 0, index)) + 1
    first = len(text) - len(text.removeprefix("\ufeff")) if line == 1 else 0
    return Place(path, line, index - line_start(text, index) - first + 1)

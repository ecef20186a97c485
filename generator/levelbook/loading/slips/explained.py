"""Tells the slips of a text one after another, each in the text without those before, at its place in what was read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from levelbook.loading.slips.reading import Read, ReadText
from levelbook.loading.slips.search import Budget, ProvenSlip, find, worth_looking
from levelbook.model.base import Shape
from levelbook.problems import Cure, Place, Problem

_MOST_SLIPS: Final = 40
_CHARACTERS: Final = 3_000_000
_BREAK = re.compile(r"\r\n|\r|\n")


def explained(file: str, text: str, reading: ReadText, read: Read, shape: type[Shape]) -> Sequence[Problem]:
    """What is to be said of a text: its slips, and of the rest what is left without them."""
    edits, told = _Edits(text), list[Problem]()
    budget, current = Budget(_CHARACTERS), text
    for _ in range(_MOST_SLIPS):
        if not worth_looking(current, reading):
            break
        verdict = find(current, reading, read, shape, budget)
        if verdict is None:
            break
        told.append(edits.told(file, verdict, reading, current))
        edits.add(verdict.slip.cure, current)
        current, reading = verdict.text, verdict.reading
    return [*told, *(edits.back(problem, current) for problem in reading.problems)]


@dataclass(frozen=True, slots=True)
class _Edit:
    """A stretch of a text that was put in place of another one."""

    start: int
    old: str
    new: str

    def back(self, offset: int) -> int:
        """Where a character stood before; one of the new stretch as far from the end of its line as now."""
        if offset <= self.start:
            return offset
        if offset >= self.start + len(self.new):
            return offset - len(self.new) + len(self.old)
        now, was = _line_ends(self.new), _line_ends(self.old)
        nth = next((nth for nth, end in enumerate(now) if offset - self.start <= end), 0)
        if len(now) != len(was):
            return self.start
        begin = was[nth - 1] if nth else -1
        return self.start + max(begin + 1, was[nth] - (now[nth] - (offset - self.start)))


def _line_ends(text: str) -> list[int]:
    return [*(found.start() for found in _BREAK.finditer(text)), len(text)]


class _Edits:
    """What was changed in a text, and the way back to what was read."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._edits: list[_Edit] = []
        self._taken: list[tuple[int, int]] = []

    def add(self, cure: Cure, text: str) -> None:
        """Notes a cure of the text as it is now."""
        self._taken.append((self._offset(cure.start), self._offset(cure.end)))
        self._edits.append(_Edit(cure.start, text[cure.start : cure.end], cure.text))

    def told(self, file: str, verdict: ProvenSlip, before: ReadText, current: str) -> Problem:
        """The problem of a slip; one that YAML reads in another way keeps the sentence about what it reads."""
        slip = verdict.slip
        gone = before.counted() - verdict.reading.counted()
        left = [self.back(one, current) for one in before.problems if (one.code, one.variant, str(one.facts)) in gone]
        cure = self._cure(slip.cure)
        if left and all(one.code == "text-slip" for one in left):
            return replace(left[0], cure=cure)
        return slip.problem(self._place(file, slip.at), cure)

    def back(self, problem: Problem, current: str) -> Problem:
        """A problem of the text as it is now, at its place in what was read."""
        if not self._edits:
            return problem
        place, cure = problem.place, problem.cure
        if place.line:
            starts = [0, *(found.end() for found in _BREAK.finditer(current))]
            offset = starts[min(place.line, len(starts)) - 1] + place.column - 1
            place = self._place(place.file, offset)
        return replace(problem, place=place, cure=self._cure(cure) if cure else None)

    def _cure(self, cure: Cure) -> Cure | None:
        """A cure as one of what was read; none where it changes what another one changes."""
        start, end = self._offset(cure.start), self._offset(cure.end)
        if any((start < taken[1] and taken[0] < end) or (start, end) == taken for taken in self._taken):
            return None
        return Cure(start, end, cure.text, cure.is_safe)

    def _offset(self, offset: int) -> int:
        for edit in reversed(self._edits):
            offset = edit.back(offset)
        return offset

    def _place(self, file: str, offset: int) -> Place:
        at = self._offset(offset)
        starts = [0, *(found.end() for found in _BREAK.finditer(self.text, 0, at))]
        return Place(file, len(starts), at - starts[-1] + 1)

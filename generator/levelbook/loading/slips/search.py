"""Finds the slip behind what YAML or the schema complains about, by trying what it would be without it.

Where a program stumbles is not where a person went wrong, and its words are about neither. So the lines around are read
as people write them: each reader of `READERS` offers slips that a line may show, with what it should be. Each is tried
on the text, which is read again as what the file must hold. It holds where the complaint is gone and no other has come
in its place; where YAML only gets further, where it does so without nonsense in what it now reads. Of several the one
that leaves least is taken, and of equals the first, so the order of `READERS` is from what is plain to what is guessed.

So no cure that is told leads in a circle, and what follows from a slip is not told beside it: the search goes on in the
text without it, and whatever is left there stands for itself. `budget` bounds the work in characters read; a longer
text, or one with very many problems, is told in the words of `syntax` and `keys` alone.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from levelbook.loading.cures import applied
from levelbook.loading.slips import blanks, brackets, colons, dashes, indentation, quotes
from levelbook.loading.slips.reading import Read, ReadText
from levelbook.loading.slips.slip import Slip
from levelbook.loading.slips.written_lines import WrittenLines
from levelbook.model.base import Shape
from levelbook.problems import Problem, Severity

Reader = Callable[[WrittenLines, int, type[Shape]], Iterator[Slip]]

READERS: Final[tuple[Reader, ...]] = (
    indentation.odd_indents,
    blanks.odd_gaps,
    colons.wide_colon,
    blanks.list_marks,
    blanks.no_blank,
    quotes.escapes,
    brackets.chinese_signs,
    brackets.commas,
    quotes.unclosed,
    brackets.unpaired,
    quotes.unopened,
    quotes.to_quote,
    quotes.with_colon,
    dashes.missing_dash,
    colons.other_words,
    colons.no_colon,
    colons.two_documents,
    indentation.shifted,
    indentation.shifted_oddly,
    indentation.continued,
    brackets.no_brackets,
)
WATCHED: Final = frozenset(
    (
        "yaml-syntax",
        "yaml-feature",
        "duplicate-key",
        "unknown-key",
        "key-missing",
        "value-wrong",
        "value-empty",
        "text-slip",
        "text-sign",
        "choose-one",
    )
)
"""What a slip may show as."""
_LATER: Final = frozenset({"key-missing", "choose-one", "value-empty"})
"""What is said of any text that is cut off."""
_MOST_LINES: Final = 12
_NEAR: Final = 2
"""In lines: what is wrong so close to a cure may come of it."""
_MOST_PROBLEMS: Final = 200
_MOST_CHARACTERS: Final = 300_000


@dataclass
class Budget:
    """How much more may be read."""

    characters: int
    tries: int = 600

    def take(self, text: str) -> bool:
        """Counts one more try; whether there was one left."""
        self.tries -= 1
        self.characters -= len(text)
        return self.tries >= 0 and self.characters >= 0


@dataclass(frozen=True)
class ProvenSlip:
    """A slip that holds, with the text without it."""

    slip: Slip
    text: str
    reading: ReadText
    rank: tuple[int, int, int, int]


def worth_looking(text: str, reading: ReadText) -> bool:
    """Whether anything that is wrong may be a slip, and the text is short enough to look."""
    short = len(text) <= _MOST_CHARACTERS and len(reading.problems) <= _MOST_PROBLEMS
    return short and any(_may_be_slip(problem) for problem in reading.problems)


def _may_be_slip(problem: Problem) -> bool:
    """Whether it is of the sort; a blank in a text that is only unusual is just that."""
    return problem.code in WATCHED and (problem.code != "text-sign" or problem.severity is Severity.ERROR)


def find(text: str, reading: ReadText, read: Read, shape: type[Shape], budget: Budget) -> ProvenSlip | None:
    """The slip that explains most; none where no reader knows it."""
    lines = WrittenLines(text)
    numbers = list(_suspects(lines, reading, read))
    best: ProvenSlip | None = None
    for reader in READERS:
        for number in numbers:
            for slip in reader(lines, number, shape):
                if not budget.take(text):
                    return best
                verdict = _judged(lines, slip, reading, read)
                if verdict and (best is None or verdict.rank < best.rank):
                    best = verdict
                    if not any(best.rank):
                        return best
    return best


def _suspects(lines: WrittenLines, reading: ReadText, read: Read) -> Iterator[int]:
    """The lines to look at, likeliest first, each once."""
    numbers = _at_trouble(lines, reading, read) if reading.trouble else _at_problems(lines, reading)
    seen: set[int] = set()
    for number in numbers:
        if number not in seen and lines[number] is not None:
            seen.add(number)
            yield number
        if len(seen) >= _MOST_LINES:
            return


def _at_trouble(lines: WrittenLines, reading: ReadText, read: Read) -> Iterator[int]:
    trouble = reading.trouble
    assert trouble
    line = min(trouble.line, len(lines.every) - 1)
    yield line
    above = [one.number for _, one in zip(range(3), lines.before(line), strict=False)]
    yield from above[:1]
    yield trouble.begun
    so_far = read(_cut(lines, line))
    yield from (problem.place.line - 1 for problem in so_far.problems if problem.code in WATCHED - _LATER)
    yield from above[1:]
    following = next(lines.after(line), None)
    if following:
        yield following.number


def _cut(lines: WrittenLines, number: int) -> str:
    line = lines[number]
    return lines.text[: line.start] if line else lines.text


def _at_problems(lines: WrittenLines, reading: ReadText) -> Iterator[int]:
    watched = [problem for problem in reading.problems if problem.code in WATCHED]
    for by in (-1, -2, 0, 1):
        yield from (problem.place.line + by for problem in watched)


def _judged(lines: WrittenLines, slip: Slip, before: ReadText, read: Read) -> ProvenSlip | None:
    text = applied(lines.text, [slip.cure])
    if text == lines.text:
        return None
    after = read(text)
    changed = _Changed(lines.number_at(slip.cure.start), lines.number_at(slip.cure.end))
    if before.trouble:
        holds = _goes_on(text, changed, before, after, read)
    else:
        holds = after.trouble is None and _only_less(before, after)
    stopped = after.trouble
    rank = (int(stopped is not None), -stopped.line if stopped else 0, *after.weight())
    return ProvenSlip(slip, text, after, rank) if holds else None


@dataclass(frozen=True)
class _Changed:
    """The lines that a cure changes, counted from 0."""

    first: int
    last: int

    def is_near(self, problem: Problem) -> bool:
        return self.first - _NEAR < problem.place.line <= self.last + 1 + _NEAR


def _goes_on(text: str, changed: _Changed, before: ReadText, after: ReadText, read: Read) -> bool:
    """Whether YAML is read further, and what is read makes sense around the change."""
    assert before.trouble
    if after.trouble is None:
        return not any(_matters(problem) and changed.is_near(problem) for problem in after.problems)
    stop = min(after.trouble.line, after.trouble.begun) if _is_open(after) else after.trouble.line
    if stop <= changed.last or after.trouble.line <= before.trouble.line:
        return False
    begun = read(_cut(WrittenLines(text), stop))
    near = (problem for problem in begun.problems if _matters(problem) and changed.is_near(problem))
    return begun.trouble is None and all(problem.code in _LATER for problem in near)


def _is_open(reading: ReadText) -> bool:
    """Whether YAML stopped inside something that does not end."""
    return any(problem.variant in ("quote", "bracket", "no-colon") for problem in reading.problems)


def _matters(problem: Problem) -> bool:
    return problem.code in WATCHED and problem.severity is not Severity.INFORMATION


def _only_less(before: ReadText, after: ReadText) -> bool:
    was, now = before.counted(), after.counted()
    return not now - was and bool(was - now)

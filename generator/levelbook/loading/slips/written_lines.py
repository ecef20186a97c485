"""The lines of a YAML file as they are written, each cut into indentation, dashes, key, colon and value.

Nothing here knows YAML's grammar: a line is looked at by itself, also where YAML would take it for a part of a text or
stop before it. What only looks like a blank (`ODD`) counts as one, and what looks like a colon (`COLONS`) too, since
what people meant is what is looked for.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from levelbook.text import signs

_INNER_BLANK = signs.ODD_BLANK.pattern.strip("[]")
ODD: Final = f"[\t\ufeff{_INNER_BLANK}]"
"""What looks like a blank, and is none where YAML wants one."""
_BLANK: Final = f"[ \t\ufeff{_INNER_BLANK}]"
COMMENT: Final = re.compile(r"[ \t]+#.*$")
"""A comment behind a value."""
COLONS: Final = ":：﹕∶︰꞉"
_BREAK = re.compile(r"\r\n|\r|\n")
_KEY = rf"(?P<key>[\"']?[^\W\d][\w./-]*[\"']?)(?P<colon>{_BLANK}*[{COLONS}])(?P<gap>{_BLANK}*)(?P<value>.*)"
_LINE = re.compile(rf"(?P<indent>{_BLANK}*)(?P<dashes>(?:-(?:{_BLANK}+|$))*)(?P<rest>(?:{_KEY})?.*)")


@dataclass(frozen=True, slots=True)
class WrittenLine:
    """A line, in pieces that stand one behind the other."""

    number: int
    """Counted from 0."""
    start: int
    """In characters from the start of the text."""
    text: str
    """Without its line break."""
    indent: str
    dashes: str
    """With the blanks behind them."""
    key: str
    """Without quotation marks; nothing where the line has no colon behind its first word."""
    colon: str
    """With the blanks before it."""
    gap: str
    value: str
    """What stands behind the key, or behind the dash where there is no key."""

    @property
    def end(self) -> int:
        """Where it ends, in characters from the start of the text."""
        return self.start + len(self.text)

    @property
    def column(self) -> int:
        """Where its first sign stands, counted from 0."""
        return len(self.indent)

    @property
    def inner(self) -> int:
        """Where its key or value stands, counted from 0."""
        return len(self.indent) + len(self.dashes)

    @property
    def value_at(self) -> int:
        """Where its value begins, in characters from the start of the text."""
        return self.start + len(self.text) - len(self.value)

    @property
    def colon_at(self) -> int:
        """Where its colon stands, in characters from the start of the text."""
        return self.value_at - len(self.gap) - 1

    @property
    def says_something(self) -> bool:
        """Whether there is more in it than blanks and a comment."""
        rest = self.text[len(self.indent) :]
        return bool(rest) and not rest.startswith("#")

    @property
    def opens(self) -> bool:
        """Whether what it holds stands on the lines below."""
        return bool(self.key) and (not self.value or self.value.startswith("#"))


class WrittenLines:
    """All lines of a text."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def every(self) -> list[WrittenLine]:
        """The lines in order."""
        return list(_lines(self.text))

    def __getitem__(self, number: int) -> WrittenLine | None:
        """A line; none where there is no such line."""
        return self.every[number] if 0 <= number < len(self.every) else None

    def before(self, number: int) -> Iterator[WrittenLine]:
        """The lines above one that say something, nearest first."""
        return (line for line in reversed(self.every[:number]) if line.says_something)

    def after(self, number: int) -> Iterator[WrittenLine]:
        """The lines below one that say something."""
        return (line for line in self.every[number + 1 :] if line.says_something)

    def block(self, number: int) -> list[WrittenLine]:
        """A line with all that is written further in below it."""
        first, block = self.every[number], [self.every[number]]
        for line in self.every[number + 1 :]:
            if line.says_something and line.column <= first.column:
                break
            block.append(line)
        while len(block) > 1 and not block[-1].says_something:
            block.pop()
        return block

    def number_at(self, offset: int) -> int:
        """The line that a character stands on, counted from 0."""
        return len(_BREAK.findall(self.text, 0, offset))

    def ends(self, number: int) -> int:
        """Where the next line begins."""
        following = self[number + 1]
        return following.start if following else len(self.text)


def _lines(text: str) -> Iterator[WrittenLine]:
    at = 0
    for number, written in enumerate(_BREAK.split(text)):
        found = _LINE.match(written)
        assert found  # every part of the expression may be empty
        key = (found["key"] or "").strip("\"'")
        value = found["value"] if key else found["rest"]
        pieces = found["indent"], found["dashes"], key, found["colon"] or "", found["gap"] or "", value
        yield WrittenLine(number, at, written, *pieces)
        at += len(written)
        broken = _BREAK.match(text, at)
        at += len(broken[0]) if broken else 0

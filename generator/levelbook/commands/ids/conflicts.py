"""Conflict marks that git left in a file, and the file as it is with the lines of both branches.

Where both branches put a new sentence in the same place and gave it the same code, git sees one line that is the same,
`- id: CODE`, and a conflict in what stands below. Kept line by line, that would be one item with two texts. So an item
with a code that no release has had is written twice: as the one branch has it, and as the other.
"""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from typing import Final

_BEGIN: Final = re.compile(r"<{7}( .*)?")
_BASE: Final = re.compile(r"\|{7}( .*)?")
_MIDDLE: Final = re.compile(r"={7}")
_END: Final = re.compile(r">{7}( .*)?")
_ITEM: Final = re.compile(r"(?P<indent> *)- id: (?P<code>[A-Z0-9-]+)\s*")


@dataclass(frozen=True)
class _Piece:
    """A line that both branches have, or the lines of each where they differ."""

    ours: tuple[str, ...]
    theirs: tuple[str, ...]

    @property
    def common(self) -> str:
        return self.ours[0] if self.ours == self.theirs else ""


def has_marks(text: str) -> bool:
    """Whether git left a conflict in a text."""
    return any(_BEGIN.fullmatch(line) for line in text.splitlines())


def with_both(text: str, unreleased: Set[str] = frozenset()) -> str | None:
    """The text with the lines of both branches, ours first; none where its marks do not belong together.

    What stood there before, which git tells when it is asked to, is left out: whoever changed it has other lines.
    """
    pieces = _pieces(text)
    if pieces is None:
        return None
    lines: list[str] = []
    at = 0
    while at < len(pieces):
        end = _item_end(pieces, at, unreleased)
        item = pieces[at:end]
        if any(not piece.common for piece in item) and end > at + 1:
            lines += [line for piece in item for line in piece.ours]
            lines += [line for piece in item for line in piece.theirs]
        else:
            lines += [
                line for piece in item for line in ([piece.common] if piece.common else (*piece.ours, *piece.theirs))
            ]
        at = end
    return "".join(lines)


def _item_end(pieces: list[_Piece], at: int, unreleased: Set[str]) -> int:
    """Where the item ends that begins with a piece; right behind it where it begins none that can be written twice."""
    head = _ITEM.fullmatch(pieces[at].common)
    if head is None or head["code"] not in unreleased:
        return at + 1
    for number, piece in enumerate(pieces[at + 1 :], at + 1):
        line = piece.common
        if line.strip() and len(line) - len(line.lstrip(" ")) <= len(head["indent"]):
            return number
    return len(pieces)


def _pieces(text: str) -> list[_Piece] | None:
    """The text in pieces; none where its marks do not belong together."""
    pieces: list[_Piece] = []
    sides: dict[str, list[str]] = {}
    part = ""
    for line in text.splitlines(keepends=True):
        following = _following(part, line.rstrip("\r\n"))
        if following is None:
            return None
        if following != part or _is_mark(line):
            if part == "theirs":
                pieces.append(_Piece(tuple(sides["ours"]), tuple(sides["theirs"])))
            part = following
            sides = {} if part == "ours" else sides
            sides.setdefault(part, [])
        elif part:
            sides[part].append(line)
        else:
            pieces.append(_Piece((line,), (line,)))
    return None if part else pieces


def _is_mark(line: str) -> bool:
    return any(mark.fullmatch(line.rstrip("\r\n")) for mark in (_BEGIN, _BASE, _MIDDLE, _END))


def _following(part: str, line: str) -> str | None:
    """The part that a line is in, or begins; none where a mark stands that does not belong there."""
    steps = {"": (_BEGIN, "ours"), "ours": (_MIDDLE, "theirs"), "base": (_MIDDLE, "theirs"), "theirs": (_END, "")}
    mark, following = steps[part]
    if mark.fullmatch(line):
        return following
    if part == "ours" and _BASE.fullmatch(line):
        return "base"
    return None if any(other.fullmatch(line) for other in _others(mark)) else part


def _others(mark: re.Pattern[str]) -> Iterator[re.Pattern[str]]:
    yield from (other for other in (_BEGIN, _MIDDLE, _END) if other is not mark)

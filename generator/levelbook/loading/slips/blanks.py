"""What stands where YAML wants a blank: something that only looks like one, or nothing."""

import re
from collections.abc import Iterator

from levelbook.loading.slips.known_keys import is_known
from levelbook.loading.slips.slip import Slip, slip
from levelbook.loading.slips.written_lines import ODD, WrittenLine, WrittenLines
from levelbook.model.base import Shape
from levelbook.text import signs

_ODD = re.compile(ODD)
_MARK = re.compile(rf"(?P<mark>[—–－−‐‑•·●◦‣▪■◆➢○]+|[+*](?=[ \t])|-(?![ -]))(?:{ODD}| )*")
"""What people and word processors write as the dash of a list."""


def odd_gaps(lines: WrittenLines, number: int, shape: type[Shape]) -> Iterator[Slip]:
    """A tab or a no-break space behind the colon or the dash."""
    line = lines[number]
    if line is None:
        return
    dash = _ODD.search(line.dashes)
    if dash:
        at = line.start + line.column
        found = at + dash.start()
        yield _odd(found, dash[0], (at, at + len(line.dashes)), "- " * line.dashes.count("-"))
    gap = _ODD.search(line.colon + line.gap) if line.key else None
    if gap:
        start = line.value_at - len(line.gap) - len(line.colon)
        yield _odd(start + gap.start(), gap[0], (start, line.value_at), ": " if line.value else ":")


def _odd(at: int, sign: str, stretch: tuple[int, int], text: str) -> Slip:
    return slip("tab-gap" if sign == "\t" else "blank", at, stretch, text, True, sign=signs.named(sign))


def no_blank(lines: WrittenLines, number: int, shape: type[Shape]) -> Iterator[Slip]:
    """No blank behind the colon of a key."""
    line = lines[number]
    if line is None or line.gap or not line.value or line.colon[-1:] != ":" or line.value.startswith("//"):
        return
    safe = is_known(shape, line.key)
    at = line.value_at
    yield slip("no-blank", at - 1, (at, at), " ", safe, key=line.key)
    yield from _in_column(lines, line, at)


def _in_column(lines: WrittenLines, line: WrittenLine, at: int) -> Iterator[Slip]:
    """The same of a line that stands too far in as well, so that YAML takes it for a part of the text above."""
    above = next(lines.before(line.number), None)
    if above and line.column > above.inner:
        text = " " * above.inner + lines.text[line.start + line.column : at] + " "
        yield slip("no-blank", at - 1, (line.start, at), text, False, key=line.key)


def list_marks(lines: WrittenLines, number: int, shape: type[Shape]) -> Iterator[Slip]:
    """Another sign than a dash, or a dash without its blank, before the items of a list."""
    line = lines[number]
    mark = _mark(line)
    if line is None or mark is None:
        return
    alike = _alike(lines, line, mark["mark"])
    if len(alike) > 1:
        yield _marks(lines, alike)
    yield _marks(lines, [line])


def _mark(line: WrittenLine | None) -> re.Match[str] | None:
    if line is None or line.dashes:
        return None
    return _MARK.match(line.text, line.column)


def _alike(lines: WrittenLines, line: WrittenLine, mark: str) -> list[WrittenLine]:
    """The items around one that begin in the same column with the same sign."""
    alike = [line]
    for others in (lines.before(line.number), lines.after(line.number)):
        for other in others:
            found = _mark(other)
            if other.column < line.column or (other.column == line.column and not found and not other.dashes):
                break
            if other.column == line.column and found and found["mark"] == mark:
                alike.append(other)
    return sorted(alike, key=lambda one: one.start)


def _marks(lines: WrittenLines, items: list[WrittenLine]) -> Slip:
    first = items[0]
    pieces, at = [], first.start + first.column
    for item in items:
        mark = _mark(item)
        assert mark
        pieces += [lines.text[at : item.start + item.column], "- "]
        at = item.start + mark.end()
    found = _mark(first)
    assert found
    sign = found["mark"]
    one, many = ("dash-blank", "dash-blanks") if sign == "-" else ("mark", "marks")
    variant = many if len(items) > 1 else one
    at_first = first.start + first.column
    return slip(variant, at_first, (at_first, at), "".join(pieces), True, sign=sign, n=len(items))

"""Lines that stand too far left or right, or are indented with what is no blank to YAML.

Where a line should stand is not known here. Every column that its neighbours suggest is offered, the likeliest first,
for the line alone and for the line with all below it; which of them holds, `search` finds out.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from levelbook.loading.slips.known_keys import is_known
from levelbook.loading.slips.slip import Slip, slip
from levelbook.loading.slips.written_lines import ODD, WrittenLine, WrittenLines
from levelbook.model.base import Shape
from levelbook.text import signs

_ODD = re.compile(ODD)
_WIDTHS: Final = ((2, 1, 2), (4, 1, 2), (2, 2, 1), (8, 1, 2), (1, 1, 1), (4, 4, 4))
"""How many blanks a tab, a narrow blank and a full-width one stand for."""
_FULL_WIDTH: Final = "\u3000"
_NO_WIDTH: Final = "\u200b\ufeff"
_ANCESTORS: Final = 8


def odd_indents(lines: WrittenLines, number: int, shape: type[Shape]) -> Iterator[Slip]:
    """A tab, a no-break space or a full-width blank in the indentation: of all lines, or of this one."""
    line = lines[number]
    if line is None or not line.says_something or not _ODD.search(line.indent):
        return
    odd = [one for one in lines.every if one.says_something and _ODD.search(one.indent)]
    if len(odd) > 1:
        for widths in _WIDTHS:
            yield _all(lines, odd, widths)
    columns = dict.fromkeys((*(_width(line.indent, widths) for widths in _WIDTHS), *targets(lines, line)))
    for column in columns:
        yield _odd(line, (line.start, line.start + line.column), " " * column)


def _all(lines: WrittenLines, odd: list[WrittenLine], widths: tuple[int, int, int]) -> Slip:
    start, end = odd[0].start, odd[-1].start + odd[-1].column
    pieces, at = [], start
    for line in odd:
        pieces += [lines.text[at : line.start], " " * _width(line.indent, widths)]
        at = line.start + line.column
    return _odd(odd[0], (start, end), "".join(pieces), len(odd))


def _odd(line: WrittenLine, stretch: tuple[int, int], text: str, n: int = 1) -> Slip:
    found = _ODD.search(line.indent)
    assert found
    one, many = ("tab", "tabs") if found[0] == "\t" else ("indent-blank", "indent-blanks")
    variant = many if n > 1 else one
    return slip(variant, line.start + found.start(), stretch, text, True, sign=signs.named(found[0]), n=n)


def _width(indent: str, widths: tuple[int, int, int]) -> int:
    tab, narrow, full = widths
    wide = {"\t": tab, _FULL_WIDTH: full, **dict.fromkeys(_NO_WIDTH, 0), " ": 1}
    return sum(wide.get(sign, narrow) for sign in indent)


def shifted(lines: WrittenLines, number: int, shape: type[Shape]) -> Iterator[Slip]:
    """A key or dash in the wrong column, alone or with all that stands below it."""
    line = lines[number]
    if line is None or not line.says_something or _ODD.search(line.indent) or not (line.key or line.dashes):
        return
    yield from _moved(lines, line, odd=False)


def shifted_oddly(lines: WrittenLines, number: int, shape: type[Shape]) -> Iterator[Slip]:
    """The same, to a column that two blanks a level do not reach; files may have another step, but few do."""
    line = lines[number]
    if line is None or not line.says_something or _ODD.search(line.indent) or not (line.key or line.dashes):
        return
    yield from _moved(lines, line, odd=True)


def _moved(lines: WrittenLines, line: WrittenLine, odd: bool) -> Iterator[Slip]:
    block = lines.block(line.number)
    for column in targets(lines, line):
        if column % 2 != odd:
            continue
        yield _shifted(lines, [line], column - line.column)
        if len(block) > 1 and line.column + column > 0:
            yield _shifted(lines, block, column - line.column)


def continued(lines: WrittenLines, number: int, shape: type[Shape]) -> Iterator[Slip]:
    """A line of a text that does not stand further in than its key."""
    line = lines[number]
    above = next(lines.before(number), None)
    if line is None or above is None or line.key or line.dashes or not line.says_something:
        return
    word = line.value.split(" ")[0].rstrip("=；;，,")
    if is_known(shape, word):
        return
    for column in dict.fromkeys((above.inner if not above.key else above.inner + 2, above.column)):
        if column > line.column:
            yield _shifted(lines, [line], column - line.column, "continued")


def _shifted(lines: WrittenLines, block: list[WrittenLine], by: int, variant: str = "") -> Slip:
    """Lines moved to one side; those with fewer blanks than are taken away lose what they have."""
    first, last = block[0], block[-1]
    pieces, at = [], first.start
    for line in block:
        plain = len(line.text) - len(line.text.lstrip(" "))
        pieces.append(lines.text[at : line.start])
        pieces.append(" " * by if by > 0 and line.text else "")
        at = line.start + (min(-by, plain) if by < 0 else 0)
    pieces.append(lines.text[at : last.end])
    n = abs(by)
    said = {"n": n, "key": first.key} if first.key else {"n": n}
    of_key, of_item = ("too-deep", "too-deep-item") if by < 0 else ("not-deep-enough", "not-deep-enough-item")
    return slip(
        variant or (of_key if first.key else of_item),
        first.start + first.column,
        (first.start, last.end),
        "".join(pieces),
        False,
        **said,
    )


def targets(lines: WrittenLines, line: WrittenLine) -> Iterable[int]:
    """The columns in which a line may be meant to begin, likeliest first."""
    above = list(_ancestors(lines, line.number))
    columns: dict[int, None] = {}
    if above:
        nearest = above[0]
        if nearest.opens:
            columns[nearest.inner + 2] = None
        columns |= {nearest.inner: None, nearest.column: None}
    following = next(lines.after(line.number), None)
    if following:
        columns |= {following.column: None, following.inner: None}
    for one in above[1:]:
        columns |= {one.inner: None, one.column: None}
    columns |= {one.inner + 2: None for one in above if one.opens}
    columns[0] = None
    return [column for column in columns if column != line.column or _ODD.search(line.indent)]


def _ancestors(lines: WrittenLines, number: int) -> Iterator[WrittenLine]:
    """The line above, and from there each next one that stands further left."""
    left, n = None, 0
    for line in lines.before(number):
        if _ODD.search(line.indent):
            continue
        if left is None or line.column < left:
            yield line
            left, n = line.column, n + 1
        if left == 0 or n >= _ANCESTORS:
            return

"""Items of a list whose dash is missing."""

from collections.abc import Iterator

from levelbook.loading.slips.slip import Slip, slip
from levelbook.loading.slips.written_lines import WrittenLine, WrittenLines
from levelbook.model.base import Shape
from levelbook.problems import Cure


def missing_dash(lines: WrittenLines, number: int, shape: type[Shape]) -> Iterator[Slip]:
    """A key that begins a new item, as the item has it already; or the first of a list."""
    line = lines[number]
    if line is None or not line.key or line.dashes:
        return
    at = line.start + line.column
    first = _same_key_above(lines, line)
    if first and line.column >= 2:
        facts = {"key": line.key, "line": first.number + 1}
        yield Slip("dash", at, Cure(at - 2, at, "- ", is_safe=False), facts, "duplicate-key")
    above = next(lines.before(number), None)
    if above and above.opens and line.column > above.column:
        yield _first(lines, line, above)
        if line.column >= above.inner + 2:
            yield slip("dash-first", at, (at - 2, at), "- ", False, key=line.key, list=above.key)
        yield slip("dash-first", at, (at, at), "- ", False, key=line.key, list=above.key)
    elif above and line.column == above.column - 2 and above.column >= 2:
        yield slip("dash-first", at, (at, at), "- ", False, key=line.key, list=line.key)


def _same_key_above(lines: WrittenLines, line: WrittenLine) -> WrittenLine | None:
    """Where the item has this key already."""
    for above in lines.before(line.number):
        if above.inner == line.column and above.key == line.key:
            return above
        if above.inner < line.column:
            return None
    return None


def _first(lines: WrittenLines, line: WrittenLine, above: WrittenLine) -> Slip:
    """A dash before a key, and all of its item two blanks further in."""
    item = [line]
    for other in lines.every[line.number + 1 :]:
        if other.says_something and (other.column < line.column or (other.dashes and other.column == line.column)):
            break
        item.append(other)
    while len(item) > 1 and not item[-1].says_something:
        item.pop()
    pieces, at = [], line.start + line.column
    for nth, one in enumerate(item):
        insert = one.start + (one.column if nth == 0 else 0)
        pieces += [lines.text[at:insert], "- " if nth == 0 else "  " if one.text else ""]
        at = insert
    pieces.append(lines.text[at : item[-1].end])
    start = line.start + line.column
    return slip("dash-first", start, (start, item[-1].end), "".join(pieces), False, key=line.key, list=above.key)

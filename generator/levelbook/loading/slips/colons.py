"""Keys without the colon that YAML wants: full-width, forgotten, another sign, or a key in another language."""

import re
from collections.abc import Iterator

from levelbook.loading.slips.key_names import in_other_words
from levelbook.loading.slips.known_keys import is_known
from levelbook.loading.slips.slip import Slip, slip
from levelbook.loading.slips.written_lines import WrittenLine, WrittenLines
from levelbook.model.base import Shape
from levelbook.problems import Cure

_ASCII_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_./-]*")
_NO_COLON = re.compile(
    r"(?P<key>[A-Za-z_]+)(?P<sign>[ \t]*(?:=>|->|:=|[=；;，,。.]|[-–—－](?=[ \t])|(?=[ \t])|$))[ \t]*"
)
_ID_ALONE = re.compile(r"[a-z][a-z0-9-]*")


def wide_colon(lines: WrittenLines, number: int, shape: type[Shape]) -> Iterator[Slip]:
    """A full-width colon, or another sign that looks like a colon, behind a key."""
    line = lines[number]
    if line is None or not _is_wide(line):
        return
    alike = [one for one in lines.every if _is_wide(one)]
    if len(alike) > 1:
        yield _all(lines, alike)
    start = line.value_at - len(line.gap) - len(line.colon)
    text = ": " if line.value else ":"
    variant = "wide-colon" if line.colon.endswith("：") else "odd-colon"
    facts = {"key": line.key, "sign": line.colon[-1]}
    yield slip(variant, line.colon_at, (start, line.value_at), text, True, **facts)
    yield from _in_column(lines, line, (variant, line.colon_at, text), facts)


def _is_wide(line: WrittenLine) -> bool:
    return bool(line.key) and not line.colon.endswith(":") and _ASCII_KEY.fullmatch(line.key) is not None


def _all(lines: WrittenLines, alike: list[WrittenLine]) -> Slip:
    """The same of all lines of a file, where somebody typed in a Chinese keyboard throughout."""
    first = at = alike[0].colon_at
    pieces = []
    for line in alike:
        start = line.value_at - len(line.gap) - len(line.colon)
        pieces += [lines.text[at : max(at, start)], ": " if line.value else ":"]
        at = line.value_at
    return slip("wide-colons", first, (first, at), "".join(pieces), True, n=len(alike), sign=alike[0].colon[-1])


def _in_column(
    lines: WrittenLines, line: WrittenLine, told: tuple[str, int, str], facts: dict[str, str]
) -> Iterator[Slip]:
    """The same of a line that stands too far in as well, so that YAML takes it for a part of the text above."""
    variant, at, text = told
    above = next(lines.before(line.number), None)
    if above and line.column > above.inner:
        key = lines.text[line.start + line.column : line.value_at - len(line.gap) - len(line.colon)]
        moved = " " * above.inner + key + text
        yield slip(variant, at, (line.start, line.value_at), moved, False, **facts)


def no_colon(lines: WrittenLines, number: int, shape: type[Shape]) -> Iterator[Slip]:
    """A key of the schema, or an id above what belongs to it, without a colon or with another sign in its place."""
    line = lines[number]
    if line is None or line.key:
        return
    inner = line.start + line.inner
    found = _NO_COLON.match(line.value)
    if found and is_known(shape, found["key"]):
        left = line.value[found.end() :]
        end = inner + found.end("key")
        sign = found["sign"].strip()
        variant = "sign-for-colon" if sign else "colon-missing"
        text = ": " if left else ":"
        yield slip(variant, end, (end, inner + found.end()), text, False, key=found["key"], sign=sign)
    below = next(lines.after(number), None)
    if _ID_ALONE.fullmatch(line.value) and below and below.column > line.column:
        yield slip("colon-missing", line.end, (line.end, line.end), ":", False, key=line.value, sign="")


def other_words(lines: WrittenLines, number: int, shape: type[Shape]) -> Iterator[Slip]:
    """A key in the reader's language, or with capital letters."""
    line = lines[number]
    if line is None or not line.key or is_known(shape, line.key):
        return
    start = line.start + line.inner
    keys = [line.key.lower()] if is_known(shape, line.key.lower()) else list(in_other_words().get(line.key.lower(), ()))
    for key in keys:
        if is_known(shape, key):
            text = f"{key}: " if line.value else f"{key}:"
            variant = "key-case" if key == line.key.lower() else "key-word"
            yield slip(variant, start, (start, line.value_at), text, False, key=line.key, right=key)


def two_documents(lines: WrittenLines, number: int, shape: type[Shape]) -> Iterator[Slip]:
    """A line that ends the document or gives a directive."""
    line = lines[number]
    if line is None or not re.fullmatch(r"(---|\.\.\.|%[A-Z].*)[ \t]*", line.text):
        return
    stretch = (line.start, lines.ends(number))
    if line.text.startswith("%"):
        yield Slip("directive", line.start, Cure(*stretch, "", is_safe=False), code="yaml-feature")
    else:
        yield slip("document-mark", line.start, stretch, "", False, sign=line.text.strip())

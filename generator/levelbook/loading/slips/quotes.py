"""Texts that need quotation marks, or whose quotation marks are not in order."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from levelbook.loading.slips.known_keys import is_known
from levelbook.loading.slips.slip import Slip, slip
from levelbook.loading.slips.written_lines import COMMENT, WrittenLine, WrittenLines
from levelbook.model.base import Shape

_BEGINS: Final = frozenset("@%`[*&!>|{?#,]}")
_PROGRAM: Final = re.compile(r"!!?[A-Za-z]|\*[A-Za-z0-9_-]+$|&[A-Za-z0-9_-]+($| )|[|>][-+0-9]*$")
"""What programmers write on purpose."""
_COLON = re.compile(r"(?P<word>[^\s:]*):(?=[ \t]|$)")
_CLOSERS: Final = {'"': "”“＂″", "'": "’‘＇′"}
_ESCAPE = re.compile(r'\\(?![0abt\tnvfre "/\\N_LP]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})')
_PAIR = re.compile(r"\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})", re.IGNORECASE)
_HALF = re.compile(r"\\u(d[89ab][0-9a-f]{2})(?!\\ud[c-f])|(?<!\\ud[89ab][0-9a-f][0-9a-f])\\u(d[c-f][0-9a-f]{2})", re.I)
_FIRST_KEY = re.compile(r"\{\s*(?P<key>\w+)\s*:")


def to_quote(lines: WrittenLines, number: int, shape: type[Shape]) -> Iterator[Slip]:
    """A text that begins with a sign of YAML, or has a colon and a blank inside."""
    line = lines[number]
    if line is None or not line.value.strip():
        return
    start, end = _extent(lines, line)
    raw = lines.text[start:end]
    variant, sign, safe = _why(line, raw, shape)
    if variant:
        yield slip(variant, start, (start, end), _single(raw), safe, sign=sign, right=_shown(raw))
        comment = COMMENT.search(raw)
        if comment and comment.start() > 0:
            end = start + comment.start()
            raw = lines.text[start:end]
            yield slip(variant, start, (start, end), _single(raw), False, sign=sign, right=_shown(raw))


def _why(line: WrittenLine, raw: str, shape: type[Shape]) -> tuple[str, str, bool]:
    """Which sentence fits a text without quotation marks, the sign it is about, and whether quoting is safe."""
    first = raw[0]
    if first in ("'", '"'):
        return ("", "", False) if _is_closed(raw) else ("quote-begins", first, True)
    if raw[:2] in ("- ", "-\t"):
        return "dash", "-", False
    is_value = (raw.isascii() and not raw.startswith("{{")) or _holds_keys(raw, shape)
    if first in "[{" and raw[-1] in "]}" and is_value:
        return "", "", False
    if first in _BEGINS and not _PROGRAM.match(raw):
        return "sign", "{{" if raw.startswith("{{") else first, first not in "#{}],?" and " #" not in raw
    return "", "", False


def _holds_keys(raw: str, shape: type[Shape]) -> bool:
    """Whether braces begin with a key of the schema, so that a mapping is meant and no text."""
    first = _FIRST_KEY.match(raw)
    return first is not None and is_known(shape, first["key"])


def with_colon(lines: WrittenLines, number: int, shape: type[Shape]) -> Iterator[Slip]:
    """A colon and a blank inside a text."""
    line = lines[number]
    if line is None or line.value[:1] in ("", '"', "'", "{", "[", "|", ">"):
        return
    whole = bool(line.key) and bool(line.dashes) and not is_known(shape, line.key)
    start = line.start + line.inner if whole else line.value_at
    _, end = _extent(lines, line)
    raw = lines.text[start:end]
    colon = _COLON.search(raw)
    if colon:
        safe = not is_known(shape, colon["word"]) and " #" not in raw
        at = start + colon.end() - 1
        told = slip("colon-in-text", at, (start, end), _single(raw), safe, right=_shown(raw))
        yield replace(told, code="unknown-key", variant="colon", at=start, facts={"key": line.key}) if whole else told


def unclosed(lines: WrittenLines, number: int, shape: type[Shape]) -> Iterator[Slip]:
    """A quotation mark that is not closed, or closed by a curly one; one inside that ends the text too early."""
    line = lines[number]
    if line is None or line.value[:1] not in ("'", '"'):
        return
    value = line.value.rstrip()
    first, last, end = value[0], value[-1], line.value_at + len(value)
    if last in _CLOSERS[first] and len(value) > 1:
        yield slip("quote-curly", end - 1, (end - 1, end), first, False, sign=last, right=first)
    if last == first and len(value) > 1 and first in value[1:-1]:
        inner = value[1:-1]
        yield slip("quote-inside", line.value_at, (line.value_at, end), _single(inner), False, right=_shown(inner))
    if value.count(first) % 2:
        yield slip("quote", line.value_at, (end, end), first, False, sign=first)
        comment = COMMENT.search(value)
        if comment:
            at = line.value_at + comment.start()
            yield slip("quote", line.value_at, (at, at), first, False, sign=first)


def unopened(lines: WrittenLines, number: int, shape: type[Shape]) -> Iterator[Slip]:
    """Curly quotation marks around what is no text but a word of the schema: an id, a code, a date."""
    line = lines[number]
    if line is None:
        return
    value = line.value.rstrip()
    if len(value) > 2 and value[0] in "“”‘’「『＂" and value[-1] in "“”‘’」』＂":
        end = line.value_at + len(value)
        yield slip("quote-around", line.value_at, (line.value_at, end), value[1:-1], False, sign=value[0])


def escapes(lines: WrittenLines, number: int, shape: type[Shape]) -> Iterator[Slip]:
    """A backslash in double quotes that means nothing, or a character that is written in two halves."""
    line = lines[number]
    if line is None or '"' not in line.text:
        return
    pair = _PAIR.search(line.text)
    if pair:
        mended = _PAIR.sub(_joined, line.text)
        yield slip("surrogate", line.start + pair.start(), (line.start, line.end), mended, True, right=_joined(pair))
    half = _HALF.search(line.text)
    if half:
        at = line.start + half.start()
        yield slip("half", at, (at, line.start + half.end()), "", False, sign=half[0])
    value = line.value.rstrip()
    bad = _ESCAPE.search(value)
    if bad and value and value[0] == '"' == value[-1] and len(value) > 1:
        at, end = line.value_at + bad.start(), line.value_at + len(value)
        raw = _single(value[1:-1]) if not re.search(r'\\[nrt"\\]', value) else _ESCAPE.sub(r"\\\\", value)
        yield slip("escape", at, (line.value_at, end), raw, False, sign=value[bad.start() : bad.start() + 2])


def _joined(pair: re.Match[str]) -> str:
    high, low = int(pair[1], 16), int(pair[2], 16)
    return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))


def _extent(lines: WrittenLines, line: WrittenLine) -> tuple[int, int]:
    """Where the text of a line begins and ends, further lines of it included."""
    last = line
    for below in lines.every[line.number + 1 :]:
        if not below.text.strip() or below.column <= line.column or below.key or below.dashes:
            break
        last = below
    return line.value_at, last.start + len(last.text.rstrip())


def _is_closed(raw: str) -> bool:
    return len(raw) > 1 and raw[0] == raw[-1]


def _single(raw: str) -> str:
    return "'" + raw.replace("'", "''") + "'"


def _shown(raw: str) -> str:
    """The text in quotation marks as a sentence shows it."""
    brief = raw.split("\n")[0].rstrip()
    return _single(brief if len(brief) <= 24 else brief[:24] + "……")

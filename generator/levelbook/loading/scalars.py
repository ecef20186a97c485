"""A text as it is written in YAML, cut into pieces that know where they stand; together they are what YAML reads.

Line breaks that YAML reads as a blank are pieces of their own, so that whoever joins the text can leave them out.

This is YAML's reading of scalars (YAML 1.2, chapters 7.3 and 8.1) once more, as far as handbooks need it. `flow` reads
texts that are plain or quoted with one expression a style: a line break with the blanks around it is one fold, further
empty lines in it are kept as breaks, `''` and escapes are single pieces. `block` reads what stands after `|` or `>`
line by line: in `>` two lines at the same depth are folded, lines that begin with a blank keep their breaks, and the
breaks of empty lines are carried to the next line. How deep a block begins is taken from its first line; where a digit
says so, it counts from the parent, which is not seen here, so all depths are offered and the caller takes the one that
gives what YAML read.

It may be wrong about rare YAML, since `line_joins` compares before it believes. It must never be slow: expressions here
give no second way to read the same characters.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

_FOLD = r"[ \t]*(?:\r\n|\r|\n)(?:[ \t]*(?:\r\n|\r|\n))*[ \t]*"
_BREAK = re.compile(r"\r\n|\r|\n")
_ESCAPE = r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[^\r\n])"
_FLOW: Final = {
    "": re.compile(rf"(?P<fold>{_FOLD})|[ \t]+|[^ \t\r\n]+(?:[ \t]+[^ \t\r\n]+)*"),
    "'": re.compile(rf"(?P<fold>{_FOLD})|(?P<quote>'')|[ \t]+|[^ \t\r\n']+(?:[ \t]+[^ \t\r\n']+)*"),
    '"': re.compile(
        rf"(?P<drop>\\(?:\r\n|\r|\n)[ \t]*)|(?P<fold>{_FOLD})|(?P<escape>{_ESCAPE})"
        r"|[ \t]+|[^ \t\r\n\\]+(?:[ \t]+[^ \t\r\n\\]+)*"
    ),
}
_ESCAPED: Final = dict(zip('0abt\tnvfre "/\\N_LP', '\0\a\b\t\t\n\v\f\r\x1b "/\\\x85\xa0\u2028\u2029', strict=True))
_BLOCK_HEAD = re.compile(r"[|>][+-]?([1-9])?[+-]?")


class ScalarPiece(NamedTuple):
    """A piece of a text."""

    text: str
    """As YAML reads it."""
    at: int
    """Where it is written, in characters from the start of the text as written."""
    fold: bool = False
    """Whether it is the blank of a line break."""


def flow(raw: str, style: str) -> list[ScalarPiece]:
    """The pieces of a text without a mark before it, or in quotes."""
    pieces = []
    inside = len(raw) - 1 if style else len(raw)
    at = 1 if style else 0
    while at < inside and (token := _FLOW[style].match(raw, at, inside)):
        text = _read(token)
        if text:
            pieces.append(ScalarPiece(text, at, token.lastgroup == "fold" and text == " "))
        at = token.end()
    return pieces


def _read(token: re.Match[str]) -> str:
    match token.lastgroup:
        case "fold":
            breaks = len(_BREAK.findall(token[0]))
            return "\n" * (breaks - 1) or " "
        case "drop":
            return ""
        case "quote":
            return "'"
        case "escape":
            return chr(int(token[0][2:], 16)) if len(token[0]) > 2 else _ESCAPED.get(token[0][1], "")
    return token[0]


def block(raw: str) -> Iterator[list[ScalarPiece]]:
    """The pieces of a text after `|` or `>`, for each depth at which its lines may be meant to begin."""
    head = _BLOCK_HEAD.match(raw)
    lines = list(_lines(raw))[1:]
    depths = [len(line) - len(line.lstrip(" ")) for _, line in lines if line.strip(" ")]
    if head and depths:
        tried = range(depths[0], -1, -1) if head[1] else depths[:1]
        yield from (_block(lines, depth, raw[0] == ">") for depth in tried)


def _lines(raw: str) -> Iterator[tuple[int, str]]:
    at = 0
    for line_break in _BREAK.finditer(raw):
        yield at, raw[at : line_break.start()]
        at = line_break.end()
    if at < len(raw):
        yield at, raw[at:]


def _block(lines: list[tuple[int, str]], depth: int, folds: bool) -> list[ScalarPiece]:
    pieces: list[ScalarPiece] = []
    breaks, empty, deeper = 0, 0, False
    for at, line in lines:
        content = line[depth:]
        if not content and not line.strip(" "):
            empty += 1
            continue
        if line[:depth].strip(" "):
            break
        blank = content[0] in " \t"
        fold = bool(folds and breaks and not deeper and not blank)
        text = " " if fold and not empty else "\n" * (empty if fold else empty + breaks)
        if text:
            pieces.append(ScalarPiece(text, at, text == " "))
        pieces.append(ScalarPiece(content, at + depth))
        breaks, empty, deeper = 1, 0, blank
    return pieces

"""What the YAML parser stumbled over, in words that say what to mend."""

import re
from typing import Final

import yaml

from levelbook.problems import Place, Problem
from levelbook.text import signs

_WIDE_COLON = re.compile(r"[ \t]*(?:- +)*[A-Za-z_]+：")
_ODD_BLANK = re.compile(rf"[ \t]*(?:-? *[A-Za-z_]+:|-(?: +-)*)?{signs.ODD_BLANK.pattern}")
_ITEM: Final = r"[ \t]*(?:- +)*"
_QUOTED: Final = r"(?=(?P<q>[\"'])[^\"']*(?P=q)[^\s,#}\]])"
_LINES: Final = (
    ("no-blank", re.compile(rf"{_ITEM}[a-z_]+:(?=[^\s/])"), ("colon-in-text", "no-colon")),
    ("dash", re.compile(rf"{_ITEM}[a-z_]+: +(?=- )"), ("indent",)),
    ("quote-begins", re.compile(rf"{_ITEM}(?:[a-z_]+: +)?{_QUOTED}"), ("indent",)),
)
"""What a line tells better than the parser: a variant, how such a line begins, and which variants it takes the place of
(none named: of all).
"""
_VARIANTS: Final = (
    ("mapping values are not allowed", "colon-in-text"),
    ("could not find expected ':'", "no-colon"),
    ("cannot start any token", "sign"),
    ("did not find expected ',' or", "bracket"),
    ("unexpected end of stream", "quote"),
    ("did not find expected key", "indent"),
    ("did not find expected '-' indicator", "indent"),
    ("block sequence entries are not allowed", "indent"),
    ("did not find expected node content", "bracket"),
    ("found unknown escape character", "escape"),
    ("invalid Unicode character escape", "surrogate"),
)


def explain(file: str, text: str, error: yaml.YAMLError) -> Problem:
    """The problem behind an error of the parser."""
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return Problem("yaml-syntax", Place(file, 1, 1), variant="other")
    lines = text.splitlines()
    begun = getattr(error, "context_mark", None)
    wide = _wide_colon(lines, min(begun.line if begun else mark.line, mark.line - 1), mark.line)
    if wide is not None:
        return Problem("yaml-syntax", Place(file, wide + 1, lines[wide].index("：") + 1), variant="wide-colon")
    blank = _odd_blank(lines, min(begun.line if begun else mark.line, mark.line - 1), mark.line)
    if blank is not None:
        place = Place(file, blank[0] + 1, blank[1] + 1)
        sign = lines[blank[0]][blank[1]]
        return Problem("yaml-syntax", place, variant="blank", facts={"sign": signs.named(sign)})
    variant = next((name for words, name in _VARIANTS if words in str(getattr(error, "problem", ""))), "other")
    better = _told_by_line(lines, mark.line, variant)
    if better:
        name, number, at = better
        return Problem("yaml-syntax", Place(file, number + 1, at + 1), variant=name)
    line, column = mark.line, mark.column
    if begun and variant in ("no-colon", "quote", "bracket"):
        line, column = begun.line, begun.column
    if variant == "sign":
        sign = lines[line][column : column + 1] if line < len(lines) else ""
        variant = "tab" if sign == "\t" else "sign"
        return Problem("yaml-syntax", Place(file, line + 1, column + 1), variant=variant, facts={"sign": sign})
    return Problem("yaml-syntax", Place(file, line + 1, column + 1), variant=variant)


def wide_colon_at_root(file: str, line: int, column: int, text: str) -> Problem | None:
    """The problem of a file that is one text because its first colon is full-width."""
    if _WIDE_COLON.match(text):
        return Problem("yaml-syntax", Place(file, line, column + text.index("：")), variant="wide-colon")
    return None


def _odd_blank(lines: list[str], first: int, last: int) -> tuple[int, int] | None:
    """Line and column of what only looks like a blank where YAML needs one: before a key, after a colon or a dash."""
    for number in range(min(last, len(lines) - 1), max(first, 0) - 1, -1):
        blank = _ODD_BLANK.match(lines[number])
        if blank:
            return number, blank.end() - 1
    return None


def _told_by_line(lines: list[str], last: int, variant: str) -> tuple[str, int, int] | None:
    """Which variant a line at the trouble, or just before it, shows more clearly, with line and column."""
    for number in range(min(last, len(lines) - 1), max(last - 2, -1), -1):
        for name, begins, instead_of in _LINES:
            found = begins.match(lines[number])
            if found and (not instead_of or variant in instead_of):
                return name, number, found.end() - (name == "no-blank")
    return None


def _wide_colon(lines: list[str], first: int, last: int) -> int | None:
    """The line of a full-width colon after a key, at or just before the trouble."""
    for number in range(min(last, len(lines) - 1), max(first, 0) - 1, -1):
        if _WIDE_COLON.match(lines[number]):
            return number
    return None

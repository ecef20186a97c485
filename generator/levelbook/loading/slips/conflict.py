"""Marks that a merge has left in a file: looked for before anything else, as they make nonsense of all around them."""

import re

from levelbook.problems import Place, Problem

_MARK = re.compile(r"^[ \t]*(?:(?:<{7}|>{7}|\|{7})(?=[ \t\r\n]|\Z)|={7}(?=[ \t]*(?:[\r\n]|\Z)))", re.MULTILINE)


def conflict(file: str, text: str) -> Problem | None:
    """The first mark, with the lines of all."""
    if "<<<<<<<" not in text and "=======" not in text and ">>>>>>>" not in text:
        return None
    marks = list(_MARK.finditer(text))
    if not marks:
        return None
    lines = tuple(text.count("\n", 0, mark.start()) + 1 for mark in marks)
    column = len(marks[0][0]) - len(marks[0][0].lstrip()) + 1
    return Problem("yaml-syntax", Place(file, lines[0], column), variant="merge", facts={"lines": lines})

"""A problem as the browser shows it: where, what, the lines around it, and the line as it should be."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Final, Literal, TypedDict
from urllib.parse import quote

from levelbook.catalogue import Catalogue
from levelbook.loading.cures import counted_text
from levelbook.loading.files import Unreadable, read
from levelbook.problems import Cure, Problem, Severity
from levelbook.text import signs

EDITOR: Final = "vscode://file/{file}:{line}:{column}"
"""Opens a place in VS Code, unless somebody has another editor."""
_LONGEST_LINE: Final = 400
"""In characters; a longer line is cut."""
_MOST_LINES: Final = 12
"""Of a stretch that a cure touches."""


PieceKind = Literal["same", "gone", "new", "here"]
"""Whether a stretch of a line stays, goes, comes, or is the place of the problem."""
LineKind = Literal["around", "now", "then"]
"""Whether a line stands beside the one that is wrong, or is that one as it is or should be."""


class Piece(TypedDict):
    """A stretch of a line."""

    kind: PieceKind
    text: str


class ShownLine(TypedDict):
    """A line of a file."""

    kind: LineKind
    number: int
    pieces: list[Piece]


class ShownProblem(TypedDict):
    """A problem."""

    key: str
    """Names it and the bytes of its file: a cure is written only where both are as they were."""
    severity: Literal["error", "warning"]
    """An error keeps pages as they were."""
    code: str
    place: str
    message: str
    editor: str
    """The address that opens the place in an editor; empty where there is none."""
    lines: list[ShownLine]
    is_safe: bool
    """Whether a program may mend it."""


def shown_problems(problems: Iterable[Problem], folder: Path, words: Catalogue, editor: str) -> list[ShownProblem]:
    """What the browser shows of a folder: all but information, the gravest first."""
    told = sorted(problems, key=lambda problem: problem.severity)
    matter = (problem for problem in told if problem.severity is not Severity.INFORMATION)
    return [shown(problem, folder, words, editor) for problem in matter]


def shown(problem: Problem, folder: Path, words: Catalogue, editor: str) -> ShownProblem:
    """What the browser shows of a problem; `editor` is an address with `{file}`, `{line}` and `{column}`."""
    data = read(folder / problem.place.file)
    text = counted_text(data) if isinstance(data, bytes) else None
    return ShownProblem(
        key=key_of(problem, data),
        severity="error" if problem.severity is Severity.ERROR else "warning",
        code=problem.code,
        place=str(problem.place),
        message=problem.message(words),
        editor=_editor(problem, folder, editor) if text is not None else "",
        lines=list(_lines(problem, text)) if text is not None else [],
        is_safe=problem.cure is not None and problem.cure.is_safe,
    )


def key_of(problem: Problem, data: bytes | Unreadable) -> str:
    """A name for a problem in a file of these bytes, and for no other."""
    content = data if isinstance(data, bytes) else data.reason.encode()
    facts = repr((problem.code, problem.variant, problem.place, problem.cure)).encode()
    return sha256(sha256(content).digest() + facts).hexdigest()[:24]


def _editor(problem: Problem, folder: Path, editor: str) -> str:
    """Only a place in a line is worth to be opened."""
    if not editor or not problem.place.line:
        return ""
    path = quote((folder / problem.place.file).resolve().as_posix())
    filled = editor.replace("{file}", path).replace("{line}", str(problem.place.line))
    return filled.replace("{column}", str(problem.place.column or 1))


def _lines(problem: Problem, text: str) -> Iterator[ShownLine]:
    cure, line = problem.cure, problem.place.line
    if cure is not None and 0 <= cure.start <= cure.end <= len(text):
        first = text.count("\n", 0, cure.start) + 1
        if not cure.is_safe:
            yield from _around(text, first - 1)
        yield from _numbered("now", first, _with(text, cure, "gone", text[cure.start : cure.end]))
        yield from _numbered("then", first, _with(text, cure, "new", cure.text))
    elif line:
        yield from _around(text, line - 1)
        rows = text.split("\n")
        if line <= len(rows):
            column = max(problem.place.column - 1, 0)
            row = rows[line - 1].rstrip("\r")
            yield from _numbered("now", line, [Piece(kind="same", text=row[:column]), _piece("here", row[column:])])


def _around(text: str, number: int) -> Iterator[ShownLine]:
    rows = text.split("\n")
    if 1 <= number <= len(rows) and rows[number - 1].strip():
        yield from _numbered("around", number, [_piece("same", rows[number - 1].rstrip("\r"))])


def _with(text: str, cure: Cure, kind: PieceKind, inner: str) -> list[Piece]:
    """The whole lines of a stretch, with something in its place."""
    start = text.rfind("\n", 0, cure.start) + 1
    end = text.find("\n", cure.end)
    after = text[cure.end : end if end >= 0 else len(text)]
    if cure.start < cure.end and text[cure.end - 1] == "\n":  # whole lines
        inner, after = inner.removesuffix("\n"), ""
    return [_piece("same", text[start : cure.start]), _piece(kind, inner), _piece("same", after.rstrip("\r"))]


def _piece(kind: PieceKind, text: str) -> Piece:
    return Piece(kind=kind, text=text)


def _numbered(kind: LineKind, first: int, pieces: list[Piece]) -> Iterator[ShownLine]:
    """Pieces as lines, from a number on; what nobody sees is made visible."""
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        for at, part in enumerate(piece["text"].split("\n")):
            if at:
                lines.append([])
            if part:
                lines[-1].append(_piece(piece["kind"], signs.visible(part[:_LONGEST_LINE])))
    for at, line in enumerate(lines[:_MOST_LINES]):
        yield ShownLine(kind=kind, number=first + at, pieces=line)

"""A text of several lines as one: YAML's folding, but without blanks beside Chinese; and where its parts stand.

YAML makes a blank of a line break, which is right between words and wrong between Chinese characters. From YAML's value
alone nobody can tell which of its blanks was a line break and which was typed, so the value is put together again from
the text as written: `scalars` cuts it into pieces, one for each line break, and `_joined` leaves out those that
`spacing.closes` says leave no blank. Each piece left also becomes a `Seam`, from which problems know line and column.

The pieces are only trusted where they add up to what YAML itself reads; of a block that names its depth, one after
another is tried until they do. Where none does (a rare escape), YAML's value stands as it is, without seams. So a flaw
in `scalars` costs a blank too many and a column, and never a word. What it must not do is look at too little: whose a
quotation mark or dash is, the nearest letters tell, `LOOKAROUND` signs on either side, across several line breaks.
"""

import re
from bisect import bisect
from collections.abc import Iterator

from levelbook.loading.nodes import Seam
from levelbook.loading.scalars import ScalarPiece, block, flow
from levelbook.text import signs
from levelbook.text.spacing import LOOKAROUND, closes, is_spaced, speaks

_BREAK = re.compile(r"\r\n|\r|\n")
MAX_CHARACTERS = 200_000
"""A longer text is no text of a handbook; it stays as YAML reads it."""
_SLIP = re.compile(r"-|[A-Za-z_]+(?:：|:(?=[^\x00-\x7f]))")
_CUT_OFF = re.compile(r"[ \t]+#[0-9\u3400-\u9fff]")


def folded(value: str, raw: str, style: str) -> tuple[str, tuple[Seam, ...]]:
    """What a text says that YAML reads as `value`, and where its parts stand, from the start of it as written."""
    if len(raw) > MAX_CHARACTERS:
        return value.rstrip("\n"), ()
    for pieces in block(raw) if style in ("|", ">") else (flow(raw, style),):
        if "".join(piece.text for piece in pieces).rstrip("\n") == value.rstrip("\n"):
            return _joined(pieces, raw)
    return value.rstrip("\n"), ()


def _joined(pieces: list[ScalarPiece], raw: str) -> tuple[str, tuple[Seam, ...]]:
    parts: list[str] = []
    seams: list[Seam] = []
    starts = [0, *(line_break.end() for line_break in _BREAK.finditer(raw))]
    spaced = is_spaced("".join("\n" if piece.fold else piece.text for piece in pieces))
    before, length = "", 0
    for at, piece in enumerate(pieces):
        if piece.fold and closes(before.rstrip(" \t"), _after(pieces, at + 1), spaced):
            if parts:
                length -= len(parts[-1]) - len(parts[-1].rstrip(" \t"))
                parts[-1] = parts[-1].rstrip(" \t")
            continue
        line = bisect(starts, piece.at) - 1
        seams.append(Seam(length, line, piece.at - starts[line]))
        parts.append(piece.text)
        before, length = (before + piece.text)[-LOOKAROUND:], length + len(piece.text)
    return "".join(parts).rstrip("\n"), tuple(seams)


def _after(pieces: list[ScalarPiece], at: int) -> str:
    """The next signs of a text, whatever line they stand on, as far as they are needed."""
    first = pieces[at].text if at < len(pieces) else ""
    if len(first) >= LOOKAROUND or speaks(first[:1]):
        return first
    near = "".join(piece.text for piece in pieces[at : at + LOOKAROUND] if not piece.fold)
    return near[:LOOKAROUND]


def slips(raw: str, rest: str) -> Iterator[tuple[str, str]]:
    """What YAML made part of a plain text, or cut off it: the sort of slip, and the words."""
    for line in (written.strip(" \t") for written in _BREAK.split(raw)[1:]):
        slip = _SLIP.match(line)
        if slip and slip[0].endswith(":"):
            if signs.ODD_BLANK.match(line, slip.end()):
                yield "blank", line
        elif slip:
            yield ("dash" if slip[0] == "-" else "colon"), line
    cut = _CUT_OFF.match(rest)
    if cut:
        yield "hash", cut[0].strip()

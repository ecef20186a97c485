"""A text of several lines as one: YAML's folding, but without blanks beside Chinese; and where its parts stand.

The value is put together from the lines as written, so that a blank is left out at its own place. Where that is not
what YAML reads (a rare escape), YAML's value stands as it is.
"""

import re
from bisect import bisect
from collections.abc import Iterator

from levelbook.loading.nodes import Seam
from levelbook.loading.scalars import ScalarPiece, block, flow
from levelbook.text import signs
from levelbook.text.spacing import LOOKAROUND, closes, is_spaced, speaks

_BREAK = re.compile(r"\r\n|\r|\n")
LONGEST = 200_000
"""A text of more signs is no text of a handbook; it stays as YAML reads it."""
_SLIP = re.compile(r"-|[A-Za-z_]+(?:：|:(?=[^\x00-\x7f]))")
_CUT = re.compile(r"[ \t]+#[0-9]")


def folded(value: str, raw: str, style: str) -> tuple[str, tuple[Seam, ...]]:
    """What a text says that YAML reads as `value`, and where its parts stand, from the start of it as written."""
    if len(raw) > LONGEST:
        return value.rstrip("\n"), ()
    for pieces in block(raw) if style in ("|", ">") else (flow(raw, style),):
        if "".join(piece.text for piece in pieces).rstrip("\n") == value.rstrip("\n"):
            return _joined(pieces, raw)
    return value.rstrip("\n"), ()


def _joined(pieces: list[ScalarPiece], raw: str) -> tuple[str, tuple[Seam, ...]]:
    made: list[str] = []
    seams: list[Seam] = []
    starts = [0, *(found.end() for found in _BREAK.finditer(raw))]
    spaced = is_spaced("".join("\n" if piece.fold else piece.text for piece in pieces))
    before, length = "", 0
    for at, piece in enumerate(pieces):
        if piece.fold and closes(before.rstrip(" \t"), _after(pieces, at + 1), spaced):
            length -= len(made[-1]) - len(made[-1].rstrip(" \t"))
            made[-1] = made[-1].rstrip(" \t")
            continue
        line = bisect(starts, piece.at) - 1
        seams.append(Seam(length, line, piece.at - starts[line]))
        made.append(piece.text)
        before, length = (before + piece.text)[-LOOKAROUND:], length + len(piece.text)
    return "".join(made).rstrip("\n"), tuple(seams)


def _after(pieces: list[ScalarPiece], at: int) -> str:
    """The next signs of a text, whatever line they stand on, as far as they are needed."""
    first = pieces[at].text if at < len(pieces) else ""
    if len(first) >= LOOKAROUND or speaks(first[:1]):
        return first
    near = "".join(piece.text for piece in pieces[at : at + LOOKAROUND] if not piece.fold)
    return near[:LOOKAROUND]


def slips(raw: str, rest: str) -> Iterator[tuple[str, str]]:
    """What YAML made part of a plain text, or cut off it: the sort of slip, and the words."""
    for line in (one.strip(" \t") for one in _BREAK.split(raw)[1:]):
        slip = _SLIP.match(line)
        if slip and slip[0].endswith(":"):
            if signs.ODD_BLANK.match(line, slip.end()):
                yield "blank", line
        elif slip:
            yield ("dash" if slip[0] == "-" else "colon"), line
    cut = _CUT.match(rest)
    if cut:
        yield "hash", cut[0].strip()

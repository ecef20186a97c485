"""Puts cures into a text: what `check --fix` writes, what it only shows, and the line as it should be."""

from collections.abc import Iterable, Iterator
from typing import Final

from levelbook.problems import Cure

_BOM: Final = "\ufeff"


def counted_text(data: bytes) -> str | None:
    """The text whose characters places and cures count, without its byte order mark; none where it is not UTF-8."""
    try:
        return data.decode("utf-8").removeprefix(_BOM)
    except UnicodeDecodeError:
        return None


def cured(data: bytes, cures: Iterable[Cure]) -> bytes:
    """A file in UTF-8 with cures put into its text; a byte order mark stays, and what is not UTF-8 stays as it is."""
    text = counted_text(data)
    if text is None:
        return data
    begun = _BOM if data.startswith(_BOM.encode()) else ""
    return (begun + applied(text, cures)).encode("utf-8")


def applied(text: str, cures: Iterable[Cure]) -> str:
    """The text with the cures put in; of two that touch the same characters only the first is."""
    pieces, at = [], 0
    for cure in apart(cures):
        pieces += [text[at : cure.start], cure.text]
        at = cure.end
    return "".join([*pieces, text[at:]])


def apart(cures: Iterable[Cure]) -> Iterator[Cure]:
    """Cures in the order of the text, without those that touch what another one changes already."""
    end = -1
    for cure in sorted(cures, key=lambda cure: (cure.start, cure.end, cure.text)):
        if cure.start > end or (cure.start == end and cure.end > cure.start):
            yield cure
            end = cure.end


def lines_with(text: str, cure: Cure) -> tuple[str, str]:
    """The whole lines that a cure touches, as they are and as they should be, without the last line break."""
    start = max(text.rfind("\n", 0, cure.start), text.rfind("\r", 0, cure.start)) + 1
    ends = [at for at in (text.find("\n", cure.end), text.find("\r", cure.end)) if at >= 0]
    end = min(ends, default=len(text))
    return text[start:end], text[start : cure.start] + cure.text + text[cure.end : end]

"""From a path to text: every way in which a file cannot be read becomes a problem."""

import re
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from levelbook.loading.encodings import encoding_of
from levelbook.model import limits
from levelbook.problems import Cure, Place, Problem
from levelbook.text import signs

MAX_BYTES: Final = limits.BYTES
"""The most bytes that are read of a file."""

_BREAKS: Final = "\x0b\x0c\x85\u2028\u2029"
"""They part lines in a word processor, so that without them two words may become one."""
CONTROL_CHARACTERS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""Control characters, and line breaks that editors do not show as such."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Stands for the bytes of a file that has none to give."""

    reason: str
    """Which sentence of the catalogue tells why."""


def read(path: Path, limit: int = MAX_BYTES) -> bytes | Unreadable:
    """The bytes of a file, or why there are none; never waits and never takes more than the limit."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return Unreadable("folder" if stat.S_ISDIR(status.st_mode) else "special")
        if status.st_size > limit:
            return Unreadable("size")
        with path.open("rb") as stream:
            data = stream.read(limit + 1)
    except OSError:
        return Unreadable("link" if path.is_symlink() and not path.exists() else "denied")
    return Unreadable("size") if len(data) > limit else data


def text_of(file: str, data: bytes | Unreadable, limit: int = MAX_BYTES) -> str | Problem:
    """The text of a file, without its byte order mark, or what keeps it from being one."""
    if isinstance(data, Unreadable):
        return Problem("file-unreadable", Place(file), variant=data.reason, facts={"limit": limit // 1_000_000})
    if len(data) > limit:
        return text_of(file, Unreadable("size"), limit)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _encoded(file, data, error.start)
    text = text.removeprefix("\ufeff")
    unwanted = CONTROL_CHARACTERS.search(text)
    if unwanted and unwanted[0] == "\0" and encoding_of(data):
        return _encoded(file, data, 0)
    if unwanted:
        return _character(file, text, unwanted.start())
    return text


def _encoded(file: str, data: bytes, at: int) -> Problem:
    """That a file is not UTF-8, and what it is where that can be known."""
    place = Place(file, data.count(b"\n", 0, at) + 1, 1)
    name = encoding_of(data)
    if not name:
        return Problem("file-unreadable", place, variant="encoding")
    shown = name.upper().replace("GB18030", "GBK")
    return Problem("file-unreadable", place, variant="encoding-known", facts={"encoding": shown})


def _character(file: str, text: str, index: int) -> Problem:
    line = text.count("\n", 0, index) + 1
    column = index - text.rfind("\n", 0, index)
    facts = {"code": signs.named(text[index])}
    cure = Cure(index, index + 1, "", text[index] not in _BREAKS)
    return Problem("file-unreadable", Place(file, line, column), variant="character", facts=facts, cure=cure)

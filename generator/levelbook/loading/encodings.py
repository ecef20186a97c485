"""Which encoding a file has that is not UTF-8, told only where the bytes leave no doubt.

Chinese Windows saves as GBK, and some programs as UTF-16; a merge or a careless editor leaves lines of both in one
file. UTF-16 shows by its mark, or by the zero byte beside every Latin letter. GBK does not show by itself, since nearly
any bytes are some GBK text; but the characters people write stand in its oldest part, GB 2312, in which both bytes of a
character are high. A Latin-1 letter followed by an ASCII one is not of that form, so that French is not taken for
Chinese. Each line that is UTF-8 stays as it is.
"""

import re
from typing import Final

_MARKS: Final = ((b"\xff\xfe\x00\x00", "utf-32"), (b"\x00\x00\xfe\xff", "utf-32"), (b"\xff\xfe", "utf-16"))
_MORE_MARKS: Final = ((b"\xfe\xff", "utf-16"),)
_LOOKED_AT: Final = 4000
"""In bytes: enough to see where the zero bytes stand."""
_PAIR: Final = re.compile(rb"[\x81-\xfe][\x40-\xfe]")
_COMMON: Final = re.compile(rb"[\xa1-\xf7][\xa1-\xfe]")
_MIN_COMMON: Final = 0.9
"""Of the characters that are not ASCII; the rest may be rare ones, in names."""
_LINES: Final = re.compile(rb"(?<=\n)|(?<=\r)(?!\n)")


def encoding_of(data: bytes) -> str:
    """The encoding of bytes that are not UTF-8: `utf-16`, `utf-16-le`, `gb18030`, …; nothing where it is in doubt."""
    for mark, name in (*_MARKS, *_MORE_MARKS):
        if data.startswith(mark):
            return name if _decodes(data, name) else ""
    head = data[:_LOOKED_AT]
    if b"\0" in head:
        low, high = head[1::2].count(0), head[0::2].count(0)
        name = "utf-16-le" if low > high else "utf-16-be"
        return name if _decodes(data, name) and max(low, high) * 4 > len(head) // 2 else ""
    return "gb18030" if _is_gbk(data) else ""


def as_utf8(data: bytes) -> str | None:
    """The text of such bytes; none where nobody can be sure of it."""
    name = encoding_of(data)
    if not name:
        return None
    text = _mixed(data) if name == "gb18030" else data.decode(name)
    return text.removeprefix("\ufeff") if "\0" not in text else None


def _mixed(data: bytes) -> str:
    return "".join(line.decode("utf-8" if _decodes(line, "utf-8") else "gb18030") for line in _LINES.split(data))


def _is_gbk(data: bytes) -> bool:
    """Whether each line is UTF-8 or plainly Chinese in GBK."""
    pairs = common = 0
    for line in _LINES.split(data):
        if _decodes(line, "utf-8"):
            continue
        if not _decodes(line, "gb18030"):
            return False
        found = _PAIR.findall(line)
        pairs += len(found)
        common += sum(_COMMON.fullmatch(pair) is not None for pair in found)
    return pairs > 0 and common >= pairs * _MIN_COMMON


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True

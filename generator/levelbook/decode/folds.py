"""Line breaks inside Chinese texts, and what YAML swallows without a word."""

import re
from collections.abc import Iterator

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
_POINT = "\u3001-\u3011\u3014-\u301b\uff01-\uff0f\uff1a-\uff1b\uff1f"
_BREAK = re.compile(r"[ \t]*(?:\r\n|\r|\n)[ \t]*")
_JOINT = re.compile(rf"(?<=[{_HAN}{_POINT}])[ \t]*(?:\r\n|\r|\n)[ \t]*(?=[{_HAN}{_POINT}])")
_BLANK = re.compile(f"(?<=[{_HAN}])[ \t\u3000]+(?=[{_HAN}{_POINT}])|(?<=[{_POINT}])[ \t\u3000]+(?=[{_HAN}])")
_SEAM = re.compile(r"[\s'\"\\>]")
"""Where the value need not read on as the file does."""
_SLIP = re.compile(r"-|[A-Za-z_]+：")
_CUT = re.compile(r"[ \t]+#\d")


def joined(value: str, raw: str) -> str:
    """A text of several lines without the blanks that its line breaks left between Han characters."""
    at, cuts = 0, []
    for joint in _JOINT.finditer(raw):
        before = _SEAM.split(raw[max(0, joint.start() - 4) : joint.start()])[-1]
        after = _SEAM.split(raw[joint.end() : joint.end() + 4])[0]
        found = value.find(f"{before} {after}", at)
        if found >= 0:
            at = found + len(before) + 1
            cuts.append(at)
    starts, ends = [0, *cuts], [*(cut - 1 for cut in cuts), len(value)]
    return "".join(value[start:end] for start, end in zip(starts, ends, strict=True))


def blank(value: str) -> int | None:
    """Where a blank stands between Han characters."""
    found = _BLANK.search(value)
    return found.start() if found else None


def slips(raw: str, rest: str) -> Iterator[tuple[str, str]]:
    """What YAML made part of a plain text, or cut off it: the sort of slip, and the words."""
    for line in _BREAK.split(raw)[1:]:
        slip = _SLIP.match(line)
        if slip:
            yield ("dash" if slip[0] == "-" else "colon"), line
    cut = _CUT.match(rest)
    if cut:
        yield "hash", cut[0].strip()

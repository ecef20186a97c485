"""Characters that nobody sees, that turn a text round or that are lost: found, named, and shown by their number."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003347f"
_WIDE = "\u3001-\u3020\uff01-\uff5e\u201c\u201d\u2018\u2019\u2026\u2014"
_SHAPED = (
    "\u0590-\u109f\u1780-\u17b3\u17b6-\u180a\u180e-\u18af\u1a20-\u1aaf\u1b00-\u1cff\ua840-\ua9ff\uaa60-\uabff"
    "\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc\U00010a00-\U00011fff\U0001e900-\U0001e95f"
)
"""Scripts whose letters change by their neighbours, or that are written from the right."""
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf"
"""Scripts without blanks, where a mark of no width says where a line may break."""
_EMOJI = (
    "\u00a9\u00ae\u203c\u2049\u20e3\u2100-\u27bf\u2900-\u2bff\u3030\u303d\u3297\u3299\ufe0f"
    "\U0001f000-\U0001faff\U000e007f"
)
_LATIN = "A-Za-z\u00c0-\u024f"


class Sort(StrEnum):
    """What is wrong with a character; also names the sentence about it."""

    TURN = "turn"
    """It turns round what stands beside it."""
    ZERO_WIDTH = "zero-width"
    """It has no width."""
    JOINER = "joiner"
    """It joins letters, or keeps them apart, of scripts that are not there."""
    SELECTOR = "selector"
    """It chooses a shape of a character that has none to choose from."""
    TAG = "tag"
    """It can carry a text that nobody sees."""
    LOST = "lost"
    """It stands where a character or an object was lost."""
    PRIVATE = "private"
    """Every computer shows something else, most of them a box."""
    NONE = "none"
    """It is no character."""
    HYPHEN = "hyphen"
    """A hyphen that is only seen at the end of a line."""
    BLANK = "blank"
    """A blank that only looks like one."""
    PASTED = "pasted"
    """The mark of a list in a word processor."""


_MILD: Final = frozenset({Sort.HYPHEN, Sort.BLANK, Sort.PASTED})
_SIGNS: Final = {
    Sort.TURN: "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069",
    Sort.ZERO_WIDTH: (
        "\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb"
        "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0080-\U000e00ff\U000e01f0-\U000e0fff"
    ),
    Sort.JOINER: "\u200c\u200d",
    Sort.SELECTOR: "\ufe00-\ufe0f\U000e0100-\U000e01ef",
    Sort.TAG: "\U000e0000-\U000e007f",
    Sort.LOST: "\ufffc\ufffd",
    Sort.PRIVATE: "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd",
    Sort.NONE: "\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}-{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17)),
    Sort.HYPHEN: "\u00ad",
    Sort.BLANK: "\u00a0\u1680\u2000-\u200a\u202f\u205f\u2800\u3000",
}
_SUSPECT: Final = re.compile("[" + "".join(_SIGNS.values()) + "]")
_SORTS: Final = {sort: re.compile(f"[{signs}]") for sort, signs in _SIGNS.items()}
_AT_HOME: Final = re.compile(
    "|".join(
        (
            # marks of direction, joiners and the like, in the scripts that need them
            rf"(?<=[{_SHAPED}])[\u061c\u200c-\u200f\u034f]|[\u061c\u200c-\u200f\u034f](?=[{_SHAPED}])",
            rf"(?<=[{_UNSPACED}])\u200b",
            r"(?<=[\u1820-\u18aa])[\u180b-\u180f]",
            r"(?<=[\u1100-\u11ff])[\u115f\u1160]|[\u115f\u1160](?=[\u1100-\u11ff])",
            # emoji made of several, flags, keys; variants of Han characters
            rf"(?<=[{_EMOJI}])\u200d(?=[{_EMOJI}])",
            rf"(?<=[{_EMOJI}0-9#*])[\ufe0e\ufe0f]",
            "\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{1,8}\U000e007f",
            rf"(?<=[{_HAN}])[\ufe00-\ufe02\U000e0100-\U000e01ef]",
            r"(?<=[\u1000-\u109f\u1820-\u18aa\ua840-\ua877\u2200-\u22ff])\ufe00",
            # a figure and its unit, thousands, numbers of things, and French signs
            rf"(?<=[0-9])[\u00a0\u2007\u2009\u202f](?=[{_LATIN}0-9%‰°§€$£µΩ℃\u0370-\u03ff])",
            r"(?<=[.§№#°º])[\u00a0\u202f](?=[0-9])",
            rf"(?<=[{_LATIN}0-9%.)»”’])[\u00a0\u202f](?=[:;!?»%€])|(?<=«)[\u00a0\u202f]",
        )
    )
)
"""Where such a character belongs."""
BULLET: Final = re.compile(
    r"[•‣◦⁃∙·●■◆▪➢➤►\uf06c\uf06e\uf075\uf076\uf0a7\uf0b7\uf0d8\uf0e8\uf0fc][ \t\u00a0\u3000]*|[Øü§][ \t\u00a0]+(?=["
    + _HAN
    + "])"
)
"""What word processors put in front of the points of a list, also where the font was lost on the way."""
ODD_BLANK: Final = re.compile(f"[{_SIGNS[Sort.BLANK]}\u200b]")
"""What looks like a blank, and is none to a program."""
_BESIDE: Final = re.compile(rf"[{_HAN}{_WIDE}\s]")


@dataclass(frozen=True, slots=True)
class MisplacedSign:
    """A character that does not belong in a text."""

    at: int
    sign: str
    """The character, or the mark of a list."""
    sort: Sort

    @property
    def mild(self) -> bool:
        """Whether it harms search and comparison alone, and says the same to every reader."""
        return self.sort in _MILD and not _SORTS[Sort.PRIVATE].match(self.sign)


def suspicious(text: str) -> bool:
    """Whether there is anything to look at; quick, as nearly every text is clean."""
    return _SUSPECT.search(text) is not None


def misplaced(text: str) -> Iterator[MisplacedSign]:
    """Every character that does not belong where it stands, in order."""
    bullet = BULLET.match(text)
    if bullet:
        yield MisplacedSign(0, text[0], Sort.PASTED)
    if not suspicious(text):
        return
    home = {at for match in _AT_HOME.finditer(text) for at in range(*match.span())}
    for match in _SUSPECT.finditer(text):
        if match.start() not in home and not (bullet and match.start() < bullet.end()):
            yield MisplacedSign(match.start(), match[0], _sort_of(match[0]))


def _sort_of(sign: str) -> Sort:
    """What is wrong with a character of these."""
    return next(sort for sort, pattern in _SORTS.items() if pattern.match(sign))


def wrong(text: str) -> set[int]:
    """Where a text holds what is always wrong in it."""
    return {sign.at for sign in misplaced(text) if not sign.mild}


def bare(text: str) -> str:
    """A text without all that nobody sees."""
    return _SUSPECT.sub("", text).strip()


def needless(text: str, at: int) -> bool:
    """Whether a blank stands at an end of a text or amid Chinese, where none belongs."""
    return all(not beside or _BESIDE.match(beside) for beside in (text[:at][-1:], text[at + 1 : at + 2]))


def _number(sign: str) -> str:
    """A character's number: U+200B."""
    return f"U+{ord(sign):04X}"


def named(sign: str) -> str:
    """A character's number and name: U+200B ZERO WIDTH SPACE."""
    name = unicodedata.name(sign, "")
    return f"{_number(sign)} {name}" if name else _number(sign)


def visible(text: str) -> str:
    """A text on one line in which what nobody would see is shown by its number: 客户<U+200B>经理."""
    if text.isprintable() and not suspicious(text):
        return text
    return "".join(map(_shown, text))


def _shown(sign: str) -> str:
    if sign in "\t\n\r":
        return " "
    return sign if sign.isprintable() and not _SUSPECT.match(sign) else f"<{_number(sign)}>"

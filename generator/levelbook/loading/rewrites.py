"""What a value was plainly meant to be, written as the data have it: `2026年9月1日`, `60%`, `是`, `v1.0.0`.

A value is rewritten only where one thing can be meant. Each kind of value has its function; the name of the sentence
that would else be told of it (`value-wrong.date`) says which. Where none fits, that sentence stands as it is.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from levelbook.model.values import half_width, trouble_of_id

_DIGITS: Final = "零一二三四五六七八九"
_UNITS: Final = {"十": 10, "百": 100, "千": 1000}
_CHINESE_NUMBER: Final = re.compile("[零〇一二两三四五六七八九十百千]+")
_DATE: Final = re.compile(
    r"(\d{4})(?:年|[-/.])(\d{1,2})(?:(?:月|[-/.])(?:(\d{1,2})[日号]?)?)?(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?"
)
_DATE_DIGITS: Final = re.compile(r"(\d{4})(\d{2})(\d{2})")
_UNIT: Final = r" ?(?:%|个|分|项|条|人|次|名|位|points?|percent|pts?)?"
_FIGURE: Final = re.compile(rf"(?P<figure>-?\d+(?:\.\d+)?)(?P<large>[万千百])?{_UNIT}")
_THOUSANDS: Final = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_LARGE: Final = {"万": 4, "千": 3, "百": 2}
_NAMED_NUMBERS: Final = {
    name: str(number)
    for number, name in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())
}
_YES: Final = frozenset("是 对 有 要 真 √ ✓ ✔ y t 1 ok ja oui".split())
_NO: Final = frozenset("否 不 不是 没有 无 不要 假 × ✗ ✘ n f 0 nein non".split())
_VERSION: Final = re.compile(r"(?:v|V|版本|第|version |release )? ?(\d{1,4})(?:\.(\d{1,4}))?(?:\.(\d{1,4}))?版?")
_LANGUAGES: Final = {
    "zh": "cn zh-cn zh_cn zh-hans zh-sg chs chn chinese 中文 汉语 简体 简体中文 中 zho",
    "en": "eng en-us en-gb en_us en_gb us uk english 英文 英语 英",
}
_INDICATOR: Final = re.compile(r"([A-Z][A-Z0-9]{1,7})[-_. ]([A-Z][A-Z0-9]{1,7})[-_. ]?([0-9]{1,4})")
_SEPARATOR: Final = re.compile(r"\s*[,，、;；]\s*|\s+")
_DASHES: Final = re.compile("[‐-―－~～至到]")


@dataclass(frozen=True)
class Rewriting:
    """The value as it should be written."""

    text: str
    is_safe: bool = True
    """Whether it says what was said; else it is the likeliest guess."""


def rewritten(value: str, expected: str) -> Rewriting | None:
    """A value as the data have it, by the name of the sentence that is told of it; none where it may be anything."""
    rewrite = _BY_SENTENCE.get(expected)
    plain = half_width(value).strip()
    rewriting = rewrite(plain) if rewrite and len(value) <= 60 else None
    return rewriting if rewriting and rewriting.text != value else None


def _date(value: str) -> Rewriting | None:
    written = _DATE.fullmatch(value.replace(" ", "", 2) if "年" in value else value) or _DATE_DIGITS.fullmatch(value)
    if not written or not written[3]:
        return None
    return _calendar(int(written[1]), int(written[2]), int(written[3]), has_time=":" in value)


def _day_or_month(value: str) -> Rewriting | None:
    written = _DATE.fullmatch(value)
    if written and not written[3] and 1 <= int(written[2]) <= 12:
        return Rewriting(f"{written[1]}-{int(written[2]):02}")
    return _date(value)


def _calendar(year: int, month: int, day: int, has_time: bool) -> Rewriting | None:
    """A day that there is; that a time of the day is left out, somebody has to want."""
    right = 1 <= month <= 12 and year and 1 <= day <= monthrange(year, month)[1]
    return Rewriting(f"{year}-{month:02}-{day:02}", not has_time) if right else None


def _figure(value: str) -> Rewriting | None:
    if _THOUSANDS.fullmatch(value):
        return Rewriting(value.replace(",", ""))
    written = _FIGURE.fullmatch(value)
    if written:
        return Rewriting(_shifted(written["figure"], _LARGE.get(written["large"] or "", 0)), "%" not in value)
    number = _number(value)
    return Rewriting(number) if number else None


def _shifted(figure: str, places: int) -> str:
    """A figure written out that was told in thousands or ten thousands."""
    whole, _, decimals = figure.partition(".")
    if not places:
        return figure
    moved = (whole + decimals.ljust(places, "0")[:places]).lstrip("0") or "0"
    rest = decimals[places:]
    return f"{moved}.{rest}" if rest else moved


def _count(value: str) -> Rewriting | None:
    rewriting = _figure(re.sub(r"\.0+$", "", value))
    return rewriting if rewriting and rewriting.text.isdecimal() else None


def _number(value: str) -> str:
    """A number told in words, in figures; nothing where it is none."""
    bare = re.sub("[个项条分人次名位]$", "", value)
    if not _CHINESE_NUMBER.fullmatch(bare):
        return _NAMED_NUMBERS.get(value.lower(), "")
    total, digit = 0, -1
    for sign in bare.replace("〇", "零").replace("两", "二"):
        if sign in _UNITS:
            total, digit = total + (1 if digit < 0 else digit) * _UNITS[sign], -1
        elif digit > 0:
            return ""
        else:
            digit = _DIGITS.index(sign)
    return str(total + max(digit, 0))


def _yes_no(value: str) -> Rewriting | None:
    word = value.lower()
    return Rewriting("true") if word in _YES else Rewriting("false") if word in _NO else None


def _version(value: str) -> Rewriting | None:
    written = _VERSION.fullmatch(value)
    if not written:
        return None
    return Rewriting(".".join(part or "0" for part in written.groups()), all(written.groups()))


def _language(value: str) -> Rewriting | None:
    word = value.lower()
    return next((Rewriting(key) for key, words in _LANGUAGES.items() if word in (key, *words.split())), None)


def _own_id(value: str) -> Rewriting | None:
    right = re.sub(r"[\s_.]+", "-", value.lower())
    return None if trouble_of_id(right) else Rewriting(right)


def _code(value: str) -> Rewriting | None:
    upper = value.upper()
    return Rewriting(upper) if re.fullmatch(r"[A-Z][A-Z0-9]{1,7}", upper) else None


def _indicator_code(value: str) -> Rewriting | None:
    written = _INDICATOR.fullmatch(_DASHES.sub("-", value).upper())
    return Rewriting(f"{written[1]}-{written[2]}-{written[3].zfill(2)}") if written else None


def _months(value: str) -> Rewriting | None:
    parts = [re.sub("月份?", "", part).strip() for part in _DASHES.sub("-", value).split("-")]
    months = [_number(part) or part for part in parts]
    right = all(re.fullmatch("[0-9]{1,2}", month) and 1 <= int(month) <= 12 for month in months)
    return Rewriting("-".join(str(int(month)) for month in months)) if right and len(months) <= 2 else None


def _list(value: str) -> Rewriting | None:
    """A list of ids or codes that was written as one text."""
    items = [item for item in _SEPARATOR.split(value.strip("[]【】()")) if item]
    right = items and all(re.fullmatch("[A-Za-z][A-Za-z0-9@/_-]*", item) for item in items)
    return (
        Rewriting(f"[{', '.join(items)}]", len(items) == 1 or bool(re.search("[,，、;；]", value))) if right else None
    )


_BY_SENTENCE: Final[dict[str, Callable[[str], Rewriting | None]]] = {
    "date": _date,
    "day-or-month": _day_or_month,
    "figure": _figure,
    "figure-or-gap": _figure,
    "count": _count,
    "yes-no": _yes_no,
    "version": _version,
    "version-or-next": _version,
    "language": _language,
    "own-id": _own_id,
    "code": _code,
    "indicator-code": _indicator_code,
    "months": _months,
    "list": _list,
}

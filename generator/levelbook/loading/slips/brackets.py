"""Lists and braces whose signs are Chinese, forgotten, doubled or left over."""

import re
from collections.abc import Iterator
from typing import Final

from levelbook.loading.slips.slip import Slip, slip
from levelbook.loading.slips.written_lines import COMMENT, WrittenLine, WrittenLines
from levelbook.model.base import Shape

_LEFT: Final = "[【［〔（(「『《〖"
_RIGHT: Final = "]】］〕）)」』》〗"
_BRACES: Final = str.maketrans("｛｝", "{}")
_SEPARATORS = re.compile(r"[ \t\u3000]*[，、；;﹐､‚][ \t\u3000]*")
_COLON = re.compile(r"(?<=[A-Za-z0-9_])(?:[ \t\u3000]*：[ \t\u3000]*|:(?=[^\s/]))")
_ANY_SEPARATOR = re.compile(r"[ \t\u3000]*(?:[，、；;,|]|[ \t\u3000])[ \t\u3000]*")
_WORD = re.compile(r"[^\s\[\]{},，、；;|:：]+")
_DOUBLE = re.compile(r",[ \t]*(?=,)|(?<=[\[{])[ \t]*,")
_PAIRS: Final = {"[": "]", "{": "}"}


def chinese_signs(lines: WrittenLines, number: int, shape: type[Shape]) -> Iterator[Slip]:
    """Full-width brackets, commas and colons in a list or in braces."""
    line = lines[number]
    if line is None or not _value(line):
        return
    value, at = _value(line), line.value_at
    opening, closing = value[:1], value[-1:]
    if opening == "[" and closing == "]" and _SEPARATORS.search(value):
        mended = _SEPARATORS.sub(", ", value)
        sign = _SEPARATORS.search(value)
        assert sign
        yield _signs("list-comma", line, at + sign.start(), value, mended, True, sign[0].strip())
    if opening in ("{", "｛") or closing == "}":
        mended = _SEPARATORS.sub(", ", _COLON.sub(": ", value)).translate(_BRACES)
        yield from _if_changed("list-braces", line, value, mended)
    if opening in _LEFT and closing in _RIGHT and len(value) > 1 and (opening == "[") == (closing == "]"):
        mended = "[" + _SEPARATORS.sub(", ", value[1:-1]) + "]"
        yield from _if_changed("list-brackets", line, value, mended)


def _if_changed(variant: str, line: WrittenLine, value: str, mended: str) -> Iterator[Slip]:
    if mended != value:
        first = next((at for at, (was, now) in enumerate(zip(value, mended, strict=False)) if was != now), 0)
        sign = value[first]
        name = "list-gap" if sign.isalnum() or sign in "\"'" else variant
        yield _signs(name, line, line.value_at + first, value, mended, False, sign)


def _signs(variant: str, line: WrittenLine, at: int, value: str, mended: str, safe: bool, sign: str) -> Slip:
    stretch = (line.value_at, line.value_at + len(value))
    return slip(variant, at, stretch, mended, safe, sign=sign, right=mended)


def no_brackets(lines: WrittenLines, number: int, shape: type[Shape]) -> Iterator[Slip]:
    """What should be a list, written without brackets."""
    line = lines[number]
    if line is None or not _value(line) or line.value[0] in "{['\"|>":
        return
    value = _value(line).strip(_LEFT + _RIGHT)
    words = _WORD.findall(value)
    if words and _ANY_SEPARATOR.sub("", value) == "".join(words):
        mended = "[" + ", ".join(words) + "]"
        stretch = (line.value_at, line.value_at + len(_value(line)))
        yield slip("list-none", line.value_at, stretch, mended, False, right=mended)


def unpaired(lines: WrittenLines, number: int, shape: type[Shape]) -> Iterator[Slip]:
    """A bracket or brace that is missing, of the wrong sort, or one too many."""
    line = lines[number]
    if line is None or not _value(line):
        return
    value, start = _value(line), line.value_at
    end = start + len(value)
    closing = _PAIRS.get(value[0])
    if closing:
        if value[-1] in _RIGHT + "}｝,，;；" and value[-1] != closing:
            yield slip("bracket-sort", end - 1, (end - 1, end), closing, False, sign=value[-1], right=closing)
        if value.count(value[0]) > value.count(closing):
            yield slip("bracket", start, (end, end), closing, False, sign=closing)
        if value.count(value[0]) < value.count(closing):
            yield slip("bracket-extra", end - 1, (end - 1, end), "", False, sign=closing)
    elif value[-1] in "]}":
        opening = "[" if value[-1] == "]" else "{"
        yield slip("bracket-open", start, (start, start), opening, False, sign=opening)
    yield from _last_of_many(lines, line, end)


def _last_of_many(lines: WrittenLines, line: WrittenLine, end: int) -> Iterator[Slip]:
    """The end of a list over several lines that is not closed."""
    for above in lines.before(line.number):
        opening = above.value[:1] if above.key or above.dashes else ""
        if opening in _PAIRS and _PAIRS[opening] not in lines.text[above.start : end]:
            yield slip("bracket", above.value_at, (end, end), _PAIRS[opening], False, sign=_PAIRS[opening])
        if above.key or above.dashes:
            return


def commas(lines: WrittenLines, number: int, shape: type[Shape]) -> Iterator[Slip]:
    """A comma behind a value, as in JSON, or one too many inside brackets."""
    line = lines[number]
    if line is None or not _value(line):
        return
    value = _value(line)
    end = line.value_at + len(value)
    if value[-1] in ",，;；" and len(value) > 1:
        bare = value.rstrip(",，;； ")
        yield slip(
            "comma-behind", line.value_at + len(bare), (line.value_at + len(bare), end), "", False, sign=value[-1]
        )
    double = _DOUBLE.search(value) if value[0] in _PAIRS else None
    if double:
        at = line.value_at + double.start()
        mended = _DOUBLE.sub("", value)
        yield slip("comma-twice", at, (line.value_at, end), mended, False, right=mended)


def _value(line: WrittenLine) -> str:
    """The value without blanks and a comment behind it."""
    return COMMENT.sub("", line.value).rstrip()

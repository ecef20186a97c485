"""Bold, code and links inside a text that people typed: read here once, for checks, pages and plain words alike.

`**bold**`, `` `code` ``, `[words](target)`; a backslash before one of the signs shows the sign. Nothing else is a mark:
`5*3*2`, `__` and HTML are shown as typed. This is not CommonMark, whose `**` neither opens nor closes between Chinese
punctuation and a Chinese character (`**重点：**见`): Chinese has no blanks between words, so here `**` opens where no
blank follows and closes where none stands before, whatever punctuation is beside it.

How it works: `_items` cuts the text at its signs from left to right and makes code and links as soon as they are whole;
pairs of asterisks wait as `_Stars` until `_bold` pairs them, once for the inside of each link and once for the rest, so
that bold never crosses the edge of a link. Whatever marks nothing stays text and is remembered as a `Stray`.

Three things must stay so. The runs together are the whole text, and `start` counts in the text as typed: checks point
at it, and `qualified` writes there. Every step goes through the text once, with code ends looked up beforehand and one
bracket closing at most one link: going back would make a hostile text cost its square. And what changes here changes
the fingerprint of every wording with marks, so that people are asked to look at their old answers again.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from levelbook.text.runs import OUTSIDE, Bold, Inline, InlineCode, InlineLink, InlinePart, InlineText, Stray

_TOKEN = re.compile(r"\\[*`\[\]]|`+|\*+|\[|\]")
_TARGET = re.compile(r"\(((?:[^()\n]|\([^()\n]*\))*+)\)")
"""What stands behind the words of a link; brackets in an address come in pairs."""
_BACKTICKS = re.compile(r"`+")
_ANY_MARK = re.compile(r"[*`\[\\]")
_ADDRESS = re.compile(r"(?!//)[^\s:<>\"'\\\x00-\x1f]+")
"""What may name something of the handbook; whatever else stands behind brackets was hardly meant as a link."""
_LOCAL_ID = re.compile(r"[a-z][a-z0-9-]*(?:@[a-z][a-z0-9-]*)?")
"""An id of the sequence in which it is written."""
_HTML_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>")


class Marked(str):
    """A text that may hold marks. Where it is shown or put into a sentence, only its words are; whoever knows what to
    do with marks takes it as it is.
    """

    __slots__ = ()

    def __str__(self) -> str:
        return plain(self)

    def __format__(self, how: str) -> str:
        return format(plain(self), how)

    def __html__(self) -> str:
        """Its words, for templates that show it without marks."""
        return _escaped(plain(self))


@dataclass(frozen=True, slots=True)
class _Stars:
    """Two asterisks that may begin or end bold words."""

    start: int
    opens: bool
    closes: bool


_Item = InlinePart | _Stars


@lru_cache(maxsize=4096)
def parse(text: str) -> Inline:
    """A text cut into runs, with the marks in it that mark nothing."""
    if not _ANY_MARK.search(text):
        return Inline((InlineText(text),) if text else ())
    strays: list[Stray] = []
    parts = _bold(_items(text, strays), strays)
    return Inline(parts, tuple(sorted(strays, key=lambda stray: stray.start)))


def plain(text: str) -> str:
    """The words of a text without its marks: for titles, quotations, search, tables, comparison."""
    return _words(parse(text).parts) if _ANY_MARK.search(text) else str.__str__(text)


def qualified(text: str, sequence: str) -> str:
    """A text whose links name things of its own sequence by `sequence/id`, so that it can stand anywhere."""
    if "](" not in text:
        return text
    pieces, at = [], 0
    for link in parse(text).links():
        if _LOCAL_ID.fullmatch(link.target):
            pieces += [text[at : link.start], f"{sequence}/"]
            at = link.start
    return "".join(pieces) + text[at:]


def tags(text: str) -> Iterator[tuple[int, str]]:
    """Where HTML stands in a text, which is shown as typed; in code it is meant to be."""
    if "<" not in text or ">" not in text:
        return
    codes = parse(text).codes()
    code = next(codes, None)
    for tag in _HTML_TAG.finditer(text):
        while code and code.end <= tag.start():
            code = next(codes, None)
        if code is None or tag.start() < code.start:
            yield tag.start(), tag[0]


def _items(text: str, strays: list[Stray]) -> list[_Item]:
    """A text cut at its signs: links and code are made, what may be bold is left to be paired."""
    items: list[_Item] = []
    brackets: list[int] = []  # where in the items each bracket stands that is still open
    ends = _code_ends(text)
    at = 0
    while token := _TOKEN.search(text, at):
        start, end = token.span()
        _add(items, text[at:start])
        at = end
        match token[0][0]:
            case "\\":
                _add(items, token[0][1])
            case "`" if start in ends:
                at = ends[start] + len(token[0])
                items.append(InlineCode(_trimmed(text[end : ends[start]]), start, at))
            case "*" if end - start == 2:
                items.append(_stars(text, start, end))
            case "[":
                brackets.append(len(items))
                items.append(InlineText("["))
            case "]" if brackets:
                at = _close(text, end, items, brackets, strays)
            case _:
                _stray(text, start, end, strays)
                _add(items, token[0])
    _add(items, text[at:])
    return items


def _stars(text: str, start: int, end: int) -> _Stars:
    """Two asterisks with what they can do: no blank follows what begins, none stands before what ends."""
    opens = end < len(text) and not text[end].isspace()
    return _Stars(start, opens, start > 0 and not text[start - 1].isspace())


def _add(items: list[_Item], words: str) -> None:
    if words:
        items.append(InlineText(words))


def _stray(text: str, start: int, end: int, strays: list[Stray]) -> None:
    """Three asterisks are a slip; one is a sign of its own, and more are a line or a mask."""
    if text[start] == "*" and end - start == 3:
        strays.append(Stray(start, "bold", "***"))


def _close(text: str, end: int, items: list[_Item], brackets: list[int], strays: list[Stray]) -> int:
    """Takes a closing bracket: a link if a target follows, else a bracket; the result is where to read on."""
    opened = brackets.pop()
    target = _TARGET.match(text, end)
    address = target[1].strip() if target else ""
    start = target.start(1) + target[1].index(address) if target else end
    if target and not (_ADDRESS.fullmatch(address) or OUTSIDE.fullmatch(address)):
        strays.append(Stray(start, "link", address))
        target = None
    inner = items[opened + 1 :] if target else []
    if target is None or not _has_words(inner):
        items.append(InlineText("]"))
        return end
    del items[opened:]
    brackets.clear()  # a link holds no other
    items.append(InlineLink(_bold(inner, strays), address, start))
    return target.end()


def _has_words(items: list[_Item]) -> bool:
    return any(
        isinstance(item, InlineCode | Bold) or (isinstance(item, InlineText) and item.text.strip()) for item in items
    )


def _code_ends(text: str) -> dict[int, int]:
    """Where each run of backticks finds the next one of its length."""
    ends: dict[int, int] = {}
    later: dict[int, int] = {}
    for run in reversed(list(_BACKTICKS.finditer(text))):
        length = len(run[0])
        if length in later:
            ends[run.start()] = later[length]
        later[length] = run.start()
    return ends


def _trimmed(code: str) -> str:
    """Code without the blanks that kept a backtick in it off the marks."""
    return code[1:-1] if code[:1] == code[-1:] == " " and code.strip() else code


def _bold(items: list[_Item], strays: list[Stray]) -> tuple[InlinePart, ...]:
    """Pairs asterisks: one that can end bold words ends those that the nearest one before began."""
    parts: list[InlinePart] = []
    begun: tuple[int, _Stars] | None = None
    for item in items:
        if not isinstance(item, _Stars):
            parts.append(item)
            continue
        if begun and item.closes:
            parts[begun[0] :] = [Bold(_joined(parts[begun[0] + 1 :]))]
            begun = None
            continue
        if item.opens:
            strays += _unpaired(begun)
            begun = len(parts), item
        else:
            strays.append(Stray(item.start, "bold", "**"))
        parts.append(InlineText("**"))
    strays += _unpaired(begun)
    return _joined(parts)


def _unpaired(begun: tuple[int, _Stars] | None) -> list[Stray]:
    return [Stray(begun[1].start, "bold", "**")] if begun else []


def _joined(parts: list[InlinePart]) -> tuple[InlinePart, ...]:
    """Runs with plain words beside each other made one."""
    joined: list[InlinePart] = []
    words: list[str] = []
    for part in parts:
        if isinstance(part, InlineText):
            words.append(part.text)
            continue
        if words:
            joined.append(InlineText("".join(words)))
            words = []
        joined.append(part)
    return (*joined, InlineText("".join(words))) if words else tuple(joined)


def _words(parts: tuple[InlinePart, ...]) -> str:
    return "".join(part.text if isinstance(part, InlineText | InlineCode) else _words(part.parts) for part in parts)


def _escaped(text: str) -> str:
    for sign, written in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("'", "&#39;"), ('"', "&#34;")):
        text = text.replace(sign, written)
    return text

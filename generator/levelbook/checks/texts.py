"""Bold, code and links in texts: do they mark what they were meant to, and do the links lead somewhere?"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, Final

from levelbook.checks.context import CheckContext, error, information, warning
from levelbook.checks.names import Thing
from levelbook.checks.references import RECORDS, likely
from levelbook.loading.data_file import DataFile
from levelbook.loading.schema_walk import TextAt
from levelbook.loading.suggest import suggest
from levelbook.model.base import TWIN
from levelbook.problems import Problem
from levelbook.text.inline import parse, tags
from levelbook.text.runs import Inline, InlineCode, InlineLink

_MOST: Final = 20
"""How many mistakes are told of one text."""
_AS_PRINTED: Final = frozenset({"printed", "title"})
_PAGE = re.compile(r"[#?]|\.(?:html?|md)\b|^[./]|/.*/")
"""What has the looks of a page of the site."""
_OF_SEQUENCE = re.compile(r"sequences/([a-z0-9-]+)/(?:[a-z]+/([a-z0-9-]+))?")
_OF_CODE = re.compile(r"\bid/([A-Z0-9-]+(?:\.[a-z0-9-]+)?)")


def marks(view: CheckContext) -> Iterator[Problem]:
    """Everything in all texts that looks like a mark and is none, or leads nowhere."""
    for sequence, sheet, said in view.texts():
        yield from islice(_of_text(view, sequence, sheet, said), _MOST)


def _of_text(view: CheckContext, sequence: str, sheet: DataFile[Any], said: TextAt) -> Iterator[Problem]:
    if not said.shape.may_hold_marks(said.key):
        yield from _in_plain(sheet, said)
        return
    read = parse(said.text)
    for stray in read.strays:
        yield warning("text-mark", sheet.place(said.text.at(stray.start)), stray.sort, mark=stray.words)
    for link in read.links():
        if not link.outside:
            yield from _link(view, sequence, sheet, said, link)
    yield from (_tag(sheet, said, at, tag) for at, tag in tags(said.text))


def _in_plain(sheet: DataFile[Any], said: TextAt) -> Iterator[Problem]:
    """Marks where a text is shown as typed: in names and the like."""
    twin = TWIN.fullmatch(said.key)
    base = twin["base"] if twin else said.key
    if base in _AS_PRINTED or not said.shape.may_have_twin(base):
        return
    mark = _first(parse(said.text))
    if mark:
        yield warning("text-mark", sheet.place(said.text), "plain", key=said.key, mark=mark)


def _first(read: Inline) -> str:
    """How the first mark of a text is written."""
    for part in read.parts:
        if isinstance(part, InlineLink):
            return "[…](…)"
        if isinstance(part, InlineCode):
            return "`…`"
        if hasattr(part, "parts"):
            return "**…**"
    return ""


def _tag(sheet: DataFile[Any], said: TextAt, at: int, tag: str) -> Problem:
    return information("text-mark", sheet.place(said.text.at(at)), "tag", mark=tag)


def _link(view: CheckContext, sequence: str, sheet: DataFile[Any], said: TextAt, link: InlineLink) -> Iterator[Problem]:
    place, target = sheet.place(said.text.at(link.start)), link.target
    found = _find(view, sequence, target)
    if isinstance(found, Thing):
        if found.retired and not said.retired and said.shape not in RECORDS:
            yield error("retired-used", place, address=target)
    elif target in view.losses.single():
        yield error("ref-unknown", place, "gone", address=target)
    elif found is False and target not in view.losses.former():
        page = bool(_PAGE.search(target))
        near = _of_page(view, target) if page else _near(view, sequence, target)
        yield error("ref-unknown", place, "page" if page else "link", address=target, guess=near)


def _find(view: CheckContext, sequence: str, target: str) -> Thing | bool | None:
    """What a link names; also by the code that stands on its page (`KEY.junior`). Files of no sequence have no ids."""
    code, dot, key = target.partition(".")
    if dot and code in view.names.homes:
        return view.names.find(f"{view.names.homes[code]}/{key}", sequence)
    found = view.names.find(target, sequence)
    return False if isinstance(found, Thing) and not found.sequence else found


def _near(view: CheckContext, sequence: str, target: str) -> str:
    """What a link may have been meant to name."""
    names = view.names
    code, dot, _ = target.partition(".")
    if dot and code in names.homes:
        return suggest(target, [f"{code}.{key}" for key in names.ids[names.homes[code]]])
    if not sequence and "/" not in target:
        owner = next((one for one, ids in names.ids.items() if one and target.partition("@")[0] in ids), "")
        return f"{owner}/{target}" if owner else ""
    return suggest(target, likely(names, sequence, target, frozenset()))


def _of_page(view: CheckContext, target: str) -> str:
    """The address of what a page of the site is about."""
    code, thing = _OF_CODE.search(target), _OF_SEQUENCE.search(target)
    meant = code[1] if code else f"{thing[1]}/{thing[2] or ''}" if thing else ""
    return meant if meant and isinstance(view.names.find(meant, ""), Thing) else ""

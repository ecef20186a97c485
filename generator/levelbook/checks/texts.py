"""Texts: do their marks and links say what they were meant to, and who sums up what the source is about?"""

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, Final

from levelbook.checks.context import CheckContext, error, information, warning
from levelbook.checks.names import Thing
from levelbook.checks.references import RECORDS, likely
from levelbook.loading.data_file import DataFile
from levelbook.loading.nodes import Mapping as Tree
from levelbook.loading.nodes import Text
from levelbook.loading.schema_walk import TextAt
from levelbook.loading.suggest import suggest
from levelbook.model.base import TWIN, Shape
from levelbook.model.competency import Cell, Competency
from levelbook.problems import Problem
from levelbook.text.inline import parse, tags
from levelbook.text.runs import Inline, InlineCode, InlineLink

_MAX_PROBLEMS: Final = 20
"""Told of one text."""
_AS_PRINTED: Final = frozenset({"printed", "title"})
_SAID_BY: Final[Mapping[type[Shape], tuple[str, ...]]] = {Competency: ("definition", "short"), Cell: ("summary",)}
"""Under which keys the source says what something is about."""
_PAGE = re.compile(r"[#?]|\.(?:html?|md)\b|^[./]|/.*/")
"""What has the looks of a page of the site."""
_OF_SEQUENCE = re.compile(r"sequences/([a-z0-9-]+)/(?:[a-z]+/([a-z0-9-]+))?")
_OF_CODE = re.compile(r"\bid/([A-Z0-9-]+(?:\.[a-z0-9-]+)?)")


def marks(ctx: CheckContext) -> Iterator[Problem]:
    """Everything in all texts that looks like a mark and is none, or leads nowhere."""
    for sequence, data_file, text_at in ctx.texts():
        yield from islice(_of_text(ctx, sequence, data_file, text_at), _MAX_PROBLEMS)


def _of_text(ctx: CheckContext, sequence: str, data_file: DataFile[Any], text_at: TextAt) -> Iterator[Problem]:
    if not text_at.shape.may_hold_marks(text_at.key):
        yield from _in_plain(data_file, text_at)
        return
    read = parse(text_at.text)
    for stray in read.strays:
        yield warning("text-mark", data_file.place(text_at.text.at(stray.start)), stray.sort, mark=stray.words)
    for link in read.links():
        if not link.outside:
            yield from _link(ctx, sequence, data_file, text_at, link)
    yield from (_tag(data_file, text_at, at, tag) for at, tag in tags(text_at.text))


def _in_plain(data_file: DataFile[Any], text_at: TextAt) -> Iterator[Problem]:
    """Marks where a text is shown as typed: in names and the like."""
    twin = TWIN.fullmatch(text_at.key)
    base = twin["base"] if twin else text_at.key
    if base in _AS_PRINTED or not text_at.shape.may_have_twin(base):
        return
    mark = _first(parse(text_at.text))
    if mark:
        yield warning("text-mark", data_file.place(text_at.text), "plain", key=text_at.key, mark=mark)


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


def _tag(data_file: DataFile[Any], text_at: TextAt, at: int, tag: str) -> Problem:
    return information("text-mark", data_file.place(text_at.text.at(at)), "tag", mark=tag)


def _link(
    ctx: CheckContext, sequence: str, data_file: DataFile[Any], text_at: TextAt, link: InlineLink
) -> Iterator[Problem]:
    place, target = data_file.place(text_at.text.at(link.start)), link.target
    thing = _find(ctx, sequence, target)
    if isinstance(thing, Thing):
        if thing.retired and not text_at.retired and text_at.shape not in RECORDS:
            yield error("retired-used", place, address=target)
    elif target in ctx.losses.single():
        yield error("ref-unknown", place, "gone", address=target)
    elif thing is False and target not in ctx.losses.former():
        page = bool(_PAGE.search(target))
        near = _of_page(ctx, target) if page else _near(ctx, sequence, target)
        yield error("ref-unknown", place, "page" if page else "link", address=target, guess=near)


def _find(ctx: CheckContext, sequence: str, target: str) -> Thing | bool | None:
    """What a link names; also by the code that stands on its page (`KEY.junior`). Files of no sequence have no ids."""
    code, dot, key = target.partition(".")
    if dot and code in ctx.names.homes:
        return ctx.names.find(f"{ctx.names.homes[code]}/{key}", sequence)
    thing = ctx.names.find(target, sequence)
    return False if isinstance(thing, Thing) and not thing.sequence else thing


def _near(ctx: CheckContext, sequence: str, target: str) -> str:
    """What a link may have been meant to name."""
    names = ctx.names
    code, dot, _ = target.partition(".")
    if dot and code in names.homes:
        return suggest(target, [f"{code}.{key}" for key in names.ids[names.homes[code]]])
    if not sequence and "/" not in target:
        base = target.partition("@")[0]
        owner = next((owner for owner, ids in names.ids.items() if owner and base in ids), "")
        return f"{owner}/{target}" if owner else ""
    return suggest(target, likely(names, sequence, target, frozenset()))


def _of_page(ctx: CheckContext, target: str) -> str:
    """The address of what a page of the site is about."""
    code, thing = _OF_CODE.search(target), _OF_SEQUENCE.search(target)
    meant = code[1] if code else f"{thing[1]}/{thing[2] or ''}" if thing else ""
    return meant if meant and isinstance(ctx.names.find(meant, ""), Thing) else ""


def in_short(ctx: CheckContext) -> Iterator[Problem]:
    """What is said in short stands only where the source has no definition (whole or short) or summary."""
    for _, data_file, part in ctx.parts():
        key = next((key for key in _SAID_BY.get(part.shape, ()) if part.text(key) is not None), "")
        guidance = part.node.at("guidance")
        if key and isinstance(guidance, Tree):
            said = guidance.key("in_short")
            if isinstance(said, Text):
                yield error("choose-one", data_file.place(said), "in_short", key=key)

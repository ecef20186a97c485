"""Reads the files of a site that are no pages: data of scripts, tables, feeds; and quotations as they are pasted."""

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import markdown

from tests.pages.data_files import held

ATOM_CONTENT = "{http://www.w3.org/2005/Atom}content"
PASTED = '<head><meta http-equiv="Content-Security-Policy" content="default-src \'none\'"></head><body>{html}'
"""A page that something is pasted into."""
QUOTED = frozenset("blockquote p br a footer".split())
"""What a quotation is made of."""
FATES = {"stays", "gone", "added"}
RUNNING = re.compile(r"[=+\-@\t\r\n]")
"""A cell that begins so is run by a spreadsheet."""


@dataclass
class Held:
    """What a file holds."""

    texts: list[str]
    strange: list[str] = field(default_factory=list)
    """What would run."""


def script(path: Path) -> Held:
    """The data of a script."""
    return Held(list(_strings(held(path.read_text(encoding="utf-8")))))


def table(path: Path) -> Held:
    """A file of comma-separated values."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        cells = [cell for row in csv.reader(lines, strict=True) for cell in row]
    return Held(cells, [cell for cell in cells if RUNNING.match(cell)])


def xml(path: Path, pasted: Callable[[str], Held]) -> Held:
    """A feed or a list of pages; what a feed says in HTML is read as HTML."""
    made = Held([])
    for element in ElementTree.parse(path).iter():
        made.texts += element.attrib.values()
        if element.tag == ATOM_CONTENT:
            assert element.get("type") == "html"
            inner = pasted(element.text or "")
            made.texts += inner.texts
            made.strange += inner.strange
        else:
            made.texts += [element.text or "", element.tail or ""]
    return made


def as_pasted(quotation: str) -> Iterator[str]:
    """The HTML that a quotation becomes where it is pasted."""
    if quotation.startswith("<"):
        yield quotation
    else:
        yield markdown.markdown(quotation)
        yield markdown.markdown(quotation, extensions=["extra"])


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif _is_difference(value):
        for left in ("added", "gone"):
            yield "".join(text for fate, text in value if fate != left)
    elif isinstance(value, dict | list):
        for inner in [*value, *value.values()] if isinstance(value, dict) else value:
            yield from _strings(inner)


def _is_difference(value: Any) -> bool:
    """Whether these are the runs of two texts in one, which is read twice: as it says now, and as it said."""
    return (
        isinstance(value, list)
        and bool(value)
        and all(isinstance(run, list) and len(run) == 2 and run[0] in FATES for run in value)
    )

"""The anchors of a page: the ids that people can link to.

What people copy from the address bar stays a promise, so it is read from the page as it is written, whoever wrote it:
ids of headings, rows, lines and sections. Left out are:

- ids of fields, buttons and drawings, and of data in script elements, which labels and scripts go by and which change
  with them;
- ids inside `<template>`, which no address reaches;
- `top`, the heading of every page: it answers wherever the page does.
"""

import re
from html import unescape
from typing import Final

_UNREACHED: Final = re.compile(r"<(script|style|template|svg)\b.*?</\1>", re.DOTALL | re.IGNORECASE)
_WITH_ID: Final = re.compile(r"<([a-z][\w-]*)\b(?:[^>\"]|\"[^\"]*\")*?\sid=\"([^\"]*)\"", re.IGNORECASE)
_FIELDS: Final = frozenset("input select textarea button option output meter progress label datalist form".split())
_EVERYWHERE: Final = "top"


def anchors_of(html: str) -> tuple[str, ...]:
    """The anchors of a page, or of what stands in the content area of its theme: sorted, each once."""
    found = _WITH_ID.findall(_UNREACHED.sub("", html))
    return tuple(sorted({unescape(name) for tag, name in found if tag.lower() not in _FIELDS} - {_EVERYWHERE, ""}))

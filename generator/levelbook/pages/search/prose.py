"""Hand-written pages, section by section: who looks for printing wants what the guide says of it, not the guide."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

from levelbook.pages.search.contract import HitKind, PageEntry
from levelbook.site import urls
from levelbook.site.hand_written import HAND_WRITTEN
from levelbook.site.urls import file_address

_HEADING: Final = re.compile(r'<h[234][^>]*\bid="(?P<id>[^"]+)"[^>]*>(?P<name>.*?)</h[234]>', re.DOTALL)
_TAG_OR_CODE: Final = re.compile(r"<(script|style|pre)\b.*?</\1>|<a class=\"headerlink\".*?</a>|<[^>]*>", re.DOTALL)


def sections(title: str, address: str, html: str) -> Iterator[PageEntry]:
    """A page with what stands before its first heading, and each section of it."""
    kind = _kind(address)
    heads = [*_HEADING.finditer(html)]
    ends = [*(head.start() for head in heads), len(html)]
    yield (title, address, kind, [], "", "", words_of_html(html[: ends[0]]), False)
    for head, end in zip(heads, ends[1:], strict=True):
        name, text = words_of_html(head["name"]), words_of_html(html[head.end() : end])
        yield (name, f"{address}#{unescape(head['id'])}", kind, [title], "", "", text, False)


def words_of_html(html: str) -> str:
    """The words of a page without its tags."""
    return " ".join(unescape(_TAG_OR_CODE.sub(" ", html)).split())


def _kind(address: str) -> HitKind:
    if address.endswith(file_address(urls.PROBLEMS)):
        return "problem"
    is_guide = any(address.endswith(file_address(guide)) for guide in HAND_WRITTEN)
    return "guide" if is_guide else "page"

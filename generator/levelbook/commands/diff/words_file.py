"""Writes words on changes into the draft of the next release, by position: nothing else in the file changes."""

import re
from collections.abc import Mapping
from typing import Final

from levelbook.loading.nodes import Listing
from levelbook.loading.nodes import Mapping as Tree
from levelbook.loading.parser import compose
from levelbook.model.values import NEXT

FILE: Final = "releases.yml"
_INDENT: Final = re.compile(r"[ ]*")


def with_words(text: str, given: Mapping[str, str]) -> str | None:
    """The text of releases.yml with words added to its draft, which is begun where there is none.

    None where the file is written in a way that this cannot add to; then nothing is written.
    """
    if not given:
        return text
    newline = "\r\n" if "\r\n" in text else "\n"
    root = compose(FILE, text).root
    if not text.strip() or not isinstance(root, Tree):
        lines = ["releases:", f"  - version: {NEXT}", "    words:", *_lines(given, 6)]
        return text + "".join(f"{line}{newline}" for line in lines)
    releases = root.at("releases")
    if not isinstance(releases, Listing) or releases.flow or not releases:
        return None
    first = releases[0]
    if not isinstance(first, Tree):
        return None
    if first.at("version") != NEXT:
        return _with_draft(text, first, given, newline)
    if first.flow:
        return None
    return _in_draft(text, first, given, newline)


def _with_draft(text: str, first: Tree, given: Mapping[str, str], newline: str) -> str:
    """A draft of its own above the newest release."""
    start = text.rfind("\n", 0, text.rfind("-", 0, first.span.start + 1)) + 1
    dash = len(_INDENT.match(text[start:])[0])  # type: ignore[index]
    lines = [f"{' ' * dash}- version: {NEXT}", f"{' ' * dash}  words:", *_lines(given, dash + 4)]
    return text[:start] + "".join(f"{line}{newline}" for line in lines) + text[start:]


def _in_draft(text: str, draft: Tree, given: Mapping[str, str], newline: str) -> str | None:
    known = draft.at("words")
    indent = draft.span.column - 1
    if isinstance(known, Tree) and known.flow:
        inside = ", ".join(f"{code}: {word}" for code, word in given.items())
        return text[: known.span.start + 1] + inside + (", " if known else "") + text[known.span.start + 1 :]
    if isinstance(known, Tree):
        key_line = text.rfind("\n", 0, known.span.start) + 1
        lines = _lines(given, known.span.column - 1)
        return text[:key_line] + "".join(f"{line}{newline}" for line in lines) + text[key_line:]
    if draft.key("words") is not None:
        return None
    end = text.find("\n", draft.span.start)
    at = len(text) if end < 0 else end + 1
    first_lines = "" if end >= 0 else newline
    lines = [f"{' ' * indent}words:", *_lines(given, indent + 2)]
    if draft.key("version") is None or draft.key("version").line != draft.line:  # type: ignore[union-attr]
        return None
    return text[:at] + first_lines + "".join(f"{line}{newline}" for line in lines) + text[at:]


def _lines(given: Mapping[str, str], indent: int) -> list[str]:
    return [f"{' ' * indent}{code}: {word}" for code, word in given.items()]

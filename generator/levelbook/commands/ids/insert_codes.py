"""Writes codes into files by position, changing nothing else by a byte."""

from collections.abc import Iterator
from typing import Any

from levelbook.commands.ids.assign import Given
from levelbook.loading.edit.insertion import Insertion, beside, first_key, insert
from levelbook.loading.files import text_of
from levelbook.loading.nodes import Listing, Mapping, Text
from levelbook.loading.parser import compose


def written(file: str, data: bytes, given: list[Given]) -> bytes | None:
    """A file's bytes with codes written in; none where the result would not read back as meant."""
    text = text_of(file, data)
    if not isinstance(text, str):
        return None
    changed = insert(text, [place for one in given for place in _insertions(text, one)])
    after = compose(file, changed)
    if after.broken or _stripped(after.root, {one.code for one in given}) != _plain(compose(file, text).root):
        return None
    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    return mark + changed.encode("utf-8")


def _insertions(text: str, one: Given) -> Iterator[Insertion]:
    if isinstance(one.node, Mapping):
        yield first_key(text, one.node, one.key, one.code)
    elif isinstance(one.node, Text):
        yield from beside(text, one.node, f"{one.key}: {one.code}", "text", one.flow)


def _plain(node: Any) -> Any:
    """A tree without its spots, with short forms written out, to compare."""
    if isinstance(node, Mapping):
        return {str(key): _plain(value) for key, value in node.items()}
    if isinstance(node, Listing):
        return [{"text": str(one)} if isinstance(one, Text) else _plain(one) for one in node]
    return node if node is None else str(node)


def _stripped(node: Any, codes: set[str]) -> Any:
    """The same, without the codes that were written in."""

    def strip(value: Any) -> Any:
        if isinstance(value, dict):
            kept = {k: v for k, v in value.items() if not (k in ("id", "code") and isinstance(v, str) and v in codes)}
            return {key: strip(one) for key, one in kept.items()}
        return [strip(one) for one in value] if isinstance(value, list) else value

    return strip(_plain(node))

"""Writes codes into files by position, changing nothing else by a byte."""

from collections.abc import Iterator
from typing import Any

from levelbook.commands.ids.assign import NewCode
from levelbook.loading.edit.insertion import Insertion, first_key, insert, short_form_to_mapping
from levelbook.loading.files import text_of
from levelbook.loading.nodes import Listing, Mapping, Text
from levelbook.loading.parser import compose


def with_codes(file: str, data: bytes, new_codes: list[NewCode]) -> bytes | None:
    """A file's bytes with codes written in; none where the result would not read back as meant."""
    text = text_of(file, data)
    if not isinstance(text, str):
        return None
    changed = insert(text, [insertion for new_code in new_codes for insertion in _insertions(text, new_code)])
    after = compose(file, changed)
    codes = {new_code.code for new_code in new_codes}
    before = _plain(compose(file, text).root)
    if after.broken or _without_codes(_plain(after.root), codes) != _without_codes(before, codes):
        return None
    byte_order_mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    return byte_order_mark + changed.encode("utf-8")


def _insertions(text: str, new_code: NewCode) -> Iterator[Insertion]:
    if isinstance(new_code.node, Mapping):
        yield first_key(text, new_code.node, new_code.key, new_code.code)
    elif isinstance(new_code.node, Text):
        yield from short_form_to_mapping(text, new_code.node, f"{new_code.key}: {new_code.code}", "text", new_code.flow)


def _plain(node: Any) -> Any:
    """A tree without its spots, with short forms written out, to compare."""
    if isinstance(node, Mapping):
        return {str(key): _plain(value) for key, value in node.items()}
    if isinstance(node, Listing):
        return [{"text": str(item)} if isinstance(item, Text) else _plain(item) for item in node]
    return node if node is None else str(node)


def _without_codes(value: Any, codes: set[str]) -> Any:
    """A plain tree without the codes that were written in."""
    if isinstance(value, dict):
        return {key: _without_codes(inner, codes) for key, inner in value.items() if not _is_code(key, inner, codes)}
    return [_without_codes(item, codes) for item in value] if isinstance(value, list) else value


def _is_code(key: str, value: Any, codes: set[str]) -> bool:
    return key in ("id", "code") and isinstance(value, str) and value in codes

"""What handbook.yml says of its language, also where there is something wrong with it."""

import re

from levelbook.loading.files import Unreadable

_LANGUAGE = re.compile(rb"""^["']?language["']?[ \t]*:[ \t]*["']?([A-Za-z]+)["']?[ \t]*(?:#.*)?\r?$""", re.MULTILINE)
_FIRST = re.compile(
    rb"""^["']?languages["']?[ \t]*:[ \t]*(?:\[[ \t]*|\r?\n[ \t]*-[ \t]+)["']?([A-Za-z]+)["']?[ \t]*[],\r\n]""",
    re.MULTILINE,
)


def stated_language(data: bytes | Unreadable) -> str | None:
    """The language that the file names, read from its lines: a slip above would keep the parser from coming there."""
    line = None if isinstance(data, Unreadable) else _FIRST.search(data) or _LANGUAGE.search(data)
    return line[1].decode("ascii") if line else None

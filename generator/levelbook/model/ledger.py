"""The file ledger.yml: every code ever given, so that none is given twice."""

import hashlib
import re
from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Final

from pydantic import Field, Tag, WithJsonSchema

from levelbook.model.base import Shape
from levelbook.model.values import BY_FORM, Version, patterned

UNKNOWN: Final = "unknown"
"""In place of a release: given, but nobody wrote down since when."""
_CODE = r"[A-Z][A-Z0-9]{1,7}(-[A-Z][A-Z0-9]{1,7}(-[0-9]{2,18})?|\.[a-z][a-z0-9-]*)?"
_PREFIX = r"[A-Z][A-Z0-9]{1,7}-[A-Z][A-Z0-9]{1,7}"
_NUMBERED = re.compile(rf"{_PREFIX}-[0-9]{{2,18}}")
_PATH = r"[a-z][a-z0-9-]*(/[a-z][a-z0-9-]*)?"
_SINCE = rf"[0-9]+\.[0-9]+\.[0-9]+|{UNKNOWN}"
_MARK = rf"[0-9a-f]{{16}}|{UNKNOWN}"


def _text(pattern: str, expected: str) -> tuple[object, object]:
    return patterned(pattern, expected), WithJsonSchema({"type": "string", "pattern": f"^({pattern})$"})


AnyCode = Annotated[str, *_text(_CODE, "ledger-code")]
"""The code of anything: `KEY`, `KEY-LIS`, `KEY-LIS-07`, `KEY.junior`."""
Prefix = Annotated[str, *_text(_PREFIX, "ledger-code")]
"""What numbers stand behind: `KEY-LIS`."""
Path = Annotated[str, *_text(_PATH, "ledger-path")]
"""A sequence's folder, or a competency's file in it: `key-account/listening`."""
Since = Annotated[str, *_text(_SINCE, "ledger-since")]
"""The first release, or the word that says why it is not told."""
Mark = Annotated[str, *_text(_MARK, "ledger-mark")]
"""What a text is known by, without being repeated."""


class Unreleased(Shape):
    """What is known of a code that no release has had yet."""

    new: Mark
    """The mark of the text it was given to, so that two branches that give one code are told apart."""


Entry = Annotated[Annotated[Since, Tag("text")] | Annotated[Unreleased, Tag("mapping")], BY_FORM]
"""What is known of a code."""


class CodeLedger(Shape):
    """The file ledger.yml, written by `levelbook ids` alone."""

    codes: dict[AnyCode, Entry] = Field(default_factory=dict)
    """Every code ever given, with the first release that had it."""
    highest: dict[Prefix, int] = Field(default_factory=dict)
    """The highest number ever given behind each beginning; shows when a line was lost."""
    paths: dict[Path, AnyCode] = Field(default_factory=dict)
    """Where sequences and competencies stood, and their codes."""
    published: dict[AnyCode, Version] = Field(default_factory=dict)
    """The older form of `codes`; read, and written anew as `codes`."""

    @cached_property
    def known(self) -> Mapping[str, str | Unreleased]:
        """Every code, whichever form it is written in."""
        return {**self.published, **self.codes}

    @cached_property
    def releases(self) -> Mapping[str, str]:
        """The first release of each code that has one."""
        return {code: entry for code, entry in self.known.items() if isinstance(entry, str) and entry != UNKNOWN}


def mark_of(text: str) -> str:
    """The mark of a text."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]


def number_of(code: str) -> tuple[str, int]:
    """The beginning and number of a code that has a number, else the code and 0."""
    head, _, number = code.rpartition("-")
    return (head, int(number)) if _NUMBERED.fullmatch(code) else (code, 0)


def order_of(code: str) -> tuple[str, int]:
    """By what codes are sorted: letters first, numbers as numbers."""
    return number_of(code)

"""The file ledger.yml: every code ever given and every path ever published, so that none is given twice or lost."""

import hashlib
import re
from collections.abc import Mapping
from typing import Annotated, Final, Self

from pydantic import ConfigDict, Field, Tag, WithJsonSchema, model_validator

from levelbook.model.base import Shape
from levelbook.model.values import BY_FORM, Version, patterned, wrong
from levelbook.tracing import lazily

UNKNOWN: Final = "unknown"
"""In place of a release: given, but nobody wrote down since when."""
_CODE = r"[A-Z][A-Z0-9]{1,7}(-[A-Z][A-Z0-9]{1,7}(-[0-9]{2,18})?|\.[a-z][a-z0-9-]*)?"
_PREFIX = r"[A-Z][A-Z0-9]{1,7}-[A-Z][A-Z0-9]{1,7}"
_ANY = re.compile(_CODE)
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


class CodeState(Shape):
    """What is known of a code beside its first release: that it has none yet, or that another code stands for it now.

    Exactly one of `new` and `since` is there; `undone` only beside `new`.
    """

    new: Mark | None = None
    """The mark of the text it was given to, so that two branches that give one code are told apart."""
    undone: bool = False
    """Whether what it was given to was taken back before any release; the code stays given."""
    since: Since | None = None
    """The first release that had it."""
    now: AnyCode | None = None
    """The code that stands for it now, of a level or competency whose code could not stay."""

    @model_validator(mode="after")
    def _new_or_since(self) -> Self:
        if (self.new is None) == (self.since is None) or (self.undone and self.new is None):
            raise wrong("ledger-entry")
        return self

    @property
    def written(self) -> str:
        """The entry as it stands in the file."""
        values = (("new", self.new), ("since", self.since), ("undone", "yes" if self.undone else ""), ("now", self.now))
        return f"{{{', '.join(f'{key}: {value}' for key, value in values if value)}}}"


Entry = Annotated[Annotated[Since, Tag("text")] | Annotated[CodeState, Tag("mapping")], BY_FORM]
"""What is known of a code: its first release, or more than that."""


class CodeLedger(Shape):
    """The file ledger.yml, written by levelbook alone: `ids`, `move`, `retire`, `release`."""

    model_config = ConfigDict(ignored_types=(lazily,))
    codes: dict[AnyCode, Entry] = Field(default_factory=dict)
    """Every code ever given, with the first release that had it."""
    highest: dict[Prefix, int] = Field(default_factory=dict)
    """The highest number ever given behind each beginning; shows when a line was lost."""
    paths: dict[Path, AnyCode] = Field(default_factory=dict)
    """Where sequences and competencies ever stood, and their codes; a path that was left keeps its line."""
    published: dict[AnyCode, Version] = Field(default_factory=dict)
    """The older form of `codes`; read, and written anew as `codes`."""

    @lazily
    def known(self) -> Mapping[str, str | CodeState]:
        """Every code, whichever form it is written in."""
        return {**self.published, **self.codes}

    @lazily
    def marks(self) -> Mapping[str, str]:
        """The mark of each code that no release has had yet, as far as it is known."""
        return {code: entry.new for code, entry in self._states.items() if entry.new}

    @lazily
    def undone(self) -> frozenset[str]:
        """Codes that were taken back before any release had them: they lead nowhere, and are never given again."""
        return frozenset(code for code, entry in self._states.items() if entry.undone)

    @lazily
    def now(self) -> Mapping[str, str]:
        """The newest code of each that had another one; nothing of those that only lead to each other."""
        steps = {code: str(entry.now) for code, entry in self._states.items() if entry.now}
        return {code: end for code in steps if (end := _end(code, steps))}

    def code_at(self, path: str) -> str:
        """The newest code of what stood at a path; nothing where nothing ever did."""
        code = self.paths.get(path, "")
        return self.now.get(code, code)

    @lazily
    def releases(self) -> Mapping[str, str]:
        """The first release of each code that has one, whatever it was called then."""
        since = {code: _since(entry) for code, entry in self.known.items()}
        first = {code: release for code, release in since.items() if release}
        for code, end in self.now.items():
            if code in first:
                first[end] = min(first.get(end, first[code]), first[code], key=figures_of)
        return first

    @lazily
    def _states(self) -> Mapping[str, CodeState]:
        return {code: entry for code, entry in self.known.items() if isinstance(entry, CodeState)}


def _since(entry: str | CodeState) -> str:
    """The first release of an entry; nothing where none is told."""
    since = entry if isinstance(entry, str) else entry.since or UNKNOWN
    return "" if since == UNKNOWN else since


def led_on(code: str, steps: Mapping[str, str]) -> tuple[str, ...]:
    """A code and those that it leads to, one after the other; a circle is walked once."""
    codes = [code]
    while (after := steps.get(codes[-1])) and after not in codes:
        codes.append(after)
    return tuple(codes)


def _end(code: str, steps: Mapping[str, str]) -> str:
    """Where a chain of codes ends; nothing where it goes round in a circle."""
    last = led_on(code, steps)[-1]
    return "" if last in steps else last


def seal_of_codes(ledger: CodeLedger) -> str:
    """What changes when a line of a code that a release has had is lost or given another release."""
    lines = sorted(f"{code} {since}" for code, entry in ledger.known.items() if (since := _since(entry)))
    return hashlib.sha256("\n".join(lines).encode("utf-8")).hexdigest()


def figures_of(version: str) -> tuple[int, ...]:
    """By what versions are sorted."""
    return tuple(int(figure) for figure in version.split("."))


def mark_of(text: str) -> str:
    """The mark of a text."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]


def is_code(text: str) -> bool:
    """Whether a text can stand in the ledger as a code."""
    return _ANY.fullmatch(text) is not None


def number_of(code: str) -> tuple[str, int]:
    """The beginning and number of a code that has a number, else the code and 0."""
    head, _, number = code.rpartition("-")
    return (head, int(number)) if _NUMBERED.fullmatch(code) else (code, 0)


def order_of(code: str) -> tuple[str, int]:
    """By what codes are sorted: letters first, numbers as numbers."""
    return number_of(code)

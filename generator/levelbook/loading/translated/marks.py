"""Which wording each translation was made from: the file translations.yml, written by `levelbook translations` alone.

A line stands for a translation: its key, its mark, and the mark of the wording that it was made from; lines stand below
the file that the translation stands in, sorted. So two branches that translate different texts merge by themselves, and
of two that change one text both lines may stay: a wording has as many marks as it has lines. No line names a place, so
that a text may be moved within its file; a text that moves to another file counts as new there.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any, Final

from levelbook.loading.data_file import DataFile
from levelbook.loading.nodes import Text
from levelbook.model.base import TWIN
from levelbook.model.history import FactTable
from levelbook.text.wording import fingerprint

TRANSLATIONS: Final = "translations.yml"
_LENGTH: Final = 8
"""Of a mark, in hexadecimal digits: it only has to differ from others of its key in one file."""
_FILE: Final = re.compile(r"(?P<file>[^\s:#][^:]*\.yml):")
_LINE: Final = re.compile(r"  (?P<key>[a-z_]+_[a-z]{2}) (?P<twin>[0-9a-f]{8}): (?P<text>[0-9a-f]{8})")
_MERGE: Final = re.compile(r"(<{7}|={7}|>{7}|\|{7})(?=[ ]|$)")

Known = dict[tuple[str, str, str], set[str]]
"""By file, key and mark of the translation: the marks of the wordings it was made from."""
Published = dict[tuple[str, str], set[str]]
"""By key and mark of a translation: the marks of the texts beside which it was published."""


@dataclass(frozen=True)
class TranslationMarks:
    """What translations.yml says."""

    known: Known = field(default_factory=dict)
    strange: int = 0
    """The first line that the command cannot have written; 0 where there is none."""
    heads: tuple[str, ...] = ()
    """The comments above the first line."""


@dataclass(frozen=True)
class Twin:
    """A translation as it stands in a file."""

    file: str
    key: str
    base: str
    """The key that it translates."""
    at: Text
    mark: str
    text_mark: str
    """The mark of the text it stands beside."""

    @property
    def name(self) -> tuple[str, str, str]:
        """By which it is known."""
        return self.file, self.key, self.mark

    @property
    def place(self) -> str:
        """File and line, as people are told."""
        return f"{self.file}:{self.at.line}"


def marks_of(text: str) -> TranslationMarks:
    """What the file says; lines of both branches count where a merge has left its marks."""
    known: Known = {}
    file, strange = "", 0
    for number, line in enumerate(text.splitlines(), 1):
        head, entry = _FILE.fullmatch(line.rstrip()), _LINE.fullmatch(line.rstrip())
        if head:
            file = head["file"]
        elif entry and file:
            known.setdefault((file, entry["key"], entry["twin"]), set()).add(entry["text"])
        elif line.strip() and not line.startswith("#") and not _MERGE.match(line):
            strange = strange or number
    heads = takewhile(lambda line: line.startswith("#"), text.splitlines())
    return TranslationMarks(known, strange, tuple(head.removeprefix("#").strip() for head in heads))


def every_twin(data_files: Iterable[DataFile[Any]]) -> list[Twin]:
    """All translations of some files, file by file."""
    return [twin for data_file in data_files for twin in twins_of(data_file)]


def twins_of(data_file: DataFile[Any]) -> Iterator[Twin]:
    """All translations of a file, in its order."""
    for part in data_file.parts():
        for key, twin in part.node.items():
            match = TWIN.fullmatch(key)
            if not match or not isinstance(twin, Text) or not part.shape.may_have_twin(match["base"]):
                continue
            text = part.text(match["base"])
            if text is not None:
                yield Twin(data_file.file, str(key), match["base"], twin, _mark(twin), _mark(text))


def stale(twins: Iterable[Twin], known: Known) -> list[Twin]:
    """The translations that were made from another wording than they stand beside.

    Where all wordings of a translation are still there, one more beside the same words is new, not changed.
    """
    every = list(twins)
    now: Known = {}
    for twin in every:
        now.setdefault(twin.name, set()).add(twin.text_mark)
    changed = {name for name, texts in known.items() if name in now and texts - now[name]}
    return [twin for twin in every if twin.name in changed and twin.text_mark not in known[twin.name]]


def unnoted(twins: Iterable[Twin], known: Known) -> set[tuple[str, str, str]]:
    """The names of translations of which nobody has noted what they were made from."""
    return {twin.name for twin in twins} - known.keys()


def noted(twins: Iterable[Twin], known: Known, published: Published, holding: Iterable[Twin] = ()) -> Known:
    """What each translation was made from: what it stands beside, but for those that wait for a change.

    One that nobody has noted, but was published beside another text, was made from that one; those in `holding` fit
    what they stand beside all the same.
    """
    every = list(twins)
    fitting = {(twin.name, twin.text_mark) for twin in holding}
    waiting = {(twin.name, twin.text_mark) for twin in stale(every, known)} - fitting
    made: Known = {}
    for twin in every:
        before = published.get((twin.key, twin.mark), set()) if twin.name not in known else set()
        if (twin.name, twin.text_mark) in waiting:
            marks = known[twin.name]
        else:
            marks = before if before and twin.text_mark not in before else {twin.text_mark}
        made.setdefault(twin.name, set()).update(marks)
    return made


def published_texts(table: FactTable) -> Published:
    """Which texts each translation of a release stood beside."""
    found: Published = {}
    waiting: list[object] = list(table.values())
    while waiting:
        value = waiting.pop()
        if isinstance(value, Mapping):
            waiting += value.values()
            for key, twin in value.items():
                match = TWIN.fullmatch(str(key))
                text = value.get(match["base"]) if match else None
                if isinstance(twin, str) and isinstance(text, str):
                    found.setdefault((str(key), _mark(twin)), set()).add(_mark(text))
        elif isinstance(value, list | tuple):
            waiting += value
    return found


def _mark(text: str) -> str:
    return fingerprint(text)[:_LENGTH]


def rendered(known: Mapping[tuple[str, str, str], Iterable[str]], heads: Iterable[str]) -> str:
    """The text of the file."""
    lines, last = [f"# {head}" for head in heads], ""
    for (file, key, twin), texts in sorted(known.items()):
        if file != last:
            lines.append(f"{file}:")
            last = file
        lines += [f"  {key} {twin}: {text}" for text in sorted(texts)]
    return "".join(f"{line}\n" for line in lines)

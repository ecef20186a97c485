"""A saved assessment as a file holds it; of what is in it nothing is taken on trust."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from levelbook.assessment.scoring.answers import answers
from levelbook.assessment.scoring.form import Answer, Answers, Mode, Raw
from levelbook.assessment.scoring.reasons import Why, why

FORMAT: Final = 1
"""The newest shape of such a file that is understood here."""


@dataclass(frozen=True)
class Saved:
    """A saved assessment."""

    target: str
    """What it is for."""
    title: str
    """What the page called it."""
    name: str
    """The name chosen by the person."""
    handbook: str
    """The handbook it was made with."""
    release: str
    """The release of that handbook."""
    day: str
    """When it was finished, or last changed."""
    finished: bool
    """Whether it is finished."""
    mode: Mode
    """How it went."""
    own: Answers
    """What the employee answered."""
    manager: Answers
    """What the manager answered."""
    agreed: Mapping[str, object]
    """What both agreed on."""
    answered: tuple[tuple[str, str], ...]
    """What either of the two gave an answer to, by code, with the mark of the wording they answered."""
    raw: Raw
    """All of it as the file holds it."""


def parsed(text: str) -> Saved | Why:
    """The assessment in a text, or what is wrong with it."""
    try:
        raw = json.loads(text)
    except json.JSONDecodeError as error:
        return why("not_json", line=error.lineno, column=error.colno) if error.pos else why("foreign")
    except (ValueError, RecursionError):
        return why("not_json", line=1, column=1)
    if not isinstance(raw, Mapping) or raw.get("levelbook") != "assessment":
        return why("foreign")
    if raw.get("format") != FORMAT:
        version = raw.get("format")
        newer = isinstance(version, int) and version > FORMAT
        return why("newer" if newer else "no_format", known=FORMAT, format=str(version)[:20])
    return _saved(raw) if _line(raw, "target") else why("no_target")


def _saved(raw: Raw) -> Saved:
    own, manager, agreed = raw.get("answers"), raw.get("manager"), raw.get("agreed")
    theirs = manager.get("answers") if isinstance(manager, Mapping) else None
    first, second = answers(own), answers(theirs)
    return Saved(
        target=_line(raw, "target"),
        title=_line(raw, "title"),
        name=_line(raw, "name"),
        handbook=_line(raw, "handbook"),
        release=_line(raw, "release"),
        finished=bool(_line(raw, "finished")),
        day=(_line(raw, "finished") or _line(raw, "changed"))[:10],
        mode=Mode.FULL if raw.get("mode") == "full" else Mode.QUICK,
        own=first,
        manager=second,
        agreed=agreed if isinstance(agreed, Mapping) else {},
        answered=tuple(dict.fromkeys((*_answered(own, first), *_answered(theirs, second)))),
        raw=raw,
    )


def _answered(raw: Any, given: Answers) -> Iterator[tuple[str, str]]:
    for code, answer in given.items():
        if answer != Answer():
            yield code, _line(raw[code], "hash")


def _line(raw: Raw, key: str) -> str:
    """A short text in one line, without what a terminal would act on."""
    value = raw.get(key)
    return printable(value[:200]).strip() if isinstance(value, str) else ""


def printable(text: str) -> str:
    """A text without line breaks and without what a terminal would act on."""
    return "".join(one if one.isprintable() else " " for one in text)

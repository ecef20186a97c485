"""A saved assessment as a file holds it; of what is in it nothing is taken on trust.

People send these files around, and anybody can write one. Nothing of it is a promise: every value may be of any type,
deep beyond measure, or hold what a terminal would act on. What is not understood is left out or refused with a `Why`,
never an exception; all short texts pass through `_line`, and whatever else of the file a report prints must pass
`printable`. Of the answers only ratings, marks and reasons are read; evidence and notes stay in the file, and no
report repeats them.

A new field that changes what the old ones mean needs a new `FORMAT`: older versions then refuse the file instead of
reading it wrongly. `docs/guide/assessment-file` describes the file for people.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from levelbook.assessment.scoring.answers import Answer, Raw, read_answers
from levelbook.assessment.scoring.checklist import Mode
from levelbook.assessment.scoring.reasons import Why, why

FORMAT: Final = 2
"""The newest shape of a saved file that is understood here."""
FORMATS: Final = frozenset({1, FORMAT})
"""All of them: what is read here stands in the same place in each."""


@dataclass(frozen=True)
class SavedAssessment:
    """A saved assessment, as far as its file can be understood."""

    target: str
    """The code of what it is for."""
    name: str
    """The name chosen by the person."""
    handbook: str
    """The name of the handbook it was made with."""
    release: str
    """The release of that handbook."""
    day: str
    """When it was finished, or last changed."""
    finished: bool
    mode: Mode
    by_manager: bool
    """Whether a manager has answered too."""
    agreed: Mapping[str, object]
    """What both agreed on."""
    is_settled: bool
    """Whether the talk is over, so that what both agreed on is the result."""
    answered: tuple[tuple[str, str], ...]
    """What either of the two gave an answer to, by code, with the mark of the wording they answered."""
    raw: Raw
    """All of it as the file holds it."""


def read_saved(text: str) -> SavedAssessment | Why:
    """The assessment in a text, or what is wrong with it."""
    try:
        raw = json.loads(text)
    except json.JSONDecodeError as error:
        return why("not_json", line=error.lineno, column=error.colno) if error.pos else why("foreign")
    except (ValueError, RecursionError):
        return why("not_json", line=1, column=1)
    if not isinstance(raw, Mapping) or raw.get("levelbook") != "assessment":
        return why("foreign")
    if raw.get("format") not in FORMATS:
        version = raw.get("format")
        newer = isinstance(version, int) and version > FORMAT
        return why("newer" if newer else "no_format", known=FORMAT, format=str(version)[:20])
    return _saved(raw) if _line(raw, "target") else why("no_target")


def _saved(raw: Raw) -> SavedAssessment:
    manager, agreed = raw.get("manager"), raw.get("agreed")
    raw_answers = raw.get("answers")
    raw_manager_answers = manager.get("answers") if isinstance(manager, Mapping) else None
    return SavedAssessment(
        target=_line(raw, "target"),
        name=_line(raw, "name"),
        handbook=_line(raw, "handbook"),
        release=_line(raw, "release"),
        finished=bool(_line(raw, "finished")),
        day=(_line(raw, "finished") or _line(raw, "changed"))[:10],
        mode=Mode.FULL if raw.get("mode") == "full" else Mode.QUICK,
        by_manager=bool(read_answers(raw_manager_answers)),
        agreed=agreed if isinstance(agreed, Mapping) else {},
        is_settled=_is_settled(raw, any(_answered(raw_manager_answers))),
        answered=tuple(dict.fromkeys((*_answered(raw_answers), *_answered(raw_manager_answers)))),
        raw=raw,
    )


def _is_settled(raw: Raw, by_manager: bool) -> bool:
    """Format 1 does not say when a talk was over: of a finished one that a manager has rated it was."""
    if raw.get("format") == FORMAT:
        agreement = raw.get("agreement")
        return isinstance(agreement, Mapping) and bool(_line(agreement, "done"))
    return by_manager and bool(_line(raw, "finished"))


def _answered(raw: Any) -> Iterator[tuple[str, str]]:
    for code, answer in read_answers(raw).items():
        if answer != Answer():
            yield code, _line(raw[code], "hash")


def _line(raw: Raw, key: str) -> str:
    """A short text in one line, without what a terminal would act on."""
    value = raw.get(key)
    return printable(value[:200]).strip() if isinstance(value, str) else ""


def printable(text: str) -> str:
    """A text without line breaks and without what a terminal would act on."""
    return "".join(sign if sign.isprintable() else " " for sign in text)

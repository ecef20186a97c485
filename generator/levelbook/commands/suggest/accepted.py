"""Answers that stand in a file: what `--json` has printed, with the pairs left in it that are to be written."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from levelbook.advice.raises import SentencePair, Written, refused
from levelbook.catalogue import Catalogue
from levelbook.commands.suggest.answers import PairAnswer, PairWord
from levelbook.loading.files import Unreadable, text_of
from levelbook.model.competency import Competency
from levelbook.model.handbook import Handbook, Sequence
from levelbook.problems import Problem
from levelbook.text import signs


@dataclass(frozen=True)
class WrongEntry(Exception):
    """Why an entry, or all of the file, cannot be used: the key of a sentence, and what it mentions."""

    key: str
    at: int = 0
    """Which entry, counted from 1."""
    value: str = ""

    def sentence(self, words: Catalogue, file: str) -> str:
        """What is wrong, and what to do."""
        return words(f"suggest.accept_{self.key}", file=file, at=self.at, value=signs.visible(self.value[:60]))


def accepted(handbook: Handbook, file: str, data: bytes | Unreadable) -> tuple[list[PairAnswer], list[WrongEntry]]:
    """The answers of a file, and what is wrong with it; what the handbook says already is left out."""
    try:
        entries = _entries(file, data)
    except WrongEntry as wrong:
        return [], [wrong]
    places, answers, problems = _places(handbook), list[PairAnswer](), list[WrongEntry]()
    for at, entry in enumerate(entries, 1):
        try:
            answers += _answer(places, at, entry)
        except WrongEntry as wrong:
            problems.append(wrong)
    return answers, problems


def _entries(file: str, data: bytes | Unreadable) -> list[Any]:
    text = text_of(file, data)
    if isinstance(text, Problem):
        raise WrongEntry("unreadable")
    try:
        read = json.loads(text)
    except (ValueError, RecursionError):
        raise WrongEntry("no_json") from None
    entries = read.get("raises") if isinstance(read, dict) else read
    if not isinstance(entries, list):
        raise WrongEntry("no_list")
    return entries


def _places(handbook: Handbook) -> dict[str, tuple[Sequence, Competency, Written]]:
    """Every indicator with a code in force, and where it stands."""
    found = {}
    for sequence in handbook.sequences.values():
        for competency in sequence.competencies.values():
            for rank, level in enumerate(sequence.levels, 1):
                cell = competency.cell(level.id)
                for indicator in cell.indicators if cell else ():
                    if indicator.code:
                        found[indicator.code] = (sequence, competency, Written(level.id, rank, indicator))
    return found


def _answer(places: dict[str, tuple[Sequence, Competency, Written]], at: int, entry: Any) -> Iterator[PairAnswer]:
    lower, higher = (_code(entry, key, at) for key in ("lower", "higher"))
    for code in (lower, higher):
        if code not in places:
            raise WrongEntry("unknown", at, code)
    (sequence, competency, old), (_, other, new) = places[lower], places[higher]
    if competency is not other or sequence.head.unranked or old.rank >= new.rank:
        raise WrongEntry("not_lower", at, f"{lower}, {higher}")
    if old.indicator.demand == new.indicator.demand:
        raise WrongEntry("equal", at, f"{lower}, {higher}")
    word, why = entry.get("answer", PairWord.RAISES), entry.get("why", "")
    if word not in (PairWord.RAISES, PairWord.REFUSED) or not isinstance(why, str):
        raise WrongEntry("answer", at, str(word))
    known = refused(old.indicator, new.indicator) if word == PairWord.REFUSED else lower in new.indicator.raises
    if not known:
        yield PairAnswer(SentencePair(competency, old, new), PairWord(word), why)


def _code(entry: Any, key: str, at: int) -> str:
    """The code of one of the two sentences: `{"lower": {"code": …}}`, or shorter `{"lower": …}`."""
    value = entry.get(key) if isinstance(entry, dict) else None
    code = value.get("code") if isinstance(value, dict) else value
    if not isinstance(code, str) or not code:
        raise WrongEntry("no_code", at, key)
    return code

"""`levelbook suggest holds`: shows what levels repeat word for word, asks, and says it once.

Nothing is asked where nobody can answer: then `--yes` takes everything that can be said once, and without it all is
listed. How an answer becomes an edit is `hold_on`; how an edit is shown, asked about and written is that of `merge`.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from levelbook.advice.holds import RepeatedSentence, may_hold, repeated
from levelbook.advice.raises import Written
from levelbook.catalogue import Catalogue
from levelbook.commands.arguments import Options
from levelbook.commands.editing.command import run_edit
from levelbook.commands.result import CommandResult, failed
from levelbook.commands.suggest.dialogue import choice
from levelbook.commands.suggest.hold_on import RepeatAnswer, hold_on
from levelbook.commands.suggest.offer import find_sequence
from levelbook.commands.terminal import Paint, Person
from levelbook.loading.data_folder import DataFolder
from levelbook.localized.texts import name_of
from levelbook.model.handbook import Handbook
from levelbook.text import signs


@dataclass(frozen=True)
class _Talk:
    """What is said in one language."""

    words: Catalogue
    paint: Paint

    def summary(self, found: tuple[RepeatedSentence, ...]) -> Iterator[str]:
        """What was found in a sequence, in a sentence or two."""
        name = name_of(found[0].sequence.head, self.words.language)
        stopped = sum(one.hurdle is not None for one in found)
        repeats = sum(len(one.repeats) for one in found if not one.hurdle)
        if len(found) > stopped:
            yield self.words("suggest.holds_found", name=name, n=len(found) - stopped, repeats=repeats)
        else:
            yield self.words("suggest.holds_none", name=name)
        if stopped:
            yield self.words("suggest.holds_stopped", n=stopped)

    def lines(self, found: RepeatedSentence) -> Iterator[str]:
        """A sentence with the places in which it is written, and what would become of it."""
        places = (self._place(found, one) for one in found.every)
        yield f"  {' = '.join(places)}"
        yield f"  {signs.visible(found.first.indicator.words)}"
        if found.hurdle:
            yield "  " + self.paint("look", self.words(f"suggest.holds_hurdle_{found.hurdle.value}"))
        else:
            codes = self.words("join.series").join(self._name(one) for one in found.repeats)
            said = self.words(
                "suggest.holds_would", code=self._name(found.first), codes=codes, level=self._level(found, found.until)
            )
            yield "  " + self.paint("dim", said)

    def head(self, found: RepeatedSentence, at: int, n: int) -> str:
        """Which of how many it is, and of which competency."""
        name = name_of(found.competency, self.words.language)
        return self.paint("bold", self.words("suggest.holds_head", at=at, n=n, name=name))

    def head_stopped(self, found: RepeatedSentence) -> str:
        """Of which competency it is, where it cannot be said once."""
        name = name_of(found.competency, self.words.language)
        return self.paint("bold", self.words("suggest.holds_head_stopped", name=name))

    def _place(self, found: RepeatedSentence, one: Written) -> str:
        return self.words("suggest.holds_place", code=self._name(one), level=self._level(found, one.level))

    def _name(self, written: Written) -> str:
        return written.indicator.code or self.words("suggest.uncoded")

    def _level(self, found: RepeatedSentence, key: str) -> str:
        level = found.sequence.level(key)
        return name_of(level, self.words.language) if level else key


@dataclass
class _Answers:
    """The answers of a person, sentence by sentence, until there are no more questions."""

    person: Person
    talk: _Talk
    given: list[RepeatAnswer] = field(default_factory=list)

    def about(self, found: tuple[RepeatedSentence, ...]) -> bool:
        """Asks about the sentences of one sequence; whether there may be more questions."""
        for line in self.talk.summary(found):
            self.person.say(line)
        open_ones = [one for one in found if not one.hurdle]
        for at, one in enumerate(open_ones, 1):
            for line in ("", self.talk.head(one, at, len(open_ones)), *self.talk.lines(one)):
                self.person.say(line)
            rest = open_ones[at:]
            key = self._key(len(rest))
            if key == "q":
                return False
            if key in "ya":
                self.given += map(RepeatAnswer, [one, *rest] if key == "a" else [one])
            elif key == "r":
                why = self.person.ask(self.talk.words("suggest.why_kept")) or ""
                self.given.append(RepeatAnswer(one, is_kept=True, why=why))
            if key == "a":
                break
        for one in (one for one in found if one.hurdle):
            for line in ("", self.talk.head_stopped(one), *self.talk.lines(one)):
                self.person.say(line)
        self.person.say()
        return True

    def _key(self, rest: int) -> str:
        words = self.talk.words
        keys = {key: words(f"suggest.holds_key_{key}", n=rest) for key in ("yarsq" if rest else "yrsq")}
        return choice(self.person, words, self.talk.paint, keys)


def suggest_holds(
    options: Options, folder: DataFolder, handbook: Handbook, words: Catalogue, person: Person | None, paint: Paint
) -> CommandResult:
    """Offers what is repeated, and writes what a person says of it."""
    if options.accept:
        return failed(words("suggest.holds_accept"))
    sequence = find_sequence(handbook, options.sequence) if options.sequence else None
    if options.sequence and not sequence:
        known = words("join.series").join(handbook.sequences)
        return failed(words("suggest.no_sequence", value=options.sequence, list=known))
    if sequence and not may_hold(sequence):
        return failed(words("suggest.holds_not_here", name=name_of(sequence.head, words.language)))
    meant = (sequence,) if sequence else tuple(handbook.sequences.values())
    found = tuple(one for each in meant for one in repeated(each))
    if options.json:
        return CommandResult((json.dumps(_as_json(found), ensure_ascii=False, indent=1),))
    if not found:
        return CommandResult(err=(words("suggest.holds_nothing"),))
    return _answered(options, folder, found, _Talk(words, paint), person)


def _answered(
    options: Options, folder: DataFolder, found: tuple[RepeatedSentence, ...], talk: _Talk, person: Person | None
) -> CommandResult:
    words, batches = talk.words, [tuple(each) for _, each in groupby(found, lambda one: one.sequence.id)]
    if person is None and not (options.yes or options.dry_run):
        return CommandResult(tuple(_listed(batches, talk)), (words("suggest.holds_nobody"),))
    answers = _Answers(person, talk) if person else None
    if answers:
        all(map(answers.about, batches))
    given = answers.given if answers else [RepeatAnswer(one) for one in found if not one.hurdle]
    if not given:
        return CommandResult(err=(words("suggest.no_answers"),))
    reasons = words("suggest.reason_holds"), words("suggest.reason_kept")
    return run_edit("suggest holds", options, folder, words, lambda files: hold_on(files, given, *reasons))


def _listed(batches: list[tuple[RepeatedSentence, ...]], talk: _Talk) -> Iterator[str]:
    for found in batches:
        yield from talk.summary(found)
        open_ones = [one for one in found if not one.hurdle]
        for at, one in enumerate(open_ones, 1):
            yield from ("", talk.head(one, at, len(open_ones)), *talk.lines(one))
        for one in (one for one in found if one.hurdle):
            yield from ("", talk.head_stopped(one), *talk.lines(one))
        yield ""


def _as_json(found: tuple[RepeatedSentence, ...]) -> dict[str, Any]:
    return {"holds": [_one_as_json(one) for one in found]}


def _one_as_json(found: RepeatedSentence) -> dict[str, Any]:
    return {
        "sequence": found.sequence.id,
        "competency": found.competency.id,
        "file": found.competency.file,
        "text": found.first.indicator.words,
        "first": _written_as_json(found.first),
        "repeats": [_written_as_json(one) for one in found.repeats],
        "until": found.until,
        "hurdle": found.hurdle.value if found.hurdle else None,
    }


def _written_as_json(written: Written) -> dict[str, Any]:
    return {"code": written.indicator.code, "level": written.level, "line": written.indicator.line}

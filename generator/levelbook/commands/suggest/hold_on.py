"""Says once what levels repeat: the lowest sentence says up to where it holds, and the others end in its favour.

Each repeat ends as `merge` would end it: it stays in place, its code leads to the one that stays, and what raised it
raises that one. Afterwards every level must ask the same as before; otherwise nothing is written.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from levelbook.advice.holds import RepeatedSentence, asked
from levelbook.advice.raises import Written
from levelbook.commands.editing.outcome import Edit, EditOutcome, edited
from levelbook.commands.editing.places import thing_with_code
from levelbook.commands.editing.problem import EditProblem, refused
from levelbook.commands.editing.retire import end
from levelbook.commands.suggest.answers import path_of
from levelbook.loading.edit.file_change import Files, bytes_of
from levelbook.loading.edit.indicator import IndicatorAddition, NewNote, with_additions
from levelbook.model.advice import AdviceCode
from levelbook.model.handbook import Handbook
from levelbook.model.note_kinds import Kind
from levelbook.problems import Place


@dataclass(frozen=True)
class RepeatAnswer:
    """What somebody says of a repeated sentence."""

    found: RepeatedSentence
    is_kept: bool = False
    """It stands at each level on purpose."""
    why: str = ""


def hold_on(files: Files, answers: Sequence[RepeatAnswer], why: str, why_kept: str) -> EditOutcome:
    """Writes answers into files; `why` and `why_kept` stand where a person gave no reason."""
    outcome = edited(files, lambda edit: _answered(edit, answers, why, why_kept))
    places = {(answer.found.sequence.id, answer.found.competency.id) for answer in answers}
    if outcome.after and outcome.before and any(_differs(outcome.before, outcome.after, *one) for one in places):
        return EditOutcome((EditProblem("not_safe", Place("rubric_data")),), outcome.told, files=files)
    return outcome


def _answered(edit: Edit, answers: Sequence[RepeatAnswer], why: str, why_kept: str) -> None:
    for answer in answers:
        reason = " ".join(answer.why.split())
        if answer.is_kept:
            _keep(edit, answer.found, reason or why_kept)
        else:
            _say_once(edit, answer.found, reason or why)


def _keep(edit: Edit, found: RepeatedSentence, why: str) -> None:
    for one in found.repeats:
        _add(edit, found, one, notes=(NewNote(Kind.ACCEPTED, (AdviceCode.SAME_LEVELS,), why),))
    codes = tuple(one.indicator.code for one in found.repeats)
    edit.tell("repeat_kept", text=found.first.indicator.words, list=codes)


def _say_once(edit: Edit, found: RepeatedSentence, why: str) -> None:
    first = found.first.indicator
    _add(edit, found, found.first, holds=found.until)
    edit.tell("holds_on", value=first.code, text=first.words, level=found.until)
    heir = thing_with_code(edit, first.code, "indicator")
    for one in found.repeats:
        end(edit, thing_with_code(edit, one.indicator.code, "indicator"), why, [heir])


def _add(edit: Edit, found: RepeatedSentence, one: Written, **more: Any) -> None:
    """Adds to one of the sentences, where its file is written in a way that allows it."""
    file = found.competency.file
    addition = IndicatorAddition(path_of(found.competency, one.level, one.indicator), **more)
    after = with_additions(file, bytes_of(edit.space.files.get(file)) or b"", [addition])
    if after is None:
        raise refused("not_safe", Place(file, one.indicator.line))
    edit.space.files[file] = after


def _differs(before: Handbook, after: Handbook, sequence: str, competency: str) -> bool:
    """Whether a competency asks something else at some level."""
    old, new = (
        asked(book.sequences[sequence], book.sequences[sequence].competencies[competency]) for book in (before, after)
    )
    return old != new

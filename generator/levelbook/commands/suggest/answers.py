"""What a person has answered, and the files with it written in."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from levelbook.advice.raises import SentencePair
from levelbook.load import load_files
from levelbook.loading.edit.file_change import FileChange, Files
from levelbook.loading.edit.indicator import IndicatorAddition, NewNote, with_additions
from levelbook.loading.files import Unreadable
from levelbook.model.advice import AdviceCode
from levelbook.model.competency import Competency, Indicator
from levelbook.model.note_kinds import Kind
from levelbook.problems import Problem


class PairWord(StrEnum):
    """What a person says of a pair."""

    RAISES = "raises"
    REFUSED = "refused"
    KEPT = "kept"
    """The sentence stands at both levels on purpose."""


@dataclass(frozen=True)
class PairAnswer:
    """A pair, and what was said of it."""

    pair: SentencePair
    word: PairWord
    why: str = ""


@dataclass(frozen=True)
class AnsweredFiles:
    """The files with all answers in them, or why there are none."""

    files: tuple[FileChange, ...] = ()
    written: tuple[PairAnswer, ...] = ()
    by_hand: tuple[PairAnswer, ...] = ()
    """Answers that cannot be written in safely."""
    new_problems: tuple[Problem, ...] = ()
    """What would be wrong with the folder; then no file changes."""


def answered_files(files: Files, answers: Iterable[PairAnswer], reasons: Mapping[PairWord, str]) -> AnsweredFiles:
    """Writes answers into the bytes of files; `reasons` stand where a person gave none."""
    changed, written, by_hand = dict[str, bytes](), list[PairAnswer](), list[PairAnswer]()
    for answer in answers:
        file = answer.pair.competency.file
        data = changed.get(file, files.get(file))
        after = with_additions(file, data, [_addition(answer, reasons)]) if isinstance(data, bytes) else None
        (by_hand if after is None else written).append(answer)
        if after is not None:
            changed[file] = after
    new_problems = tuple(_new_problems(files, changed)) if changed else ()
    if new_problems:
        return AnsweredFiles(by_hand=tuple(by_hand), new_problems=new_problems)
    changes = tuple(FileChange(file, _bytes(files[file]), after) for file, after in changed.items())
    return AnsweredFiles(changes, tuple(written), tuple(by_hand))


def _addition(answer: PairAnswer, reasons: Mapping[PairWord, str]) -> IndicatorAddition:
    pair, why = answer.pair, " ".join(answer.why.split()) or reasons.get(answer.word, "")
    path = path_of(pair.competency, pair.higher.level, pair.higher.indicator)
    lower = pair.lower.indicator.code
    if answer.word is PairWord.RAISES:
        return IndicatorAddition(path, raises=(lower,))
    if answer.word is PairWord.REFUSED:
        return IndicatorAddition(path, notes=(NewNote(Kind.REFUSED, (lower,), why),))
    return IndicatorAddition(path, notes=(NewNote(Kind.ACCEPTED, (AdviceCode.SAME_LEVELS,), why),))


def path_of(competency: Competency, level: str, indicator: Indicator) -> tuple[str | int, ...]:
    """The keys and numbers that lead to an indicator in its file."""
    written = competency.levels[level].every_indicator if level else competency.every_indicator
    number = next(at for at, one in enumerate(written) if one is indicator)
    return ("levels", level, "indicators", number) if level else ("indicators", number)


def _new_problems(files: Files, changed: Mapping[str, bytes]) -> Iterator[Problem]:
    """What is wrong only with the new files."""
    before = Counter(_known(problem) for problem in load_files(files).problems)
    for problem in load_files({**files, **changed}).problems:
        before[_known(problem)] -= 1
        if before[_known(problem)] < 0:
            yield problem


def _known(problem: Problem) -> tuple[str, str, str, str]:
    """A problem apart from its line, which an edit moves."""
    return problem.place.file, problem.code, problem.variant, str(problem.facts)


def _bytes(data: bytes | Unreadable) -> bytes:
    assert isinstance(data, bytes), "what is written was read"
    return data

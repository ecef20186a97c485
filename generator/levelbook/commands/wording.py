"""What `levelbook check --wording` says: advice as problems that fail nothing, and a table of how much there is."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from levelbook.advice.wording import WordingAdvice, changed_sentences, wording_advice
from levelbook.catalogue import Catalogue
from levelbook.load import Loaded
from levelbook.loading.data_folder import DataFolder
from levelbook.model.advice import AdviceCode
from levelbook.model.handbook import Handbook
from levelbook.problems import Place, Problem, Severity, ordered


@dataclass(frozen=True, slots=True)
class WordingProblem(Problem):
    """Advice on a sentence, in the form in which problems are printed."""

    why: str = ""
    """The reason that was given for keeping another wording."""
    mark: str = ""
    """What the wording of now is known by."""

    LINE: ClassVar[str] = "advice.line"

    @property
    def sentence(self) -> str:
        """The key of its sentence in the catalogue."""
        return f"advice.{self.code}.{self.variant or 'text'}"

    def message(self, words: Catalogue) -> str:
        """What is worth another look, and why it is asked again where a reason was given."""
        again = words("advice.again", why=self.why, mark=self.mark) if self.why else ""
        # The form without arguments knows no class whose slots made it anew.
        return Problem.message(self, words) + again


@dataclass(frozen=True)
class Advised:
    """The advice on a handbook, or on a part of it."""

    problems: tuple[WordingProblem, ...] = ()
    changed: int | None = None
    """How many sentences it looked at, where only those that have changed were asked for."""
    unpublished: bool = False
    """Whether no release tells what has changed, so that nothing was looked at."""


def advised(loaded: Loaded, handbook: Handbook, folder: DataFolder, everything: bool) -> Advised:
    """Advice on everything, or on what the last release did not have so."""
    if not everything and not handbook.history.published:
        return Advised(unpublished=True)
    told = {(one.place.file, one.place.line) for one in loaded.problems if one.code == "text-repeated"}
    found = [
        _problem(loaded, advice)
        for advice in wording_advice(handbook, changed_only=not everything)
        if folder.holds(advice.competency.file)
    ]
    same = AdviceCode.SAME_LEVELS.value
    new = [one for one in found if one.code != same or (one.place.file, one.place.line) not in told]
    changed = None if everything else changed_sentences(handbook)
    return Advised(tuple(one for one in ordered(new) if isinstance(one, WordingProblem)), changed)


def _problem(loaded: Loaded, advice: WordingAdvice) -> WordingProblem:
    finding = advice.finding
    return WordingProblem(
        code=finding.code.value,
        place=_place(loaded, advice),
        severity=Severity.INFORMATION,
        variant=finding.variant,
        facts=finding.facts,
        why=advice.again.text if advice.again else "",
        mark=advice.mark,
    )


def _place(loaded: Loaded, advice: WordingAdvice) -> Place:
    """Where the text stands; the item where it is a plain text, the level's id where all of it is meant."""
    competency, level = advice.competency, advice.level
    data_file = loaded.folder.sequences[advice.sequence.id].competencies[competency.id]
    if advice.indicator is None:
        return data_file.key("levels", level)
    written = competency.levels[level].every_indicator if level else competency.every_indicator
    number = next(at for at, one in enumerate(written) if one is advice.indicator)
    path: tuple[str | int, ...] = ("levels", level, "indicators", number) if level else ("indicators", number)
    if advice.letter:
        every = advice.indicator.every_item
        path = (*path, "items", next(at for at, item in enumerate(every) if item.letter == advice.letter))
    return data_file.at(*path, "text") if data_file.node(*path, "text") is not None else data_file.at(*path)


def ending(found: Advised, words: Catalogue) -> Iterator[str]:
    """How much there was, what it means, and how to keep a wording."""
    if found.unpublished:
        yield words("advice.unpublished")
        return
    n = len(found.problems)
    if found.changed is None:
        yield words("advice.found_all", n=n)
    else:
        yield words("advice.found_changed", n=n, changed=found.changed)
    if n:
        yield words("advice.keep")


def table(problems: Iterable[Problem], words: Catalogue) -> Iterator[str]:
    """How often each piece of advice is given, most often first."""
    counts = Counter(problem.code for problem in problems)
    rows = [(code.value, counts[code.value], words(f"advice.name.{code.value}")) for code in AdviceCode]
    rows = sorted((row for row in rows if row[1]), key=lambda row: -row[1])
    total = ("", sum(n for _, n, _ in rows), words("advice.all"))
    yield from _aligned([*rows, total])


def _aligned(rows: Sequence[tuple[str, int, str]]) -> Iterator[str]:
    wide = max(_width(code) for code, _, _ in rows)
    for code, n, name in rows:
        yield f"{n:>6}  {code}{' ' * (wide - _width(code))}  {name}"


def _width(text: str) -> int:
    """How many columns a text takes in a terminal."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)

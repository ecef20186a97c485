"""What is to be said of a single text, whatever it is for: slips of writing, its length, what nobody sees in it."""

import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from levelbook.loading import line_joins
from levelbook.loading.files import CONTROL_CHARACTERS
from levelbook.loading.nodes import Span, Text
from levelbook.loading.suggest import brief
from levelbook.model import limits
from levelbook.problems import Cure, Place, Problem, Severity
from levelbook.text import signs
from levelbook.text.signs import MisplacedSign, Sort
from levelbook.text.spacing import wrong_blank

AS_PRINTED: Final = frozenset({"printed", "title"})
"""Keys that keep what the source printed, blanks too."""
TURNS: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Characters that turn round also what they do not belong to, such as the rest of a line with a comment."""
_CURES: Final = {
    **dict.fromkeys(("turn", "zero-width", "joiner", "selector", "hyphen", "none", "blank-needless"), ""),
    "blank": " ",
}
"""What stands in place of a character that does not belong in a text, by the variant that tells it."""
_BREAK = re.compile(r"\r\n|\r|\n")
_CONTEXT_CHARACTERS: Final = 6
"""Shown on either side of one that nobody would see."""
_MAX_PER_CHARACTER: Final = 3
"""How many of the same characters are told of a text; the last one says how many there are."""


def slips(file: str, whole: str, text: Text, key: str) -> Iterator[Problem]:
    """Slips of writing and a length beyond bounds; `whole` is what stands in the file."""
    span = text.span
    raw = whole[span.start : span.end]
    if CONTROL_CHARACTERS.search(text):
        yield _problem(file, span, "value-wrong", "character")
    blank = wrong_blank(text) if key not in AS_PRINTED else None
    if blank is not None:
        words = text[max(0, blank - 4) : blank + 6]
        yield _problem(file, text.at(blank), "text-blank", "", Severity.WARNING, words=words)
    if raw[:1] not in ('"', "'", "|", ">"):
        for variant, words in line_joins.slips(raw, whole[span.end : span.end + 20]):
            odd = signs.ODD_BLANK.search(words) if variant == "blank" else None
            facts = {"sign": signs.named(odd[0])} if odd else {}
            yield _problem(file, span, "text-slip", variant, Severity.WARNING, words=words, **facts)
    if len(text) > limits.TEXT:
        yield _problem(file, span, "limit-exceeded", "text", limit=limits.TEXT, n=len(text))
    elif text.count("[") > limits.OPENED:
        yield _problem(file, span, "limit-exceeded", "brackets", limit=limits.OPENED, n=text.count("["))


def unseen(file: str, text: Text, key: str) -> Iterator[Problem]:
    """The characters of a text that do not belong there, each where it stands."""
    every_sign = signs.misplaced(text)
    misplaced = [sign for sign in every_sign if not _as_printed(sign, key) and not _told_as_blank(text, sign)]
    count: dict[str, int] = {}
    for sign in misplaced:
        count[sign.sign] = count.get(sign.sign, 0) + 1
    nth_of: dict[str, int] = {}
    for sign in misplaced:
        nth = nth_of[sign.sign] = nth_of.get(sign.sign, 0) + 1
        if nth <= _MAX_PER_CHARACTER:
            more = count[sign.sign] - _MAX_PER_CHARACTER if nth == _MAX_PER_CHARACTER else 0
            yield _unseen(file, text, sign, text.at(sign.at), more)


def _as_printed(sign: MisplacedSign, key: str) -> bool:
    return key in AS_PRINTED and sign.sort in (Sort.BLANK, Sort.PASTED) and sign.mild


def _told_as_blank(text: str, sign: MisplacedSign) -> bool:
    """Whether the blank is told as one between Han characters."""
    return sign.sign == "\u3000" and 0 < sign.at < len(text) - 1 and signs.needless(text, sign.at)


def _unseen(file: str, text: str, sign: MisplacedSign, span: Span, more: int) -> Problem:
    around = signs.visible(text[max(0, sign.at - _CONTEXT_CHARACTERS) : sign.at + 1 + _CONTEXT_CHARACTERS])
    facts: dict[str, object] = {"sign": signs.named(sign.sign), "words": around}
    if more > 0:
        facts["more"] = more
    variant = sign.sort.value
    if sign.sort is Sort.BLANK:
        variant = "blank-needless" if signs.needless(text, sign.at) else "blank"
    severity = Severity.WARNING if sign.mild else Severity.ERROR
    return Problem("text-sign", Place(file, span.line, span.column), severity, variant, facts)


def with_cures(text: str, problems: list[Problem]) -> list[Problem]:
    """The same, those about a character that nobody sees with what to write instead."""
    starts: list[int] = []
    cured = []
    for problem in problems:
        if problem.code == "text-sign" and problem.variant in _CURES:
            starts = starts or [0, *(found.end() for found in _BREAK.finditer(text))]
            at = starts[problem.place.line - 1] + problem.place.column - 1
            if signs.named(text[at : at + 1] or " ") == problem.facts["sign"]:
                problem = replace(problem, cure=Cure(at, at + 1, _CURES[problem.variant], is_safe=True))
        cured.append(problem)
    return cured


def turns(file: str, whole: str, texts: list[Span]) -> Iterator[Problem]:
    """Characters outside of all texts, in comments that is, that turn round what stands beside them."""
    starts = [span.start for span in texts]
    for match in TURNS.finditer(whole):
        at = match.start()
        within = bisect(starts, at) - 1
        if within < 0 or at >= texts[within].end:
            line, column = whole.count("\n", 0, at) + 1, at - whole.rfind("\n", 0, at)
            words = signs.visible(whole[max(0, at - _CONTEXT_CHARACTERS) : at + 1 + _CONTEXT_CHARACTERS])
            facts = {"sign": signs.named(match[0]), "words": words}
            yield Problem("text-sign", Place(file, line, column), variant="turn", facts=facts)


def _problem(
    file: str, span: Span, code: str, variant: str, severity: Severity = Severity.ERROR, **facts: object
) -> Problem:
    shown = {name: brief(value) for name, value in facts.items()}
    return Problem(code, Place(file, span.line, span.column), severity, variant, shown)

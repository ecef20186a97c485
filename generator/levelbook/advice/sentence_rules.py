"""What can be said of one sentence by itself."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from levelbook.advice.dropped import clauses
from levelbook.advice.word_lists import CHINESE, EVERYBODY_KNOWS, AdviceWords, lists_for
from levelbook.model.advice import AdviceCode
from levelbook.model.competency import Indicator
from levelbook.text.inline import plain
from levelbook.text.terms import HAN, han_count, tagged

_ENGLISH_WORD: Final = re.compile(r"[A-Za-z0-9]+(?:['’-][A-Za-z0-9]+)*")
_FOREIGN: Final = re.compile(r"[A-Za-z][A-Za-z0-9+#./-]*")
_ACRONYM: Final = re.compile(r"\b[A-Z][A-Z0-9]{1,}\b")
_PART: Final = re.compile(r"[，。；：！？、,;:!?\n]+")
_HALF_WIDTH: Final = re.compile(r"(?<=[\u3400-\u9fff])[,;:!?()](?=[\u3400-\u9fff])")
_FULL_WIDTH: Final = re.compile(r"[，。；：！？（）、]")
_STOP: Final = re.compile(r"[。！？…．.!?][”’）」』)\"']*$")
_LEAST_WORDS_BEFORE: Final = 3
"""Of the clause before an English `and` that adds an act; a shorter one is an item of a list."""
_PAIRS: Final = {"（": "）", "(": ")", "“": "”", "《": "》", "「": "」", "『": "』", "[": "]", "【": "】"}


@dataclass(frozen=True)
class Finding:
    """What about a sentence is worth another look, and the words that say so."""

    code: AdviceCode
    variant: str = ""
    """Which of the code's sentences fits, where it has several."""
    facts: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class RuledSentence:
    """A sentence that rules look at: an indicator, or an item of one."""

    text: str
    negative: bool
    incomplete: bool
    letter: str = ""
    """That of an item; nothing for a whole indicator."""


def sentences_of(indicator: Indicator) -> tuple[RuledSentence, ...]:
    """What is observed by itself: each item, or the whole where there are none."""
    negative, incomplete = indicator.negative, indicator.incomplete is not None
    if not indicator.items:
        return (RuledSentence(indicator.words, negative, incomplete),)
    return tuple(RuledSentence(plain(item.text), negative, incomplete, item.letter) for item in indicator.items)


def of_sentence(sentence: RuledSentence, known: frozenset[str]) -> Iterator[Finding]:
    """Everything that is said of a sentence by itself; `known` are the words that the glossary has."""
    text = sentence.text
    lists = lists_for(text)
    yield from _second_act(text, lists)
    yield from _degrees(text, lists)
    yield from _terms(text, lists, known)
    yield from _length(sentence, lists)
    yield from _of_mind(text, lists)
    for code, pattern in (
        (AdviceCode.STANDARD_ELSEWHERE, lists.standard_elsewhere),
        (AdviceCode.TOLERANCE, lists.tolerance),
    ):
        found = pattern.search(text)
        if found and not (code is AdviceCode.TOLERANCE and sentence.negative):
            yield Finding(code, facts={"word": found[0]})
    yield from _signs(sentence, lists)


def size(text: str, lists: AdviceWords) -> int:
    """How long a text is: Chinese characters, or words."""
    return han_count(text) if lists is CHINESE else len(_ENGLISH_WORD.findall(text))


def _second_act(text: str, lists: AdviceWords) -> Iterator[Finding]:
    """A semicolon, or a clause that adds an act: the first of them."""
    half = re.search("[；;]", text.rstrip("；; "))
    part = text[half.end() :].strip() if half else next(_added(text, lists), "")
    if part:
        yield Finding(AdviceCode.TWO_IN_ONE, facts={"part": part.rstrip("。.")})


def _added(text: str, lists: AdviceWords) -> Iterator[str]:
    """Clauses that add an act; the last item of a list, as in `designing, owning, and running`, adds none."""
    for before, part in pairwise(clauses(text)):
        is_item = lists is not CHINESE and size(before, lists) < _LEAST_WORDS_BEFORE
        if lists.second_act.match(part) and size(part, lists) >= lists.second_act_least and not is_item:
            yield part


def _degrees(text: str, lists: AdviceWords) -> Iterator[Finding]:
    found = dict.fromkeys(_chinese_degrees(text) if lists is CHINESE else _english_degrees(text))
    if found:
        yield Finding(AdviceCode.VAGUE_DEGREE, facts={"words": tuple(found)})


def _chinese_degrees(text: str) -> Iterator[str]:
    """Degrees, but for words that are none where they stand: 基本 before a thing, 必要时, a 比较 that is written."""
    read = tagged(text)
    for at, (word, _) in enumerate(read):
        after, kind = read[at + 1] if at + 1 < len(read) else ("", "")
        is_none = {
            "基本": kind.startswith("n") or after == "的",
            "必要": after.startswith("时"),
            "比较": not after.isalnum(),
        }
        if word in CHINESE.degrees and not is_none.get(word):
            yield word


def _english_degrees(text: str) -> Iterator[str]:
    words = (word.lower() for word in _ENGLISH_WORD.findall(text))
    yield from (word for word in words if word in lists_for(text).degrees)


def _terms(text: str, lists: AdviceWords, known: frozenset[str]) -> Iterator[Finding]:
    """Words in other letters, or of capitals alone, that nobody has explained; behind a bracket the words before do."""
    found = []
    for match in (_FOREIGN if lists is CHINESE else _ACRONYM).finditer(text):
        word, explained = match[0].rstrip("./-"), text[: match.start()].endswith(("（", "("))
        is_known = word in EVERYBODY_KNOWS or word.casefold() in known
        if len(word) > 1 and not explained and not is_known and word not in found:
            found.append(word)
    if found:
        yield Finding(AdviceCode.TERM, facts={"words": tuple(found)})


def _length(sentence: RuledSentence, lists: AdviceWords) -> Iterator[Finding]:
    """What is long or short; an item is as short as a list has it, since the lead and the others stand beside it."""
    n = size(sentence.text, lists)
    unit = "han" if lists is CHINESE else "words"
    if n > lists.long:
        yield Finding(AdviceCode.LONG, unit, {"n": n, "most": lists.long})
    elif n < lists.short and not sentence.incomplete and not sentence.letter:
        yield Finding(AdviceCode.SHORT, unit, {"n": n})


def _of_mind(text: str, lists: AdviceWords) -> Iterator[Finding]:
    """Where the first verb of every clause is one of mind."""
    verbs = list(_chinese_verbs(text) if lists is CHINESE else _english_verbs(text))
    if verbs and all(verb in lists.of_mind for verb in verbs):
        yield Finding(AdviceCode.NOT_SEEN, facts={"word": verbs[0]})


def _chinese_verbs(text: str) -> Iterator[str]:
    for part in _PART.split(text):
        verbs = (word for word, kind in tagged(part) if kind.startswith("v") and word not in CHINESE.helpers)
        yield from [verb for verb in [next(verbs, "")] if verb]


def _english_verbs(text: str) -> Iterator[str]:
    """The first telling word of every clause, and of what follows an `and` or a `to`, which may be an act."""
    for part in re.split(r"[,;:.\n]+|\band\b|\bto\b", text):
        words = (word.lower() for word in _ENGLISH_WORD.findall(part))
        first = next((word for word in words if word not in lists_for(text).helpers), "")
        if first:
            yield first


def _signs(sentence: RuledSentence, lists: AdviceWords) -> Iterator[Finding]:
    """Signs of another width, brackets and quotation marks without their like, no stop at the end of a whole."""
    text = sentence.text
    wrong = (_HALF_WIDTH if lists is CHINESE else _FULL_WIDTH).search(text)
    if wrong:
        yield Finding(AdviceCode.SIGNS, "half" if lists is CHINESE else "full", {"sign": wrong[0]})
    lonely = next(iter(_lonely(text)), "")
    if lonely:
        yield Finding(AdviceCode.SIGNS, "pair", {"sign": lonely})
    if lists is CHINESE and not sentence.incomplete and not sentence.letter and not _STOP.search(text):
        yield Finding(AdviceCode.SIGNS, "stop")


def _lonely(text: str) -> Iterator[str]:
    """Signs that open and never close, or the other way round."""
    for opening, closing in _PAIRS.items():
        n = text.count(opening) - text.count(closing)
        if n:
            yield opening if n > 0 else closing


def known_words(names: Iterator[str]) -> frozenset[str]:
    """The words in other letters that names of the handbook have, as they are compared."""
    found = (word for name in names for word in _FOREIGN.findall(unicodedata.normalize("NFKC", name)))
    return frozenset(word.casefold() for word in found) | frozenset(
        word.casefold() for word in ("".join(_FOREIGN.findall(name)) for name in names) if word and not HAN.search(word)
    )

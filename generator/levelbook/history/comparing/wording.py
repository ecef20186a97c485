"""What a rewording means: more asked, less, the same, or nothing that a rule can say.

The rules, first that fits: figures differ, ask; letters and digits are equal, nothing has changed; the number of
negations differs, ask; particles alone (的, the) make a sentence clearer; words only added ask more, unless they
limit; words only taken away ask less, unless they limited; one word for another on the ladder of how much somebody
does themselves goes up or down with it; else ask.
Where a sentence tolerates something (or counts the other way round), fewer words may be more asked, so it is asked too.

A rule that is silent costs HR one word in the draft; a rule that is wrong tells people that nothing has changed. So
whatever is not certain is asked: a limit that is added together with something else, figures written with signs.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from levelbook.history.comparing.word_lists import WordLists, lists_for
from levelbook.model.history import ChangeClass
from levelbook.text.inline import plain
from levelbook.text.wording import Difference, JoinedWord, difference, joined

RULE_NAMES: Final = (
    *("signs", "figure", "not", "particle", "more", "less", "limit+", "limit-", "degree", "tolerance", "anew", "words"),
)
"""What the rules are called that judge a rewording."""
_FIGURE: Final = re.compile(r"[<>≤≥=±~+-]?\s*[0-9]+(?:[.,:/~–-][0-9]+)*\s*[%‰°$¥€£]?")
_CLAUSE_SIGNS: Final = re.compile(r"[，。；：！？,.;:!?]")


@dataclass(frozen=True)
class Judgement:
    """What a rewording means, and by which rule."""

    change_class: ChangeClass
    rule: str
    """One of `RULE_NAMES`."""
    words: tuple[JoinedWord, ...] = ()
    """Both texts in one."""


@dataclass(frozen=True)
class _Runs:
    """Two texts as a rule sees them."""

    gone: tuple[str, ...]
    added: tuple[str, ...]
    clauses_gone: bool
    """Whether what is gone were clauses of their own."""
    clauses_added: bool


def judge(before: str, after: str, *, tolerates: bool = False) -> Judgement:
    """What it means that one text took the place of another."""
    old, new = plain(before), plain(after)
    runs = difference(old, new)
    change_class, rule = _judged(_folded(old), _folded(new), tolerates)
    return Judgement(change_class, rule, joined(runs.before, runs.after))


def signs_alone(before: str, after: str) -> bool:
    """Whether two texts have the same letters, digits and figures."""
    old, new = _folded(plain(before)), _folded(plain(after))
    return _letters(old) == _letters(new) and _figures(old) == _figures(new)


def _judged(old: str, new: str, tolerates: bool) -> tuple[ChangeClass, str]:
    lists = lists_for(old, new)
    if _figures(old) != _figures(new):
        return ChangeClass.ASK, "figure"
    if _letters(old) == _letters(new):
        return ChangeClass.TYPO, "signs"
    if len(lists.negations.findall(old)) != len(lists.negations.findall(new)):
        return ChangeClass.ASK, "not"
    differing = difference(old, new)
    runs = _runs(differing)
    if all(lists.particles.fullmatch(run.strip()) for run in (*runs.gone, *runs.added)):
        return ChangeClass.CLARIFIES, "particle"
    decided = _by_words(lists, runs)
    if decided and (tolerates or lists.tolerance.search(old) or lists.tolerance.search(new)):
        return ChangeClass.ASK, "tolerance"
    return decided or (ChangeClass.ASK, "anew" if differing.rewritten else "words")


def _by_words(lists: WordLists, runs: _Runs) -> tuple[ChangeClass, str] | None:
    if not runs.gone:
        limiting = _limiting(lists, runs.added, runs.clauses_added)
        more, limit = (ChangeClass.RAISES, "more"), (ChangeClass.LOWERS, "limit+")
        return None if limiting is None else limit if limiting else more
    if not runs.added:
        limiting = _limiting(lists, runs.gone, runs.clauses_gone)
        less, limit = (ChangeClass.LOWERS, "less"), (ChangeClass.RAISES, "limit-")
        return None if limiting is None else limit if limiting else less
    steps = {_step(lists, gone, added) for gone, added in zip(runs.gone, runs.added, strict=False)}
    if len(runs.gone) != len(runs.added) or len(steps) != 1:
        return None
    step = steps.pop()
    return None if not step else (ChangeClass.RAISES if step > 0 else ChangeClass.LOWERS, "degree")


def _limiting(lists: WordLists, runs: Iterable[str], own_clauses: bool) -> bool | None:
    """Whether runs limit and nothing else, or ask something and nothing else; none where they do both."""
    verdicts = {_limits(lists, run) for run in runs}
    if verdicts == {True}:
        return True
    if verdicts == {False} or (True not in verdicts and own_clauses):
        return False
    return None


def _limits(lists: WordLists, run: str) -> bool | None:
    """Whether a run limits and says nothing else; none where it says something else too."""
    if not lists.limits.search(run):
        return False
    rest = lists.fillers.sub("", lists.limits.sub("", run))
    return None if _letters(rest) else True


def _step(lists: WordLists, gone: str, added: str) -> int:
    """How many steps up the ladder a word takes that stands for another; 0 where one of them is not on it."""
    low, high = (_rank(lists, word) for word in (gone, added))
    return high - low if low and high else 0


def _rank(lists: WordLists, word: str) -> int:
    fitting = (rank for rank, step in enumerate(lists.ladder, 1) if step.fullmatch(word.strip()))
    return next(fitting, 0)


def _runs(differing: Difference) -> _Runs:
    """What is gone and what is added, without runs of signs alone."""
    gone = tuple(word.text for word in differing.before if word.changed and _letters(word.text))
    added = tuple(word.text for word in differing.after if word.changed and _letters(word.text))
    return _Runs(gone, added, all(map(_own_clause, gone)), all(map(_own_clause, added)))


def _own_clause(run: str) -> bool:
    """Whether a run begins or ends with the sign that parts clauses, so that it is one of its own."""
    bare = run.strip()
    return bool(_CLAUSE_SIGNS.match(bare[:1]) or _CLAUSE_SIGNS.match(bare[-1:]))


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _letters(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum())


def _figures(text: str) -> list[str]:
    """The figures of a text with the signs that belong to them, in order."""
    return [re.sub(r"\s", "", figure) for figure in _FIGURE.findall(text)]

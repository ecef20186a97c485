"""What the answers of a saved assessment rest on, as far as that can be known today.

The figure of an answer rests on the scale, its standard and, for exams, on bands and weights. Today's files note the
mark of all that with every answer (`Answer.basis`; `assessment.basis` makes the marks). Files of before that do not,
and their answers must neither be thrown away nor be counted by a scale that has changed since. So an answer without a
mark is taken to rest on what stands today as long as nothing speaks against it:

1. An older note of the scale and standard beside the answer that differs from today's speaks against it.
2. Where the file holds the result that was shown when it was saved, today's arithmetic is run over the same answers.
   What comes out as it did then has not moved; what can be looked at closely is, group by group and at the ends of
   the scale, so that one changed exam does not ask for everything else to be looked at again.
3. Without a result there is only the release: of the same one nothing can have moved.

Whatever fails gets `UNKNOWN` as its basis, which equals no mark, so `Answer.is_outdated` keeps it out of every sum
until its owner has looked at it. A finished assessment is a record: its answers lose their basis, and count as they
are.

The page's script `assess-basis` decides the same, and golden cases hold the two together: change both or neither.
Beware of comparing anything but figures as they are written: saved results hold texts, rounded to two digits.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from levelbook.assessment.scoring.answers import Answer, Answers, Raw, read_answers
from levelbook.assessment.scoring.checklist import ItemKind, Mode, ScoredChecklist, ScoredIndicator, ScoredItem
from levelbook.assessment.scoring.rational import plain
from levelbook.assessment.scoring.result import Result
from levelbook.assessment.scoring.totals import assess

UNKNOWN = ""
"""Stands for what an answer rested on where that is not known."""
Rated = tuple[ScoredItem, ScoredIndicator | None]
"""What an answer is to: an item, or one of its indicators."""


@dataclass(frozen=True)
class SavedFigures:
    """The figures that were saved with an assessment, held against those that the same answers come to today."""

    saved_release: str
    """The release of the handbook it was saved with."""
    release: str
    """The release of today."""
    same_mean: bool | None
    """Whether the mean comes out as it did; None where nothing was saved."""
    same_ends: bool
    """Whether the scale still begins and ends where it did."""
    same_groups: Mapping[str, bool]
    """Whether its mean comes out as it did, for each group that was saved."""
    outermost: Mapping[str, str]
    """The outermost group that each group is in."""


def answers_with_basis(document: Raw, checklist: ScoredChecklist, release: str, who: str = "employee") -> Answers:
    """The answers of one of the two, each with what it rests on; those of a finished assessment count as they are."""
    raw = _raw_answers(document, who)
    answers = read_answers(raw)
    if document.get("finished"):
        return _without_basis(answers)
    figures = _compare_figures(document, checklist, release)
    rated = dict(_by_code(checklist))
    return {
        code: _with_basis(answer, raw[code], rated.get(code), checklist, figures) for code, answer in answers.items()
    }


def _raw_answers(document: Raw, who: str) -> Raw:
    manager = document.get("manager")
    side = document if who == "employee" else manager if isinstance(manager, Mapping) else {}
    answers = side.get("answers")
    return answers if isinstance(answers, Mapping) else {}


def _without_basis(answers: Answers) -> Answers:
    return {code: replace(answer, basis=None) for code, answer in answers.items()}


def _by_code(checklist: ScoredChecklist) -> Iterator[tuple[str, Rated]]:
    for item in checklist.items:
        yield item.code, (item, None)
        yield from ((indicator.code, (item, indicator)) for indicator in item.parts)


def _with_basis(
    answer: Answer, raw: Raw, rated: Rated | None, checklist: ScoredChecklist, figures: SavedFigures
) -> Answer:
    if rated is None or answer.basis is not None:
        return answer
    item, indicator = rated
    basis_today = item.basis_of(indicator) if indicator else item.basis
    if not basis_today or not answer.has_figure:
        return answer
    return replace(answer, basis=UNKNOWN if _may_be_outdated(raw, rated, checklist, figures) else basis_today)


def _may_be_outdated(raw: Raw, rated: Rated, checklist: ScoredChecklist, figures: SavedFigures) -> bool:
    item, indicator = rated
    if _noted_otherwise(raw, rated, checklist):
        return True
    if figures.same_mean is None:
        same_release = (_text(raw, "seen") or figures.saved_release) == figures.release
        return not same_release and (item.kind is ItemKind.EXAM or indicator is not None)
    if item.kind is ItemKind.EXAM or indicator:
        return not figures.same_groups.get(figures.outermost.get(item.group, ""), figures.same_mean)
    return item.scale == checklist.scale and not figures.same_ends


def _noted_otherwise(raw: Raw, rated: Rated, checklist: ScoredChecklist) -> bool:
    """Whether it was given on another scale, or held against another standard."""
    item, indicator = rated
    scale, standard = _text(raw, "scale"), _text(raw, "standard") or None
    if not scale:
        return False
    standard_today = None if indicator or item.standard is None else plain(item.standard)
    return scale != (checklist.part_scale if indicator else item.scale) or standard != standard_today


def _compare_figures(document: Raw, checklist: ScoredChecklist, release: str) -> SavedFigures:
    outermost = _outermost_groups(checklist)
    saved_release = _text(document, "release")
    saved = document.get("result")
    if not (isinstance(saved, Mapping) and saved.get("of")):
        return SavedFigures(saved_release, release, None, True, {}, outermost)
    mode = Mode.FULL if document.get("mode") == "full" else Mode.QUICK
    today = assess(checklist, _without_basis(read_answers(_raw_answers(document, "employee"))), mode)
    return SavedFigures(
        saved_release=saved_release,
        release=release,
        same_mean=saved.get("mean") == today.mean,
        same_ends=_same_ends(saved, checklist, today),
        same_groups=dict(_same_groups(saved, today)),
        outermost=outermost,
    )


def _same_ends(saved: Raw, checklist: ScoredChecklist, today: Result) -> bool:
    scale = checklist.scales.get(checklist.scale)
    ends = ((saved.get("top"), today.top), (saved.get("low"), plain(scale.lowest) if scale else None))
    return all(before is None or before == now for before, now in ends)


def _same_groups(saved: Raw, today: Result) -> Iterator[tuple[str, bool]]:
    groups = saved.get("groups")
    means = {group.id: group.mean for group in today.groups}
    for group in groups if isinstance(groups, list) else ():
        if isinstance(group, Mapping) and group.get("id") in means:
            yield str(group["id"]), group.get("mean") == means[str(group["id"])]


def _outermost_groups(checklist: ScoredChecklist) -> dict[str, str]:
    """Parents come first in the list."""
    outermost: dict[str, str] = {}
    for group in checklist.groups:
        outermost[group.id] = outermost.get(group.parent, group.parent) if group.parent else group.id
    return outermost


def _text(raw: Raw, key: str) -> str:
    value = raw.get(key)
    return value if isinstance(value, str) else ""

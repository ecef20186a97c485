"""An assessment as the command line tells it: figures from the arithmetic, words from the catalogue.

`score_saved` puts one saved file and one checklist of today through the arithmetic and keeps everything in a value;
`as_dict` and `report_lines` only write that value down, as JSON and for people. What a person is told beside figures
comes in two ways, as `Why` both times: reasons of the arithmetic, whose sentences are shared with the page's script
(`assess.core`), and notes of the report (`score`), such as a wording that has changed since the file was saved.

Parts of a file, such as its name and codes, end up in a terminal: they are cut, and pass through `printable`.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final
from unicodedata import east_asian_width

from levelbook.assessment.scoring.answers import Answers
from levelbook.assessment.scoring.basis import answers_with_basis
from levelbook.assessment.scoring.checklist import PublishedChecklist, ScoredChecklist
from levelbook.assessment.scoring.item_scores import score_items
from levelbook.assessment.scoring.marks import with_marks
from levelbook.assessment.scoring.reasons import Why, sentence, why
from levelbook.assessment.scoring.result import Mean, Result, Score, as_data
from levelbook.assessment.scoring.review import RatingDifference, agreed, differences
from levelbook.assessment.scoring.saved_file import SavedAssessment, printable
from levelbook.assessment.scoring.signatures import Signature, signatures
from levelbook.assessment.scoring.totals import assess, most

_MAX_CODES_NAMED: Final = 20
"""How many codes that a file may have made up are named in a report."""
_MAX_CODE_LENGTH: Final = 40
"""How much of such a code is shown."""
Words = Callable[..., str]
"""The catalogue."""


@dataclass(frozen=True)
class ScoredAssessment:
    """A saved assessment with what it came to."""

    saved: SavedAssessment
    title: str
    """What it is for, as the handbook says now."""
    own: Result
    """What the employee's answers came to."""
    manager: Result | None
    """What the manager's came to."""
    differences: tuple[RatingDifference, ...]
    """Where they differ."""
    agreed: Result | None
    """What was agreed."""
    pick: tuple[str, ...]
    """The codes of the items that move the result most."""
    notes: tuple[Why, ...]
    """What is to be known before the figures are believed."""
    signed: tuple[Signature, ...]
    """What was signed, and whether it still is that."""

    @property
    def result(self) -> Result:
        """What both agreed on, once the talk is over; before that what the employee rated."""
        return self.agreed if self.agreed and self.saved.is_settled else self.own


def score_saved(saved: SavedAssessment, published: PublishedChecklist) -> ScoredAssessment:
    """What a saved assessment came to, held against the handbook as it is now."""
    checklist, mode = published.checklist, saved.mode
    employees, managers = (
        answers_with_basis(saved.raw, checklist, published.release, who) for who in ("employee", "manager")
    )
    own = assess(checklist, with_marks(checklist, employees, managers), mode)
    has_talk = saved.by_manager or saved.agreed or saved.is_settled
    both = agreed(checklist, employees, managers, saved.agreed, mode) if has_talk else None
    return ScoredAssessment(
        saved=saved,
        title=published.title,
        own=own,
        manager=assess(checklist, with_marks(checklist, managers, employees), mode) if saved.by_manager else None,
        differences=differences(checklist, employees, managers, mode) if saved.by_manager else (),
        agreed=both,
        pick=most(both if both and saved.is_settled else own, published.pick),
        notes=(*_changes_since(saved, published), *_outdated(saved, checklist, employees)),
        signed=signatures(saved.raw),
    )


def _changes_since(saved: SavedAssessment, published: PublishedChecklist) -> Iterator[Why]:
    """What has changed in the handbook since the file was saved."""
    if saved.handbook and saved.handbook not in (published.handbook, *published.also_called):
        yield Why("other_handbook", {"saved": saved.handbook, "now": published.handbook})
    elif saved.release != published.release:
        key = "release_then" if not saved.release else "release_now" if not published.release else "release_other"
        yield Why(key, {"saved": saved.release, "now": published.release})
    marks = published.marks
    reworded = dict.fromkeys(code for code, mark in saved.answered if mark and marks.get(code, mark) != mark)
    unknown = dict.fromkeys(code for code, _ in saved.answered if code not in marks)
    if reworded:
        yield why("reworded", n=len(reworded), names=tuple(reworded))
    if unknown:
        names = tuple(code[:_MAX_CODE_LENGTH] for code in [*unknown][:_MAX_CODES_NAMED])
        yield why("gone", n=len(unknown), names=names)


def _outdated(saved: SavedAssessment, checklist: ScoredChecklist, answers: Answers) -> Iterator[Why]:
    """What does not count before somebody has looked again; of a finished one, what counts though it has changed."""
    if saved.finished:
        answers = answers_with_basis({**saved.raw, "finished": None}, checklist, saved.release)
    names = tuple(outcome.item.code for outcome in score_items(checklist, answers, saved.mode) if outcome.again)
    if names:
        yield why("moved_finished" if saved.finished else "moved", n=len(names), names=names)


def as_dict(score: ScoredAssessment) -> dict[str, Any]:
    """The same as plain values, for JSON."""
    saved = score.saved
    return {
        "target": saved.target,
        "title": score.title,
        "name": saved.name,
        "release": saved.release,
        "day": saved.day,
        "mode": saved.mode.value,
        "result": "agreed" if saved.is_settled else "own",
        "own": as_data(score.own),
        "manager": as_data(score.manager),
        "differences": as_data(score.differences),
        "agreed": as_data(score.agreed),
        "pick": as_data(score.pick),
        "notes": as_data(score.notes),
        "signed": as_data(score.signed),
    }


def report_lines(score: ScoredAssessment, words: Words, core: dict[str, str]) -> Iterator[str]:
    """The report, line by line; `core` are the words under `assess.core.`."""
    saved = score.saved
    yield words("score.head", title=score.title, target=saved.target)
    about = [text for text in (saved.name, saved.day, words(f"score.{saved.mode}")) if text]
    yield "  " + words("score.gap").join(about)
    if score.signed:
        yield "  " + _signed_line(score.signed, words)
    for note in score.notes:
        yield "  " + words("score.note", text=_note(note, words))
    if saved.is_settled:
        yield "  " + _settled_line(score, words)
    yield from _result_lines(score.result, words, core, "score.agreed_head" if saved.is_settled else "score.own")
    if score.pick:
        names = {item.code: item.name for item in score.result.items}
        yield "  " + words("score.most", names=words("score.comma").join(names[code] for code in score.pick))
    if score.manager:
        yield from _difference_lines(score.differences, words)
    if score.agreed and not saved.is_settled:
        yield "  " + _agreed_line(score.agreed, words, core)


def _signed_line(signed: Sequence[Signature], words: Words) -> str:
    """Whether all that was signed is still that; where something is not, which."""
    broken = [one for one in signed if not one.fits]
    codes = words("score.comma").join(one.code for one in broken or signed)
    return printable(words("score.signed_broken" if broken else "score.signed", n=len(broken or signed), codes=codes))


def _note(note: Why, words: Words) -> str:
    facts = {
        key: fact if isinstance(fact, str) else words("score.comma").join(fact) for key, fact in note.facts.items()
    }
    return printable(words(f"score.{note.key}", **facts))


def _settled_line(score: ScoredAssessment, words: Words) -> str:
    """That what both agreed on is the result, and what each had rated."""
    manager = score.manager.mean if score.manager else None
    open_items = [item.name for item in score.result.items if item.state == "open"]
    told = words("score.settled", own=score.own.mean or "—", manager=manager or "—")
    return told + (words("score.settled_open", names=words("score.comma").join(open_items)) if open_items else "")


def _result_lines(result: Result, words: Words, core: dict[str, str], head: str) -> Iterator[str]:
    yield "  " + _mean_line(result, words, core)
    yield "  " + words("score.counts", reached=result.reached, below=result.below, short=result.short, left=result.left)
    if result.points:
        earned, of, reason = result.points.earned, result.points.of, sentence(core, result.points.why)
        yield "  " + words("score.points", earned=earned, of=of, text=reason)
    if result.conditions.of:
        yield "  " + words("score.conditions", met=result.conditions.met, of=result.conditions.of)
    yield ""
    yield from _group_table(result, words)
    yield ""
    yield from _item_table(result, words, core, head)


def _group_table(result: Result, words: Words) -> Iterator[str]:
    groups = [
        (group.name, _marked(group, words), signed(group.gap), f"{group.counted}/{group.of}")
        for group in result.groups
        if group.of
    ]
    heads = (words("score.group"), words("score.mean"), words("score.to_standard"), words("score.counted"))
    yield from table(heads, groups)


def _item_table(result: Result, words: Words, core: dict[str, str], head: str) -> Iterator[str]:
    """`head`: the key of whose ratings they are."""
    items = [_item_row(item, words, core) for item in result.items]
    heads = (
        words("score.item"),
        words("score.code"),
        words(head),
        words("score.to_standard"),
        words("score.why"),
    )
    yield from table(heads, items)


def _mean_line(mean: Mean, words: Words, core: dict[str, str]) -> str:
    if mean.mean is None:
        return sentence(core, mean.why) if mean.why else ""
    standard = mean.standard or words("score.varies")
    facts = {"mean": mean.mean, "standard": standard, "gap": signed(mean.gap)}
    key = "score.overall_part" if _is_part(mean) else "score.overall"
    return words(key, **facts, counted=mean.counted, of=mean.of)


def _is_part(mean: Mean) -> bool:
    """Whether a mean rests on fewer than all items."""
    return mean.mean is not None and mean.counted < mean.of


def _marked(mean: Mean, words: Words) -> str:
    """A mean as it stands in a table, which says so where it rests on a part of the items."""
    return words("score.part", mean=mean.mean) if _is_part(mean) else mean.mean or "—"


def _item_row(item: Score, words: Words, core: dict[str, str]) -> tuple[str, ...]:
    met = _met(item.reached, words) if item.kind == "condition" and item.reached is not None else ""
    reason = sentence(core, item.why) if item.why else ""
    return item.name, item.code, item.points or met or "—", signed(item.gap), reason


def _difference_lines(rows: Sequence[RatingDifference], words: Words) -> Iterator[str]:
    """Where employee and manager differ."""
    apart = [row for row in rows if row.same is False]
    one_sided = sum(row.same is None for row in rows)
    yield ""
    yield "  " + words("score.two", of=len(rows) - one_sided, n=len(apart), single=one_sided)
    heads = (
        words("score.item"),
        words("score.code"),
        words("score.own"),
        words("score.manager"),
        words("score.difference"),
    )
    yield from table(heads, [_difference_row(row, words) for row in apart])


def _difference_row(row: RatingDifference, words: Words) -> tuple[str, ...]:
    own, manager = (_met(met, words) for met in row.met)
    return row.name, row.code, row.own or own, row.manager or manager, signed(row.difference)


def _met(met: bool | None, words: Words) -> str:
    return words("score.met" if met else "score.unmet")


def _agreed_line(mean: Mean, words: Words, core: dict[str, str]) -> str:
    """What was agreed, or why there is no figure for it."""
    if mean.mean is None:
        return words("score.agreed_none", text=sentence(core, mean.why) if mean.why else "")
    key = "score.agreed_part" if _is_part(mean) else "score.agreed"
    return words(key, mean=mean.mean, counted=mean.counted, of=mean.of)


def signed(figure: str | None) -> str:
    """A figure with its sign; the plain hyphen, as every terminal, encoding and spreadsheet knows it."""
    if figure is None:
        return "—"
    return figure if figure.startswith("-") or figure == "0.00" else f"+{figure}"


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Rows in columns; Han characters are two wide. Without rows there is no table."""
    if not rows:
        return
    lines = [heads, *rows]
    widths = [max(map(_width, column)) for column in zip(*lines, strict=True)]
    for row in lines:
        cells = (printable(cell) + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True))
        yield ("  " + "  ".join(cells)).rstrip()


def _width(text: str) -> int:
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)

"""An assessment as the command line tells it: figures from the arithmetic, words from the catalogue."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final
from unicodedata import east_asian_width

from levelbook.assessment.scoring.basis import settled
from levelbook.assessment.scoring.form import Answers, PublishedChecklist, ScoredChecklist
from levelbook.assessment.scoring.item_scores import outcomes
from levelbook.assessment.scoring.reasons import Why, say, why
from levelbook.assessment.scoring.result import Mean, Result, Score, as_data
from levelbook.assessment.scoring.review import RatingDifference, agreed, differences
from levelbook.assessment.scoring.saved_file import Saved, printable
from levelbook.assessment.scoring.totals import assess, most

_NAMED: Final = 20
"""How many codes that a file may have made up are named in a report."""
Words = Callable[..., str]
"""The catalogue."""


@dataclass(frozen=True)
class Scored:
    """A saved assessment with what it came to."""

    saved: Saved
    """The assessment."""
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


def scored(saved: Saved, published: PublishedChecklist) -> Scored:
    """What a saved assessment came to, held against the handbook as it is now."""
    form, mode = published.checklist, saved.mode
    first, second = (settled(saved.raw, form, published.release, who) for who in ("employee", "manager"))
    own, two = assess(form, first, mode), bool(saved.manager)
    return Scored(
        saved=saved,
        title=published.title,
        own=own,
        manager=assess(form, second, mode) if two else None,
        differences=differences(form, first, second, mode) if two else (),
        agreed=agreed(form, first, second, saved.agreed, mode) if two or saved.agreed else None,
        pick=most(own, published.pick),
        notes=(*_notes(saved, published), *_moved(form, saved, first)),
    )


def _moved(form: ScoredChecklist, saved: Saved, own: Answers) -> Iterator[Why]:
    """What does not count before somebody has looked again; of a finished one, what counts though it has changed."""
    if saved.finished:
        own = settled({**saved.raw, "finished": None}, form, saved.release)
    names = tuple(one.item.code for one in outcomes(form, own, saved.mode) if one.again)
    if names:
        yield why("moved_finished" if saved.finished else "moved", n=len(names), names=names)


def _notes(saved: Saved, published: PublishedChecklist) -> Iterator[Why]:
    """What has changed since the file was saved."""
    if saved.handbook and saved.handbook != published.handbook:
        yield Why("other_handbook", {"saved": saved.handbook, "now": published.handbook})
    elif saved.release != published.release:
        key = "release_then" if not saved.release else "release_now" if not published.release else "release_other"
        yield Why(key, {"saved": saved.release, "now": published.release})
    marks = published.marks
    changed = dict.fromkeys(code for code, mark in saved.answered if mark and marks.get(code, mark) != mark)
    gone = dict.fromkeys(code for code, _ in saved.answered if code not in marks)
    if changed:
        yield why("reworded", n=len(changed), names=tuple(changed))
    if gone:
        yield why("gone", n=len(gone), names=tuple(code[:40] for code in [*gone][:_NAMED]))


def as_plain(one: Scored) -> dict[str, Any]:
    """The same as plain values."""
    saved = one.saved
    head = {"target": saved.target, "title": one.title, "name": saved.name, "release": saved.release, "day": saved.day}
    results = {"own": one.own, "manager": one.manager, "differences": one.differences, "agreed": one.agreed}
    return {
        **head,
        "mode": saved.mode.value,
        **{key: as_data(found) for key, found in results.items()},
        "pick": as_data(one.pick),
        "notes": as_data(one.notes),
    }


def lines(one: Scored, words: Words, core: dict[str, str]) -> Iterator[str]:
    """The report, line by line; `core` are the words under `assess.core.`."""
    saved = one.saved
    yield words("score.head", title=one.title, target=saved.target)
    about = [text for text in (saved.name, saved.day, words(f"score.{saved.mode}")) if text]
    yield "  " + words("score.gap").join(about)
    for note in one.notes:
        yield "  " + words("score.note", text=_said(words, note))
    yield from _result(one.own, words, core)
    if one.pick:
        names = {score.code: score.name for score in one.own.items}
        yield "  " + words("score.most", names=words("score.comma").join(names[code] for code in one.pick))
    if one.manager:
        yield from _two(one, words)
    if one.agreed:
        yield "  " + _agreed(one.agreed, words, core)


def _said(words: Words, note: Why) -> str:
    facts = {
        key: fact if isinstance(fact, str) else words("score.comma").join(fact) for key, fact in note.facts.items()
    }
    return printable(words(f"score.{note.key}", **facts))


def _result(found: Result, words: Words, core: dict[str, str]) -> Iterator[str]:
    yield "  " + _overall(found, words, core)
    yield "  " + words("score.counts", reached=found.reached, below=found.below, short=found.short, left=found.left)
    if found.points:
        yield "  " + words(
            "score.points", earned=found.points.earned, of=found.points.of, text=say(core, found.points.why)
        )
    if found.conditions.of:
        yield "  " + words("score.conditions", met=found.conditions.met, of=found.conditions.of)
    yield ""
    groups = [(one.name, one.mean or "—", signed(one.gap), f"{one.counted}/{one.of}") for one in found.groups if one.of]
    yield from table(
        (words("score.group"), words("score.mean"), words("score.to_standard"), words("score.counted")), groups
    )
    yield ""
    yield from table(
        (words("score.item"), words("score.code"), words("score.own"), words("score.to_standard"), words("score.why")),
        [_row(one, words, core) for one in found.items],
    )


def _overall(found: Mean, words: Words, core: dict[str, str]) -> str:
    if found.mean is None:
        return say(core, found.why) if found.why else ""
    standard = found.standard or words("score.varies")
    facts = {"mean": found.mean, "standard": standard, "gap": signed(found.gap)}
    return words("score.overall", **facts, counted=found.counted, of=found.of)


def _row(one: Score, words: Words, core: dict[str, str]) -> tuple[str, ...]:
    met = (
        words("score.met" if one.reached else "score.unmet")
        if one.kind == "condition" and one.reached is not None
        else ""
    )
    return one.name, one.code, one.points or met or "—", signed(one.gap), say(core, one.why) if one.why else ""


def _two(one: Scored, words: Words) -> Iterator[str]:
    """Where employee and manager differ."""
    apart = [row for row in one.differences if row.same is False]
    single = sum(row.same is None for row in one.differences)
    yield ""
    yield "  " + words("score.two", of=len(one.differences) - single, n=len(apart), single=single)
    head = (
        words("score.item"),
        words("score.code"),
        words("score.own"),
        words("score.manager"),
        words("score.difference"),
    )
    yield from table(head, [_sides(row, words) for row in apart])


def _agreed(found: Mean, words: Words, core: dict[str, str]) -> str:
    """What was agreed, or why there is no figure for it."""
    if found.mean is None:
        return words("score.agreed_none", text=say(core, found.why) if found.why else "")
    return words("score.agreed", mean=found.mean, counted=found.counted, of=found.of)


def _sides(row: RatingDifference, words: Words) -> tuple[str, ...]:
    met = [words("score.met" if one else "score.unmet") for one in row.met]
    return row.name, row.code, row.own or met[0], row.manager or met[1], signed(row.difference)


def signed(figure: str | None) -> str:
    """A figure with its sign; the plain hyphen, as every terminal, encoding and spreadsheet knows it."""
    if figure is None:
        return "—"
    return figure if figure.startswith("-") or figure == "0.00" else f"+{figure}"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Rows in columns; Han characters are two wide."""
    every = [head, *rows]
    widths = [max(_width(row[at]) for row in every) for at in range(len(head))]
    for row in every if rows else ():
        cells = (printable(cell) + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True))
        yield ("  " + "  ".join(cells)).rstrip()


def _width(text: str) -> int:
    return sum(2 if east_asian_width(one) in "WF" else 1 for one in text)

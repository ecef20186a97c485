"""The source's other prose, and editor's notes, as pages show them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from levelbook.model.base import Entry, Note, Noted, Topic
from levelbook.model.handbook import Sequence
from levelbook.plan.desk import Desk
from levelbook.plan.shared import Nothing, nothing

_MARKS = re.compile(r"\[([^\]]*)\]\([^)]*\)|\*\*([^*]*)\*\*|`([^`]*)`")


@dataclass(frozen=True)
class Remark:
    """An editor's note."""

    kind: str
    """Its kind, as in the data."""
    word: str
    """The word for its kind."""
    text: str
    """What it says."""
    about: str
    """What it is about, where that is less than the whole thing."""
    printed: str
    """What the source has."""
    ask: str
    """The open question."""
    where: str
    """Place in the source."""


@dataclass(frozen=True)
class Passage:
    """A piece of prose, with parts where it has them."""

    number: str
    """As printed."""
    title: str
    """Its heading."""
    text: str
    """What it says."""
    tags: tuple[str, ...]
    """What is special about it, in words."""
    parts: tuple["Passage", ...]
    """Its parts."""
    nothing: Nothing | None
    """Why it is empty."""
    incomplete: str
    """What of it is missing."""
    remarks: tuple[Remark, ...]
    """Editor's notes on it."""


@dataclass(frozen=True)
class Subject:
    """A subject, facet or topic."""

    name: str
    """Its name."""
    weights: tuple[str, ...]
    """Its share of the exam, one a level or one for all."""
    nothing: Nothing | None
    """Why there is no share, where shares are spoken of."""
    parts: str
    """What belongs to it."""


def passages(desk: Desk, sequence: Sequence | None, entries: Iterable[Entry]) -> tuple[Passage, ...]:
    """Entries as prose."""
    return tuple(_passage(desk, sequence, entry) for entry in entries)


def _passage(desk: Desk, sequence: Sequence | None, entry: Entry) -> Passage:
    depth = desk.said(entry, "depth")
    tags = [desk.words("indicator.depth", depth=depth)] if depth else []
    tags += [desk.words("prose.new")] if entry.new else []
    return Passage(
        number=desk.said(entry, "number"),
        title=desk.said(entry, "name"),
        text=desk.said(entry, "text"),
        tags=tuple(tags),
        parts=passages(desk, sequence, entry.items),
        nothing=nothing(desk, entry),
        incomplete=desk.said(entry, "incomplete"),
        remarks=remarks(desk, sequence, entry),
    )


def remarks(desk: Desk, sequence: Sequence | None, shape: Noted) -> tuple[Remark, ...]:
    """The editor's notes of a thing."""
    return tuple(remark(desk, sequence, note) for note in shape.notes)


def remark(desk: Desk, sequence: Sequence | None, note: Note) -> Remark:
    """An editor's note."""
    return Remark(
        kind=note.kind.value,
        word=desk.words(f"note.kind.{note.kind.value}"),
        text=desk.said(note, "text"),
        about=desk.series(_about(desk, sequence, one) for one in note.about),
        printed=desk.said(note, "printed"),
        ask=desk.said(note, "ask"),
        where=desk.said(note, "where"),
    )


def _about(desk: Desk, sequence: Sequence | None, about: str) -> str:
    key = f"key.{about}"
    if key in desk.words:
        return desk.words(key)
    target = desk.places.find(sequence, about)
    return target.name if target else about


def shares(desk: Desk, sequence: Sequence, covers: Iterable[Topic]) -> tuple[Subject, ...]:
    """Subjects with their share of an exam."""
    return tuple(_subject(desk, sequence, topic) for topic in covers)


def _subject(desk: Desk, sequence: Sequence, topic: Topic) -> Subject:
    weights, gap = _weights(desk, sequence, topic)
    parts = desk.series(desk.name(part) for part in topic.covers)
    return Subject(
        name=desk.name(topic),
        weights=weights,
        nothing=Nothing("lost" if gap == "lost" else "empty", desk.words(f"nothing.{gap}")) if gap else None,
        parts=parts + (desk.words("join.open_end") if topic.open_ended and parts else ""),
    )


def _weights(desk: Desk, sequence: Sequence, topic: Topic) -> tuple[tuple[str, ...], str]:
    """The figures of a subject as texts, or the word that stands in their place."""
    weight = topic.weight
    if weight is None:
        return (), ""
    if not isinstance(weight, dict):
        return ((), str(weight)) if isinstance(weight, str) else ((desk.words("exam.share", n=weight),), "")
    names = {level.id: desk.name(level) for level in sequence.levels}
    return tuple(
        desk.words("exam.share_at", level=names.get(key, key), n=figure)
        for key, figure in weight.items()
        if not isinstance(figure, str)
    ), ("" if any(not isinstance(figure, str) for figure in weight.values()) else "blank")


def plain(text: str) -> str:
    """A text without its inline Markdown, for quotes and search."""
    return _MARKS.sub(lambda match: next(part for part in match.groups() if part is not None), text)

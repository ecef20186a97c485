"""The source's other prose, and editor's notes, as pages show them."""

from collections.abc import Iterable
from dataclasses import dataclass

from levelbook.model.base import Entry, Topic
from levelbook.model.handbook import Sequence
from levelbook.plan.desk import Desk
from levelbook.plan.places import Target
from levelbook.plan.related import related
from levelbook.plan.remarks import Remark, remarks
from levelbook.plan.shared import Nothing, extent, figure, kind_of_nothing, nothing


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
    where: str = ""
    """Place in the source."""
    see: tuple[Target, ...] = ()
    """Related things."""
    extent: str = ""
    """How many parts the source announces, and whether it lists them all."""


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
    number: str = ""
    """As printed."""
    where: str = ""
    """Place in the source."""
    see: tuple[Target, ...] = ()
    """Related things."""
    remarks: tuple[Remark, ...] = ()
    """Editor's notes on it."""
    extent: str = ""
    """Whether the source lists all its parts."""
    children: tuple["Subject", ...] = ()
    """Its parts, each with what is said of it."""


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
        text=desk.marked(entry, "text"),
        tags=tuple(tags),
        parts=passages(desk, sequence, entry.items),
        nothing=nothing(desk, entry),
        incomplete=desk.marked(entry, "incomplete"),
        remarks=remarks(desk, sequence, entry),
        where=desk.said(entry, "where"),
        see=related(desk, sequence, entry),
        extent=extent(desk, entry.declared, len(entry.items), entry.open_ended),
    )


def shares(desk: Desk, sequence: Sequence, covers: Iterable[Topic]) -> tuple[Subject, ...]:
    """Subjects with their share of an exam."""
    return tuple(_subject(desk, sequence, topic) for topic in covers)


def _subject(desk: Desk, sequence: Sequence, topic: Topic) -> Subject:
    weights, gap = _weights(desk, sequence, topic)
    parts = desk.series(desk.name(part) for part in topic.covers)
    return Subject(
        name=desk.name(topic),
        weights=weights,
        nothing=kind_of_nothing(desk, gap) if gap else None,
        parts=parts + (desk.words("join.open_end") if topic.open_ended and parts else ""),
        number=desk.said(topic, "number"),
        where=desk.said(topic, "where"),
        see=related(desk, sequence, topic),
        remarks=remarks(desk, sequence, topic),
        extent=extent(desk, None, 0, topic.open_ended),
        children=shares(desk, sequence, topic.covers),
    )


def _weights(desk: Desk, sequence: Sequence, topic: Topic) -> tuple[tuple[str, ...], str]:
    """The figures of a subject as texts, or the word that stands in their place."""
    weight = topic.weight
    if weight is None:
        return (), ""
    if not isinstance(weight, dict):
        return ((), str(weight)) if isinstance(weight, str) else ((desk.words("exam.share", n=figure(weight)),), "")
    names = {level.id: desk.name(level) for level in sequence.levels}
    known = {key: share for key, share in weight.items() if not isinstance(share, str)}
    said = (desk.words("exam.share_at", level=names.get(key, key), n=figure(share)) for key, share in known.items())
    return tuple(said), "" if known else next(map(str, weight.values()), "blank")

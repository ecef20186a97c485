"""The source's other prose, and the subjects of exams, as pages show them.

Both are trees as deep as the source has them: a passage has parts that are passages, a subject has subjects. The
templates walk them by macros that call themselves. A weight is a share of the exam for everybody, one a level, or a
word for why there is none; where some levels have figures and others a word, the figures are shown, and the word is
not, because there is no place beside them that would say whose it is.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from levelbook.components.editor_notes import Remark
from levelbook.components.facts import Margin, margin
from levelbook.components.links import PageOfSequence
from levelbook.localized.absence import Absence, absence, absence_of
from levelbook.localized.extent import extent
from levelbook.model.base import Entry, Topic
from levelbook.model.decimals import figure
from levelbook.model.handbook import Sequence
from levelbook.site.context import Context
from levelbook.site.page import Heading


@dataclass(frozen=True)
class Passage:
    """A piece of prose, with parts where it has them."""

    entry: Entry
    tags: tuple[str, ...]
    """What is special about it, in words: how well it has to be known, and that it is new."""
    parts: tuple["Passage", ...]
    nothing: Absence | None
    """Why it is empty."""
    margin: Margin


@dataclass(frozen=True, kw_only=True)
class PageWithProse(PageOfSequence):
    """A page of a sequence that ends with the source's other prose and with editor's notes."""

    sections: tuple[Passage, ...]
    remarks: tuple[Remark, ...]


@dataclass(frozen=True)
class ExamSubject:
    """A subject, facet or topic."""

    topic: Topic
    weights: tuple[str, ...]
    """Its share of the exam, one a level or one for all."""
    nothing: Absence | None
    """Why there is no share, where shares are spoken of."""
    margin: Margin
    children: tuple["ExamSubject", ...]
    """Its parts, each with what is said of it."""


def passages(ctx: Context, sequence: Sequence | None, entries: Iterable[Entry]) -> tuple[Passage, ...]:
    """Entries as prose."""
    return tuple(_passage(ctx, sequence, entry) for entry in entries)


def _passage(ctx: Context, sequence: Sequence | None, entry: Entry) -> Passage:
    depth = ctx.text(entry, "depth")
    tags = [ctx.words("indicator.depth", depth=depth)] if depth else []
    tags += [ctx.words_of(sequence)("prose.new")] if entry.new else []
    return Passage(
        entry=entry,
        tags=tuple(tags),
        parts=passages(ctx, sequence, entry.items),
        nothing=absence_of(ctx, sequence, entry),
        margin=margin(ctx, sequence, entry, extent(ctx, sequence, entry.declared, len(entry.items), entry.open_ended)),
    )


def closing_headings(ctx: Context, view: PageWithProse, prose: str = "prose.of_source") -> list[Heading]:
    """The headings at the end of a page; `prose` is the key of the word for the source's other prose."""
    return [Heading("sections", ctx.words(prose))] if view.sections else []


def shares(ctx: Context, sequence: Sequence, topics: Iterable[Topic]) -> tuple[ExamSubject, ...]:
    """Subjects with their share of an exam."""
    return tuple(_subject(ctx, sequence, topic) for topic in topics)


def _subject(ctx: Context, sequence: Sequence, topic: Topic) -> ExamSubject:
    weights, gap = _weights(ctx, sequence, topic)
    return ExamSubject(
        topic=topic,
        weights=weights,
        nothing=absence(ctx, sequence, gap) if gap else None,
        margin=margin(ctx, sequence, topic, extent(ctx, sequence, None, 0, topic.open_ended)),
        children=shares(ctx, sequence, topic.covers),
    )


def _weights(ctx: Context, sequence: Sequence, topic: Topic) -> tuple[tuple[str, ...], str]:
    """The figures of a subject in words, or the kind of absence that stands in their place."""
    weight = topic.weight
    if weight is None:
        return (), ""
    if isinstance(weight, str):
        return (), str(weight)
    if not isinstance(weight, dict):
        return (ctx.words("exam.share", n=figure(weight)),), ""
    names = {level.id: ctx.name(level) for level in sequence.levels}
    figures = {key: share for key, share in weight.items() if not isinstance(share, str)}
    by_level = (ctx.words("exam.share_at", level=names.get(key, key), n=figure(n)) for key, n in figures.items())
    return tuple(by_level), "" if figures else next(map(str, weight.values()), "blank")

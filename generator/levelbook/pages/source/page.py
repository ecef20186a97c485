"""The page of a sequence's source: where it comes from, what of it is missing, its other prose, all editor's notes."""

from collections.abc import Iterator
from dataclasses import dataclass

from levelbook.components.facts import SOURCE_KEYS, confidential
from levelbook.components.links import Link, PageOfSequence, sequence_link
from levelbook.components.note_list import BOOK, CollectedNote, note_figures, notes_of_handbook, notes_of_sequence
from levelbook.components.outline import sections_home
from levelbook.components.prose import Passage, passages
from levelbook.localized.absence import Absence
from levelbook.model.handbook import Sequence
from levelbook.model.sequence import SequenceHead
from levelbook.pages.source.missing import Missing, missing
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.edit_places import place
from levelbook.site.page import Heading, Page
from levelbook.site.sitemap import PageKind

EXPECTED_FACTS = frozenset({"organisation", "date", "version", "effective", "owner"})
"""What a reader looks for, so that it is said where the source is silent."""


@dataclass(frozen=True)
class SourceFact:
    """What the source says about itself, or that it does not."""

    name: str
    """What it is."""
    text: str
    """What the source says."""
    absence: Absence | None
    """Said where it says nothing."""


@dataclass(frozen=True)
class NotesOfKind:
    """The notes of one kind."""

    anchor: str
    word: str
    """The kind."""
    explanation: str
    """What notes of this kind say."""
    notes: tuple[CollectedNote, ...]
    """The notes, in the order of the files."""


@dataclass(frozen=True)
class SourceView(PageOfSequence):
    """Everything on the page."""

    facts: tuple[SourceFact, ...]
    """What is known of the source."""
    reworded: bool
    """Whether the texts are the editors' own words."""
    confidential: str
    """What the source says about who may read it, and what to mind."""
    head: SequenceHead
    missing: tuple[Missing, ...]
    """What else is missing."""
    sections: tuple[Passage, ...]
    """The source's other prose."""
    sections_link: Link | None
    """Where that prose stands instead."""
    kinds: tuple[NotesOfKind, ...]
    """Editor's notes by kind."""
    figures: str
    """How many notes."""
    handbook_notes: Link | None
    """What of the sources was left out of the handbook altogether."""


def pages(ctx: Context, sequence: Sequence) -> tuple[Page, ...]:
    """The page of a sequence's source."""
    if not ctx.sitemap.has(PageKind.SOURCE, sequence):
        return ()
    view = _view(ctx, sequence)
    page = Page(
        place=ctx.sitemap.existing(PageKind.SOURCE, sequence),
        template="source",
        view=view,
        headings=_headings(ctx, view),
        source=place(sequence.head),
        description=ctx.words_of(sequence)("provenance.description", sequence=view.sequence.text),
    )
    return (page,)


def _headings(ctx: Context, view: SourceView) -> tuple[Heading, ...]:
    headings = [Heading("missing", ctx.words("provenance.missing"))] if view.missing else []
    headings += [Heading("sections", ctx.words("prose.of_source"))] if view.sections else []
    kinds = tuple(Heading(kind.anchor, kind.word) for kind in view.kinds)
    headings += [Heading("notes", ctx.words("note.title"), kinds)] if kinds else []
    return tuple(headings)


def _view(ctx: Context, sequence: Sequence) -> SourceView:
    head = sequence.head
    notes = tuple(one for one in notes_of_sequence(ctx, sequence) if not one.remark.note.for_tools)
    here = sections_home(sequence) == urls.source(sequence)
    elsewhere = Link(ctx.count("section", len(head.sections)), f"{urls.sequence(sequence)}#sections")
    return SourceView(
        sequence=sequence_link(ctx, sequence),
        facts=_facts(ctx, sequence),
        reworded=ctx.reworded(sequence),
        confidential=confidential(ctx, sequence),
        head=head,
        missing=missing(ctx, sequence),
        sections=passages(ctx, sequence, head.sections) if here else (),
        sections_link=elsewhere if head.sections and not here else None,
        kinds=_kinds(ctx, sequence, notes),
        figures=note_figures(ctx, notes),
        handbook_notes=_handbook_notes(ctx),
    )


def _facts(ctx: Context, sequence: Sequence) -> tuple[SourceFact, ...]:
    source = sequence.head.source
    if source is None:
        return ()
    silent = Absence("empty", ctx.words("provenance.silent"))
    texts = ((key, ctx.text(source, key)) for key in SOURCE_KEYS)
    facts = [
        SourceFact(ctx.words(f"source.{key}"), text, None if text else silent)
        for key, text in texts
        if text or key in EXPECTED_FACTS
    ]
    if without := ctx.series(ctx.words(f"complete.row.{layer.value}") for layer in source.without):
        facts.append(SourceFact(ctx.words("provenance.without"), without, None))
    return (*_full_name(ctx, sequence), *facts)


def _full_name(ctx: Context, sequence: Sequence) -> Iterator[SourceFact]:
    """What the standard is called in full, where all pages call it by its short name."""
    if (name := ctx.name(sequence.head)) != ctx.sequence_name(sequence):
        yield SourceFact(ctx.words("provenance.full_name"), name, None)


def _kinds(ctx: Context, sequence: Sequence, notes: tuple[CollectedNote, ...]) -> tuple[NotesOfKind, ...]:
    by_kind: dict[str, list[CollectedNote]] = {}
    for note in notes:
        by_kind.setdefault(note.remark.note.kind, []).append(note)
    order = [kind for kind in ctx.words.section("provenance.kind") if kind in by_kind]
    return tuple(
        NotesOfKind(
            anchor=f"notes-{kind}",
            word=ctx.words(f"note.kind.{kind}"),
            explanation=ctx.words_of(sequence)(f"provenance.kind.{kind}"),
            notes=tuple(by_kind[kind]),
        )
        for kind in order
    )


def _handbook_notes(ctx: Context) -> Link | None:
    """The notes of the handbook itself, where it has any."""
    n = sum(1 for _ in notes_of_handbook(ctx))
    return Link(ctx.count("note", n), f"{urls.NOTES}#{urls.sequence_anchor(BOOK)}") if n else None

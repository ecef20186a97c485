"""The page of a sequence's source: where it comes from, what of it is missing, its other prose, all editor's notes."""

from dataclasses import dataclass

from levelbook.model.handbook import Sequence
from levelbook.plan import addresses, notes, spots
from levelbook.plan.desk import Desk
from levelbook.plan.missing import Missing, missing
from levelbook.plan.notes import BOOK, Found
from levelbook.plan.page import Heading, Page
from levelbook.plan.prose import Passage, passages
from levelbook.plan.shared import Link, Nothing, confidential, place, sequence_link
from levelbook.problems import Place

PRINTED = ("title", "organisation", "date", "version", "effective", "owner", "confidential")
"""What a source may say about itself, in order."""
EXPECTED = frozenset({"organisation", "date", "version", "effective", "owner"})
"""What a reader looks for, so that it is said where the source is silent."""


@dataclass(frozen=True)
class Fact:
    """What the source says about itself, or that it does not."""

    name: str
    """What it is."""
    text: str
    """What the source says."""
    nothing: Nothing | None
    """Said where it says nothing."""


@dataclass(frozen=True)
class NotesOfKind:
    """The notes of one kind."""

    anchor: str
    """Its anchor."""
    word: str
    """The kind."""
    say: str
    """What notes of this kind say."""
    notes: tuple[Found, ...]
    """The notes, in the order of the files."""


@dataclass(frozen=True)
class ProvenanceView:
    """Everything on the page."""

    over: Link
    """The sequence."""
    facts: tuple[Fact, ...]
    """What is known of the source."""
    reworded: bool
    """Whether the texts are the editors' own words."""
    confidential: str
    """What the source says about who may read it, and what to mind."""
    incomplete: str
    """What of the sequence as a whole is missing."""
    missing: tuple[Missing, ...]
    """What else is missing."""
    sections: tuple[Passage, ...]
    """The source's other prose."""
    sections_at: Link | None
    """Where that prose stands instead."""
    kinds: tuple[NotesOfKind, ...]
    """Editor's notes by kind."""
    figures: str
    """How many notes."""
    handbook: Link | None
    """What of the sources was left out of the handbook altogether."""
    source: Place | None
    """Where it is edited."""


def exists(desk: Desk, sequence: Sequence) -> bool:
    """Whether anything is known about where a sequence comes from."""
    head = sequence.head
    return bool(head.source or head.sections or head.incomplete) or any(notes.of_sequence(desk, sequence))


def pages(desk: Desk, sequence: Sequence) -> tuple[Page, ...]:
    """The page of a sequence's source."""
    if not exists(desk, sequence):
        return ()
    view = _view(desk, sequence)
    page = Page(
        address=addresses.provenance(sequence),
        title=desk.words("provenance.title"),
        template="provenance",
        view=view,
        headings=_headings(desk, view),
        parent=addresses.sequence(sequence),
        source=view.source,
        description=desk.words("provenance.description", sequence=view.over.text),
    )
    return (page,)


def _headings(desk: Desk, view: ProvenanceView) -> tuple[Heading, ...]:
    found = [Heading("missing", desk.words("provenance.missing"))] if view.missing else []
    found += [Heading("sections", desk.words("prose.of_source"))] if view.sections else []
    kinds = tuple(Heading(one.anchor, one.word) for one in view.kinds)
    found += [Heading("notes", desk.words("note.title"), kinds)] if kinds else []
    return tuple(found)


def _view(desk: Desk, sequence: Sequence) -> ProvenanceView:
    head = sequence.head
    found = tuple(notes.of_sequence(desk, sequence))
    here = spots.sections_home(sequence) == addresses.provenance(sequence)
    elsewhere = Link(desk.count("section", len(head.sections)), f"{addresses.sequence(sequence)}#sections")
    return ProvenanceView(
        over=sequence_link(desk, sequence),
        facts=_facts(desk, sequence),
        reworded=desk.reworded(sequence),
        confidential=confidential(desk, sequence),
        incomplete=desk.marked(head, "incomplete"),
        missing=missing(desk, sequence),
        sections=passages(desk, sequence, head.sections) if here else (),
        sections_at=elsewhere if head.sections and not here else None,
        kinds=_kinds(desk, found),
        figures=notes.figures(desk, found),
        handbook=_handbook(desk),
        source=place(head),
    )


def _facts(desk: Desk, sequence: Sequence) -> tuple[Fact, ...]:
    source = sequence.head.source
    if source is None:
        return ()
    silent = Nothing("empty", desk.words("provenance.silent"))
    said = ((key, desk.said(source, key)) for key in PRINTED)
    facts = [
        Fact(desk.words(f"source.{key}"), text, None if text else silent)
        for key, text in said
        if text or key in EXPECTED
    ]
    bare = desk.series(desk.words(f"complete.row.{layer.value}") for layer in source.without)
    return (*facts, Fact(desk.words("provenance.without"), bare, None)) if bare else tuple(facts)


def _kinds(desk: Desk, found: tuple[Found, ...]) -> tuple[NotesOfKind, ...]:
    by_kind: dict[str, list[Found]] = {}
    for one in found:
        by_kind.setdefault(one.remark.kind, []).append(one)
    order = [kind for kind in desk.words.section("note.kind") if kind in by_kind]
    return tuple(
        NotesOfKind(
            anchor=f"notes-{kind}",
            word=desk.words(f"note.kind.{kind}"),
            say=desk.words(f"provenance.kind.{kind}"),
            notes=tuple(by_kind[kind]),
        )
        for kind in order
    )


def _handbook(desk: Desk) -> Link | None:
    """The notes of the handbook itself, where it has any."""
    n = sum(1 for seen in spots.of_handbook(desk) for _ in notes.in_sighting(desk, None, seen))
    return Link(desk.count("note", n), f"{addresses.NOTES}#{addresses.sequence_anchor(BOOK)}") if n else None

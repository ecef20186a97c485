"""The page that explains the words of the handbook, a sentence each, with a way to where each can be seen.

Words and sentences stand in the catalogue under `glossary.`; here stand only their order, and what shows a thing. Of
what every sequence may have, the first that has it is shown: a handbook without positions has no example of one, but
its readers may still meet the word.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from levelbook.assessment import checklists
from levelbook.components.basics import Link
from levelbook.components.weight_table import weight_table
from levelbook.model.handbook import Sequence
from levelbook.pages import matrix, syllabus
from levelbook.pages.actions import page as actions
from levelbook.pages.calibration import page as calibration
from levelbook.pages.concept import page as concepts
from levelbook.pages.source import page as provenance
from levelbook.pages.transfer import page as move
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.page import Heading, Page

ADDRESS: Final = "glossary/"
TERMS: Final[dict[str, tuple[str, ...]]] = {
    "standard": (
        *("handbook", "source", "sequence", "level", "grade", "position", "group", "competency", "cell", "summary"),
        *("indicator", "code", "weight", "concept", "action", "syllabus", "calibration", "note", "release"),
    ),
    "change": ("new", "raised", "reworded", "again", "unsaid", "dropped", "retired", "move"),
    "nothing": ("not_required", "unlisted", "out_of_scope", "same", "blank", "lost", "incomplete", "zero"),
    "assessment": (
        *("assessment", "checklist", "quick", "full", "scale", "standard", "gap", "evidence", "unseen", "mark"),
        *("pick", "agreed", "plan"),
    ),
}
"""The words of each section, in the order in which one needs the other."""
EXPLAINED: Final = {"scale": "scoring", "standard": "scoring", "gap": "scoring", "full": "scoring", "agreed": "manager"}
"""The guide that says more of a word, where the host has it."""


@dataclass(frozen=True)
class GlossaryEntry:
    """A word."""

    anchor: str
    word: str
    means: str
    """What it stands for, in a sentence."""
    shown: Link | None
    """A page that shows it."""
    guide: str
    """The name of the guide that explains it at length; nothing where none does."""


@dataclass(frozen=True)
class GlossarySection:
    """Words that belong together."""

    anchor: str
    title: str
    entries: tuple[GlossaryEntry, ...]


def pages(ctx: Context) -> Iterator[Page]:
    """The one page."""
    shown = dict(_shown(ctx))
    sections = tuple(_section(ctx, key, shown) for key in TERMS)
    yield Page(
        address=ADDRESS,
        title=ctx.words("glossary.title"),
        template="glossary",
        view=sections,
        headings=tuple(Heading(one.anchor, one.title) for one in sections),
        anchors=frozenset(entry.anchor for one in sections for entry in one.entries),
        description=ctx.words("glossary.description"),
    )


def _section(ctx: Context, key: str, shown: dict[str, Link]) -> GlossarySection:
    entries = tuple(_entry(ctx, term, shown.get(term)) for term in TERMS[key])
    return GlossarySection(f"of-{key}", ctx.words(f"glossary.section.{key}"), entries)


def _entry(ctx: Context, term: str, shown: Link | None) -> GlossaryEntry:
    return GlossaryEntry(
        anchor=term.replace("_", "-"),
        word=ctx.words(f"glossary.{term}.word"),
        means=ctx.words(f"glossary.{term}.means"),
        shown=shown,
        guide=EXPLAINED.get(term, ""),
    )


def _shown(ctx: Context) -> Iterator[tuple[str, Link]]:
    """The pages that show a word's thing, by the word."""
    words = ctx.words
    yield "handbook", Link(words("home.title"), urls.HOME)
    yield "indicator", Link(words("index.title"), urls.INDICATORS)
    yield "note", Link(words("notes.title"), urls.NOTES)
    if concepts.live(ctx):
        yield "concept", Link(words("concept.title"), urls.CONCEPTS)
    if move.exists(ctx):
        yield "move", Link(words("move.title"), urls.MOVE)
    if checklists.exists(ctx):
        yield "assessment", Link(words("check.title"), urls.CHECK)
    # the first sequence that has a thing is its example: of two pairs of one word, a dictionary keeps the later
    for sequence in reversed([*ctx.handbook.sequences.values()]):
        if not sequence.head.retired:
            yield from _examples(ctx, sequence)


def _examples(ctx: Context, sequence: Sequence) -> Iterator[tuple[str, Link]]:
    """What a sequence has to show."""
    name = ctx.sequence_name(sequence)
    yield "sequence", Link(name, urls.sequence(sequence))
    for level in sequence.levels[:1]:
        yield "level", Link(ctx.name(level), urls.level(sequence, level.id), name)
    for grade in sequence.grades[:1]:
        yield "grade", Link(ctx.name(grade), urls.grade(sequence, grade.id), name)
    for key, position in [*sequence.positions.items()][:1]:
        yield "position", Link(ctx.name(position), urls.position(sequence, key), name)
    for owner, competency in ctx.all_members(sequence)[:1]:
        yield "competency", Link(ctx.name(competency), urls.competency(owner, competency.id), name)
    for term, title, address in _of_its_own(sequence):
        yield term, Link(ctx.words(title), address, name)
    if provenance.exists(ctx, sequence):
        yield "source", Link(ctx.words("provenance.title"), urls.provenance(sequence), name)
    if matrix.exists(ctx, sequence):
        yield "cell", Link(ctx.words("matrix.title"), urls.matrix(sequence), name)
    if weight_table(ctx, sequence):
        yield "weight", Link(ctx.words("points.title"), urls.weights(sequence), name)


def _of_its_own(sequence: Sequence) -> Iterator[tuple[str, str, str]]:
    """The pages that a sequence has where it has a file for them: the word, the key of the title, the address."""
    if actions.exists(sequence):
        yield "action", "actions.title", urls.actions(sequence)
    if syllabus.exists(sequence):
        yield "syllabus", "syllabus.title", urls.syllabus(sequence)
    if calibration.exists(sequence):
        yield "calibration", "calibration.title", urls.calibration(sequence)

"""The page that explains the words of the handbook, a sentence each, with a way to where each can be seen.

Words and sentences stand in the catalogue under `glossary.`; here stand only their order, and what shows a thing. Of
what every sequence may have, the first that has it is shown: a handbook without positions has no example of one, but
its readers may still meet the word.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from levelbook.components.links import Link
from levelbook.language import TAGS
from levelbook.model.glossary import Term
from levelbook.model.handbook import Sequence
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.page import Heading, Page
from levelbook.site.sitemap import PageKind

TERMS: Final[dict[str, tuple[str, ...]]] = {
    "standard": (
        *("handbook", "source", "sequence", "level", "grade", "position", "group", "competency", "cell", "summary"),
        *("indicator", "code", "weight", "concept", "action", "syllabus", "calibration", "note", "release"),
    ),
    "change": ("new", "raised", "reworded", "again", "unsaid", "dropped", "retired", "transfer"),
    "nothing": ("not_required", "unlisted", "out_of_scope", "same", "blank", "lost", "incomplete", "zero"),
    "assessment": (
        *("assessment", "checklist", "quick", "full", "scale", "standard", "gap", "evidence", "unseen", "mark"),
        *("pick", "agreed", "plan"),
    ),
}
"""The words of each section, in the order in which one needs the other."""
EXPLAINED: Final = {"scale": "scoring", "standard": "scoring", "gap": "scoring", "full": "scoring", "agreed": "manager"}
"""The guide that says more of a word, where the host has it."""

OF_HANDBOOK: Final = {
    "handbook": PageKind.HOME,
    "indicator": PageKind.INDICATORS,
    "note": PageKind.NOTES,
    "concept": PageKind.CONCEPTS,
    "transfer": PageKind.TRANSFER,
    "assessment": PageKind.ASSESSMENTS,
}
"""The pages about the whole handbook that show a word's thing."""
OF_SEQUENCE: Final = {
    "level": PageKind.LEVEL,
    "position": PageKind.POSITION,
    "action": PageKind.ACTIONS,
    "syllabus": PageKind.SYLLABUS,
    "calibration": PageKind.CALIBRATION,
    "source": PageKind.SOURCE,
    "cell": PageKind.MATRIX,
    "weight": PageKind.WEIGHTS,
}
"""The pages of a sequence that do."""


@dataclass(frozen=True)
class GlossaryEntry:
    """A word."""

    anchor: str
    word: str
    meaning: str
    """What it stands for, in a sentence."""
    example: Link | None
    """A page that shows it."""
    guide: str
    """The name of the guide that explains it at length; nothing where none does."""


@dataclass(frozen=True)
class GlossarySection:
    """Words that belong together."""

    anchor: str
    title: str
    entries: tuple[GlossaryEntry, ...]


@dataclass(frozen=True)
class SettledWord:
    """A word of the trade that the handbook has settled on."""

    term: Term
    others: tuple[tuple[str, str], ...]
    """Its translations, each behind the `lang` of its language."""
    avoid: str
    """What is not said for it."""


@dataclass(frozen=True)
class GlossaryView:
    """The words of all handbooks, and those of this one."""

    sections: tuple[GlossarySection, ...]
    settled: tuple[SettledWord, ...]


def pages(ctx: Context) -> Iterator[Page]:
    """The one page."""
    examples = dict(_examples(ctx))
    sections = tuple(_section(ctx, key, examples) for key in TERMS)
    yield Page(
        place=ctx.sitemap.existing(PageKind.GLOSSARY),
        template="glossary",
        view=GlossaryView(sections, tuple(_settled(ctx, term) for term in ctx.handbook.terms)),
        headings=tuple(_headings(ctx, sections)),
        anchors=frozenset(entry.anchor for one in sections for entry in one.entries),
        description=ctx.words("glossary.description"),
    )


def _headings(ctx: Context, sections: tuple[GlossarySection, ...]) -> Iterator[Heading]:
    yield from (Heading(one.anchor, one.title) for one in sections)
    if ctx.handbook.terms:
        yield Heading("settled", ctx.words("glossary.settled"))


def _settled(ctx: Context, term: Term) -> SettledWord:
    head = ctx.handbook.head
    languages = (each for each in (head.language, *head.translations) if each != ctx.language)
    words = ((TAGS[each], term.localized("name", each)) for each in languages)
    others = tuple((tag, word) for tag, word in words if word != ctx.text(term, "name"))
    return SettledWord(term, others, ctx.series(term.avoid.get(ctx.language, ())))


def _section(ctx: Context, key: str, examples: dict[str, Link]) -> GlossarySection:
    left_out = ("source",) if ctx.written_here(None) else ()
    entries = tuple(_entry(ctx, term, examples.get(term)) for term in TERMS[key] if term not in left_out)
    return GlossarySection(f"of-{key}", ctx.words(f"glossary.section.{key}"), entries)


def _entry(ctx: Context, term: str, example: Link | None) -> GlossaryEntry:
    return GlossaryEntry(
        anchor=term.replace("_", "-"),
        word=ctx.words(f"glossary.{term}.word"),
        meaning=ctx.words(f"glossary.{term}.means"),
        example=example,
        guide=EXPLAINED.get(term, ""),
    )


def _examples(ctx: Context) -> Iterator[tuple[str, Link]]:
    """The pages that show a word's thing, by the word."""
    for term, kind in OF_HANDBOOK.items():
        page = ctx.sitemap.page(kind)
        if page:
            yield term, Link(page.title, page.address)
    # the first sequence that has a thing is its example: of two pairs of one word, a dictionary keeps the later
    for sequence in reversed([*ctx.handbook.sequences.values()]):
        if not sequence.head.retired:
            yield from _of_sequence(ctx, sequence)


def _of_sequence(ctx: Context, sequence: Sequence) -> Iterator[tuple[str, Link]]:
    """What a sequence has to show."""
    name = ctx.sequence_name(sequence)
    yield "sequence", Link(name, urls.sequence(sequence))
    for owner, competency in ctx.all_members(sequence)[:1]:
        yield "competency", Link(ctx.name(competency), urls.competency(owner, competency.id), name)
    if sequence.grades:
        first = sequence.grades[0]
        yield "grade", Link(ctx.name(first), urls.grade(sequence, first.id), name)
    for term, kind in OF_SEQUENCE.items():
        for page in ctx.sitemap.of(kind, sequence)[:1]:
            yield term, Link(page.title, page.address, name)

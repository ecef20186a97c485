"""Everything with a page or a place on one, as rows of the search: by all its names, with what tells it apart."""

from collections.abc import Iterable, Iterator

from levelbook.components.actions_for import address_of, text_of, type_of
from levelbook.components.more_pages import more_pages
from levelbook.localized.extent import subjects
from levelbook.model.base import Entry, Named
from levelbook.model.competency import Competency
from levelbook.model.growth import Chapter, FormField
from levelbook.model.handbook import Concept, Sequence
from levelbook.pages.search.answers import grade_names, names_of_level
from levelbook.pages.search.contract import HitKind, PageEntry
from levelbook.pages.search.names import full_and_short_names, further_names, lines, names_of_concept, synonyms
from levelbook.queries.action_targets import live
from levelbook.queries.codes import competency_code, short_code
from levelbook.queries.concepts import live_concepts
from levelbook.queries.grades import own_grades
from levelbook.queries.index import Member
from levelbook.queries.process import live_chapters
from levelbook.queries.reference import is_for_reference
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.links import growth_targets
from levelbook.site.sitemap import PageKind
from levelbook.site.urls import file_address

LEAD_KEYS = {
    PageKind.ASSESSMENTS: "check.over.lead",
    PageKind.TEAM: "check.team.lead",
    PageKind.TRANSFER: "transfer.lead",
    PageKind.INDICATORS: "",
    PageKind.NOTES: "",
    PageKind.GLOSSARY: "glossary.description",
}
"""Pages about the whole handbook, and the key of the words that they are found by besides their titles."""
TABLES = (PageKind.POSITIONS, PageKind.MATRIX, PageKind.WEIGHTS)
ALSO_SAID = (PageKind.LEVEL_PAIRS, PageKind.MATRIX, PageKind.TRANSFER, PageKind.ASSESSMENTS, PageKind.TEAM)
"""The kinds of pages that people look for by further words."""


def things(ctx: Context) -> Iterator[PageEntry]:
    """All of them, in the order in which equal hits are shown."""
    for sequence in ctx.handbook.sequences.values():
        yield from _Rows(ctx, sequence).all()
    for concept, members in live_concepts(ctx):
        yield _concept(ctx, concept, members)
    for kind, lead in LEAD_KEYS.items():
        page = ctx.sitemap.page(kind)
        if page:
            text = ctx.words(lead) if lead else ""
            yield (page.title, file_address(page.address), "page", [], _also_said(ctx, kind), "", text, False)


def _also_said(ctx: Context, kind: PageKind) -> str:
    """Further words by which people look for pages of a kind, one a line."""
    return ctx.words(f"hit.also_said.{kind.name.lower()}") if kind in ALSO_SAID else ""


def _concept(ctx: Context, concept: Concept, members: tuple[Member, ...]) -> PageEntry:
    name, sequences = ctx.name(concept), len({owner.id for owner, _ in members})
    where = ctx.words("hit.in_sequences", count=ctx.count("sequence", sequences))
    names, text = lines(names_of_concept(concept), name), ctx.text(concept, "definition")
    return (name, file_address(urls.concept(concept.id)), "concept", [where], names, "", text, False)


class _Rows:
    """The rows of a sequence."""

    def __init__(self, ctx: Context, sequence: Sequence) -> None:
        self._ctx, self._sequence = ctx, sequence
        self._name = ctx.sequence_name(sequence)
        self._reference = is_for_reference(ctx, sequence)

    def all(self) -> Iterator[PageEntry]:
        """Those of the sequence itself first, then from what people ask for most to what they ask for least."""
        yield self._own()
        yield from self._steps()
        yield from self._positions()
        yield from self._comparisons()
        yield from self._competencies()
        yield from self._groups()
        yield from self._checklists()
        yield from self._tables()
        yield from self._more()
        yield from self._actions()

    def _row(
        self,
        kind: HitKind,
        title: str,
        address: str,
        parts: Iterable[str] = (),
        names: str = "",
        codes: str = "",
        text: str = "",
    ) -> PageEntry:
        shown = [self._name, *filter(None, parts)] if kind != "sequence" else [*filter(None, parts)]
        return (title, file_address(address), kind, shown, names, codes, text, self._reference)

    def _thing(self, kind: HitKind, thing: Named, address: str, *parts: str, codes: str = "") -> PageEntry:
        return self._row(kind, self._ctx.name(thing), address, parts, further_names(self._ctx, thing), codes)

    def _own(self) -> PageEntry:
        ctx, sequence, head = self._ctx, self._sequence, self._sequence.head
        source = ctx.text(head.source, "organisation") if head.source else ""
        names, text = lines(full_and_short_names(sequence), self._name), ctx.text(head, "definition")
        return self._row("sequence", self._name, urls.sequence(sequence), [source], names, sequence.code, text)

    def _steps(self) -> Iterator[PageEntry]:
        """Levels with the grades that they are, and grades that are none."""
        ctx, sequence = self._ctx, self._sequence
        for level in sequence.levels:
            grades, title = grade_names(ctx, sequence, level), ctx.name(level)
            if grades:
                title = ctx.words("hit.level_and_grade", level=title, grade=grades)
            names = lines(names_of_level(sequence, level), title)
            address, code = urls.level(sequence, level.id), short_code(sequence, level.id)
            yield self._row("level", title, address, [self._standing(level.id)], names, code)
        for grade in own_grades(sequence):
            code = short_code(sequence, grade.id)
            yield self._thing("grade", grade, urls.grade(sequence, grade.id), codes=code)

    def _standing(self, level: str) -> str:
        ctx, sequence = self._ctx, self._sequence
        if sequence.head.unranked or len(sequence.levels) < 2:
            return ""
        step, steps = ctx.numeral(sequence.ranks[level]), ctx.amount(len(sequence.levels))
        return ctx.words("hit.step", step=step, steps=steps)

    def _positions(self) -> Iterator[PageEntry]:
        for key, position in self._sequence.positions.items():
            code = short_code(self._sequence, key)
            yield self._thing("position", position, urls.position(self._sequence, key), codes=code)

    def _comparisons(self) -> Iterator[PageEntry]:
        """The pages of pairs of levels, and the table of all pairs, which people look for who want to rise."""
        for kind in (PageKind.LEVEL_PAIRS, PageKind.COMPARISON):
            for page in self._ctx.sitemap.of(kind, self._sequence):
                yield self._row("comparison", page.title, page.address, names=_also_said(self._ctx, kind))

    def _competencies(self) -> Iterator[PageEntry]:
        ctx, sequence = self._ctx, self._sequence
        for competency in sequence.competencies.values():
            names = further_names(ctx, competency, synonyms(ctx, competency))
            text = " ".join(filter(None, (ctx.text(competency, "definition"), subjects(ctx, competency))))
            yield self._row(
                "competency",
                ctx.name(competency),
                urls.competency(sequence, competency.id),
                [self._levels(competency)],
                names,
                competency_code(sequence, competency),
                text,
            )

    def _levels(self, competency: Competency) -> str:
        n = len(competency.levels)
        return self._ctx.levels(n) if n else self._ctx.words("hit.no_levels")

    def _groups(self) -> Iterator[PageEntry]:
        for _, group in self._sequence.groups():
            yield self._thing("group", group, urls.group(self._sequence, group.id))

    def _checklists(self) -> Iterator[PageEntry]:
        for page in self._ctx.sitemap.of(PageKind.CHECKLIST, self._sequence):
            yield self._row("checklist", page.title, page.address)

    def _tables(self) -> Iterator[PageEntry]:
        pages = (self._ctx.sitemap.page(kind, self._sequence) for kind in TABLES)
        for page in filter(None, pages):
            yield self._row("page", page.title, page.address, names=_also_said(self._ctx, page.kind))

    def _more(self) -> Iterator[PageEntry]:
        """The further pages, and each phase, form, chapter and calibration."""
        ctx, sequence = self._ctx, self._sequence
        for more in more_pages(ctx, sequence):
            yield self._row("page", more.link.text, more.link.address, text=more.figures)
        said = dict(_said(ctx, sequence))
        for key, target in dict(growth_targets(ctx, sequence)).items():
            yield self._row(
                "page", target.name, target.address, codes=short_code(sequence, key), text=said.get(key, "")
            )

    def _actions(self) -> Iterator[PageEntry]:
        ctx, sequence = self._ctx, self._sequence
        for action in live(sequence):
            parts, address = [type_of(ctx, sequence, action)], address_of(sequence, action)
            yield self._row("action", text_of(ctx, action), address, parts, codes=action.id or "")


def _chapters(sequence: Sequence) -> Iterator[Chapter]:
    for edition in sequence.syllabus.editions if sequence.syllabus else ():
        yield from live_chapters(edition)


def _said(ctx: Context, sequence: Sequence) -> Iterator[tuple[str, str]]:
    """What phases, forms and chapters say, by which they are found too."""
    plan = sequence.plan
    for phase in plan.phases if plan else ():
        yield phase.id, " ".join(_texts(ctx, phase.steps))
    for form in plan.forms if plan else ():
        yield form.id, " ".join(filter(None, (ctx.text(form, "help"), *_asked(ctx, form.fields))))
    for chapter in _chapters(sequence):
        yield chapter.id, " ".join(_texts(ctx, chapter.sections))


def _asked(ctx: Context, fields: Iterable[FormField]) -> Iterator[str]:
    for field in fields:
        yield from filter(None, (ctx.name(field), ctx.text(field, "help")))
        yield from _asked(ctx, field.fields)


def _texts(ctx: Context, entries: Iterable[Entry]) -> Iterator[str]:
    for entry in entries:
        yield from filter(None, (ctx.text(entry, "name"), ctx.text(entry, "text")))
        yield from _texts(ctx, entry.items)

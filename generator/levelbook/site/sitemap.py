"""Which pages a handbook has: one value that says of each its kind, address, title and the page above it.

Nobody else decides whether a page exists or what it is called: pages make what stands here, and navigation, links,
search and lists of further pages ask here. So a page never needs to know another.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from levelbook.assessment.checklists import checklists
from levelbook.localized.handbook import LocalizedHandbook
from levelbook.localized.names import level_pair
from levelbook.model.growth import Form
from levelbook.model.handbook import Sequence
from levelbook.queries.action_targets import live
from levelbook.queries.comparable import has_comparisons, has_matrix, has_positions_table, has_transfer
from levelbook.queries.concepts import live_concepts
from levelbook.queries.everything import has_notes
from levelbook.queries.process import has_syllabus, lists, plan_of, process_holds
from levelbook.queries.weights import weight_table
from levelbook.site import urls


class PageKind(StrEnum):
    """Kinds of pages, in the order in which they are made."""

    HOME = "home"
    SEQUENCE = "sequence"
    LEVEL = "level"
    GRADE = "grade"
    POSITION = "position"
    POSITIONS = "positions"
    COMPETENCY = "competency"
    MATRIX = "matrix"
    LEVEL_PAIRS = "level-pairs"
    COMPARISON = "comparison"
    WEIGHTS = "weights"
    PRINT_FORMS = "print-forms"
    ACTIONS = "actions"
    PROCESS = "process"
    SYLLABUS = "syllabus"
    CALIBRATION = "calibration"
    SOURCE = "source"
    CHECKLIST = "checklist"
    ASSESSMENTS = "assessments"
    TEAM = "team"
    CONCEPTS = "concepts"
    CONCEPT = "concept"
    TRANSFER = "transfer"
    INDICATORS = "indicators"
    NOTES = "notes"
    GLOSSARY = "glossary"


MORE = (
    PageKind.ACTIONS,
    PageKind.PROCESS,
    PageKind.PRINT_FORMS,
    PageKind.SYLLABUS,
    PageKind.CALIBRATION,
    PageKind.SOURCE,
)
"""What else a sequence may have besides what is expected in it: how people develop, and where it comes from."""


@dataclass(frozen=True)
class SitePage:
    """A page that there is."""

    kind: PageKind
    address: str
    """Its folder below the root of the handbook, with a final slash; empty for the home page."""
    title: str
    """Its name in navigation, links and the browser's tab."""
    parent: str | None = urls.HOME
    """Address of the page above it; none for the home page."""
    sequence: str = ""
    """The id of the sequence it is about."""
    key: str = ""
    """What tells it from others of its kind in a sequence: an id, or two for a pair of levels."""


class Sitemap:
    """All pages of a handbook's theme, in order."""

    def __init__(self, pages: Iterable[SitePage]) -> None:
        """Note the pages down by what they are about."""
        self.pages = tuple(pages)
        self._pages = {(page.kind, page.sequence, page.key): page for page in self.pages}

    def page(self, kind: PageKind, sequence: Sequence | None = None, key: str = "") -> SitePage | None:
        """A page by what it is about; none where there is no such page."""
        return self._pages.get((kind, sequence.id if sequence else "", key))

    def existing(self, kind: PageKind, sequence: Sequence | None = None, key: str = "") -> SitePage:
        """A page that is known to be there. Raises KeyError."""
        return self._pages[kind, sequence.id if sequence else "", key]

    def has(self, kind: PageKind, sequence: Sequence | None = None, key: str = "") -> bool:
        """Whether there is such a page."""
        return self.page(kind, sequence, key) is not None

    def address(self, kind: PageKind, sequence: Sequence | None = None, key: str = "") -> str:
        """Where such a page stands; nothing where there is none."""
        page = self.page(kind, sequence, key)
        return page.address if page else ""

    def of(self, kind: PageKind, sequence: Sequence | None = None) -> tuple[SitePage, ...]:
        """The pages of a kind, of one sequence or of none."""
        owner = sequence.id if sequence else ""
        return tuple(page for page in self.pages if page.kind is kind and page.sequence == owner)

    def tree(self) -> Iterator[tuple[int, SitePage]]:
        """Every page below the one above it, with its depth."""
        below: dict[str | None, list[SitePage]] = {}
        for page in self.pages:
            below.setdefault(page.parent, []).append(page)
        yield from _tree(below, None, 0)


def _tree(below: dict[str | None, list[SitePage]], parent: str | None, depth: int) -> Iterator[tuple[int, SitePage]]:
    for page in below.get(parent, ()):
        yield depth, page
        yield from _tree(below, page.address, depth + 1)


def sitemap(book: LocalizedHandbook) -> Sitemap:
    """Which pages a handbook has."""
    return Sitemap(_pages(book))


def _pages(book: LocalizedHandbook) -> Iterator[SitePage]:
    words, rated = book.words, False
    yield SitePage(PageKind.HOME, urls.HOME, words("home.title"), None)
    for sequence in book.handbook.sequences.values():
        pages = tuple(_of_sequence(book, sequence))
        rated = rated or any(page.kind is PageKind.CHECKLIST for page in pages)
        yield from pages
    if rated:
        yield SitePage(PageKind.ASSESSMENTS, urls.ASSESSMENTS, words("check.title"))
        yield SitePage(PageKind.TEAM, urls.TEAM, words("check.team.title"), urls.ASSESSMENTS)
    yield from _concepts(book)
    if has_transfer(book.handbook):
        yield SitePage(PageKind.TRANSFER, urls.TRANSFER, words("move.title"))
    yield SitePage(PageKind.INDICATORS, urls.INDICATORS, words("index.title"))
    yield SitePage(PageKind.NOTES, urls.NOTES, words("notes.title"))
    yield SitePage(PageKind.GLOSSARY, urls.GLOSSARY, words("glossary.title"))


def _concepts(book: LocalizedHandbook) -> Iterator[SitePage]:
    concepts = [concept for concept, _ in live_concepts(book)]
    if concepts:
        yield SitePage(PageKind.CONCEPTS, urls.CONCEPTS, book.words("concept.title"))
    for concept in concepts:
        address = urls.concept(concept.id)
        yield SitePage(PageKind.CONCEPT, address, book.name(concept), urls.CONCEPTS, key=concept.id)


def _of_sequence(book: LocalizedHandbook, sequence: Sequence) -> Iterator[SitePage]:
    home = urls.sequence(sequence)
    yield SitePage(PageKind.SEQUENCE, home, book.sequence_name(sequence), sequence=sequence.id)
    for kind, key, address, title in (*_expected(book, sequence), *_compared(book, sequence), *_more(book, sequence)):
        yield SitePage(kind, address, title, home, sequence.id, key)
    if has_comparisons(book, sequence):
        above = urls.level_pairs(sequence)
        yield SitePage(PageKind.LEVEL_PAIRS, above, book.words("compare.title"), home, sequence.id)
        for low, high in combinations(sequence.levels, 2):
            address, key = urls.comparison(sequence, low.id, high.id), f"{low.id}/{high.id}"
            yield SitePage(PageKind.COMPARISON, address, level_pair(book, low, high), above, sequence.id, key)
    for checklist in checklists(book, sequence):
        if not checklist.why:
            key, title = checklist.target.key, book.words("check.of", name=checklist.target.name)
            yield SitePage(PageKind.CHECKLIST, urls.checklist(sequence, key), title, home, sequence.id, key)


_Row = tuple[PageKind, str, str, str]
"""Kind, key, address and title of a page below that of its sequence."""


def _expected(book: LocalizedHandbook, sequence: Sequence) -> Iterator[_Row]:
    """The pages of what is asked of whom."""
    for level in sequence.levels:
        yield PageKind.LEVEL, level.id, urls.level(sequence, level.id), book.name(level)
    for grade in sequence.grades:
        yield PageKind.GRADE, grade.id, urls.grade(sequence, grade.id), book.name(grade)
    for key, position in sequence.positions.items():
        yield PageKind.POSITION, key, urls.position(sequence, key), book.name(position)
    for key, competency in sequence.competencies.items():
        yield PageKind.COMPETENCY, key, urls.competency(sequence, key), book.name(competency)


def _compared(book: LocalizedHandbook, sequence: Sequence) -> Iterator[_Row]:
    """The pages that set much side by side."""
    if has_positions_table(sequence):
        title = book.words("positions.title", word=book.word(sequence, "position"))
        yield PageKind.POSITIONS, "", urls.positions(sequence), title
    if has_matrix(book, sequence):
        yield PageKind.MATRIX, "", urls.matrix(sequence), book.words("matrix.title")
    if weight_table(sequence):
        yield PageKind.WEIGHTS, "", urls.weights(sequence), book.words("points.title")


def _more(book: LocalizedHandbook, sequence: Sequence) -> Iterator[_Row]:
    """What else a sequence has, in the order of `MORE`."""
    words, plan = book.words, plan_of(book.handbook, sequence)
    if live(sequence):
        yield PageKind.ACTIONS, "", urls.actions(sequence), words("actions.title")
    if plan and process_holds(book.handbook, sequence):
        title = book.text(plan, "name") or words("process.title")
        yield PageKind.PROCESS, "", urls.process(sequence), title
    forms = listed_forms(book, sequence)
    if forms:
        title = book.name(forms[0]) if len(forms) == 1 else words("form.title")
        yield PageKind.PRINT_FORMS, "", urls.print_forms(sequence), title
    if has_syllabus(sequence):
        yield PageKind.SYLLABUS, "", urls.syllabus(sequence), words("syllabus.title")
    if sequence.calibrations and sequence.calibrations.calibrations:
        yield PageKind.CALIBRATION, "", urls.calibration(sequence), words("calibration.title")
    head = sequence.head
    if head.source or head.sections or head.incomplete or has_notes(sequence):
        yield PageKind.SOURCE, "", urls.source(sequence), words("provenance.title")


def listed_forms(book: LocalizedHandbook, sequence: Sequence) -> tuple[Form, ...]:
    """The forms whose rows come from the handbook and are not empty; each fits a sheet of paper."""
    plan = plan_of(book.handbook, sequence)
    return tuple(form for form in plan.forms if lists(sequence, form)) if plan else ()

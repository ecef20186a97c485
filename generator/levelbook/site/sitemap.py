"""Which pages a handbook has: one value that says of each its kind, address, title and the page above it.

Nobody else decides whether a page exists or what it is called: pages make what stands here, and navigation,
search and lists of further pages ask here. So a page never needs to know another. Pages behind permanent codes do
not stand here; they are outside the theme, and nothing lists them.

To be minded by whoever changes this: what decides is asked of the data, never of pages or of links, which are made
from this. Whoever adds a kind adds its pages in one of the generators below and their maker in `pages.registry`;
a test holds that both come to the same addresses and titles.
"""

from collections.abc import Iterable, Iterator, Mapping
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
from levelbook.queries.courses import courses
from levelbook.queries.everything import has_notes
from levelbook.queries.grades import own_grades
from levelbook.queries.process import has_syllabus, lists, plan_of, process_holds
from levelbook.queries.remembered import asked_once
from levelbook.queries.weights import weight_table
from levelbook.site import urls


class PageKind(StrEnum):
    """Kinds of pages, in the order in which they are made."""

    HOME = "home"
    SEQUENCES = "sequences"
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
    COURSE = "course"
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
    COLLECTION = "collection"
    NOTES = "notes"
    RELEASES = "releases"
    RELEASE = "release"
    GLOSSARY = "glossary"


MORE_KINDS = (
    PageKind.ACTIONS,
    PageKind.PROCESS,
    PageKind.PRINT_FORMS,
    PageKind.SYLLABUS,
    PageKind.CALIBRATION,
    PageKind.SOURCE,
)
"""What else a sequence may have besides what is expected in it: how people develop, and where it comes from."""


IN_ORDER = frozenset({PageKind.LEVEL, PageKind.GRADE, PageKind.COMPETENCY})
"""Kinds of pages that are read one after the other in a sequence: these have one before and one after them."""


@dataclass(frozen=True)
class SitePage:
    """A page that there is."""

    kind: PageKind
    address: str
    """Its folder below the root of the handbook, with a final slash; empty for the home page."""
    title: str
    """Its name in navigation and links."""
    parent: str | None = urls.HOME
    """Address of the page above it; none for the home page."""
    sequence: str = ""
    """The id of the sequence it is about."""
    key: str = ""
    """What tells it from others of its kind in a sequence: an id, or two for a pair of levels."""
    full_title: str = ""
    """What the browser's tab says, which no other page of the site has (`site.titles`)."""


class Sitemap:
    """All pages of a handbook's theme, in order."""

    def __init__(self, pages: Iterable[SitePage]) -> None:
        """Note the pages down by what they are about."""
        self.pages = tuple(pages)
        self._by_kind: dict[tuple[PageKind, str], dict[str, SitePage]] = {}
        for page in self.pages:
            self._by_kind.setdefault((page.kind, page.sequence), {})[page.key] = page
        self._by_address = {page.address: page for page in self.pages}

    def page(self, kind: PageKind, sequence: Sequence | None = None, key: str = "") -> SitePage | None:
        """A page by what it is about; none where there is no such page."""
        return self._of(kind, sequence).get(key)

    def existing(self, kind: PageKind, sequence: Sequence | None = None, key: str = "") -> SitePage:
        """A page that is known to be there. Raises KeyError."""
        return self._of(kind, sequence)[key]

    def at(self, address: str) -> SitePage | None:
        """The page that stands at an address; none where there is none."""
        return self._by_address.get(address)

    def has(self, kind: PageKind, sequence: Sequence | None = None, key: str = "") -> bool:
        """Whether there is such a page."""
        return key in self._of(kind, sequence)

    def address(self, kind: PageKind, sequence: Sequence | None = None, key: str = "") -> str:
        """Where such a page stands; nothing where there is none."""
        page = self.page(kind, sequence, key)
        return page.address if page else ""

    def of(self, kind: PageKind, sequence: Sequence | None = None) -> tuple[SitePage, ...]:
        """The pages of a kind, of one sequence or of none."""
        return tuple(self._of(kind, sequence).values())

    def above(self, page: SitePage) -> tuple[SitePage, ...]:
        """The pages above a page, from the home page on."""
        parent = None if page.parent is None else self._by_address[page.parent]
        return (*self.above(parent), parent) if parent else ()

    def beside(self, page: SitePage) -> tuple[SitePage | None, SitePage | None]:
        """The pages that are read before and after a page; none where it stands in no order."""
        if page.kind not in IN_ORDER:
            return None, None
        row = (None, *self._by_kind[page.kind, page.sequence].values(), None)
        at = row.index(page)
        return row[at - 1], row[at + 1]

    def _of(self, kind: PageKind, sequence: Sequence | None) -> Mapping[str, SitePage]:
        return self._by_kind.get((kind, sequence.id if sequence else ""), {})


def site_pages(book: LocalizedHandbook) -> Iterator[SitePage]:
    """The pages of a handbook's theme, in the order in which they are made."""
    words = book.words
    of_sequences = [page for sequence in book.handbook.sequences.values() for page in _of_sequence(book, sequence)]
    yield SitePage(PageKind.HOME, urls.HOME, words("home.title"), None)
    yield SitePage(PageKind.SEQUENCES, urls.SEQUENCES, words("nav.sequences"))
    yield from of_sequences
    if any(page.kind is PageKind.CHECKLIST for page in of_sequences):
        yield SitePage(PageKind.ASSESSMENTS, urls.ASSESSMENTS, words("check.title"))
        yield SitePage(PageKind.TEAM, urls.TEAM, words("check.team.title"), urls.ASSESSMENTS)
    yield from _concepts(book)
    if has_transfer(book.handbook):
        yield SitePage(PageKind.TRANSFER, urls.TRANSFER, words("transfer.title"))
    yield SitePage(PageKind.INDICATORS, urls.INDICATORS, words("index.title"))
    yield SitePage(PageKind.COLLECTION, urls.COLLECTION, words("collection.title"), urls.INDICATORS)
    yield SitePage(PageKind.NOTES, urls.NOTES, words("notes.title"))
    yield from _releases(book)
    yield SitePage(PageKind.GLOSSARY, urls.GLOSSARY, words("glossary.title"))


def _concepts(book: LocalizedHandbook) -> Iterator[SitePage]:
    concepts = [concept for concept, _ in live_concepts(book)]
    if concepts:
        yield SitePage(PageKind.CONCEPTS, urls.CONCEPTS, book.words("concept.title"))
    for concept in concepts:
        address = urls.concept(concept.id)
        yield SitePage(PageKind.CONCEPT, address, book.name(concept), urls.CONCEPTS, key=concept.id)


def _releases(book: LocalizedHandbook) -> Iterator[SitePage]:
    """The list of releases, and a page for each of which it is known what it changed."""
    releases = book.handbook.releases
    if not releases:
        return
    yield SitePage(PageKind.RELEASES, urls.RELEASES, book.words("releases.title"))
    recorded = {release.version for release in book.handbook.history.releases}
    for release in releases:
        if release.version in recorded:
            title = book.words("releases.version", version=release.version)
            yield SitePage(PageKind.RELEASE, urls.release(release.version), title, urls.RELEASES, key=release.version)


@asked_once(lambda sequence: sequence.id)
def _of_sequence(book: LocalizedHandbook, sequence: Sequence) -> tuple[SitePage, ...]:
    return tuple(_made_of_sequence(book, sequence))


def _made_of_sequence(book: LocalizedHandbook, sequence: Sequence) -> Iterator[SitePage]:
    name = book.sequence_name(sequence)
    yield SitePage(PageKind.SEQUENCE, urls.sequence(sequence), name, urls.SEQUENCES, sequence.id)
    yield from _what_is_asked(book, sequence)
    yield from _tables(book, sequence)
    yield from _more(book, sequence)
    yield from _comparisons(book, sequence)
    yield from _checklists(book, sequence)


def _below(sequence: Sequence, kind: PageKind, address: str, title: str, key: str = "") -> SitePage:
    """A page right below that of its sequence."""
    return SitePage(kind, address, title, urls.sequence(sequence), sequence.id, key)


def _what_is_asked(book: LocalizedHandbook, sequence: Sequence) -> Iterator[SitePage]:
    """The pages of steps and positions, which ask, and of competencies, which are asked."""
    for level in sequence.levels:
        yield _below(sequence, PageKind.LEVEL, urls.level(sequence, level.id), book.name(level), level.id)
    for grade in own_grades(sequence):
        yield _below(sequence, PageKind.GRADE, urls.grade(sequence, grade.id), book.name(grade), grade.id)
    for key, position in sequence.positions.items():
        yield _below(sequence, PageKind.POSITION, urls.position(sequence, key), book.name(position), key)
    for key, competency in sequence.competencies.items():
        yield _below(sequence, PageKind.COMPETENCY, urls.competency(sequence, key), book.name(competency), key)


def _tables(book: LocalizedHandbook, sequence: Sequence) -> Iterator[SitePage]:
    """The pages that set all of a sequence side by side."""
    if has_positions_table(sequence):
        title = book.words("positions.title", word=book.word(sequence, "position"))
        yield _below(sequence, PageKind.POSITIONS, urls.positions(sequence), title)
    if has_matrix(book, sequence):
        yield _below(sequence, PageKind.MATRIX, urls.matrix(sequence), book.words("matrix.title"))
    if weight_table(sequence):
        yield _below(sequence, PageKind.WEIGHTS, urls.weights(sequence), book.words("points.title"))


def _more(book: LocalizedHandbook, sequence: Sequence) -> Iterator[SitePage]:
    """What else a sequence has, in the order of `MORE_KINDS`."""
    words, plan = book.words, plan_of(book.handbook, sequence)
    if live(sequence):
        yield _below(sequence, PageKind.ACTIONS, urls.actions(sequence), words("actions.title"))
    yield from _courses(book, sequence)
    if plan and process_holds(book.handbook, sequence):
        title = book.text(plan, "name") or words("process.title")
        yield _below(sequence, PageKind.PROCESS, urls.process(sequence), title)
    forms = listed_forms(book, sequence)
    if forms:
        title = book.name(forms[0]) if len(forms) == 1 else words("form.title")
        yield _below(sequence, PageKind.PRINT_FORMS, urls.print_forms(sequence), title)
    if has_syllabus(sequence):
        yield _below(sequence, PageKind.SYLLABUS, urls.syllabus(sequence), words("syllabus.title"))
    if sequence.calibrations and sequence.calibrations.calibrations:
        yield _below(sequence, PageKind.CALIBRATION, urls.calibration(sequence), words("calibration.title"))
    head = sequence.head
    if head.source or head.sections or head.incomplete or has_notes(sequence):
        title = book.words_of(sequence)("provenance.title")
        yield _below(sequence, PageKind.SOURCE, urls.source(sequence), title)


def _courses(book: LocalizedHandbook, sequence: Sequence) -> Iterator[SitePage]:
    above = urls.actions(sequence)
    for action in courses(sequence):
        code = action.id or ""
        title = book.text(action, "name") or book.text(action, "text")
        yield SitePage(PageKind.COURSE, urls.course(sequence, code), title, above, sequence.id, code)


def _comparisons(book: LocalizedHandbook, sequence: Sequence) -> Iterator[SitePage]:
    if not has_comparisons(book, sequence):
        return
    pairs = urls.level_pairs(sequence)
    yield _below(sequence, PageKind.LEVEL_PAIRS, pairs, book.words("compare.title"))
    for low, high in combinations(sequence.levels, 2):
        address, title = urls.comparison(sequence, low.id, high.id), level_pair(book, low, high)
        yield SitePage(PageKind.COMPARISON, address, title, pairs, sequence.id, f"{low.id}/{high.id}")


def _checklists(book: LocalizedHandbook, sequence: Sequence) -> Iterator[SitePage]:
    for checklist in checklists(book, sequence):
        if not checklist.refusal:
            target = checklist.target
            title = book.words("check.of", name=target.name)
            yield _below(sequence, PageKind.CHECKLIST, urls.checklist(sequence, target.key), title, target.key)


def listed_forms(book: LocalizedHandbook, sequence: Sequence) -> tuple[Form, ...]:
    """The forms whose rows come from the handbook and are not empty; each fits a sheet of paper."""
    plan = plan_of(book.handbook, sequence)
    return tuple(form for form in plan.forms if lists(sequence, form)) if plan else ()

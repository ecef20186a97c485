"""What the tabs and the side of the page list; hand-written pages are listed where they may stand."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from levelbook.catalogue import LANGUAGES
from levelbook.localized.names import group_title
from levelbook.model.handbook import Family, Sequence
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.editions import SiteEdition
from levelbook.site.hand_written import GUIDE_NAMES, address_in
from levelbook.site.page import NavItem
from levelbook.site.sitemap import MORE_KINDS, PageKind, SitePage

MAX_SIBLINGS = 40
"""More competencies are listed by group, and more concepts not at all: the theme slows down with many siblings."""


def navigation(
    ctx: Context, written: AbstractSet[str] = frozenset(), edition: SiteEdition | None = None
) -> tuple[NavItem, ...]:
    """The whole navigation, from the outermost entries inwards; those after the home page are the tabs.

    `written` are the hand-written pages that there are, by address; the host leaves out what it does not have. All
    addresses are as seen from the edition's folder.
    """
    edition = edition or SiteEdition(ctx.language)
    families = tuple(_family(ctx, family) for family in ctx.handbook.head.families)
    return (
        *_entries(ctx.sitemap.of(PageKind.HOME)),
        *_entries(ctx.sitemap.of(PageKind.SEQUENCES), tuple(family for family in families if family.children)),
        *_entries(ctx.sitemap.of(PageKind.TRANSFER)),
        *_entries(ctx.sitemap.of(PageKind.ASSESSMENTS), _entries(ctx.sitemap.of(PageKind.TEAM))),
        *_entries(ctx.sitemap.of(PageKind.CONCEPTS), _concepts(ctx)),
        *_entries(ctx.sitemap.of(PageKind.INDICATORS)),
        NavItem(ctx.words("nav.guides"), children=_guides(ctx, written, edition)),
    )


def _entries(pages: Iterable[SitePage], children: tuple[NavItem, ...] = ()) -> tuple[NavItem, ...]:
    return tuple(NavItem(page.title, page.address, children) for page in pages)


def _concepts(ctx: Context) -> tuple[NavItem, ...]:
    """Shared concepts one by one, where they are few enough."""
    concepts = ctx.sitemap.of(PageKind.CONCEPT)
    return _entries(concepts) if len(concepts) <= MAX_SIBLINGS else ()


def _guides(ctx: Context, written: AbstractSet[str], edition: SiteEdition) -> tuple[NavItem, ...]:
    """What explains the handbook: all that no employee needs every day stands under this one tab."""

    def entry(title: str, path: str) -> NavItem:
        return NavItem(title, edition.seen_from_here(_in_language(path, ctx.words.language, written)))

    guides = (entry(ctx.words(f"nav.guide.{name}"), f"guide/{name}/") for name in GUIDE_NAMES)
    kinds = (PageKind.RELEASES, PageKind.GLOSSARY, PageKind.NOTES)
    own = _entries(page for kind in kinds for page in ctx.sitemap.of(kind))
    legend, problems = ctx.words("nav.legend"), ctx.words("nav.problems")
    return (*guides, entry(legend, urls.LEGEND), *own, entry(problems, urls.PROBLEMS))


def _in_language(path: str, language: str, written: AbstractSet[str]) -> str:
    """A hand-written page in the reader's language, or in another where there is none in it."""
    addresses = [address_in(path, each) for each in sorted(LANGUAGES, key=lambda each: each != language)]
    return next((address for address in addresses if address in written), addresses[0])


def _family(ctx: Context, family: Family) -> NavItem:
    sequences = (ctx.handbook.sequences.get(key) for key in family.sequences)
    return NavItem(ctx.name(family), children=tuple(_sequence(ctx, sequence) for sequence in sequences if sequence))


def _sequence(ctx: Context, sequence: Sequence) -> NavItem:
    sitemap = ctx.sitemap
    children = [*_entries(sitemap.of(PageKind.LEVEL, sequence))]
    grades = _entries(sitemap.of(PageKind.GRADE, sequence))
    if grades:
        children.append(NavItem(ctx.word(sequence, "grade"), children=grades))
    if sequence.positions:
        pages = (*sitemap.of(PageKind.POSITIONS, sequence), *sitemap.of(PageKind.POSITION, sequence))
        children.append(NavItem(ctx.word(sequence, "position"), children=_entries(pages)))
    if sequence.competencies:
        children.append(NavItem(ctx.word(sequence, "competency"), children=_competencies(ctx, sequence)))
    for kind in (PageKind.MATRIX, PageKind.LEVEL_PAIRS, PageKind.WEIGHTS, *MORE_KINDS):
        children += _entries(sitemap.of(kind, sequence))
    return NavItem(ctx.sequence_name(sequence), urls.sequence(sequence), tuple(children))


def _competencies(ctx: Context, sequence: Sequence) -> tuple[NavItem, ...]:
    """The sequence's own competencies: in a row, or by group where there are many."""
    entries = {page.key: NavItem(page.title, page.address) for page in ctx.sitemap.of(PageKind.COMPETENCY, sequence)}
    if len(entries) <= MAX_SIBLINGS:
        return tuple(entries.values())
    return tuple(
        NavItem(group_title(ctx, above, group), children=tuple(entries[key] for key in keys))
        for above, group in sequence.groups()
        if (keys := [key for key in group.competencies if key in entries])
    )

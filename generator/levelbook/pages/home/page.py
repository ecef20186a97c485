"""The home page: pick a sequence and a level, see what there is, search."""

import re
from dataclasses import dataclass
from urllib.parse import quote

from levelbook.components import completeness
from levelbook.components.completeness import Meter
from levelbook.components.level_chips import Chip, chips
from levelbook.components.links import Link
from levelbook.localized.absence import Absence, absence
from levelbook.model.handbook import Family, Sequence
from levelbook.pages.home import contents as offers
from levelbook.pages.home.contents import StatusBadge
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.page import Layout, Page
from levelbook.site.sitemap import PageKind

_CLAUSE = re.compile(r"[，。；、：,.;:！？“”（）()]")


@dataclass(frozen=True)
class SequenceEntry:
    """A sequence on the home page."""

    key: str
    """Its id."""
    link: Link
    """Its name and page."""
    small: str
    """Whose standard it is, and of when."""
    mark: StatusBadge | None
    """Said where it has ended or may be out of date."""
    chips: tuple[Chip, ...]
    """Its levels, low to high."""
    top_down: tuple[Chip, ...]
    """Its levels, highest first."""
    no_levels: Absence | None
    """Said where it has none."""
    instead: tuple[Link, ...]
    """What to choose from where there are no levels."""
    contents: tuple[Link, ...]
    """What can be found, in figures that lead there."""
    doors: tuple[Link, ...]
    """Its tables."""
    meter: Meter | None
    """How complete it is."""
    incomplete: Absence | None
    """That some of it is missing, where that is not measured."""
    overview: str
    """The words that lead to its page."""
    first: bool
    """Whether it is chosen at first."""


@dataclass(frozen=True)
class FamilyEntry:
    """A family with its sequences."""

    name: str
    """Its name."""
    entries: tuple[SequenceEntry, ...]
    """Its sequences."""


@dataclass(frozen=True)
class LastRelease:
    """The newest release."""

    version: str
    """Its number."""
    dates: str
    """When it came out, and from when it holds."""
    summary: str
    """What is new."""


@dataclass(frozen=True)
class Task:
    """What people often come for."""

    text: str
    """What it is."""
    address: str
    """Where it is done, where that is one page."""
    say: str
    """What it gives."""
    links: tuple[Link, ...]
    """Where it is done, one a sequence."""


@dataclass(frozen=True)
class HomeView:
    """Everything on the home page."""

    name: str
    """The handbook's name."""
    examples: tuple[Link, ...]
    """What one might search for."""
    families: tuple[FamilyEntry, ...]
    """All sequences in force by family."""
    ended: FamilyEntry | None
    """Those that are not in force any more."""
    sequences_title: str
    """The heading over them."""
    figures: str
    """How many families and indicators."""
    about: str
    """What kind of book this is."""
    release: LastRelease | None
    """The newest release."""
    tasks: tuple[Task, ...]
    """What people often come for."""


def pages(ctx: Context) -> tuple[Page, ...]:
    """The home page."""
    view = _view(ctx)
    page = Page(
        place=ctx.sitemap.existing(PageKind.HOME),
        template="home",
        view=view,
        layout=Layout.FULL,
        anchors=frozenset({"sequences"}),
        description=ctx.words("home.lead"),
    )
    return (page,)


def _view(ctx: Context) -> HomeView:
    sequences = [one for one in ctx.handbook.sequences.values() if not one.head.retired]
    families = tuple(_kin(ctx, family) for family in ctx.handbook.head.families if _of(ctx, family))
    ended = [one for one in ctx.handbook.sequences.values() if one.head.retired]
    indicators = sum(len(one.every_live()) for sequence in sequences for one in sequence.competencies.values())
    said = [ctx.count("family", len(families)), ctx.count("indicator", indicators)]
    return HomeView(
        name=ctx.name_of_handbook(),
        examples=_examples(ctx, sequences),
        families=families,
        ended=FamilyEntry(ctx.words("offer.all_ended"), tuple(_entry(ctx, one, "") for one in ended))
        if ended
        else None,
        sequences_title=ctx.words("home.sequences", n=ctx.amount(len(sequences))),
        figures=ctx.clauses(said),
        about=ctx.marked(ctx.handbook.head, "description"),
        release=_release(ctx),
        tasks=_tasks(ctx, sequences),
    )


def _of(ctx: Context, family: Family) -> list[Sequence]:
    found = (ctx.handbook.sequences.get(key) for key in family.sequences)
    return [one for one in found if one and not one.head.retired]


def _kin(ctx: Context, family: Family) -> FamilyEntry:
    entries = tuple(_entry(ctx, one, _first(ctx)) for one in _of(ctx, family))
    return FamilyEntry(ctx.name(family), entries)


def _first(ctx: Context) -> str:
    """The sequence chosen at first: the first in order of the families."""
    return next((one.id for family in ctx.handbook.head.families for one in _of(ctx, family)), "")


def _entry(ctx: Context, sequence: Sequence, first: str) -> SequenceEntry:
    bar = chips(ctx, sequence)
    name = ctx.sequence_name(sequence)
    measured = completeness.meter(ctx, sequence)
    return SequenceEntry(
        key=sequence.id,
        link=Link(name, urls.sequence(sequence)),
        small=_small(ctx, sequence),
        mark=offers.status_badge(ctx, sequence),
        chips=bar,
        top_down=tuple(reversed(bar)),
        no_levels=None if bar else Absence("na", ctx.words("home.no_levels")),
        instead=offers.instead(ctx, sequence),
        contents=offers.contents(ctx, sequence),
        doors=offers.tables(ctx, sequence),
        meter=measured,
        incomplete=None if measured else _incomplete(ctx, sequence),
        overview=ctx.words("home.overview", name=name),
        first=sequence.id == first,
    )


def _incomplete(ctx: Context, sequence: Sequence) -> Absence | None:
    why = ctx.marked(sequence.head, "incomplete")
    return absence(ctx, "incomplete", why) if why else None


def _small(ctx: Context, sequence: Sequence) -> str:
    """Whose standard it is, and its date as printed."""
    source = sequence.head.source
    said = [ctx.text(source, key) for key in ("organisation", "date")] if source else ["", ""]
    return ctx.clauses([said[0] or ctx.words("home.unsigned"), said[1]])


def _release(ctx: Context) -> LastRelease | None:
    release = ctx.handbook.release
    if release is None:
        return None
    dates = [ctx.text(release, "date")]
    if release.effective:
        dates.append(ctx.words("home.effective", date=release.effective))
    return LastRelease(release.version, ctx.clauses(dates), ctx.marked(release, "summary"))


def _tasks(ctx: Context, sequences: list[Sequence]) -> tuple[Task, ...]:
    compared = [one for one in sequences if ctx.sitemap.has(PageKind.LEVEL_PAIRS, one)]
    tabled = [one for one in sequences if ctx.sitemap.has(PageKind.MATRIX, one)]
    found = []
    if ctx.sitemap.has(PageKind.ASSESSMENTS):
        found.append(Task(ctx.words("task.check"), urls.ASSESSMENTS, ctx.words("task.check_say"), ()))
    if compared:
        links = tuple(Link(ctx.sequence_name(one), urls.level_pairs(one)) for one in compared)
        found.append(_task(ctx, "compare", links))
    if tabled:
        links = tuple(Link(ctx.sequence_name(one), urls.matrix(one)) for one in tabled)
        found.append(_task(ctx, "matrix", links))
    if ctx.sitemap.has(PageKind.TRANSFER):
        found.append(Task(ctx.words("task.move"), urls.TRANSFER, ctx.words("move.here_say"), ()))
    find = Task(ctx.words("task.find"), urls.INDICATORS, ctx.words("task.find_say"), ())
    missing = Task(ctx.words("task.notes"), urls.NOTES, ctx.words("task.notes_say"), ())
    return (*found, find, missing)


def _task(ctx: Context, key: str, links: tuple[Link, ...]) -> Task:
    """One page is linked by the task itself, a few by their names, many from the table."""
    text, say = ctx.words(f"task.{key}"), ctx.words(f"task.{key}_say")
    if len(links) == 1:
        return Task(text, links[0].address, say, ())
    return Task(text, "#sequences", say, ()) if len(links) > 4 else Task(text, "", say, links)


def _examples(ctx: Context, sequences: list[Sequence]) -> tuple[Link, ...]:
    """A code and a piece of a text that really are found."""
    for sequence in sequences:
        for competency in sequence.competencies.values():
            for one in competency.every_live():
                clause = _clause(ctx.text(one, "text"))
                if one.code and clause:
                    return tuple(Link(text, f"{urls.INDICATORS}?q={quote(text)}") for text in (one.code, clause))
    return ()


def _clause(text: str) -> str:
    """A short piece of a text between two punctuation marks."""
    return next((part for part in _CLAUSE.split(text) if 4 <= len(part) <= 12 and " " not in part), "")

"""The home page: pick a sequence and a level, see what there is, search."""

import re
from dataclasses import dataclass
from urllib.parse import quote

from levelbook.components import completeness
from levelbook.components.completeness import Meter
from levelbook.components.level_chips import Chip, chips
from levelbook.components.links import Link, sequence_link
from levelbook.localized.absence import Absence, absence
from levelbook.localized.status import StatusBadge, status_badge
from levelbook.model.handbook import Family, HandbookHead, Release, Sequence
from levelbook.pages.home.contents import instead_of_levels, sequence_contents, sequence_tables
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.page import Layout, Page
from levelbook.site.sitemap import PageKind

MAX_TASK_LINKS = 4
"""So many sequences can be chosen from below a task."""
EXAMPLE_LENGTHS = range(4, 13)
"""How long a piece of a text may be to be searched for: long enough to be found, short enough to be typed."""
_PUNCTUATION = re.compile(r"[，。；、：,.;:！？“”（）()]")


@dataclass(frozen=True)
class SequenceEntry:
    """A sequence on the home page."""

    key: str
    link: Link
    """Its name and page."""
    origin: str
    """Whose standard it is, and of when."""
    status: StatusBadge | None
    """Said where it is retired or may be out of date."""
    chips: tuple[Chip, ...]
    """Its levels, low to high."""
    no_levels: Absence | None
    """Said where it has none."""
    alternatives: tuple[Link, ...]
    """What to choose from where there are no levels."""
    contents: tuple[Link, ...]
    """What can be found, in figures that lead there."""
    tables: tuple[Link, ...]
    meter: Meter | None
    """How complete it is."""
    incomplete: Absence | None
    """That some of it is missing, where that is not measured."""
    first: bool
    """Whether it is chosen at first."""


@dataclass(frozen=True)
class FamilyEntry:
    """A family with its sequences."""

    name: str
    sequences: tuple[SequenceEntry, ...]


@dataclass(frozen=True)
class Task:
    """What people often come for."""

    text: str
    address: str
    """Where it is done, where that is one page."""
    benefit: str
    """What it gives."""
    links: tuple[Link, ...]
    """Where it is done, one a sequence."""


@dataclass(frozen=True)
class HomeView:
    """Everything on the home page."""

    examples: tuple[Link, ...]
    """What one might search for."""
    families: tuple[FamilyEntry, ...]
    """All sequences in force by family."""
    retired: FamilyEntry | None
    """Those that are not in force any more."""
    sequences_title: str
    """The heading over them."""
    figures: str
    """How many families and indicators."""
    handbook: HandbookHead
    release: Release | None
    """The newest release."""
    release_dates: str
    """When it came out, and from when it holds."""
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
    sequences = [sequence for sequence in ctx.handbook.sequences.values() if not sequence.head.retired]
    families = tuple(_family(ctx, family) for family in ctx.handbook.head.families if _in_force(ctx, family))
    competencies = [competency for sequence in sequences for competency in sequence.competencies.values()]
    indicators = sum(len(competency.every_live()) for competency in competencies)
    return HomeView(
        examples=_examples(ctx, sequences),
        families=families,
        retired=_retired(ctx),
        sequences_title=ctx.words("home.sequences", n=ctx.amount(len(sequences))),
        figures=ctx.clauses([ctx.count("family", len(families)), ctx.count("indicator", indicators)]),
        handbook=ctx.handbook.head,
        release=ctx.handbook.release,
        release_dates=_dates(ctx, ctx.handbook.release) if ctx.handbook.release else "",
        tasks=_tasks(ctx, sequences),
    )


def _in_force(ctx: Context, family: Family) -> list[Sequence]:
    """The sequences of a family that are in force."""
    sequences = (ctx.handbook.sequences.get(key) for key in family.sequences)
    return [sequence for sequence in sequences if sequence and not sequence.head.retired]


def _family(ctx: Context, family: Family) -> FamilyEntry:
    entries = tuple(_entry(ctx, sequence, _first(ctx)) for sequence in _in_force(ctx, family))
    return FamilyEntry(ctx.name(family), entries)


def _retired(ctx: Context) -> FamilyEntry | None:
    """The retired sequences, whatever family they were of."""
    sequences = [sequence for sequence in ctx.handbook.sequences.values() if sequence.head.retired]
    entries = tuple(_entry(ctx, sequence, "") for sequence in sequences)
    return FamilyEntry(ctx.words("status.all_retired"), entries) if entries else None


def _first(ctx: Context) -> str:
    """The sequence chosen at first: the first in order of the families."""
    return next((sequence.id for family in ctx.handbook.head.families for sequence in _in_force(ctx, family)), "")


def _entry(ctx: Context, sequence: Sequence, first: str) -> SequenceEntry:
    levels = chips(ctx, sequence)
    meter = completeness.meter(ctx, sequence)
    return SequenceEntry(
        key=sequence.id,
        link=sequence_link(ctx, sequence),
        origin=_origin(ctx, sequence),
        status=status_badge(ctx, sequence),
        chips=levels,
        no_levels=None if levels else Absence("na", ctx.words("home.no_levels")),
        alternatives=instead_of_levels(ctx, sequence),
        contents=sequence_contents(ctx, sequence),
        tables=sequence_tables(ctx, sequence),
        meter=meter,
        incomplete=None if meter else _incomplete(ctx, sequence),
        first=sequence.id == first,
    )


def _incomplete(ctx: Context, sequence: Sequence) -> Absence | None:
    why = ctx.marked(sequence.head, "incomplete")
    return absence(ctx, "incomplete", why) if why else None


def _origin(ctx: Context, sequence: Sequence) -> str:
    """Whose standard it is, and its date as printed."""
    source = sequence.head.source
    organisation, date = (ctx.text(source, key) if source else "" for key in ("organisation", "date"))
    return ctx.clauses([organisation or ctx.words("home.unsigned"), date])


def _dates(ctx: Context, release: Release) -> str:
    dates = [ctx.text(release, "date")]
    if release.effective:
        dates.append(ctx.words("home.effective", date=release.effective))
    return ctx.clauses(dates)


def _tasks(ctx: Context, sequences: list[Sequence]) -> tuple[Task, ...]:
    tasks = []
    if ctx.sitemap.has(PageKind.ASSESSMENTS):
        tasks.append(Task(ctx.words("task.check"), urls.ASSESSMENTS, ctx.words("task.check_say"), ()))
    if pairs := _links(ctx, PageKind.LEVEL_PAIRS, sequences):
        tasks.append(_task(ctx, "compare", pairs))
    if matrices := _links(ctx, PageKind.MATRIX, sequences):
        tasks.append(_task(ctx, "matrix", matrices))
    if ctx.sitemap.has(PageKind.TRANSFER):
        tasks.append(Task(ctx.words("task.transfer"), urls.TRANSFER, ctx.words("transfer.here_say"), ()))
    find = Task(ctx.words("task.find"), urls.INDICATORS, ctx.words("task.find_say"), ())
    notes = Task(ctx.words("task.notes"), urls.NOTES, ctx.words("task.notes_say"), ())
    return (*tasks, find, notes)


def _links(ctx: Context, kind: PageKind, sequences: list[Sequence]) -> tuple[Link, ...]:
    """The pages of a kind, each by the name of its sequence."""
    addresses = ((sequence, ctx.sitemap.address(kind, sequence)) for sequence in sequences)
    return tuple(Link(ctx.sequence_name(sequence), address) for sequence, address in addresses if address)


def _task(ctx: Context, key: str, links: tuple[Link, ...]) -> Task:
    """A task done on one page leads there, on a few by their names, on many to the table of sequences."""
    text, benefit = ctx.words(f"task.{key}"), ctx.words(f"task.{key}_say")
    if len(links) == 1:
        return Task(text, links[0].address, benefit, ())
    return Task(text, "#sequences", benefit, ()) if len(links) > MAX_TASK_LINKS else Task(text, "", benefit, links)


def _examples(ctx: Context, sequences: list[Sequence]) -> tuple[Link, ...]:
    """A code and a piece of a text that really are found."""
    for sequence in sequences:
        for competency in sequence.competencies.values():
            for indicator in competency.every_live():
                code, clause = indicator.code, _clause(ctx.text(indicator, "text"))
                if code and clause:
                    return tuple(Link(text, f"{urls.INDICATORS}#q={quote(text)}") for text in (code, clause))
    return ()


def _clause(text: str) -> str:
    """A short piece of a text between two punctuation marks."""
    return next((part for part in _PUNCTUATION.split(text) if len(part) in EXAMPLE_LENGTHS and " " not in part), "")

"""The home page: pick a sequence and a level, see what there is, search."""

import re
from dataclasses import dataclass
from urllib.parse import quote

from levelbook.components.links import Link
from levelbook.model.handbook import HandbookHead, Release, Sequence
from levelbook.pages.home.contract import MarkedLevels
from levelbook.pages.home.data import marked_levels
from levelbook.pages.home.picker import Picker, picker
from levelbook.queries.reference import is_for_reference
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.page import Layout, Page
from levelbook.site.sitemap import PageKind
from levelbook.text.terms import HAN

MAX_TASK_LINKS = 4
"""So many sequences can be chosen from below a task."""
EXAMPLE_LENGTHS = range(4, 13)
"""How long a piece of a text may be to be searched for: long enough to be found, short enough to be typed."""
_WORD = re.compile(r"[^\W\d_]{4,}")
_PUNCTUATION = re.compile(r"[，。；、：,.;:！？“”（）()]")


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
    picker: Picker
    """Sequences and their levels to choose from."""
    marked: MarkedLevels
    """What is said once the reader has marked a level as own, and where that is loaded from."""
    handbook: HandbookHead
    release: Release | None
    """The newest release."""
    release_dates: str
    """When it came out, and from when it holds."""
    tasks: tuple[Task, ...]
    """What people often come for."""
    sources: str
    """Where it is told where all of it comes from; nothing where nothing has a source."""


def pages(ctx: Context) -> tuple[Page, ...]:
    """The home page."""
    view = _view(ctx)
    page = Page(
        place=ctx.sitemap.existing(PageKind.HOME),
        template="home",
        view=view,
        layout=Layout.FULL,
        description=ctx.words("home.lead"),
    )
    return (page,)


def _view(ctx: Context) -> HomeView:
    sequences = [sequence for sequence in ctx.handbook.sequences.values() if not is_for_reference(ctx, sequence)]
    return HomeView(
        examples=_examples(ctx, sequences),
        picker=picker(ctx),
        marked=marked_levels(ctx),
        handbook=ctx.handbook.head,
        release=ctx.handbook.release,
        release_dates=_dates(ctx, ctx.handbook.release) if ctx.handbook.release else "",
        tasks=_tasks(ctx, sequences),
        sources=f"{urls.SEQUENCES}#sources" if any(one.head.source for one in sequences) else "",
    )


def _dates(ctx: Context, release: Release) -> str:
    dates = [ctx.text(release, "date")]
    if release.effective:
        dates.append(ctx.words("home.effective", date=release.effective))
    return ctx.clauses(dates)


def _tasks(ctx: Context, sequences: list[Sequence]) -> tuple[Task, ...]:
    tasks = []
    if pairs := _links(ctx, PageKind.LEVEL_PAIRS, sequences):
        tasks.append(_task(ctx, "compare", pairs))
    if ctx.sitemap.has(PageKind.ASSESSMENTS):
        tasks.append(Task(ctx.words("task.check"), urls.ASSESSMENTS, ctx.words("task.check_say"), ()))
    if ctx.sitemap.has(PageKind.TRANSFER):
        tasks.append(Task(ctx.words("task.transfer"), urls.TRANSFER, ctx.words("task.transfer_say"), ()))
    return (*tasks, Task(ctx.words("task.find"), urls.INDICATORS, ctx.words("task.find_say"), ()))


def _links(ctx: Context, kind: PageKind, sequences: list[Sequence]) -> tuple[Link, ...]:
    """The pages of a kind, each by the name of its sequence."""
    addresses = ((sequence, ctx.sitemap.address(kind, sequence)) for sequence in sequences)
    return tuple(Link(ctx.sequence_name(sequence), address) for sequence, address in addresses if address)


def _task(ctx: Context, key: str, links: tuple[Link, ...]) -> Task:
    """A task done on one page leads there, on a few by their names, on many to the table of sequences."""
    text, benefit = ctx.words(f"task.{key}"), ctx.words(f"task.{key}_say")
    if len(links) == 1:
        return Task(text, links[0].address, benefit, ())
    return Task(text, urls.SEQUENCES, benefit, ()) if len(links) > MAX_TASK_LINKS else Task(text, "", benefit, links)


def _examples(ctx: Context, sequences: list[Sequence]) -> tuple[Link, ...]:
    """A code and a piece of a text that really are found."""
    for sequence in sequences:
        for competency in sequence.competencies.values():
            for indicator in competency.every_live():
                code, piece = indicator.code, _piece(ctx.text(indicator, "text"))
                if code and piece:
                    return tuple(Link(text, f"{urls.INDICATORS}#q={quote(text)}") for text in (code, piece))
    return ()


def _piece(text: str) -> str:
    """A short piece between two punctuation marks; where blanks part words, the longest word."""
    if not HAN.search(text):
        return max(_WORD.findall(text), key=len, default="")
    return next((part for part in _PUNCTUATION.split(text) if len(part) in EXAMPLE_LENGTHS and " " not in part), "")

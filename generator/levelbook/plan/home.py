"""The home page: pick a sequence and a level, see what there is, search."""

import re
from dataclasses import dataclass
from urllib.parse import quote

from levelbook.model.handbook import Family, Sequence
from levelbook.plan import addresses, checklists, compare, completeness, matrix, move, offers
from levelbook.plan.completeness import Meter
from levelbook.plan.desk import Desk
from levelbook.plan.offers import Mark
from levelbook.plan.page import Layout, Page
from levelbook.plan.shared import Chip, Link, Nothing, chips, kind_of_nothing

_CLAUSE = re.compile(r"[，。；、：,.;:！？“”（）()]")


@dataclass(frozen=True)
class Entry:
    """A sequence on the home page."""

    key: str
    """Its id."""
    link: Link
    """Its name and page."""
    small: str
    """Whose standard it is, and of when."""
    mark: Mark | None
    """Said where it has ended or may be out of date."""
    chips: tuple[Chip, ...]
    """Its levels, low to high."""
    top_down: tuple[Chip, ...]
    """Its levels, highest first."""
    no_levels: Nothing | None
    """Said where it has none."""
    instead: tuple[Link, ...]
    """What to choose from where there are no levels."""
    contents: tuple[Link, ...]
    """What can be found, in figures that lead there."""
    doors: tuple[Link, ...]
    """Its tables."""
    meter: Meter | None
    """How complete it is."""
    incomplete: Nothing | None
    """That some of it is missing, where that is not measured."""
    overview: str
    """The words that lead to its page."""
    first: bool
    """Whether it is chosen at first."""


@dataclass(frozen=True)
class Kin:
    """A family with its sequences."""

    name: str
    """Its name."""
    entries: tuple[Entry, ...]
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
    families: tuple[Kin, ...]
    """All sequences in force by family."""
    ended: Kin | None
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


def pages(desk: Desk) -> tuple[Page, ...]:
    """The home page."""
    view = _view(desk)
    page = Page(
        address=addresses.HOME,
        title=desk.words("home.title"),
        template="home",
        view=view,
        layout=Layout.FULL,
        anchors=frozenset({"sequences"}),
        description=desk.words("home.lead"),
    )
    return (page,)


def _view(desk: Desk) -> HomeView:
    sequences = [one for one in desk.handbook.sequences.values() if not one.head.retired]
    families = tuple(_kin(desk, family) for family in desk.handbook.head.families if _of(desk, family))
    ended = [one for one in desk.handbook.sequences.values() if one.head.retired]
    indicators = sum(len(one.every_live()) for sequence in sequences for one in sequence.competencies.values())
    said = [desk.count("family", len(families)), desk.count("indicator", indicators)]
    return HomeView(
        name=desk.name_of_handbook(),
        examples=_examples(desk, sequences),
        families=families,
        ended=Kin(desk.words("offer.all_ended"), tuple(_entry(desk, one, "") for one in ended)) if ended else None,
        sequences_title=desk.words("home.sequences", n=desk.amount(len(sequences))),
        figures=desk.clauses(said),
        about=desk.marked(desk.handbook.head, "description"),
        release=_release(desk),
        tasks=_tasks(desk, sequences),
    )


def _of(desk: Desk, family: Family) -> list[Sequence]:
    found = (desk.handbook.sequences.get(key) for key in family.sequences)
    return [one for one in found if one and not one.head.retired]


def _kin(desk: Desk, family: Family) -> Kin:
    entries = tuple(_entry(desk, one, _first(desk)) for one in _of(desk, family))
    return Kin(desk.name(family), entries)


def _first(desk: Desk) -> str:
    """The sequence chosen at first: the first in order of the families."""
    return next((one.id for family in desk.handbook.head.families for one in _of(desk, family)), "")


def _entry(desk: Desk, sequence: Sequence, first: str) -> Entry:
    bar = chips(desk, sequence)
    name = desk.sequence_name(sequence)
    measured = completeness.meter(desk, sequence)
    return Entry(
        key=sequence.id,
        link=Link(name, addresses.sequence(sequence)),
        small=_small(desk, sequence),
        mark=offers.mark(desk, sequence),
        chips=bar,
        top_down=tuple(reversed(bar)),
        no_levels=None if bar else Nothing("na", desk.words("home.no_levels")),
        instead=offers.instead(desk, sequence),
        contents=offers.contents(desk, sequence),
        doors=offers.tables(desk, sequence),
        meter=measured,
        incomplete=None if measured else _incomplete(desk, sequence),
        overview=desk.words("home.overview", name=name),
        first=sequence.id == first,
    )


def _incomplete(desk: Desk, sequence: Sequence) -> Nothing | None:
    why = desk.marked(sequence.head, "incomplete")
    return kind_of_nothing(desk, "incomplete", why) if why else None


def _small(desk: Desk, sequence: Sequence) -> str:
    """Whose standard it is, and its date as printed."""
    source = sequence.head.source
    said = [desk.said(source, key) for key in ("organisation", "date")] if source else ["", ""]
    return desk.clauses([said[0] or desk.words("home.unsigned"), said[1]])


def _release(desk: Desk) -> LastRelease | None:
    release = desk.handbook.release
    if release is None:
        return None
    dates = [desk.said(release, "date")]
    if release.effective:
        dates.append(desk.words("home.effective", date=release.effective))
    return LastRelease(release.version, desk.clauses(dates), desk.marked(release, "summary"))


def _tasks(desk: Desk, sequences: list[Sequence]) -> tuple[Task, ...]:
    compared = [one for one in sequences if compare.exists(desk, one)]
    tabled = [one for one in sequences if matrix.exists(desk, one)]
    found = []
    if checklists.exists(desk):
        found.append(Task(desk.words("task.check"), addresses.CHECK, desk.words("task.check_say"), ()))
    if compared:
        links = tuple(Link(desk.sequence_name(one), addresses.comparisons(one)) for one in compared)
        found.append(_task(desk, "compare", links))
    if tabled:
        links = tuple(Link(desk.sequence_name(one), addresses.matrix(one)) for one in tabled)
        found.append(_task(desk, "matrix", links))
    if move.exists(desk):
        found.append(Task(desk.words("task.move"), addresses.MOVE, desk.words("move.here_say"), ()))
    find = Task(desk.words("task.find"), addresses.INDICATORS, desk.words("task.find_say"), ())
    missing = Task(desk.words("task.notes"), addresses.NOTES, desk.words("task.notes_say"), ())
    return (*found, find, missing)


def _task(desk: Desk, key: str, links: tuple[Link, ...]) -> Task:
    """One page is linked by the task itself, a few by their names, many from the table."""
    text, say = desk.words(f"task.{key}"), desk.words(f"task.{key}_say")
    if len(links) == 1:
        return Task(text, links[0].address, say, ())
    return Task(text, "#sequences", say, ()) if len(links) > 4 else Task(text, "", say, links)


def _examples(desk: Desk, sequences: list[Sequence]) -> tuple[Link, ...]:
    """A code and a piece of a text that really are found."""
    for sequence in sequences:
        for competency in sequence.competencies.values():
            for one in competency.every_live():
                clause = _clause(desk.said(one, "text"))
                if one.code and clause:
                    return tuple(Link(text, f"{addresses.INDICATORS}?q={quote(text)}") for text in (one.code, clause))
    return ()


def _clause(text: str) -> str:
    """A short piece of a text between two punctuation marks."""
    return next((part for part in _CLAUSE.split(text) if 4 <= len(part) <= 12 and " " not in part), "")

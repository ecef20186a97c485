"""What an item of a checklist is: what is rated, by which scale, against which standard, or why it cannot be.

`items` alone decides what is rated and how. Page, script data, printed form and scoring all read the same
`ChecklistItem`, so that what people see is what is scored. Two marks go with every answer: `mark`, of the wording
(see `wording`), and that of what the figure rests on (see `basis`).
"""

from dataclasses import dataclass

from levelbook.assessment.scoring.checklist import ItemKind
from levelbook.localized.absence import Absence
from levelbook.model.competency import Indicator, IndicatorItem
from levelbook.queries.index import Member


@dataclass(frozen=True)
class RatedIndicator:
    """An indicator that can be rated by itself, or an item of one."""

    code: str
    """Its code; until it has one, that of the item with a mark of its wording. Behind it the letter of an item."""
    text: str
    """What it says."""
    mark: str
    """The mark of its wording."""
    negative: bool
    """Whether it counts the other way round."""
    indicator: Indicator
    item: IndicatorItem | None = None
    """The item that is rated; none where the whole indicator is."""
    is_first: bool = True
    """Whether no other item of its indicator stands before it."""
    lead: str = ""
    """What leads its items in, said at the first of them."""


@dataclass(frozen=True)
class LevelPart:
    """Indicators that are asked first at one level."""

    head: str
    """沿用初级; nothing for what this level writes itself."""
    indicators: tuple[RatedIndicator, ...]


@dataclass(frozen=True)
class Neighbour:
    """What another level says of the same competency."""

    level: str
    texts: tuple[str, ...]
    """Its summary, or what it adds or writes."""


@dataclass(frozen=True)
class ExamPaper:
    """A subject of an exam."""

    name: str
    weight: str
    """Its share; nothing where there is none."""
    key: str
    """As it is called in the data: by this marks are kept, alike in every language."""


@dataclass(frozen=True)
class ChecklistItem:
    """A competency on a checklist."""

    code: str
    """Its code, by which answers are kept."""
    name: str
    member: Member
    group: str
    """The id of the group it stands in."""
    kind: ItemKind
    level: str
    """The level asked; nothing where there is none."""
    names_level: bool
    """Whether that level says more than the page's title."""
    standard: str
    """The points that meet the requirement; nothing where there is no such figure."""
    text: str
    """The whole wording that is rated, one sentence a line."""
    mark: str
    """The mark of the wording."""
    weight: str
    """Its points in the whole; nothing where there are none."""
    summary: tuple[str, ...] = ()
    """What stands over the indicators: the summary, or all there is."""
    level_parts: tuple[LevelPart, ...] = ()
    """Its indicators, by the level that is the first to ask them."""
    unstated: tuple[LevelPart, ...] = ()
    """What lower levels wrote of which the source does not say whether it holds here: to be read, not rated."""
    neighbours: tuple[Neighbour, ...] = ()
    """The other levels, to hold against."""
    papers: tuple[ExamPaper, ...] = ()
    """Subjects, where marks are entered."""
    absence: Absence | None = None
    """Why it cannot be rated."""
    incomplete: str = ""
    """What of the wording is missing."""
    number: str = ""
    """Its place among what can be rated; nothing for what cannot."""

    @property
    def anchor(self) -> str:
        """Its id on the page."""
        return f"q-{self.code}"

    @property
    def indicators(self) -> tuple[RatedIndicator, ...]:
        """Its indicators, where they can be rated one by one."""
        return (
            tuple(indicator for level_part in self.level_parts for indicator in level_part.indicators)
            if self.kind is ItemKind.RATING
            else ()
        )

    @property
    def one_by_one(self) -> bool:
        """Whether its indicators are rated one by one in every mode: how well the whole fits means nothing where some
        count the other way round.
        """
        return any(indicator.negative for indicator in self.indicators)

    @property
    def marking(self) -> str:
        """How marks of an exam come about: only one mark, weighted subjects, or subjects without weights."""
        if not self.papers:
            return "only_mark"
        return "weighted" if all(paper.weight for paper in self.papers) else "unweighted"


@dataclass(frozen=True)
class Omitted:
    """A competency that stands on no checklist, for a reason that is said."""

    name: str
    reason: str
    """sensitive, not_required or unlisted."""

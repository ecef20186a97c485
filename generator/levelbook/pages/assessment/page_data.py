"""The shape of what pages of assessments hand to scripts, key by key; `contract` and `overview` fill it.

Keys are named as JavaScript names things (`partScale`), what is missing is null, and figures are texts: scripts
calculate with exact fractions, and a JSON number would be a float before they see it. The scripts' own types are
written from these (tools/frontend_types.py), so that a key which is renamed here is missing there.
"""

from typing import Literal, NotRequired, TypedDict

from levelbook.assessment.scoring.checklist import ItemKind, Mode
from levelbook.assessment.settings import ScaleData
from levelbook.assessment.targets import TargetKind
from levelbook.model.growth import Shows
from levelbook.model.scale import Unit
from levelbook.pages.assessment.plan_data import ActionData, BorrowedData, PlanData


class ChecklistScale(ScaleData):
    """A scale of a checklist."""

    hash: str
    """The mark of all that figures rest on in it."""


class GroupData(TypedDict):
    """A group of items."""

    id: str
    name: str
    parent: str
    """The id of the group it stands in; nothing at the top."""
    weight: str | None
    """Its share, as the source says it."""


class PartData(TypedDict):
    """An indicator that can be rated by itself, or an item of one, which has a letter behind the code."""

    code: str
    text: str
    hash: str
    """The mark of its wording."""
    lead: NotRequired[str]
    """What leads in the items of its indicator, at the first of them; left out elsewhere."""
    negative: NotRequired[bool]
    """It counts the other way round; left out where it does not."""


class PartOutline(TypedDict):
    """An indicator without its wording."""

    code: str
    negative: NotRequired[bool]
    """It counts the other way round; left out where it does not."""


class SubjectData(TypedDict):
    """A subject of an exam."""

    name: str
    weight: str | None
    """Its share."""


class UnratedData(TypedDict):
    """Why an item cannot be rated."""

    kind: str
    """The kind of nothing: `not_required`, `unlisted`, `blank` and so on."""
    text: str
    """What is said of it."""


class ItemOutline(TypedDict):
    """An item as far as it is scored."""

    code: str
    number: str
    """What people call it by in this list; nothing where it cannot be rated."""
    name: str
    group: str
    """The id of the group it stands in."""
    kind: ItemKind
    scale: str
    """The id of its scale; nothing where there is none."""
    standard: str | None
    """The points that meet the requirement, where it has its own."""
    basis: str
    """The mark of what its figure rests on."""
    partBasis: str
    """The mark of what the figures of its indicators rest on."""
    weight: str | None
    """Its share, as the source says it."""
    subjects: list[SubjectData]
    none: UnratedData | None


class OutlinedItem(ItemOutline):
    """An item without its wording."""

    parts: list[PartOutline]
    """Its indicators that can be rated by themselves."""


class ItemData(ItemOutline):
    """An item of a checklist: a competency, an exam or a condition."""

    text: str
    """What is asked, or where it goes on the beginning of that; compared with what an answer was given to."""
    goesOn: NotRequired[bool]
    """The sentences of its parts follow, which are not sent twice; left out where the text is the whole."""
    hash: str
    """The mark of its wording; nothing where it cannot be rated."""
    href: str
    parts: list[PartData]
    """Its indicators that can be rated by themselves."""
    shows: NotRequired[dict[Shows, str]]
    """What fields of the plan show of it, by what they show."""


class SequenceData(TypedDict):
    """The sequence of a checklist."""

    code: str
    name: str
    href: str


class RetiredData(TypedDict):
    """What was asked once and is not any more."""

    name: str
    text: str
    """What it said."""
    why: str
    replacedBy: list[str]
    """The codes of what takes its place."""
    release: str
    """Since when it is retired; nothing where that is not known."""


class ScoringData(TypedDict):
    """By which name, unit, scales and groups a checklist is scored."""

    title: str
    formerTargets: NotRequired[list[str]]
    """Codes under which assessments were saved that belong here now: of grades that are this level."""
    unit: Unit
    modes: list[Mode]
    """How it may be filled in; the first is meant unless one chooses."""
    scale: str
    """The id of the scale of competencies."""
    partScale: str
    """The id of the scale of single indicators; nothing where they are not rated."""
    scales: dict[str, ChecklistScale]
    groups: list[GroupData]
    total: str | None
    """What all weights add up to, where the source says it."""
    weightUnit: str
    """What stands after a weight; nothing where there are none."""


class HandbookFacts(TypedDict):
    """What scripts need to know of the handbook."""

    format: Literal[1]
    """The shape of these data."""
    handbook: str
    """Its name in the language of its texts, by which its documents are known in all editions."""
    alsoCalled: NotRequired[list[str]]
    shownAs: NotRequired[str]
    """Its name in the language of the page; left out where that is the same."""
    release: str
    """Nothing where nothing has been published."""
    language: str


class ChecklistFacts(HandbookFacts, ScoringData):
    """What is said of a checklist as a whole."""

    target: str
    """The code of the level, grade, position or standard, which an assessment's file names."""
    kind: TargetKind
    sequence: SequenceData
    step: str
    """The name of the level, grade or position."""
    pick: int
    """How many items to choose for the plan."""
    against: str
    """`current`, `target`, or the address of what people compare themselves with."""
    sensitive: int
    """How many competencies are left out since their text is sensitive."""
    notRequired: list[str]
    """The names of competencies that are not required."""
    unlisted: list[str]
    """The names of competencies of which nothing is said."""
    gone: dict[str, RetiredData]
    """What was asked once and is not any more, by code."""
    actions: list[ActionData]
    borrowed: list[BorrowedData]
    plan: PlanData


class ChecklistData(ChecklistFacts):
    """Everything about a checklist that can be filled in."""

    items: list[ItemData]


class ChecklistPageData(ChecklistFacts):
    """The same as it stands on its page."""

    items: list[str | ItemData]
    """Of one with a field in the form its code alone: what is said of it stands there (`data-said`)."""


class BareOutline(ScoringData):
    """As much of a checklist as is needed to lay filled-in ones side by side."""

    items: list[OutlinedItem]


class OutlineData(BareOutline):
    """An outline for the page of the team, with where its checklist and its matrix stand."""

    href: str
    matrix: str
    """The matrix of its sequence; nothing where there is none."""


class LayerOutline(BareOutline):
    """An outline for the matrix of its sequence, with where its items stand there."""

    kind: TargetKind
    step: str
    """The name of the level, grade or position."""
    levels: dict[str, str]
    """The level that each item asks, by code; nothing for an item that all levels ask alike."""


class TargetLink(TypedDict):
    """A checklist by name and address."""

    title: str
    href: str


class OwnNotesData(TypedDict):
    """What the reader's own notes can be about."""

    sequences: list[tuple[str, list[tuple[str, str]]]]
    """The sequences by name, each with code and name of its competencies."""
    retired: dict[str, tuple[str, list[str]]]
    """The competencies that have ended, by code: the name of each, and the codes of what takes its place."""
    files: dict[str, str]
    """The file that says what codes stand for, by what they begin with."""


class SavedListData(HandbookFacts):
    """What the list of saved assessments reads."""

    targets: dict[str, TargetLink]
    """The checklists that can be filled in, by the code of their target."""
    ownNotes: OwnNotesData
    """What the list of notes reads."""
    movedTo: str
    """Where the handbook is published now; nothing where it has not moved."""


class TeamFacts(HandbookFacts):
    """What is read to lay the files of a team together."""

    least: int
    """From so many people on a team is shown."""


class TeamData(TeamFacts):
    """What the page of the team reads."""

    targets: dict[str, OutlineData]
    """The checklists that can be filled in, by the code of their target."""


class TeamLayerData(TeamFacts):
    """What the gaps of a team on a matrix read."""

    targets: dict[str, LayerOutline]
    """The checklists of the sequence that can be filled in, by the code of their target."""
    team: str
    """The page of the team."""


class TeamLayerFile(TypedDict):
    """What a matrix loads first; addresses are below the handbook's folder."""

    data: TeamLayerData
    words: str
    """The script with the words."""
    script: str
    style: str

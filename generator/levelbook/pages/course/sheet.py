"""What a course covers on sheets of A4: a card for each indicator, with the QR code of its permanent address.

Paper cannot scroll, and no browser is there when the site is built. So the height of every card is reckoned by its
lines (`text.measure`), and a sheet takes at most eight cards, or as many rows of two as it has room for: a long
sentence makes a row higher and a sheet shorter, and nothing is cut or shrunk. The figures are those of
`styles/course_sheet.css`, rounded up; a test in Chromium holds that no sheet runs over.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from levelbook.components.actions_for import text_of
from levelbook.components.links import Link
from levelbook.localized.sentences import Statement, lines_of_statement
from levelbook.model.growth import Action
from levelbook.model.handbook import Sequence
from levelbook.pages.course.contents import CoveredBlock, CoveredRow, covered_blocks
from levelbook.queries.courses import courses
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.page import StandalonePage
from levelbook.site.sitemap import PageKind
from levelbook.text.measure import lines_of

CARDS = 8
"""The most cards on a sheet."""
_POINT = 0.3528
"""In millimetres."""
_ROOM = 226.0
"""The height that a sheet has for cards, in millimetres, beside its head of two lines and its foot."""
_WIDTH = 53.0
"""The width of a card's words."""
_TEXT, _LONG, _SMALL, _ADDRESS = 10.5, 9.0, 8.5, 8.0
"""Sizes of type, in points; a sentence of many lines is set smaller."""
_MANY_LINES = 6
_LINE_OF_HEAD = 8.5
_QR = 31.0
_PADDING = 9.0
_HANGING = 1.5
"""In ems: by how much the lines of an item stand further in."""
_ADDRESS_LINES = 3
"""How many lines an address takes at most; where a site stands is not known here."""


@dataclass(frozen=True)
class SheetCard:
    """An indicator on paper."""

    code: str
    lead: str
    text: Statement
    place: str
    """Sequence, competency and level."""
    address: str
    """Its permanent address below the site's root."""

    @property
    def is_long(self) -> bool:
        """Whether its sentence is set smaller."""
        return self.lines(_TEXT) > _MANY_LINES

    def lines(self, size: float) -> int:
        """How many lines its sentence takes in a size of type."""
        width = _WIDTH / (size * _POINT)
        first, *items = lines_of_statement(self.text)
        return lines_of(f"{self.lead} {first}".strip(), width) + sum(lines_of(item, width - _HANGING) for item in items)


@dataclass(frozen=True)
class CourseSheetView:
    """Everything on the sheets."""

    name: str
    code: str
    count: str
    """How many indicators."""
    up: Link
    """The page of the course."""
    sheets: tuple[tuple[SheetCard, ...], ...]


def pages(ctx: Context, sequence: Sequence) -> Iterator[StandalonePage]:
    """The sheets of all courses that cover anything."""
    for action in courses(sequence):
        blocks = covered_blocks(ctx, sequence, action)
        if blocks:
            page = ctx.sitemap.existing(PageKind.COURSE, sequence, action.id or "")
            title = ctx.words("course.sheet_title", name=page.full_title)
            address = urls.course_sheet(sequence, action.id or "")
            yield StandalonePage(address, title, "course_sheet", _view(ctx, sequence, action, blocks))


def _view(ctx: Context, sequence: Sequence, action: Action, blocks: tuple[CoveredBlock, ...]) -> CourseSheetView:
    cards = tuple(card for block in blocks for card in _cards(ctx, block))
    name, code = text_of(ctx, action), action.id or ""
    return CourseSheetView(
        name=name,
        code=code,
        count=ctx.words("course.sheet_count", count=ctx.count("indicator", len(cards))),
        up=Link(name, urls.course(sequence, code)),
        sheets=tuple(sheets(cards, _room(name))),
    )


def _cards(ctx: Context, block: CoveredBlock) -> Iterator[SheetCard]:
    for row in block.rows:
        yield SheetCard(row.code, row.lead, row.text, _place(ctx, block, row), urls.permanent(row.code))


def _place(ctx: Context, block: CoveredBlock, row: CoveredRow) -> str:
    return ctx.words("course.place").join((block.owner, block.link.text, row.level))


def _room(name: str) -> float:
    """What the head leaves; it takes as many lines as the course's name does."""
    return _ROOM - _LINE_OF_HEAD * (lines_of(name, 180 / (17 * _POINT)) - 1)


def sheets(cards: tuple[SheetCard, ...], room: float = _ROOM) -> Iterator[tuple[SheetCard, ...]]:
    """Cards sheet by sheet, two a row; a row that is higher than a sheet has one for itself."""
    sheet: list[SheetCard] = []
    used = 0.0
    for at in range(0, len(cards), 2):
        row = cards[at : at + 2]
        height = max(map(_height, row))
        if sheet and (used + height > room or len(sheet) >= CARDS):
            yield tuple(sheet)
            sheet, used = [], 0.0
        sheet += row
        used += height
    if sheet:
        yield tuple(sheet)


def _height(card: SheetCard) -> float:
    """Of a card, in millimetres."""
    size = _LONG if card.is_long else _TEXT
    text = card.lines(size) * size * 1.5
    place = lines_of(card.place, _WIDTH / (_SMALL * _POINT)) * _SMALL * 1.45
    return max((text + 10 * 1.6 + place + _ADDRESS_LINES * _ADDRESS * 1.4) * _POINT + 2, _QR) + _PADDING

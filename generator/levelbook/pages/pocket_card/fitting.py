"""How much of a level a folded sheet holds, reckoned while the site is built, for paper has no room to scroll.

The figures are those of `styles/pocket_card.css`, rounded up; a test in Chromium holds that nothing runs over.
What does not fit at the reading size is tried smaller, then with competencies that go on in the next panel, and then
without what lower levels ask. A level that asks more by itself than the sheet holds takes further ones.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from levelbook.localized.sentences import ListedStatement, Statement, lines_of_statement
from levelbook.queries.level_diff import ChangeKind
from levelbook.text.measure import lines_of

PANELS = 5
"""Beside the cover."""
_MM = 0.3528
"""A point in millimetres."""
_ROOM = 186.0
_WIDTH = 83.0
_INDENT = 4.8
_HANGING = 1.5
"""In ems: by how much the lines of an item stand further in."""
_GROUP_HEAD, _GROUP_GAP = 6.3, 3.5


@dataclass(frozen=True)
class CardLine:
    """A requirement."""

    mark: str
    """How its seal looks; nothing where it carries none."""
    seal: str
    text: Statement
    below: bool
    """Whether it comes from a lower level."""
    kind: ChangeKind | None = None
    """What became of it since the level before; none where there is none to compare with."""


@dataclass(frozen=True)
class CardSection:
    """A competency with what it asks."""

    group: str
    """The name of its group."""
    name: str
    code: str
    summary: str
    lines: tuple[CardLine, ...]


@dataclass(frozen=True)
class PanelGroup:
    """What stands of a group in a panel."""

    title: str
    sections: tuple[CardSection, ...]


Panel = tuple[PanelGroup, ...]


@dataclass(frozen=True)
class TextSize:
    """A size of type, in points."""

    text: float
    summary: float
    name: float
    is_small: bool = False

    def section_head(self, section: CardSection) -> float:
        """The height of a competency's name and summary."""
        lines = lines_of(section.summary, _WIDTH / (self.summary * _MM)) if section.summary else 0
        return 2.2 + self.name * 1.35 * _MM + lines * self.summary * 1.45 * _MM + 0.4

    def line(self, line: CardLine) -> float:
        """The height of a requirement."""
        first, *items = lines_of_statement(line.text)
        if isinstance(line.text, ListedStatement) and not line.text.lead:
            first, items = "", [first, *items]
        words = f"{line.seal} {first}" if len(line.seal) > 1 else first
        width = (_WIDTH - _INDENT) / (self.text * _MM)
        lines = (lines_of(words, width) if words else 0) + sum(lines_of(item, width - _HANGING) for item in items)
        return lines * self.text * 1.43 * _MM + 0.5

    def section(self, section: CardSection) -> float:
        """The height of a competency."""
        return self.section_head(section) + sum(map(self.line, section.lines))


READING = TextSize(8.5, 8.2, 9.4)
SMALL = TextSize(8.0, 8.0, 9.0, is_small=True)
"""The smallest that there is."""


@dataclass(frozen=True)
class Fit:
    """What stands where."""

    panels: tuple[Panel, ...]
    sections: tuple[CardSection, ...]
    """What of all competencies that is, none of them cut."""
    is_small: bool
    left_out: int
    """How many requirements of lower levels the sheet does not hold."""


def fitted(sections: tuple[CardSection, ...]) -> Fit:
    """All that the sheet holds, in the largest type in which it does."""
    own = tuple(_own(sections))
    below = sum(line.below for section in sections for line in section.lines)
    for kept, left_out in ((sections, 0), (own, below)):
        for size, cuts in ((READING, False), (SMALL, False), (SMALL, True)):
            panels = tuple(_panels(kept, size, cuts))
            if panels and len(panels) <= PANELS:
                return Fit(panels, kept, size.is_small, left_out)
    # too long even so: then a further sheet takes everything
    return Fit(tuple(_panels(sections, READING, True)), sections, False, 0)


def _own(sections: tuple[CardSection, ...]) -> Iterator[CardSection]:
    """What the level itself asks."""
    for section in sections:
        lines = tuple(line for line in section.lines if not line.below)
        if lines:
            yield replace(section, lines=lines)


def _panels(sections: tuple[CardSection, ...], size: TextSize, cuts: bool) -> Iterator[Panel]:
    """Panel after panel; a competency is cut where that is allowed, or where it is higher than a panel."""
    panel: list[CardSection] = []
    room = _ROOM
    waiting = list(sections)
    while waiting:
        section = waiting.pop(0)
        head = _head(panel, section)
        if head + size.section(section) <= room:
            room -= head + size.section(section)
            panel.append(section)
            continue
        is_too_high = _GROUP_HEAD + size.section(section) > _ROOM
        part, rest = _cut(section, room - head, size) if cuts or is_too_high else (None, section)
        if part is None and not panel:
            part, rest = replace(section, lines=section.lines[:1]), replace(section, lines=section.lines[1:])
        panel += [part] if part else []
        yield _grouped(panel)
        panel, room = [], _ROOM
        waiting[:0] = [rest] if rest.lines else []
    if panel:
        yield _grouped(panel)


def _head(panel: list[CardSection], section: CardSection) -> float:
    """What the head of its group takes, which every panel begins with."""
    if not panel:
        return _GROUP_HEAD
    return 0.0 if panel[-1].group == section.group else _GROUP_HEAD + _GROUP_GAP


def _cut(section: CardSection, room: float, size: TextSize) -> tuple[CardSection | None, CardSection]:
    """As many requirements as there is room for, but never one alone under its head, and the others."""
    room -= size.section_head(section)
    n = 0
    for line in section.lines:
        room -= size.line(line)
        if room < 0:
            break
        n += 1
    if n < min(2, len(section.lines)):
        return None, section
    return replace(section, lines=section.lines[:n]), replace(section, lines=section.lines[n:])


def _grouped(panel: list[CardSection]) -> Panel:
    groups: list[PanelGroup] = []
    for section in panel:
        if groups and groups[-1].title == section.group:
            groups[-1] = replace(groups[-1], sections=(*groups[-1].sections, section))
        else:
            groups.append(PanelGroup(section.group, (section,)))
    return tuple(groups)

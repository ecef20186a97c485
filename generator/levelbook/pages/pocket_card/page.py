"""The page of a pocket card: a document of its own, whose first sheet carries the cover."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from levelbook.components.changes import MARKS, change_seal, change_word
from levelbook.components.level_chips import Chip, chips
from levelbook.model.handbook import Sequence
from levelbook.model.sequence import Level
from levelbook.pages.pocket_card.contents import CardContents, card_contents, level_before
from levelbook.pages.pocket_card.fitting import PANELS, Fit, Panel, fitted
from levelbook.pages.pocket_card.general import general_expectations
from levelbook.queries.level_contents import asks_anything
from levelbook.queries.level_diff import ChangeKind
from levelbook.queries.remembered import asked_once
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.page import StandalonePage
from levelbook.site.sitemap import PageKind

_PANELS_INSIDE = 3
_EXPECTATIONS = 260
"""How many characters of what a level expects in general the cover holds."""


@dataclass(frozen=True)
class CardFact:
    """Something that the cover says of the card."""

    label: str
    text: str


@dataclass(frozen=True)
class MarkCount:
    """How many requirements carry a mark."""

    mark: str
    """How its seal looks; nothing for what stays."""
    seal: str
    word: str
    n: int


@dataclass(frozen=True)
class CardSide:
    """A side of a sheet."""

    label: str
    """Which side it is, for those who cannot see it."""
    has_cover: bool
    first: int
    """The number of its first panel."""
    panels: tuple[Panel, ...]


@dataclass(frozen=True)
class PocketCardView:
    """Everything on the card."""

    sequence: str
    level: str
    address: str
    """The page of the level."""
    chip: Chip | None
    standing: str
    """Which of how many levels it is."""
    expectations: tuple[str, ...]
    """What the level expects whatever the competency, where the cover has room for it."""
    facts: tuple[CardFact, ...]
    against: str
    """The level to which the marks compare; nothing where there are no marks."""
    counts: tuple[MarkCount, ...]
    shows: str
    """What the card shows, at the foot of every panel."""
    is_small: bool
    sides: tuple[CardSide, ...]


def pages(ctx: Context, sequence: Sequence) -> Iterator[StandalonePage]:
    """The cards of all levels that ask anything."""
    for level in sequence.levels:
        if asks_anything(ctx, sequence, level.id):
            yield _page(ctx, sequence, level)


@asked_once(lambda sequence, level: (sequence.id, level.id))
def _page(ctx: Context, sequence: Sequence, level: Level) -> StandalonePage:
    title = ctx.words("pocket.title", level=_title_of_level(ctx, sequence, level))
    return StandalonePage(urls.pocket_card(sequence, level.id), title, "pocket_card", _view(ctx, sequence, level))


def _title_of_level(ctx: Context, sequence: Sequence, level: Level) -> str:
    """A level's name with whose it is, as no other page is called."""
    return ctx.sitemap.existing(PageKind.LEVEL, sequence, level.id).full_title


def _view(ctx: Context, sequence: Sequence, level: Level) -> PocketCardView:
    contents = card_contents(ctx, sequence, level)
    fit = fitted(contents.sections)
    before = level_before(sequence, level)
    ranked = not sequence.head.unranked
    rank, of = ctx.numeral(sequence.ranks[level.id]), ctx.amount(len(sequence.levels))
    general = general_expectations(ctx, sequence, level)
    has_room = sum(len(expectation.text) for expectation in general) <= _EXPECTATIONS
    counts = tuple(_counts(ctx, fit))
    return PocketCardView(
        sequence=ctx.sequence_name(sequence),
        level=ctx.name(level),
        address=urls.level(sequence, level.id),
        chip=next((chip for chip in chips(ctx, sequence, level.id) if chip.current), None),
        standing=ctx.words("level.rank", rank=rank, of=of) if ranked else "",
        expectations=tuple(expectation.text for expectation in general) if has_room else (),
        facts=tuple(
            _facts(ctx, sequence, contents, fit, 0 if has_room else sum(expectation.n for expectation in general))
        ),
        against=ctx.words("pocket.against", level=ctx.name(before)) if before and counts else "",
        counts=counts,
        shows=ctx.words("pocket.own" if fit.left_out else "print.all"),
        is_small=fit.is_small,
        sides=tuple(_sides(ctx, fit)),
    )


def _facts(ctx: Context, sequence: Sequence, contents: CardContents, fit: Fit, expectations: int) -> Iterator[CardFact]:
    """What stands on the card, and what does not."""
    requirements = ctx.count("requirement", sum(len(section.lines) for section in fit.sections))
    competencies = ctx.count("competency", len(fit.sections) + len(contents.exams))
    key = "pocket.holds_own" if fit.left_out else "pocket.holds_all"
    yield CardFact(ctx.words("pocket.holds"), ctx.words(key, requirements=requirements, competencies=competencies))
    left_out = []
    if fit.left_out:
        left_out.append(ctx.words("pocket.left_below", requirements=ctx.count("requirement", fit.left_out)))
    if contents.unsaid:
        unsaid = ctx.count("requirement", contents.unsaid)
        left_out.append(ctx.words_of(sequence)("pocket.left_unsaid", requirements=unsaid))
    if expectations:
        left_out.append(ctx.words("pocket.left_general", n=expectations))
    for sentence in left_out:
        yield CardFact(ctx.words("pocket.left"), sentence)
    if contents.exams:
        yield CardFact(ctx.words("pocket.exams"), ctx.series(contents.exams))
    if len(fit.panels) > PANELS:
        yield CardFact(ctx.words("pocket.size"), ctx.words("pocket.sheets", n=1 + -(-(len(fit.panels) - PANELS) // 6)))


def _counts(ctx: Context, fit: Fit) -> Iterator[MarkCount]:
    """How many of the printed requirements carry each mark."""
    kinds = Counter(line.kind for section in fit.sections for line in section.lines if line.kind)
    # what stays and is printed without what lower levels ask, this level writes again
    stays = change_word(ctx, ChangeKind.AGAIN) if fit.left_out else ctx.words("pocket.stays")
    for kind in ChangeKind:
        n = kinds[kind]
        if n and kind is ChangeKind.SAME:
            yield MarkCount("", "", stays, n)
        elif n:
            yield MarkCount(MARKS[kind], change_seal(ctx, kind), change_word(ctx, kind), n)


def _sides(ctx: Context, fit: Fit) -> Iterator[CardSide]:
    """Outside, with the cover, and inside; then both sides of further sheets."""
    inside, outside = fit.panels[:_PANELS_INSIDE], fit.panels[_PANELS_INSIDE:PANELS]
    further = fit.panels[PANELS:]
    yield CardSide(ctx.words("pocket.outside"), True, _PANELS_INSIDE + 1, outside)
    yield CardSide(ctx.words("pocket.inside"), False, 1, inside)
    word, starts = ctx.words("pocket.further"), range(0, len(further), _PANELS_INSIDE)
    for number, at in enumerate(starts, 1):
        label = f"{word} {number}" if len(starts) > 1 else word
        yield CardSide(label, False, PANELS + 1 + at, further[at : at + _PANELS_INSIDE])

"""The page of a level: what is expected there, in the views between which its switch chooses.

A grade that is this level under another name has no page of its own: its name stands beside that of the level, and
what the source says of it under that.
"""

from dataclasses import dataclass

from levelbook.components.cumulation import doubts
from levelbook.components.editor_notes import about, remarks
from levelbook.components.expectations import (
    GroupExpectations,
    StepContents,
    StepHead,
    anchors,
    headings,
    step_contents,
    step_head,
)
from levelbook.components.facts import confidential
from levelbook.components.level_chips import Chip, chips
from levelbook.components.links import sequence_link
from levelbook.components.own_level import mark
from levelbook.components.print_choice import pocket_card
from levelbook.components.prose import PageWithProse, closing_headings, passages
from levelbook.components.views import comparisons
from levelbook.components.views.news import LevelNews, level_news
from levelbook.components.views.switch import ViewSwitch, view_switch
from levelbook.model.handbook import Sequence
from levelbook.model.sequence import Grade, Level
from levelbook.queries.completeness import levels_left
from levelbook.queries.cumulation import unstated
from levelbook.queries.grades import grades_that_are
from levelbook.queries.remembered import asked_once
from levelbook.queries.requirements import Required
from levelbook.site.context import Context
from levelbook.site.edit_places import place
from levelbook.site.page import Page
from levelbook.site.sitemap import PageKind

MANY_LEVELS = 5
"""From more levels on their bar has several rows."""
LONG_NAME = 21
"""Bytes of a name that still fits into one: 7 Han characters, or 21 letters."""


@dataclass(frozen=True)
class LevelView(PageWithProse):
    """Everything on the page of a level."""

    step: StepContents
    name: str
    """What the level is called within its sequence."""
    grades: str
    """The grades that are this level under other names."""
    grade_heads: tuple[StepHead, ...]
    """What the source says of these."""
    standing: str
    """Which level it is, and which other grades ask for it."""
    chips: tuple[Chip, ...]
    """All levels."""
    roomy: bool
    """Whether the bar of levels needs several rows: there are many, or their names are long."""
    switch: ViewSwitch
    """Between what it chooses."""
    warning: str
    """Said where the source does not say whether what lower levels ask holds here."""
    confidential: str
    """What the source says about who may read it, and what to mind."""
    mark: str
    """What the reader's browser calls the level when it is marked as own or aim; nothing where it cannot be."""
    pocket: str
    """The pocket card of the level; nothing where there is none."""
    news: LevelNews | None
    """What releases have changed of it; none where none was ever kept."""


def pages(ctx: Context, sequence: Sequence) -> tuple[Page, ...]:
    """The pages of all levels of which anything is left, low to high."""
    return tuple(_page(ctx, sequence, level) for level in levels_left(ctx, sequence))


@asked_once(lambda sequence, level: (sequence.id, level.id))
def _page(ctx: Context, sequence: Sequence, level: Level) -> Page:
    view = _view(ctx, sequence, level)
    return Page(
        place=ctx.sitemap.existing(PageKind.LEVEL, sequence, level.id),
        template="level",
        view=view,
        headings=(*headings(view.step.groups), *closing_headings(ctx, view, "level.more")),
        anchors=anchors(view.step.groups),
        source=place(sequence.head, level),
        description=ctx.words("level.description", sequence=view.sequence.text, level=ctx.name(level)),
    )


def _warning(ctx: Context, sequence: Sequence, groups: tuple[GroupExpectations, ...]) -> str:
    """That it is not said whether what lower levels ask holds here, where there is any of it."""
    unsaid = unstated(sequence) and any(group.all > group.written for group in groups)
    return ctx.words_of(sequence)("level.open_note") if unsaid else ""


def _view(ctx: Context, sequence: Sequence, level: Level) -> LevelView:
    step = step_contents(ctx, sequence, level, lambda member: Required(level.id, False))
    news = level_news(ctx, sequence, level.id)
    levels, grades = chips(ctx, sequence, level.id), grades_that_are(sequence, level)
    return LevelView(
        sequence=sequence_link(ctx, sequence),
        step=step,
        name=ctx.name(level),
        grades=ctx.series(ctx.name(grade) for grade in grades),
        grade_heads=tuple(_grade_head(ctx, sequence, grade) for grade in grades),
        standing=_standing(ctx, sequence, level, grades),
        chips=levels,
        roomy=len(levels) > MANY_LEVELS or any(_is_long(chip.name) for chip in levels),
        switch=_switch(ctx, sequence, level, step.groups, news),
        warning=_warning(ctx, sequence, step.groups),
        confidential=confidential(ctx, sequence),
        sections=passages(ctx, sequence, (*level.sections, *(each for grade in grades for each in grade.sections))),
        remarks=(
            *remarks(ctx, sequence, level),
            *about(ctx, sequence, sequence.head, "levels"),
            *(about(ctx, sequence, sequence.head, "grades") if grades else ()),
            *doubts(ctx, sequence),
        ),
        mark=mark(ctx, sequence, level.id),
        pocket=pocket_card(ctx, sequence, level.id),
        news=news,
    )


def _switch(
    ctx: Context, sequence: Sequence, level: Level, groups: tuple[GroupExpectations, ...], news: LevelNews | None
) -> ViewSwitch:
    compared = comparisons.of_level(ctx, sequence, level)
    return view_switch(ctx, sequence, level.id, groups, compared, news.changed if news else 0)


def _grade_head(ctx: Context, sequence: Sequence, grade: Grade) -> StepHead:
    return step_head(ctx, sequence, grade, remarks(ctx, sequence, grade))


def _is_long(name: str) -> bool:
    return len(name.encode()) > LONG_NAME


def _standing(ctx: Context, sequence: Sequence, level: Level, here: tuple[Grade, ...]) -> str:
    """Which of how many levels it is, and which grades ask for it that are more than this level."""
    clauses = []
    if not sequence.head.unranked:
        rank, of = ctx.numeral(sequence.ranks[level.id]), ctx.amount(len(sequence.levels))
        clauses.append(ctx.words("level.rank", rank=rank, of=of))
    grades = [ctx.name(grade) for grade in sequence.grades if grade.level == level.id and grade not in here]
    if grades:
        clauses.append(ctx.words("level.grades", word=ctx.word(sequence, "grade"), grades=ctx.series(grades)))
    return ctx.clauses(clauses)

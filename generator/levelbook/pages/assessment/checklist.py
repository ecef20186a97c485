"""The pages on which people hold themselves against a level, grade or position: checklist, result and plan."""

from dataclasses import dataclass
from typing import Any

from levelbook.assessment.checklists import FULL, Checklist, checklists
from levelbook.assessment.item import NONE, ChecklistItem
from levelbook.assessment.settings import RatingScale
from levelbook.assessment.targets import AssessmentTarget
from levelbook.components.level_chips import Chip, chip
from levelbook.components.links import Link, sequence_link
from levelbook.localized.names import weight_unit
from levelbook.model.handbook import Sequence
from levelbook.pages.assessment import paper
from levelbook.pages.assessment.contract import data
from levelbook.pages.assessment.paper import Paper
from levelbook.pages.assessment.sections import ChecklistSection, Unrated, sections, unrated
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.page import Heading, Layout, Page
from levelbook.site.sitemap import PageKind

VIEWS = ("check", "result", "plan")
"""The anchors of the three parts of the page."""
SCRIPTS = ("assess",)
"""The set of scripts that these pages ask for."""


@dataclass(frozen=True)
class CheckView:
    """Everything on the page of a checklist."""

    over: Link
    """Its sequence."""
    step: str
    """The level, grade or position."""
    chip: Chip | None
    """Its level, where it stands for one."""
    page: Link
    """What is expected there."""
    code: str
    """The code of the level, grade or position."""
    leads: tuple[tuple[str, str], ...]
    """How to rate in each mode, and what meets the requirement."""
    origins: tuple[tuple[str, str], ...]
    """What of the scales does not stand in the source, in each mode; once where all modes say the same."""
    notes: tuple[str, ...]
    """What is left out, and what points mean."""
    mode: str
    """quick or full: how it is filled in unless one chooses."""
    ruler: RatingScale
    """The scale."""
    parts: RatingScale
    """The scale of single indicators."""
    levels: bool
    """Whether the rating is the level reached."""
    ranked: bool
    """Whether neighbouring levels are to be named."""
    sections: tuple[ChecklistSection, ...]
    """The items by group."""
    unrated: tuple[Unrated, ...]
    """What cannot be rated, by reason."""
    unrated_title: str
    """The heading over it."""
    paper: Paper
    """What only the printed form has."""
    data: dict[str, Any]
    """What scripts read."""
    words: str
    """The script with the words of all scripts."""


def pages(ctx: Context, sequence: Sequence) -> tuple[Page, ...]:
    """The pages of all checklists that can be filled in."""
    return tuple(_page(ctx, sequence, one) for one in checklists(ctx, sequence) if not one.why)


def _page(ctx: Context, sequence: Sequence, made: Checklist) -> Page:
    view = _view(ctx, sequence, made)
    return Page(
        place=ctx.sitemap.existing(PageKind.CHECKLIST, sequence, made.target.key),
        template="checklist",
        view=view,
        headings=_headings(view),
        anchors=frozenset([*VIEWS, *(item.anchor for item in made.items)]),
        layout=Layout.FULL,
        description=ctx.words("check.description", sequence=view.over.text, step=made.target.name),
        scripts=SCRIPTS,
    )


def _headings(view: CheckView) -> tuple[Heading, ...]:
    found = [Heading(one.anchor, one.title) for one in view.sections]
    found += [Heading("unrated", view.unrated_title)] if view.unrated else []
    return tuple(found)


def _view(ctx: Context, sequence: Sequence, made: Checklist) -> CheckView:
    how = made.settings
    assert how.ruler
    return CheckView(
        over=sequence_link(ctx, sequence),
        step=made.target.name,
        chip=chip(ctx, sequence, made.target.level) if made.target.level else None,
        page=Link(ctx.words("check.page_of", step=made.target.name), _page_of(made.target, sequence)),
        code=made.target.code(sequence),
        leads=tuple((mode, _lead(ctx, made, how.ruler, mode)) for mode in made.modes),
        origins=_origins(ctx, made),
        notes=tuple(part for part in _notes(ctx, made) if part),
        mode=made.modes[0],
        ruler=how.ruler,
        parts=how.parts or how.ruler,
        levels=how.levels,
        ranked=not sequence.head.unranked,
        sections=sections(ctx, sequence, made),
        unrated=unrated(ctx, sequence, made),
        unrated_title=ctx.words("check.unrated", n=sum(one.kind == NONE for one in made.items)),
        paper=paper.paper(ctx, sequence, made, how.ruler),
        data=data(ctx, sequence, made),
        words=urls.ASSESSMENT_WORDS,
    )


def _page_of(target: AssessmentTarget, sequence: Sequence) -> str:
    """The page that says what is expected there."""
    address = {"level": urls.level, "grade": urls.grade, "position": urls.position}
    return address[target.kind](sequence, target.key) if target.step else urls.sequence(sequence)


def _lead(ctx: Context, made: Checklist, ruler: RatingScale, mode: str) -> str:
    """How to rate, and what meets the requirement."""
    if made.settings.levels:
        return ctx.words("check.lead_levels", step=made.target.name)
    parts = made.settings.parts if mode == FULL else None
    used = parts or ruler
    facts = {"step": made.target.name, "name": used.standard_name, "standard": used.standard}
    if used.wordy:
        names = ctx.series(one.name for one in used.notches)
        return ctx.words("check.lead_parts" if parts else "check.lead_words", names=names, **facts)
    ends = {"low": used.notches[0].points, "high": used.notches[-1].points}
    return ctx.words("check.lead_parts_points" if parts else "check.lead_points", **ends, **facts)


def _origins(ctx: Context, made: Checklist) -> tuple[tuple[str, str], ...]:
    said = {mode: _origin(ctx, made, mode) for mode in made.modes}
    if len(set(said.values())) == 1:
        said = {"": next(iter(said.values()))}
    return tuple((mode, text) for mode, text in said.items() if text)


def _origin(ctx: Context, made: Checklist, mode: str) -> str:
    """What of the scales that a mode uses was added by the handbook."""
    return ctx.words("check.next").join(one.origin for one in made.rulers(mode) if one.origin)


def _notes(ctx: Context, made: Checklist) -> tuple[str, ...]:
    """What is left out, and what points mean."""
    private = made.left_out("sensitive")
    unit = weight_unit(ctx, made.weights) if made.weights and any(one.weight for one in made.items) else ""
    return (
        ctx.words("check.weighed", n=made.total, unit=unit) if unit and made.total else "",
        ctx.words("check.by_name") if _bare(made.items) else "",
        *(_left_out(ctx, made, why) for why in ("not_required", "unlisted")),
        ctx.words("check.sensitive", n=len(private)) if private else "",
        ctx.words("check.open_note") if any(one.open for one in made.items) else "",
    )


def _left_out(ctx: Context, made: Checklist, why: str) -> str:
    names = made.left_out(why)
    return ctx.words(f"check.{why}", names=ctx.series(names)) if names else ""


def _bare(items: tuple[ChecklistItem, ...]) -> bool:
    """Whether there are names and figures, and no wording at all."""
    rated = [one for one in items if one.kind != NONE]
    return all(not one.level_parts and not one.say and not one.neighbours and not one.papers for one in rated)

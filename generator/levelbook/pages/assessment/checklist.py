"""The pages on which people hold themselves against a level, grade or position: checklist, result and plan."""

from collections.abc import Mapping
from dataclasses import dataclass

from levelbook.assessment.checklists import Checklist, checklists
from levelbook.assessment.item import ChecklistItem
from levelbook.assessment.scoring.checklist import ItemKind, Mode
from levelbook.assessment.settings import RatingScale
from levelbook.assessment.targets import AssessmentTarget
from levelbook.components.guidance.data import StepGuidance, step_guidance
from levelbook.components.level_chips import Chip, chip
from levelbook.components.links import Link, sequence_link
from levelbook.localized.names import weight_unit
from levelbook.model.handbook import Sequence
from levelbook.pages.assessment import paper
from levelbook.pages.assessment.contract import checklist_data, on_page
from levelbook.pages.assessment.page_data import ChecklistPageData, ItemData
from levelbook.pages.assessment.paper import Paper
from levelbook.pages.assessment.sections import ChecklistSection, Unrated, sections, told_by_lines, unrated
from levelbook.queries.remembered import asked_once
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.page import Heading, Layout, Page
from levelbook.site.sitemap import PageKind

VIEWS = ("check", "result", "plan")
"""The anchors of the three parts of the page."""


@dataclass(frozen=True)
class Lead:
    """How to rate in a mode."""

    mode: Mode
    text: str
    standard: str
    """What meets the requirement, as the end of the sentence; nothing where every item has its own."""


@dataclass(frozen=True)
class CheckView:
    """Everything on the page of a checklist."""

    sequence: Link
    """The sequence."""
    step: str
    """The level, grade or position."""
    chip: Chip | None
    """Its level, where it stands for one."""
    page: Link
    """What is expected there."""
    code: str
    """The code of the level, grade or position."""
    leads: tuple[Lead, ...]
    """How to rate in each mode."""
    origins: tuple[tuple[str, str], ...]
    """What of the scales does not stand in the source, in each mode; once where all modes say the same."""
    notes: tuple[str, ...]
    """What is left out, and what points mean."""
    mode: Mode
    """quick or full: how it is filled in unless one chooses."""
    scale: RatingScale
    """The scale of competencies."""
    indicator_scale: RatingScale
    """The scale of single indicators."""
    rates_levels: bool
    """Whether the rating is the level reached."""
    sections: tuple[ChecklistSection, ...]
    """The items by group."""
    unrated: tuple[Unrated, ...]
    """What cannot be rated, by reason."""
    unrated_title: str
    """The heading over it."""
    paper: Paper
    """What only the printed form has."""
    data: ChecklistPageData
    """What scripts read of the whole."""
    said: Mapping[str, ItemData]
    """What they read of an item, by its code: it stands at its field."""
    guidance: StepGuidance | None
    """What the handbook adds of its own."""
    words: str
    """The script with the words of its script."""
    views_words: str
    """The words of the script with its other views."""
    asked_for_words: str
    """The words of the script that makes files."""
    moved_to: str
    """Where the handbook is published now; nothing where it has not moved."""
    moving: str
    """Where it says how everything comes along."""


def pages(ctx: Context, sequence: Sequence) -> tuple[Page, ...]:
    """The pages of all checklists that can be filled in."""
    return tuple(_page(ctx, sequence, checklist) for checklist in checklists(ctx, sequence) if not checklist.refusal)


@asked_once(lambda sequence, checklist: (sequence.id, checklist.target.key))
def _page(ctx: Context, sequence: Sequence, checklist: Checklist) -> Page:
    view = _view(ctx, sequence, checklist)
    return Page(
        holds_answers=True,
        place=ctx.sitemap.existing(PageKind.CHECKLIST, sequence, checklist.target.key),
        template="checklist",
        view=view,
        headings=_headings(view),
        anchors=frozenset([*VIEWS, *(item.anchor for item in checklist.items)]),
        layout=Layout.FULL,
        description=ctx.words("check.description", sequence=view.sequence.text, step=checklist.target.name),
    )


def _headings(view: CheckView) -> tuple[Heading, ...]:
    headings = [Heading(section.anchor, section.title) for section in view.sections]
    headings += [Heading("unrated", view.unrated_title)] if view.unrated else []
    return tuple(headings)


def _view(ctx: Context, sequence: Sequence, checklist: Checklist) -> CheckView:
    settings = checklist.settings
    assert settings.scale, "without a scale there is no checklist"
    shown = sections(ctx, sequence, checklist)
    data, said = on_page(checklist_data(ctx, sequence, checklist), told_by_lines(shown))
    return CheckView(
        sequence=sequence_link(ctx, sequence),
        step=checklist.target.name,
        chip=chip(ctx, sequence, checklist.target.level) if checklist.target.level else None,
        page=Link(ctx.words("check.page_of", step=checklist.target.name), _page_of(checklist.target, sequence)),
        code=checklist.target.code(sequence),
        leads=tuple(_lead(ctx, checklist, settings.scale, mode) for mode in checklist.modes),
        origins=_origins(ctx, checklist),
        notes=tuple(part for part in _notes(ctx, sequence, checklist) if part),
        mode=checklist.modes[0],
        scale=settings.scale,
        indicator_scale=settings.indicator_scale or settings.scale,
        rates_levels=settings.rates_levels,
        sections=shown,
        unrated=unrated(ctx, sequence, checklist),
        unrated_title=ctx.words("check.unrated", n=sum(item.kind is ItemKind.NONE for item in checklist.items)),
        paper=paper.paper(ctx, sequence, checklist, settings.scale),
        data=data,
        said=said,
        guidance=step_guidance(ctx, sequence, checklist.target.key),
        words=urls.assessment_words("checklist"),
        moved_to=ctx.handbook.head.moved_to or "",
        moving=urls.ASSESSMENTS,
        views_words=urls.assessment_words("checklist_views"),
        asked_for_words=urls.assessment_words("asked_for"),
    )


def _page_of(target: AssessmentTarget, sequence: Sequence) -> str:
    """The page that says what is expected there."""
    address = {"level": urls.level, "grade": urls.grade, "position": urls.position}
    return address[target.kind](sequence, target.key) if target.step else urls.sequence(sequence)


def _lead(ctx: Context, checklist: Checklist, scale: RatingScale, mode: Mode) -> Lead:
    step = checklist.target.name
    if checklist.settings.rates_levels:
        return Lead(mode, ctx.words("check.lead_levels", step=step), "")
    indicator_scale = checklist.settings.indicator_scale if mode is Mode.FULL else None
    used = indicator_scale or scale
    if used.shows_names:
        names = ctx.series(rating.name for rating in used.ratings)
        text = ctx.words("check.lead_parts" if indicator_scale else "check.lead_words", step=step, names=names)
        return Lead(mode, text, ctx.words("check.lead_standard", name=used.standard_name))
    ends = {"low": used.ratings[0].points, "high": used.ratings[-1].points}
    text = ctx.words("check.lead_parts_points" if indicator_scale else "check.lead_points", step=step, **ends)
    standard = ctx.words("check.lead_standard_points", name=used.standard_name, standard=used.standard)
    return Lead(mode, text, standard)


def _origins(ctx: Context, checklist: Checklist) -> tuple[tuple[str, str], ...]:
    origins: dict[str, str] = {mode: _origin(ctx, checklist, mode) for mode in checklist.modes}
    if len(set(origins.values())) == 1:
        origins = {"": next(iter(origins.values()))}
    return tuple((mode, text) for mode, text in origins.items() if text)


def _origin(ctx: Context, checklist: Checklist, mode: Mode) -> str:
    """What of the scales that a mode uses was added by the handbook."""
    return ctx.words("check.next").join(scale.origin for scale in checklist.scales(mode) if scale.origin)


def _notes(ctx: Context, sequence: Sequence, checklist: Checklist) -> tuple[str, ...]:
    """What is left out, and what points mean."""
    private = checklist.left_out("sensitive")
    unit = (
        weight_unit(ctx, checklist.weights)
        if checklist.weights and any(item.weight for item in checklist.items)
        else ""
    )
    return (
        ctx.words("check.weighed", n=checklist.total, unit=unit) if unit and checklist.total else "",
        ctx.words_of(sequence)("check.by_name") if _by_name_only(checklist.items) else "",
        *(_left_out(ctx, sequence, checklist, reason) for reason in ("not_required", "unlisted")),
        ctx.words("check.sensitive", n=len(private)) if private else "",
        ctx.words_of(sequence)("check.open_note") if any(item.unstated for item in checklist.items) else "",
    )


def _left_out(ctx: Context, sequence: Sequence, checklist: Checklist, reason: str) -> str:
    names = checklist.left_out(reason)
    return ctx.words_of(sequence)(f"check.{reason}", names=ctx.series(names)) if names else ""


def _by_name_only(items: tuple[ChecklistItem, ...]) -> bool:
    """Whether there are names and figures, and no wording at all."""
    rated = [item for item in items if item.kind is not ItemKind.NONE]
    return not any(item.level_parts or item.summary or item.neighbours or item.papers for item in rated)

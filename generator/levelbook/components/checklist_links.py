"""Which checklists a sequence has, as pages lead to them, and why it lacks others."""

from dataclasses import dataclass

from levelbook.assessment.checklists import Checklist, checklist_of, checklists
from levelbook.assessment.settings import settings
from levelbook.assessment.targets import WHOLE, AssessmentTarget
from levelbook.components.level_chips import Chip, chip
from levelbook.components.links import Link, sequence_link
from levelbook.model.handbook import Sequence
from levelbook.queries.remembered import asked_once
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.sitemap import PageKind

COMPARED_WITH = ("current", "target")
"""What a process may compare people with, besides a level, grade or position it names."""


@dataclass(frozen=True)
class ChecklistLink:
    """A checklist to open."""

    link: Link
    """The level, grade or position, and the page."""
    chip: Chip | None
    """Its stair, where it is a level."""


@dataclass(frozen=True)
class ChecklistLinksOfKind:
    """The checklists of one kind."""

    word: str
    """The sequence's word for a level, grade or position."""
    checklists: tuple[ChecklistLink, ...]


@dataclass(frozen=True)
class SequenceChecklists:
    """A sequence with what can be assessed in it."""

    anchor: str
    link: Link
    kinds: tuple[ChecklistLinksOfKind, ...]
    """Its checklists by kind."""
    advice: str
    """Which of several checklists to take; nothing where there is no choice."""
    refused: tuple[str, ...]
    """What cannot be assessed, and why."""


def checklist_link(ctx: Context, sequence: Sequence, key: str) -> tuple[str, str]:
    """The page of a checklist, or the sentence why there is none."""
    checklist = checklist_of(ctx, sequence, key) if ctx.sitemap.has(PageKind.ASSESSMENTS) else None
    if checklist is None:
        return "", ""
    if checklist.refusal:
        return "", ctx.words("check.why_not", why=checklist.refusal.rstrip("。."))
    return urls.checklist(sequence, key), ""


@asked_once(lambda sequence: sequence.id)
def sequence_checklists(ctx: Context, sequence: Sequence) -> SequenceChecklists:
    """What can be assessed in a sequence, and what cannot."""
    all_checklists = checklists(ctx, sequence)
    kinds = tuple(_of_kind(ctx, sequence, kind, all_checklists) for kind in ("level", "grade", "position", WHOLE))
    return SequenceChecklists(
        anchor=urls.sequence_anchor(sequence.id),
        link=sequence_link(ctx, sequence),
        kinds=tuple(kind for kind in kinds if kind.checklists),
        advice=_advice(ctx, sequence, all_checklists),
        refused=_refused(ctx, all_checklists),
    )


def _advice(ctx: Context, sequence: Sequence, all_checklists: tuple[Checklist, ...]) -> str:
    """What the process compares people with, in words."""
    if sum(not checklist.refusal for checklist in all_checklists) < 2:
        return ""
    against = settings(ctx, sequence).against
    if against in COMPARED_WITH:
        return ctx.words(f"check.against_{against}")
    targets = (checklist.target for checklist in all_checklists)
    name = next((target.name for target in targets if against in (target.key, target.code(sequence))), "")
    return ctx.words("check.against_named", step=name) if name else ""


def _of_kind(
    ctx: Context, sequence: Sequence, kind: str, all_checklists: tuple[Checklist, ...]
) -> ChecklistLinksOfKind:
    targets = (checklist.target for checklist in all_checklists if not checklist.refusal)
    word = ctx.words("check.list") if kind == WHOLE else ctx.word(sequence, kind)
    return ChecklistLinksOfKind(
        word, tuple(_checklist_link(ctx, sequence, target) for target in targets if target.kind == kind)
    )


def _checklist_link(ctx: Context, sequence: Sequence, target: AssessmentTarget) -> ChecklistLink:
    level = chip(ctx, sequence, target.key) if target.kind == "level" else None
    return ChecklistLink(Link(target.name, urls.checklist(sequence, target.key)), level)


def _refused(ctx: Context, all_checklists: tuple[Checklist, ...]) -> tuple[str, ...]:
    """What cannot be assessed, and why; things with the same reason in one sentence."""
    if not all_checklists:
        return (ctx.words("check.why_not", why=ctx.words("check.why_no_steps")),)
    by_reason: dict[str, list[str]] = {}
    for checklist in all_checklists:
        if checklist.refusal:
            by_reason.setdefault(checklist.refusal.rstrip("。."), []).append(checklist.target.name)
    return tuple(
        ctx.words("check.why_these", names=ctx.series(names), why=why)
        if len(names) < len(all_checklists)
        else ctx.words("check.why_not", why=why)
        for why, names in by_reason.items()
    )

"""What else a sequence has besides its ladder and tree, with what is on each of these pages in figures."""

from dataclasses import dataclass

from levelbook.components.links import Link
from levelbook.components.note_list import notes_of_sequence
from levelbook.model.growth import Plan, Syllabus
from levelbook.model.handbook import Sequence
from levelbook.queries.action_targets import live
from levelbook.queries.process import live_chapters, plan_of
from levelbook.site.context import Context
from levelbook.site.sitemap import MORE_KINDS, PageKind


@dataclass(frozen=True)
class MorePage:
    """A page of a sequence."""

    link: Link
    """Its title and address."""
    figures: str
    """What is on it, in figures."""


def more_pages(ctx: Context, sequence: Sequence) -> tuple[MorePage, ...]:
    """The pages there are, in order."""
    pages = (ctx.sitemap.page(kind, sequence) for kind in MORE_KINDS)
    return tuple(MorePage(Link(page.title, page.address), figures(ctx, sequence, page.kind)) for page in pages if page)


def figures(ctx: Context, sequence: Sequence, kind: PageKind) -> str:
    """What is on such a page of a sequence, in figures."""
    if kind is PageKind.ACTIONS:
        return _of_actions(ctx, sequence)
    plan = plan_of(ctx.handbook, sequence)
    if kind is PageKind.PROCESS and plan:
        return _of_process(ctx, plan)
    if kind is PageKind.SYLLABUS and sequence.syllabus:
        return _of_syllabus(ctx, sequence.syllabus)
    if kind is PageKind.CALIBRATION and sequence.calibrations:
        return ctx.count("calibration", len(sequence.calibrations.calibrations))
    return _of_source(ctx, sequence) if kind is PageKind.SOURCE else ctx.words("form.print_note")


def _of_actions(ctx: Context, sequence: Sequence) -> str:
    """How many actions, of how many kinds."""
    actions = live(sequence)
    kinds = {action.type for action in actions}
    return ctx.clauses([ctx.count("way", len(actions)), ctx.count("kind", len(kinds))])


def _of_process(ctx: Context, plan: Plan) -> str:
    """How many phases, steps and forms."""
    counts = {
        "phase": len(plan.phases),
        "step": sum(len(phase.steps) for phase in plan.phases),
        "form": len(plan.forms),
    }
    return ctx.clauses(ctx.count(unit, n) for unit, n in counts.items() if n)


def _of_syllabus(ctx: Context, syllabus: Syllabus) -> str:
    """How many editions, and how many chapters in all of them together."""
    chapters = {chapter.id for edition in syllabus.editions for chapter in live_chapters(edition)}
    return ctx.clauses([ctx.count("edition", len(syllabus.editions)), ctx.count("taught", len(chapters))])


def _of_source(ctx: Context, sequence: Sequence) -> str:
    source = sequence.head.source
    n = sum(1 for _ in notes_of_sequence(ctx, sequence))
    return ctx.clauses([ctx.text(source, "title") if source else "", ctx.count("note", n) if n else ""])

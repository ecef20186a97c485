"""What else a sequence has besides its ladder and tree: actions, process, syllabus, calibrations, source."""

from collections.abc import Iterator
from dataclasses import dataclass

from levelbook.components.actions_for import text_of, type_of
from levelbook.components.basics import Link
from levelbook.components.form_fields import plan_of
from levelbook.model.handbook import Sequence
from levelbook.pages import notes, print_forms, process, syllabus
from levelbook.pages.actions import page as actions
from levelbook.pages.calibration import page as calibration
from levelbook.pages.source import page as provenance
from levelbook.queries import action_targets
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.links import parts


@dataclass(frozen=True)
class MorePage:
    """A page of a sequence."""

    link: Link
    """Its title and address."""
    say: str
    """What is on it, in figures."""


def more_pages(ctx: Context, sequence: Sequence) -> tuple[MorePage, ...]:
    """The pages there are, in order."""
    return tuple(_extras(ctx, sequence))


def _extras(ctx: Context, sequence: Sequence) -> Iterator[MorePage]:
    if actions.exists(sequence):
        yield _extra(ctx.words("actions.title"), urls.actions(sequence), actions.figures(ctx, sequence))
    plan = plan_of(ctx, sequence)
    if plan and process.exists(ctx, sequence):
        yield _extra(process.title(ctx, sequence), urls.process(sequence), process.figures(ctx, plan))
    if print_forms.title(ctx, sequence):
        yield _extra(print_forms.title(ctx, sequence), urls.form(sequence), ctx.words("form.print_note"))
    if sequence.syllabus and syllabus.exists(sequence):
        said = syllabus.figures(ctx, sequence.syllabus)
        yield _extra(ctx.words("syllabus.title"), urls.syllabus(sequence), said)
    if sequence.calibrations and calibration.exists(sequence):
        said = ctx.count("calibration", len(sequence.calibrations.calibrations))
        yield _extra(ctx.words("calibration.title"), urls.calibration(sequence), said)
    if provenance.exists(ctx, sequence):
        yield _extra(ctx.words("provenance.title"), urls.provenance(sequence), _of_source(ctx, sequence))


def _extra(title: str, address: str, say: str) -> MorePage:
    return MorePage(Link(title, address), say)


def _of_source(ctx: Context, sequence: Sequence) -> str:
    source = sequence.head.source
    n = sum(1 for _ in notes.of_sequence(ctx, sequence))
    return ctx.clauses([ctx.text(source, "title") if source else "", ctx.count("note", n) if n else ""])


Found = tuple[str, str, str, str]
"""Title, address, word for its kind, more text to search in."""


def found(ctx: Context, sequence: Sequence) -> Iterator[Found]:
    """What the search finds of these pages: the pages, each action, and each phase, form, chapter and calibration."""
    name = ctx.sequence_name(sequence)
    for one in more_pages(ctx, sequence):
        yield one.link.text, one.link.address, ctx.words("word.page"), f"{name} {one.say}"
    for action in action_targets.live(sequence):
        page = urls.actions(sequence) + (f"#{action.id}" if action.id else "")
        more = " ".join(part for part in (action.id or "", type_of(ctx, sequence, action), name) if part)
        yield text_of(ctx, action), page, ctx.words("word.action"), more
    for key, title, address in {one[0]: one for one in parts(sequence, ctx.language)}.values():
        yield title, address, ctx.words("word.page"), f"{name} {urls.short_code(sequence, key)}"

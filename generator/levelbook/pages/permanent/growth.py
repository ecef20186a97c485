"""The pages behind the permanent codes of actions, phases, forms, chapters and calibrations."""

from collections.abc import Iterator

from levelbook.components.links import sequence_link
from levelbook.components.retired import RetiredView, retirement
from levelbook.model.growth import Action, Chapter
from levelbook.model.handbook import Sequence
from levelbook.pages.permanent.forwarding import forwarding_page
from levelbook.queries.codes import short_code
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.links import growth_targets
from levelbook.site.page import StandalonePage


def pages(ctx: Context, sequence: Sequence) -> Iterator[StandalonePage]:
    """One page a code; a chapter of several editions has one, and is retired only where no edition has it any more."""
    in_force = dict.fromkeys(key for key, _ in growth_targets(ctx, sequence))
    for key in in_force:
        yield forwarding_page(ctx, short_code(sequence, key))
    editions = sequence.syllabus.editions if sequence.syllabus else ()
    retired = {chapter.id: chapter for edition in editions for chapter in edition.chapters if chapter.retired}
    for chapter in retired.values():
        if chapter.id not in in_force:
            yield _retired(ctx, sequence, short_code(sequence, chapter.id), chapter)
    for action in sequence.actions.actions if sequence.actions else ():
        if action.id:
            yield _retired(ctx, sequence, action.id, action) if action.retired else forwarding_page(ctx, action.id)


def _retired(ctx: Context, sequence: Sequence, code: str, thing: Action | Chapter) -> StandalonePage:
    assert thing.retired is not None
    name = ctx.text(thing, "name") or (ctx.text(thing, "text") if isinstance(thing, Action) else "")
    view = RetiredView(code, name, sequence_link(ctx, sequence), retirement(ctx, sequence, thing.retired))
    return StandalonePage(urls.permanent(code), f"{code} {name}", "retired", view)

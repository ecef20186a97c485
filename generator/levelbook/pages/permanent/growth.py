"""The pages behind the permanent codes of actions, phases, forms, chapters and calibrations."""

from collections.abc import Iterator

from levelbook.components.retired import retired_thing
from levelbook.model.base import Retired
from levelbook.model.handbook import Sequence
from levelbook.pages.permanent.forwarding import forwarding_page
from levelbook.queries.coded import coded_things
from levelbook.queries.codes import short_code
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
        if chapter.id not in in_force and chapter.retired:
            yield _retired(ctx, short_code(sequence, chapter.id), chapter.retired)
    for action in sequence.actions.actions if sequence.actions else ():
        if action.id:
            yield _retired(ctx, action.id, action.retired) if action.retired else forwarding_page(ctx, action.id)


def _retired(ctx: Context, code: str, retired: Retired) -> StandalonePage:
    thing = coded_things(ctx).of_code(code)
    assert thing is not None
    return retired_thing(ctx, thing, retired)

"""The pages behind the permanent codes of actions, phases, forms, chapters and calibrations."""

from collections.abc import Iterator

from levelbook.model.growth import Action, Chapter
from levelbook.model.handbook import Sequence
from levelbook.plan import addresses
from levelbook.plan.desk import Desk
from levelbook.plan.gone import GoneView, remainder
from levelbook.plan.page import Light
from levelbook.plan.permanent import forwarding
from levelbook.plan.places import parts
from levelbook.plan.shared import sequence_link


def pages(desk: Desk, sequence: Sequence) -> Iterator[Light]:
    """One page a code; a chapter that stands in several editions has one."""
    live = dict.fromkeys(key for key, _, _ in parts(sequence, desk.language))
    for key in live:
        yield forwarding(desk, addresses.short_code(sequence, key))
    editions = sequence.syllabus.editions if sequence.syllabus else ()
    ended = {one.id: one for edition in editions for one in edition.chapters if one.retired}
    for chapter in ended.values():
        if chapter.id not in live:
            yield _gone(desk, sequence, addresses.short_code(sequence, chapter.id), chapter)
    for action in sequence.actions.actions if sequence.actions else ():
        if action.id:
            yield _gone(desk, sequence, action.id, action) if action.retired else forwarding(desk, action.id)


def _gone(desk: Desk, sequence: Sequence, code: str, thing: Action | Chapter) -> Light:
    assert thing.retired is not None
    name = desk.said(thing, "name") or (desk.said(thing, "text") if isinstance(thing, Action) else "")
    over = sequence_link(desk, sequence)
    view = GoneView(code, name, over, remainder(desk, sequence, thing.retired))
    return Light(addresses.permanent(code), name, "gone", view)

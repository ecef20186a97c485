"""What an anchor of long ago was about, and where that is today.

Anchors are made in `site.urls` from codes and ids. An old one is read with the sequence of the page on which it was:
`LIS` is a competency of that sequence, `SHA-NEG` one that it borrowed, `g-basic` a group, `s-sales` a sequence by its
folder then. Where the thing has another id today, its anchor is made anew, for the page may hold it. All others were
those of parts that pages have or have not (`required`, `actions`), which nobody gave a name.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from levelbook.model.competency import Competency
from levelbook.model.handbook import Sequence
from levelbook.model.ledger import number_of
from levelbook.model.sequence import SequenceHead
from levelbook.queries.coded import CodedThing, coded_things
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.former.coming import ComingThing, coming_thing

_RATED = "q-"
"""Before what is rated on a checklist (`assessment.item`)."""
_FOR = "for-"
"""Before the folder and id of a group that courses and practices are for."""
_KINDS = {
    "g-": urls.group_anchor,
    "l-": urls.level_anchor,
    "p-": urls.position_anchor,
    "form-": urls.form_anchor,
    "part-": urls.part_anchor,
}
"""What stands before ids, and how an anchor is made of another one."""


@dataclass(frozen=True)
class FormerAnchor:
    """An anchor that a page had."""

    id: str
    thing: CodedThing | None = None
    """What it was about; none where it was a part of the page."""
    now: str = ""
    """The anchor that the thing has on the same page today; nothing where it has none there."""
    coming: ComingThing | None = None
    """What it is about, where that is still to come."""
    lost: str = ""
    """The code of what nobody knows where it went."""


def former_anchor(ctx: Context, page: str, anchor: str, present: Collection[str]) -> FormerAnchor:
    """What an anchor of a page was about; `present` are those that the page has today."""
    sequence = _sequence_of(ctx, page)
    if anchor.startswith("s-"):
        return _of_sequence(ctx, anchor, present)
    for code in _codes(ctx, sequence, anchor):
        thing = coded_things(ctx).of_code(code)
        if thing:
            now = _anchor_of(sequence, thing, anchor)
            return FormerAnchor(anchor, thing, now if now in present else "")
    ahead = next((one for code in _codes(ctx, sequence, anchor) if (one := coming_thing(ctx, code))), None)
    if ahead:
        return FormerAnchor(anchor, coming=ahead)
    lost = next((code for code in _codes(ctx, sequence, anchor) if _was_given(ctx, code)), "")
    return FormerAnchor(anchor, lost=lost)


def _sequence_of(ctx: Context, page: str) -> Sequence | None:
    parts = page.split("/")
    return coded_things(ctx).sequence(parts[1]) if page.startswith(urls.SEQUENCES) and parts[1] else None


def _was_given(ctx: Context, code: str) -> bool:
    """Whether a release had it: by the ledger, the last release, or the number behind the code of a competency."""
    if code in ctx.handbook.ledger or code in ctx.handbook.history.published:
        return True
    beginning, number = number_of(code)
    return bool(number) and coded_things(ctx).of_code(beginning) is not None


def _of_sequence(ctx: Context, anchor: str, present: Collection[str]) -> FormerAnchor:
    sequence = coded_things(ctx).sequence(anchor.removeprefix("s-"))
    if sequence is None:
        return FormerAnchor(anchor, coming=coming_thing(ctx, anchor.removeprefix("s-")))
    now = urls.sequence_anchor(sequence.id)
    return FormerAnchor(anchor, coded_things(ctx).of_code(sequence.code), now if now in present else "")


def _codes(ctx: Context, sequence: Sequence | None, anchor: str) -> Iterator[str]:
    """The codes that an anchor may stand for, likeliest first."""
    rest = anchor.removeprefix(_RATED)
    yield rest
    if sequence is None:
        return
    yield f"{sequence.code}-{rest}"
    for beginning in _KINDS:
        if rest.startswith(beginning):
            yield f"{sequence.code}.{rest.removeprefix(beginning)}"
    for folder in coded_things(ctx).folders if rest.startswith(_FOR) else ():
        home = coded_things(ctx).sequence(folder)
        if home and rest.startswith(f"{_FOR}{folder}-"):
            key = rest.removeprefix(f"{_FOR}{folder}-")
            competency = coded_things(ctx).competency(folder, key)
            yield competency.code if competency else f"{home.code}.{key}"


def _anchor_of(reader: Sequence | None, thing: CodedThing, former: str) -> str:
    """The anchor that a thing has today where it had another one."""
    for beginning, make in _KINDS.items():
        if former.startswith(beginning):
            return make(thing.key)
    if former.startswith(_FOR):
        return f"{_FOR}{thing.sequence.id}-{thing.key}"
    rated = _RATED if former.startswith(_RATED) else ""
    if isinstance(thing.model, Competency) and not rated:
        return urls.competency_anchor(reader or thing.sequence, thing.sequence, thing.model)
    if isinstance(thing.model, SequenceHead):
        return urls.sequence_anchor(thing.sequence.id)
    return f"{rated}{thing.code}"

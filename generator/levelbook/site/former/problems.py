"""What keeps a site from being published: addresses that releases had, and of which nobody knows what became.

Mostly `check` has said so before, for it knows every code of the ledger. This is the last net: for a ledger that has
lost its lines, and for what a change of the generator itself may lose. One thing that is gone takes many addresses
with it, and is told once.
"""

from collections.abc import Iterable, Iterator

from levelbook.model.ledger import number_of
from levelbook.problems import Place, Problem
from levelbook.queries.coded import coded_things
from levelbook.site import urls
from levelbook.site.context import Context

ADDRESSES = "history/addresses.txt"
"""The file that lists every address of a release."""


def gone(ctx: Context, lost: Iterable[tuple[str, str]]) -> Iterator[Problem]:
    """A problem for each thing that is gone: `lost` are addresses with what was looked for in vain."""
    by_thing: dict[str, list[str]] = {}
    for address, code in lost:
        by_thing.setdefault(code, []).append(address)
    for code, addresses in by_thing.items():
        place = _place(ctx, code)
        facts = {"address": addresses[0], "value": code, "n": len(addresses), "file": place.file.rpartition("/")[2]}
        variant = "file" if place.file == ADDRESSES else ""
        yield Problem("address-gone", place, variant=variant, facts=facts)


def _place(ctx: Context, code: str) -> Place:
    """The file in which a thing should stand, as far as its code says."""
    things = coded_things(ctx)
    competency = things.of_code(number_of(code)[0]) if number_of(code)[1] else None
    if competency and competency.competency is None and competency.key:
        return Place(f"{urls.SEQUENCES}{competency.sequence.id}/competencies/{competency.key}.yml")
    sequence = things.of_code(code.partition(".")[0].partition("-")[0])
    return Place(f"{urls.SEQUENCES}{sequence.sequence.id}/sequence.yml") if sequence else Place(ADDRESSES)

"""What is published and does not hold yet: its addresses are known already, and answer with the day from which it does.

A release keeps the addresses of its newest state, and people are told of them before its day. Until then the site
shows what holds, in which such a thing is not: it is found by the names that addresses are made of, in the facts of
the releases to come.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from levelbook.model.history import Fact, FactTable
from levelbook.queries.remembered import remembered
from levelbook.site.context import Context
from levelbook.text.inline import Marked, plain

_CALLED = ("name", "text")
"""By what a fact says what it is about."""


@dataclass(frozen=True)
class ComingThing:
    """A thing that a release brings whose day has not come."""

    code: str
    version: str
    """The release that brings it."""
    name: str
    """What it is called, or says, in plain words."""
    worded: bool
    """Whether it is an indicator, which has a page by its code before its day."""


def coming_thing(ctx: Context, name: str) -> ComingThing | None:
    """What a code, folder, path or id will mean; none where it means nothing that is still to come."""
    return _coming_things(ctx).get(name) if name else None


@remembered(lambda: "coming things")
def _coming_things(ctx: Context) -> Mapping[str, ComingThing]:
    """By every name of which an address may be made; what a thing was before counts nothing."""
    found: dict[str, ComingThing] = {}
    for release in reversed(ctx.handbook.coming):
        table = ctx.handbook.history.facts_at(release.version)
        for code, fact in table.items():
            thing = ComingThing(code, release.version, _called(ctx, fact) or code, fact["kind"] == "indicator")
            for name in _names(table, code, fact):
                found.setdefault(name, thing)
    return found


def _called(ctx: Context, fact: Fact) -> str:
    texts = (fact.get(f"{key}_{ctx.language}") or fact.get(key) for key in _CALLED)
    return plain(Marked(next((text for text in texts if isinstance(text, str) and text), "")))


def _names(table: FactTable, code: str, fact: Fact) -> Iterator[str]:
    """What addresses call a thing: its code; a sequence its folder, a competency its path, a concept its id."""
    yield code
    key = str(fact.get("id", ""))
    if fact["kind"] in ("sequence", "concept"):
        yield key
    elif fact["kind"] == "competency":
        yield f"{table.get(str(fact.get('seq', '')), {}).get('id', '')}/{key}"

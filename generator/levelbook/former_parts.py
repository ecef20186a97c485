"""What pages showed once, for the end of each: which of their old anchors they lack, and what of it nobody can find."""

from collections.abc import Iterable
from dataclasses import dataclass

from levelbook.components.former.lines import former_list
from levelbook.problems import Problem
from levelbook.queries.remembered import asked_once, remembered
from levelbook.render import Renderer, root_of
from levelbook.site.anchors import anchors_of
from levelbook.site.context import Context
from levelbook.site.former.inherited import OldAnchor, lost_pages, old_anchors
from levelbook.site.former.problems import gone


@dataclass(frozen=True)
class FormerPart:
    """The end of a page for those who come by an old link."""

    html: str = ""
    """A section; nothing where the page has all that it had."""
    ids: frozenset[str] = frozenset()
    """The anchors that it brings."""
    lost: tuple[tuple[str, str], ...] = ()
    """Addresses of which nobody knows what became, each with what was looked for in vain."""


def former_part(ctx: Context, renderer: Renderer, address: str, html: str) -> FormerPart:
    """The section for the end of a page which lacks anchors that it had."""
    old = _old_anchors_of(ctx, address)
    former = former_list(ctx, old, anchors_of(html)) if old else None
    if former is None:
        return FormerPart()
    lines = (*former.lines, *former.coming, *former.parts)
    lost = tuple((f"{address}#{line.id}", line.code) for line in lines if line.lost)
    ids = frozenset(line.id for line in lines)
    return FormerPart(renderer.former(former, root_of(address)), ids, lost)


def problems_of(ctx: Context, parts: Iterable[FormerPart]) -> tuple[Problem, ...]:
    """A problem for each thing that nobody can find: whole pages, and what the ends of others tell."""
    lost = [(former.address, former.code) for former in lost_pages(ctx)]
    lost += [line for part in parts for line in part.lost]
    return tuple(gone(ctx, lost))


@asked_once(lambda address: address)
def _old_anchors_of(ctx: Context, address: str) -> tuple[OldAnchor, ...]:
    return _old_anchors(ctx).get(address, ())


_old_anchors = remembered(lambda: ())(old_anchors)

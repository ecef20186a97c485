"""What pages showed once, for the end of each: which of their old anchors they lack, and what of it nobody can find."""

from levelbook.components.former.lines import former_list
from levelbook.problems import Problem
from levelbook.render import Renderer, root_of
from levelbook.site.anchors import anchors_of
from levelbook.site.context import Context
from levelbook.site.former.inherited import lost_pages, old_anchors
from levelbook.site.former.problems import gone


class FormerParts:
    """What pages showed once, for old links, and what of it nobody can find any more."""

    def __init__(self, ctx: Context, renderer: Renderer) -> None:
        """Look up every anchor of the past; what is lost shows as pages are rendered."""
        self._ctx = ctx
        self._renderer = renderer
        self._old = old_anchors(ctx)
        self._lost = [(former.address, former.code) for former in lost_pages(ctx)]

    def of(self, address: str, html: str) -> tuple[str, frozenset[str]]:
        """The section for the end of a page which lacks anchors that it had, and these anchors."""
        old = self._old.get(address, ())
        former = former_list(self._ctx, old, anchors_of(html)) if old else None
        if former is None:
            return "", frozenset()
        lines = (*former.lines, *former.coming, *former.parts)
        self._lost += [(f"{address}#{line.id}", line.code) for line in lines if line.lost]
        return self._renderer.former(former, root_of(address)), frozenset(line.id for line in lines)

    def problems(self) -> tuple[Problem, ...]:
        """A problem for each thing that nobody can find, as far as pages are rendered."""
        return tuple(gone(self._ctx, self._lost))

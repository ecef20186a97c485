"""Are the releases in order, and does what has ended name one that there is?"""

from collections.abc import Iterator
from itertools import pairwise

from levelbook.checks.context import CheckContext, error
from levelbook.loading.nodes import Mapping, Text
from levelbook.problems import Problem


def order(ctx: CheckContext) -> Iterator[Problem]:
    """Newest first, by number and by date."""
    data_file = ctx.folder.releases
    every = data_file.value.releases if data_file and data_file.value else ()
    for number, (newer, older) in enumerate(pairwise(every), 1):
        assert data_file
        if _figures(newer.version) <= _figures(older.version):
            place = data_file.at("releases", number, "version")
            yield error("release-order", place, "version", older=older.version, newer=newer.version)
        if newer.date < older.date:
            place = data_file.at("releases", number, "date")
            yield error("release-order", place, "date", older=older.version, newer=newer.version)


def ends(ctx: CheckContext) -> Iterator[Problem]:
    """What has ended is missing since a release that there is; releases before the first one listed are not known."""
    data_file = ctx.folder.releases
    known = tuple(release.version for release in data_file.value.releases) if data_file and data_file.value else ()
    for _, data_file, part in ctx.parts() if known else ():
        end = part.node.at("retired")
        since = end.at("since") if isinstance(end, Mapping) else None
        if isinstance(since, Text) and since not in known and _figures(since) > min(map(_figures, known)):
            yield error("release-unknown", data_file.place(since), value=since, list=known)


def _figures(version: str) -> tuple[int, ...]:
    return tuple(int(figure) for figure in version.split("."))

"""Are the releases in order, and does what has ended name one that there is?"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from levelbook.checks.context import CheckContext, error
from levelbook.loading.data_file import DataFile
from levelbook.loading.nodes import Mapping, Text
from levelbook.model.handbook import Release, ReleasesFile
from levelbook.model.ledger import figures_of
from levelbook.problems import Problem


def order(ctx: CheckContext) -> Iterator[Problem]:
    """The draft on top, then newest first, by number and by date."""
    data_file = ctx.folder.releases
    if data_file is None or data_file.value is None:
        return
    every = data_file.value.releases
    for number, release in enumerate(every):
        yield from _alone(data_file, number, release)
    for number, (newer, older) in enumerate(pairwise(every), 1):
        if not newer.draft and not older.draft:
            yield from _pair(data_file, number, newer, older)


def _alone(data_file: DataFile[ReleasesFile], number: int, release: Release) -> Iterator[Problem]:
    if release.draft and number:
        yield error("release-order", data_file.at("releases", number, "version"), "draft")
    if release.draft and release.date:
        yield error("release-order", data_file.at("releases", number, "date"), "draft-date", value=release.date)
    if not release.draft and not release.date:
        yield error("key-missing", data_file.at("releases", number), key="date")


def _pair(data_file: DataFile[ReleasesFile], number: int, newer: Release, older: Release) -> Iterator[Problem]:
    facts = {"older": older.version, "newer": newer.version}
    if figures_of(newer.version) <= figures_of(older.version):
        yield error("release-order", data_file.at("releases", number, "version"), "version", **facts)
    if newer.date and newer.date < older.date:
        yield error("release-order", data_file.at("releases", number, "date"), "date", **facts)


def ends(ctx: CheckContext) -> Iterator[Problem]:
    """What has ended is missing since a release that there is; releases before the first one listed are not known."""
    data_file: DataFile[Any] | None = ctx.folder.releases
    known = tuple(release.version for release in data_file.value.published) if data_file and data_file.value else ()
    for _, data_file, part in ctx.parts() if known else ():
        end = part.node.at("retired")
        since = end.at("since") if isinstance(end, Mapping) else None
        if isinstance(since, Text) and since not in known and figures_of(since) > min(map(figures_of, known)):
            yield error("release-unknown", data_file.place(since), value=since, list=known)

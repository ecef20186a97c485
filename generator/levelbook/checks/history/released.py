"""Does the folder still hold what releases published: their codes in the ledger, themselves in releases.yml?"""

from collections.abc import Iterator

from levelbook.checks.context import CheckContext, error
from levelbook.loading.data_file import DataFile
from levelbook.model.handbook import ReleasesFile
from levelbook.model.history import History
from levelbook.model.ledger import figures_of, is_code, seal_of_codes
from levelbook.problems import Place, Problem


def ledger(ctx: CheckContext) -> Iterator[Problem]:
    """The ledger has every code and path that the last release had; a merge may have lost lines of it."""
    data_file, history = ctx.folder.ledger, ctx.folder.history
    if not history.newest or (data_file and data_file.value is None):
        return
    if data_file is None:
        yield error("ledger-shrunk", Place("ledger.yml"), "missing", release=history.newest)
        return
    lost = tuple(
        sorted({*_codes(history.history) - ctx.ledger.known.keys(), *_paths(history.history) - ctx.ledger.paths.keys()})
    )
    if lost:
        yield error("ledger-shrunk", Place("ledger.yml"), "", release=history.newest, list=lost)
    elif history.codes != seal_of_codes(ctx.ledger):
        yield error("ledger-shrunk", Place("ledger.yml"), "changed", release=history.newest)


def _codes(history: History) -> set[str]:
    """The codes that releases had, as far as they had facts."""
    every = {*history.published, *(address for release in history.releases for address in release.before)}
    return {address for address in every if is_code(address)}


def _paths(history: History) -> set[str]:
    """Where sequences and competencies stood in the last release."""
    facts = history.published
    ids = {code: str(fact["id"]) for code, fact in facts.items() if fact["kind"] == "sequence" and "id" in fact}
    below = {
        f"{ids[fact['seq']]}/{fact['id']}"
        for fact in facts.values()
        if fact["kind"] == "competency" and str(fact.get("seq")) in ids and "id" in fact
    }
    return below | set(ids.values())


def releases(ctx: CheckContext) -> Iterator[Problem]:
    """Every release since the first of the history was made by `levelbook release`."""
    data_file, history = ctx.folder.releases, ctx.folder.history
    if not history.newest or data_file is None or data_file.value is None:
        return
    yield from _by_hand(data_file, history.versions)
    known = {release.version for release in data_file.value.published}
    for version in history.versions:
        if version not in known:
            yield error("released-edited", data_file.at(), "dropped", value=version)


def _by_hand(data_file: DataFile[ReleasesFile], versions: tuple[str, ...]) -> Iterator[Problem]:
    assert data_file.value
    first = figures_of(versions[-1])
    for number, release in enumerate(data_file.value.releases):
        if not release.draft and release.version not in versions and figures_of(release.version) > first:
            place = data_file.at("releases", number, "version")
            yield error("released-edited", place, "by-hand", value=release.version)

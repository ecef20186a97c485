"""Has a text changed since it was translated, and its translation not?"""

from collections.abc import Iterator

from levelbook.checks.context import CheckContext, warning
from levelbook.loading.translated.marks import TRANSLATIONS, twins_of
from levelbook.loading.translated.marks import stale as stale_twins
from levelbook.problems import Place, Problem, Severity


def stale(ctx: CheckContext) -> Iterator[Problem]:
    """Every translation that was made from another wording than it stands beside."""
    marks = ctx.folder.translations
    if marks.strange:
        yield warning("translation-stale", Place(TRANSLATIONS, marks.strange, 1), "line")
    for data_file in ctx.folder.data_files() if marks.known else ():
        for twin in stale_twins(twins_of(data_file), marks.known):
            place = data_file.place(twin.at)
            at = f"{place.file}:{place.line}"  # whole, as it is typed again
            facts = {"key": twin.key, "base": twin.base, "at": at}
            yield Problem("translation-stale", place, Severity.WARNING, facts=facts)

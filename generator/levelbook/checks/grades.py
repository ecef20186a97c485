"""Does a higher grade ask for at least as much?"""

from collections.abc import Iterator
from itertools import pairwise

from levelbook.checks.context import CheckContext, listed, live_levels, warning
from levelbook.checks.required_level import required_key, required_level
from levelbook.loading.folder import SequenceFiles
from levelbook.problems import Problem


def required_falls(ctx: CheckContext) -> Iterator[Problem]:
    """Grades that ask for a lower level than the grade below."""
    for files in ctx.sequences():
        if files.head and files.head.value and not files.head.value.unranked:
            yield from _sequence(ctx, files)


def _sequence(ctx: CheckContext, files: SequenceFiles) -> Iterator[Problem]:
    assert files.head and files.head.value
    ranks = {level.id: rank for rank, level in enumerate(live_levels(files))}
    addresses = sorted({str(address) for address, part in listed(files) if not part.retired})
    live = [(number, grade) for number, grade in enumerate(files.head.value.grades) if not grade.retired]
    for (_, lower), (number, higher) in pairwise(live):
        if ranks.get(str(higher.level), 99) < ranks.get(str(lower.level), -1):
            place = files.head.at("grades", number, "level")
            yield warning("required-falls", place, grade=higher.name, lower=lower.name)
            continue
        for address in addresses:
            levels = [required_level(ctx, files, grade, address) for grade in (higher, lower)]
            if ranks.get(str(levels[0]), len(ranks)) < ranks.get(str(levels[1]), -1):
                key = required_key(ctx, files, higher, address)
                path = ("grades", number, "required", key) if key else ("grades", number, "level")
                facts = {"grade": higher.name, "lower": lower.name, "address": address}
                yield warning("required-falls", files.head.at(*path), "competency", **facts)

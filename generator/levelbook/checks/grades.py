"""Does a higher grade ask for at least as much?"""

from collections.abc import Iterator
from itertools import pairwise

from levelbook.checks.asked_level import asked, key_for
from levelbook.checks.context import CheckContext, listed, live_levels, warning
from levelbook.loading.folder import SequenceFiles
from levelbook.problems import Problem


def required_falls(view: CheckContext) -> Iterator[Problem]:
    """Grades that ask for a lower level than the grade below."""
    for branch in view.branches():
        if branch.head and branch.head.value and not branch.head.value.unranked:
            yield from _sequence(view, branch)


def _sequence(view: CheckContext, branch: SequenceFiles) -> Iterator[Problem]:
    assert branch.head and branch.head.value
    ranks = {level.id: rank for rank, level in enumerate(live_levels(branch))}
    addresses = sorted({str(address) for address, part in listed(branch) if not part.retired})
    live = [(number, one) for number, one in enumerate(branch.head.value.grades) if not one.retired]
    for (_, lower), (number, higher) in pairwise(live):
        if ranks.get(str(higher.level), 99) < ranks.get(str(lower.level), -1):
            place = branch.head.at("grades", number, "level")
            yield warning("required-falls", place, grade=higher.name, lower=lower.name)
            continue
        for address in addresses:
            levels = [asked(view, branch, one, address) for one in (higher, lower)]
            if ranks.get(str(levels[0]), len(ranks)) < ranks.get(str(levels[1]), -1):
                key = key_for(view, branch, higher, address)
                path = ("grades", number, "required", key) if key else ("grades", number, "level")
                facts = {"grade": higher.name, "lower": lower.name, "address": address}
                yield warning("required-falls", branch.head.at(*path), "competency", **facts)

"""Are there codes that people take for one another?"""

from collections.abc import Iterator

from levelbook.checks.names import Thing
from levelbook.checks.view import View, error
from levelbook.problems import Problem


def numbers(view: View) -> Iterator[Problem]:
    """KEY-LIS-02 and KEY-LIS-002 are one number to everybody who reads them."""
    ledger = view.folder.ledger
    published = ledger.value.published if ledger and ledger.value else {}
    first: dict[tuple[str, int], Thing] = {}
    for code, things in view.names.codes.items():
        head, _, number = code.rpartition("-")
        if things[0].kind not in ("indicator", "action") or not number.isdecimal():
            continue
        other = first.setdefault((head, int(number)), things[0])
        if other is not things[0]:
            later, earlier = _newer(other, things[0], published)
            if later.name not in published:
                yield error(
                    "code-clash", later.place, "number", value=later.name, other=earlier.name, first=earlier.place
                )


def _newer(one: Thing, other: Thing, published: dict[str, str]) -> tuple[Thing, Thing]:
    """Which of two is to give way: the one that nobody knows yet."""
    return (one, other) if other.name in published and one.name not in published else (other, one)

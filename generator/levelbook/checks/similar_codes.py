"""Are there codes that people take for one another?"""

from collections.abc import Iterator

from levelbook.checks.context import CheckContext, error
from levelbook.checks.names import Thing
from levelbook.problems import Problem


def numbers(ctx: CheckContext) -> Iterator[Problem]:
    """KEY-LIS-02 and KEY-LIS-002 are one number to everybody who reads them."""
    for later, earlier in doubles(ctx):
        yield error("code-clash", later.place, "number", value=later.name, other=earlier.name, first=earlier.place)


def doubles(ctx: CheckContext) -> Iterator[tuple[Thing, Thing]]:
    """Things whose number is that of another, each with the other; what the ledger knows never gives way."""
    known = ctx.ledger.known
    first: dict[tuple[str, int], Thing] = {}
    for code, things in ctx.names.codes.items():
        head, _, number = code.rpartition("-")
        if things[0].kind not in ("indicator", "action") or not number.isdecimal():
            continue
        other = first.setdefault((head, int(number)), things[0])
        later, earlier = (other, things[0]) if other.name not in known and code in known else (things[0], other)
        if later is not earlier and later.name not in known:
            yield later, earlier

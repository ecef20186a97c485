"""Edits handbooks at random, releases now and then, and follows every address that any release ever had.

    python benchmarks/addresses.py --edits 10000 --seed 1

Each life of a handbook begins with that of tests/former/rubric_data, is edited by the commands and by hand, well and
badly, is released by the core of `levelbook release`, and after every few edits is built and followed from the first
address on. Lives are short, as an old handbook is slow to build and no richer in what can happen to it.
"""

import argparse
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "generator")]

from tests.former.quick import be_quick  # noqa: E402
from tests.former.story import Tally, run  # noqa: E402

LIFE = 250
"""Edits of a life."""
EVERY = 25
"""Edits between two builds."""


def life(seed: int, edits: int) -> Tally:
    """What became of the addresses of one life."""
    with pytest.MonkeyPatch.context() as patch:
        be_quick(patch)
        *_, story = run(seed, edits, EVERY)
    return story.tally


def main() -> int:
    """Live so many lives, and print what was followed and lost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--edits", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    began, total = time.monotonic(), Tally()
    lengths = [min(LIFE, options.edits - at) for at in range(0, options.edits, LIFE)]
    seeds = [options.seed * 1_000_000 + number for number in range(len(lengths))]
    with ProcessPoolExecutor(options.jobs) as pool:
        for number, tally in enumerate(pool.map(life, seeds, lengths), 1):
            _add(total, tally)
            seconds = time.monotonic() - began
            print(f"{number}/{len(lengths)}: {_figures(total)}, {seconds:.0f} s", flush=True)
    _print(total)
    return 1 if total.lost or total.dead else 0


def _add(total: Tally, tally: Tally) -> None:
    for name in ("done", "refused", "passed"):
        kinds: Counter[str] = getattr(total, name)
        kinds.update(getattr(tally, name))
    total.not_now += tally.not_now
    total.releases += tally.releases
    total.followed += tally.followed
    total.lost += tally.lost
    total.dead += tally.dead


def _figures(tally: Tally) -> str:
    return f"{tally.edits} edits, {tally.releases} releases, {tally.followed} followed, {len(tally.lost)} lost"


def _print(total: Tally) -> None:
    for name, kinds in (("made", total.done), ("refused by check", total.refused), ("let pass", total.passed)):
        print(f"{name}: {kinds.total()}")
        for kind, times in kinds.most_common():
            print(f"  {kind} {times}")
    print(f"nothing to change, or refused by a command: {total.not_now}")
    for lost in (*total.lost[:20], *total.dead[:20]):
        print(f"LOST {lost}")
    print(_figures(total))


if __name__ == "__main__":
    sys.exit(main())

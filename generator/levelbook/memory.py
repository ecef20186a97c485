"""How Python's garbage collector looks through what builds make: rarely, as nearly all of it stays until the end."""

import gc


def collect_seldom() -> None:
    """From now on few objects are looked through again, which would take a build a tenth of its time."""
    gc.set_threshold(200_000, 50, 1_000)


def keep_for_good() -> None:
    """What is there now is looked through no more: that would take longer than an edit does."""
    gc.collect()
    gc.freeze()


def let_go() -> None:
    """What was kept for good may go."""
    gc.unfreeze()

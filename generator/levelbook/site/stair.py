"""The little stair beside a level's name."""

from functools import lru_cache

from markupsafe import Markup


@lru_cache(maxsize=256)
def stair(rank: int, of: int) -> Markup:
    """The stair of a level: filled up to it, outlined above; nothing where levels are not ranked."""
    if not of:
        return Markup("")
    width = 6 * of - 1
    steps = "".join(_step(at, rank, of) for at in range(of))
    return Markup(
        f'<svg class="lb-steps" viewBox="0 0 {width} 14" width="{width}" height="14" aria-hidden="true">{steps}</svg>'
    )


def _step(at: int, rank: int, of: int) -> str:
    height = 4 + 9.5 * at / (of - 1) if of > 1 else 13.5
    filled = ' class="on"' if at < rank else ""
    return f'<rect x="{0.5 + 6 * at:g}" y="{13.5 - height:.2f}" width="4" height="{height:.2f}"{filled}/>'

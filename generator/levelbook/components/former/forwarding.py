"""A page that only leads on to another one."""

from dataclasses import dataclass

from levelbook.site.links import LinkTarget


@dataclass(frozen=True)
class ForwardView:
    """A page that leads on."""

    target: LinkTarget
    reason: str
    """Why one is led on."""

"""What may have been typed by mistake, as a value: a stretch of the text, and what it should be."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from levelbook.problems import Cure, Place, Problem

_MOST_SHOWN = 80
"""In characters, of what somebody wrote."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A way to read a line that is wrong as it stands; `search` finds out whether it holds."""

    variant: str
    """Which sentence tells it."""
    at: int
    """Where it is told, in characters from the start of the text."""
    cure: Cure
    facts: Mapping[str, object] = field(default_factory=dict)
    code: str = "yaml-syntax"

    def problem(self, place: Place, cure: Cure | None) -> Problem:
        """The slip as it is told, with places of the file that was read."""
        return Problem(self.code, place, variant=self.variant, facts=self.facts, cure=cure)


def slip(variant: str, at: int, stretch: tuple[int, int], text: str, safe: bool = False, **facts: object) -> Slip:
    """A slip with its cure."""
    return Slip(variant, at, Cure(*stretch, text, safe), {name: _brief(fact) for name, fact in facts.items()})


def _brief(fact: object) -> object:
    """A fact short enough to be read in a sentence."""
    return fact[:_MOST_SHOWN] + "…" if isinstance(fact, str) and len(fact) > _MOST_SHOWN else fact

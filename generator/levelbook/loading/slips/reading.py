"""What came of reading a text, as far as the search for slips needs it."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from levelbook.loading.nodes import Trouble
from levelbook.problems import Problem, Severity


@dataclass(frozen=True, slots=True)
class ReadText:
    """A text that was read, with all that is wrong in it."""

    problems: Sequence[Problem]
    trouble: Trouble | None = None
    """None where it is YAML to its end."""

    def counted(self) -> Counter[tuple[str, str, str]]:
        """What is wrong, wherever it stands."""
        return Counter((one.code, one.variant, str(one.facts)) for one in self.problems)

    def weight(self) -> tuple[int, int]:
        """How many errors and warnings there are."""
        errors = sum(one.severity is Severity.ERROR for one in self.problems)
        return errors, len(self.problems) - errors


Read = Callable[[str], ReadText]
"""Reads a text as what its file should hold."""

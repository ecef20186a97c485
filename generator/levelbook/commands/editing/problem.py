"""Why an edit is not made: of what was typed, or of what stands in the files."""

from levelbook.loading.suggest import brief
from levelbook.problems import Place, Problem, Severity


class EditProblem(Problem):
    """Something that keeps everything from being written; its code is in no guide, so the line does not show it."""

    __slots__ = ()
    LINE = "edit.line"

    @property
    def sentence(self) -> str:
        """The key of its sentence, which stands with the other words of the commands."""
        return f"edit.{self.code}"


class Refused(Exception):
    """An edit that cannot be made, with the reasons."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = problems


def refused(code: str, place: Place | str, /, **facts: object) -> Refused:
    """The exception with one reason; its place is one in a file, or the option that was typed."""
    spot = place if isinstance(place, Place) else Place(place)
    return Refused(EditProblem(code, spot, Severity.ERROR, facts={name: brief(fact) for name, fact in facts.items()}))

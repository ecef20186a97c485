"""What is wrong with a table of courses."""

from levelbook.commands.csv_cells import TableCell
from levelbook.loading.suggest import brief
from levelbook.problems import Problem, Severity


class CourseTableProblem(Problem):
    """Something that keeps all of a table from being written; its code is in no guide, so the line does not show it."""

    __slots__ = ()
    LINE = "table.line"

    @property
    def sentence(self) -> str:
        """The key of its sentence, which stands with the other words of the command."""
        return f"courses.{self.code}"


def error(code: str, place: TableCell, /, **facts: object) -> CourseTableProblem:
    """A problem with what was typed cut short."""
    return CourseTableProblem(code, place, Severity.ERROR, facts={name: brief(fact) for name, fact in facts.items()})

"""Problems of a calibration: of the table of ratings and of the options."""

from levelbook.loading.suggest import brief
from levelbook.problems import Place, Problem, Severity


class CalibrationProblem(Problem):
    """Something wrong with what the command was given; its code is in no guide, so the line does not show it."""

    __slots__ = ()
    LINE = "table.line"

    @property
    def sentence(self) -> str:
        """The key of its sentence, which stands with the other words of the command."""
        return f"calibrate.{self.code}"


def error(code: str, place: Place, /, **facts: object) -> CalibrationProblem:
    """A problem that keeps everything from being written."""
    return _problem(code, place, Severity.ERROR, facts)


def warning(code: str, place: Place, /, **facts: object) -> CalibrationProblem:
    """A problem that hinders nothing."""
    return _problem(code, place, Severity.WARNING, facts)


def information(code: str, place: Place, /, **facts: object) -> CalibrationProblem:
    """Something worth knowing that is nobody's mistake."""
    return _problem(code, place, Severity.INFORMATION, facts)


def _problem(code: str, place: Place, severity: Severity, facts: dict[str, object]) -> CalibrationProblem:
    """What was typed is cut short; what there is to choose from is not, as it is to be copied."""
    return CalibrationProblem(code, place, severity, facts={name: brief(fact) for name, fact in facts.items()})

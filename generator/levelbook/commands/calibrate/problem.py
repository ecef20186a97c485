"""Problems of a calibration: of the table of ratings, told as spreadsheets name their cells, and of the options."""

from dataclasses import dataclass

from levelbook.catalogue import Catalogue
from levelbook.loading.suggest import brief
from levelbook.problems import Place, Problem, Severity
from levelbook.text import signs


@dataclass(frozen=True, order=True, slots=True)
class TableCell(Place):
    """A cell of a table; 0 for its column means the row, 0 for both the table."""

    def localized(self, words: Catalogue) -> str:
        """The cell as spreadsheets name it: row 3, column B."""
        parts = (("row", self.line), ("column", column_letters(self.column)))
        spot = "".join(words(f"calibrate.{part}", n=n) for part, n in parts if n)
        file = signs.visible(self.file)
        return words("calibrate.place", file=file, spot=spot) if spot else file


class CalibrationProblem(Problem):
    """Something wrong with what the command was given; its code is in no guide, so the line does not show it."""

    __slots__ = ()
    LINE = "calibrate.line"

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


def column_letters(number: int) -> str:
    """A column as spreadsheets name it: A, Z, AA; nothing for 0."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters

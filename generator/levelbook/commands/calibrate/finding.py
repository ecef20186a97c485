"""What is to be said about a table of ratings: where, what, and what to write instead."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from levelbook.assessment.scoring.saved_file import printable
from levelbook.catalogue import Catalogue
from levelbook.loading.suggest import brief
from levelbook.problems import Severity


@dataclass(frozen=True)
class Finding:
    """Something wrong or worth knowing; its sentence is made last, in the reader's language."""

    key: str
    """Which sentence of the catalogue, under `calibrate.`."""
    facts: Mapping[str, object] = field(default_factory=dict)
    """What the sentence mentions; a tuple is told as a list."""
    row: int = 0
    """The row as a spreadsheet counts it; 0 where it is about no row."""
    column: int = 0
    """The column, from 1; 0 where it is about none."""
    severity: Severity = Severity.ERROR
    """An error keeps everything from being written."""
    about: str = "table"
    """What it is about: the table, the data folder, or the option named."""

    def line(self, words: Catalogue, table: str, folder: str) -> str:
        """The finding in a line, with its place."""
        comma = words("problem.comma")
        facts = {name: fact if name == "place" else _told(fact, comma) for name, fact in self.facts.items()}
        spot = "".join(
            words(f"calibrate.{part}", n=n) for part, n in (("row", self.row), ("column", letters(self.column))) if n
        )
        where = {"table": table, "folder": folder}.get(self.about, self.about)
        place = words("calibrate.place", file=where, spot=spot) if spot else where
        severity = words(f"severity.{self.severity.word}")
        message = words(f"calibrate.{self.key}", **facts)
        return words("calibrate.line", place=place, severity=severity, message=message)


def warning(key: str, about: str = "table", **facts: object) -> Finding:
    """A finding that hinders nothing."""
    return Finding(key, facts, severity=Severity.WARNING, about=about)


def letters(number: int) -> str:
    """A column as spreadsheets name it: A, Z, AA; nothing for 0."""
    name = ""
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name


def _told(fact: object, comma: str) -> object:
    """What was typed, cut short; what the data have to choose from, whole, as it is to be copied."""
    return comma.join(printable(str(one)) for one in fact) if isinstance(fact, tuple) else brief(fact)

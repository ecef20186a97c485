"""Figures, days and ids: the last that is right and the first that is not."""

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from levelbook.model import limits
from levelbook.model.values import (
    Amount,
    AmountOrGap,
    Count,
    Date,
    DayOrMonth,
    Figure,
    Id,
    IdOrGap,
    IndicatorCode,
    Positive,
    PositiveOrGap,
    Version,
)

EDGES = [
    (Count, ["0", str(limits.COUNT)], ["-1", "1.0", str(limits.COUNT + 1), "9" * 40]),
    (Figure, ["-1", "0", ".5", "1.", "9" * limits.WHOLE, f"0.{'1' * limits.DECIMALS}"], [".", "1e3", "NaN", ""]),
    (Figure, [f"00{'9' * limits.WHOLE}"], ["9" * (limits.WHOLE + 1), f"0.{'1' * (limits.DECIMALS + 1)}"]),
    (Amount, ["0", "0.000001"], ["-0.000001", "lost"]),
    (Positive, ["0.000001"], ["0", "-0.000001", "lost"]),
    (AmountOrGap, ["0", "lost", "blank"], ["-0.000001", "gone"]),
    (PositiveOrGap, ["0.000001", "lost"], ["0", "gone"]),
    (Date, [f"{limits.FIRST_YEAR}-01-01", f"{limits.LAST_YEAR}-12-31", "2024-02-29"], ["2023-02-29", "2024-02"]),
    (Date, ["2024-04-30"], [f"{limits.FIRST_YEAR - 1}-12-31", f"{limits.LAST_YEAR + 1}-01-01", "2024-04-31"]),
    (DayOrMonth, ["2024-02", "2024-02-29"], ["0000-01", "2024-13", "2024-00"]),
    (Id, ["a", "a" * limits.ID, "con-1"], ["", "1a", "A", "a" * (limits.ID + 1), "con", "lpt9"]),
    (IdOrGap, ["lost", "low"], ["LOST"]),
    (
        IndicatorCode,
        ["KEY-LIS-01", f"KEY-LIS-{'1' * limits.NUMBER}"],
        ["KEY-LIS-1", f"KEY-LIS-{'1' * (limits.NUMBER + 1)}"],
    ),
    (Version, ["0.0.0", f"{'9' * limits.NUMBER}.0.1"], ["1.0", f"{'9' * (limits.NUMBER + 1)}.0.0"]),
]


@pytest.mark.parametrize(("kind", "right", "wrong"), EDGES)
def test_edges(kind: Any, right: list[str], wrong: list[str]) -> None:
    values = TypeAdapter(kind)
    for value in right:
        values.validate_python(value)
    for value in wrong:
        with pytest.raises(ValidationError):
            values.validate_python(value)


@pytest.mark.parametrize(
    ("kind", "edge"),
    [
        (Count, {"minimum": 0, "maximum": limits.COUNT}),
        (Amount, {"minimum": 0}),
        (AmountOrGap, {"minimum": 0}),
        (Positive, {"exclusiveMinimum": 0}),
        (PositiveOrGap, {"exclusiveMinimum": 0}),
        (Id, {"maxLength": limits.ID}),
    ],
)
def test_editors_are_told_the_same_edges(kind: Any, edge: dict[str, int]) -> None:
    schema = TypeAdapter(kind).json_schema()
    figure = schema.get("anyOf", [schema])[0]
    assert {name: value for name, value in figure.items() if name not in ("type", "pattern")} == edge

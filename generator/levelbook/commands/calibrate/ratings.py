"""From a table to ratings: every cell must be there and mean a level, or everything wrong is told."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from levelbook.commands.calibrate.finding import Finding
from levelbook.commands.calibrate.scope import AskedCompetency, Scope, normal
from levelbook.commands.calibrate.table import RatingsTable
from levelbook.loading.suggest import suggest

_ABOVE: Final = 10
"""In so many rows the head is looked for, to tell where it is if it is not the first."""


@dataclass(frozen=True)
class Ratings:
    """What raters said, complete."""

    raters: int
    """How many there are; who they are is not kept."""
    counts: dict[str, dict[str, int]]
    """By competency, how many chose which level, low to high."""


def ratings(scope: Scope, table: RatingsTable) -> Ratings | list[Finding]:
    """The ratings of a table, or everything that is wrong with it."""
    askew = _askew(scope, table)
    if askew:
        return [askew]
    columns, wrong = _columns(scope, table)
    rows = table.rows[1:]
    wrong += [*_raters(rows), *_cells(scope, columns, rows)]
    if not rows:
        wrong.append(Finding("no_raters"))
    if wrong:
        return sorted(wrong, key=lambda one: (one.row, one.column))
    counts = {}
    for at, one in sorted(columns.items(), key=lambda pair: scope.asked.index(pair[1])):
        said = [scope.level_of(cells[at]) for _, cells in rows]
        counts[one.address] = {level: said.count(level) for level in scope.values if level in said}
    return Ratings(len(rows), counts)


def _askew(scope: Scope, table: RatingsTable) -> Finding | None:
    """What is wrong with the table as a whole, where a complaint about every cell would hide it."""
    row = table.rows[0][0]
    if max(len(cells) for _, cells in table.rows) == 1:
        return Finding("one_column", {}, row)
    heads = (number for number, cells in table.rows[:_ABOVE] if any(_fits(scope, text) for text in cells[1:]))
    head = next(heads, None)
    if head is not None:
        return Finding("head_below", {"n": head}, row) if head != row else None
    names = sum(bool(_fits(scope, cells[0])) for _, cells in table.rows)
    return Finding("turned", {}, row, 1) if names > 1 else None


def _columns(scope: Scope, table: RatingsTable) -> tuple[dict[int, AskedCompetency], list[Finding]]:
    """Which column is which competency, and what is wrong with the head."""
    row, head = table.rows[0]
    found: dict[int, AskedCompetency] = {}
    wrong: list[Finding] = []
    for at, text in enumerate(head):
        fits = _fits(scope, text)
        if at == 0:
            wrong += [Finding("first_column", {"name": text}, row, 1)] if fits else []
        elif not text:
            if any(len(cells) > at and cells[at] for _, cells in table.rows):
                wrong.append(Finding("no_head", {}, row, at + 1))
        elif not fits:
            near = suggest(text, (one.title for one in scope.asked))
            wrong.append(
                Finding("guessed_column" if near else "unknown_column", {"name": text, "guess": (near,)}, row, at + 1)
            )
        elif len(fits) > 1:
            titles = tuple(one.title for one in fits)
            wrong.append(Finding("unclear_column", {"name": text, "list": titles}, row, at + 1))
        elif fits[0] in found.values():
            wrong.append(Finding("column_twice", {"name": fits[0].name}, row, at + 1))
        else:
            found[at] = fits[0]
    missing = tuple(one.title for one in scope.asked if one not in found.values())
    if missing:
        wrong.append(Finding("missing_columns", {"list": missing, "n": len(missing)}, row))
    wrong += [
        Finding("no_head", {}, number, len(head) + 1) for number, cells in table.rows[1:] if any(cells[len(head) :])
    ]
    return found, wrong


def _fits(scope: Scope, text: str) -> list[AskedCompetency]:
    """The competencies that the head of a column may mean; an earlier name counts where nothing is called so now."""
    plain = normal(text)
    called = [one for one in scope.asked if plain and plain in one.called]
    return called or [one for one in scope.asked if plain and plain in one.formerly]


def _raters(rows: tuple[tuple[int, tuple[str, ...]], ...]) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for number, cells in rows:
        name = normal(cells[0])
        if not name:
            yield Finding("no_name", {}, number, 1)
        elif name in first:
            yield Finding("rater_twice", {"rater": cells[0], "first": first[name]}, number, 1)
        else:
            first[name] = number


def _cells(
    scope: Scope, columns: dict[int, AskedCompetency], rows: tuple[tuple[int, tuple[str, ...]], ...]
) -> Iterator[Finding]:
    for number, cells in rows:
        texts = {at: cells[at] if at < len(cells) else "" for at in columns}
        if len(texts) > 1 and not any(texts.values()):
            yield Finding("no_ratings", {"rater": cells[0] or "—"}, number)
            continue
        for at, one in columns.items():
            text = texts[at]
            if not scope.level_of(text):
                facts = {"rater": cells[0] or "—", "name": one.name, "value": text, "list": scope.level_names}
                yield Finding("unknown_cell" if text else "missing_cell", facts, number, at + 1)

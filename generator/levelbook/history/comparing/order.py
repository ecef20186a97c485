"""The order of the handbook, in which changes of one class are told."""

from collections.abc import Iterator
from typing import Any, Final

from levelbook.model.history import Fact, FactTable

_KINDS: Final = {
    kind: rank
    for rank, kinds in enumerate(
        (
            ("handbook",),
            ("family",),
            ("concept",),
            ("scale",),
            ("sequence",),
            ("level",),
            ("grade",),
            ("group",),
            ("competency", "cell", "indicator"),
            ("position",),
            ("weight",),
            ("type",),
            ("action",),
            ("form",),
        )
    )
    for kind in kinds
}
_LAST: Final = 1_000_000
Place = tuple[int, int, int, str, int, int, int, str]
"""By sequence, kind, competency, level and number."""


class HandbookOrder:
    """Where things stand in a handbook; what is not in the table any more stands where it stood."""

    def __init__(self, before: FactTable, after: FactTable) -> None:
        """Numbers sequences and competencies."""
        self._table = {**before, **after}
        self._sequences = {code: rank for rank, code in enumerate(self._in_families())}
        self._competencies = {code: rank for rank, code in enumerate(self._in_groups())}

    def place(self, address: str) -> Place:
        """By what a thing is sorted."""
        fact = self._table.get(address, {})
        competency = address if fact.get("kind") == "competency" else str(fact.get("in", ""))
        level = self._level(fact)
        return (
            self._sequences.get(str(fact.get("seq", "")), _LAST) if "seq" in fact else -1,
            _KINDS.get(str(fact.get("kind")), _LAST),
            self._competencies.get(competency, _LAST),
            competency,
            level,
            int(fact.get("kind") == "indicator"),
            _number(fact.get("n")),
            address,
        )

    def _level(self, fact: Fact) -> int:
        if fact.get("kind") not in ("cell", "indicator"):
            return 0
        return _number(self._table.get(f"{fact.get('seq')}.{fact.get('level')}", {}).get("n"))

    def _of_kind(self, kind: str) -> list[tuple[str, Fact]]:
        things = [(address, fact) for address, fact in self._table.items() if fact["kind"] == kind]
        return sorted(things, key=lambda thing: _number(thing[1].get("n")))

    def _in_families(self) -> Iterator[str]:
        listed = dict.fromkeys(code for _, family in self._of_kind("family") for code in family.get("sequences", ()))
        yield from listed
        yield from sorted(code for code, _ in self._of_kind("sequence") if code not in listed)

    def _in_groups(self) -> Iterator[str]:
        groups = self._of_kind("group")
        inner: dict[str, list[str]] = {}
        for code, group in groups:
            inner.setdefault(str(group.get("in", "")), []).append(code)
        waiting = list(inner.get("", ()))
        while waiting:
            code = waiting.pop(0)
            yield from self._table[code].get("competencies", ())
            waiting = inner.pop(code, []) + waiting


def _number(value: Any) -> int:
    return value if isinstance(value, int) else _LAST

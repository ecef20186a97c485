"""Syllabus and calibrations, which are no facts, under the names that competencies, grades and levels had at a release.

Both stay as they are now, and name things by ids of now. Where a release to come renames a thing, what holds has it
under its older name still; what such a release only adds is left out, for nothing of then would answer to it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from levelbook.history.fact_addresses import FactAddresses
from levelbook.model.growth import Adjusted, Calibration, Calibrations, Chapter, Section, Syllabus
from levelbook.model.handbook import Handbook, Sequence
from levelbook.model.history import FactTable

T = TypeVar("T", Chapter, Section)


class NamesAsOf:
    """Finds the names that things of the newest handbook had in a table of facts."""

    def __init__(self, newest: Handbook, table: FactTable, places: Mapping[str, tuple[str, str]]) -> None:
        """`places`: in which sequence a code of the table stands, and by which id."""
        self._table, self._places = table, places
        self._codes = FactAddresses(newest)
        self._former = newest.history.former_codes()

    def renamed(self, then: Sequence, newest: Sequence | None) -> Sequence:
        """A sequence of then, whose syllabus and calibrations are those of now."""
        if newest is None:
            return then
        syllabus, calibrations = newest.syllabus, newest.calibrations
        return replace(
            then,
            syllabus=self._syllabus(then, newest, syllabus) if syllabus else None,
            calibrations=self._calibrations(then, newest, calibrations) if calibrations else None,
        )

    def _code(self, code: str) -> str:
        """The code of then; nothing where there was none."""
        return next((one for one in (code, *self._former.get(code, ())) if one in self._table), "")

    def _step(self, newest: Sequence, key: str) -> str:
        return self._code(f"{newest.code}.{key}").partition(".")[2]

    def _address(self, then: Sequence, newest: Sequence, address: str) -> str:
        owner, key = self._places.get(self._code(self._codes.code(newest.id, address)), ("", ""))
        return key if owner in ("", then.id) else f"{owner}/{key}"

    def _addresses(self, then: Sequence, newest: Sequence, addresses: Iterable[str]) -> tuple[str, ...]:
        return tuple(known for one in addresses if (known := self._address(then, newest, one)))

    def _syllabus(self, then: Sequence, newest: Sequence, syllabus: Syllabus) -> Syllabus:
        def aimed(part: T) -> T:
            return part.model_copy(update={"targets": self._addresses(then, newest, part.targets)})

        editions = tuple(
            edition.model_copy(
                update={
                    "chapters": tuple(
                        aimed(chapter).model_copy(update={"sections": tuple(map(aimed, chapter.sections))})
                        for chapter in edition.chapters
                    )
                }
            )
            for edition in syllabus.editions
        )
        return syllabus.model_copy(update={"editions": editions})

    def _calibrations(self, then: Sequence, newest: Sequence, calibrations: Calibrations) -> Calibrations:
        known = list[Calibration]()
        for one in calibrations.calibrations:
            grade, found = self._step(newest, one.grade), dict(self._found(then, newest, one))
            if grade:
                known.append(one.model_copy(update={"grade": grade, "competencies": found}))
        return calibrations.model_copy(update={"calibrations": tuple(known)})

    def _found(self, then: Sequence, newest: Sequence, calibration: Calibration) -> Iterator[tuple[str, Adjusted]]:
        """What was found of each competency, as far as it and all levels were there."""
        for address, adjusted in calibration.competencies.items():
            key, ratings = self._address(then, newest, address), adjusted.ratings
            before, after = self._step(newest, adjusted.before), self._step(newest, adjusted.after)
            steps = {level: self._step(newest, level) for level in ratings} if isinstance(ratings, dict) else {}
            if key and before and after and all(steps.values()):
                counts = {steps[level]: n for level, n in ratings.items()} if isinstance(ratings, dict) else ratings
                yield key, adjusted.model_copy(update={"before": before, "after": after, "ratings": counts})

"""Can one calculate with scales, exams, calibrations and releases?"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from levelbook.checks.asked_level import asked
from levelbook.checks.context import CheckContext, error, live_levels, warning
from levelbook.checks.names import Thing
from levelbook.loading.data_file import DataFile
from levelbook.loading.folder import SequenceFiles
from levelbook.loading.nodes import Listing, Mapping
from levelbook.loading.schema_walk import SchemaPart
from levelbook.model.base import Topic
from levelbook.model.calibration_mean import calibration_mean, level_values
from levelbook.model.competency import Competency
from levelbook.model.decimals import shown
from levelbook.model.growth import Calibration, Calibrations
from levelbook.model.scale import Scale, ScalesFile
from levelbook.problems import Problem


def scales(view: CheckContext) -> Iterator[Problem]:
    """Ratings rise, bands fall to 0, and both speak of the same points."""
    sheet = view.folder.scales
    for number, scale in enumerate(sheet.value.scales if sheet and sheet.value else ()):
        assert sheet
        yield from _ratings(sheet, number, scale)
        yield from _bands(sheet, number, scale)


def _ratings(sheet: DataFile[ScalesFile], number: int, scale: Scale) -> Iterator[Problem]:
    points = [rating.points for rating in scale.ratings]
    if not points or any(low >= high for low, high in pairwise(points)):
        yield error("scale-wrong", sheet.key("scales", number, "ratings"), "ratings")
    if scale.standard not in points:
        yield error("scale-wrong", sheet.at("scales", number, "standard"), "standard", value=f"{scale.standard:f}")


def _bands(sheet: DataFile[ScalesFile], number: int, scale: Scale) -> Iterator[Problem]:
    if scale.exam is None:
        return
    marks = [band.lowest for band in scale.exam.bands]
    falls = all(high > low for high, low in pairwise(marks))
    if not marks or not falls or marks[-1] != 0 or marks[0] > scale.exam.out_of:
        yield error("scale-wrong", sheet.key("scales", number, "exam", "bands"), "bands")
    points = {rating.points for rating in scale.ratings}
    for at, band in enumerate(scale.exam.bands):
        if band.points not in points:
            place = sheet.at("scales", number, "exam", "bands", at, "points")
            yield error("scale-wrong", place, "band-points", value=f"{band.points:f}")


def exams(view: CheckContext) -> Iterator[Problem]:
    """Subjects of an exam have weights all of them, at every level, or none."""
    for branch in view.branches():
        levels = [level.id for level in live_levels(branch)]
        for sheet in branch.competencies.values():
            for part in sheet.parts():
                if part.shape in (Competency, Topic) and not part.retired:
                    yield from _subjects(sheet, part, levels)


def _subjects(sheet: DataFile[Any], part: SchemaPart, levels: list[str]) -> Iterator[Problem]:
    covers = part.node.at("covers")
    subjects = covers if isinstance(covers, Listing) else Listing()
    weighed = [one for one in subjects if isinstance(one, Mapping) and "weight" in one]
    for one in subjects if weighed else ():
        if not (isinstance(one, Mapping) and "weight" in one):
            yield error("exam-weights", sheet.place(one.spot), "some")
    for one in weighed:
        weight = one.at("weight")
        missing = tuple(level for level in levels if isinstance(weight, Mapping) and level not in weight)
        if missing:
            yield error("exam-weights", sheet.place(weight.spot), "levels", list=missing)


def calibrations(view: CheckContext) -> Iterator[Problem]:
    """What a calibration found is the mean of its ratings, and is what the grade asks."""
    for branch in view.branches():
        sheet = branch.calibration
        if sheet and sheet.value:
            last = {one.grade: number for number, one in enumerate(sheet.value.calibrations) if not one.example}
            for number, one in enumerate(sheet.value.calibrations):
                yield from _means(branch, sheet, number, one)
                if last.get(one.grade) == number:
                    yield from _differs(view, branch, sheet, number, one)


def _means(branch: SequenceFiles, sheet: DataFile[Calibrations], number: int, one: Calibration) -> Iterator[Problem]:
    values = level_values(live_levels(branch))
    for address, found in one.competencies.items():
        path = ("calibrations", number, "competencies", address)
        if not isinstance(found.ratings, dict) or not {found.after, *found.ratings} <= values.keys():
            continue
        try:
            right = calibration_mean(values, found.ratings)
        except ValueError:
            yield error("calibration-wrong", sheet.at(*path, "ratings"), "nobody")
            continue
        if right.level != found.after:
            facts = {"mean": shown(right.mean), "right": right.level, "value": found.after}
            yield error("calibration-wrong", sheet.at(*path, "after"), "mean", **facts)


def _differs(
    view: CheckContext, branch: SequenceFiles, sheet: DataFile[Calibrations], number: int, one: Calibration
) -> Iterator[Problem]:
    assert branch.head and branch.head.value
    grades = (grade for grade in branch.head.value.grades if not grade.retired)
    grade = next((grade for grade in grades if grade.id == one.grade), None)
    live = {level.id for level in live_levels(branch)}
    for address, found in one.competencies.items():
        now = asked(view, branch, grade, address) if grade else None
        if now and now != found.after and found.after in live and not _ended(view, branch, address):
            place = sheet.at("calibrations", number, "competencies", address, "after")
            facts = {"address": address, "after": found.after, "asked": now, "grade": one.grade}
            yield warning("calibration-differs", place, **facts)


def _ended(view: CheckContext, branch: SequenceFiles, address: str) -> bool:
    """Whether a competency has ended since: no grade asks it any more."""
    found = view.names.find(address, branch.id)
    return isinstance(found, Thing) and found.retired


def releases(view: CheckContext) -> Iterator[Problem]:
    """Newest first, by number and by date."""
    sheet = view.folder.releases
    every = sheet.value.releases if sheet and sheet.value else ()
    for number, (newer, older) in enumerate(pairwise(every), 1):
        assert sheet
        if _figures(newer.version) <= _figures(older.version):
            place = sheet.at("releases", number, "version")
            yield error("release-order", place, "version", older=older.version, newer=newer.version)
        if newer.date < older.date:
            place = sheet.at("releases", number, "date")
            yield error("release-order", place, "date", older=older.version, newer=newer.version)


def _figures(version: str) -> tuple[int, ...]:
    return tuple(int(figure) for figure in version.split("."))

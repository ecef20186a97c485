"""Can one calculate with scales, exams and calibrations?"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from levelbook.checks.context import CheckContext, error, live_levels, warning
from levelbook.checks.names import Thing
from levelbook.checks.required_level import required_level
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


def scales(ctx: CheckContext) -> Iterator[Problem]:
    """Ratings rise, bands fall to 0, and both speak of the same points."""
    data_file = ctx.folder.scales
    for number, scale in enumerate(data_file.value.scales if data_file and data_file.value else ()):
        assert data_file
        yield from _ratings(data_file, number, scale)
        yield from _bands(data_file, number, scale)


def _ratings(data_file: DataFile[ScalesFile], number: int, scale: Scale) -> Iterator[Problem]:
    points = [rating.points for rating in scale.ratings]
    if not points or any(low >= high for low, high in pairwise(points)):
        yield error("scale-wrong", data_file.key("scales", number, "ratings"), "ratings")
    if scale.standard not in points:
        yield error("scale-wrong", data_file.at("scales", number, "standard"), "standard", value=f"{scale.standard:f}")


def _bands(data_file: DataFile[ScalesFile], number: int, scale: Scale) -> Iterator[Problem]:
    if scale.exam is None:
        return
    marks = [band.lowest for band in scale.exam.bands]
    falls = all(high > low for high, low in pairwise(marks))
    if not marks or not falls or marks[-1] != 0 or marks[0] > scale.exam.out_of:
        yield error("scale-wrong", data_file.key("scales", number, "exam", "bands"), "bands")
    points = {rating.points for rating in scale.ratings}
    for at, band in enumerate(scale.exam.bands):
        if band.points not in points:
            place = data_file.at("scales", number, "exam", "bands", at, "points")
            yield error("scale-wrong", place, "band-points", value=f"{band.points:f}")


def exams(ctx: CheckContext) -> Iterator[Problem]:
    """Subjects of an exam have weights all of them, at every level, or none."""
    for files in ctx.sequences():
        levels = [level.id for level in live_levels(files)]
        for data_file in files.competencies.values():
            for part in data_file.parts():
                if part.shape in (Competency, Topic) and not part.retired:
                    yield from _subjects(data_file, part, levels)


def _subjects(data_file: DataFile[Any], part: SchemaPart, levels: list[str]) -> Iterator[Problem]:
    covers = part.node.at("covers")
    subjects = covers if isinstance(covers, Listing) else Listing()
    weighed = [subject for subject in subjects if isinstance(subject, Mapping) and "weight" in subject]
    for subject in subjects if weighed else ():
        if not (isinstance(subject, Mapping) and "weight" in subject):
            yield error("exam-weights", data_file.place(subject.span), "some")
    for subject in weighed:
        weight = subject.at("weight")
        missing = tuple(level for level in levels if isinstance(weight, Mapping) and level not in weight)
        if missing:
            yield error("exam-weights", data_file.place(weight.span), "levels", list=missing)


def calibrations(ctx: CheckContext) -> Iterator[Problem]:
    """What a calibration found is the mean of its ratings, and is what the grade asks."""
    for files in ctx.sequences():
        data_file = files.calibration
        if data_file and data_file.value:
            numbered = list(enumerate(data_file.value.calibrations))
            latest = {calibration.grade: number for number, calibration in numbered if not calibration.example}
            for number, calibration in numbered:
                yield from _means(files, data_file, number, calibration)
                if latest.get(calibration.grade) == number:
                    yield from _differs(ctx, files, data_file, number, calibration)


def _means(
    files: SequenceFiles, data_file: DataFile[Calibrations], number: int, calibration: Calibration
) -> Iterator[Problem]:
    values = level_values(live_levels(files))
    for address, adjusted in calibration.competencies.items():
        path = ("calibrations", number, "competencies", address)
        if not isinstance(adjusted.ratings, dict) or not {adjusted.after, *adjusted.ratings} <= values.keys():
            continue
        try:
            right = calibration_mean(values, adjusted.ratings)
        except ValueError:
            yield error("calibration-wrong", data_file.at(*path, "ratings"), "nobody")
            continue
        if right.level != adjusted.after:
            facts = {"mean": shown(right.mean), "right": right.level, "value": adjusted.after}
            yield error("calibration-wrong", data_file.at(*path, "after"), "mean", **facts)


def _differs(
    ctx: CheckContext, files: SequenceFiles, data_file: DataFile[Calibrations], number: int, calibration: Calibration
) -> Iterator[Problem]:
    assert files.head and files.head.value
    grades = (grade for grade in files.head.value.grades if not grade.retired)
    grade = next((grade for grade in grades if grade.id == calibration.grade), None)
    live = {level.id for level in live_levels(files)}
    for address, adjusted in calibration.competencies.items():
        now = required_level(ctx, files, grade, address) if grade else None
        if now and now != adjusted.after and adjusted.after in live and not _ended(ctx, files, address):
            place = data_file.at("calibrations", number, "competencies", address, "after")
            facts = {"address": address, "after": adjusted.after, "asked": now, "grade": calibration.grade}
            yield warning("calibration-differs", place, **facts)


def _ended(ctx: CheckContext, files: SequenceFiles, address: str) -> bool:
    """Whether a competency has ended since: no grade asks it any more."""
    thing = ctx.names.find(address, files.id)
    return isinstance(thing, Thing) and thing.retired

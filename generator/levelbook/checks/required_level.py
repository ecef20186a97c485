"""Which level a grade requires of a competency: by an exception, however that is addressed, or as of all."""

from levelbook.checks.context import CheckContext
from levelbook.checks.names import Thing
from levelbook.loading.folder import SequenceFiles
from levelbook.model.sequence import Grade


def required_level(ctx: CheckContext, files: SequenceFiles, grade: Grade, address: str) -> str | None:
    """The level, or the word that says why there is none."""
    key = required_key(ctx, files, grade, address)
    return grade.required[key] if key else grade.level


def required_key(ctx: CheckContext, files: SequenceFiles, grade: Grade, address: str) -> str | None:
    """The key of `required` that names a competency, by id or by code; none where the grade's level holds."""
    if address in grade.required or not grade.required:
        return address if grade.required else None
    wanted = ctx.names.find(address, files.id)
    things = ((key, ctx.names.find(key, files.id)) for key in grade.required)
    return next((key for key, thing in things if _same(thing, wanted)), None)


def _same(thing: Thing | bool | None, other: Thing | bool | None) -> bool:
    """Whether both are the same competency: it has a file of its own."""
    return isinstance(thing, Thing) and isinstance(other, Thing) and thing.place.file == other.place.file

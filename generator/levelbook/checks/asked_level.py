"""Which level a grade asks of a competency: by an exception, however that is addressed, or as of all."""

from levelbook.checks.context import CheckContext
from levelbook.checks.names import Thing
from levelbook.loading.folder import SequenceFiles
from levelbook.model.sequence import Grade


def asked(view: CheckContext, branch: SequenceFiles, grade: Grade, address: str) -> str | None:
    """The level, or the word that says why there is none."""
    key = key_for(view, branch, grade, address)
    return grade.required[key] if key else grade.level


def key_for(view: CheckContext, branch: SequenceFiles, grade: Grade, address: str) -> str | None:
    """The key of `required` that names a competency, by id or by code; none where the grade's level holds."""
    if address in grade.required or not grade.required:
        return address if grade.required else None
    wanted = view.names.find(address, branch.id)
    found = ((key, view.names.find(key, branch.id)) for key in grade.required)
    return next((key for key, thing in found if _same(thing, wanted)), None)


def _same(one: Thing | bool | None, other: Thing | bool | None) -> bool:
    """Whether both are the same competency: it has a file of its own."""
    return isinstance(one, Thing) and isinstance(other, Thing) and one.place.file == other.place.file

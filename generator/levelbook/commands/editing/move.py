"""What `levelbook move` moves: told from what was typed, an indicator, an id, or a file or folder."""

import re
from collections.abc import Mapping

from levelbook.commands.editing.move_id import move_id
from levelbook.commands.editing.move_indicator import move_indicator
from levelbook.commands.editing.move_path import Choices, move_path
from levelbook.commands.editing.outcome import EditOutcome
from levelbook.loading.edit.file_change import Files

_INDICATOR = re.compile(r"[A-Z][A-Z0-9]+-[A-Z][A-Z0-9]+-[0-9]+")
_ID = re.compile(r"[A-Z][A-Z0-9]+\.[^./]+")


def move(
    files: Files,
    what: str,
    to: str,
    after: str = "",
    levels: Mapping[str, str] | None = None,
    group: str = "",
    why: str = "",
) -> EditOutcome:
    """Moves an indicator to a place, gives a thing another id, or a file or folder another path.

    `after` is the indicator that it comes behind; `levels` what levels are called in another sequence; `group` the one
    that a competency joins there; `why` what stands where something is left empty.
    """
    if _INDICATOR.fullmatch(what):
        return move_indicator(files, what, to, after, why)
    if _ID.fullmatch(what):
        return move_id(files, what, to)
    return move_path(files, what, to, Choices(levels or {}, group, why))

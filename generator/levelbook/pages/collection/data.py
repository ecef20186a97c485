"""Every indicator that has a code, in force or retired, as data for the page that shows a collection.

Which indicators a collection holds is known in the browser only, from an address that no server reads. A file holds
those whose codes begin alike, so that a collection of a few loads one or two files. A code keeps its beginning wherever
its indicator moves; so the beginning decides and not the sequence.
"""

import json

from levelbook.model.competency import Indicator
from levelbook.pages.collection.contract import CollectedCodes, CollectedPlace
from levelbook.queries.index import Member
from levelbook.queries.indicators import every_indicator
from levelbook.queries.remembered import remembered
from levelbook.site import urls
from levelbook.site.context import Context


@remembered(lambda: ())
def data_files(ctx: Context) -> tuple[tuple[str, str], ...]:
    """Each file's address and text: scripts, since pages opened from disk cannot fetch."""
    return tuple(
        (file_of(beginning), f"(window.levelbookCodes ??= {{}})[{json.dumps(beginning)}] = {_json(codes)};\n")
        for beginning, codes in _by_beginning(ctx).items()
    )


def _json(codes: CollectedCodes) -> str:
    return json.dumps(codes, ensure_ascii=False, separators=(",", ":"))


def file_of(beginning: str) -> str:
    """The address of the file with the indicators whose codes begin so."""
    return f"{urls.CODES}{beginning}.js"


def beginning_of(code: str) -> str:
    """What stands before the first hyphen of a code."""
    return code.partition("-")[0]


def _by_beginning(ctx: Context) -> dict[str, CollectedCodes]:
    files: dict[str, CollectedCodes] = {}
    for sequence in ctx.handbook.sequences.values():
        for competency in sequence.all_competencies.values():
            _add(ctx, files, (sequence, competency))
    return files


def _add(ctx: Context, files: dict[str, CollectedCodes], member: Member) -> None:
    """Put the indicators of a competency where their codes belong."""
    sequence, competency = member
    levels = {indicator.code: key for key, cell in competency.levels.items() for indicator in cell.every_indicator}
    for indicator in every_indicator(competency):
        if not indicator.code:
            continue
        file = files.setdefault(beginning_of(indicator.code), {"places": [], "indicators": {}})
        level = sequence.level(levels.get(indicator.code, ""))
        place: CollectedPlace = (ctx.sequence_name(sequence), ctx.name(level) if level else "", ctx.name(competency))
        if not file["places"] or file["places"][-1] != place:
            file["places"].append(place)
        number = len(file["places"]) - 1
        file["indicators"][indicator.code] = (ctx.text(indicator, "text"), number, _instead(member, indicator))


def _instead(member: Member, indicator: Indicator) -> list[str] | None:
    """The addresses of what replaces an indicator that has been retired; none for one in force."""
    _, competency = member
    retired = indicator.retired or competency.retired
    return list(retired.replaced_by) if retired else None

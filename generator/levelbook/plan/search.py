"""What the search looks through, in the shape its script reads."""

import json
from collections.abc import Iterable

from levelbook.model.handbook import Sequence
from levelbook.plan import addresses, matrix
from levelbook.plan.desk import Desk
from levelbook.plan.indicators import homes, place_of
from levelbook.plan.prose import plain
from levelbook.plan.shared import level_name, subjects

PageRow = tuple[str, str, str, str]
"""Title, address, word for its kind, more text."""


def file_address(address: str) -> str:
    """The file behind an address, with its query and anchor."""
    for sign in "?#":
        before, found, after = address.partition(sign)
        if found:
            return f"{file_address(before)}{sign}{after}"
    return address + "index.html" if not address or address.endswith("/") else address


def script(desk: Desk, more: Iterable[PageRow] = ()) -> str:
    """The search data as a script, since pages opened from disk cannot fetch."""
    places: dict[tuple[str, ...], int] = {}
    indicators = [row for sequence in desk.handbook.sequences.values() for row in _indicators(desk, sequence, places)]
    data = {"pages": [*_pages(desk), *more], "places": list(places), "indicators": indicators}
    return f"window.levelbookSearch = {json.dumps(data, ensure_ascii=False, separators=(',', ':'))};\n"


def _indicators(desk: Desk, sequence: Sequence, places: dict[tuple[str, ...], int]) -> list[tuple[str, str, int]]:
    rows = []
    for member, level, one in homes(sequence):
        if not one.code:
            continue
        name = level_name(desk, sequence, level) if level else ""
        anchor = file_address(place_of(desk, member, level, one).address.partition("#")[0])
        anchor += "#" + addresses.competency_anchor(sequence, sequence, member[1]) if level else ""
        place = (desk.name(member[1]), desk.sequence_name(sequence), name, anchor)
        rows.append((one.code, plain(desk.said(one, "text")), places.setdefault(place, len(places))))
    return rows


def _pages(desk: Desk) -> list[PageRow]:
    rows: list[PageRow] = []
    for sequence in desk.handbook.sequences.values():
        rows += _of_sequence(desk, sequence)
    rows.append(_row(desk, desk.words("index.title"), addresses.INDICATORS, "page", ""))
    rows.append(_row(desk, desk.words("notes.title"), addresses.NOTES, "page", ""))
    return rows


def _of_sequence(desk: Desk, sequence: Sequence) -> list[PageRow]:
    name = desk.sequence_name(sequence)
    head = " ".join(part for part in (sequence.code, desk.said(sequence.head, "definition")) if part)
    rows = [_row(desk, name, addresses.sequence(sequence), "sequence", head)]
    for level in sequence.levels:
        rows.append(_row(desk, desk.name(level), addresses.level(sequence, level.id), "level", name))
    for grade in sequence.grades:
        rows.append(_row(desk, desk.name(grade), addresses.grade(sequence, grade.id), "grade", name))
    for _, group in sequence.groups():
        rows.append(_row(desk, desk.name(group), addresses.group(sequence, group.id), "group", name))
    if matrix.exists(desk, sequence):
        rows.append(_row(desk, desk.words("matrix.title"), addresses.matrix(sequence), "page", name))
    for one in sequence.competencies.values():
        others = [desk.name(alias) for alias in one.aliases]
        about = [name, addresses.competency_code(sequence, one), *others, subjects(desk, one)]
        text = " ".join(part for part in (*about, desk.said(one, "definition")) if part)
        rows.append(_row(desk, desk.name(one), addresses.competency(sequence, one.id), "competency", text))
    return rows


def _row(desk: Desk, title: str, address: str, kind: str, more: str) -> PageRow:
    return (title, file_address(address), desk.words(f"word.{kind}"), more)

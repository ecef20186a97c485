"""What the search looks through, in the shape its script reads."""

import json
from collections.abc import Iterable

from levelbook.model.handbook import Sequence
from levelbook.plan import addresses, checklists, concepts, extras, matrix, move, points, positions
from levelbook.plan.addresses import file_address
from levelbook.plan.desk import Desk
from levelbook.plan.indicators import homes, place_of
from levelbook.plan.shared import level_name, subjects

PageRow = tuple[str, str, str, str]
"""Title, address, word for its kind, more text."""


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
        rows.append((one.code, desk.said(one, "text"), places.setdefault(place, len(places))))
    return rows


def _pages(desk: Desk) -> list[PageRow]:
    rows: list[PageRow] = []
    for sequence in desk.handbook.sequences.values():
        rows += _of_sequence(desk, sequence)
    for concept, _ in concepts.live(desk):
        names = " ".join(desk.name(alias) for alias in concept.aliases)
        rows.append(_row(desk, desk.name(concept), addresses.concept(concept.id), "concept", names))
    if checklists.exists(desk):
        rows.append(_row(desk, desk.words("check.title"), addresses.CHECK, "page", desk.words("check.over.lead")))
        rows.append(_row(desk, desk.words("check.team.title"), addresses.TEAM, "page", desk.words("check.team.lead")))
    if move.exists(desk):
        rows.append(_row(desk, desk.words("move.title"), addresses.MOVE, "page", desk.words("move.lead")))
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
    rows += _positions(desk, sequence)
    for made in checklists.checklists(desk, sequence):
        if not made.why:
            page = addresses.checklist(sequence, made.goal.key)
            rows.append(_row(desk, desk.words("check.of", name=made.goal.name), page, "page", name))
    rows += [(title, file_address(page), word, more) for title, page, word, more in extras.found(desk, sequence)]
    if points.ledger(desk, sequence):
        rows.append(_row(desk, desk.words("points.title"), addresses.weights(sequence), "page", name))
    if matrix.exists(desk, sequence):
        rows.append(_row(desk, desk.words("matrix.title"), addresses.matrix(sequence), "page", name))
    for one in sequence.competencies.values():
        others = [desk.name(alias) for alias in one.aliases]
        about = [name, addresses.competency_code(sequence, one), *others, subjects(desk, one)]
        text = " ".join(part for part in (*about, desk.said(one, "definition")) if part)
        rows.append(_row(desk, desk.name(one), addresses.competency(sequence, one.id), "competency", text))
    return rows


def _positions(desk: Desk, sequence: Sequence) -> list[PageRow]:
    name, table = desk.sequence_name(sequence), positions.table(desk, sequence)
    rows = [_row(desk, table.text, table.address, "page", name)] if table else []
    for key, one in sequence.positions.items():
        about = " ".join([name, *(desk.name(alias) for alias in one.aliases)])
        rows.append(_row(desk, desk.name(one), addresses.position(sequence, key), "position", about))
    return rows


def _row(desk: Desk, title: str, address: str, kind: str, more: str) -> PageRow:
    return (title, file_address(address), desk.words(f"word.{kind}"), more)

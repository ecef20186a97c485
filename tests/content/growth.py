"""Courses, process, forms, syllabus and calibration, said as the golden files say them."""

from collections import Counter
from collections.abc import Iterator

from levelbook.model.base import Entry, Named
from levelbook.model.growth import Chapter, Edition, Form, FormField
from levelbook.model.handbook import Sequence
from levelbook.model.note_kinds import Kind
from levelbook.model.values import Gap
from tests.content.standard import state


def courses(sequence: Sequence) -> dict[str, list[str]]:
    """The courses of each block, with the rank of the level they start from."""
    found: dict[str, list[str]] = {}
    for action in sequence.actions.actions if sequence.actions else ():
        if action.type == "training":
            mark = f" +{sequence.ranks[action.target_from]}" if action.target_from else ""
            for target in action.targets:
                found.setdefault(_target(sequence, target), []).append(f"{action.name}{mark}")
    return found


def practices(sequence: Sequence) -> dict[str, dict[str, int]]:
    """How many descriptions each block has of each kind of practice."""
    actions = sequence.actions
    kinds = {kind.id: kind.name for kind in actions.types} if actions else {}
    found: dict[str, Counter[str]] = {}
    for action in actions.actions if actions else ():
        if action.type != "training":
            for target in action.targets:
                found.setdefault(_target(sequence, target), Counter())[kinds[action.type]] += 1
    return {block: dict(counts) for block, counts in found.items()}


def action_totals(sequence: Sequence) -> dict[str, int]:
    """The sums of courses and practices."""
    taught, practised = courses(sequence), practices(sequence)
    names = [name for block in taught.values() for name in block]
    return {
        "blocks": len({*taught, *practised}),
        "courses": len(names),
        "courses_from_3": sum(name.endswith(" +3") for name in names),
        "practice_rows": sum(len(block) for block in practised.values()),
        "practice_descriptions": sum(sum(block.values()) for block in practised.values()),
        "practice_kinds": len({kind for block in practised.values() for kind in block}),
    }


def phases(sequence: Sequence) -> dict[str, str]:
    """Months and steps of each phase."""
    found = sequence.plan.phases if sequence.plan else ()
    return {one.name: f"{', '.join(one.months)}; {len(one.steps)} steps" for one in found}


def sign_off(sequence: Sequence) -> dict[str, str]:
    """Months that stand in the rows of a form."""
    rows = [row for form in _forms(sequence) if isinstance(form.rows, tuple) for row in form.rows]
    return {row.name: ", ".join(row.months) for row in rows}


def conflicts(sequence: Sequence) -> list[str]:
    """The phases and forms whose notes tell that the source disagrees with itself."""
    found: list[Named] = [*(sequence.plan.phases if sequence.plan else ()), *_forms(sequence)]
    return [one.name for one in found if any(note.kind is Kind.CONFLICT for note in one.notes)]


def forms(sequence: Sequence) -> dict[str, str]:
    """The rows and columns of each form."""
    return {form.name: f"{_rows(form)} × {', '.join(one.name for one in _leaves(form))}" for form in _forms(sequence)}


def choices(sequence: Sequence) -> dict[str, list[str]]:
    """What can be chosen in each field."""
    leaves = [leaf for form in _forms(sequence) for leaf in _leaves(form)]
    return {leaf.name: [one.name for one in leaf.choices] for leaf in leaves if leaf.choices}


def sensitive(sequence: Sequence) -> list[str]:
    """The columns that are left out unless asked for."""
    return [leaf.name for form in _forms(sequence) for leaf in _leaves(form) if leaf.sensitive]


def calibration(sequence: Sequence) -> dict[str, str]:
    """The value of each competency before and after the one calibration."""
    values = {level.id: level.value for level in sequence.levels}
    rows = sequence.calibrations.calibrations[0].competencies if sequence.calibrations else {}
    return {sequence.competencies[key].name: f"{values[row.before]} {values[row.after]}" for key, row in rows.items()}


def changed(sequence: Sequence) -> dict[str, int]:
    """How many competencies the calibration raised and lowered, and of how many the raters are known."""
    rows = sequence.calibrations.calibrations[0].competencies.values() if sequence.calibrations else ()
    moves = [sequence.ranks[row.after] - sequence.ranks[row.before] for row in rows]
    return {
        "raised": sum(move > 0 for move in moves),
        "lowered": sum(move < 0 for move in moves),
        "unchanged": moves.count(0),
        "raters": sum(not isinstance(row.ratings, Gap) for row in rows),
    }


def syllabus(sequence: Sequence) -> dict[str, dict[str, dict[str, object]]]:
    """Editions, their chapters, and the items of each section."""
    found = sequence.syllabus.editions if sequence.syllabus else ()
    return {edition.name: {_chapter(chapter): _sections(chapter) for chapter in edition.chapters} for edition in found}


def syllabus_items(sequence: Sequence) -> dict[str, int]:
    """How many items are left of the old edition, of the new one and of its chapter without a number."""
    old, new = sequence.syllabus.editions if sequence.syllabus else ((), ())
    assert isinstance(old, Edition) and isinstance(new, Edition)
    numbered = [_items(chapter) for chapter in new.chapters if chapter.number]
    other = [_items(chapter) for chapter in new.chapters if not chapter.number]
    counts = {"old": sum(map(_items, old.chapters)), "new": sum(numbered), "norms": sum(other)}
    return {**counts, "all": sum(counts.values())}


def _target(sequence: Sequence, address: str) -> str:
    groups = {group.id: group.name for _, group in sequence.groups()}
    return groups.get(address) or sequence.competencies[address].name


def _forms(sequence: Sequence) -> tuple[Form, ...]:
    return sequence.plan.forms if sequence.plan else ()


def _rows(form: Form) -> str:
    return str(len(form.rows)) if isinstance(form.rows, tuple) else form.rows or "one"


def _leaves(form: Form | FormField) -> Iterator[FormField]:
    for one in form.fields:
        yield from _leaves(one) if one.fields else [one]


def _chapter(chapter: Chapter) -> str:
    ours = any("name" in note.about for note in chapter.notes)
    name = "?" if ours else f"{chapter.number} {chapter.name}"
    return name + (" +" if chapter.new else "")


def _sections(chapter: Chapter) -> dict[str, object]:
    return {
        " ".join(part for part in (one.number, one.name, "+" if one.new else "") if part): _section(one)
        for one in chapter.sections
    }


def _section(section: Entry) -> object:
    new = sum(one.new for one in section.items)
    marks = (f" ({new} new)" if new else "") + (" open" if section.open_ended else "")
    return f"{len(section.items)}{marks}" if marks else state(section)


def _items(chapter: Chapter) -> int:
    """Items to learn, without documents to refer to."""
    return sum(len(section.items) for section in chapter.sections if not section.open_ended)

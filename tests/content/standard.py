"""What a standard asks for, said as the golden files say it."""

from collections import Counter
from collections.abc import Iterable, Iterator

from levelbook.model.base import Entry, Named, Note, Topic
from levelbook.model.competency import Cell, Competency, CompetencyKind, Indicator, Measure
from levelbook.model.handbook import Handbook, Sequence
from levelbook.model.note_kinds import Kind
from levelbook.model.position import Formula, KeyBehaviour, KeyMeasure, Position
from levelbook.model.sequence import Group, Step
from levelbook.model.values import Gap


def held(sequence: Sequence, competency: Competency, level: str) -> int:
    """How many indicators a cell has, those of the level it is the same as included."""
    cell = competency.levels[level]
    return len(cell.indicators) + (held(sequence, competency, cell.same_as) if cell.same_as else 0)


def tree(handbook: Handbook, sequence: Sequence) -> dict[str, object]:
    """Groups and competencies, with what each competency has at each level."""
    return {_key(group): _branch(handbook, sequence, group) for group in sequence.head.groups}


def expectations(sequence: Sequence) -> dict[str, int]:
    """How many statements each level or grade has of its own."""
    steps: tuple[Step, ...] = (*sequence.levels, *sequence.grades)
    return {step.name: len(step.expectations) for step in steps if step.expectations}


def indicators(sequence: Sequence) -> dict[str, int]:
    """How many indicators are written at each level."""
    return {
        level.name: sum(len(cell.indicators) for one in sequence.competencies.values() if (cell := one.cell(level.id)))
        for level in sequence.levels
    }


def totals(sequence: Sequence) -> dict[str, int]:
    """Everything of a sequence that can be counted."""
    own = list(sequence.competencies.values())
    listed = [key for _, group in sequence.groups() for key in group.competencies]
    cells = [cell for one in own for cell in one.levels.values()]
    written = [one for competency in own for one in competency.every_live()]
    topics = [topic for one in own for topic in one.covers]
    conditions = [one for one in own if sequence.kind(one) is CompetencyKind.CONDITION]
    behaviours = [one for position in sequence.positions.values() for one in position.key_behaviours]
    return {
        "levels": len(sequence.levels),
        "groups": len(list(sequence.groups())),
        "competencies": len(listed),
        "borrowed": sum("/" in key for key in listed),
        "conditions": len(conditions),
        "competencies_with_levels": sum(bool(one.levels) for one in own),
        "competencies_lost": sum(bool(one.lost) for one in own),
        "aliased": sum(bool(one.aliases) for one in own),
        "definitions": sum(bool(one.definition) for one in own),
        "shorts": sum(bool(one.short) for one in own),
        "summaries": sum(bool(cell.summary) for cell in cells),
        "cells": len(cells),
        "cells_with_indicators": sum(bool(cell.indicators) for cell in cells),
        "cells_same": sum(bool(cell.same_as) for cell in cells),
        "cells_blank": sum(bool(cell.blank) for cell in cells),
        "cells_lost": sum(bool(cell.lost) for cell in cells),
        "cells_incomplete": sum(_is_incomplete(cell) for cell in cells),
        "indicators": len(written),
        "indicators_held": sum(held(sequence, one, level) for one in own for level in one.levels),
        "indicators_without_level": sum(len(one.indicators) for one in own),
        "negative": sum(one.negative for one in written),
        "texts_repeated": sum(_repeated(one) for one in own),
        "repeats_noted": sum(_notes_repeat(one, note) for one in own for note in one.notes),
        "knowledge": sum(sequence.kind(one) is CompetencyKind.KNOWLEDGE for one in own),
        "topics": len(topics),
        "topics_inside": sum(len(topic.covers) for topic in topics),
        "topics_weighed": sum(topic.weight not in (None, Gap.BLANK) for topic in topics),
        "expectations": sum(expectations(sequence).values()),
        "positions": len(sequence.positions),
        "required": sum(len(one.required) for one in sequence.positions.values()),
        "key_behaviours": len(behaviours),
        "kpis": sum(_is_kpi(measure) for one in behaviours for measure in one.measures),
        "fields": sum(_fields(one)[0] for one in sequence.positions.values()),
        "fields_blank": sum(_fields(one)[1] for one in sequence.positions.values()),
    }


def written(sequence: Sequence) -> Iterator[Indicator]:
    """All indicators of a sequence."""
    for competency in sequence.competencies.values():
        yield from competency.every_live()


def names_by_level(sequence: Sequence) -> dict[str, str]:
    """The competencies that are called otherwise at a level."""
    named = [
        (one.name, level.name, cell.name)
        for one in sequence.competencies.values()
        for level in sequence.levels
        if (cell := one.cell(level.id)) and cell.name
    ]
    return {name: f"{level} {other}" for name, level, other in named}


def outline(sequence: Sequence) -> dict[str, object]:
    """How many parts each section has, by its number and by its name."""
    found: dict[str, object] = {}
    for entry in entries(sequence.head.sections):
        for key in (entry.number, entry.name):
            found.setdefault(key or "", state(entry))
    return found


def parts(sequence: Sequence) -> dict[str, object]:
    """What is left of each part of the first section."""
    items = sequence.head.sections[0].items
    return {str(one.number): _why(one) or ("incomplete" if one.incomplete else "whole") for one in items}


def rules_of_exams(sequence: Sequence) -> dict[str, int]:
    """How many rules stand beside each competency that is found out by an exam."""
    found = [one for one in sequence.competencies.values() if sequence.measure(one) is Measure.EXAM]
    return {one.name: len(one.sections[0].items) for one in found if one.sections}


def says(entry: Entry) -> str:
    """An entry's text, or why it has none."""
    return _why(entry) or entry.text or ""


def required(sequence: Sequence) -> dict[str, dict[str, int]]:
    """How many competencies each grade wants at each level."""
    names = {level.id: level.name for level in sequence.levels}
    levels = {
        grade.name: Counter(names[str(grade.required.get(key, grade.level))] for key in sequence.competencies)
        for grade in sequence.grades
    }
    return {grade: dict(counts) for grade, counts in levels.items()}


def positions(handbook: Handbook, sequence: Sequence) -> dict[str, object]:
    """What each position asks for and is measured by."""
    return {one.name: _position(handbook, sequence, one) for one in sequence.positions.values()}


def entries(found: Iterable[Entry]) -> Iterator[Entry]:
    """Entries and all their parts, from above."""
    for entry in found:
        yield entry
        yield from entries(entry.items)


def state(entry: Entry) -> object:
    """How many parts an entry has, or why it has none."""
    return _why(entry) or len(entry.items)


def activities(sequence: Sequence) -> dict[str, dict[str, int]]:
    """How many activities each domain of a position's analysis names, on all steps of the tree."""
    found = [entry for entry in sequence.head.sections if entry.name and "活动分析" in entry.name]
    return {
        str(entry.name)[5:]: {str(domain.name): len(list(entries(domain.items))) for domain in entry.items}
        for entry in found
    }


def outdated(sequence: Sequence) -> list[str]:
    """The topics that a note calls outdated."""
    topics: list[Topic] = [topic for one in sequence.competencies.values() for topic in one.covers]
    return [topic.name for topic in topics if any(note.kind is Kind.OUTDATED for note in topic.notes)]


def _key(thing: Named) -> str:
    """A thing's name as the source has it; its number where the name is ours."""
    ours = any("name" in note.about and note.kind in (Kind.INFERRED, Kind.LOST) for note in thing.notes)
    return thing.number if ours and thing.number else thing.name


def _branch(handbook: Handbook, sequence: Sequence, group: Group) -> object:
    if group.groups:
        return {_key(inner): _branch(handbook, sequence, inner) for inner in group.groups}
    if not group.competencies:
        return f"{group.declared} declared, {_why(group)}" if group.declared else _why(group)
    return dict(_leaf(handbook, sequence, address) for address in group.competencies)


def _leaf(handbook: Handbook, sequence: Sequence, address: str) -> tuple[str, str]:
    found = handbook.competency(sequence, address)
    assert found is not None, address
    owner, competency = found
    return _key(competency), ("borrowed " if owner is not sequence else "") + _content(owner, competency)


def _content(sequence: Sequence, competency: Competency) -> str:
    if competency.levels:
        return " ".join(_cell(sequence, competency.levels[level.id]) for level in sequence.levels)
    if competency.indicators:
        return str(len(competency.indicators))
    inside = sum(len(topic.covers) for topic in competency.covers)
    topics = f"{len(competency.covers)} topics" + (f", {inside} inside" if inside else "")
    return topics if competency.covers else str(_why(competency))


def _cell(sequence: Sequence, cell: Cell) -> str:
    if reason := _why(cell):
        return reason
    if cell.same_as:
        return f"={sequence.ranks[cell.same_as]}" + (f"+{len(cell.indicators)}" if cell.indicators else "")
    declared = f"/{cell.declared}" if cell.declared else ""
    return f"{len(cell.indicators)}{declared}{'…' if _is_incomplete(cell) else ''}"


def _is_incomplete(cell: Cell) -> bool:
    return bool(cell.incomplete or any(one.incomplete for one in cell.indicators))


def _why(thing: Entry | Cell | Competency | Group | Position) -> str:
    return thing.reason[0] if thing.reason else ""


def _repeated(competency: Competency) -> int:
    texts = Counter(one.text for one in competency.every_live())
    return sum(count - 1 for count in texts.values())


def _notes_repeat(competency: Competency, note: Note) -> bool:
    """Whether a note doubts indicators that say the same."""
    found = [one.text for code in note.about if (one := competency.indicator(code))]
    return note.kind is Kind.SUSPECT and len(found) > 1 and len(set(found)) == 1


def _position(handbook: Handbook, sequence: Sequence, position: Position) -> object:
    if reason := _why(position):
        return reason
    levels = {level.id: level.name for level in sequence.levels}
    measures = [measure for one in position.key_behaviours for measure in one.measures if _is_kpi(measure)]
    figures: dict[str, object] = {
        "where": position.where,
        "reports_to": position.reports_to,
        "next": position.next,
        "required": {_name(handbook, sequence, key): levels[level] for key, level in position.required.items()},
        "measures": [one.name for one in position.measures],
        "conditions": {str(one.name): state(one) for one in position.conditions},
        "sections": {str(one.name): _filled(one) for one in position.sections},
        "behaviours": {one.name: _behaviour(one) for one in position.key_behaviours},
        "kpis": {one.name: _kpi(one) for one in measures},
    }
    return {key: one for key, one in figures.items() if one}


def _name(handbook: Handbook, sequence: Sequence, address: str) -> str:
    found = handbook.competency(sequence, address)
    assert found is not None, address
    return found[1].name


def _filled(entry: Entry) -> object:
    empty = bool(entry.items) and all(one.blank for one in entry.items)
    return f"{len(entry.items)} blank" if empty else state(entry)


def _fields(position: Position) -> tuple[int, int]:
    """How many fields a position description has, and how many nobody filled in."""
    filled = [position.name, position.reports_to, position.next, position.measures, position.conditions]
    blank = sum("blank" in str(_filled(one)) for one in position.sections)
    return sum(bool(one) for one in filled) + len(position.sections), blank


def _behaviour(behaviour: KeyBehaviour) -> str:
    figured = [f"KPI {one.name}" for one in behaviour.measures if _is_kpi(one)]
    words = len(behaviour.measures) - len(figured)
    return ", ".join([f"{len(behaviour.standards)} standards", *figured, *([f"{words} in words"] if words else [])])


def _is_kpi(measure: KeyMeasure) -> bool:
    return bool(measure.formula or measure.target or measure.deduct)


def _kpi(measure: KeyMeasure) -> str:
    deduct = measure.deduct
    blanks = [measure.target, *((deduct.step, deduct.points) if deduct else ())].count(Gap.BLANK)
    when = f"; {deduct.when.removeprefix('每')}" if deduct else ""
    return f"{_formula(measure)}; {blanks} blanks{when}"


def _formula(measure: KeyMeasure) -> str:
    formula = measure.formula
    if not isinstance(formula, Formula):
        return formula or "no formula"
    offset = f" - {-formula.offset}" if formula.offset else ""
    return f"{formula.numerator} / {formula.denominator}{offset}"

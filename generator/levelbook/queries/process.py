"""Which process and which forms hold for a sequence."""

from levelbook.model.growth import Chapter, Edition, Form, Plan
from levelbook.model.handbook import Handbook, Sequence

LISTS = ("competencies", "levels", "grades")
"""Rows of forms that come from the handbook."""


def plan_of(handbook: Handbook, sequence: Sequence) -> Plan | None:
    """The process that holds for a sequence: its own, or that of the handbook."""
    return sequence.plan or handbook.plan


def has_process(plan: Plan | None) -> bool:
    """Whether a plan says more than forms that list what stands in the handbook, which have a page of their own."""
    return bool(plan and (plan.phases or plan.sections or any(form.rows not in LISTS for form in plan.forms)))


def process_holds(handbook: Handbook, sequence: Sequence) -> bool:
    """Whether a sequence has a process of its own, or needs that of the handbook."""
    inherits = sequence.plan is None and has_process(handbook.plan) and bool(sequence.competencies)
    return has_process(sequence.plan) or inherits


def lists(sequence: Sequence, form: Form) -> bool:
    """Whether a form lists what stands in the handbook, and the sequence has any of it."""
    rows = {"competencies": sequence.competencies, "levels": sequence.levels, "grades": sequence.grades}
    return bool(rows.get(str(form.rows)))


def live_chapters(edition: Edition) -> tuple[Chapter, ...]:
    """The chapters of an edition that are in force."""
    return tuple(chapter for chapter in edition.chapters if not chapter.retired)


def has_syllabus(sequence: Sequence) -> bool:
    """Whether a sequence has a syllabus with anything in it."""
    return bool(sequence.syllabus and any(live_chapters(edition) for edition in sequence.syllabus.editions))

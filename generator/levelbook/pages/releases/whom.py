"""Whom a release concerns: its sequences with the levels, grades and positions that it touches, counted by class."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from levelbook.components.links import Link, sequence_link
from levelbook.history.change import TypedChange
from levelbook.model.handbook import Sequence
from levelbook.model.history import ChangeClass
from levelbook.queries.remembered import remembered
from levelbook.site.context import Context

SHOWN = (ChangeClass.RAISES, ChangeClass.LOWERS, ChangeClass.CLARIFIES, ChangeClass.TYPO)
"""The classes in their order; in a release no change asks for a word any more."""
_MAX_CODES: Final = 5
"""How many codes are named beside a step; the rest of the page names all."""


@dataclass(frozen=True)
class TouchedStep:
    """A level, grade or position with what changed of it."""

    anchor: str
    """Its code, by which a team is sent to it; nothing where it stands further up."""
    link: Link
    codes: tuple[str, ...]
    """What changed: the first few."""
    more: str
    """That there are others, and how many in all; nothing where all are named."""


@dataclass(frozen=True)
class ClassCount:
    """How many changes there are of a class."""

    change_class: str
    name: str
    n: int


@dataclass(frozen=True)
class TouchedSequence:
    """A sequence that a release concerns."""

    key: str
    """Its code; nothing for what concerns the whole handbook."""
    link: Link
    steps: tuple[TouchedStep, ...]
    counts: tuple[ClassCount, ...]
    """A figure for each class."""
    figures: str
    """How many changes in all."""

    @property
    def anchor(self) -> str:
        """Where the page of the release tells of it."""
        return self.key or "handbook"

    @property
    def line(self) -> tuple[str, tuple[str, ...]]:
        """The sequence with its steps, by name."""
        return self.link.text, tuple(step.link.text for step in self.steps)


def code_of_sequence(change: TypedChange) -> str:
    """The code of the sequence that a change stands in; nothing for what stands in none."""
    fact = change.after or change.before or {}
    if fact.get("seq"):
        return str(fact["seq"])
    code = re.match(r"[A-Z][A-Z0-9]{1,7}(?=[-.:@]|$)", change.address)
    return code[0] if code else ""


def touched(ctx: Context, changes: Iterable[TypedChange]) -> tuple[tuple[TouchedSequence, list[TypedChange]], ...]:
    """The sequences that changes concern, each with its own, in the order of the handbook; the handbook itself last."""
    by_code: dict[str, list[TypedChange]] = {}
    for change in changes:
        by_code.setdefault(code_of_sequence(change), []).append(change)
    sequences = {sequence.code: sequence for sequence in ctx.handbook.sequences.values()}
    known = [code for code in sequences if code in by_code]
    others = [code for code in by_code if code not in sequences]
    taken = set[str]()
    return tuple(
        (_touched(ctx, code, sequences.get(code), by_code[code], taken), by_code[code]) for code in (*known, *others)
    )


def _touched(
    ctx: Context, code: str, sequence: Sequence | None, changes: list[TypedChange], taken: set[str]
) -> TouchedSequence:
    link = sequence_link(ctx, sequence) if sequence else Link(code or ctx.words("releases.of_handbook"), "")
    return TouchedSequence(
        key=code,
        link=link,
        steps=tuple(_steps(ctx, changes, taken)),
        counts=counts(ctx, changes),
        figures=ctx.count("change", len(changes)),
    )


def _steps(ctx: Context, changes: list[TypedChange], taken: set[str]) -> Iterable[TouchedStep]:
    """The steps that are known by name, each with the codes that concern it; an anchor is given once."""
    codes: dict[str, list[str]] = {}
    for change in changes:
        touches = change.touches
        for step in (*touches.levels, *touches.grades, *touches.positions):
            codes.setdefault(step, []).append(change.address)
    places = _places(ctx)
    for step in sorted(codes, key=lambda code: (places.get(code, len(places)), code)):
        target = ctx.links.of_code(step)
        if target:
            anchor = "" if step in taken else step
            taken.add(step)
            every = tuple(dict.fromkeys(codes[step]))
            more = ctx.words("releases.and_more", n=len(every)) if len(every) > _MAX_CODES else ""
            yield TouchedStep(anchor, Link(target.name, target.address), every[:_MAX_CODES], more)


@remembered(lambda: ())
def _places(ctx: Context) -> dict[str, int]:
    """Where steps stand in the handbook, by their codes."""
    steps = (
        f"{sequence.code}.{key}"
        for sequence in ctx.handbook.sequences.values()
        for key in (*(step.id for step in (*sequence.levels, *sequence.grades)), *sequence.positions)
    )
    return {code: at for at, code in enumerate(steps)}


def counts(ctx: Context, changes: Iterable[TypedChange], in_full: bool = False) -> tuple[ClassCount, ...]:
    """How many changes there are of each class, also of those without any; `in_full` says it with the figure."""
    found = Counter(change.change_class for change in changes)
    return tuple(ClassCount(one.value, _class_name(ctx, one, found[one], in_full), found[one]) for one in SHOWN)


def _class_name(ctx: Context, change_class: ChangeClass, n: int, in_full: bool) -> str:
    if in_full:
        return ctx.words(f"releases.counts.{change_class.value}", n=n)
    return ctx.words(f"releases.short.{change_class.value}")

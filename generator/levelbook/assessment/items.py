"""Makes the items of a checklist."""

from collections.abc import Iterator
from decimal import Decimal

from levelbook.assessment import neighbours, wording
from levelbook.assessment.item import (
    CONDITION,
    EXAM,
    NONE,
    RATING,
    ChecklistItem,
    ExamPaper,
    LevelPart,
    Omitted,
    RatedIndicator,
    code_of,
    coded,
)
from levelbook.assessment.settings import Settings
from levelbook.assessment.targets import AssessmentTarget, asked, column
from levelbook.components.basics import Chip, Nothing, chip, figure, kind_of_nothing, level_name, nothing
from levelbook.components.indicators import indicator_row
from levelbook.components.requirements import NOT_REQUIRED, UNLISTED
from levelbook.components.weight_table import WeightTable
from levelbook.model.calibration_mean import level_values
from levelbook.model.competency import CompetencyKind, Indicator
from levelbook.model.handbook import Sequence
from levelbook.model.inheritance import Expectation, Inherited
from levelbook.model.values import Gap
from levelbook.site.context import Context, Member


class Maker:
    """Makes the items of one checklist."""

    def __init__(
        self, ctx: Context, sequence: Sequence, goal: AssessmentTarget, how: Settings, ledger: WeightTable | None
    ) -> None:
        """Lay out what all items have in common."""
        self._ctx = ctx
        self._sequence = sequence
        self._goal = goal
        self._how = how
        self._ledger = ledger
        self._column = column(ledger, goal)

    def item(self, member: Member, group: str) -> ChecklistItem | Omitted | None:
        """A competency as an item; why it is left out; or nothing where it is not asked at all."""
        _, competency = member
        name = self._ctx.name(competency)
        if competency.sensitive:
            return Omitted(name, "sensitive")
        want = asked(self._sequence, self._goal, member)
        cell = competency.cell(want.level or "")
        if want.gap == NOT_REQUIRED or (cell and cell.not_required):
            return Omitted(name, NOT_REQUIRED)
        figure_, gap = self._figure(member), want.gap
        if gap == UNLISTED:
            if not figure_:
                return Omitted(name, UNLISTED)
            gap = ""
        if self._goal.step and not want.level and not gap and not figure_:
            return None
        found = self._ctx.standing(self._sequence, member, want.level or "")
        kind, why = self._kind(member, found, gap)
        return self._made(member, group, found, kind, why)

    def _figure(self, member: Member) -> Decimal | Gap | None:
        if self._ledger is None or self._column is None:
            return None
        return self._ledger.figures.figure(self._ledger.key(member), self._column)

    def _kind(self, member: Member, found: Expectation, gap: str) -> tuple[str, Nothing | None]:
        """What kind of item it is, and why it cannot be rated."""
        owner, competency = member
        weight = self._figure(member)
        weighed = isinstance(weight, Decimal) and weight > 0
        condition = owner.kind(competency) is CompetencyKind.CONDITION
        why = kind_of_nothing(self._ctx, gap) if gap else self._unwritten(member, found)
        if self._ctx.by_exam(member) and not gap and (competency.covers or weighed):
            return EXAM, None
        if why is None:
            return (CONDITION if condition else RATING), None
        if weighed and not self._how.levels and not gap:
            return (CONDITION if condition else RATING), None
        return NONE, self._why(weight, why)

    def _unwritten(self, member: Member, found: Expectation) -> Nothing | None:
        """Why nothing can be held against; none where there is wording."""
        _, competency = member
        reason = nothing(self._ctx, found.cell) if found.cell else nothing(self._ctx, competency)
        if reason:
            return reason
        if self._how.levels and not wording.ladder(self._ctx, self._sequence, member):
            return Nothing("empty", self._ctx.words("check.no_wording"))
        if wording.lines(self._ctx, found):
            return None
        return Nothing("empty", self._ctx.words("check.no_wording"))

    def _why(self, weight: Decimal | Gap | None, why: Nothing) -> Nothing:
        """Where points are all there is, the reason why there are none."""
        words = self._ctx.words
        if isinstance(weight, Gap):
            kind = kind_of_nothing(self._ctx, weight.value).kind
            return Nothing(kind, words(f"points.{weight.value}"), words("check.no_demand"))
        return Nothing("na", words("check.weight_zero")) if weight is not None and not weight else why

    def _made(self, member: Member, group: str, found: Expectation, kind: str, why: Nothing | None) -> ChecklistItem:
        ctx, competency = self._ctx, member[1]
        code = code_of(member)
        weight = self._figure(member)
        ladder = self._how.levels and kind == RATING
        stretches = tuple(self._stretches(member, found, code)) if not ladder and kind in (RATING, CONDITION) else ()
        cell = found.cell
        return ChecklistItem(
            code=code,
            name=ctx.name(competency),
            member=member,
            group=group,
            kind=kind,
            level=found.level,
            chip=self._chip(found),
            standard=self._standard(kind, found.level),
            text="\n".join(self._texts(member, found, kind, ctx.language)),
            mark=wording.mark(self._texts(member, found, kind, wording.SOURCE)),
            weight=figure(weight) if isinstance(weight, Decimal) else "",
            say=() if ladder else self._say(member, found, bool(stretches), kind),
            stretches=stretches,
            open=tuple(self._open(member, found, code)) if kind == RATING and not ladder else (),
            near=() if why else neighbours.near(ctx, self._sequence, member, found.level, ladder),
            papers=tuple(self._papers(member, found.level)) if kind == EXAM else (),
            none=why,
            incomplete=ctx.marked(cell, "incomplete") if cell else ctx.marked(competency, "incomplete"),
        )

    def _texts(self, member: Member, found: Expectation, kind: str, language: str) -> tuple[str, ...]:
        """The wording that is rated."""
        if kind == NONE:
            return ()
        if self._how.levels and kind == RATING:
            return wording.ladder(self._ctx, self._sequence, member, language)
        written = wording.lines(self._ctx, found, language)
        return written or wording.named(member[1], language)

    def _say(self, member: Member, found: Expectation, indicators: bool, kind: str) -> tuple[str, ...]:
        """What stands over the indicators."""
        if found.cell and found.cell.summary:
            return (self._ctx.marked(found.cell, "summary"),)
        if indicators or kind == NONE:
            return ()
        _, competency = member
        definition = self._ctx.marked(competency, "definition")
        facets = self._ctx.series(self._ctx.name(topic) for topic in competency.covers)
        if kind == EXAM:
            return tuple(part for part in (definition,) if part)
        return tuple(part for part in (definition, facets) if part)

    def _chip(self, found: Expectation) -> Chip | None:
        known = self._goal.kind == "level" or found.level == self._goal.level
        return None if known or not found.cell else chip(self._ctx, self._sequence, found.level)

    def _standard(self, kind: str, level: str) -> str:
        """The points that meet the requirement."""
        if kind not in (RATING, EXAM) or self._how.ruler is None:
            return ""
        if not self._how.levels:
            return self._how.ruler.standard
        value = level_values(self._sequence.levels).get(level)
        return "" if value is None else figure(value)

    def _stretches(self, member: Member, found: Expectation, code: str) -> Iterator[LevelPart]:
        if found.new:
            yield LevelPart("", tuple(self._part(member, one, code) for one in found.new))
        for held in found.inherited:
            if held.indicators:
                yield self._stretch("nothing.same_as", held, member, code)

    def _open(self, member: Member, found: Expectation, code: str) -> Iterator[LevelPart]:
        yield from (self._stretch("compare.written_at", one, member, code) for one in found.open)

    def _stretch(self, head: str, source: Inherited, member: Member, code: str) -> LevelPart:
        level = level_name(self._ctx, self._sequence, source.level)
        parts = tuple(self._part(member, one, code) for one in source.indicators)
        return LevelPart(self._ctx.words(head, level=level), parts)

    def _part(self, member: Member, one: Indicator, code: str) -> RatedIndicator:
        mark = wording.mark_of_indicator(one)
        text = wording.of_indicator(self._ctx, one)
        return RatedIndicator(
            coded(one.code, code, mark), text, mark, one.negative, indicator_row(self._ctx, member, one)
        )

    def _papers(self, member: Member, level: str) -> Iterator[ExamPaper]:
        for topic in member[1].covers:
            weight = topic.weight
            if isinstance(weight, dict):
                weight = weight.get(level, weight.get(self._goal.level))
            yield ExamPaper(self._ctx.name(topic), figure(weight) if isinstance(weight, Decimal) else "")

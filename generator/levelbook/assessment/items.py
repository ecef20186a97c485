"""Makes the items of a checklist."""

from collections.abc import Iterator
from decimal import Decimal

from levelbook.assessment import wording
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
)
from levelbook.assessment.neighbours import neighbours
from levelbook.assessment.settings import Settings
from levelbook.assessment.targets import AssessmentTarget, asked, weight_column
from levelbook.localized.absence import Absence, absence, absence_of
from levelbook.localized.handbook import LocalizedHandbook
from levelbook.localized.names import level_name
from levelbook.model.calibration_mean import level_values
from levelbook.model.competency import CompetencyKind, Indicator
from levelbook.model.decimals import figure
from levelbook.model.handbook import Sequence
from levelbook.model.inheritance import Expectation, Inherited
from levelbook.model.values import Gap
from levelbook.queries.codes import answer_code, provisional_code
from levelbook.queries.index import Member
from levelbook.queries.requirements import NOT_REQUIRED, UNLISTED
from levelbook.queries.weights import WeightTable


class ItemMaker:
    """Makes the items of one checklist."""

    def __init__(
        self,
        book: LocalizedHandbook,
        sequence: Sequence,
        target: AssessmentTarget,
        settings: Settings,
        weights: WeightTable | None,
    ) -> None:
        """Lay out what all items have in common."""
        self._book = book
        self._sequence = sequence
        self._target = target
        self._settings = settings
        self._weights = weights
        self._column = weight_column(weights, target)

    def item(self, member: Member, group: str) -> ChecklistItem | Omitted | None:
        """A competency as an item; why it is left out; or nothing where it is not asked at all."""
        _, competency = member
        name = self._book.name(competency)
        if competency.sensitive:
            return Omitted(name, "sensitive")
        want = asked(self._sequence, self._target, member)
        cell = competency.cell(want.level or "")
        if want.gap == NOT_REQUIRED or (cell and cell.not_required):
            return Omitted(name, NOT_REQUIRED)
        figure_, gap = self._figure(member), want.gap
        if gap == UNLISTED:
            if not figure_:
                return Omitted(name, UNLISTED)
            gap = ""
        if self._target.step and not want.level and not gap and not figure_:
            return None
        found = self._book.expectation(self._sequence, member, want.level or "")
        kind, why = self._kind(member, found, gap)
        return self._made(member, group, found, kind, why)

    def _figure(self, member: Member) -> Decimal | Gap | None:
        if self._weights is None or self._column is None:
            return None
        return self._weights.figures.figure(self._weights.key(member), self._column)

    def _kind(self, member: Member, found: Expectation, gap: str) -> tuple[str, Absence | None]:
        """What kind of item it is, and why it cannot be rated."""
        owner, competency = member
        weight = self._figure(member)
        weighed = isinstance(weight, Decimal) and weight > 0
        condition = owner.kind(competency) is CompetencyKind.CONDITION
        why = absence(self._book, gap) if gap else self._unwritten(member, found)
        if self._book.by_exam(member) and not gap and (competency.covers or weighed):
            return EXAM, None
        if why is None:
            return (CONDITION if condition else RATING), None
        if weighed and not self._settings.levels and not gap:
            return (CONDITION if condition else RATING), None
        return NONE, self._why(weight, why)

    def _unwritten(self, member: Member, found: Expectation) -> Absence | None:
        """Why nothing can be held against; none where there is wording."""
        _, competency = member
        reason = absence_of(self._book, found.cell) if found.cell else absence_of(self._book, competency)
        if reason:
            return reason
        if self._settings.levels and not wording.ladder(self._book, self._sequence, member):
            return Absence("empty", self._book.words("check.no_wording"))
        if wording.lines(self._book, found):
            return None
        return Absence("empty", self._book.words("check.no_wording"))

    def _why(self, weight: Decimal | Gap | None, why: Absence) -> Absence:
        """Where points are all there is, the reason why there are none."""
        words = self._book.words
        if isinstance(weight, Gap):
            kind = absence(self._book, weight.value).kind
            return Absence(kind, words(f"points.{weight.value}"), words("check.no_demand"))
        return Absence("na", words("check.weight_zero")) if weight is not None and not weight else why

    def _made(self, member: Member, group: str, found: Expectation, kind: str, why: Absence | None) -> ChecklistItem:
        book, competency = self._book, member[1]
        code = answer_code(*member)
        weight = self._figure(member)
        ladder = self._settings.levels and kind == RATING
        level_parts = (
            tuple(self._level_parts(member, found, code)) if not ladder and kind in (RATING, CONDITION) else ()
        )
        cell = found.cell
        return ChecklistItem(
            code=code,
            name=book.name(competency),
            member=member,
            group=group,
            kind=kind,
            level=found.level,
            names_level=self._names_level(found),
            standard=self._standard(kind, found.level),
            text="\n".join(self._texts(member, found, kind, book.language)),
            mark=wording.mark(self._texts(member, found, kind, wording.SOURCE)),
            weight=figure(weight) if isinstance(weight, Decimal) else "",
            say=() if ladder else self._say(member, found, bool(level_parts), kind),
            level_parts=level_parts,
            open=tuple(self._open(member, found, code)) if kind == RATING and not ladder else (),
            neighbours=() if why else neighbours(book, self._sequence, member, found.level, ladder),
            papers=tuple(self._papers(member, found.level)) if kind == EXAM else (),
            none=why,
            incomplete=book.marked(cell, "incomplete") if cell else book.marked(competency, "incomplete"),
        )

    def _texts(self, member: Member, found: Expectation, kind: str, language: str) -> tuple[str, ...]:
        """The wording that is rated."""
        if kind == NONE:
            return ()
        if self._settings.levels and kind == RATING:
            return wording.ladder(self._book, self._sequence, member, language)
        written = wording.lines(self._book, found, language)
        return written or wording.named(member[1], language)

    def _say(self, member: Member, found: Expectation, indicators: bool, kind: str) -> tuple[str, ...]:
        """What stands over the indicators."""
        if found.cell and found.cell.summary:
            return (self._book.marked(found.cell, "summary"),)
        if indicators or kind == NONE:
            return ()
        _, competency = member
        definition = self._book.marked(competency, "definition")
        facets = self._book.series(self._book.name(topic) for topic in competency.covers)
        if kind == EXAM:
            return tuple(part for part in (definition,) if part)
        return tuple(part for part in (definition, facets) if part)

    def _names_level(self, found: Expectation) -> bool:
        known = self._target.kind == "level" or found.level == self._target.level
        return not known and found.cell is not None

    def _standard(self, kind: str, level: str) -> str:
        """The points that meet the requirement."""
        if kind not in (RATING, EXAM) or self._settings.ruler is None:
            return ""
        if not self._settings.levels:
            return self._settings.ruler.standard
        value = level_values(self._sequence.levels).get(level)
        return "" if value is None else figure(value)

    def _level_parts(self, member: Member, found: Expectation, code: str) -> Iterator[LevelPart]:
        if found.new:
            yield LevelPart("", tuple(self._part(member, one, code) for one in found.new))
        for held in found.inherited:
            if held.indicators:
                yield self._level_part("nothing.same_as", held, member, code)

    def _open(self, member: Member, found: Expectation, code: str) -> Iterator[LevelPart]:
        yield from (self._level_part("compare.written_at", one, member, code) for one in found.open)

    def _level_part(self, head: str, source: Inherited, member: Member, code: str) -> LevelPart:
        level = level_name(self._book, self._sequence, source.level)
        parts = tuple(self._part(member, one, code) for one in source.indicators)
        return LevelPart(self._book.words(head, level=level), parts)

    def _part(self, member: Member, one: Indicator, code: str) -> RatedIndicator:
        mark = wording.mark_of_indicator(one)
        text = wording.of_indicator(self._book, one)
        return RatedIndicator(provisional_code(one.code, code, mark), text, mark, one.negative, one)

    def _papers(self, member: Member, level: str) -> Iterator[ExamPaper]:
        for topic in member[1].covers:
            weight = topic.weight
            if isinstance(weight, dict):
                weight = weight.get(level, weight.get(self._target.level))
            yield ExamPaper(self._book.name(topic), figure(weight) if isinstance(weight, Decimal) else "")

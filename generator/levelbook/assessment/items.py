"""Makes the items of a checklist: one competency at a time, an item, a reason for leaving it out, or nothing.

Three questions are asked in this order, and each has its own answer on the page:

1. Is it asked here? What a target does not require, does not list or may not show is no item. It becomes an
   `Omitted`, which notes name, or `None` where no one would look for it. Points speak too: whoever gives a competency
   weight asks for it, even where the list of requirements is silent.
2. Can it be rated? There must be wording, subjects of an exam, or at least weight, which is rated by name; where
   ratings are levels, weight alone is not enough, as the levels must say something. Else the item stands on the list
   as `NONE` with the reason, so that nobody takes it for forgotten.
3. What does it say? Texts for reading (`summary`, indicators, neighbours) and the one wording that is rated (`text`,
   `mark`), which must hold everything that is rated and nothing else: see `wording` on why.

An empty level ("") runs through all of it and means a sequence without levels, or a demand that names none.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from levelbook.assessment import wording
from levelbook.assessment.item import (
    ChecklistItem,
    ExamPaper,
    LevelPart,
    Omitted,
    RatedIndicator,
)
from levelbook.assessment.neighbours import neighbours
from levelbook.assessment.rated_parts import rated_parts
from levelbook.assessment.scoring.checklist import ItemKind
from levelbook.assessment.settings import Settings
from levelbook.assessment.targets import AssessmentTarget, asked, weight_column
from levelbook.localized.absence import Absence, absence, absence_of
from levelbook.localized.handbook import LocalizedHandbook
from levelbook.localized.names import level_name
from levelbook.model.calibration_mean import level_values
from levelbook.model.competency import Cell, Competency, CompetencyKind, Indicator
from levelbook.model.decimals import figure
from levelbook.model.handbook import Sequence
from levelbook.model.inheritance import Expectation, Inherited
from levelbook.model.values import Gap
from levelbook.queries.codes import answer_code
from levelbook.queries.index import Member
from levelbook.queries.requirements import NOT_REQUIRED, UNLISTED
from levelbook.queries.weights import WeightTable


class ItemBuilder:
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
        required = asked(self._sequence, self._target, member)
        cell = competency.cell(required.level or "")
        if required.gap == NOT_REQUIRED or (cell and cell.not_required):
            return Omitted(name, NOT_REQUIRED)
        weight, gap = self._weight(member), required.gap
        if gap == UNLISTED:
            if not weight:
                return Omitted(name, UNLISTED)
            gap = ""
        if self._target.step and not required.level and not gap and not weight:
            return None
        expected = self._book.expectation(self._sequence, member, required.level or "")
        kind, reason = self._kind(member, expected, gap)
        return self._build(member, group, expected, kind, reason)

    def _weight(self, member: Member) -> Decimal | Gap | None:
        if self._weights is None or self._column is None:
            return None
        return self._weights.figures.figure(self._weights.key(member), self._column)

    def _kind(self, member: Member, expected: Expectation, gap: str) -> tuple[ItemKind, Absence | None]:
        """What kind of item it is, and why it cannot be rated."""
        owner, competency = member
        weight = self._weight(member)
        weighed = isinstance(weight, Decimal) and weight > 0
        kind = ItemKind.CONDITION if owner.kind(competency) is CompetencyKind.CONDITION else ItemKind.RATING
        reason = absence(self._book, self._sequence, gap) if gap else self._unwritten(member, expected)
        if self._book.by_exam(member) and not gap and (competency.covers or weighed):
            return ItemKind.EXAM, None
        if reason is None or (weighed and not self._settings.rates_levels and not gap):
            return kind, None
        return ItemKind.NONE, self._reason(weight, reason)

    def _unwritten(self, member: Member, expected: Expectation) -> Absence | None:
        """Why there is nothing to hold oneself against; none where there is wording, be it one sentence."""
        _, competency = member
        reason = absence_of(self._book, member[0], expected.cell or competency)
        if reason and not (expected.cell and expected.cell.summary):
            return reason
        if self._settings.rates_levels and not wording.texts_of_all_levels(self._book, self._sequence, member):
            return Absence("empty", self._book.words("check.no_wording"))
        if wording.texts_at_level(self._book, expected):
            return None
        return Absence("empty", self._book.words("check.no_wording"))

    def _reason(self, weight: Decimal | Gap | None, unwritten: Absence) -> Absence:
        """Why it cannot be rated: where points are all there is, the reason why there are none."""
        words = self._book.words
        if isinstance(weight, Gap):
            kind = absence(self._book, self._sequence, weight.value).kind
            return Absence(
                kind, words(f"points.{weight.value}"), self._book.words_of(self._sequence)("check.no_demand")
            )
        return Absence("na", words("check.weight_zero")) if weight is not None and not weight else unwritten

    def _build(
        self, member: Member, group: str, expected: Expectation, kind: ItemKind, reason: Absence | None
    ) -> ChecklistItem:
        book, (_, competency) = self._book, member
        code, weight, cell = answer_code(*member), self._weight(member), expected.cell
        by_level = self._settings.rates_levels and kind is ItemKind.RATING
        lists_indicators = not by_level and kind in (ItemKind.RATING, ItemKind.CONDITION)
        level_parts = tuple(self._level_parts(expected, code)) if lists_indicators else ()
        return ChecklistItem(
            code=code,
            name=book.name(competency),
            member=member,
            group=group,
            kind=kind,
            level=expected.level,
            names_level=self._names_level(expected),
            standard=self._standard(kind, expected.level),
            text="\n".join(self._texts(member, expected, kind, book.language)),
            mark=wording.mark(self._texts(member, expected, kind, wording.SOURCE)),
            weight=figure(weight) if isinstance(weight, Decimal) else "",
            summary=() if by_level else self._summary(member, expected, bool(level_parts), kind),
            level_parts=level_parts,
            unstated=tuple(self._open_parts(expected, code)) if kind is ItemKind.RATING and not by_level else (),
            neighbours=() if reason else neighbours(book, self._sequence, member, expected.level, by_level),
            papers=tuple(self._papers(competency, expected.level)) if kind is ItemKind.EXAM else (),
            absence=reason,
            incomplete=book.marked(cell or competency, "incomplete") or ("" if reason else self._bare(cell)),
        )

    def _bare(self, cell: Cell | None) -> str:
        """Why a level has a sentence and no indicators."""
        reason = absence_of(self._book, self._sequence, cell) if cell else None
        return (reason.why or reason.text) if reason else ""

    def _texts(self, member: Member, expected: Expectation, kind: ItemKind, language: str) -> tuple[str, ...]:
        """The wording that is rated."""
        if kind is ItemKind.NONE:
            return ()
        if self._settings.rates_levels and kind is ItemKind.RATING:
            return wording.texts_of_all_levels(self._book, self._sequence, member, language)
        texts = wording.texts_at_level(self._book, expected, language)
        return texts or wording.definition_or_name(member[1], language)

    def _summary(self, member: Member, expected: Expectation, has_indicators: bool, kind: ItemKind) -> tuple[str, ...]:
        """What stands over the indicators: the summary, or all there is."""
        by_level = wording.by_level_sentences(self._book, expected)
        if expected.cell and (expected.cell.summary or by_level):
            summary = self._book.marked(expected.cell, "summary")
            return (*((summary,) if summary else ()), *by_level)
        if has_indicators or kind is ItemKind.NONE:
            return ()
        _, competency = member
        definition = self._book.marked(competency, "definition")
        facets = self._book.series(self._book.name(topic) for topic in competency.covers)
        texts = (definition,) if kind is ItemKind.EXAM else (definition, facets)
        return tuple(text for text in texts if text)

    def _names_level(self, expected: Expectation) -> bool:
        in_title = self._target.kind == "level" or expected.level == self._target.level
        return not in_title and expected.cell is not None

    def _standard(self, kind: ItemKind, level: str) -> str:
        """The points that meet the requirement."""
        if kind not in (ItemKind.RATING, ItemKind.EXAM) or self._settings.scale is None:
            return ""
        if not self._settings.rates_levels:
            return self._settings.scale.standard
        value = level_values(self._sequence.levels).get(level)
        return "" if value is None else figure(value)

    def _level_parts(self, expected: Expectation, code: str) -> Iterator[LevelPart]:
        if expected.new:
            yield LevelPart("", self._rated(expected.new, code))
        for inherited in expected.inherited:
            if inherited.indicators:
                yield self._level_part("nothing.same_as", inherited, code)

    def _open_parts(self, expected: Expectation, code: str) -> Iterator[LevelPart]:
        for inherited in expected.open:
            part = self._level_part("compare.written_at", inherited, code)
            yield LevelPart(part.head, tuple(rated for rated in part.indicators if rated.is_first))

    def _level_part(self, head: str, inherited: Inherited, code: str) -> LevelPart:
        level = level_name(self._book, self._sequence, inherited.level)
        return LevelPart(self._book.words(head, level=level), self._rated(inherited.indicators, code))

    def _rated(self, indicators: Iterable[Indicator], item_code: str) -> tuple[RatedIndicator, ...]:
        return tuple(rated for indicator in indicators for rated in rated_parts(self._book, indicator, item_code))

    def _papers(self, competency: Competency, level: str) -> Iterator[ExamPaper]:
        for topic in competency.covers:
            weight = topic.weight
            if isinstance(weight, dict):
                weight = weight.get(level, weight.get(self._target.level))
            share = figure(weight) if isinstance(weight, Decimal) else ""
            yield ExamPaper(self._book.name(topic), share, topic.name)

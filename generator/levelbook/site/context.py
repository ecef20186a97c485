"""What every planner has at hand: the handbook, the words of the page's language, look-ups asked again and again."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from levelbook.catalogue import Catalogue
from levelbook.model.base import Named, Shape, Topic
from levelbook.model.competency import Competency, Measure
from levelbook.model.handbook import Handbook, Sequence
from levelbook.model.inheritance import Expectation, expectation
from levelbook.model.sequence import Group
from levelbook.queries.level_diff import Change, level_changes
from levelbook.site.links import LinkIndex, LinkTarget
from levelbook.text.inline import Marked, plain

Member = tuple[Sequence, Competency]
"""A competency with the sequence it belongs to, which may be another than the reader's."""

HAN = "零一二三四五六七八九十"


class Context:
    """The handbook in one language, with what has been looked up already."""

    def __init__(self, handbook: Handbook, words: Catalogue) -> None:
        """Lay the handbook and the words out."""
        self.handbook = handbook
        self.words = words
        self.language = words.language
        self.places = LinkIndex(handbook, words.language)
        self.lines: dict[tuple[str, str, bool], Any] = {}
        """Lines of indicators made already, by competency and code: most stand on many pages."""
        self.pointing: dict[LinkTarget, tuple[LinkTarget, ...]] | None = None
        """What points to each thing, once it has been looked up."""
        self._standings: dict[tuple[str, str, str, str], Expectation] = {}
        self._changes: dict[tuple[str, str, str, str, str], tuple[Change, ...]] = {}

    def text(self, shape: Shape, key: str) -> str:
        """A text of the data in the page's language, in plain words."""
        text = shape.localized(key, self.language)
        return plain(text) if shape.may_hold_marks(key) else text

    def marked(self, shape: Shape, key: str) -> Marked:
        """A text of the data in the page's language with its bold, code and links, for templates."""
        return Marked(shape.localized(key, self.language))

    def name(self, shape: Named | Topic) -> str:
        """The name of a thing in the page's language."""
        return shape.localized("name", self.language)

    def name_of_handbook(self) -> str:
        """What the handbook is called in the page's language."""
        return self.text(self.handbook.head, "name")

    def sequence_name(self, sequence: Sequence) -> str:
        """The name of a sequence in the page's language."""
        return self.name(sequence.head)

    def count(self, unit: str, n: int) -> str:
        """A figure with its unit: 16 条指标."""
        form = "one" if n == 1 else "many"
        return self.words(f"count.{unit}.{form}", n=f"{n:,}")

    def numeral(self, n: int) -> str:
        """A small number as prose writes it: 四, four."""
        small = self.words("number.small").split()
        if n < len(small):
            return small[n]
        return _han(n) if self.language == "zh" else str(n)

    def amount(self, n: int) -> str:
        """A small number before a measure word, where two is 两."""
        return self.words("number.two") if n == 2 else self.numeral(n)

    def series(self, parts: Iterable[str]) -> str:
        """Things in a row: 甲、乙、丙."""
        return self.words("join.series").join(part for part in parts if part)

    def clauses(self, parts: Iterable[str]) -> str:
        """Clauses in a row: 甲，乙."""
        return self.words("join.clauses").join(part for part in parts if part)

    def word(self, sequence: Sequence, key: str) -> str:
        """The sequence's own word for one of ours, or ours."""
        return self.text(sequence.head.words, key) or self.words(f"word.{key}")

    def members(self, sequence: Sequence, group: Group) -> tuple[Member, ...]:
        """The competencies that stand in a group itself, borrowed ones too."""
        found = (self.handbook.competency(sequence, address) for address in group.competencies)
        return tuple(member for member in found if member)

    def all_members(self, sequence: Sequence) -> tuple[Member, ...]:
        """All competencies of a sequence's tree, in its order."""
        return tuple(member for _, group in sequence.groups() for member in self.members(sequence, group))

    def standing(self, reader: Sequence, member: Member, level: str) -> Expectation:
        """What holds for a competency at a level of the reader's sequence."""
        owner, competency = member
        key = (reader.id, owner.id, competency.id, level)
        if key not in self._standings:
            self._standings[key] = expectation(reader, competency, level)
        return self._standings[key]

    def changes(self, reader: Sequence, member: Member, low: str, high: str) -> tuple[Change, ...]:
        """What changes for a competency between two levels."""
        owner, competency = member
        key = (reader.id, owner.id, competency.id, low, high)
        if key not in self._changes:
            self._changes[key] = level_changes(reader, competency, low, high)
        return self._changes[key]

    @cached_property
    def concepts(self) -> dict[str, tuple[Member, ...]]:
        """The competencies in force of each concept, in the order of the sequences."""
        found: dict[str, list[Member]] = {}
        for sequence in self.handbook.sequences.values():
            for one in sequence.competencies.values():
                if one.concept and not sequence.head.retired:
                    found.setdefault(one.concept, []).append((sequence, one))
        return {key: tuple(members) for key, members in found.items()}

    def by_exam(self, member: Member) -> bool:
        """Whether a competency is found out by an exam alone: subjects, no cells."""
        owner, competency = member
        return owner.measure(competency) is Measure.EXAM and not competency.levels and not competency.indicators

    def reworded(self, sequence: Sequence) -> bool:
        """Whether a sequence's texts are the editors' own words for what its source says."""
        source = sequence.head.source
        if source is None:
            return False
        return self.handbook.head.reworded if source.reworded is None else source.reworded

    def version(self) -> str:
        """The number of the newest release, or nothing."""
        release = self.handbook.release
        return release.version if release else ""


def _han(n: int) -> str:
    if n > 99:
        return str(n)
    tens, ones = divmod(n, 10)
    return (HAN[tens] if tens > 1 else "") + ("十" if tens else "") + (HAN[ones] if ones else "")

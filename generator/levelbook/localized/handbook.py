"""The handbook in one language."""

from collections.abc import Iterable

from levelbook.catalogue import Catalogue
from levelbook.localized.texts import marked_of, name_of, text_of
from levelbook.model.base import Named, Shape, Topic
from levelbook.model.handbook import Handbook, Sequence
from levelbook.queries.index import HandbookIndex
from levelbook.text.inline import Marked

HAN_DIGITS = "零一二三四五六七八九十"


class LocalizedHandbook(HandbookIndex):
    """The handbook with its texts and the interface's words in one language."""

    def __init__(self, handbook: Handbook, words: Catalogue) -> None:
        """Speak the language of the words."""
        super().__init__(handbook)
        self.words = words.without_source if self.written_here(None) else words
        self.language = words.language

    def words_of(self, sequence: Sequence | None) -> Catalogue:
        """The words for what is said of a sequence, which speak of no source where it has none."""
        return self.words if sequence is None or not self.written_here(sequence) else self.words.without_source

    def text(self, shape: Shape, key: str) -> str:
        """A text of the data in the page's language, in plain words."""
        return text_of(shape, key, self.language)

    def marked(self, shape: Shape, key: str) -> Marked:
        """A text of the data in the page's language with its bold, code and links, for templates."""
        return marked_of(shape, key, self.language)

    def name(self, shape: Named | Topic) -> str:
        """The name of a thing in the page's language."""
        return name_of(shape, self.language)

    def name_of_handbook(self) -> str:
        """What the handbook is called in the page's language."""
        return self.text(self.handbook.head, "name")

    def sequence_name(self, sequence: Sequence) -> str:
        """What a sequence is called on pages: its short name where it has one."""
        return self.text(sequence.head, "short_name") or self.name(sequence.head)

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

    def levels(self, n: int) -> str:
        """How many levels there are, in few words: 四级."""
        return self.words("number.one_level") if n == 1 else self.words("number.levels", n=self.amount(n))

    def series(self, parts: Iterable[str]) -> str:
        """Things in a row: 甲、乙、丙; parted by more where one holds the sign itself: grade 2, upper; grade 1."""
        row, sign = [part for part in parts if part], self.words("join.series")
        return (self.words("join.parted") if any(sign in part for part in row) else sign).join(row)

    def clauses(self, parts: Iterable[str]) -> str:
        """Clauses in a row: 甲，乙."""
        return self.words("join.clauses").join(part for part in parts if part)

    def word(self, sequence: Sequence, key: str) -> str:
        """The sequence's own word for one of ours, or ours."""
        return self.text(sequence.head.words, key) or self.words(f"word.{key}")


def _han(n: int) -> str:
    if n > 99:
        return str(n)
    tens, ones = divmod(n, 10)
    return (HAN_DIGITS[tens] if tens > 1 else "") + ("十" if tens else "") + (HAN_DIGITS[ones] if ones else "")

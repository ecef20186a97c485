"""What is said of a pair, of an offer and of what would be written, line by line."""

from collections.abc import Iterator

from levelbook.advice.dropped import dropped_clauses
from levelbook.advice.raises import SentencePair, Written
from levelbook.advice.rarity import Rarity
from levelbook.catalogue import Catalogue
from levelbook.commands.suggest.offer import Offer
from levelbook.commands.terminal import Paint
from levelbook.localized.texts import name_of
from levelbook.model.advice import AdviceCode
from levelbook.text import signs
from levelbook.text.wording import difference, joined


class PairText:
    """Tells pairs in one language."""

    def __init__(self, words: Catalogue, rarity: Rarity, paint: Paint) -> None:
        """Take how telling words are, to say what a raise drops."""
        self._words, self._rarity, self._paint = words, rarity, paint

    def head(self, offer: Offer, kind: str, number: int, count: int, pair: SentencePair) -> str:
        """Which pair it is of how many, of which competency, between which levels."""
        low, high = (self._level(offer, one) for one in (pair.lower, pair.higher))
        place = self._words("suggest.place", name=name_of(pair.competency, self._words.language), low=low, high=high)
        if kind == "equal":
            place = self._words(
                "suggest.place_equal", name=name_of(pair.competency, self._words.language), low=low, high=high
            )
        title = self._words(f"suggest.head_{kind}", at=number, n=count, place=place)
        score = "" if kind == "equal" else "  " + self._paint("dim", f"{pair.score:.2f}")
        return self._paint("bold", title) + score

    def lines(self, offer: Offer, pair: SentencePair) -> Iterator[str]:
        """Both sentences, what changes in one, and what the higher one says no more."""
        old, new = pair.lower, pair.higher
        width = max(len(self._name(one)) for one in (old, new))
        for one in (old, new):
            yield f"  {self._name(one):<{width}}  {signs.visible(one.indicator.words)}"
        found = difference(old.indicator.words, new.indicator.words)
        if not found.rewritten:
            yield self._beside("together", width, "dim", self._paint.joined(joined(found.before, found.after)))
        dropped = dropped_clauses(self._rarity, old.indicator.words, [new.indicator.words])
        if dropped:
            texts = self._words("problem.comma").join(map(signs.visible, dropped))
            said = self._words("suggest.drops", level=self._level(offer, new), texts=texts)
            yield self._beside("look", width, "look", f"{said} {self._paint('dim', f'[{AdviceCode.RAISE_DROPS}]')}")

    def equal(self, pair: SentencePair) -> str:
        """A sentence with the two codes it has."""
        names = f"{self._name(pair.lower)} = {self._name(pair.higher)}"
        return f"  {names}  {signs.visible(pair.higher.indicator.words)}"

    def _beside(self, key: str, width: int, style: str, text: str) -> str:
        """A line whose label stands under the codes; a Chinese character is two columns wide."""
        label = self._words(f"suggest.{key}")
        blanks = " " * max(width - sum(1 + (sign > "\u2e80") for sign in label), 0)
        return f"  {self._paint(style, label)}{blanks}  {text}"

    def _name(self, written: Written) -> str:
        return written.indicator.code or self._words("suggest.uncoded")

    def _level(self, offer: Offer, written: Written) -> str:
        level = offer.sequence.level(written.level)
        return name_of(level, self._words.language) if level else written.level


def summary(offer: Offer, words: Catalogue) -> Iterator[str]:
    """What was found in a sequence, in a sentence."""
    name = name_of(offer.sequence.head, words.language)
    if offer.marked:
        yield words("suggest.marked", name=name, n=offer.marked)
    else:
        yield words("suggest.unmarked", name=name)
    likely, single, equal = len(offer.likely), len(offer.single), len(offer.equal)
    if likely or single:
        yield words("suggest.found", n=likely + single, likely=likely, single=single)
    else:
        yield words("suggest.found_none")
    if equal:
        yield words("suggest.found_equal", n=equal)
    if offer.uncoded:
        yield words("suggest.found_uncoded", n=offer.uncoded)

"""Asks a person about every pair: the likeliest first, which may be accepted together, then the others one by one.

Nothing is written here. `q`, or the end of what is typed, ends the questions and keeps the answers given until then;
they are shown and asked about once more before anything is written.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from levelbook.advice.raises import SentencePair
from levelbook.catalogue import Catalogue
from levelbook.commands.suggest.answers import PairAnswer, PairWord
from levelbook.commands.suggest.offer import Offer
from levelbook.commands.suggest.show import PairText, summary
from levelbook.commands.terminal import Paint, Person

_KEYS = {"likely": "ynasq", "single": "ynsq", "equal": "rsq"}
"""What may be answered: yes, no, all of the rest, skip, quit; that a sentence is repeated on purpose."""


class _Ended(Exception):
    """The person wants no more questions."""


@dataclass
class Dialogue:
    """A talk about what is offered."""

    person: Person
    words: Catalogue
    texts: PairText
    paint: Paint
    answers: list[PairAnswer] = field(default_factory=list)

    def about(self, offers: tuple[Offer, ...]) -> list[PairAnswer]:
        """The answers to everything that is offered, or to as much as somebody wanted to answer."""
        try:
            for offer in offers:
                self._about_one(offer)
        except _Ended:
            self.person.say()
        return self.answers

    def _about_one(self, offer: Offer) -> None:
        for line in summary(offer, self.words):
            self.person.say(line)
        for kind, pairs in (("likely", offer.likely), ("single", offer.single), ("equal", offer.equal)):
            for at, pair in enumerate(pairs):
                self.person.say()
                self.person.say(self.texts.head(offer, kind, at + 1, len(pairs), pair))
                for line in self._lines(offer, kind, pair):
                    self.person.say(line)
                if self._answered(kind, pair, pairs[at + 1 :]):
                    break
        self.person.say()

    def _lines(self, offer: Offer, kind: str, pair: SentencePair) -> Iterator[str]:
        if kind == "equal":
            yield self.texts.equal(pair)
        else:
            yield from self.texts.lines(offer, pair)

    def _answered(self, kind: str, pair: SentencePair, rest: tuple[SentencePair, ...]) -> bool:
        """Keeps what is said of a pair; whether that holds for all of the rest too."""
        keys = _KEYS[kind] if rest else _KEYS[kind].replace("a", "")
        key = self.choice({key: self.words(f"suggest.key_{key}", n=len(rest)) for key in keys})
        if key == "q":
            raise _Ended
        if key in "ya":
            self.answers += [PairAnswer(one, PairWord.RAISES) for one in ((pair, *rest) if key == "a" else (pair,))]
        elif key == "n":
            self.answers.append(PairAnswer(pair, PairWord.REFUSED, self._reason("refused")))
        elif key == "r":
            self.answers.append(PairAnswer(pair, PairWord.KEPT, self._reason("kept")))
        return key == "a"

    def _reason(self, word: str) -> str:
        return self.person.ask(self.words(f"suggest.why_{word}")) or ""

    def choice(self, keys: Mapping[str, str]) -> str:
        """Which of some keys is typed."""
        return choice(self.person, self.words, self.paint, keys)


def choice(person: Person, words: Catalogue, paint: Paint, keys: Mapping[str, str]) -> str:
    """Which of some keys is typed; asked again until it is one, and `q` where nobody answers any more."""
    said = "  ".join(f"{paint('bold', key)} {meaning}" for key, meaning in keys.items())
    while True:
        typed = person.ask(f"{said}  ›")
        if typed is None:
            return "q"
        if typed[:1].casefold() in tuple(keys):
            return typed[:1].casefold()
        person.say(words("suggest.no_such_key", keys=words("join.series").join(keys)))

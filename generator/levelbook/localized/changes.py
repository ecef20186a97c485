"""A typed change as a sentence, and whom it concerns, in one language.

A sentence has a beginning and, where a text was reworded, both texts in one behind it; how words that are gone or added
are shown is for whoever prints it. All of it comes from the two tables, so that a release of long ago reads as it did.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from levelbook.catalogue import Catalogue
from levelbook.history.change import TypedChange
from levelbook.localized.fact_names import FactNames, item_text
from levelbook.model.history import ChangeClass, Fact, FactTable
from levelbook.queries.requirements import NOT_REQUIRED
from levelbook.text.wording import JoinedWord, difference, joined

_WITH_WHOM: Final = (
    "indicator-",
    "item-",
    "raises-",
    "cell-filled",
    "cell-emptied",
    "competency-added",
    "competency-retired",
)
"""Beginnings of the kinds of change that do not say themselves whom they concern."""
_TEXT_KEYS: Final = frozenset({"text", "definition", "short", "summary", "role", "help", "name", "reference"})
_NAMES_OTHERS: Final = frozenset({"level", "in", "seq", "same_as", "holds", "target_from", "concept"})
"""Keys whose values are addresses or ids of other things."""


@dataclass(frozen=True)
class ChangeSentence:
    """A change, said."""

    lead: str
    """What happened to what; all of it where no text was reworded."""
    words: tuple[JoinedWord, ...] = ()
    """The old text and the new one in one, behind it."""
    whom: str = ""
    """Whom it concerns; nothing where it says so itself."""

    def marked(self, gone: str = "[-{}-]", added: str = "{{+{}+}}") -> str:
        """All of it as one text, with signs around what is gone and what is added."""
        forms = {"gone": gone, "added": added}
        return self.lead + "".join(forms.get(word.fate, "{}").format(word.text) for word in self.words)


class ChangeSentences:
    """Says changes between two tables in one language."""

    def __init__(self, words: Catalogue, before: FactTable, after: FactTable) -> None:
        """Takes the words of the reader's language."""
        self._say = words
        self._names = FactNames(before, after, words.language)

    def sentence(self, change: TypedChange) -> ChangeSentence:
        """A change with whom it concerns."""
        lead = self._say(self._key(change), **self._facts(change))
        shown = lead.endswith(("：", ": "))
        return ChangeSentence(lead, self.words_of(change) if shown else (), self.whom_in_brackets(change))

    def _key(self, change: TypedChange) -> str:
        if change.kind == "indicator-reworded" and change.members:
            return "diff.takes-in"
        if change.kind == "required-level" and not change.members:
            return "diff.required-of-all"
        key = f"diff.kind.{change.kind}"
        return key if key in self._say else "diff.anything"

    def line(self, change: TypedChange, gone: str = "[-{}-]", added: str = "{{+{}+}}") -> str:
        """A change as one line: what it means, what it is, whom it concerns."""
        sentence = self.sentence(change)
        key = "diff.line-with-whom" if sentence.whom else "diff.line"
        meaning = self.meaning(change.change_class)
        return self._say(key, meaning=meaning, text=sentence.marked(gone, added), whom=sentence.whom)

    def meaning(self, change_class: ChangeClass) -> str:
        """What a class of change is called."""
        return self._say(f"diff.class.{change_class.value}")

    def rule(self, change: TypedChange) -> str:
        """Why a change means what it means, in a few words; nothing where that goes without saying."""
        key = f"diff.rule.{change.rule}"
        return self._say(key) if change.rule and key in self._say else ""

    def name(self, address: str) -> str:
        """What a thing is called."""
        return self._names.name(address)

    def place(self, level: str) -> str:
        """A level with its sequence."""
        sequence = self.name(str(self._names.fact(level).get("seq", "")))
        return self._say("diff.levels", sequence=sequence, levels=self.name(level))

    def words_of(self, change: TypedChange) -> tuple[JoinedWord, ...]:
        """The old text and the new one in one, in the reader's language where both are translated."""
        key, language = change.key, self._names.language
        if change.kind.startswith("item-") and change.members:
            return self._words_of_item(change, language)
        if key not in _TEXT_KEYS or not change.before or not change.after:
            return change.words
        old, new = (fact.get(f"{key}_{language}") for fact in (change.before, change.after))
        if not old or not new or old == new:
            return change.words
        runs = difference(*self._names.changed(change.before, change.after, key))
        return joined(runs.before, runs.after)

    def _words_of_item(self, change: TypedChange, language: str) -> tuple[JoinedWord, ...]:
        """The text of an item before and after, in the reader's language where it is translated."""
        old, new = (item_text(fact, change.members[0], language) for fact in (change.before, change.after))
        if old is None or new is None:
            return change.words
        runs = difference(old, new)
        return joined(runs.before, runs.after)

    def detail(self, change: TypedChange) -> tuple[JoinedWord, ...]:
        """The text of what was added or has ended, which its sentence does not repeat."""
        if change.words or not change.kind.endswith(("-added", "-retired", "-split", "-merged", "-vanished")):
            return ()
        ended = not change.kind.endswith("-added")
        fact = (change.before if ended else change.after) or change.after
        text = self._names.text(fact, "text") or self._names.text(fact, "name")
        return (JoinedWord(text, "gone" if ended else "added"),) if text else ()

    def whom_in_brackets(self, change: TypedChange) -> str:
        """Whom a change concerns; nothing where its sentence says so, or where it concerns nobody."""
        return self.whom(change) if change.kind.startswith(_WITH_WHOM) and not change.kind.endswith("vanished") else ""

    def whom(self, change: TypedChange) -> str:
        """Whom a change concerns: levels by sequence, grades and positions, courses."""
        touches = change.touches
        by_sequence: dict[str, list[str]] = {}
        for level in touches.levels:
            by_sequence.setdefault(str(self._names.fact(level).get("seq", "")), []).append(level)
        parts = [
            self._say("diff.levels", sequence=self.name(sequence), levels=self._series(map(self.name, levels)))
            for sequence, levels in by_sequence.items()
        ]
        parts.append(self._series(map(self.name, (*touches.grades, *touches.positions))))
        if touches.courses:
            form = "one" if len(touches.courses) == 1 else "many"
            parts.append(self._say(f"diff.courses.{form}", n=len(touches.courses)))
        return self._say("diff.parts").join(part for part in parts if part)

    def _series(self, parts: Iterable[str]) -> str:
        return self._say("join.series").join(parts)

    def _facts(self, change: TypedChange) -> dict[str, str]:
        """What sentences may name of a change."""
        fact = change.after or change.before or {}
        old, new = self._values(change)
        own = str(fact.get("name", "")) or change.address
        return {
            "code": change.address,
            "name": self._names.text(fact, "name") or self._of(fact) or own,
            "old": old or "—",
            "new": new or "—",
            "key": change.key.partition(".")[2] or change.key,
            "members": self._series(change.members),
            "competency": self._series(map(self.name, change.members)),
            "sequence": self.name(str(fact.get("seq", ""))),
            "why": self._why(change),
        }

    def _of(self, fact: Fact) -> str:
        return self.name(str(fact["of"])) if "of" in fact else ""

    def _why(self, change: TypedChange) -> str:
        end = (change.after or {}).get("retired")
        return self._names.text(end, "why") if isinstance(end, dict) else ""

    def _values(self, change: TypedChange) -> tuple[str, str]:
        key = change.key
        if change.kind == "required-level":
            return self._asked(change, change.before), self._asked(change, change.after)
        if change.kind == "exam-band":
            return self._lowest(change, change.before), self._lowest(change, change.after)
        if change.kind == "raises-unlinked":
            return self._value(change.before, key), self._value(change.after, key)
        if change.kind == "weight":
            return self._points(change)
        if change.kind == "sequence-cumulative":
            held = (str((fact or {}).get(key, "no")) for fact in (change.before, change.after))
            old, new = (self._say(f"diff.cumulative.{word}") for word in held)
            return old, new
        if isinstance((change.after or change.before or {}).get(key), str) and key not in _NAMES_OTHERS:
            return self._names.changed(change.before, change.after, key)
        return self._value(change.before, key), self._value(change.after, key)

    def _asked(self, change: TypedChange, fact: Fact | None) -> str:
        """The level that is asked of one competency, or of all."""
        facts = fact or {}
        competency = change.members[0] if change.members else ""
        level = str((facts.get("required") or {}).get(competency, facts.get("level", "")))
        if level == NOT_REQUIRED:
            return self._say("diff.not-required")
        owner = str(self._names.fact(competency).get("seq", ""))
        return self._names.level((str(facts.get("seq", "")), owner), level)

    def _lowest(self, change: TypedChange, fact: Fact | None) -> str:
        points = change.key.partition(".")[2]
        bands = ((fact or {}).get("exam") or {}).get("bands", ())
        return next((str(band["from"]) for band in bands if band["points"] == points), "")

    def _points(self, change: TypedChange) -> tuple[str, str]:
        """Figures of a row; those of the columns that differ where it has several."""
        old, new = ((fact or {}).get("points") for fact in (change.before, change.after))
        if not isinstance(old, dict) or not isinstance(new, dict):
            return self._figure(old), self._figure(new)
        columns = [column for column in dict.fromkeys((*old, *new)) if old.get(column) != new.get(column)]
        if len(old.keys() | new.keys()) == 1:
            return self._figure(old.get(columns[0])), self._figure(new.get(columns[0]))
        seq = str((change.after or change.before or {}).get("seq", ""))
        named = [self._names.level((seq,), column) for column in columns]
        told = [
            [self._say("diff.in-column", column=name, figure=self._figure(row.get(column)))]
            for row in (old, new)
            for name, column in zip(named, columns, strict=True)
        ]
        half = len(columns)
        return (
            self._series(text for (text,) in told[:half]),
            self._series(text for (text,) in told[half:]),
        )

    def _figure(self, value: Any) -> str:
        if isinstance(value, dict):
            return self._series(map(str, value.values()))
        key = f"diff.gap.{value}"
        return self._say(key) if key in self._say else str(value if value is not None else "")

    def _value(self, fact: Fact | None, key: str) -> str:
        """What a key of a fact held, in words."""
        facts = fact or {}
        value, seq = facts.get(key), str(facts.get("seq", ""))
        if key == "level" or key in ("same_as", "holds", "target_from"):
            return self._names.level((seq,), str(value)) if value else ""
        if key == "concept":
            named = value if isinstance(value, list) else [value] if value else []
            return self._series(self.name(f"concept:{one}") for one in named)
        if key == "in":
            return self.name(str(value)) if value else ""
        if isinstance(value, list):
            return self._series(str(one).removeprefix(f"{seq}.") for one in value if isinstance(one, str))
        if isinstance(value, bool):
            return self._say("diff.yes" if value else "diff.no")
        return "" if isinstance(value, dict) else str(value if value is not None else "")

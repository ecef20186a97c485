"""What things are called in tables of facts, in one language."""

from levelbook.model.history import Fact, FactTable
from levelbook.text.inline import plain


class FactNames:
    """Names and texts by address; of what is gone those that it had."""

    def __init__(self, before: FactTable, after: FactTable, language: str) -> None:
        """Takes two tables and the language of the reader."""
        self._before, self._table, self.language = before, {**before, **after}, language

    def fact(self, address: str) -> Fact:
        """What is known last of a thing."""
        return self._table.get(address, {})

    def text(self, fact: Fact | None, key: str) -> str:
        """A text of a thing in the reader's language, or as written."""
        facts = fact or {}
        return plain(str(facts.get(f"{key}_{self.language}") or facts.get(key) or ""))

    def name(self, address: str) -> str:
        """What a thing is called; its address where it has no name."""
        fact = self.fact(address)
        return self.text(fact, "short_name") or self.text(fact, "name") or address

    def level(self, sequences: tuple[str, ...], level: str) -> str:
        """The name of a level of one of these sequences; its id where none of them has it."""
        address = next((f"{seq}.{level}" for seq in sequences if f"{seq}.{level}" in self._table), "")
        return self.name(address) if address else level

    def changed(self, before: Fact | None, after: Fact | None, key: str) -> tuple[str, str]:
        """A text before and after, in the reader's language where it differs there."""
        old, new = self.text(before, key), self.text(after, key)
        if old == new:
            old, new = (plain(str((fact or {}).get(key) or "")) for fact in (before, after))
        return old, new


def item_text(fact: Fact | None, code: str, language: str) -> str | None:
    """The translation of an item that an indicator asks; empty where it does not ask it, none where there is none."""
    listed = (fact or {}).get("items") or ()
    item = next((item for item in listed if code.endswith(f"-{item['id']}") and "retired" not in item), None)
    if item is None:
        return ""
    text = item.get(f"text_{language}")
    return plain(str(text)) if text else None

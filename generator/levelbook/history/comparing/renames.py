"""Brings an older table to the addresses of the newer one, as far as it is known where things went.

What the ledger leads on (a level's id, a competency in another sequence) is one thing with a new name, not one that
ended and one that began. And a sentence that had no code yet is the same sentence once it has one.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from levelbook.model.history import Fact, FactTable
from levelbook.model.ledger import led_on

_PROVISIONAL: Final = re.compile(r"[A-Z0-9-]+\.[0-9a-f]{8}(~[0-9]+)?")
_LEVELS_IN: Final = ("level", "same_as", "holds", "target_from")


@dataclass(frozen=True)
class BroughtForward:
    """An older table by newer addresses."""

    table: FactTable
    former: Mapping[str, str]
    """The former address by the newer one."""


def provisional(address: str) -> bool:
    """Whether an address only serves until there is a code."""
    return bool(_PROVISIONAL.fullmatch(address))


def brought(before: FactTable, after: FactTable, now: Mapping[str, str]) -> BroughtForward:
    """The older table by the addresses of the newer one."""
    led = {old: new for old in before if (new := led_on(old, now)[-1]) != old and old not in after and new in after}
    levels = {
        (str(before[old]["seq"]), str(before[old]["id"])): str(after[new]["id"])
        for old, new in led.items()
        if before[old]["kind"] == after[new]["kind"] == "level"
    }
    table = dict(before)
    if led:
        rewriter = _Rewriter(led, levels, before)
        table = {rewriter.address(address, fact): rewriter.fact(fact) for address, fact in before.items()}
    coded = _coded(table, after)
    table = {coded.get(address, address): fact for address, fact in table.items()}
    return BroughtForward(table, {new: old for old, new in led.items()})


def _coded(before: FactTable, after: FactTable) -> dict[str, str]:
    """The addresses of those that had none of their own, and have one now, by what they say."""
    new: dict[tuple[object, ...], str] = {}
    for address in sorted(after.keys() - before.keys(), reverse=True):
        new[_saying(after[address])] = address
    waiting = [address for address in sorted(before) if provisional(address) and address not in after]
    return {address: new.pop(said) for address in waiting if (said := _saying(before[address])) in new}


def _saying(fact: Fact) -> tuple[object, ...]:
    return tuple(fact.get(key) for key in ("kind", "in", "seq", "text", "name"))


class _Rewriter:
    def __init__(self, codes: Mapping[str, str], levels: Mapping[tuple[str, str], str], before: FactTable) -> None:
        self._codes, self._levels, self._before = codes, levels, before

    def address(self, address: str, fact: Fact) -> str:
        if fact["kind"] == "cell":
            competency, level = str(fact["in"]), str(fact["level"])
            return f"{self._code(competency)}@{self._level(str(fact.get('seq', '')), level)}"
        return self._code(address)

    def fact(self, fact: Fact) -> Fact:
        sequence = str(fact.get("seq", ""))
        rewritten = {key: self._codes_in(value) if key != "text" else value for key, value in fact.items()}
        for key in _LEVELS_IN:
            if isinstance(rewritten.get(key), str):
                rewritten[key] = self._level(sequence, rewritten[key])
        if "required" in rewritten:
            rewritten["required"] = {
                self._code(code): self._level(str(self._before.get(code, {}).get("seq", sequence)), level)
                for code, level in fact["required"].items()
            }
        if isinstance(rewritten.get("points"), dict):
            rewritten["points"] = {self._level(sequence, key): figure for key, figure in rewritten["points"].items()}
        if fact["kind"] == "level":
            rewritten["id"] = fact["id"]
        return rewritten

    def _codes_in(self, value: Any) -> Any:
        if isinstance(value, str):
            return self._code(value)
        if isinstance(value, list):
            return [self._codes_in(one) for one in value]
        if isinstance(value, dict):
            return {self._code(key): self._codes_in(one) for key, one in value.items()}
        return value

    def _code(self, code: str) -> str:
        thing, at, step = code.partition("@")
        return self._codes.get(thing, thing) + at + step

    def _level(self, sequence: str, level: str) -> str:
        return self._levels.get((sequence, level), level)

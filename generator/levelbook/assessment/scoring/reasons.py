"""Why a score is what it is, or why there is none: the key of a sentence and the facts in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Fact = str | tuple[str, ...]
"""A figure or name, or several names to be listed."""


@dataclass(frozen=True)
class Why:
    """A reason, said by the catalogue's `assess.core.<key>`."""

    key: str
    facts: Mapping[str, Fact] = field(default_factory=dict)
    """What stands in the sentence, by name."""


def why(key: str, **facts: Fact | int) -> Why:
    """A reason with its facts; counts become text."""
    return Why(key, {name: str(fact) if isinstance(fact, int) else fact for name, fact in facts.items()})


def sentence(words: Mapping[str, str], reason: Why) -> str:
    """The sentence of a reason; `words` are those under `assess.core.`."""
    facts = {name: fact if isinstance(fact, str) else words["comma"].join(fact) for name, fact in reason.facts.items()}
    singular = words.get(f"{reason.key}_one") if reason.facts.get("n") == "1" else None
    return (singular or words[reason.key]).format_map(facts)

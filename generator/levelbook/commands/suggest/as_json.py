"""What is offered, for other programs; with the pairs that are right left in it, `--accept` takes it back."""

from typing import Any

from levelbook.advice.dropped import dropped_clauses
from levelbook.advice.raises import SentencePair, Written
from levelbook.advice.rarity import Rarity
from levelbook.commands.suggest.offer import Offer


def as_json(found: tuple[Offer, ...], rarity: Rarity) -> dict[str, Any]:
    """All pairs with what tells for and against them."""
    raises = [(offer, pair) for offer in found for pair in (*offer.likely, *offer.single)]
    equal = [(offer, pair) for offer in found for pair in offer.equal]
    return {
        "raises": [
            {
                **_pair_as_json(offer, pair),
                "score": round(pair.score, 4),
                "likely": pair in offer.likely,
                "drops": list(dropped_clauses(rarity, pair.lower.indicator.words, [pair.higher.indicator.words])),
            }
            for offer, pair in raises
        ],
        "equal": [_pair_as_json(offer, pair) for offer, pair in equal],
    }


def _pair_as_json(offer: Offer, pair: SentencePair) -> dict[str, Any]:
    file = pair.competency.file
    place = {"sequence": offer.sequence.id, "competency": pair.competency.id, "file": file}
    return {**place, "lower": _sentence_as_json(pair.lower), "higher": _sentence_as_json(pair.higher)}


def _sentence_as_json(written: Written) -> dict[str, Any]:
    indicator = written.indicator
    return {"code": indicator.code, "level": written.level, "line": indicator.line, "text": indicator.words}

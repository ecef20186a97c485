"""The words that a sequence's files may use in each place, as pieces of a JSON Schema."""

from typing import Any, Final

from levelbook.loading.schema_walk import fields
from levelbook.model.advice import AdviceCode
from levelbook.model.base import Shape
from levelbook.schema.key_texts import KeyTexts
from levelbook.schema.naming import AS_KEYS, OF_HANDBOOK, NameKind
from levelbook.schema.offers import OfferedName, Offers, listed

NAMES_FILE: Final = "names.json"
"""The words of the whole handbook, which the schemas of all sequences share."""
_AT_A_LEVEL: Final = {"pattern": "^[^@]+@[a-z][a-z0-9-]*$"}
_FREE: Final = {"type": ["string", "number"]}
_STEPS: Final = ("level", "grade", "position")


def words_of(named: NameKind) -> dict[str, Any]:
    """The words that may stand where something is named; a sequence's own `NAMES_FILE` says once what they are."""
    return {"$ref": f"{NAMES_FILE}#/definitions/{named.value}"}


def keys_of(named: NameKind) -> dict[str, Any]:
    """A mapping with such words as its keys."""
    return {"$ref": f"{NAMES_FILE}#/definitions/{_keyed_by(named)}"}


def _keyed_by(named: NameKind) -> str:
    return f"by-{named.value}"


class SequenceNames:
    """The words of one sequence, or those that are of none; those of all sequences stand in the handbook's file."""

    def __init__(self, offers: Offers, texts: KeyTexts, sequence: str, shared: str) -> None:
        """Take the folder's names, and how the handbook's file is reached from where this one stands."""
        self._offers, self._texts, self._sequence, self._shared = offers, texts, sequence, shared

    def definitions(self, of_handbook: bool) -> dict[str, Any]:
        """What may stand in each place, by what is named there."""
        wanted = [named for named in NameKind if (named in OF_HANDBOOK) is of_handbook]
        words = {named.value: self._of(named) for named in wanted}
        keys = {_keyed_by(named): self._keys(named) for named in wanted if named in AS_KEYS}
        return {**words, **keys}

    def _of(self, named: NameKind) -> dict[str, Any]:
        choices = [choice for choice in self._choices(named) if choice]
        sentence = self._texts.words("schema.unknown-level" if named in _OF_LEVELS else "schema.unknown-name")
        told = {"errorMessage": sentence}
        if len(choices) > 1:
            return {"anyOf": choices, **told}
        return {**choices[0], **told} if choices else {}

    def _keys(self, named: NameKind) -> dict[str, Any]:
        """A mapping whose keys are offered, each with what it is called."""
        offers = self._ids(named)
        keys = {offer.value: {"description": offer.label} for offer in offers}
        return {"properties": keys, "propertyNames": self._of(named)}

    def _choices(self, named: NameKind) -> list[dict[str, Any]]:
        own = self._own(named)
        match named:
            case NameKind.ANYTHING:
                return [own, self._all("ids"), self._all("codes"), _AT_A_LEVEL]
            case NameKind.NOTED:
                keys = {"enum": sorted({*_KEYS, *AdviceCode}), "doNotSuggest": True}
                return [own, keys, self._all("ids"), self._all("codes"), _AT_A_LEVEL, {"pattern": "^[a-z_]+_[a-z]{2}$"}]
            case NameKind.TARGET:
                return [own, self._all("rows"), self._all("codes"), _AT_A_LEVEL]
            case NameKind.COMPETENCY:
                return [own, self._all("competencies"), self._all("codes")]
            case NameKind.ROW:
                return [own, self._all("rows"), self._all("codes")]
            case NameKind.AGAINST:
                return [own, self._all("ids"), _FREE | {"pattern": "/|^[A-Z]"}]
            case NameKind.ROWS:
                return [own, {"pattern": "^[0-9]{1,2}$"}, {"type": "integer"}, {"type": "array"}]
            case NameKind.POSITION_OR_WORDS:
                return [own, _FREE]
            case NameKind.CONCEPT:
                return [own, {"type": "array"}]
            case _:
                return [own]

    def _own(self, named: NameKind) -> dict[str, Any]:
        """The words of the own sequence, and those that mean something of their own."""
        return listed((*self._ids(named), *self._fixed(named)))

    def _ids(self, named: NameKind) -> tuple[OfferedName, ...]:
        offers, sequence = self._offers, self._sequence
        match named:
            case NameKind.SCALE | NameKind.SCALE_OR_LEVELS:
                return offers.scales
            case NameKind.CONCEPT:
                return offers.concepts
            case NameKind.SEQUENCE:
                return offers.sequences
            case NameKind.ROLE:
                return offers.roles(sequence)
            case NameKind.ACTION_TYPE:
                return offers.action_types(sequence)
            case NameKind.INDICATOR:
                return offers.codes("indicator", sequence=sequence)
            case _:
                return offers.ids(sequence, *_KINDS.get(named, ()))

    def _fixed(self, named: NameKind) -> tuple[OfferedName, ...]:
        words = _FIXED.get(named, ())
        return tuple(OfferedName(word, self._texts.of_value(kind, word)) for kind, word in words)

    def _all(self, name: str) -> dict[str, Any]:
        return {"$ref": f"{self._shared}#/definitions/{name}"}


_KINDS: Final[dict[NameKind, tuple[str, ...]]] = {
    NameKind.COMPETENCY: ("competency",),
    NameKind.ROW: ("group", "competency"),
    NameKind.TARGET: ("group", "competency"),
    NameKind.LEVEL: ("level",),
    NameKind.LEVEL_OR_GAP: ("level",),
    NameKind.LEVEL_OR_NOT: ("level",),
    NameKind.COLUMN: _STEPS,
    NameKind.GRADE: ("grade", "level"),
    NameKind.AGAINST: _STEPS,
    NameKind.FORM: ("form",),
    NameKind.ROWS: ("form",),
    NameKind.POSITION: ("position",),
    NameKind.POSITION_OR_WORDS: ("position",),
}
_FIXED: Final[dict[NameKind, tuple[tuple[str, str], ...]]] = {
    NameKind.LEVEL_OR_GAP: (("Gap", "blank"), ("Gap", "lost")),
    NameKind.LEVEL_OR_NOT: (("required", "not_required"),),
    NameKind.AGAINST: (("against", "current"), ("against", "target")),
    NameKind.SCALE_OR_LEVELS: (("scale", "levels"),),
    NameKind.ROWS: tuple(("rows", word) for word in ("many", "competencies", "levels", "grades")),
}
_OF_LEVELS: Final = frozenset({NameKind.LEVEL, NameKind.LEVEL_OR_GAP, NameKind.LEVEL_OR_NOT})


def _every_key() -> frozenset[str]:
    """The keys of all shapes, which notes may be about."""

    def below(shape: type[Shape]) -> set[str]:
        return set(fields(shape)).union(*(below(inner) for inner in shape.__subclasses__()))

    return frozenset(below(Shape))


_KEYS: Final = _every_key()


def shared_names(offers: Offers) -> dict[str, Any]:
    """The words that all sequences share, by what they name."""
    sequences = tuple(OfferedName(f"{offer.value}/", offer.label) for offer in offers.sequences)
    definitions = {
        "codes": listed((*offers.codes(), *offers.former)),
        "ids": listed((*offers.foreign(), *sequences)),
        "competencies": listed(offers.foreign("competency")),
        "rows": listed(offers.foreign("competency", "group")),
    }
    return {name: words or {"not": {}} for name, words in definitions.items()}

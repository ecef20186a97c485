"""Everything in a handbook that can be named, with what it is called, for an editor to offer."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from levelbook.catalogue import Catalogue
from levelbook.checks.context import CheckContext
from levelbook.checks.names import Thing
from levelbook.loading.data_file import DataFile
from levelbook.loading.folder import Folder
from levelbook.loading.schema_walk import SchemaPart
from levelbook.model.base import Shape
from levelbook.model.growth import ActionType, Role
from levelbook.model.handbook import Concept
from levelbook.model.scale import Scale
from levelbook.problems import Place


@dataclass(frozen=True)
class OfferedName:
    """A word that may be typed, and what it stands for."""

    value: str
    label: str


class Offers:
    """What a folder has to offer, also while something is wrong in it."""

    def __init__(self, folder: Folder, words: Catalogue) -> None:
        """Read off its names in the language of the words."""
        self._ctx = CheckContext(folder)
        self._words = words

    @property
    def sequences(self) -> tuple[OfferedName, ...]:
        """The sequences, by their folders."""
        heads = ((files.id, files.head) for files in self._ctx.folder.sequences.values())
        return tuple(OfferedName(name, self._name_of(head.root) if head else name) for name, head in heads)

    def ids(self, sequence: str, *kinds: str) -> tuple[OfferedName, ...]:
        """The things of a sequence with an id, those of some kinds or all."""
        things = (all_of_id[0] for all_of_id in self._ctx.names.ids.get(sequence, {}).values())
        return tuple(
            OfferedName(thing.name, self._label(thing)) for thing in things if not kinds or thing.kind in kinds
        )

    def foreign(self, *kinds: str) -> tuple[OfferedName, ...]:
        """The same for all sequences, by `sequence/id`, with the sequence each belongs to."""
        return tuple(
            OfferedName(f"{sequence.value}/{offer.value}", self._of(offer.label, sequence.label))
            for sequence in self.sequences
            for offer in self.ids(sequence.value, *kinds)
        )

    def _of(self, name: str, sequence: str) -> str:
        return self._words("schema.of", name=name, sequence=sequence)

    def codes(self, *kinds: str, sequence: str = "") -> tuple[OfferedName, ...]:
        """Codes of things of some kinds, or of all, of a sequence or of all."""
        things = (all_of_code[0] for all_of_code in self._ctx.names.codes.values())
        wanted = (thing for thing in things if not kinds or thing.kind in kinds)
        return tuple(
            OfferedName(thing.name, self._label(thing)) for thing in wanted if sequence in ("", thing.sequence)
        )

    @property
    def former(self) -> tuple[OfferedName, ...]:
        """Codes and ids that something had before, which still lead there."""
        known = sorted({*self._ctx.losses.former(), *self._ctx.ledger.now})
        return tuple(OfferedName(code, str(self._ctx.ledger.now.get(code, ""))) for code in known if "." not in code)

    @property
    def scales(self) -> tuple[OfferedName, ...]:
        """The scales of the handbook."""
        return self._of_shape(self._ctx.folder.scales, Scale)

    @property
    def concepts(self) -> tuple[OfferedName, ...]:
        """The concepts of the handbook."""
        return self._of_shape(self._ctx.folder.concepts, Concept)

    def roles(self, sequence: str) -> tuple[OfferedName, ...]:
        """Who takes part in a sequence's own process."""
        return self._of_shape(self._ctx.folder.sequences[sequence].plan, Role)

    def action_types(self, sequence: str) -> tuple[OfferedName, ...]:
        """The kinds of action that a sequence has."""
        return self._of_shape(self._ctx.folder.sequences[sequence].actions, ActionType)

    def _of_shape(self, data_file: DataFile[Any] | None, shape: type[Shape]) -> tuple[OfferedName, ...]:
        parts = (part for part in data_file.parts() if part.shape is shape) if data_file else ()
        named = ((part.text("id"), part.node) for part in parts)
        return tuple(OfferedName(str(key), self._name_of(node)) for key, node in named if key is not None)

    def _label(self, thing: Thing) -> str:
        name = self._translated.get(thing.place) or thing.text or thing.name
        return self._words("schema.ended", name=name) if thing.retired else name

    def _name_of(self, node: Any) -> str:
        return str(node.at(f"name_{self._words.language}") or node.at("name") or "")

    @cached_property
    def _translated(self) -> dict[Place, str]:
        """What things are called in this language, where they are translated, by the place that names them."""
        return {
            place: text
            for _, data_file, part in self._ctx.parts()
            if (text := self._twin(part))
            for place in _places(data_file, part)
        }

    def _twin(self, part: SchemaPart) -> str:
        twins = (part.node.at(f"{key}_{self._words.language}") for key in ("text", "name"))
        return next((str(twin) for twin in twins if twin), "")


def _places(data_file: DataFile[Any], part: SchemaPart) -> Iterator[Place]:
    """What a thing's place may be: its id, its code, or the beginning of its file."""
    yield from (data_file.place(key) for name in ("id", "code") if (key := part.text(name)) is not None)
    if part.node is data_file.root:
        yield data_file.at()


def listed(offers: Iterable[OfferedName]) -> dict[str, Any]:
    """Words that may stand in a place, each with what it stands for."""
    unique = {offer.value: offer.label for offer in offers}
    return {"enum": list(unique), "enumDescriptions": list(unique.values())} if unique else {}

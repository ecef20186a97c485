"""A handbook as it was at a release: its facts of then, everything else as it is now.

The one function behind what is in force, pinned wordings and comparison with an old release. The facts of a table
become the shapes of the model again; `facts_of` of what comes out is the table that went in, which a test holds. What
is no fact (notes, sources, prose) is taken from the newest thing with the same address, or with the one it has now.

It breaks where a key becomes a fact and is not read back here: `fact_fields` and this module belong together.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from levelbook.history.decoding import decoded, placed
from levelbook.history.fact_addresses import HANDBOOK
from levelbook.history.names_as_of import NamesAsOf
from levelbook.history.newest_things import newest_things
from levelbook.history.sequence_as_of import SequenceAsOf, forms_as_of
from levelbook.model.base import Shape
from levelbook.model.handbook import Concept, Family, Handbook, HandbookHead, Sequence
from levelbook.model.history import Fact, FactTable
from levelbook.model.scale import Scale
from levelbook.tracing import lazily


def as_of(handbook: Handbook, version: str) -> Handbook:
    """The handbook as it was at a release; as it was at the newest one where the release is not known."""
    return with_facts(handbook, handbook.history.facts_at(version))


def with_facts(handbook: Handbook, table: FactTable) -> Handbook:
    """A handbook with the facts of a table in place of its own."""
    return _TurnedBack(handbook, table).handbook()


class _TurnedBack:
    def __init__(self, newest: Handbook, table: FactTable) -> None:
        self._newest, self._table = newest, table

    def handbook(self) -> Handbook:
        families = tuple(self._family(address, fact) for address, fact in self._numbered("family"))
        return replace(
            self._newest,
            head=self._head(families),
            sequences=self._sequences(families),
            scales=dict(self._listed("scale", Scale, self._newest.scales)),
            concepts=dict(self._listed("concept", Concept, self._newest.concepts)),
            plan=forms_as_of(self._newest.plan, self._table, HANDBOOK),
        )

    def _family(self, address: str, fact: Fact) -> Family:
        newest = self._things.get(address)
        known = newest if isinstance(newest, Family) else None
        return decoded(Family, {**fact, "sequences": self._ids(fact)}, known)

    def _head(self, families: tuple[Family, ...]) -> HandbookHead:
        newest = self._newest.head
        head = decoded(HandbookHead, self._table.get(HANDBOOK, {}), newest, families=families)
        return placed(head, newest, "handbook.yml", "handbook")

    def _sequences(self, families: tuple[Family, ...]) -> Mapping[str, Sequence]:
        by_id = {}
        names = NamesAsOf(self._newest, self._table, self._places)
        for code, _ in self._of_kind("sequence"):
            now = self._newest.sequences
            newest = next((one for one in now.values() if one.code == code), None)
            then = SequenceAsOf(self._table, self._things, self._places, code, newest).sequence()
            by_id[then.id] = names.renamed(then, newest)
        order = [key for family in families for key in family.sequences if key in by_id]
        order += [key for key, sequence in by_id.items() if sequence.head.retired]
        return {key: by_id[key] for key in dict.fromkeys(order)}

    def _listed(self, kind: str, shape: type[Any], newest: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
        """Things of the handbook itself, in the order of the file, which is no fact."""
        facts = {str(fact["id"]): fact for _, fact in self._of_kind(kind)}
        for key in (*(key for key in newest if key in facts), *(key for key in facts if key not in newest)):
            yield key, decoded(shape, facts[key], newest.get(key))

    def _ids(self, family: Fact) -> list[str]:
        return [str(self._table.get(code, {}).get("id", code)) for code in family.get("sequences", ())]

    def _of_kind(self, kind: str) -> list[tuple[str, Fact]]:
        return [(address, fact) for address, fact in self._table.items() if fact["kind"] == kind]

    def _numbered(self, kind: str) -> list[tuple[str, Fact]]:
        return sorted(self._of_kind(kind), key=lambda line: int(line[1].get("n", 0)))

    @lazily
    def _things(self) -> Mapping[str, Shape]:
        return newest_things(self._newest)

    @lazily
    def _places(self) -> Mapping[str, tuple[str, str]]:
        """In which sequence a code stands, and by which id."""
        return {
            address: (str(self._table.get(str(fact["seq"]), {}).get("id", "")), str(fact["id"]))
            for address, fact in self._table.items()
            if fact["kind"] in ("level", "grade", "group", "position", "competency") and "seq" in fact
        }

"""What things are called in a table of facts, and what the addresses in the data name there.

The data name a competency by its file, from its own sequence or another one (`listening`, `sales/listening`), or by its
code; a fact names it by its code, which stays when the file is renamed.
"""

from levelbook.model.handbook import Handbook, Sequence
from levelbook.queries.codes import answer_code, short_code

HANDBOOK = "handbook"
"""The address of the handbook itself."""


class FactAddresses:
    """The addresses of everything in a handbook, ended things too."""

    def __init__(self, handbook: Handbook) -> None:
        """Writes down which code belongs to which place of the data, and the other way round."""
        self._codes: dict[tuple[str, str], str] = {}
        self._places: dict[str, tuple[str, str]] = {}
        for sequence in handbook.sequences.values():
            steps = (*sequence.head.levels, *sequence.head.grades)
            ids = [*(step.id for step in steps), *group_ids(sequence), *sequence.all_positions]
            for key in ids:
                self._put(sequence.id, key, short_code(sequence, key))
            for competency in sequence.all_competencies.values():
                self._put(sequence.id, competency.id, answer_code(sequence, competency))

    def _put(self, sequence: str, key: str, code: str) -> None:
        self._codes[sequence, key] = code
        self._places.setdefault(code, (sequence, key))

    def code(self, sequence: str, address: str) -> str:
        """What an address names, seen from a sequence; as it is written where that is nothing with a code."""
        thing, at, step = address.partition("@")
        owner, slash, key = thing.rpartition("/")
        return self._codes.get((owner if slash else sequence, key), thing) + at + step

    def address(self, sequence: str, code: str) -> str:
        """The address by which a sequence names what has a code."""
        thing, at, step = code.partition("@")
        if thing not in self._places:
            return code
        owner, key = self._places[thing]
        return (key if owner == sequence else f"{owner}/{key}") + at + step


def group_ids(sequence: Sequence) -> list[str]:
    """The ids of all groups, ended ones too."""
    waiting, ids = list(sequence.head.groups), []
    while waiting:
        group = waiting.pop(0)
        ids.append(group.id)
        waiting = [*group.groups, *waiting]
    return ids

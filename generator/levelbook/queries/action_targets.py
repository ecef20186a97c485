"""What an action reaches: the competencies of a group, one of them, one level of it, or one indicator.

A course names what it is for by addresses: `achievement`, `sales/achievement@senior`, a group, or the code of an
indicator. Pages ask the other way round: which courses, of any sequence, are there for this competency? So all
addresses of the handbook are resolved once (`_ActionIndex`) and filed under every competency that they reach.

An address is read by the sequence whose action it is: without a slash it means something at home. After the `@`
stands a level, grade or position of the *owner* of the competency, not of the sequence whose action it is. Retired
actions reach nothing; an address that leads nowhere is left out, for the checks have reported it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from levelbook.model.competency import Indicator
from levelbook.model.growth import Action
from levelbook.model.handbook import Sequence
from levelbook.model.sequence import Group
from levelbook.queries.index import HandbookIndex, Member
from levelbook.queries.remembered import remembered
from levelbook.queries.requirements import level_of_step


@dataclass(frozen=True)
class Aim:
    """One of the things an action is for."""

    address: str
    """As the data write it."""
    owner: Sequence
    """The sequence in whose tree the group stands, or whose competency it is."""
    group: Group | None
    """The group, where it is one."""
    members: tuple[Member, ...]
    """The competencies reached."""
    step: str = ""
    """The level, grade or position, where it is for one only."""
    indicator: Indicator | None = None
    """The indicator, where it is for one only."""

    @property
    def key(self) -> str:
        """What it stands under: all aims at parts of a competency stand under the competency."""
        return f"{self.owner.id}/{self.group.id if self.group else self.members[0][1].id}"

    @property
    def whole(self) -> bool:
        """Whether it is for all of what it names."""
        return not self.step and self.indicator is None


@dataclass(frozen=True)
class Reached:
    """An action that reaches a competency."""

    sequence: Sequence
    """The sequence whose action it is."""
    action: Action
    aims: tuple[Aim, ...]
    """Those of its aims that reach the competency."""


class _ActionIndex:
    """All actions of a handbook with what they are for."""

    def __init__(self, index: HandbookIndex) -> None:
        self._index = index
        self._indicators = dict(_indicators(index))
        self._reaching: dict[tuple[str, str], list[Reached]] = defaultdict(list)
        for sequence in index.handbook.sequences.values():
            for action in live(sequence):
                self._add(sequence, action)

    def _add(self, sequence: Sequence, action: Action) -> None:
        by_member: dict[tuple[str, str], list[Aim]] = defaultdict(list)
        for aim in self.aims(sequence, action):
            for owner, competency in aim.members:
                by_member[owner.id, competency.id].append(aim)
        for key, aims in by_member.items():
            self._reaching[key].append(Reached(sequence, action, tuple(aims)))

    def aims(self, sequence: Sequence, action: Action) -> tuple[Aim, ...]:
        aims = (self._aim(sequence, address) for address in action.targets)
        return tuple(aim for aim in aims if aim and aim.members)

    def reaching(self, member: Member) -> tuple[Reached, ...]:
        return tuple(self._reaching.get((member[0].id, member[1].id), ()))

    def _aim(self, sequence: Sequence, address: str) -> Aim | None:
        if address in self._indicators:
            member, indicator = self._indicators[address]
            return Aim(address, member[0], None, (member,), "", indicator)
        thing, _, step = address.partition("@")
        owner, key = self._index.home(sequence, thing)
        if owner is None:
            return None
        if key in owner.competencies:
            return Aim(address, owner, None, ((owner, owner.competencies[key]),), step)
        group = next((group for _, group in owner.groups() if group.id == key), None)
        return Aim(address, owner, group, tuple(_below(self._index, owner, group)), step) if group else None


@remembered(lambda: "")
def _action_index(index: HandbookIndex) -> _ActionIndex:
    return _ActionIndex(index)


def live(sequence: Sequence) -> tuple[Action, ...]:
    """The actions in force, in their order."""
    return tuple(action for action in sequence.actions.actions if not action.retired) if sequence.actions else ()


def aims(index: HandbookIndex, sequence: Sequence, action: Action) -> tuple[Aim, ...]:
    """What an action is for."""
    return _action_index(index).aims(sequence, action)


def reaching(index: HandbookIndex, member: Member) -> tuple[Reached, ...]:
    """The actions that reach a competency: directly, through a group, at a level or by an indicator."""
    return _action_index(index).reaching(member)


def serves(reached: Reached, level: str) -> bool:
    """Whether an action is for those who aim at a level."""
    return not starts_above(reached, level) and any(_level_of_aim(aim) in (level, "") for aim in reached.aims)


def starts_above(reached: Reached, level: str) -> bool:
    """Whether an action is only for higher levels; ladders of different sequences are not compared."""
    ranks = reached.sequence.ranks
    start = ranks.get(reached.action.target_from or "", 0)
    return start > ranks.get(level, start)


def _level_of_aim(aim: Aim) -> str:
    """The only level an aim is for, or nothing."""
    if aim.indicator:
        return aim.members[0][1].home(aim.indicator.code) or ""
    return level_of_step(aim.owner, aim.step) if aim.step else ""


def covered(actions: Iterable[Reached], member: Member) -> frozenset[str]:
    """The codes of a competency's indicators that any of these actions is for."""
    _, competency = member
    codes = {code for reached in actions for aim in reached.aims for code in _codes(aim, member)}
    return frozenset(codes & {indicator.code for indicator in competency.every_live()})


def _codes(aim: Aim, member: Member) -> set[str]:
    _, competency = member
    if aim.indicator:
        return {aim.indicator.code}
    if not aim.step:
        return {indicator.code for indicator in competency.every_live()}
    cell = competency.cell(level_of_step(aim.owner, aim.step))
    return {indicator.code for indicator in (cell.indicators if cell else competency.indicators)}


def _below(index: HandbookIndex, sequence: Sequence, group: Group) -> Iterator[Member]:
    """The competencies of a group and of the groups in it."""
    yield from index.members(sequence, group)
    for inner in group.groups:
        if not inner.retired:
            yield from _below(index, sequence, inner)


def _indicators(index: HandbookIndex) -> Iterator[tuple[str, tuple[Member, Indicator]]]:
    for sequence in index.handbook.sequences.values():
        for competency in sequence.competencies.values():
            for indicator in competency.every_live():
                if indicator.code:
                    yield indicator.code, ((sequence, competency), indicator)

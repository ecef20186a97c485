"""What an action reaches: the competencies of a group, one of them, one level of it, or one indicator."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from levelbook.model.competency import Indicator
from levelbook.model.growth import Action
from levelbook.model.handbook import Sequence
from levelbook.model.position import Position
from levelbook.model.sequence import Grade, Group
from levelbook.site import urls
from levelbook.site.context import Context, Member


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
    """The action."""
    aims: tuple[Aim, ...]
    """Those of its aims that reach the competency."""


class _Reach:
    """All actions of a handbook with what they are for."""

    def __init__(self, ctx: Context) -> None:
        self._ctx = ctx
        self._indicators = dict(_indicators(ctx))
        self._found: dict[tuple[str, str], list[Reached]] = defaultdict(list)
        for sequence in ctx.handbook.sequences.values():
            for action in live(sequence):
                self._add(sequence, action)

    def _add(self, sequence: Sequence, action: Action) -> None:
        by_member: dict[tuple[str, str], list[Aim]] = defaultdict(list)
        for aim in self.aims(sequence, action):
            for owner, competency in aim.members:
                by_member[owner.id, competency.id].append(aim)
        for key, found in by_member.items():
            self._found[key].append(Reached(sequence, action, tuple(found)))

    def aims(self, sequence: Sequence, action: Action) -> tuple[Aim, ...]:
        made = (self._aim(sequence, address) for address in action.targets)
        return tuple(one for one in made if one and one.members)

    def of(self, member: Member) -> tuple[Reached, ...]:
        return tuple(self._found.get((member[0].id, member[1].id), ()))

    def _aim(self, sequence: Sequence, address: str) -> Aim | None:
        if address in self._indicators:
            member, indicator = self._indicators[address]
            return Aim(address, member[0], None, (member,), "", indicator)
        before, _, step = address.partition("@")
        owner, key = self._ctx.places.home(sequence, before)
        if owner is None:
            return None
        if key in owner.competencies:
            return Aim(address, owner, None, ((owner, owner.competencies[key]),), step)
        group = next((one for _, one in owner.groups() if one.id == key), None)
        return Aim(address, owner, group, tuple(_below(self._ctx, owner, group)), step) if group else None


_REACHES: WeakKeyDictionary[Context, _Reach] = WeakKeyDictionary()


def _reach(ctx: Context) -> _Reach:
    if ctx not in _REACHES:
        _REACHES[ctx] = _Reach(ctx)
    return _REACHES[ctx]


def live(sequence: Sequence) -> tuple[Action, ...]:
    """The actions in force, in their order."""
    return tuple(one for one in sequence.actions.actions if not one.retired) if sequence.actions else ()


def aims(ctx: Context, sequence: Sequence, action: Action) -> tuple[Aim, ...]:
    """What an action is for."""
    return _reach(ctx).aims(sequence, action)


def reaching(ctx: Context, member: Member) -> tuple[Reached, ...]:
    """The actions that reach a competency: directly, through a group, at a level or by an indicator."""
    return _reach(ctx).of(member)


def serves(found: Reached, level: str) -> bool:
    """Whether an action is for those who aim at a level; ladders of different sequences are not compared."""
    start = found.sequence.ranks.get(found.action.target_from or "", 0)
    if start > found.sequence.ranks.get(level, start):
        return False
    return any(_level_of_aim(aim) in (level, "") for aim in found.aims)


def _level_of_aim(aim: Aim) -> str:
    """The only level an aim is for, or nothing."""
    if aim.indicator:
        return aim.members[0][1].home(aim.indicator.code) or ""
    return level_of(aim.owner, aim.step) if aim.step else ""


def level_of(sequence: Sequence, step: str) -> str:
    """The level that a level, grade or position stands for; nothing where it stands for none."""
    if sequence.level(step):
        return step
    steps: list[Grade | Position] = [*sequence.grades, *sequence.positions.values()]
    return next((str(one.level or "") for one in steps if one.id == step), "")


def covered(found: tuple[Reached, ...], member: Member) -> frozenset[str]:
    """The codes of a competency's indicators that any of these actions is for."""
    _, competency = member
    codes: set[str] = set()
    for one in found:
        for aim in one.aims:
            codes |= _codes(aim, member)
    return frozenset(codes & {one.code for one in competency.every_live()})


def _codes(aim: Aim, member: Member) -> set[str]:
    _, competency = member
    if aim.indicator:
        return {aim.indicator.code}
    if not aim.step:
        return {one.code for one in competency.every_live()}
    cell = competency.cell(level_of(aim.owner, aim.step))
    return {one.code for one in (cell.indicators if cell else competency.indicators)}


def _below(ctx: Context, sequence: Sequence, group: Group) -> Iterator[Member]:
    """The competencies of a group and of the groups in it."""
    yield from ctx.members(sequence, group)
    for inner in group.groups:
        if not inner.retired:
            yield from _below(ctx, sequence, inner)


def _indicators(ctx: Context) -> Iterator[tuple[str, tuple[Member, Indicator]]]:
    for sequence in ctx.handbook.sequences.values():
        for competency in sequence.competencies.values():
            for one in competency.every_live():
                if one.code:
                    yield one.code, ((sequence, competency), one)


def title_of(ctx: Context, aim: Aim) -> str:
    """What an aim stands under, by name."""
    return ctx.name(aim.group) if aim.group else ctx.name(aim.members[0][1])


def address_of(aim: Aim) -> str:
    """The page of what an aim stands under."""
    if aim.group:
        return urls.group(aim.owner, aim.group.id)
    owner, competency = aim.members[0]
    return urls.competency(owner, competency.id)

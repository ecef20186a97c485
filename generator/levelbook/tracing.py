"""What an answer rests on, noted while it is worked out: only so can it be kept when something else has changed.

A build asks questions (what holds at a level, which page shows it, what is its HTML) of a handbook. In a process that
lives on while people edit, each answer notes what it has read: facts, which are single fields of the data, and other
answers. Nobody lists what rests on what, so nothing can be forgotten. When fields have changed, the answers that read
them are worked out anew when they are next asked for, and those that read these, unless what they read came out as
before: then they stay as they are. Outside of `traced` nothing is noted, and questions cost what they always did.

How: an answer is `FRESH`, `STALE` (something that it read has changed) or `DOUBTFUL` (something that it read may have
changed). A changed fact makes its readers stale and all that rest on them doubtful. Who asks for a doubtful answer
first has all that it read settled, in the order in which it was read; if none of these came out otherwise it is fresh.
Compared is with `same`, which is stricter than `==` (1.0 is not 1.00, another order is another mapping), and takes
objects of the data for the same only where they are identical: what they hold is noted by whoever reads it.

What breaks this: a question that reads something that can change and is neither a field of the traced handbook nor
another answer; a cache that is no answer (`functools.cache` on what reads the handbook; `cached_property` above the
model); an answer that is an iterator. Tests build the same site with and without. It is not made for threads.
"""

import operator
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import cache
from typing import Any, Final, Generic, TypeVar, cast, overload

FRESH: Final = 0
DOUBTFUL: Final = 1
STALE: Final = 2

R = TypeVar("R")


class ReadField:
    """A field of the data that has been read."""

    __slots__ = ("readers",)

    def __init__(self) -> None:
        self.readers: set[KeptAnswer] = set()

    def has_changed(self) -> None:
        """Make all that rests on it look again."""
        for answer in self.readers:
            _become_stale(answer)


class KeptAnswer:
    """An answer with what it rests on."""

    __slots__ = ("args", "asked", "facts", "readers", "state", "value", "work")

    def __init__(self, work: Callable[..., Any], args: tuple[Any, ...]) -> None:
        self.work, self.args = work, args
        self.readers: set[KeptAnswer] = set()
        self.facts: set[ReadField] = set()
        self.asked: dict[KeptAnswer, None] = {}
        self.state = STALE
        self.value: Any = _NOTHING


class _Notes:
    """What the answer in work has read so far; answers in the order in which they were asked for."""

    __slots__ = ("asked", "facts")

    def __init__(self) -> None:
        self.asked: dict[KeptAnswer, None] = {}
        self.facts: set[ReadField] = set()


class _Now:
    """The notes of the answer in work, and how many have been worked out since one last looked."""

    __slots__ = ("notes", "worked_out")

    def __init__(self) -> None:
        self.notes: _Notes | None = None
        self.worked_out = 0


_NOTHING: Final = object()
NOW: Final = _Now()
"""Of the process; `notes` are none where nothing is noted."""


@contextmanager
def traced() -> Iterator[None]:
    """Notes what is read until it ends."""
    outer, NOW.notes = NOW.notes, _Notes()
    try:
        yield
    finally:
        NOW.notes = outer


def ask(memory: dict[Any, Any], question: Any, work: Callable[..., R], args: tuple[Any, ...]) -> R:
    """The answer to a question, from memory where it still holds."""
    answer = memory.get(question)
    if answer is None:
        answer = memory[question] = KeptAnswer(work, args)
    elif answer.args is not args and not same(answer.args, args):
        _become_stale(answer)  # the same names, but other things bear them
        answer.args = args
    if answer.state:
        _settle(answer)
    if NOW.notes is not None:
        NOW.notes.asked[answer] = None
    value: R = answer.value
    return value


def _become_stale(answer: KeptAnswer) -> None:
    was_fresh = answer.state == FRESH
    answer.state = STALE
    waiting = list(answer.readers) if was_fresh else []
    while waiting:
        reader = waiting.pop()
        if reader.state == FRESH:
            reader.state = DOUBTFUL
            waiting += reader.readers


def _settle(answer: KeptAnswer) -> None:
    if answer.state == DOUBTFUL and _still_holds(answer):
        answer.state = FRESH
    else:
        _work_out(answer)


def _still_holds(answer: KeptAnswer) -> bool:
    """Whether all that an answer asked for comes out as it did."""
    for asked in answer.asked:
        if asked.state:
            try:
                _settle(asked)
            except Exception:  # it was asked about something that is gone; whoever asks anew asks otherwise
                return False
        if answer.state == STALE:
            return False
    return True


def _work_out(answer: KeptAnswer) -> None:
    outer, NOW.notes = NOW.notes, _Notes()
    notes = NOW.notes
    answer.state = STALE
    try:
        value = answer.work(*answer.args)
    finally:
        NOW.notes = outer
    NOW.worked_out += 1
    _rest_on(answer, notes)
    if not same(answer.value, value):
        answer.value = value
        for reader in answer.readers:
            reader.state = STALE
    answer.state = FRESH


def _rest_on(answer: KeptAnswer, notes: _Notes) -> None:
    for fact in answer.facts - notes.facts:
        fact.readers.discard(answer)
    for fact in notes.facts - answer.facts:
        fact.readers.add(answer)
    for asked in answer.asked.keys() - notes.asked.keys():
        asked.readers.discard(answer)
    for asked in notes.asked:
        asked.readers.add(answer)
    answer.facts, answer.asked = notes.facts, notes.asked


def same(old: Any, new: Any) -> bool:
    """Whether two values cannot be told apart; objects that are no plain values only where they are identical."""
    if old is new:
        return True
    kind = type(old)
    return kind is type(new) and _comparison(cast(Hashable, kind))(old, new)


@cache
def _comparison(kind: Any) -> Callable[[Any, Any], bool]:
    """How two values of a class are compared, decided once: an edit compares some hundred thousand."""
    if issubclass(kind, str | int | bytes):
        return operator.eq
    if issubclass(kind, set | frozenset):
        return _same_members
    if issubclass(kind, tuple | list):
        return _same_rows
    if issubclass(kind, Mapping):
        return lambda old, new: _same_rows([*old], [*new]) and _same_rows([*old.values()], [*new.values()])
    if kind is Decimal:
        return lambda old, new: bool(old.as_tuple() == new.as_tuple())
    if not is_dataclass(kind) or kind.__eq__ is object.__eq__ or hasattr(kind, "is_traced"):
        return lambda old, new: False
    names = tuple(field.name for field in fields(kind))
    return lambda old, new: all(same(getattr(old, name), getattr(new, name)) for name in names)


def _same_rows(old: Sequence[Any], new: Sequence[Any]) -> bool:
    return len(old) == len(new) and all(a is b or same(a, b) for a, b in zip(old, new, strict=True))


def _same_members(old: Set[Any], new: Set[Any]) -> bool:
    return old == new and all(isinstance(member, str | int) for member in new)


class lazily(Generic[R]):
    """`functools.cached_property`, whose value is an answer like others where they are traced."""

    def __init__(self, work: Callable[[Any], R]) -> None:
        self.work = work
        self.__doc__ = work.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self.name, self.kept = name, f"~{name}"

    @overload
    def __get__(self, thing: None, owner: type) -> "lazily[R]": ...
    @overload
    def __get__(self, thing: object, owner: type) -> R: ...
    def __get__(self, thing: Any, owner: type) -> Any:
        """The value; put where the next one who asks finds it at once, unless it is traced."""
        if thing is None:
            return self
        if NOW.notes is not None:
            return ask(thing.__dict__, self.kept, self.work, (thing,))
        value = thing.__dict__[self.name] = self.work(thing)
        return value

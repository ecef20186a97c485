"""What is asked again and again of one handbook is worked out once.

A build asks the same questions thousands of times: what holds at a level, what changes between two, which actions
reach a competency. `remembered` is `functools.cache` for functions whose first argument is the handbook, with two
differences:

- Answers live in `memory` of that first argument, so they are freed with it. A cache of the module would keep every
  handbook alive that `mkdocs serve` has ever loaded.
- Whoever decorates says what tells two questions apart: `key` gets all arguments but the first and gives ids and codes.
  Models could be hashed, but that would read all of their texts each time.

So a key that leaves out an argument on which the answer depends gives one question the answer of another, and nothing
notices. Answers are shared: they must be values, such as tuples, and never an iterator, which would be empty the
second time. The function itself is part of what is remembered, so two functions may use equal keys. It is not made for
threads.
"""

from collections.abc import Callable, Hashable
from functools import partial, update_wrapper
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from levelbook.tracing import NOW, ask


class Memory(Protocol):
    """Something that lives as long as a handbook does."""

    memory: dict[Hashable, Any]
    """Answers by question; only `remembered` looks into it."""


M = TypeVar("M", bound=Memory)
P = ParamSpec("P")
R = TypeVar("R")
Question = Callable[Concatenate[M, P], R]


def remembered(key: Callable[P, Hashable]) -> Callable[[Question[M, P, R]], Question[M, P, R]]:
    """Keeps the answers of a function in its first argument; `key` tells its questions apart by the other ones."""

    def decorate(function: Question[M, P, R]) -> Question[M, P, R]:
        def remembering(owner: M, /, *args: P.args, **kwargs: P.kwargs) -> R:
            question = (function, key(*args, **kwargs))
            if NOW.notes is not None:
                work = partial(function, **kwargs) if kwargs else function
                return ask(owner.memory, question, work, (owner, *args))
            if question not in owner.memory:
                owner.memory[question] = function(owner, *args, **kwargs)
            answer: R = owner.memory[question]
            return answer

        update_wrapper(remembering, function)
        return remembering

    return decorate


def asked_once(key: Callable[P, Hashable]) -> Callable[[Question[M, P, R]], Question[M, P, R]]:
    """As `remembered`, for what a build asks but once: kept only where the handbook will change (`tracing`)."""

    def decorate(function: Question[M, P, R]) -> Question[M, P, R]:
        def asking(owner: M, /, *args: P.args, **kwargs: P.kwargs) -> R:
            if NOW.notes is None:
                return function(owner, *args, **kwargs)
            question = (function, key(*args, **kwargs))
            work = partial(function, **kwargs) if kwargs else function
            return ask(owner.memory, question, work, (owner, *args))

        update_wrapper(asking, function)
        return asking

    return decorate

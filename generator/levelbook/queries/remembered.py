"""What is asked again and again of one handbook is worked out once."""

from collections.abc import Callable, Hashable
from functools import update_wrapper
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar


class Memory(Protocol):
    """Something that lives as long as a handbook does."""

    memory: dict[Hashable, Any]
    """Answers by question; only `remembered` looks into it."""


M = TypeVar("M", bound=Memory)
P = ParamSpec("P")
R = TypeVar("R")
Question = Callable[Concatenate[M, P], R]


def remembered(key: Callable[P, Hashable]) -> Callable[[Question[M, P, R]], Question[M, P, R]]:
    """Keeps the answers of a function beside its first argument; `key` tells its questions apart.

    Models are not hashed, which would read all of their texts: a key is made of ids and codes.
    """

    def remember(function: Question[M, P, R]) -> Question[M, P, R]:
        def once(owner: M, /, *args: P.args, **kwargs: P.kwargs) -> R:
            question = (function, key(*args, **kwargs))
            if question not in owner.memory:
                owner.memory[question] = function(owner, *args, **kwargs)
            answer: R = owner.memory[question]
            return answer

        update_wrapper(once, function)
        return once

    return remember

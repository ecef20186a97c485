"""What a command leaves behind: the text to print and the exit status, as a value that tests can look at."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum


class ExitStatus(IntEnum):
    """How a command ended, as the shell is told."""

    CLEAN = 0
    """Nothing is wrong."""
    PROBLEMS = 1
    """Something is wrong in the data."""
    FAILED = 2
    """The command could not run."""
    WOULD_CHANGE = 3
    """Nothing was written, as nobody said so; something would change."""
    WORDS_MISSING = 4
    """A change waits for somebody's word on what it means."""


@dataclass(frozen=True)
class Question:
    """What is asked before something is written."""

    words: str
    yes: "Callable[[], CommandResult]"
    no: "CommandResult"
    unasked: "CommandResult"
    """Where nobody can answer, as in a pipeline."""


@dataclass(frozen=True)
class CommandResult:
    """What `cli` prints when a command has run."""

    out: tuple[str, ...] | bytes = ()
    """Lines for standard output; bytes go out as they are, whatever encoding the terminal has."""
    err: tuple[str, ...] = ()
    """Lines for standard error: how it ended, apart from what another program may read."""
    status: ExitStatus = ExitStatus.CLEAN
    question: Question | None = None
    """What to ask once this is printed; the answer's result is the command's."""


def failed(reason: str) -> CommandResult:
    """The result of a command that could not run, with the sentence that says why."""
    return CommandResult(err=(reason,), status=ExitStatus.FAILED)

"""How a command talks with a person at a terminal: what it says, what is typed, and colours that only help."""

import os
import sys
from dataclasses import dataclass
from typing import Protocol

from levelbook.text.wording import JoinedWord

_CODES = {"bold": "1", "dim": "2", "gone": "9;2", "added": "36", "look": "33", "plus": "32", "minus": "31"}


class Person(Protocol):
    """Somebody who can be told something and asked."""

    def say(self, line: str = "") -> None:
        """Tells a line."""

    def ask(self, question: str) -> str | None:
        """What is typed in answer, without blanks around it; none where nobody will answer any more."""


@dataclass(frozen=True)
class Paint:
    """Makes words stand out where colours are shown; what they mean stands in the words."""

    colours: bool = False

    def __call__(self, style: str, text: str) -> str:
        """A text in a style of the table."""
        return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if self.colours and text else text

    def joined(self, runs: tuple[JoinedWord, ...]) -> str:
        """Two texts in one: what is gone struck, what is added in colour, or both between signs."""
        return "".join(self._run(run) for run in runs)

    def _run(self, run: JoinedWord) -> str:
        if run.fate == "stays":
            return run.text
        if self.colours:
            return self(run.fate, run.text)
        sign = "~~" if run.fate == "gone" else "**"
        return f"{sign}{run.text}{sign}"

    def difference(self, line: str) -> str:
        """A line of a unified difference."""
        styles = {"+": "plus", "-": "minus", "@": "dim"}
        style = styles.get(line[:1]) if not line.startswith(("+++", "---")) else "bold"
        return self(style, line) if style else line


class Terminal:
    """The person at this terminal."""

    def say(self, line: str = "") -> None:
        """Prints a line at once."""
        sys.stdout.write(line + "\n")
        sys.stdout.flush()

    def ask(self, question: str) -> str | None:
        """Waits for a line."""
        try:
            return input(question + " ").strip()
        except EOFError:
            return None


def at_terminal() -> bool:
    """Whether somebody reads what is said and can answer."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def paint() -> Paint:
    """Colours where a terminal shows them and nobody has forbidden them (https://no-color.org)."""
    return Paint(sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb")


def say(line: str) -> None:
    """Says a line at once, of a command that ends only when somebody ends it."""
    print(line, file=sys.stderr, flush=True)

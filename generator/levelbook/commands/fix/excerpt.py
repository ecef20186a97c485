"""The line that a problem is about, and the line as it should be."""

from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

from levelbook.catalogue import Catalogue
from levelbook.commands.terminal import Paint
from levelbook.loading.cures import lines_with
from levelbook.problems import Cure
from levelbook.text import signs

_MOST_LINES: Final = 3
_MOST_CHARACTERS: Final = 200
_MARGIN: Final = 6
_BLANKS: Final = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u2800\u3000"
)
_SEEN: Final = str.maketrans({"\t": "→", **dict.fromkeys(_BLANKS, "␣")})


def shown(line: str) -> str:
    """A line with everything in it to be seen: tabs as →, blanks that are none as ␣, the rest by number."""
    return signs.visible(line.translate(_SEEN))


def excerpt(text: str, cure: Cure, words: Catalogue, paint: Paint) -> Iterator[str]:
    """The lines that a cure changes, now and then."""
    now, then = lines_with(text, cure)
    first = text.count("\n", 0, cure.start) + 1
    changed = [
        (first + at, was, new)
        for at, (was, new) in enumerate(zip_longest(now.splitlines(), then.splitlines()))
        if was != new
    ]
    for number, was, new in changed[:_MOST_LINES]:
        if was is not None:
            yield _line(words("fix.line", number=f"{number:>{_MARGIN}}", text="{}"), was, "minus", paint)
        if new is not None:
            yield _line(" " * (_MARGIN - _columns(words)) + words("fix.becomes", text="{}"), new, "plus", paint)
    if len(changed) > _MOST_LINES:
        yield " " * _MARGIN + words("fix.more_lines", n=len(changed) - _MOST_LINES)


def _columns(words: Catalogue) -> int:
    """How many columns the mark of the line as it should be takes; a Han character takes two."""
    mark = words("fix.becomes", text="").partition(" ")[0]
    return sum(1 if sign < "\u2e80" else 2 for sign in mark)


def _line(form: str, line: str, style: str, paint: Paint) -> str:
    cut = line if len(line) <= _MOST_CHARACTERS else line[:_MOST_CHARACTERS] + "…"
    before, _, after = form.partition("{}")
    return before + paint(style, shown(cut)) + after

"""The last net: whatever goes wrong that nobody foresaw is told in one line, and never as a traceback."""

import errno
import os
from collections.abc import Callable
from functools import wraps
from typing import Any, Final, TypeVar, cast

from levelbook.catalogue import Catalogue
from levelbook.problems import Unforeseen
from levelbook.text import signs

Hook = TypeVar("Hook", bound=Callable[..., Any])
SWITCH: Final = "LEVELBOOK_TRACEBACK"
"""Set to 1 in the environment, it lets developers see where an error comes from."""
_MAX_DETAIL_LENGTH: Final = 200
_KNOWN: Final = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EACCES: "denied",
    errno.EPERM: "denied",
    errno.EROFS: "read_only",
    errno.ENOENT: "missing",
    errno.ENOTDIR: "no_folder",
    errno.EISDIR: "folder",
    errno.EEXIST: "there",
    errno.ENOTEMPTY: "there",
    errno.ENAMETOOLONG: "long",
    errno.ELOOP: "loop",
    errno.EMFILE: "open",
    errno.ENFILE: "open",
    errno.EBUSY: "busy",
    errno.ETXTBSY: "busy",
    errno.EIO: "disk",
}
"""What the system says, by the sentence of ours about it."""


def wanted() -> bool:
    """Whether a developer asked for tracebacks."""
    return os.environ.get(SWITCH, "") not in ("", "0")


def sentence(error: BaseException, words: Catalogue) -> str:
    """One line about an error: what cannot be done with which file, or that it is our fault and whom to tell."""
    if isinstance(error, OSError):
        return words("cli.cannot", reason=_reason(error, words))
    file = error.file if isinstance(error, Unforeseen) else ""
    cause = error.__cause__ if isinstance(error, Unforeseen) and error.__cause__ else error
    facts = {"file": signs.visible(file), "error": _named(cause), "switch": SWITCH}
    return words("net.unforeseen_in" if file else "net.unforeseen", **facts)


def under(known: tuple[type[BaseException], ...], ending: Callable[[str], Exception]) -> Callable[[Hook], Hook]:
    """Hangs the net under methods of a host's plugin that has `words`: all but what the host knows ends in one line."""

    def netted(hook: Hook) -> Hook:
        @wraps(hook)
        def caught(self: Any, *args: Any, **kwargs: Any) -> Any:
            try:
                return hook(self, *args, **kwargs)
            except known:
                raise
            except Exception as error:
                if wanted():
                    raise
                raise ending(sentence(error, self.words)) from None

        return cast(Hook, caught)

    return netted


def _reason(error: OSError, words: Catalogue) -> str:
    key = _KNOWN.get(error.errno or 0)
    what = words(f"net.os.{key}") if key else words("net.os.other", n=error.errno or 0)
    names = [str(name) for name in (error.filename, error.filename2) if isinstance(name, str | os.PathLike)]
    return words("net.os.of", file=signs.visible(names[0]), what=what) if names else what


def _named(error: BaseException) -> str:
    """What developers call the error, on one line."""
    detail = signs.visible(str(error)[:_MAX_DETAIL_LENGTH]).strip()
    name = type(error).__name__
    return f"{name}: {detail}" if detail else name

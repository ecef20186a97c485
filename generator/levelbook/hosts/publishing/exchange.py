"""Two folders change places, in one step where the system can.

Linux exchanges two names at once (`renameat2`). Elsewhere the old folder is moved away and the new one moved in;
whoever is killed between the two leaves the old one under the name `aside`, from which `site_folder` puts it back.
"""

import ctypes
import os
import sys
from functools import cache
from pathlib import Path
from typing import Any, Final

_AT_FDCWD: Final = -100
_EXCHANGE: Final = 2


def exchange(new: Path, old: Path, aside: Path) -> Path:
    """Puts a folder into the place of another, and tells where that is now; after an `OSError` all is as it was."""
    if _exchanged(new, old):
        return new
    old.rename(aside)
    try:
        new.rename(old)
    except BaseException:
        aside.rename(old)
        raise
    return aside


def _exchanged(new: Path, old: Path) -> bool:
    """Whether both changed places at once; not every system and file system can."""
    rename = _renameat2()
    return bool(rename) and rename(_AT_FDCWD, os.fsencode(new), _AT_FDCWD, os.fsencode(old), _EXCHANGE) == 0


@cache
def _renameat2() -> Any:
    if sys.platform != "linux":
        return None
    try:
        function = ctypes.CDLL(None).renameat2
    except (OSError, AttributeError):
        return None
    function.argtypes = [ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint]
    return function

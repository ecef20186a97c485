"""A change as a unified difference, and the names of its files."""

from collections.abc import Callable, Iterator, Sequence
from difflib import unified_diff

from levelbook.catalogue import Catalogue
from levelbook.loading.edit.file_change import FileChange
from levelbook.text import signs

_MAX_NAMED = 3


def difference(
    changes: Sequence[FileChange], folder: str, words: Catalogue, shown: Callable[[str], str] = signs.visible
) -> Iterator[str]:
    """The unified difference of all files, the ledger last, with paths from where one stands."""
    for change in sorted(changes, key=lambda one: one.path == "ledger.yml"):
        path = f"{folder}/{change.path}"
        was = f"{folder}/{change.was}" if change.was else path
        if change.was and change.before == change.after:
            yield words("edit.renamed", source=was, target=path)
            continue
        source = was if change.before is not None else "/dev/null"
        target = path if change.after is not None else "/dev/null"
        lines = unified_diff(_lines(change.before), _lines(change.after), source, target, n=1, lineterm="")
        yield from (shown(line) for line in lines)


def _lines(data: bytes | None) -> list[str]:
    return (data or b"").decode("utf-8", "replace").removeprefix("\ufeff").splitlines()


def named_files(changes: Sequence[FileChange], words: Catalogue) -> str:
    """The files that change, as many as can be read in a sentence."""
    names = list(dict.fromkeys(change.path.rpartition("/")[2] for change in changes))
    listed = words("join.series").join(names[:_MAX_NAMED])
    return words("edit.and_more", list=listed) if len(names) > _MAX_NAMED else listed

"""Writes cures that are safe, from the browser: only those that were shown, in files that are as they were then."""

from collections.abc import Collection
from pathlib import Path

from levelbook.hosts.serving.shown import key_of, text_as_counted
from levelbook.load import files_in, load_files
from levelbook.loading.edit.atomic_write import replace
from levelbook.loading.edit.cures import applied
from levelbook.problems import Cure

_BOM = b"\xef\xbb\xbf"


def mend(folder: Path, keys: Collection[str]) -> int:
    """Put the cures of these problems into their files; the result is how many, none where something has changed.

    Problems and bytes come from one reading, and each file is looked at once more before it is written. Raises OSError.
    """
    files = dict(files_in(folder))
    cures: dict[str, list[Cure]] = {}
    missing = set(keys)
    for problem in load_files(files).problems:
        file, cure = problem.place.file, problem.cure
        if cure is None or not cure.is_safe or file not in files:
            continue
        key = key_of(problem, files[file])
        if key in missing:
            missing.remove(key)
            cures.setdefault(file, []).append(cure)
    if missing:
        return 0
    return sum(_write(folder / file, files[file], of_file) for file, of_file in cures.items())


def _write(file: Path, data: object, cures: list[Cure]) -> int:
    """Write a file with its cures, unless somebody else has written it meanwhile."""
    text = text_as_counted(data) if isinstance(data, bytes) else None
    target = file.resolve()
    if text is None or not isinstance(data, bytes) or target.read_bytes() != data:
        return 0
    begun = _BOM if data.startswith(_BOM) else b""
    replace(target, begun + applied(text, cures).encode())
    return len(cures)

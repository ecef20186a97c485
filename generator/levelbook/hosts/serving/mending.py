"""Writes cures that are safe, from the browser: only those that were shown, in files that are as they were then."""

from collections.abc import Collection
from pathlib import Path

from levelbook.hosts.serving.shown import key_of
from levelbook.load import files_in, load_files
from levelbook.loading.cures import cured
from levelbook.loading.edit.file_change import FileChange, bytes_of
from levelbook.loading.edit.together import ChangedMeanwhile, write
from levelbook.problems import Cure


def mend(folder: Path, keys: Collection[str]) -> int:
    """Put the cures of these problems into their files; the result is how many, none where something has changed.

    Problems and bytes come from one reading; what is written can be taken back by `levelbook undo`. Raises OSError.
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
    data = {file: bytes_of(files[file]) or b"" for file in cures}
    try:
        write(folder, "serve", [FileChange(file, data[file], cured(data[file], cures[file])) for file in cures])
    except ChangedMeanwhile:
        return 0
    return sum(map(len, cures.values()))

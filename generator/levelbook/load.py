"""From the data folder to the handbook, with everything that is wrong in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from levelbook.checks.meant import told
from levelbook.checks.registry import check
from levelbook.loading.assemble import assemble
from levelbook.loading.decoder import Decoder
from levelbook.loading.discover import discover
from levelbook.loading.files import Unreadable, read
from levelbook.loading.folder import Folder
from levelbook.loading.history import is_history
from levelbook.loading.stated_language import stated_language
from levelbook.model import limits
from levelbook.model.handbook import Handbook, HandbookHead
from levelbook.problems import Problem, Severity, ordered
from levelbook.text import signs


@dataclass(frozen=True)
class Loaded:
    """What came of reading a folder."""

    handbook: Handbook | None
    """None while there is an error in it."""
    problems: list[Problem]
    """Everything that is wrong, by place."""
    folder: Folder
    """The files as they were read, also those with mistakes."""

    @property
    def errors(self) -> list[Problem]:
        """What keeps the handbook from being published."""
        return [problem for problem in self.problems if problem.severity is Severity.ERROR]


def language_of(folder: Path) -> str | None:
    """The language of a handbook, whatever else is wrong with it; none where there is no handbook.yml."""
    file = folder / "handbook.yml"
    default: str = HandbookHead.model_fields["language"].default
    return (stated_language(read(file)) or default) if file.is_file() else None


def load(folder: Path) -> Loaded:
    """Reads a handbook; whatever a person did wrong in it becomes a problem."""
    return load_files(dict(files_in(folder)))


def load_files(files: Mapping[str, bytes | Unreadable], decoder: Decoder | None = None) -> Loaded:
    """Reads a handbook from the bytes of its files, by their paths in the data folder."""
    folder, mistakes = discover(files, decoder)
    problems = ordered(told(folder, mistakes + list(check(folder))))
    errors = any(problem.severity is Severity.ERROR for problem in problems)
    return Loaded(None if errors else assemble(folder), problems, folder)


class HandbookLoader:
    """Reads one data folder again and again: only what has changed is decoded anew."""

    def __init__(self, folder: Path) -> None:
        """Read nothing yet."""
        self._folder, self._decoder = folder, Decoder()

    def load(self) -> Loaded:
        """The same value as `load(folder)`, always."""
        files = dict(files_in(self._folder))
        self._decoder.forget(files)
        return load_files(files, self._decoder)


def files_in(folder: Path) -> Iterator[tuple[str, bytes | Unreadable]]:
    """All files of a folder but hidden ones, by their paths in it, with forward slashes."""
    yield from _files(folder, "", folder.resolve())


def _files(folder: Path, prefix: str, home: Path) -> Iterator[tuple[str, bytes | Unreadable]]:
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        return
    for entry in entries:
        path = prefix + _shown(entry.name)
        if entry.name.startswith("."):
            continue
        if entry.is_symlink():
            yield from ((path, data) for data in _linked(entry, home))
        elif not entry.is_dir() or entry.name.endswith((".yml", ".yaml")):
            yield path, read(entry, limits.HISTORY_BYTES if is_history(path) else limits.BYTES)
        else:
            yield from _files(entry, path + "/", home)


def _linked(entry: Path, home: Path) -> Iterator[bytes | Unreadable]:
    """What a link leads to: a file of the same folder, or nothing that is read."""
    try:
        target = entry.resolve(strict=True)
    except (OSError, RuntimeError):  # it leads nowhere, or in a circle
        yield Unreadable("link")
        return
    if not target.is_relative_to(home):
        yield Unreadable("outside") if target.is_dir() or target.is_file() else read(target)
    elif not target.is_dir():
        yield read(target)
    elif target not in entry.parent.resolve().joinpath("x").parents:  # else it is read already, and harms nobody
        yield Unreadable("linked-folder")


def _shown(name: str) -> str:
    """A file's name as it can be printed; a name that cannot is none of ours."""
    return "".join(sign if sign.isprintable() and not signs.suspicious(sign) else "?" for sign in name)

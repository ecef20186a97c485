"""Templates that are compiled already, for whoever makes an engine anew: every build of `mkdocs serve`, and every test.

Compiling our seventy templates takes over a second of processor time, as long as a small handbook takes otherwise.
What is compiled is kept in the memory of the process; and in the folder that LEVELBOOK_CACHE names, where somebody has
set it, for processes that follow one another. Nobody is given a folder unasked: what lies there is code that the next
build runs, so it must be one that no stranger can write to.

A template counts as known by its name, its file, its text, and what else compiling rests on: Jinja's version, and the
engine's settings and filters, which stand in `render`. So no change of any gives what was compiled before it. A file of
the folder that cannot be read, or not be written, counts as missing.
"""

import os
import pickle
import tempfile
from functools import lru_cache
from hashlib import sha1
from pathlib import Path
from types import CodeType

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

FOLDER = "LEVELBOOK_CACHE"
"""The variable of the environment that names a folder."""


class CompiledTemplates(BytecodeCache):
    """What has been compiled by engines that are set up in one way."""

    def __init__(self, setup: str, folder: Path | None = None) -> None:
        """Take what tells such engines from others, and where to keep what they compile beyond this process."""
        self._setup = f"{jinja2.__version__} {setup}"
        self._folder = folder
        self._codes: dict[str, tuple[str, CodeType]] = {}

    def get_source_checksum(self, source: str) -> str:
        """What else than name and file tells a template from others."""
        return sha1(f"{self._setup} {source}".encode(), usedforsecurity=False).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill in what is known of this very text."""
        checksum, code = self._codes.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code
        elif self._folder:
            self._read(bucket, self._folder / bucket.key)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what has just been compiled."""
        self._keep(bucket)
        if self._folder:
            self._write(bucket, self._folder)

    def _keep(self, bucket: Bucket) -> None:
        if bucket.code:
            self._codes[bucket.key] = bucket.checksum, bucket.code

    def _read(self, bucket: Bucket, file: Path) -> None:
        try:
            with file.open("rb") as stream:
                bucket.load_bytecode(stream)
        except (OSError, EOFError, ValueError, pickle.UnpicklingError):
            bucket.reset()
        self._keep(bucket)

    def _write(self, bucket: Bucket, folder: Path) -> None:
        """Another process may read or write the same at this moment: it finds all of it, or nothing."""
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=folder, delete=False) as stream:
                bucket.write_bytecode(stream)
            Path(stream.name).replace(folder / bucket.key)
        except OSError:
            pass


def compiled_templates(engine: str) -> CompiledTemplates:
    """Those of this process for the engine that a Python file sets up, in the folder that the environment names."""
    return _compiled(engine, os.environ.get(FOLDER, ""))


@lru_cache(maxsize=4)
def _compiled(engine: str, folder: str) -> CompiledTemplates:
    setup = sha1(Path(engine).read_bytes(), usedforsecurity=False).hexdigest()
    return CompiledTemplates(setup, Path(folder) if folder else None)

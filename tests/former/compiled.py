"""Templates that are compiled once for all sites that a test builds, one after the other."""

from collections.abc import Sequence

import pytest
from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from levelbook import render

_make_engine = render._engine


class _Memory(BytecodeCache):
    """Code of templates by name and source; everything else that decides on it is the same for all sites here."""

    def __init__(self) -> None:
        self._code: dict[tuple[str, str], object] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._code.get((bucket.key, bucket.checksum))  # type: ignore[assignment]

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._code[bucket.key, bucket.checksum] = bucket.code


_MEMORY = _Memory()


def _engine(folders: Sequence[str]) -> Environment:
    engine = _make_engine(folders)
    engine.bytecode_cache = _MEMORY
    return engine


def compile_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets all sites share what is compiled."""
    monkeypatch.setattr(render, "_engine", _engine)

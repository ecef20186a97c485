"""What many folders and sites that a test makes one after the other have in common is read and compiled once."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import pytest
from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from levelbook import render
from levelbook.loading import data_file, decoder

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


@lru_cache(maxsize=20_000)
def _decode(*what: Any) -> Any:
    return data_file.decode(*what)


def be_quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets all folders share the files that they have alike, and all sites the templates."""
    monkeypatch.setattr(render, "_engine", _engine)
    monkeypatch.setattr(decoder, "decode", _decode)

"""A handbook of many sequences, all of which ask for one competency that the last of them owns."""

from functools import cache
from pathlib import Path
from string import ascii_uppercase
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from levelbook.catalogue import Catalogue
from levelbook.site.context import Context
from tests.pages.small import read
from tests.pages.tiny import write

SEQUENCES = 12
COMPETENCIES = 4
LEVELS = ("low", "high")
SHARED = "共有的"


@cache
def large() -> Context:
    """Its context."""
    ids = [f"s{number:02}" for number in range(SEQUENCES)]
    head = {"name": "大手册", "language": "zh", "families": [{"id": "all", "name": "全部", "sequences": ids}]}
    files: dict[str, Any] = {"handbook.yml": head}
    for number, key in enumerate(ids):
        files |= {f"sequences/{key}/{path}": data for path, data in _sequence(number, key == ids[-1]).items()}
    with TemporaryDirectory() as folder:
        write(Path(folder), {path: yaml.safe_dump(data, allow_unicode=True) for path, data in files.items()})
        return Context(read(Path(folder)), Catalogue("zh"))


def _sequence(number: int, is_last: bool) -> dict[str, dict[str, Any]]:
    own = [f"c{at}" for at in range(COMPETENCIES)]
    shared = "shared" if is_last else f"s{SEQUENCES - 1:02}/shared"
    code, name = f"SQ{ascii_uppercase[number]}", f"第{number}序列"
    head = {
        "code": code,
        "name": name,
        "levels": [{"id": level, "name": f"{level}级"} for level in LEVELS],
        "groups": [{"id": "all", "name": "全部能力", "kind": "ability", "competencies": [*own, shared]}],
    }
    files = {"sequence.yml": head}
    for at, key in enumerate(own):
        files[f"competencies/{key}.yml"] = _competency(code, f"CO{ascii_uppercase[at]}", f"{name}的能力{at}")
    if is_last:
        files["competencies/shared.yml"] = _competency(code, "SHA", SHARED)
    return files


def _competency(sequence: str, code: str, name: str) -> dict[str, Any]:
    levels: dict[str, Any] = {}
    for at, level in enumerate(LEVELS):
        numbers = range(at * 3 + 1, at * 3 + 4)
        texts = [f"{name}在{level}级做第{number}件要做的事，并记下来。" for number in numbers]
        levels[level] = {
            "indicators": [
                {"id": f"{sequence}-{code}-{number:02}", "text": text}
                for number, text in zip(numbers, texts, strict=True)
            ]
        }
    return {"code": code, "name": name, "levels": levels}

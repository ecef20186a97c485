"""The schema of the file of an assessment, and a file in which every field says something."""

import json
from pathlib import Path
from typing import Any

from tests.node import FRONTEND

SCHEMA: dict[str, Any] = json.loads(
    (Path(__file__).parents[2] / "generator/levelbook/static/assessment-2.schema.json").read_text(encoding="utf-8")
)
_CASES = FRONTEND / "test" / "assessment" / "document"
FULL: dict[str, Any] = json.loads((_CASES / "full.json").read_text(encoding="utf-8"))
BROKEN: list[tuple[str, Any]] = json.loads((_CASES / "broken.json").read_text(encoding="utf-8"))
"""Where something else stands in it, and what."""

"""The parts of results.md: what measures one thing writes its own part anew and leaves the others."""

import re
from pathlib import Path


def put(path: Path, part: str) -> None:
    """Write a part, which begins with its heading, in place of the last one under this heading, or at the end."""
    old = path.read_text(encoding="utf-8") if path.exists() else ""
    parts = {_heading(text): text.strip() for text in re.split(r"^(?=# )", old, flags=re.MULTILINE) if text.strip()}
    parts[_heading(part)] = part.strip()
    path.write_text("\n\n".join(parts.values()) + "\n", encoding="utf-8")


def table(rows: list[list[str]]) -> str:
    """A table in Markdown; the first row is its head."""
    head, *rest = rows
    return "\n".join(f"| {' | '.join(row)} |" for row in [head, ["---"] * len(head), *rest])


def _heading(text: str) -> str:
    return text.lstrip().partition("\n")[0].strip()

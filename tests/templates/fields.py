"""Prints the fields of views that no template asks for: `python -m tests.templates.fields`.

Those whose name nothing in Python asks for either can go; of the others somebody has to look whose field it is.
"""

import ast
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_args, get_type_hints

from tests.site_build import ROOT
from tests.templates.test_templates import planned, walked

VIEWS = ("levelbook.pages", "levelbook.components")


def unasked() -> Iterator[tuple[str, bool]]:
    """Fields that no template asks for, and whether Python asks something for an attribute of that name."""
    asked, loaded = walked().asked, _loaded(ROOT / "generator")
    for kind in sorted(_reached({view for _, _, view in planned()}), key=lambda kind: (kind.__module__, kind.__name__)):
        for field in fields(kind):
            if (kind, field.name) not in asked:
                yield f"{kind.__module__}.{kind.__name__}.{field.name}", field.name in loaded


def _reached(kinds: set[Any]) -> set[Any]:
    """All classes of pages and components that the fields of these lead to."""
    found: set[Any] = set()
    while kinds:
        kind = kinds.pop()
        kinds |= set(get_args(kind))
        if is_dataclass(kind) and kind not in found and kind.__module__.startswith(VIEWS):
            found.add(kind)
            kinds |= set(get_type_hints(kind).values())
    return found


def _loaded(folder: Path) -> set[str]:
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in folder.rglob("*.py")]
    return {node.attr for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Attribute)}


if __name__ == "__main__":
    for name, elsewhere in unasked():
        print(name, "(something of that name is asked for in Python)" if elsewhere else "")

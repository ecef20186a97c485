"""A data folder in memory, changed file by file as people change it with an editor, and loaded anew each time."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

from levelbook.load import Loaded, files_in, load_files

FOLDER = Path(__file__).parent / "rubric_data"
Tree = Any
"""What a YAML file holds, all texts as they stand there."""


class Files(dict[str, bytes]):
    """The bytes of all files, by their paths."""

    @classmethod
    def of(cls, folder: Path = FOLDER) -> "Files":
        return cls({path: data for path, data in files_in(folder) if isinstance(data, bytes)})

    def copy(self) -> "Files":
        return Files(self)

    def read(self, path: str) -> Tree:
        return yaml.load(self[path], yaml.CBaseLoader) if path in self else {}

    def write(self, path: str, tree: Tree) -> None:
        text = yaml.dump(tree, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1000)
        self[path] = text.encode()

    def change(self, path: str, edit: Callable[[Tree], None]) -> None:
        """Change what a file holds."""
        tree = self.read(path)
        edit(tree)
        self.write(path, tree)

    def data(self) -> list[str]:
        """The files that people write."""
        return [path for path in self if path != "ledger.yml" and not path.startswith("history/")]

    def rename(self, old: str, new: str) -> None:
        """Move a file, or a folder with all in it."""
        for path in [path for path in self if path == old or path.startswith(old + "/")]:
            self[new + path.removeprefix(old)] = self.pop(path)

    def replace(self, folder: str, old: str, new: str) -> None:
        """Write another id wherever a file below a folder names a thing by it: as a key, a value, or beside an @."""
        whole = re.compile(rf"(?<![\w/.@-]){re.escape(old)}(?![\w/-])")
        for path in [path for path in self.data() if path.startswith(folder)]:
            tree = self.read(path)
            changed = _replaced(tree, whole, new)
            if changed != tree:
                self.write(path, changed)

    def load(self) -> Loaded:
        return load_files(self)


def _replaced(tree: Tree, old: re.Pattern[str], new: str) -> Tree:
    if isinstance(tree, dict):
        return {_replaced(key, old, new): _replaced(value, old, new) for key, value in tree.items()}
    if isinstance(tree, list):
        return [_replaced(item, old, new) for item in tree]
    return old.sub(new, tree) if isinstance(tree, str) and tree.isascii() else tree


def nodes(tree: Tree) -> Iterator[dict[str, Tree]]:
    """All mappings in a file."""
    if isinstance(tree, dict):
        yield tree
    for inner in tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ():
        yield from nodes(inner)

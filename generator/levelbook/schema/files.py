"""The schema files of a handbook: one for each kind of file, and for each sequence what only it has.

They are made from the folder alone and byte for byte the same each time. Nothing reads them but editors: a build never
looks at them. Those of a sequence stand in its own folder, so that the first line of its files names them in the same
way whatever the folder is called, and a folder that is renamed or copied keeps them.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from levelbook.catalogue import Catalogue
from levelbook.loading.folder import Folder
from levelbook.model.base import Shape
from levelbook.schema.document import DRAFT, document, shapes, shapes_of_sequences
from levelbook.schema.key_texts import KeyTexts
from levelbook.schema.offers import Offers
from levelbook.schema.overlay import Overlay
from levelbook.schema.vocabulary import NAMES_FILE, SequenceNames, shared_names

FOLDER: Final = ".schema"
"""Where the schemas stand in the data folder, and in the folder of each sequence."""
_TO_SHARED: Final = f"../../../{FOLDER}/"
"""From the schemas of a sequence to those of the handbook."""


def schema_files(folder: Folder, words: Catalogue) -> dict[str, str]:
    """The text of each schema file, by its path in the data folder."""
    texts, offers = KeyTexts(words), Offers(folder, words)
    files = {f"{FOLDER}/{name}.json": _of_handbook(shape, texts) for name, shape in shapes().items()}
    names = SequenceNames(offers, texts, "", NAMES_FILE).definitions(of_handbook=True)
    files[f"{FOLDER}/{NAMES_FILE}"] = {"definitions": {**names, **shared_names(offers)}}
    for sequence in folder.sequences:
        of_sequence = SequenceNames(offers, texts, sequence, _TO_SHARED + NAMES_FILE).definitions(of_handbook=False)
        place = f"sequences/{sequence}/{FOLDER}"
        files[f"{place}/{NAMES_FILE}"] = {"definitions": of_sequence}
        files |= {f"{place}/{name}.json": _of_sequence(name, shape) for name, shape in shapes_of_sequences().items()}
    return {path: _text(schema) for path, schema in files.items()}


def _of_handbook(shape: type[Shape], texts: KeyTexts) -> dict[str, Any]:
    """The schema of a kind of file, with the words that are the same for all sequences."""
    base, over = document(shape, texts), Overlay(shape, of_handbook=True).definitions()
    if shape.__name__ in over:
        base["allOf"] = [*base.get("allOf", ()), _own(shape)]
        base["definitions"] = over
    return base


def _of_sequence(name: str, shape: type[Shape]) -> dict[str, Any]:
    """What a sequence adds to the schema of a kind of file."""
    over = Overlay(shape, of_handbook=False).definitions()
    return {"$schema": DRAFT, "allOf": [{"$ref": f"{_TO_SHARED}{name}.json"}, _own(shape)], "definitions": over}


def _own(shape: type[Shape]) -> dict[str, Any]:
    return {"$ref": f"#/definitions/{shape.__name__}"}


def _text(schema: Mapping[str, Any]) -> str:
    """Texts and names a line each, so that differences can be read; what a sequence adds is for machines alone."""
    indent = None if "allOf" in schema and "properties" not in schema else 1
    return json.dumps(schema, ensure_ascii=False, indent=indent) + "\n"


def first_line(path: str) -> str:
    """The line with which a data file leads an editor to its schema; nothing for a path that has no place."""
    match path.removesuffix(".yml").split("/"):
        case [name] if name in shapes():
            return _comment(f"{FOLDER}/{name}.json")
        case ["sequences", _, name] if name in shapes_of_sequences():
            return _comment(f"{FOLDER}/{name}.json")
        case ["sequences", _, "competencies", _]:
            return _comment(f"../{FOLDER}/competency.json")
        case ["sequences", _, "positions", _]:
            return _comment(f"../{FOLDER}/position.json")
    return ""


def _comment(schema: str) -> str:
    return f"# yaml-language-server: $schema={schema}"


def is_readable(folder: Folder) -> bool:
    """Whether all names of a folder are known: files that do not decode hide theirs."""
    return all(data_file.value is not None for data_file in folder.data_files())


def left_over(path: Path, files: Mapping[str, str]) -> Iterator[Path]:
    """Schemas in a data folder of sequences that are no longer there."""
    for schema in path.glob(f"sequences/*/{FOLDER}/*.json"):
        if schema.relative_to(path).as_posix() not in files:
            yield schema


def write(path: Path, files: Mapping[str, str], tidy: bool = True) -> list[str]:
    """Writes schema files that differ into a data folder, takes away those left over; the result is what changed."""
    changed = [name for name, text in files.items() if _differs(path / name, text)]
    for name in changed:
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_text(files[name], encoding="utf-8", newline="\n")
    for schema in list(left_over(path, files)) if tidy else ():
        schema.unlink()
        changed.append(schema.relative_to(path).as_posix())
        _without_empty(schema.parent)
    return changed


def _differs(path: Path, text: str) -> bool:
    return not path.is_file() or path.read_bytes() != text.encode("utf-8")


def _without_empty(folder: Path) -> None:
    for inner in (folder, folder.parent):
        if not any(inner.iterdir()):
            inner.rmdir()

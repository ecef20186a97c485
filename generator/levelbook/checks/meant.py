"""What a word was meant to name: a level by its name (初级 for `junior`), an id in capitals, a file with its ending.

The checks say that a word is no id, or names nothing. Where the place can only hold ids of some kinds, and one thing of
these kinds is called by the word, that is the cure; else the ids that can stand there are told, with their names. What
can stand where is one table, `_SLOTS`; names are read from the trees of files, also of those with mistakes.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any, Final

from levelbook.loading.data_file import DataFile
from levelbook.loading.folder import Folder
from levelbook.loading.nodes import Listing, Text
from levelbook.loading.nodes import Mapping as Tree
from levelbook.loading.schema_walk import SchemaPart, walk
from levelbook.loading.suggest import brief
from levelbook.model.base import Shape, Topic
from levelbook.model.competency import Cell, Competency, Indicator
from levelbook.model.growth import Action, Adjusted, Calibration
from levelbook.model.handbook import Family
from levelbook.model.position import Position, Weights
from levelbook.model.sequence import Grade, Group, Level, SequenceHead
from levelbook.model.values import half_width
from levelbook.problems import Cure, Problem

_COLUMN: Final = ("level", "grade", "position")
_ROW: Final = ("group", "competency")
_SLOTS: Final[Mapping[tuple[type[Shape], str], tuple[str, ...]]] = {
    (Competency, "levels"): ("level",),
    (Competency, "concept"): ("concept",),
    (Cell, "same_as"): ("level",),
    (Indicator, "holds"): ("level",),
    (Topic, "weight"): ("level",),
    (Grade, "level"): ("level",),
    (Grade, "required"): ("competency",),
    (Position, "level"): ("level",),
    (Position, "required"): ("competency",),
    (Action, "target_from"): ("level",),
    (Adjusted, "before"): ("level",),
    (Adjusted, "after"): ("level",),
    (Adjusted, "ratings"): ("level",),
    (Calibration, "grade"): ("grade",),
    (Calibration, "competencies"): ("competency",),
    (Group, "competencies"): ("competency",),
    (SequenceHead, "positions"): ("position",),
    (SequenceHead, "scale"): ("scale",),
    (Family, "sequences"): ("sequence",),
    (Weights, "points"): _ROW,
}
"""What may be named behind a key of a shape: by its text, by the items of its list, by the keys of its mapping."""
_INNER: Final = {(Weights, "points"): _COLUMN, (Grade, "required"): ("level",), (Position, "required"): ("level",)}
"""The same of what stands behind these keys."""
_OF_ID: Final = frozenset({"id", "id-or-not"})
_NAMES_NOTHING: Final = frozenset({"level-unknown", "ref-unknown", "file-missing"})
_MAX_KNOWN: Final = 12
_Slots = dict[tuple[int, int], tuple[Text, tuple[str, ...]]]
"""Words by line and column, with what they may name."""


def told(folder: Folder, problems: Iterable[Problem]) -> list[Problem]:
    """The problems; where a word can only mean one thing, with that, and without what only follows from it."""
    files = {data_file.file: data_file for data_file in folder.data_files()}
    names = _Called(folder)
    cured: dict[str, set[str]] = {}
    slots: dict[str, _Slots] = {}
    result = []
    for problem in problems:
        data_file = files.get(problem.place.file)
        if data_file and (_is_no_id(problem) or problem.code in _NAMES_NOTHING):
            if data_file.file not in slots:
                slots[data_file.file] = {
                    (word.line, word.span.column): (word, kinds) for word, kinds in _slots(data_file)
                }
            slot = slots[data_file.file].get((problem.place.line, problem.place.column))
            problem = _better(problem, *slot, names) if slot else problem
            if problem.cure:
                cured.setdefault(_home(problem.place.file), set()).add(problem.cure.text)
        result.append(problem)
    return [problem for problem in result if not _follows(problem, cured)]


def _is_no_id(problem: Problem) -> bool:
    return problem.code == "value-wrong" and problem.variant in _OF_ID


def _better(problem: Problem, word: Text, kinds: tuple[str, ...], names: "_Called") -> Problem:
    home = _home(problem.place.file)
    rights = names.meant(str(word), home, kinds)
    if len(rights) == 1:
        right = next(iter(rights))
        cure = Cure(word.span.start, word.span.end, right, is_safe=True)
        facts = {"value": brief(str(word)), "right": right}
        return replace(problem, code="value-wrong", variant="name", facts=facts, cure=cure)
    guess = str(problem.facts.get("guess") or "")
    if guess:
        return replace(problem, cure=Cure(word.span.start, word.span.end, guess, is_safe=False))
    known = names.listed(home, kinds) if _is_no_id(problem) else ()
    if known:
        return replace(problem, variant="id-known", facts={**problem.facts, "list": known})
    return problem


def _follows(problem: Problem, cured: dict[str, set[str]]) -> bool:
    """Whether a problem only comes of a word that is mended: what it means is not listed, its figures are missing."""
    ids = cured.get(_home(problem.place.file), set())
    if not ids:
        return False
    if problem.code in ("file-unlisted", "weight-unanswered"):
        return problem.facts.get("id") in ids
    return problem.code in ("weights-short", "weights-exceed", "level-unanswered", "kind-missing")


def _home(file: str) -> str:
    """The sequence that a file belongs to; nothing where it is the handbook's."""
    folders = file.split("/")
    return folders[1] if folders[0] == "sequences" and len(folders) > 2 else ""


def _slots(data_file: DataFile[Any]) -> Iterator[tuple[Text, tuple[str, ...]]]:
    for part in walk(data_file.shape, data_file.root):
        for (shape, key), kinds in _SLOTS.items():
            if part.shape is shape:
                yield from ((word, kinds) for word in _words(part.node.at(key)))
        for (holder, key), kinds in _INNER.items():
            if part.shape is holder and isinstance(part.node.at(key), Tree):
                for inner in part.node.at(key).values():
                    yield from ((word, kinds) for word in _words(inner))


def _words(node: Any) -> Iterator[Text]:
    """The words of a place: itself, the items of a list, the keys of a mapping."""
    if isinstance(node, Text):
        yield node
    elif isinstance(node, Listing | Tree):
        yield from (word for word in node if isinstance(word, Text))


class _Called:
    """What everything in a folder is called, by kind."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder

    def meant(self, word: str, home: str, kinds: tuple[str, ...]) -> set[str]:
        """The ids that a word can mean in a place of a sequence."""
        written = _plain(word)
        asked = {_as_id(written), _as_id(written.removesuffix(".yml").removesuffix(".yaml"))}
        every = [one for kind in kinds for one in self._in(home, kind)]
        by_id = {key for key, _ in every if key in asked}
        return by_id or {key for key, called in every if written in called}

    def listed(self, home: str, kinds: tuple[str, ...]) -> tuple[str, ...]:
        """The ids that can stand in a place, each with its name."""
        every = [one for kind in kinds for one in self._in(home, kind)]
        return tuple(f"{key} = {next(iter(called), key)}" for key, called in every) if len(every) <= _MAX_KNOWN else ()

    def _in(self, home: str, kind: str) -> list[tuple[str, dict[str, None]]]:
        return self._every.get(("" if kind in ("concept", "scale", "sequence") else home, kind), [])

    @cached_property
    def _every(self) -> dict[tuple[str, str], list[tuple[str, dict[str, None]]]]:
        every: dict[tuple[str, str], list[tuple[str, dict[str, None]]]] = {}
        for home, kind, key, node in self._things():
            names = (node.at("name"), node.at("name_en"), node.at("short"), *_items(node.at("aliases")))
            called = {_plain(name): None for name in names if isinstance(name, Text)}
            every.setdefault((home, kind), []).append((key, called))
        return every

    def _things(self) -> Iterator[tuple[str, str, str, Tree]]:
        folder = self._folder
        for key, data_file in (("concept", folder.concepts), ("scale", folder.scales)):
            for node in _items(data_file.root.at(f"{key}s")) if data_file else ():
                yield from _with_id("", key, node)
        for files in folder.sequences.values():
            if files.head:
                yield "", "sequence", files.id, files.head.root
                for part in walk(files.head.shape, files.head.root):
                    yield from _with_id(files.id, _kind(part), part.node)
            for key, competency in files.competencies.items():
                yield files.id, "competency", key, competency.root
            for key, position in files.positions.items():
                yield files.id, "position", key, position.root


def _kind(part: SchemaPart) -> str:
    kinds: tuple[tuple[type[Shape], str], ...] = ((Level, "level"), (Grade, "grade"), (Group, "group"))
    return next((kind for shape, kind in kinds if part.shape is shape), "")


def _with_id(home: str, kind: str, node: Any) -> Iterator[tuple[str, str, str, Tree]]:
    if kind and isinstance(node, Tree) and isinstance(node.at("id"), Text):
        yield home, kind, str(node.at("id")), node


def _items(node: Any) -> Iterator[Any]:
    yield from node if isinstance(node, Listing) else ()


def _plain(word: str) -> str:
    return half_width(word).strip().lower()


def _as_id(word: str) -> str:
    return word.replace(" ", "-").replace("_", "-")

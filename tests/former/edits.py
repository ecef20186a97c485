"""Random edits of a handbook, as a person makes them by hand who knows what the ledger is for.

Each takes something at random and changes files and ledger; what it cannot do just now it leaves. Some leave a folder
that `check` refuses, as people's edits do: whoever runs them takes these back.
"""

from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from levelbook.model.competency import Competency, Indicator
from levelbook.model.handbook import Handbook
from levelbook.queries.coded import CodedThing, CodedThings
from levelbook.queries.index import HandbookIndex
from tests.former.folder import Files, nodes

WORDS = "先听后说。当天记下。讲给同事。写成案例。每季复盘。问清原因。算清成本。守住底线。按期回访。列出清单。".split("。")[:-1]


class NotNow(Exception):
    """There is nothing of the kind to be changed."""


class Edits:
    """A folder with its handbook and luck."""

    def __init__(self, files: Files, book: Handbook, luck: Random) -> None:
        self.files, self.book, self.luck = files, book, luck
        self.things = CodedThings(book)
        self.index = HandbookIndex(book)

    def any_of(self, kind: type, live: bool = True, **wanted: Any) -> CodedThing:
        """Something of a kind."""
        every = [
            thing
            for thing in self.things.every
            if isinstance(thing.model, kind)
            and not (live and (thing.retired or thing.sequence.head.retired))
            and all(getattr(thing, key) == value for key, value in wanted.items())
        ]
        if not every:
            raise NotNow
        return self.luck.choice(every)

    def text(self) -> str:
        return f"{self.luck.choice(WORDS)}，{self.luck.choice(WORDS)}{self.luck.randrange(1000)}。"

    def name(self) -> str:
        return f"新{self.luck.choice(WORDS)[:2]}{self.luck.randrange(1000)}"

    def id(self) -> str:
        return f"n{self.luck.randrange(36**5)}x"

    def folder(self, thing: CodedThing) -> str:
        return f"sequences/{thing.sequence.id}"

    def file(self, thing: CodedThing) -> str:
        """The file of a competency or of the competency of an indicator."""
        competency = thing.model if isinstance(thing.model, Competency) else thing.competency
        assert competency is not None
        return competency.file

    def number(self, thing: CodedThing) -> str:
        """The next code of the competency of an indicator."""
        owner = thing.competency
        prefix = f"{thing.sequence.code}-{owner.code}" if owner else thing.code
        given = [code for code in (*self.ledger()["codes"], *self.things.codes) if code.startswith(f"{prefix}-")]
        number = max((int(code.rpartition("-")[2]) for code in given), default=0) + 1
        return f"{prefix}-{number:02}"

    def ledger(self) -> Any:
        return self.files.read("ledger.yml") or {"codes": {}, "paths": {}}

    def note_path(self, path: str, code: str) -> None:
        self._note("paths", path, code)

    def note_now(self, old: str, new: str) -> None:
        entry = self.ledger()["codes"].get(old, "unknown")
        since = entry if isinstance(entry, str) else entry.get("since", "unknown")
        self._note("codes", old, {"since": since, "now": new})
        self._note("codes", new, since)

    def _note(self, part: str, key: str, value: Any) -> None:
        ledger = self.ledger()
        ledger.setdefault(part, {})[key] = value
        self.files.write("ledger.yml", ledger)


def item(tree: Any, code: str) -> dict[str, Any]:
    """The mapping in a file that has an id."""
    return next((node for node in nodes(tree) if node.get("id") == code), None) or _missing()


def _missing() -> Any:
    raise NotNow


def _home(tree: Any, code: str) -> list[Any]:
    """The list in which an item stands."""
    for node in nodes(tree):
        for value in node.values():
            if isinstance(value, list) and any(isinstance(one, dict) and one.get("id") == code for one in value):
                return value
    raise NotNow


def reword(do: Edits) -> str:
    thing = do.any_of(Indicator)
    do.files.change(do.file(thing), lambda tree: item(tree, thing.code).update(text=do.text()))
    return f"reword {thing.code}"


def _add_after(do: Edits, thing: CodedThing, count: int) -> list[str]:
    """New items behind an indicator."""
    new = []
    for _ in range(count):
        code = do.number(thing) if not new else f"{new[0].rpartition('-')[0]}-{int(new[-1].rpartition('-')[2]) + 1:02}"
        new.append(code)

        def insert(tree: Any, code: str = code) -> None:
            _home(tree, thing.code).append({"id": code, "text": do.text()})

        do.files.change(do.file(thing), insert)
    return new


def add(do: Edits) -> str:
    thing = do.any_of(Indicator)
    return f"add {_add_after(do, thing, 1)[0]}"


def end(do: Edits, thing: CodedThing, instead: list[str]) -> None:
    """Write that an indicator has ended; others raise it no more."""
    retired = {"why": do.text(), **({"replaced_by": instead} if instead else {})}
    do.files.change(do.file(thing), lambda tree: item(tree, thing.code).update(retired=retired))
    for path in [path for path in do.files.data() if "/competencies/" in path]:
        tree = do.files.read(path)
        raising = [node for node in nodes(tree) if thing.code in node.get("raises", [])]
        for node in raising:
            node["raises"] = [code for code in node["raises"] if code != thing.code]
            if not node["raises"]:
                del node["raises"]
        if raising:
            do.files.write(path, tree)


def retire(do: Edits) -> str:
    thing = do.any_of(Indicator)
    end(do, thing, [])
    return f"retire {thing.code}"


def split(do: Edits) -> str:
    thing = do.any_of(Indicator)
    new = _add_after(do, thing, do.luck.choice((2, 2, 3)))
    end(do, thing, new)
    return f"split {thing.code} into {new}"


def merge(do: Edits) -> str:
    thing, other = do.any_of(Indicator), do.any_of(Indicator)
    if thing.code == other.code:
        raise NotNow
    end(do, thing, [other.code])
    return f"merge {thing.code} into {other.code}"


def to_level(do: Edits) -> str:
    """An indicator to another level of its competency."""
    thing = do.any_of(Indicator)
    levels = [level.id for level in thing.sequence.levels if level.id != thing.level]
    if not thing.level or not levels:
        raise NotNow
    return _moved(do, thing, thing, do.luck.choice(levels))


def to_competency(do: Edits) -> str:
    """An indicator to another competency, of whatever sequence."""
    thing, other = do.any_of(Indicator), do.any_of(Indicator)
    if thing.competency is other.competency:
        raise NotNow
    return _moved(do, thing, other, other.level)


def _moved(do: Edits, thing: CodedThing, to: CodedThing, level: str) -> str:
    tree = do.files.read(do.file(thing))
    place = _home(tree, thing.code)
    if len([one for one in place if "retired" not in one]) == 1:
        raise NotNow  # the cell would be left with nothing to say
    moved = next(one for one in place if one["id"] == thing.code)
    moved.pop("raises", None)
    place.remove(moved)
    do.files.write(do.file(thing), tree)
    end_raises(do, thing.code)

    def insert(tree: Any) -> None:
        where = tree["levels"].get(level) if level else tree
        if where is None or "same_as" in where or ("indicators" not in where and level):
            tree["levels"][level] = where = {"indicators": []}
        where.setdefault("indicators", []).append(moved)

    do.files.change(do.file(to), insert)
    return f"move {thing.code} to {do.file(to)} {level}"


def end_raises(do: Edits, code: str) -> None:
    for path in [path for path in do.files.data() if "/competencies/" in path]:
        tree = do.files.read(path)
        for node in nodes(tree):
            if code in node.get("raises", []):
                node.pop("raises")
                do.files.write(path, tree)


EditMaker = Callable[[Edits], str]
OF_INDICATORS: tuple[EditMaker, ...] = (reword, add, retire, split, merge, to_level, to_competency)


def every(luck: Random, makers: tuple[EditMaker, ...]) -> Iterator[EditMaker]:
    """The edits in a random order, without end."""
    while True:
        yield luck.choice(makers)

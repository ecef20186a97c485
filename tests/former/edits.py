"""Random edits of a handbook: by the commands, and by hand as people make them.

Most keep every address, or are refused. `CARELESS` are what people do that would lose one: `check` has to refuse it.
"""

from collections.abc import Callable
from random import Random
from typing import Any

from levelbook.commands.editing.move import move
from levelbook.commands.editing.outcome import EditOutcome
from levelbook.commands.editing.retire import retire
from levelbook.commands.editing.split import merge, split
from levelbook.model.competency import Competency, Indicator
from levelbook.model.growth import Action, Chapter, Phase
from levelbook.model.handbook import Handbook
from levelbook.model.position import Position
from levelbook.model.sequence import Grade, Group, Level, SequenceHead
from levelbook.queries.coded import CodedThing, coded_things
from levelbook.queries.index import HandbookIndex
from tests.former.folder import Files, nodes

_WORDS = ("先听后说", "当天记下", "讲给同事", "写成案例", "每季复盘", "问清原因", "算清成本", "守住底线", "按期回访")


class NotNow(Exception):
    """There is nothing of the kind to be changed, or it was refused."""


class Hands:
    """Somebody before a folder, who takes what comes."""

    def __init__(self, files: Files, book: Handbook, luck: Random) -> None:
        self.files, self.book, self.luck = files, book, luck
        self.things = coded_things(HandbookIndex(book))

    def any_of(self, *kinds: type, ended: bool = False) -> CodedThing:
        """Something of these kinds that is in force, or has ended."""
        every = [
            thing
            for thing in self.things.every
            if isinstance(thing.model, kinds) and bool(thing.retired or thing.sequence.head.retired) == ended
        ]
        if not every:
            raise NotNow
        return self.luck.choice(every)

    def other_than(self, thing: CodedThing) -> CodedThing:
        """Something of the same kind."""
        other = self.any_of(type(thing.model))
        if other.code == thing.code:
            raise NotNow
        return other

    def text(self) -> str:
        return f"{self.luck.choice(_WORDS)}，{self.luck.choice(_WORDS)}第{self.luck.randrange(10_000)}次。"

    def key(self) -> str:
        return f"n{self.luck.randrange(36**4)}x"

    def done(self, outcome: EditOutcome, said: str) -> str:
        """What a command made of the files; not now where it refused."""
        if outcome.refusals:
            raise NotNow(said, *outcome.refusals)
        self.files.clear()
        self.files.update({path: data for path, data in outcome.files.items() if isinstance(data, bytes)})
        return said


def path_of(thing: CodedThing) -> str:
    return f"{thing.sequence.id}/{thing.key}"


def _file(thing: CodedThing) -> str:
    return (thing.competency or thing.model).file  # type: ignore[union-attr]


def _item(tree: Any, code: str) -> dict[str, Any]:
    return next(node for node in nodes(tree) if node.get("id") == code)


def _list_of(tree: Any, code: str) -> list[Any]:
    """The list in which an item stands."""
    lists = (value for node in nodes(tree) for value in node.values() if isinstance(value, list))
    return next(one for one in lists if any(isinstance(item, dict) and item.get("id") == code for item in one))


# by the commands


def retire_something(do: Hands) -> str:
    thing = do.any_of(Indicator, Indicator, Competency, Level, Grade, Group, Position, Action, SequenceHead)
    by = [do.other_than(thing).code] if do.luck.random() < 0.5 else []
    return do.done(retire(do.files, thing.code, do.text(), by), f"retire {thing.code} by {by}")


def retire_indicator(do: Hands) -> str:
    thing = do.any_of(Indicator)
    return do.done(retire(do.files, thing.code, do.text()), f"retire {thing.code}")


def retire_small(do: Hands) -> str:
    thing = do.any_of(Grade, Group, Position, Action, Level)
    return do.done(retire(do.files, thing.code, do.text()), f"retire {thing.code}")


def split_indicator(do: Hands) -> str:
    thing = do.any_of(Indicator)
    texts = [do.text() for _ in range(do.luck.choice((2, 2, 3)))]
    return do.done(split(do.files, thing.code, texts, do.text()), f"split {thing.code}")


def merge_indicators(do: Hands) -> str:
    thing = do.any_of(Indicator)
    other = do.other_than(thing)
    return do.done(merge(do.files, [thing.code], other.code, do.text()), f"merge {thing.code} into {other.code}")


def move_indicator(do: Hands) -> str:
    """To another level, or another competency of whatever sequence."""
    thing = do.any_of(Indicator)
    other = do.other_than(thing)
    assert other.competency is not None
    to = f"{other.sequence.id}/{other.competency.id}" + (f"@{other.level}" if other.level else "")
    return do.done(move(do.files, thing.code, to, why=do.text()), f"move {thing.code} to {to}")


def move_level(do: Hands) -> str:
    thing = do.any_of(Indicator)
    levels = [level.id for level in thing.sequence.levels if level.id != thing.level]
    if not thing.level or not levels:
        raise NotNow
    to = do.luck.choice(levels)
    return do.done(move(do.files, thing.code, to, why=do.text()), f"move {thing.code} to {to}")


def rename_id(do: Hands) -> str:
    thing = do.any_of(Level, Grade, Group, Position, Chapter, Phase)
    to = f"{thing.sequence.code}.{do.key()}"
    return do.done(move(do.files, thing.code, to), f"move {thing.code} to {to}")


def rename_file(do: Hands) -> str:
    thing = do.any_of(Competency, Position)
    to = f"{thing.sequence.id}/{do.key()}"
    return do.done(move(do.files, path_of(thing), to), f"move {path_of(thing)} to {to}")


def rename_folder(do: Hands) -> str:
    thing, to = do.any_of(SequenceHead), do.key()
    return do.done(move(do.files, thing.sequence.id, to), f"move {thing.sequence.id} to {to}")


def to_other_sequence(do: Hands) -> str:
    """A competency or position."""
    thing, home = do.any_of(Competency, Position), do.any_of(SequenceHead).sequence
    if home.id == thing.sequence.id or not home.levels:
        raise NotNow
    levels = {level.id: do.luck.choice(home.levels).id for level in thing.sequence.levels}
    group = next((group.id for _, group in home.groups() if group.competencies), "")
    to = f"{home.id}/{thing.key if do.luck.random() < 0.5 else do.key()}"
    outcome = move(do.files, path_of(thing), to, levels=levels, group=group, why=do.text())
    return do.done(outcome, f"move {path_of(thing)} to {to}")


# by hand


def reword(do: Hands) -> str:
    thing = do.any_of(Indicator)
    do.files.change(_file(thing), lambda tree: _item(tree, thing.code).update(text=do.text()))
    return f"reword {thing.code}"


def add_indicator(do: Hands) -> str:
    thing = do.any_of(Indicator)
    owner = thing.competency
    assert owner is not None
    prefix = f"{thing.sequence.code}-{owner.code}"
    given = [*do.files.read("ledger.yml")["codes"], *do.things.codes]
    number = 1 + max((int(code.rpartition("-")[2]) for code in given if code.startswith(f"{prefix}-")), default=0)
    new = {"id": f"{prefix}-{number:02}", "text": do.text()}
    do.files.change(_file(thing), lambda tree: _list_of(tree, thing.code).append(new))
    return f"add {new['id']}"


def add_level(do: Hands) -> str:
    sequence = do.any_of(SequenceHead).sequence
    if len(sequence.levels) > 4:
        raise NotNow
    key = do.key()
    step = {"id": key, "name": f"级{do.luck.randrange(10_000)}"}
    do.files.change(f"sequences/{sequence.id}/sequence.yml", lambda tree: tree["levels"].append(step))
    for competency in sequence.all_competencies.values():
        if competency.levels and not competency.retired:
            do.files.change(competency.file, lambda tree: tree["levels"].update({key: {"blank": "还没有写。"}}))
    return f"add level {key}"


def add_action(do: Hands) -> str:
    thing = do.any_of(Action, ended=do.luck.random() < 0.3)
    given = [*do.files.read("ledger.yml")["codes"], *do.things.codes]
    prefix = f"{thing.sequence.code}-ACT"
    number = 1 + max(int(code.rpartition("-")[2]) for code in given if code.startswith(f"{prefix}-"))
    path = f"sequences/{thing.sequence.id}/actions.yml"
    new = {"id": f"{prefix}-{number:02}", "type": "course", "name": f"课{do.luck.randrange(10_000)}"}
    do.files.change(path, lambda tree: tree["actions"].append(new))
    return f"add {new['id']}"


def retarget_action(do: Hands) -> str:
    thing, aim = do.any_of(Action), do.any_of(Competency, Group, Indicator)
    path = f"sequences/{thing.sequence.id}/actions.yml"
    do.files.change(path, lambda tree: _item(tree, thing.code).update({"for": [aim.code]}))
    return f"{thing.code} is for {aim.code}"


def other_group(do: Hands) -> str:
    """A competency into another group of its sequence."""
    thing = do.any_of(Competency)
    groups = [group.id for _, group in thing.sequence.groups() if group.competencies]
    to = do.luck.choice(groups)

    def shift(tree: Any) -> None:
        for node in nodes(tree):
            if thing.key in node.get("competencies", []):
                node["competencies"].remove(thing.key)
                if not node["competencies"]:
                    del node["competencies"]
                    node["incomplete"] = "已经移走。"
        target = next(node for node in nodes(tree) if node.get("id") == to)
        target.setdefault("competencies", []).append(thing.key)

    do.files.change(f"sequences/{thing.sequence.id}/sequence.yml", shift)
    return f"{thing.code} into {to}"


def lend(do: Hands) -> str:
    """A competency that another sequence borrows, or borrows no more."""
    thing, home = do.any_of(Competency), do.any_of(SequenceHead).sequence
    address = path_of(thing)

    def change(tree: Any) -> None:
        holders = [node for node in nodes(tree) if address in node.get("competencies", [])]
        for node in holders:
            node["competencies"].remove(address)
            if not node["competencies"]:
                raise NotNow
        targets = [node for node in nodes(tree) if node.get("competencies")]
        if not holders and targets:
            do.luck.choice(targets)["competencies"].append(address)

    if home.id == thing.sequence.id:
        raise NotNow
    do.files.change(f"sequences/{home.id}/sequence.yml", change)
    return f"{home.id} borrows {address}, or not"


def other_concept(do: Hands) -> str:
    thing = do.any_of(Competency)
    concept = do.luck.choice(["talking", "selling", "caring", ""])

    def change(tree: Any) -> None:
        tree.pop("concept", None)
        if concept:
            tree["concept"] = concept

    do.files.change(_file(thing), change)
    return f"{thing.code} is of concept {concept}"


def grade_asks(do: Hands) -> str:
    """Other levels of a grade, so that it becomes a level under another name, or is one no more."""
    thing = do.any_of(Grade)
    if not thing.sequence.levels:
        raise NotNow
    level = do.luck.choice(thing.sequence.levels).id
    members = [key for key, competency in thing.sequence.competencies.items() if competency.levels]
    required = {do.luck.choice(members): do.luck.choice(thing.sequence.levels).id} if members else {}

    def change(tree: Any) -> None:
        grade = next(node for node in tree["grades"] if node["id"] == thing.key)
        grade.pop("required", None)
        grade.update({"level": level, **({"required": required} if do.luck.random() < 0.5 else {})})

    do.files.change(f"sequences/{thing.sequence.id}/sequence.yml", change)
    return f"{thing.code} asks {level} {required}"


def reorder_levels(do: Hands) -> str:
    sequence = do.any_of(SequenceHead).sequence
    do.files.change(f"sequences/{sequence.id}/sequence.yml", lambda tree: do.luck.shuffle(tree["levels"]))
    return f"reorder {sequence.id}"


def drop_file(do: Hands) -> str:
    """A file that holds no codes."""
    paths = [path for path in do.files if path.endswith(("/weights.yml", "/plan.yml")) and path.count("/") == 2]
    if not paths or do.luck.random() < 0.8:
        raise NotNow
    path = do.luck.choice(paths)
    del do.files[path]
    return f"delete {path}"


# what nobody should do


def delete_indicator(do: Hands) -> str:
    thing = do.any_of(Indicator)

    def change(tree: Any) -> None:
        home = _list_of(tree, thing.code)
        home.remove(_item(home, thing.code))

    do.files.change(_file(thing), change)
    return f"delete {thing.code}"


def delete_file(do: Hands) -> str:
    thing = do.any_of(Competency, Position)
    del do.files[thing.model.file]  # type: ignore[union-attr]
    for path in do.files.data():
        tree = do.files.read(path)
        for node in nodes(tree):
            for key in ("competencies", "positions"):
                if isinstance(node.get(key), list) and thing.key in node[key]:
                    node[key].remove(thing.key)
                    do.files.write(path, tree)
    return f"delete {path_of(thing)}"


def delete_folder(do: Hands) -> str:
    sequence = do.any_of(SequenceHead).sequence
    for path in [path for path in do.files if path.startswith(f"sequences/{sequence.id}/")]:
        del do.files[path]
    families = do.files.read("handbook.yml")
    for family in families["families"]:
        family["sequences"] = [key for key in family["sequences"] if key != sequence.id]
    do.files.write("handbook.yml", families)
    return f"delete {sequence.id}"


def retype_id(do: Hands) -> str:
    """Another id everywhere, and not a word to the ledger."""
    thing, key = do.any_of(Level, Grade, Group), do.key()
    do.files.replace(f"sequences/{thing.sequence.id}/", thing.key, key)
    return f"retype {thing.code} as {key}"


def retype_file(do: Hands) -> str:
    thing, key = do.any_of(Competency, Position), do.key()
    file = thing.model.file  # type: ignore[union-attr]
    do.files.rename(file, f"{file.rpartition('/')[0]}/{key}.yml")
    do.files.replace(f"sequences/{thing.sequence.id}/", thing.key, key)
    return f"retype {path_of(thing)} as {key}"


def retype_code(do: Hands) -> str:
    thing = do.any_of(Competency, SequenceHead)
    file = thing.model.file  # type: ignore[union-attr]
    do.files.change(file, lambda tree: tree.update(code="XYZ"))
    return f"retype the code of {file}"


def delete_part(do: Hands) -> str:
    """A level, grade or group, with or without what stands in it."""
    thing = do.any_of(Level, Grade, Group)

    def change(tree: Any) -> None:
        home = _list_of(tree, thing.key)
        home.remove(_item(home, thing.key))

    do.files.change(f"sequences/{thing.sequence.id}/sequence.yml", change)
    return f"delete {thing.code}"


Maker = Callable[[Hands], str]
OF_COMMANDS: tuple[Maker, ...] = (
    retire_something,
    retire_indicator,
    retire_small,
    split_indicator,
    merge_indicators,
    move_indicator,
    move_level,
    rename_id,
    rename_file,
    rename_folder,
    to_other_sequence,
)
BY_HAND: tuple[Maker, ...] = (
    reword,
    add_indicator,
    add_level,
    add_action,
    retarget_action,
    other_group,
    lend,
    other_concept,
    grade_asks,
    reorder_levels,
    drop_file,
)
CARELESS: tuple[Maker, ...] = (
    delete_indicator,
    delete_file,
    delete_folder,
    retype_id,
    retype_file,
    retype_code,
    delete_part,
)

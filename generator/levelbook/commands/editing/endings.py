"""How an end is written, and what leads on to the successors of something that ended.

Lists that only point (`see`, `for`, `raises`) follow the successors, and lose the entry where there are none. What
asks for something (levels, exceptions, rows) is not changed: there a person has to decide what is asked instead, and
the errors of the folder say where.
"""

from collections.abc import Iterator, Sequence

from levelbook.checks.names import Thing
from levelbook.commands.editing.outcome import Edit
from levelbook.commands.editing.places import find_item, items_of, levels_of
from levelbook.commands.editing.references import Naming, Reference, references
from levelbook.loading.edit.insertion import newline
from levelbook.loading.edit.items import in_braces, without_item
from levelbook.loading.edit.rewrite import MAX_LINE_WIDTH, TextChange, below, column, end_of, scalar
from levelbook.loading.nodes import Listing, Mapping
from levelbook.model.base import TWIN

_POINTING = ("see", "for")


def end_pair(text: str, node: Mapping, why: str, successors: Sequence[str], after: str = "") -> TextChange:
    """Writes `retired` into a mapping: last, or behind a key and its translations."""
    value: dict[str, object] = {"why": why, **({"replaced_by": tuple(successors)} if successors else {})}
    names = [str(key) for key in node]
    anchors = [name for name in names if name == after or ((twin := TWIN.fullmatch(name)) and twin["base"] == after)]
    anchor = node.at(anchors[-1]) if anchors else list(node.values())[-1]
    if node.flow:
        end = end_of(text, anchor)
        return TextChange(end, end, f", retired: {in_braces(value)}")
    indent = column(text, next(iter(node)).span.start)
    short = f"retired: {in_braces(value)}"
    if indent + len(short) <= MAX_LINE_WIDTH:
        return below(text, anchor, indent, [short])
    lines = ["retired:", f"  why: {scalar(why)}"]
    return below(text, anchor, indent, [*lines, *([f"  replaced_by: {in_braces(successors)}"] if successors else [])])


def address_of(thing: Thing, sequence: str) -> str:
    """How a thing is named in a file of a sequence."""
    if thing.kind in ("indicator", "action"):
        return thing.name
    if thing.kind == "sequence":
        return f"{thing.sequence}/"
    file = thing.kind in ("competency", "position")
    name = thing.place.file.rpartition("/")[2].removesuffix(".yml") if file else thing.name
    return name if thing.sequence == sequence else f"{thing.sequence}/{name}"


def lead_on(edit: Edit, ended: Thing, successors: Sequence[Thing]) -> None:
    """Lets lists and links that point to what ended point to what takes its place."""
    heir = successors[0] if len(successors) == 1 else None
    for path in [path for path in edit.space.files if path.endswith(".yml") and path != "ledger.yml"]:
        if path.startswith("history/"):
            continue
        home = path.split("/")[1] if path.startswith("sequences/") else ""
        while found := next(_pointing(edit, path, home, ended, heir), None):
            others = [thing for thing in successors if not _within(found, thing, path)]
            words = [_like(edit, found.word, address_of(thing, home), thing) for thing in others]
            edit.space.change(path, list(_instead(edit.space.text(path), found, words)))
            key = "led_on" if words else "entry_dropped"
            edit.tell(key, file=path, key=found.key, source=found.word, list=tuple(words))


def _pointing(edit: Edit, path: str, home: str, ended: Thing, heir: Thing | None) -> Iterator[Reference]:
    """What only points to what ended; single words and links, where one thing takes its place."""
    for reference in references(edit.space, path):
        listed = reference.key in _POINTING and isinstance(reference.part.node.at(reference.key), Listing)
        fits = listed if heir is None else listed or reference.link or _next(reference, heir)
        if fits and not reference.part.retired:
            thing = edit.ctx.names.find(reference.word, home)
            itself = not listed and heir is not None and _within(reference, heir, path)
            if isinstance(thing, Thing) and same(thing, ended) and not itself and not _within(reference, ended, path):
                yield reference


def _next(reference: Reference, heir: Thing) -> bool:
    """Whether a position names another one, which a position takes the place of."""
    return reference.naming is Naming.WORDS and heir.kind == "position"


def same(thing: Thing, other: Thing) -> bool:
    """Whether two names are of one thing: a file has an id and a code."""
    if thing.kind in ("competency", "position"):
        return thing.kind == other.kind and thing.place.file == other.place.file
    return (thing.kind, thing.sequence, thing.name) == (other.kind, other.sequence, other.name)


def _within(reference: Reference, ended: Thing, path: str) -> bool:
    """Whether what ended says it itself."""
    if path != ended.place.file:
        return False
    return ended.kind in ("competency", "position") or reference.part.node.at("id") == ended.name


def _like(edit: Edit, word: str, address: str, thing: Thing) -> str:
    """A successor's address with the level that the old one had, where it has such a level too."""
    _, at, step = word.partition("@")
    stays = at and thing.kind in ("competency", "group") and edit.ctx.names.get(thing.sequence, step)
    return f"{address}{at}{step}" if stays else address


def _instead(text: str, reference: Reference, words: list[str]) -> Iterator[TextChange]:
    """Other words in place of one in a list; those that stand there already are not written twice."""
    items = reference.part.node.at(reference.key)
    if not isinstance(items, Listing):
        yield TextChange(reference.start, reference.end, words[0])
        return
    new = [word for word in dict.fromkeys(words) if word not in items]
    at = next(number for number, item in enumerate(items) if item.span.start <= reference.start < item.span.end)
    if not new:
        yield without_item(text, reference.part.node, reference.key, at)
    else:
        yield _entries(text, items, at, new)


def _entries(text: str, items: Listing, at: int, words: Sequence[str]) -> TextChange:
    """Short entries in place of one."""
    between = ", " if items.flow else newline(text) + " " * column(text, items.span.start) + "- "
    return TextChange(items[at].span.start, items[at].span.end, between.join(words))


def raises_follow(edit: Edit, path: str, old: str, new: Sequence[str]) -> None:
    """Lets indicators that raise what ended raise its successors instead."""
    for item in list(items_of(edit.space, path)):
        if isinstance(item.node, Mapping) and old in (item.node.at("raises") or ()) and "retired" not in item.node:
            upper = str(item.node.at("id"))
            fresh = find_item(edit.space, path, upper)
            raised = fresh.node.at("raises")
            fitting = [code for code in new if code != upper and holds(edit, path, upper, code) and code not in raised]
            at = list(raised).index(old)
            if fitting:
                edit.space.change(path, [_entries(edit.space.text(path), raised, at, fitting)])
                edit.tell("raises_follow", upper=upper, source=old, list=tuple(fitting))
            else:
                edit.space.change(path, [without_item(edit.space.text(path), fresh.node, "raises", at)])
                edit.tell("raises_dropped", upper=upper, lower=old)


def holds(edit: Edit, path: str, upper: str, lower: str) -> bool:
    """Whether one indicator of a competency may raise another: it stands at a higher level."""
    homes = {str(item.node.at("id")): item for item in items_of(edit.space, path) if isinstance(item.node, Mapping)}
    ranks = {level: rank for rank, level in enumerate(levels_of(edit.folder.sequences[path.split("/")[1]]))}
    if upper not in homes or lower not in homes or "retired" in homes[lower].node:
        return False
    return ranks.get(homes[lower].level, 99) < ranks.get(homes[upper].level, -1)

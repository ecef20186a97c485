"""One indicator becomes several, or several become one: the old ones end, and what raised them raises the new ones."""

from collections.abc import Sequence

from levelbook.checks.context import CheckContext
from levelbook.checks.names import Thing
from levelbook.commands.editing.endings import end_pair, holds, lead_on, raises_follow
from levelbook.commands.editing.outcome import Edit, EditOutcome, edited
from levelbook.commands.editing.places import Item, find_item, thing_with_code
from levelbook.commands.editing.problem import refused
from levelbook.commands.editing.retire import end, named
from levelbook.commands.ids.assign import NewCode, assign_codes, item_text
from levelbook.commands.ids.insert_codes import with_codes
from levelbook.load import load_files
from levelbook.loading.edit.file_change import Files
from levelbook.loading.edit.items import in_braces, inserted
from levelbook.loading.edit.rewrite import TextChange, below, column, end_of, scalar
from levelbook.loading.nodes import Listing
from levelbook.problems import Place

_KEPT = ("raises", "holds", "negative", "depth")
"""What the new ones take over from the old one."""


def split(files: Files, code: str, texts: Sequence[str], why: str) -> EditOutcome:
    """Ends an indicator in favour of two or more new ones, which stand behind it."""
    return edited(files, lambda edit: _split(edit, code, [" ".join(text.split()) for text in texts], why))


def _split(edit: Edit, code: str, texts: list[str], why: str) -> None:
    reason = " ".join(why.split())
    if not reason:
        raise refused("why_needed", "--why")
    if len(texts) < 2 or not all(texts) or len({*texts}) < len(texts):
        raise refused("texts_needed", "--into")
    thing = thing_with_code(edit, code, "indicator")
    if thing.retired:
        raise refused("ended_already", thing.place, value=code)
    path = thing.place.file
    for text in reversed(texts):
        item = find_item(edit.space, path, code)
        kept = {key: item.node.at(key) for key in _KEPT if key in item.node}
        pairs = [f"text: {scalar(text)}", *(f"{key}: {in_braces(value)}" for key, value in kept.items())]
        lines = [f"- {pairs[0]}", *(f"  {line}" for line in pairs[1:])]
        braces = in_braces({"text": text, **kept})
        edit.space.change(path, [inserted(edit.space.text(path), item.items, item.at, lines, braces)])
    codes = _given(edit, path, code, texts)
    item = find_item(edit.space, path, code)
    edit.space.change(path, [end_pair(edit.space.text(path), item.node, reason, codes)])
    edit.tell("split", value=code, text=thing.text)
    edit.given += codes
    for new, text in zip(codes, texts, strict=True):
        edit.tell("given", value=new, text=text)
    raises_follow(edit, path, code, codes)
    new_things = [Thing("indicator", thing.sequence, new, Place(path)) for new in codes]
    lead_on(edit, thing, new_things)


def _given(edit: Edit, path: str, code: str, texts: list[str]) -> list[str]:
    """Writes codes for the new ones, as `levelbook ids` gives them; whatever else waits for one still does."""
    at = find_item(edit.space, path, code).node.span.start
    mine: list[NewCode] = []
    for new in assign_codes(CheckContext(load_files(edit.space.files).folder)):
        here = new.place.file == path and new.key == "id" and new.node.span.start > at
        if here and len(mine) < len(texts) and item_text(new.node) == texts[len(mine)]:
            mine.append(new)
    data = edit.space.files[path]
    written = with_codes(path, data, mine) if isinstance(data, bytes) and len(mine) == len(texts) else None
    if written is None:
        raise refused("no_codes", Place(path), value=code)
    edit.space.files[path] = written
    return [new.code for new in mine]


def merge(files: Files, codes: Sequence[str], into: str, why: str, text: str = "") -> EditOutcome:
    """Ends some in favour of one that stays; its text may become another."""
    return edited(files, lambda edit: _merge(edit, codes, into, why, " ".join(text.split())))


def _merge(edit: Edit, codes: Sequence[str], into: str, why: str, text: str) -> None:
    reason = " ".join(why.split())
    if not reason:
        raise refused("why_needed", "--why")
    heir = named(edit, into)
    if heir.retired:
        raise refused("successor_ended", "--into", value=into)
    ended = [named(edit, code, heir.sequence) for code in dict.fromkeys(codes)]
    for thing in ended:
        if thing.kind != heir.kind or thing.name == heir.name:
            raise refused("merge_kinds", thing.name, value=thing.name, into=into)
    for thing in ended:
        raised = _raised(edit, thing)
        end(edit, thing, reason, [heir])
        if thing.kind == "indicator":
            _take_over(edit, heir, raised)
    if text:
        if heir.kind != "indicator":
            raise refused("no_text", "--text", value=into)
        _reword(edit, heir, text)


def _raised(edit: Edit, thing: Thing) -> list[str]:
    if thing.kind != "indicator":
        return []
    return [str(code) for code in find_item(edit.space, thing.place.file, thing.name).node.at("raises") or ()]


def _take_over(edit: Edit, heir: Thing, raised: list[str]) -> None:
    """Lets the one that stays raise what the ended one raised, where it stands higher."""
    path = heir.place.file
    for code in raised:
        item = find_item(edit.space, path, heir.name)
        own = item.node.at("raises") or ()
        if code not in own and code != heir.name and holds(edit, path, heir.name, code):
            edit.space.change(path, [_with_raise(edit.space.text(path), item, code)])
            edit.tell("raises_taken", upper=heir.name, lower=code)


def _with_raise(text: str, item: Item, code: str) -> TextChange:
    own = item.node.at("raises")
    if isinstance(own, Listing) and own:
        return inserted(text, own, len(own) - 1, [f"- {code}"], code)
    if item.node.flow:
        end = end_of(text, list(item.node.values())[-1])
        return TextChange(end, end, f", raises: [{code}]")
    return below(text, item.node, column(text, next(iter(item.node)).span.start), [f"raises: [{code}]"])


def _reword(edit: Edit, heir: Thing, text: str) -> None:
    item = find_item(edit.space, heir.place.file, heir.name)
    if "items" in item.node:
        raise refused("has_items", heir.place, value=heir.name)
    old = item.node.at("text")
    head = edit.space.text(item.path)[old.span.start : old.span.end].partition("\n")[0]
    if head[:1] in ("|", ">") and "#" in head:
        raise ValueError("a comment would go")
    edit.space.change(item.path, [TextChange(old.span.start, end_of(edit.space.text(item.path), old), scalar(text))])
    edit.tell("reworded", value=heir.name, source=heir.text, text=text)
    twins = [str(key) for key in item.node if str(key).startswith("text_")]
    for key in twins:
        edit.tell("twin_older", value=heir.name, key=key)

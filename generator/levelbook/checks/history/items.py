"""Has every item of an indicator its letter, and is every letter that was given still there?"""

from collections.abc import Iterator, Mapping
from string import ascii_lowercase
from typing import Any

from levelbook.checks.context import CheckContext, error, warning
from levelbook.loading.data_file import DataFile
from levelbook.loading.nodes import Listing, Node
from levelbook.loading.nodes import Mapping as MappingNode
from levelbook.loading.schema_walk import SchemaPart
from levelbook.model.competency import Competency, Indicator
from levelbook.model.history import History
from levelbook.problems import Problem


def letters(ctx: CheckContext) -> Iterator[Problem]:
    """Items without a letter, and letters that are gone: none may ever mean another sentence."""
    released = _released(ctx.history)
    for files in ctx.folder.sequences.values():
        for data_file in files.competencies.values():
            if data_file.value and not data_file.value.retired:
                listed = list(_listed(data_file))
                yield from _missing(data_file, listed)
                for part, items in listed:
                    yield from _gone(data_file, part, items, released)


def _listed(data_file: DataFile[Competency]) -> Iterator[tuple[SchemaPart, Listing]]:
    for part in data_file.parts():
        items = part.node.at("items") if part.shape is Indicator and not part.retired else None
        if isinstance(items, Listing):
            yield part, items


def _missing(data_file: DataFile[Competency], listed: list[tuple[SchemaPart, Listing]]) -> Iterator[Problem]:
    """One warning a file, at the first."""
    waiting = [item.span for _, items in listed for item in items if not _letter(item)]
    if waiting:
        first = min(waiting, key=lambda span: span.start)
        yield warning("code-missing", data_file.place(first), "item", n=len(waiting))


def _gone(
    data_file: DataFile[Competency], part: SchemaPart, items: Listing, released: Mapping[str, set[str]]
) -> Iterator[Problem]:
    """Letters before the last one that is there, and those that a release had."""
    there = {_letter(item) for item in items} - {""}
    before = set(ascii_lowercase[: ascii_lowercase.find(max(there, default="a"))])
    code = part.text("id")
    gone = sorted((before | released.get(str(code), set())) - there)
    if gone:
        yield error("item-gone", data_file.place(items.span), value=gone[0], indicator=str(code or ""))


def _letter(item: Node) -> str:
    return str(item.at("id") or "") if isinstance(item, MappingNode) else ""


def _released(history: History) -> dict[str, set[str]]:
    """The letters that the items of each indicator had in any release."""
    found: dict[str, set[str]] = {}
    tables = (history.published, *(release.before for release in history.releases))
    for table in tables:
        for address, fact in table.items():
            found.setdefault(address, set()).update(_letters_of(fact))
    return found


def _letters_of(fact: Mapping[str, Any] | None) -> Iterator[str]:
    items = (fact or {}).get("items")
    if (fact or {}).get("kind") == "indicator" and isinstance(items, list | tuple):
        yield from (str(item["id"]) for item in items if isinstance(item, Mapping) and "id" in item)

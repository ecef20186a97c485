"""What the data files of pages hold, read as the scripts read them."""

import json
import re
from collections.abc import Iterable
from typing import Any

from levelbook.pages.home import data as home_data
from levelbook.pages.search import data as search_data
from levelbook.pages.transfer import data as transfer_data
from levelbook.site.context import Context


def held(script: str) -> Any:
    """What a data file brings; words as a page has them."""
    if script.startswith("((words, area)"):
        return _words(json.loads(script[script.index('"') : script.index(".replace(/")]))
    return json.loads(script.split(" = ", 1)[1].rstrip(";\n"))


def _words(text: str) -> dict[str, str]:
    areas = (area.split("\n") for area in re.split(r"^(?=\S+$)", text, flags=re.M)[1:])
    return {
        area + key: said for area, *lines in areas for key, _, said in (line.partition(" ") for line in lines if line)
    }


def marked_levels(ctx: Context) -> dict[str, Any]:
    """What home's files say of the levels that can be marked, by their place."""
    files = (held(text)["levels"] for _, text in home_data.data_files(ctx))
    return {place: level for levels in files for place, level in levels.items()}


def search_text(ctx: Context) -> str:
    """The text of all files that the search looks through."""
    return "".join(text for _, text in search_data.data_files(ctx))


def joined(parts: Iterable[Any]) -> dict[str, Any]:
    """The data of several sequences as one, as the page that compares two roles joins them."""
    whole: dict[str, Any] = {"sequences": [], "concepts": {}, "indicators": {}}
    for part in parts:
        whole["sequences"] += part["sequences"]
        whole["concepts"] |= part["concepts"]
        whole["indicators"] |= part["indicators"]
    return whole


def transfer(ctx: Context) -> dict[str, Any]:
    """What the page that compares two roles knows once it has loaded every sequence."""
    files = dict(transfer_data.data_files(ctx))
    return joined(held(text) for address, text in files.items() if "/move/" in address)

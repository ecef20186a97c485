"""One statement made of a lead and its items, and both found again in it.

What asks for the words of an indicator (search, comparisons, marks of a wording, quotations) asks for one text. Where
it has items that text is made from them when the file is read, always in the same way, so that the lead need not be
kept beside it: what is left of the whole without its items is the lead.
"""

from collections.abc import Mapping, Sequence
from string import ascii_lowercase
from typing import Any, Final

from levelbook.text.terms import HAN

_COLONS: Final = (":", "：")
_ENDS: Final = ";；,，、"
"""Signs that an item may end in as a list is typed; in one sentence the sign between two items takes their place."""
STOPS: Final = f"{_ENDS}.。"


def whole_statement(lead: str, parts: Sequence[str]) -> str:
    """The lead and its items as one sentence."""
    listed = _listed(parts)
    if not lead or not listed:
        return lead or listed
    if lead.endswith(_COLONS):
        return f"{lead}{'' if lead.endswith('：') else ' '}{listed}"
    return f"{lead.rstrip(STOPS)}{_colon(listed)}{listed}"


def lead_of(whole: str, parts: Sequence[str]) -> str:
    """What stands before the items in a statement made of them; the whole where none are in it."""
    listed = _listed(parts)
    if not listed or not whole.endswith(listed):
        return whole
    return whole.removesuffix(listed).rstrip().rstrip("".join(_COLONS))


def with_statement(data: Mapping[Any, Any]) -> dict[str, Any]:
    """The keys of an indicator with a letter for each item, and the whole statement in place of the lead, also in each
    language into which all of it is translated.
    """
    items = data["items"]
    with_letters = zip(items, free_letters(items), strict=True)
    lettered = [item if item.get("id") else {**item, "id": letter} for item, letter in with_letters]
    live = [item for item in items if "retired" not in item] or items
    made = {key: text for key in _text_keys(data, items) if (text := _statement(data, live, key))}
    kept = {key: value for key, value in data.items() if not _is_text_key(key)}
    return {**kept, **made, "items": lettered}


def said_by(node: Mapping[Any, Any]) -> str:
    """What an indicator, an action or a competency says, as it stands in a file."""
    items = node.get("items")
    if isinstance(items, list | tuple) and items:
        parts = [item if isinstance(item, Mapping) else {"text": item} for item in items]
        return str(with_statement({**node, "items": parts}).get("text", ""))
    return next((str(text) for key in ("text", "name") if isinstance(text := node.get(key), str) and text), "")


def free_letters(items: Sequence[Mapping[Any, Any]]) -> list[str]:
    """For each item its letter; where it has none the next that no other has."""
    taken = {str(item.get("id")) for item in items}
    free = iter([letter for letter in ascii_lowercase if letter not in taken])
    return [str(item["id"]) if item.get("id") else next(free, "") for item in items]


def _text_keys(data: Mapping[Any, Any], items: Sequence[Mapping[Any, Any]]) -> dict[str, None]:
    return dict.fromkeys(key for one in (data, *items) for key in ("text", *one) if _is_text_key(key))


def _is_text_key(key: str) -> bool:
    return key == "text" or key.startswith("text_")


def _statement(data: Mapping[Any, Any], live: Sequence[Mapping[Any, Any]], key: str) -> str:
    """The whole by one key; nothing where a part of it has none."""
    lead, parts = data.get(key, ""), [item.get(key, "") for item in live]
    complete = all(isinstance(part, str) and part for part in parts) and bool(lead) == bool(data.get("text"))
    return whole_statement(lead, parts) if complete and isinstance(lead, str) else ""


def _listed(parts: Sequence[str]) -> str:
    if not parts:
        return ""
    *first, last = parts
    is_chinese = HAN.search("".join(parts))
    if not is_chinese and all(part.endswith(".") for part in parts):
        return " ".join(parts)  # sentences that begin with capitals stay sentences
    sign = "；" if is_chinese else "; "
    return sign.join([*(part.rstrip(STOPS) for part in first), last])


def _colon(text: str) -> str:
    return "：" if HAN.search(text) else ": "


def item_code(indicator: str, letter: str) -> str:
    """The address of an item of an indicator: `KEY-LIS-07-a`."""
    return f"{indicator}-{letter}"


def indicator_of_item(code: str) -> str:
    """The code of the indicator to which the address of an item belongs; nothing where it is no such address."""
    before, hyphen, letter = code.rpartition("-")
    return before if hyphen and len(letter) == 1 and letter in ascii_lowercase else ""

"""A piece of YAML as an editor sees it: figures and yes or no are values of their own, all else is text."""

import json
from typing import Any

from levelbook.loading.nodes import Listing, Mapping, Node
from levelbook.loading.parser import compose


def plain_value(text: str) -> Any:
    """The value that a piece of YAML stands for."""
    return as_editors_see_it(compose("", text).root)


def as_editors_see_it(node: Node | None) -> Any:
    """Plain values with figures and booleans, as YAML 1.2 reads them."""
    if isinstance(node, Mapping):
        return {str(key): as_editors_see_it(value) for key, value in node.items()}
    if isinstance(node, Listing):
        return [as_editors_see_it(item) for item in node]
    try:
        value = json.loads(str(node))
    except ValueError:
        return str(node)
    return value if isinstance(value, int | float | bool) else str(node)

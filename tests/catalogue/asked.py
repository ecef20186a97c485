"""Who asks for which key of the catalogue: read from Python, templates, schema and scripts, without running them."""

import ast
import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Final

from frontend_types import SPOKEN
from levelbook.catalogue import Catalogue
from tests import node as scripts

PACKAGE: Final = Path(__file__).parents[2] / "generator" / "levelbook"
KEYS: Final = Catalogue("zh").keys()
WHOLE: Final = ("cli.argparse", "slip.key-words", "keys", "key_examples", "keys_page", "snippet")
"""Parts that are looked up whole: argparse's own sentences, words for keys of the data, what schemas say."""
_PARTS = frozenset(key.rsplit(".", at)[0] for key in KEYS for at in range(1, key.count(".") + 1))
_ASKING = {"words", "_words", "w"}
_QUOTED = re.compile(r"""(?:"([\w.-]+)"|'([\w.-]+)')""")
_JOINED = re.compile(r'"([\w.-]*[._])" ~')
_NUMBERED = re.compile(r'"([\w.]+_)%d(\w*)" %')
_ATTRIBUTE = re.compile(r"\bwords\.(\w+)")


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _modules(patterns: str = "**/*.py") -> set[Path]:
    return {path for pattern in patterns.split() for path in PACKAGE.glob(pattern)}


def _nodes(paths: Iterable[Path]) -> Iterator[ast.AST]:
    """Everything in modules but the docstrings."""
    for path in sorted(paths):
        told = {id(node.value) for node in ast.walk(_tree(path)) if isinstance(node, ast.Expr)}
        yield from (node for node in ast.walk(_tree(path)) if id(node) not in told)


@cache
def constants(patterns: str = "**/*.py") -> frozenset[str]:
    """All texts that stand in some modules."""
    found = (node.value for node in _nodes(_modules(patterns)) if isinstance(node, ast.Constant))
    return frozenset(text for text in found if isinstance(text, str))


@cache
def patterns() -> frozenset[str]:
    """The keys that Python and templates put together, with {} for what is filled in."""
    found = {_pattern(node) for node in _nodes(_modules()) if isinstance(node, ast.JoinedStr)}
    found |= {f"count.{one}" for one in found if _start(one) and _start(one) not in _PARTS}
    found |= {start + "{}" for text in templates() for start in _JOINED.findall(text)}
    found |= {f"{start}{{}}{end}" for text in templates() for start, end in _NUMBERED.findall(text)}
    return frozenset(one for one in found if _start(one) in _PARTS)


def _start(pattern: str) -> str:
    """The part of the catalogue that a pattern is of; nothing where it is no key."""
    named, _, _ = pattern.partition("{}")
    return named.rpartition(".")[0]


def _pattern(node: ast.JoinedStr) -> str:
    return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)


@cache
def calls() -> frozenset[str]:
    """The keys that Python names where it asks: `words("…")`, `ctx.count("indicator", n)`, `ctx.word(one, "level")`."""
    return frozenset(key for node in _nodes(_modules()) if isinstance(node, ast.Call) for key in _called(node))


def _called(node: ast.Call) -> Iterator[str]:
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    if name in _ASKING and node.args:
        yield from _texts(node.args[0])
    elif name == "count" and len(node.args) == 2:
        yield from (f"count.{unit}.{form}" for unit in _texts(node.args[0]) for form in ("one", "many"))
    elif name == "word" and len(node.args) == 2:
        yield from (f"word.{key}" for key in _texts(node.args[1]))


def _texts(node: ast.expr) -> Iterator[str]:
    """The texts that an argument may be."""
    if isinstance(node, ast.IfExp):
        yield from (*_texts(node.body), *_texts(node.orelse))
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value


def variants() -> Iterator[tuple[str, str]]:
    """The sentences of problems that are named whole where they are told: code and variant."""
    codes = {key.split(".")[1] for key in KEYS if key.startswith("problem.") and key.count(".") == 2}
    for node in _nodes(_modules()):
        if isinstance(node, ast.Call):
            named = next((one.value for one in node.keywords if one.arg == "variant"), None)
            for at, argument in enumerate(node.args):
                code = next(_texts(argument), "")
                after = named or next(iter(node.args[at + 2 : at + 3]), None)
                if code in codes and after:
                    yield from ((code, text) for text in _texts(after) if text and "{" not in text)


@cache
def templates() -> tuple[str, ...]:
    """The texts of all templates, those of the theme too."""
    paths = (path for path in sorted(PACKAGE.rglob("*")) if path.suffix in {".jinja", ".html"})
    return tuple(path.read_text(encoding="utf-8") for path in paths)


@cache
def in_templates() -> frozenset[str]:
    """The texts that templates name, and the words of the theme."""
    quoted = {name for text in templates() for pair in _QUOTED.findall(text) for name in pair}
    return frozenset(quoted | {f"theme.{name}" for text in templates() for name in _ATTRIBUTE.findall(text)})


@cache
def in_schema() -> frozenset[str]:
    """What is put into the schemas of saved files."""
    texts = (path.read_text(encoding="utf-8") for path in (PACKAGE / "static").glob("*.json"))
    return frozenset(key for text in texts for key in re.findall(r'"((?:assessment|backup)_file\.\w+)"', text))


@cache
def in_scripts() -> frozenset[str]:
    """The keys that scripts ask for, by their types; the singular goes along with its plural."""
    asked: dict[str, list[str]] = json.loads(scripts.node("test/words/asked.ts"))
    keys = {f"{SPOKEN.get(area, area)}.{name}" for area, names in asked.items() for name in names}
    return frozenset(keys | {f"{key}_one" for key in keys})

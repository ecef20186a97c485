"""The one style sheet of the handbook's own pages: ours, and what they use of those of whatever Material is installed.

A rule stays if everything its selector asks for can stand on such a page: its classes, ids and values of attributes are
words of a template that pages are made of, or of a script that they load. Elements are not judged. What is put
together (`md-status--{{ status }}`) is known by how it begins. Of values and pictures that only dropped rules named,
nothing stays. The same sheets and words give the same bytes.

What breaks this: a rule that would set a class of a page to something by a name that no template and no script writes.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Final

import tinycss2
from tinycss2.ast import AtRule, LiteralToken, Node, QualifiedRule

from levelbook.site import assets

_NEGATION = re.compile(r":not\((?:[^()]|\([^()]*\))*\)")
_ATTRIBUTE = re.compile(r"\[([\w-]+)(?:[~|^$*]?=\"?([^\]\"]*)\"?)?\]")
_NAME = re.compile(r"[.#]((?:[\w-]|\\.)+)")
_WORD = re.compile(r"[\w-]+")
_VALUE_USE = re.compile(r"var\(\s*(--[\w-]+)")
_GROUPS = ("media", "supports")
_BARE: Final = {"skip_comments": True, "skip_whitespace": True}


@dataclass(frozen=True)
class Declaration:
    """A line of a rule."""

    name: str
    text: str


@dataclass(frozen=True)
class Rule:
    """A rule of a style sheet, or a group of them; a statement without a block has neither lines nor rules."""

    head: str
    lines: tuple[Declaration, ...] = ()
    rules: tuple["Rule", ...] = ()

    def __str__(self) -> str:
        """The rule as a sheet holds it."""
        inner = "".join(map(str, self.rules)) or ";".join(line.text for line in self.lines)
        return f"{self.head}{{{inner}}}" if inner else f"{self.head};"


HANDBOOK_STYLE = assets.STYLES + "handbook.css"
"""Where it stands in the site."""
PAGE_TEMPLATES = Path(str(files("levelbook"))) / "templates"
_MATERIAL_SHEETS = ("main.*.min.css", "palette.*.min.css")
_PARTIALS = ("actions content copyright footer nav palette path-item source-file tabs-item toc toc-item").split()
"""The partial templates of Material's that our pages are made of, whatever a site has chosen."""
_CHOSEN_PARTIALS = MappingProxyType({"alternate": "alternate", "social": "social", "repo_url": "source"})
"""Those that only a setting of a site brings."""


def handbook_style(templates: Sequence[Path], settings: Iterable[str], foot: str) -> str:
    """The style sheet of a site whose theme has templates in these folders, ours and Material's among them.

    The words at the foot of printed sheets, which are the site's own, stand in it too.
    """
    material, own = templates[-1], templates[:-1]
    partials = [*_PARTIALS, *(_CHOSEN_PARTIALS[name] for name in settings if name in _CHOSEN_PARTIALS)]
    paths = [material / "base.html", *(material / f"partials/{name}.html" for name in partials)]
    for folder in (*own, PAGE_TEMPLATES):
        paths += sorted(path for path in folder.rglob("*") if path.suffix in (".html", ".jinja", ".js"))
    ours = [assets.static_texts()[path] for path in (assets.COMMON_STYLE, assets.WITHOUT_MATERIAL)]
    scripts = (text for path, text in assets.static_texts().items() if path.startswith(assets.SCRIPTS))
    words = "\n".join([*(path.read_text(encoding="utf-8") for path in paths), *scripts])
    sheets = (path for pattern in _MATERIAL_SHEETS for path in sorted((material / "assets/stylesheets").glob(pattern)))
    used = (_trimmed_once(path, words, "".join(ours)) for path in sheets)
    return "\n".join([*used, *ours, f'@page{{@bottom-left{{content:"{foot}";font:8.5pt sans-serif;color:#555}}}}\n'])


@lru_cache(maxsize=8)
def _trimmed_once(sheet: Path, words: str, others: str) -> str:
    """`mkdocs serve` builds again and again with the same templates."""
    return trimmed(sheet.read_text(encoding="utf-8"), words_of(words), others)


def words_of(text: str) -> frozenset[str]:
    """What the classes, ids and values of a template or script can be."""
    return frozenset(_WORD.findall(text))


def trimmed(sheet: str, words: frozenset[str], others: str) -> str:
    """The rules of a sheet that pages of these words use; `others` are the sheets that use its values."""
    beginnings = tuple(sorted(word for word in words if word.endswith("-") and word.strip("-")))

    def is_asked(name: str) -> bool:
        return name in words or (bool(beginnings) and name.startswith(beginnings))

    kept = tuple(_kept(tinycss2.parse_stylesheet(sheet, **_BARE), is_asked))
    while True:
        text = "".join(map(str, kept))
        fewer = tuple(_without_values(kept, frozenset(_VALUE_USE.findall(text + others))))
        if fewer == kept:
            return text
        kept = fewer


def _kept(nodes: Iterable[Node], is_asked: Callable[[str], bool]) -> Iterator[Rule]:
    for node in nodes:
        if isinstance(node, QualifiedRule):
            selectors = [selector for selector in _selectors(node.prelude) if _can_match(selector, is_asked)]
            lines = tuple(_declarations(node.content))
            if selectors and lines:
                yield Rule(",".join(selectors), lines)
        elif isinstance(node, AtRule) and node.lower_at_keyword in _GROUPS:
            rules = tuple(_kept(tinycss2.parse_rule_list(node.content or [], **_BARE), is_asked))
            if rules:
                yield Rule(_head(node), rules=rules)
        elif isinstance(node, AtRule) and node.lower_at_keyword != "charset":
            body = tinycss2.serialize(node.content or []).strip()
            yield Rule(_head(node), (Declaration("", body),) if body else ())


def _head(rule: AtRule) -> str:
    return f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}".strip()


def _selectors(prelude: Iterable[Node]) -> Iterator[str]:
    parts: list[list[Node]] = [[]]
    for token in prelude:
        if isinstance(token, LiteralToken) and token.value == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return (tinycss2.serialize(part).strip() for part in parts)


def _declarations(content: Iterable[Node]) -> Iterator[Declaration]:
    for line in tinycss2.parse_blocks_contents(content, **_BARE):
        if line.type == "declaration":
            important = "!important" if line.important else ""
            yield Declaration(line.name, f"{line.name}:{tinycss2.serialize(line.value).strip()}{important}")


def _can_match(selector: str, is_asked: Callable[[str], bool]) -> bool:
    selector = _NEGATION.sub("", selector)
    values = [value or name for name, value in _ATTRIBUTE.findall(selector)]
    names = _NAME.findall(_ATTRIBUTE.sub("", selector))
    return all(is_asked(name) for name in names) and all(is_asked(word) for value in values for word in value.split())


def _without_values(rules: Iterable[Rule], used: frozenset[str]) -> Iterator[Rule]:
    """The rules without the values that nothing uses."""
    for rule in rules:
        if rule.rules:
            inner = tuple(_without_values(rule.rules, used))
            if inner:
                yield Rule(rule.head, rules=inner)
            continue
        lines = tuple(line for line in rule.lines if not line.name.startswith("--") or line.name in used)
        if lines or not rule.lines:
            yield Rule(rule.head, lines)

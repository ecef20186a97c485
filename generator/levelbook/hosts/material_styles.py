"""The one style sheet of the handbook's own pages: ours, and what they use of those of whatever Material is installed.

A rule stays if everything its selector asks for can stand on such a page (`page_words`): its elements, classes, ids and
values of attributes are named by a template that pages are made of, by a script that they load, or by a setting of the
site. Of values, pictures and movements that only dropped rules named, nothing stays. The same sheets and words give the
same bytes.

What breaks this: a rule that would set a class of a page to something by a name that no template and no script writes.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Final

import tinycss2
from tinycss2.ast import AtRule, LiteralToken, Node, QualifiedRule

from levelbook.hosts.page_words import PageWords, page_words
from levelbook.site import assets

_NEGATION = re.compile(r":not\((?:[^()]|\([^()]*\))*\)")
_ATTRIBUTE = re.compile(r"\[([\w-]+)(?:[~|^$*]?=\"?([^\]\"]*)\"?)?\]")
_NAME = re.compile(r"([.#])((?:[\w-]|\\.)+)")
_STATE = re.compile(r"::?[\w-]+(?:\((?:[^()]|\([^()]*\))*\))?")
_ELEMENT = re.compile(r"(?<![\w.#-])[a-zA-Z][\w-]*")
_LINE_BREAK = re.compile(r",\s*\n\s*")
_VALUE_WORD = re.compile(r"[\w-]+")
_KEYFRAMES: Final = "@keyframes "
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
_OF_FEATURES = MappingProxyType({"toc.integrate": "md-nav--integrated"})
"""How classes begin that only a feature of the theme brings."""
_OF_OTHER_PAGES = ("md-author", "md-consent")
"""How classes begin that no page of ours has: none has an author, and consent is asked by Material's script."""


@dataclass(frozen=True)
class SiteChoices:
    """What a site has chosen that changes which of Material's rules its pages use."""

    settings: frozenset[str] = frozenset()
    """Names of settings that are set."""
    features: frozenset[str] = frozenset()
    """Features of the theme."""
    colours: frozenset[str] = frozenset()
    """Schemes and colours of its palette, by their names."""
    html: str = ""
    """HTML that its settings bring to every page."""


def handbook_style(templates: Sequence[Path], choices: SiteChoices, foot: str) -> str:
    """The style sheet of a site whose theme has templates in these folders, ours and Material's among them.

    The words at the foot of printed sheets, which are the site's own, stand in it too.
    """
    material = templates[-1]
    ours = [assets.static_texts()[path] for path in (assets.COMMON_STYLE, assets.WITHOUT_MATERIAL)]
    texts = *(path.read_text(encoding="utf-8") for path in _templates(templates, choices)), choices.html
    sheets = (path for pattern in _MATERIAL_SHEETS for path in sorted((material / "assets/stylesheets").glob(pattern)))
    used = (_trimmed_once(path, texts, choices, "".join(ours)) for path in sheets)
    return "\n".join([*used, *ours, f'@page{{@bottom-left{{content:"{foot}";font:8.5pt sans-serif;color:#555}}}}\n'])


def _templates(folders: Sequence[Path], choices: SiteChoices) -> Iterator[Path]:
    """The templates that the handbook's own pages are made of."""
    material, own = folders[-1], folders[:-1]
    chosen = (partial for name, partial in _CHOSEN_PARTIALS.items() if name in choices.settings)
    yield material / "base.html"
    yield from (material / f"partials/{name}.html" for name in (*_PARTIALS, *chosen))
    for folder in (*own, PAGE_TEMPLATES):
        yield from sorted(path for path in folder.rglob("*") if path.suffix in (".html", ".jinja", ".js"))


@lru_cache(maxsize=8)
def _trimmed_once(sheet: Path, templates: tuple[str, ...], choices: SiteChoices, others: str) -> str:
    """`mkdocs serve` builds again and again with the same templates."""
    scripts = [text for path, text in assets.static_texts().items() if path.startswith(assets.SCRIPTS)]
    absent = (*(name for feature, name in _OF_FEATURES.items() if feature not in choices.features), *_OF_OTHER_PAGES)
    words = page_words(templates, scripts, choices.colours).without(absent)
    return trimmed(sheet.read_text(encoding="utf-8"), words, others)


def trimmed(sheet: str, words: PageWords, others: str) -> str:
    """The rules of a sheet that pages of these words use; `others` are the sheets that use its values."""
    kept = tuple(_kept(tinycss2.parse_stylesheet(sheet, **_BARE), words))
    while True:
        text = "".join(map(str, kept))
        fewer = tuple(_without_unused(kept, frozenset(_VALUE_USE.findall(text + others)), frozenset(_moved(kept))))
        if fewer == kept:
            return text
        kept = fewer


def _kept(nodes: Iterable[Node], words: PageWords) -> Iterator[Rule]:
    for node in nodes:
        if isinstance(node, QualifiedRule):
            selectors = [selector for selector in _selectors(node.prelude) if _can_match(selector, words)]
            lines = tuple(_declarations(node.content))
            if selectors and lines:
                yield Rule(",".join(selectors), lines)
        elif isinstance(node, AtRule) and node.lower_at_keyword in _GROUPS:
            rules = tuple(_kept(tinycss2.parse_rule_list(node.content or [], **_BARE), words))
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
            value = _LINE_BREAK.sub(",", tinycss2.serialize(line.value).strip())
            yield Declaration(line.name, f"{line.name}:{value}{important}")


def _can_match(selector: str, words: PageWords) -> bool:
    selector = _NEGATION.sub("", selector)
    if not all(words.has_value(name, value) for name, value in _ATTRIBUTE.findall(selector)):
        return False
    selector = _ATTRIBUTE.sub("", selector)
    if not all((words.has_class if sign == "." else words.has_word)(name) for sign, name in _NAME.findall(selector)):
        return False
    return all(name in words.elements for name in _ELEMENT.findall(_NAME.sub("", _STATE.sub("", selector))))


def _moved(rules: Iterable[Rule]) -> Iterator[str]:
    """The words of what rules say of movements, the names of keyframes among them."""
    for rule in rules:
        yield from _moved(rule.rules)
        for line in rule.lines:
            yield from _VALUE_WORD.findall(line.text) if line.name.startswith("animation") else ()


def _without_unused(rules: Iterable[Rule], values: frozenset[str], movements: frozenset[str]) -> Iterator[Rule]:
    """The rules without the values and keyframes that nothing uses."""
    for rule in rules:
        if rule.rules:
            inner = tuple(_without_unused(rule.rules, values, movements))
            if inner:
                yield Rule(rule.head, rules=inner)
            continue
        if rule.head.startswith(_KEYFRAMES) and rule.head.removeprefix(_KEYFRAMES) not in movements:
            continue
        lines = tuple(line for line in rule.lines if not line.name.startswith("--") or line.name in values)
        if lines or not rule.lines:
            yield Rule(rule.head, lines)

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
from pathlib import Path
from types import MappingProxyType

from levelbook.site import assets

_PIECE = re.compile(r"""/\*.*?\*/|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\\.|.""", re.DOTALL)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_NEGATION = re.compile(r":not\((?:[^()]|\([^()]*\))*\)")
_ATTRIBUTE = re.compile(r"\[([\w-]+)(?:[~|^$*]?=\"?([^\]\"]*)\"?)?\]")
_NAME = re.compile(r"[.#]((?:[\w-]|\\.)+)")
_WORD = re.compile(r"[\w-]+")
_VALUE = re.compile(r"(?<=[{;\s])(--[\w-]+)\s*:")
_VALUE_USE = re.compile(r"var\(\s*(--[\w-]+)")
_GROUPS = ("@media", "@supports")
_OPENING, _CLOSING = "([{", ")]}"


@dataclass(frozen=True)
class Rule:
    """A rule of a style sheet, or a group of them."""

    head: str
    body: str


HANDBOOK_STYLE = assets.STYLES + "handbook.css"
"""Where it stands in the site."""
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
    files = [material / "base.html", *(material / f"partials/{name}.html" for name in partials)]
    for folder in own:
        files += sorted(path for path in folder.rglob("*") if path.suffix in (".html", ".jinja", ".js"))
    ours = [assets.static_texts()[path] for path in (assets.COMMON_STYLE, assets.WITHOUT_MATERIAL)]
    scripts = (text for path, text in assets.static_texts().items() if path.startswith(assets.SCRIPTS))
    words = "\n".join([*(path.read_text(encoding="utf-8") for path in files), *scripts])
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

    kept = "".join(_kept(_COMMENT.sub("", sheet), is_asked))
    while True:
        used = frozenset(_VALUE_USE.findall(kept + others))
        names = frozenset(_VALUE.findall(kept)) - used
        fewer = "".join(_without_values(kept, names)) if names else kept
        if fewer == kept:
            return kept
        kept = fewer


def _kept(sheet: str, is_asked: Callable[[str], bool]) -> Iterator[str]:
    for rule in _rules(sheet):
        if rule.head.startswith(_GROUPS):
            inner = "".join(_kept(rule.body, is_asked))
            if inner:
                yield f"{rule.head}{{{inner}}}"
        elif rule.head.startswith("@"):
            if not rule.head.startswith("@charset"):
                yield f"{rule.head}{{{rule.body}}}" if rule.body else f"{rule.head};"
        else:
            selectors = [selector for selector in _split(rule.head, ",") if _can_match(selector, is_asked)]
            if selectors:
                yield f"{','.join(selectors)}{{{rule.body}}}"


def _can_match(selector: str, is_asked: Callable[[str], bool]) -> bool:
    selector = _NEGATION.sub("", selector)
    values = [value or name for name, value in _ATTRIBUTE.findall(selector)]
    names = _NAME.findall(_ATTRIBUTE.sub("", selector))
    return all(is_asked(name) for name in names) and all(is_asked(word) for value in values for word in value.split())


def _without_values(sheet: str, names: frozenset[str]) -> Iterator[str]:
    """The rules without the values of those names, which nothing uses."""
    for rule in _rules(sheet):
        if rule.head.startswith(_GROUPS):
            inner = "".join(_without_values(rule.body, names))
            if inner:
                yield f"{rule.head}{{{inner}}}"
        elif not rule.body:
            yield f"{rule.head};"
        else:
            lines = [line for line in _split(rule.body, ";") if line.partition(":")[0].strip() not in names]
            if lines:
                yield f"{rule.head}{{{';'.join(lines)}}}"


def _rules(sheet: str) -> Iterator[Rule]:
    """The outermost rules; a statement without a block has no body."""
    head: list[str] = []
    body: list[str] = []
    depth = 0
    for piece in _PIECE.findall(sheet):
        if piece == "}":
            depth -= 1
            if depth == 0:
                yield Rule("".join(head).strip(), "".join(body).strip())
                head, body = [], []
                continue
        if depth:
            body.append(piece)
        elif piece == ";":
            yield Rule("".join(head).strip(), "")
            head = []
        elif piece != "{":
            head.append(piece)
        if piece == "{":
            depth += 1


def _split(text: str, sign: str) -> list[str]:
    """The parts between a sign where it stands in no bracket and no string."""
    parts: list[list[str]] = [[]]
    depth = 0
    for piece in _PIECE.findall(text):
        depth += (piece in _OPENING) - (piece in _CLOSING)
        if piece == sign and depth == 0:
            parts.append([])
        else:
            parts[-1].append(piece)
    return [joined for part in parts if (joined := "".join(part).strip())]

"""Writes the reference of every key (docs/guide/keys/, docs/en/guide/keys/) from the types of the model.

What keys mean and their examples stand in the catalogue, where the schema of editors takes them from too.
tests/schema/test_keys_page.py holds the pages against this and writes them anew.
"""

from enum import StrEnum
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import Tag

from levelbook.catalogue import Catalogue
from levelbook.loading.discover import MANY, SINGLE, TOP
from levelbook.loading.schema_walk import reachable
from levelbook.model import growth, ledger, link, scale, values
from levelbook.model.base import Shape
from levelbook.schema.key_texts import KeyTexts

PAGES: Final = {"zh": "docs/guide/keys/index.md", "en": "docs/en/guide/keys/index.md"}
TWINS: Final = {
    "zh": "[English](../../en/guide/keys/index.md){lang=en hreflang=en}\n",
    "en": "[中文](../../../guide/keys/index.md){lang=zh-Hans hreflang=zh}\n",
}
_MODULES: Final = (values, growth, ledger, link, scale)
_FILES: Final = {
    **{f"{name}.yml": shape for name, shape in TOP.items()},
    **{f"sequences/*/{name}.yml": shape for name, shape in SINGLE.items()},
    **{f"sequences/*/{folder}/*.yml": shape for folder, shape in MANY.items()},
}


def page(language: str) -> str:
    """The page of one language, as Markdown."""
    return _KeysPage(Catalogue(language)).text()


class _KeysPage:
    def __init__(self, words: Catalogue) -> None:
        self.words, self.texts = words, KeyTexts(words)
        self.types = words.section("keys_page.type")

    def text(self) -> str:
        say = self.words.section("keys_page")
        head = [f"---\ntitle: {say['title']}\n---\n", f"# {say['title']} {{#top}}\n", f"{say['lead']}\n{{.lb-lead}}\n"]
        head += [TWINS[self.words.language], f"{say['twins']}\n", f"{say['limits']}\n"]
        head += [f"## {say['files']} {{#files}}\n"]
        files = {shape: path for path, shape in reversed(_FILES.items())}
        listed = [self._section(shape, path) for shape, path in reversed(files.items())]
        blocks = [self._section(shape, "") for shape in reachable(*files) if shape not in files]
        return "\n".join([*head, *listed, f"## {say['blocks']} {{#parts}}\n", *blocks])

    def _section(self, shape: type[Shape], path: str) -> str:
        title = f"`{path}`" if path else shape.__name__
        ruled = [self.words("keys_page.table"), "| --- | --- | --- | --- | --- |"]
        lines = [f"### {title} {{#{shape.__name__.lower()}}}\n", self.texts.of_shape(shape)]
        if shape.SHORT:
            lines[-1] += " " + self.words("keys_page.short", key=shape.SHORT)
        return "\n".join([*lines, "", *ruled, *self._rows(shape), ""])

    def _rows(self, shape: type[Shape]) -> list[str]:
        hints = get_type_hints(shape, include_extras=True)
        return [self._row(shape, name, hints[name]) for name in shape.model_fields]

    def _row(self, shape: type[Shape], name: str, hint: Any) -> str:
        field = shape.model_fields[name]
        key = field.alias or name
        twin = f", {self.words('keys_page.translated')}" if shape.may_have_twin(name) else ""
        required = field.is_required() and name not in shape.INSTEAD
        default = self.words("keys_page.required") if required else self._default(field.default)
        cells = (f"`{key}`", self._meaning(shape, key, hint), self.kind(hint) + twin, default)
        return "| " + " | ".join(_cell(cell) for cell in cells) + f" | {_code(self.texts.example(shape, key))} |"

    def _meaning(self, shape: type[Shape], key: str, hint: Any) -> str:
        told = [f"`{value}` {self.texts.of_value(kind.__name__, value)}" for kind in enums(hint) for value in kind]
        return "<br>".join([self.texts.of_key(shape, key), *told])

    def _default(self, default: Any) -> str:
        if isinstance(default, bool):
            return "`yes`" if default else "`no`"
        return f"`{default}`" if isinstance(default, StrEnum | str) and default else self.words("keys_page.none")

    def kind(self, hint: Any) -> str:
        """What may be written, in words."""
        name = self._name(hint)
        if name:
            return self.types[name]
        origin, args = get_origin(hint), get_args(hint)
        if origin is Annotated:
            return self.kind(args[0])
        if origin in (Union, UnionType):
            return self.words("keys_page.or").join(dict.fromkeys(self.kind(arg) for arg in args if arg is not NoneType))
        if origin is tuple:
            return self.words("keys_page.list", of=self.kind(args[0]))
        if origin is dict:
            return self.words("keys_page.mapping", keys=self.kind(args[0]), of=self.kind(args[1]))
        return self._plain(hint)

    def _plain(self, hint: Any) -> str:
        if get_origin(hint) is Literal or issubclass(hint, StrEnum):
            choices = get_args(hint) or tuple(hint)
            return self.words("keys_page.one_of", values=", ".join(f"`{choice}`" for choice in choices))
        return f"[{hint.__name__}](#{hint.__name__.lower()})" if issubclass(hint, Shape) else self.types[hint.__name__]

    def _name(self, hint: Any) -> str:
        if get_origin(hint) is Annotated:
            kind, *marks = get_args(hint)
            own = tuple(mark for mark in marks if not isinstance(mark, Tag))
            hint = Annotated[(kind, *own)] if own else kind
        known = ((name, module) for module in _MODULES for name in vars(module) if name in self.types)
        return next((name for name, module in known if vars(module)[name] is hint or vars(module)[name] == hint), "")


def enums(hint: Any) -> list[type[StrEnum]]:
    """The enumerations in a type whose words stand for themselves."""
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return [] if hint is values.Gap else [hint]
    return [kind for part in get_args(hint) for kind in enums(part)]


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("*", "\\*")


def _code(text: str) -> str:
    return "`" + text.replace("|", "\\|") + "`"


def write(root: Path) -> None:
    """Writes the pages of all languages."""
    for language, path in PAGES.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(page(language), encoding="utf-8", newline="\n")

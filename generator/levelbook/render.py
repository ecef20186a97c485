"""From a planned page to HTML; the only module that knows the template engine."""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence, Set
from types import MappingProxyType
from typing import Any

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PackageLoader,
    PrefixLoader,
    StrictUndefined,
    Template,
    Undefined,
    pass_context,
)
from jinja2.ext import Extension
from jinja2.runtime import Context
from markupsafe import Markup, escape

from levelbook.catalogue import Catalogue
from levelbook.compiled import compiled_templates
from levelbook.components.former.lines import FormerList
from levelbook.components.indicators import IndicatorIndexGroup, IndicatorRow
from levelbook.html_pieces import item_list, without_tags
from levelbook.localized.sentences import ListedStatement
from levelbook.problems import Place
from levelbook.queries.remembered import asked_once, remembered
from levelbook.site.assets import ASSETS, marked_asset
from levelbook.site.page import Page, StandalonePage
from levelbook.site.qr import qr_code
from levelbook.site.urls import file_address, permanent
from levelbook.template_words import same_everywhere, sentence, texts_in
from levelbook.text.inline import Marked, parse
from levelbook.text.runs import InlineCode, InlineLink, InlinePart, InlineText

_CSS_SIGNS = re.compile(r"[\x00-\x1f\"'\\<>&{};@]")
FORMER = "components/former.html.jinja"
"""The template of what a page showed once, which is no page of its own."""
_BREAK = Markup("<br>")
_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


class _Unindented(Extension):
    """Templates without their indentation, which shows their structure to readers and says nothing on a page.

    Line breaks stay, for they part words (`</a>` and `<a>` on two lines); `{%-` and `-%}` take away those that do not.
    A company's own templates are read in the same way: they often begin as copies of ours.
    """

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        return _INDENT.sub("", source)


class Renderer:
    """The templates of a site, compiled once."""

    def __init__(
        self,
        words: Catalogue,
        edit_base: str = "",
        folders: Sequence[str] = (),
        site_url: str = "",
        site: Mapping[str, object] | None = None,
        guides: Mapping[str, str] = MappingProxyType({}),
        find: Callable[[str], str] = lambda target: "",
        marked: Callable[[str], str] = lambda address: "",
        written_here: Set[str] = frozenset(),
    ) -> None:
        """Take the language, the code host's address, folders that replace templates; the site's own facts, how to
        find the page of what a link in a text names, an address with the mark of its content where it has one, and
        the sequences that have no source.
        """
        facts = site or defaultdict(str)
        self._to_shared = facts["up"]
        self._find = find
        self._marked = marked
        self._edit_base = edit_base
        self._compiled: dict[str, Template] = {}
        self._root = ""
        self._all_words = self._words = words
        self._written_here = written_here
        self.memory: dict[Hashable, Any] = {}
        """What `remembered` keeps."""
        self._engine = _engine(folders)
        self._engine.filters.update(self._filters(words, str(facts["original"]) or words.language))
        self._engine.globals.update(
            **same_everywhere(words),
            w=self._sentence,
            indicator_item=lambda row: self._item(self._root, row),
            index_group=lambda group, is_open: self._index_part(self._root, group, is_open),
            site_url=site_url,
            site=facts,
            guides=dict(guides),
        )

    def _filters(self, words: Catalogue, original: str) -> dict[str, Callable[..., object]]:
        """What templates put after a bar."""
        return {
            "url": self._url,
            "permalink": self._permalink,
            "asset": self._asset,
            "shared": self._shared,
            "inline": self._inline,
            "edit": self._edit,
            "in_css": in_css,
            "qr": qr_code,
            "attributes": attributes,
            **texts_in(words, original),
        }

    def body(self, page: Page, root: str) -> str:
        """What stands in the theme's content area; `root` leads from the page to the site's root: `../../`."""
        self._words = self._all_words.without_source if page.place.sequence in self._written_here else self._all_words
        try:
            return self._render(page.template, page, root)
        finally:
            self._words = self._all_words

    def document(self, page: StandalonePage) -> str:
        """A page outside the theme, as a whole document."""
        return self._render(page.template, page, root_of(page.address))

    def former(self, former: FormerList, root: str) -> str:
        """What a page showed once, as a section for its end."""
        self._root = root
        return self._engine.get_template(FORMER).render(v=former)

    @staticmethod
    def file_of(template: str) -> str:
        """The file of the template that a page names."""
        return f"pages/{template}.html.jinja"

    def _render(self, template: str, page: Page | StandalonePage, root: str) -> str:
        if template not in self._compiled:
            self._compiled[template] = self._engine.get_template(self.file_of(template))
        self._root = root
        return self._compiled[template].render(v=page.view, page=page, root=root)

    @remembered(lambda root, indicator: (root, indicator))
    def _item(self, root: str, indicator: IndicatorRow) -> Markup:
        """An indicator as an item of a list; most stand on many pages, and are made once for each depth of page."""
        return self._piece("indicators", "indicator_item", root, indicator)

    @asked_once(lambda root, group, is_open: (root, group.key))
    def _index_part(self, root: str, group: IndicatorIndexGroup, is_open: bool) -> Markup:
        """A sequence of the index of indicators."""
        return self._piece("index_group", "index_group", root, group, is_open)

    def _piece(self, component: str, macro: str, root: str, *values: object) -> Markup:
        """What a macro makes of values on pages of a depth; it may be asked for while another page is made."""
        outer, self._root, words, self._words = self._root, root, self._words, self._all_words
        try:
            module = self._engine.get_template(f"components/{component}.html.jinja").module
            return Markup(getattr(module, macro)(*values))
        finally:
            self._root, self._words = outer, words

    def _sentence(self, key: str, /, **facts: object) -> str:
        """A sentence of the catalogue, in the words of the page in hand."""
        return sentence(self._words, key, **facts)

    @pass_context
    def _url(self, _: Context, address: str) -> str:
        """The link from the page in hand to an address of the site; anchors and outside links stay as they are.

        Jinja would make the link of an address that stands in a template once for all pages; not of what asks for
        the context.
        """
        return self._link(address)

    @pass_context
    def _permalink(self, _: Context, code: str) -> str:
        """The link to the permanent address of a code."""
        return self._link(permanent(code))

    @pass_context
    def _asset(self, _: Context, path: str) -> str:
        """The link to a file of the package: `css/common.css`."""
        return f"{self._root}{self._to_shared}{marked_asset(ASSETS + path)}"

    @pass_context
    def _shared(self, _: Context, address: str) -> str:
        """The link to what all editions share: `id/TAM-ACH-06/qr.svg`."""
        return f"{self._root}{self._to_shared}{file_address(address)}"

    def _link(self, address: str) -> str:
        """The way to the root is kept here and not in the template's context: macros that need no context are
        made once, and not anew for every one of twelve thousand pages.
        """
        if address.startswith("#") or _SCHEME.match(address):
            return address
        return self._root + (self._marked(address) or file_address(address))

    def _inline(self, text: str | ListedStatement, code: str = "") -> Markup:
        """A text with its marks and line breaks; with the code of an indicator its items have their places."""
        if isinstance(text, ListedStatement):
            return self._inline(text.lead) + item_list(text, code, self._inline)
        if not isinstance(text, Marked):
            return escape(text)
        return self._parts(parse(text).parts)

    def _parts(self, parts: tuple[InlinePart, ...]) -> Markup:
        return Markup("").join(self._part(part) for part in parts)

    def _part(self, part: InlinePart) -> Markup:
        if isinstance(part, InlineText):
            return _BREAK.join(escape(line) for line in part.text.split("\n"))
        if isinstance(part, InlineCode):
            return Markup("<code>{}</code>").format(part.text)
        inner = self._parts(part.parts)
        if not isinstance(part, InlineLink):
            return Markup("<strong>{}</strong>").format(inner)
        address = part.target if part.outside else self._find(part.target)
        return Markup('<a href="{}">{}</a>').format(self._link(address), inner) if address else inner

    def _edit(self, place: Place | None) -> str:
        """Where a line is edited at the code host; nothing where there is no such host."""
        if not self._edit_base or place is None:
            return ""
        return f"{self._edit_base}{place.file}" + (f"#L{place.line}" if place.line else "")


def root_of(address: str) -> str:
    """The way from a page to the site's root."""
    return "../" * address.count("/")


def in_css(text: str) -> Markup:
    """A text between the quotes of a style sheet that stands in a page: whatever could end either is written out."""
    return Markup(_CSS_SIGNS.sub(lambda sign: f"\\{ord(sign[0]):x} ", text))


def attributes(named: dict[str, object]) -> Markup:
    """Arguments of a macro as attributes of an element: `data_th` becomes `data-th`; what is undefined is left out."""
    defined = ((name, value) for name, value in named.items() if not isinstance(value, Undefined))
    return Markup("".join(f' {name.replace("_", "-")}="{escape(value)}"' for name, value in defined))


def settle(engine: Environment, stock: Sequence[str]) -> None:
    """Make a host's templates safe, which escape nothing by themselves, and let ours extend those in `stock`.

    What they get from us is escaped already; but Material takes tags out of titles by a filter that turns
    `&lt;` back into `<`.
    """
    loader = engine.loader
    assert loader is not None
    engine.loader = ChoiceLoader([loader, PrefixLoader({"material": FileSystemLoader(stock)})])
    engine.filters["striptags"] = without_tags
    engine.lstrip_blocks = True  # hundreds of lines with nothing but blanks on each page


def _engine(folders: Sequence[str]) -> Environment:
    loaders: list[BaseLoader] = [FileSystemLoader(folder) for folder in folders]
    loaders.append(PackageLoader("levelbook", "templates"))
    engine = Environment(
        loader=ChoiceLoader(loaders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        extensions=[_Unindented],
        bytecode_cache=compiled_templates(__file__),
    )
    engine.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    return engine

"""How an indicator is quoted: in plain words, in Markdown, in HTML, with where it stands and of which release it is."""

import re
from dataclasses import dataclass
from html import escape
from typing import Final

from levelbook.localized.releases import timeline
from levelbook.model.handbook import Sequence
from levelbook.site.context import Context

LINK: Final = "{link}"
"""Stands in a quotation for its address, which only the host or the browser knows; texts never hold it."""
_NUMBERED: Final = {"<": "&lt;", ">": "&gt;", "&": "&amp;"} | {sign: f"&#{ord(sign)};" for sign in "{}|~=$:"}
"""Signs that only some kinds of Markdown show as they are behind a backslash; braces run where pages are templates."""
_MARKDOWN: Final = re.compile(r"[<>&{}|~=$\\`*_\[\]#]|^[-+:]|(?<=\d)[.)](?=\s|$)")
"""What marks something, at the beginning of a line too."""
_BRACES: Final = str.maketrans({"{": "&#123;", "}": "&#125;"})


@dataclass(frozen=True)
class Quotation:
    """A wording, ready to be copied."""

    plain: str
    markdown: str
    html: str


@dataclass(frozen=True)
class Origin:
    """Where a wording stands or stood, by name; nothing where that is not known any more."""

    sequence: str
    competency: str
    level: str
    code: str
    version: str
    """The release in which it began, or that in hand where it is not yet released."""
    reworded: bool
    """Whether the text is the editors' own."""


def origin_of(ctx: Context, sequence: Sequence, competency: str, level: str, code: str, version: str) -> Origin:
    """Where a wording of a sequence stands; `level` is its name."""
    reworded = ctx.reworded(sequence)
    return Origin(ctx.sequence_name(sequence), competency, level, code, version or ctx.version(), reworded)


def quotation(ctx: Context, text: str, origin: Origin) -> Quotation:
    """A wording with its origin, in the three forms; `text` is in plain words, or knows its marks."""
    said, where = str(text), _where(ctx, origin)
    quoted = "\n".join(f"> {_markdown(line.strip())}" for line in said.split("\n"))
    inner = "<br>".join(_html(line) for line in said.split("\n"))
    source = f'<a href="{LINK}">{_html(where)}</a>'
    return Quotation(
        plain=ctx.words("indicator.quote", text=said, where=where),
        markdown=f"{quoted}\n>\n> — [{_markdown(where)}]({LINK})",
        html=f'<blockquote cite="{LINK}"><p>{inner}</p><footer>— {source}</footer></blockquote>',
    )


def _markdown(line: str) -> str:
    return _MARKDOWN.sub(lambda sign: _NUMBERED.get(sign[0], f"\\{sign[0]}"), line)


def _html(text: str) -> str:
    return escape(text).translate(_BRACES)


def _where(ctx: Context, origin: Origin) -> str:
    version = ctx.words("indicator.version", version=origin.version) if origin.version else ""
    editors = ctx.words("wording.quoted") if origin.reworded else ""
    return ctx.clauses([origin.sequence, origin.competency, origin.level, origin.code, version, editors])


def began(ctx: Context, code: str, text: str) -> str:
    """The release in which the wording in hand began; nothing where none has it yet, or no past is kept."""
    return timeline(ctx).began(code, text) if code else ""

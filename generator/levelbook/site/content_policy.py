"""What a page may load and run, as a Content-Security-Policy that stands in the page itself.

In the page, because the site is files that anybody may put on any server, or open without one. Everything is forbidden
that the page does not need:

- The handbook's own pages run files of the site and nothing that stands in them, so that a text which slipped through
  the escaping would be shown and not run; they connect to nothing, load nothing from elsewhere, and turn no text into
  code (Trusted Types; the one policy of that, `levelbook`, is made in frontend/src/lib/load.ts, for data of the site).
- Attributes of style are allowed: the widths of bars and counts of columns are values of the data. So are the `<style>`
  elements of our templates, by their hash: running words at the edge of printed sheets can be said nowhere else.
- A page that the company wrote, or one of ours in a site whose settings need Material's script, may do what the theme
  and the company put on it: inline scripts by their hash, files from the places it names.
- Where people rate themselves nothing is sent, whatever else a site has chosen.

Nor does a page tell other sites where its readers come from, unless the company has said what it tells them: the
addresses of an intranet are nobody's business, least of all those in which somebody's words may stand.
"""

import re
from base64 import b64encode
from collections.abc import Iterable, Mapping
from enum import StrEnum
from hashlib import sha256
from html import escape, unescape
from types import MappingProxyType
from typing import Final

TRUSTED_TYPES: Final = "levelbook"
"""The one maker of addresses for scripts."""
_ELEMENT = re.compile(r"<(script|style)\b([^>]*)>(.*?)</\1\s*>", re.DOTALL | re.IGNORECASE)
_TYPE = re.compile(r"\btype=[\"']?([^\"'\s>]+)", re.IGNORECASE)
_SOURCE = re.compile(r"\bsrc=[\"']?([^\"'\s>]+)", re.IGNORECASE)
_LINK = re.compile(r"<link\b[^>]*>", re.IGNORECASE)
_HREF = re.compile(r"\bhref=[\"']?([^\"'\s>]+)", re.IGNORECASE)
_ORIGIN = re.compile(r"(?:https?:)?//[^/\"'\s;,]+")
_RUNS = ("", "module", "text/javascript", "application/javascript", "importmap", "speculationrules")
REFERRER: Final = '<meta name="referrer" content="same-origin">'
"""Tells other sites nothing."""
_CHARSET = re.compile(r"<meta\b[^>]*\bcharset=[^>]*>", re.IGNORECASE)
_REFERRER = re.compile(r"<meta\b[^>]*\bname=[\"']?referrer\b", re.IGNORECASE)
_HEAD = re.compile(r"<head\b[^>]*>", re.IGNORECASE)

Directives = Mapping[str, Iterable[str]]


class Trust(StrEnum):
    """How far a page may go."""

    OWN = "own"
    """A page of the handbook."""
    PRIVATE = "private"
    """A page of the handbook on which people rate themselves."""
    COMPANY = "company"
    """A page that runs what the theme or the company brought."""
    COMPANY_PRIVATE = "company-private"
    """Such a page on which people rate themselves."""

    @property
    def is_private(self) -> bool:
        """Whether nothing may be sent from it."""
        return self in (Trust.PRIVATE, Trust.COMPANY_PRIVATE)


_STRICT: Final = MappingProxyType(
    {
        "default-src": ("'none'",),
        "img-src": ("'self'", "data:"),
        "font-src": ("'self'",),
        "connect-src": ("'none'",),
        "form-action": ("'self'",),
        "base-uri": ("'none'",),
        "object-src": ("'none'",),
    }
)
_OPEN: Final = MappingProxyType(
    {
        "default-src": ("'self'", "http:", "https:", "data:", "blob:"),
        "object-src": ("'none'",),
        "base-uri": ("'none'",),
    }
)
_MERMAID: Final = "https://unpkg.com"
"""Where Material's script fetches what draws diagrams, on pages that have any."""


def with_policy(html: str, trust: Trust, content: str = "") -> str:
    """A page with its policy, ahead of all that it governs; `content` is what stands in it that no theme wrote."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{escape(policy(html, trust, content), quote=False)}">'
    meta += "" if _REFERRER.search(html) else REFERRER
    place = _CHARSET.search(html) or _HEAD.search(html)
    return f"{html[: place.end()]}\n{meta}{html[place.end() :]}" if place else html


def policy(html: str, trust: Trust, content: str = "") -> str:
    """The policy of a page with this HTML."""
    if trust in (Trust.COMPANY, Trust.COMPANY_PRIVATE):
        directives = _company_directives(html, content if trust.is_private else "")
    else:
        directives = _own_directives(html)
    if trust.is_private:
        directives |= {"connect-src": ["'none'"], "form-action": ["'none'"]}
    return "; ".join(" ".join([name, *values]) for name, values in directives.items())


def card_policy(style: str) -> str:
    """The policy of a page for frames of other sites, which has its styles in itself and nothing else."""
    element = f"<style>{style}</style>"
    return "; ".join(("default-src 'none'", f"style-src {_hashes(element, 'style')[0]}", "form-action 'none'"))


PINNED_POLICY: Final = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'none'"
"""That of a page with nothing but words."""


def _own_directives(html: str) -> dict[str, Iterable[str]]:
    return {
        **_STRICT,
        "script-src": ["'self'"],
        "style-src": ["'self'", *_hashes(html, "style")],
        "style-src-attr": ["'unsafe-inline'"],
        "require-trusted-types-for": ["'script'"],
        "trusted-types": [TRUSTED_TYPES],
    }


def _company_directives(html: str, content: str) -> dict[str, Iterable[str]]:
    """Scripts that stand in the handbook's own content are none that the theme or the company brought."""
    around = html.replace(content, "") if content else html
    styles = (_HREF.search(link) for link in _LINK.findall(html))
    elsewhere = _script_origins(around)
    connects = bool(elsewhere) or 'data-md-component="source"' in html
    return {
        **_OPEN,
        "script-src": ["'self'", *_hashes(around, "script"), *elsewhere],
        "style-src": ["'self'", "'unsafe-inline'", *_origins(unescape(style[1]) for style in styles if style)],
        "connect-src": ["'self'", *(["http:", "https:"] if connects else [])],
    }


def _script_origins(html: str) -> list[str]:
    """The other places from which a page's scripts come, or fetch more of them."""
    named: list[str] = [_MERMAID] if 'class="mermaid"' in html else []
    for element, attributes, text in _ELEMENT.findall(html):
        if element.lower() == "script":
            source = _SOURCE.search(attributes)
            named += [unescape(source[1])] if source else _ORIGIN.findall(text) if _is_run(attributes) else []
    return _origins(named)


def _hashes(html: str, name: str) -> list[str]:
    """What stands for the inline elements of a name that a browser would run or apply."""
    texts = [
        text
        for element, attributes, text in _ELEMENT.findall(html)
        if element.lower() == name and not _SOURCE.search(attributes) and _is_run(attributes)
    ]
    return [f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" for text in dict.fromkeys(texts)]


def _is_run(attributes: str) -> bool:
    kind = _TYPE.search(attributes)
    return not kind or kind[1].lower() in (*_RUNS, "text/css")


def _origins(addresses: Iterable[str]) -> list[str]:
    origins = (_ORIGIN.match(address) for address in addresses)
    return list(dict.fromkeys(origin[0].removeprefix("//") for origin in origins if origin))

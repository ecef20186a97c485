"""Texts in another language than the page's, told apart by their script and given their `lang`.

A handbook's texts reach a page through names, sentences of the catalogue and the host's theme, joined in a hundred
ways; what language a piece is in is seen most surely in the end, on the finished page. Chinese is known by its
characters. Texts in Latin letters on a Chinese page are marked only where the handbook is written in English, and only
whole phrases: a Chinese text is full of names and abbreviations that need no other voice.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

from levelbook.language import TAGS

_HAN: Final = "\u3400-\u9fff\u3000-\u303f\uff00-\uffef"
_CHINESE = re.compile(
    rf"[\u3400-\u9fff](?:[{_HAN}]|[^{_HAN}\s<>]{{1,16}}[{_HAN}]|[ ]?[A-Z0-9][^{_HAN}\s<>]{{0,15}}[ ]?[{_HAN}])*+"
)
"""A piece of Chinese, with the figures, abbreviations and quotation marks inside it."""
_LATIN = re.compile(rf"[A-Za-z](?:\s*+[^<>\s{_HAN}]++)*+")
_MIN_PHRASE_WORDS: Final = 3
"""So many words in Latin letters are a phrase, and not names in a Chinese text."""
_TOKEN = re.compile(
    r"""(<!--.*?-->|<(script|style|textarea)\b.*?</\2\s*>|<(?:"[^"]*"|'[^']*'|[^'">])*>)""",
    re.DOTALL | re.IGNORECASE,
)
_WORD = re.compile("[A-Za-z]{2,}")
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)")
_LANG = re.compile(r"""\slang=["']?([\w-]+)""", re.IGNORECASE)
_ROOT = re.compile(r"""(<html\b[^>]*?\slang=["']?)(\w+)(?=["'\s>])""", re.IGNORECASE)
_VOID: Final = frozenset("area base br col embed hr img input link meta source track wbr".split())
_WHOLE_ONLY: Final = frozenset("title option text tspan mi mo mn mtext".split())
"""Elements that hold text alone: the mark stands on them, not around a part."""


Pieces = Callable[[str], Iterator[tuple[int, int]]]


@dataclass
class _Page:
    """A page on its way out, in the pieces written so far."""

    written: list[str] = field(default_factory=list)
    open: list[tuple[str, str]] = field(default_factory=list)
    """The elements that are open, each with the language that holds in it."""


def mark(html: str, page: str, texts: str) -> str:
    """HTML of a page in one language, with a `lang` for what is in the language of the handbook's texts, or in Chinese.

    What has its `lang` already keeps it, so that a page may be marked part by part.
    """
    html = _ROOT.sub(lambda match: match[1] + TAGS.get(match[2], match[2]), html, count=1)
    if page == "zh" and texts == "zh":
        return html
    pieces, language = (_chinese, "zh") if page != "zh" else (_english, "en")
    return _marked(html, page, pieces, language) if next(pieces(html), None) else html


def is_untold(text: str, page: str, texts: str) -> bool:
    """Whether a text of the handbook stands in its own language on a page in another one."""
    if page == texts or not text:
        return False
    if page == "zh":
        return not _CHINESE.search(text) and next(_english(text), None) is not None
    pieces = list(_chinese(text))
    between = _CHINESE.sub(" ", text) if pieces else ""
    return bool(pieces) and len(_WORD.findall(between)) < _MIN_PHRASE_WORDS


def _chinese(text: str) -> Iterator[tuple[int, int]]:
    """Where Chinese stands in a text."""
    return iter(()) if text.isascii() else (match.span() for match in _CHINESE.finditer(text))


def _english(text: str) -> Iterator[tuple[int, int]]:
    """Where phrases in Latin letters stand in a text."""
    return (match.span() for match in _LATIN.finditer(text) if len(_WORD.findall(match[0])) >= _MIN_PHRASE_WORDS)


def _marked(html: str, page: str, pieces: Pieces, language: str) -> str:
    out = _Page(open=[("", page)])
    tokens = _TOKEN.split(html)
    for at, text in enumerate(tokens[::3]):
        spans = [] if not text or _speaks(out.open[-1][1], language) else list(pieces(text))
        if spans:
            _write(out, text, spans, TAGS[language], closes=_closes(tokens, at))
        else:
            out.written.append(text)
        if at * 3 + 1 < len(tokens):
            _follow(out, tokens[at * 3 + 1])
    return "".join(out.written)


def _speaks(tag: str, language: str) -> bool:
    """Whether a `lang` is a language or a form of it."""
    return tag == language or tag.startswith(f"{language}-")


def _closes(tokens: list[str], at: int) -> bool:
    """Whether an element ends right behind the text."""
    return at * 3 + 1 < len(tokens) and tokens[at * 3 + 1].startswith("</")


def _write(page: _Page, text: str, spans: list[tuple[int, int]], tag: str, closes: bool) -> None:
    """Marks the element where the text is all that it holds, otherwise the pieces of the text."""
    before = page.written[-1] if page.written else ""
    name = page.open[-1][0]
    tag_before = _TAG.match(before)
    leads = tag_before is not None and tag_before[0].lower() == f"<{name}"
    whole = closes and not (text[: spans[0][0]] + text[spans[-1][1] :]).strip() and len(spans) == 1
    if leads and (whole or name in _WHOLE_ONLY):
        page.written[-1] = f'{before[:-1]} lang="{tag}">'
        page.written.append(text)
    elif name in _WHOLE_ONLY:
        page.written.append(text)
    else:
        page.written.append(_wrapped(text, spans, tag))


def _wrapped(text: str, spans: list[tuple[int, int]], tag: str) -> str:
    pieces, end = [], 0
    for start, stop in spans:
        pieces += [text[end:start], f'<span lang="{tag}">{text[start:stop]}</span>']
        end = stop
    return "".join(pieces) + text[end:]


def _follow(page: _Page, token: str) -> None:
    """Keeps account of the elements that are open."""
    page.written.append(token)
    match = _TAG.match(token)
    if not match:
        return
    name = match[2].lower()
    if match[1]:
        _leave(page.open, name)
    elif name not in _VOID and not token.endswith("/>") and "</" not in token:
        lang = _LANG.search(token) if "lang" in token.lower() else None
        page.open.append((name, lang[1] if lang else page.open[-1][1]))


def _leave(opened: list[tuple[str, str]], name: str) -> None:
    """Ends an element and what was left open in it; one that was never begun ends nothing."""
    if opened[-1][0] != name:
        at = next((at for at in range(len(opened) - 1, 0, -1) if opened[at][0] == name), 0)
        if not at:
            return
        del opened[at + 1 :]
    opened.pop()

"""Small pieces of HTML that filters make."""

from collections.abc import Callable

from markupsafe import Markup, escape

from levelbook.localized.sentences import ListedItem, ListedStatement

_LIST = Markup('<span class="lb-items" role="list">{}</span>')
_ITEM = Markup('<span class="lb-items__one" role="listitem"{}><span class="lb-items__id">{}</span> {}</span>')


def item_list(listed: ListedStatement, code: str, inline: Callable[[str], Markup]) -> Markup:
    """The items as a list that may stand where only words may, as in a paragraph or a label; with the code of their
    indicator each has its place on the page.
    """
    return _LIST.format(Markup("").join(_line(item, code, inline) for item in listed.items))


def _line(item: ListedItem, code: str, inline: Callable[[str], Markup]) -> Markup:
    anchor = Markup(' id="{}"').format(f"{code}-{item.letter}") if code else ""
    text = inline(item.text)
    return _ITEM.format(anchor, item.letter, Markup("<del>{}</del>").format(text) if item.retired else text)


def without_tags(text: object) -> Markup:
    """The words of a piece of HTML, as HTML."""
    return escape(Markup(text).striptags())

"""What templates know without being told: words of the catalogue, texts of the data, what is the same on all pages."""

from collections.abc import Callable
from functools import partial
from typing import Any

from markupsafe import Markup

from levelbook.catalogue import Catalogue
from levelbook.lang_attributes import is_untold
from levelbook.localized.sentences import ListedStatement
from levelbook.localized.texts import marked_of, name_of, text_of
from levelbook.site.assets import CARD_STYLE, static_texts
from levelbook.site.content_policy import PINNED_POLICY, Trust, card_policy, policy
from levelbook.site.stair import stair
from levelbook.text.inline import Marked


def same_everywhere(words: Catalogue) -> dict[str, Any]:
    """What templates know without being told, whatever the site."""
    return {
        "t": _often_asked(words),
        "gap": words("join.gap"),
        "stair": stair,
        "language": words.language,
        "policy": policy("", Trust.OWN),
        "card": _card(),
        "pinned_policy": PINNED_POLICY,
    }


def _card() -> dict[str, str]:
    """What every card has in itself: its styles, and the policy that allows them."""
    style = static_texts()[CARD_STYLE].strip()
    return {"style": Markup(style), "policy": card_policy(style)}


def sentence(words: Catalogue, key: str, /, **facts: object) -> str:
    """A sentence of the catalogue; one with a marked text in it is a marked text."""
    if not any(isinstance(fact, Marked) for fact in facts.values()):
        return words(key, **facts)
    plain = {name: str.__str__(fact) if isinstance(fact, Marked) else fact for name, fact in facts.items()}
    return Marked(words(key, **plain))


def texts_in(words: Catalogue, original: str) -> dict[str, Callable[..., str]]:
    """Filters for things of the data that a view holds: `competency | name`, `competency | marked("definition")`."""
    language = words.language
    return {
        "name": partial(name_of, language=language),
        "text": partial(text_of, language=language),
        "marked": partial(marked_of, language=language),
        "untold": partial(_untold, words, original),
    }


def _often_asked(words: Catalogue) -> dict[str, str]:
    """The words of pages outside the theme, whose templates would otherwise ask for them half a million times."""
    sections = ("theme", "site", "indicator", "retirement", "join", "kit")
    return {f"{section}.{key}": text for section in sections for key, text in words.section(section).items()}


def _untold(words: Catalogue, original: str, text: str | ListedStatement) -> Markup:
    """Says of a text that stands alone that there is not yet one in the language of the page."""
    if isinstance(text, ListedStatement):
        text = " ".join((text.lead, *(item.text for item in text.items)))
    if not is_untold(text, words.language, original):
        return Markup("")
    return Markup(' <span class="lb-ind__from">{}</span>').format(words("site.untranslated"))

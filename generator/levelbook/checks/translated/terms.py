"""Do texts and their translations use the words of the glossary?

A translation is asked only where its text has the word that is settled: `client` may be right where nobody speaks of a
客户. A word of Latin letters counts as a whole word, in capitals or not; Chinese has no such edges.
"""

import re
from collections.abc import Iterator
from typing import Any

from levelbook.checks.context import CheckContext, warning
from levelbook.loading.data_file import DataFile
from levelbook.loading.nodes import Text
from levelbook.loading.schema_walk import SchemaPart
from levelbook.model.base import TWIN
from levelbook.model.glossary import Term
from levelbook.problems import Problem


class _Settled:
    """The words of the glossary, ready to be looked for."""

    def __init__(self, terms: tuple[Term, ...]) -> None:
        self.terms = [(term, {language: _pattern(words) for language, words in term.avoid.items()}) for term in terms]

    def avoided(self, text: str, language: str, original: str) -> Iterator[tuple[str, str]]:
        """The words of a text that are not used, each behind the right one; `original` is what the text translates.

        A text that has the right one too speaks of both: “customers, clients and partners”.
        """
        for term, patterns in self.terms:
            found = patterns[language].search(text) if language in patterns else None
            if not found or (original and term.name not in original):
                continue
            right = term.localized("name", language) if original else term.name
            if right.lower() not in text.lower():
                yield right, found[0]


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    whole = "|".join(rf"\b{re.escape(word)}\b" if word.isascii() else re.escape(word) for word in words)
    return re.compile(whole or r"(?!)", re.IGNORECASE)


def differing(ctx: CheckContext) -> Iterator[Problem]:
    """Every text with a word that the glossary says is not used for its term."""
    glossary, head = ctx.folder.glossary, ctx.folder.handbook
    if glossary is None or glossary.value is None or head is None or head.value is None:
        return
    settled = _Settled(glossary.value.terms)
    for data_file in ctx.folder.data_files():
        if data_file is not glossary:
            for part in data_file.parts():
                if not part.retired:
                    yield from _of_part(data_file, part, settled, head.value.language)


def _of_part(data_file: DataFile[Any], part: SchemaPart, settled: _Settled, own: str) -> Iterator[Problem]:
    for key, text in part.node.items():
        if not isinstance(text, Text):
            continue
        match = TWIN.fullmatch(key)
        if match and part.shape.may_have_twin(match["base"]):
            language, original = match["language"], part.text(match["base"]) or ""
        elif part.shape.may_have_twin(str(key)):
            language, original = own, ""
        else:
            continue
        for right, word in settled.avoided(text, language, original):
            yield warning("term-differs", data_file.place(text), key=str(key), word=word, right=right)

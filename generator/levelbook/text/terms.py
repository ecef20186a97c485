"""What a sentence is about, in terms that can be counted and compared.

Two sentences of people ask for the same when their words do, whatever signs stand between them. Words alone are too
coarse for Chinese, where 策划 and 规划 share half of what they say, so pairs of neighbouring characters are counted
beside them; other scripts have no such pairs, and their words stand for both, without their endings.
"""

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from itertools import pairwise
from typing import Final

import rjieba

from levelbook.text.inline import plain
from levelbook.text.wording import words

HAN: Final = re.compile(r"[\u3400-\u9fff]")
"""A Chinese character."""
_ENGLISH: Final = """
a an and are as at be by for from has have in into is it its of on or so that the their them they this to was were what
when which who will with you your"""
_FUNCTION_WORDS: Final = frozenset([*"的了和与或及并在对等能为以把将其且", *_ENGLISH.split()])
"""Words that every sentence may have, whatever it is about."""
_ENDINGS: Final = (("ies", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("ly", ""), ("s", ""), ("e", ""))
_SHORTEST_STEM: Final = 3
_SIGNS: Final = re.compile(r"(?!(?<=\d)[.,:/\-](?=\d)|-(?=\d))[^\w%‰+#<>≥≤=]|_")


def letters(text: str) -> str:
    """A text without signs, blanks and marks, alike however it is typed: what is left of it when it is read out.

    Signs that belong to a figure or a name stay, as in 1.5, 80% and C++.
    """
    return _SIGNS.sub("", unicodedata.normalize("NFKC", plain(text)).casefold())


def han_count(text: str) -> int:
    """How many Chinese characters a text has."""
    return len(HAN.findall(text))


@lru_cache(maxsize=8192)
def content_words(text: str) -> tuple[str, ...]:
    """The words that say what a text is about, in order; those of other scripts without their endings."""
    folded = unicodedata.normalize("NFKC", text).casefold().replace("’", "'").replace("'s", "")
    return tuple(stem(word) for word in words(folded) if word.isalnum() and word not in _FUNCTION_WORDS)


@lru_cache(maxsize=8192)
def pairs(text: str) -> Counter[str]:
    """Neighbouring Chinese characters, signs between them left out, and words of other scripts."""
    signs = letters(text)
    found = Counter(a + b for a, b in pairwise(signs) if HAN.match(a) and HAN.match(b))
    found.update(word for word in content_words(text) if not HAN.search(word))
    return found


def stem(word: str) -> str:
    """An English word without its ending, so that plans and planning meet; what is short or Chinese stays."""
    if not word.isascii():
        return word
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word.removesuffix(ending) + instead
    return word


@lru_cache(maxsize=8192)
def tagged(text: str) -> tuple[tuple[str, str], ...]:
    """The words of a Chinese text, each with the letter of its kind: `v` for verbs, `n` for names of things."""
    return tuple((word, kind) for word, kind in rjieba.tag(text))

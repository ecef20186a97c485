"""The words by which a rewording is judged, for Chinese and for English.

Each list was tried on the handbook's own pairs of lower and higher sentences. A word belongs here only if it decides
wherever it stands; what decides in some sentences alone is left to people.
"""

import re
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class WordLists:
    """What a language judges by."""

    negations: re.Pattern[str]
    """Words that turn a sentence round."""
    limits: re.Pattern[str]
    """Phrases that make a demand smaller: under guidance, mostly, at most."""
    particles: re.Pattern[str]
    """Words that join others and ask nothing: with or without one, a sentence asks the same."""
    fillers: re.Pattern[str]
    """What may stand beside a limit and asks nothing itself."""
    tolerance: re.Pattern[str]
    """Words of what is put up with, where less written may be more asked."""
    ladder: tuple[re.Pattern[str], ...]
    """How much somebody does themselves, low to high."""


CHINESE: Final = WordLists(
    negations=re.compile(
        r"(?!不断|不仅|不但|不论|不管|不同|不少|未来|无论|无线)[不未无](?!论)|没有?|勿|避免|禁止|拒绝|停止|除外|除非|之外"
    ),
    limits=re.compile(
        r"在[^，。；、]{0,12}(?:指导|协助|支持|帮助|带领|监督)(?:之)?下|大致|基本|初步|一般|简单|局部|部分|少量|协助|参与|配合"
        r"|尽量|尽可能|必要时|酌情|原则上|可以|至多|最多|仅|只|偶尔|有时"
    ),
    particles=re.compile("[的地得了]"),
    fillers=re.compile(r"[的地得上下了也就并能会]|能够|可|一些"),
    tolerance=re.compile("有时|偶[尔有]|沮丧|缺少|缺乏|不够|不善于|较少|很少"),
    ladder=(
        re.compile("在指导下"),
        re.compile("协助|参与|配合"),
        re.compile("独立|负责"),
        re.compile("熟练|组织|主持|全面"),
        re.compile("指导|带领|审核"),
    ),
)
ENGLISH: Final = WordLists(
    negations=re.compile(
        r"\b(?:not|no|never|none|nor|neither|without|cannot|avoids?|refus(?:e|es)|stops?|except|unless)\b|n[’']t\b"
    ),
    limits=re.compile(
        r"\b(?:under|with) (?:[\w-]+ ){0,3}(?:guidance|supervision|support|help|assistance)(?: (?:of|from) [\w -]+)?\b"
        r"|\b(?:basic|basically|roughly|mostly|generally|usually|simple|some|partly|limited|helps? to|helps?"
        r"|assists? in|assists?|takes? part in|contributes? to|supports?|where possible|if needed|where needed|may|can"
        r"|only|at most|up to|sometimes|occasionally|tries to|try to)\b"
    ),
    particles=re.compile("the|an?"),
    fillers=re.compile(r"\b(?:the|a|an|of|to|in|and|also|is|are)\b"),
    tolerance=re.compile(r"\b(?:sometimes|occasionally|lacks?|lacking|seldom|rarely|gets? discouraged|struggles?)\b"),
    ladder=(
        re.compile(r"under (?:guidance|supervision)"),
        re.compile(r"helps?(?: to)?|assists?(?: in)?|supports?|takes? part in|participates? in|contributes? to"),
        re.compile(r"independently|on (?:their|one’s|one's) own|owns?|is responsible for"),
        re.compile(r"leads?|organi[sz]es?|chairs?|masters?"),
        re.compile(r"coach(?:es)?|mentors?|guides?|trains?|reviews?"),
    ),
)
HAN: Final = re.compile("[一-鿿㐀-䶿]")


def lists_for(*texts: str) -> WordLists:
    """The lists by which texts are judged: Chinese where there is any in them."""
    return CHINESE if any(HAN.search(text) for text in texts) else ENGLISH

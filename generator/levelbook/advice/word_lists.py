"""The words by which advice on wording is given, for each language that has rules.

They are data, not sentences that people read: a word here is looked for in texts, letter for letter. A text is of the
language whose letters it has, whatever language the handbook is in, as a twin or a borrowed sentence may be of another.
"""

import re
from dataclasses import dataclass
from typing import Final

from levelbook.text.terms import HAN


@dataclass(frozen=True)
class AdviceWords:
    """What is looked for in texts of a language."""

    second_act: re.Pattern[str]
    """How a clause begins that adds an act of its own."""
    second_act_least: int
    """Signs that such a clause has at least, Chinese characters or words."""
    degrees: frozenset[str]
    """Words for how much, of which two people think differently."""
    of_mind: frozenset[str]
    """Verbs for what nobody can see."""
    helpers: frozenset[str]
    """Verbs that say nothing by themselves."""
    standard_elsewhere: re.Pattern[str]
    """What points to a demand that stands somewhere else, and not where."""
    tolerance: re.Pattern[str]
    """What a source puts up with."""
    long: int
    """More signs are too many for one look."""
    short: int
    """Fewer signs tell no act."""


CHINESE: Final = AdviceWords(
    second_act=re.compile("(?:并|且)(?!据此|以此|在此|依|按)|同时|还|而且"),
    second_act_least=7,
    degrees=frozenset(
        "一定 较 较好 较强 较高 较多 较大 比较 基本 大致 适当 良好 必要 有些 少量 丰富 大量 很高 很强 很好 一般 恰当"
        " 充分 足够 相当".split()
    ),
    of_mind=frozenset(
        "理解 了解 熟悉 掌握 懂得 懂 知道 明白 认识 具备 具有 拥有 意识到 关注 重视 愿意 认同 清楚 精通 善于 擅长 注重"
        " 体会 体察 体谅 相信 坚信 乐于 熟知 尊重 热爱 喜欢 认可 考虑 抱有".split()
    ),
    helpers=frozenset("能 能够 会 可以 应 应当 要 得 需 需要 使 让 有 是 为 做到 进行 遇到 受挫 以".split()),
    standard_elsewhere=re.compile("达到要求|按要求|按照要求|符合要求|满足要求|按规定的标准"),
    tolerance=re.compile("有时|偶尔|会沮丧|缺少"),
    long=60,
    short=8,
)
ENGLISH: Final = AdviceWords(
    second_act=re.compile(r"(?:and|as well as|and also|while also|but also)\b", re.IGNORECASE),
    second_act_least=4,
    degrees=frozenset(
        "good strong appropriate appropriately adequate adequately sufficient sufficiently reasonable reasonably basic"
        " some various significant significantly considerable generally usually mostly fairly quite relatively"
        " effectively efficiently".split()
    ),
    of_mind=frozenset(
        "understand understands know knows appreciate appreciates recognise recognises recognize recognizes believe"
        " believes value values realise realises realize realizes grasp grasps comprehend comprehends familiar aware"
        " knowledge understanding awareness familiarity".split()
    ),
    helpers=frozenset("is are be has have can may should must will able a an the good strong basic deep clear".split()),
    standard_elsewhere=re.compile(
        r"\b(?:as required|as needed|as necessary|meets? (?:the |all )?requirements|to the required standards?)\b",
        re.IGNORECASE,
    ),
    tolerance=re.compile(r"\b(?:sometimes|occasionally|may struggle|lacks?|at times)\b", re.IGNORECASE),
    long=40,
    short=3,
)
EVERYBODY_KNOWS: Final = frozenset("IT HR PC CEO CFO CTO TV OK App APP Excel Word PPT".split())
"""Names in other letters that need no entry in a glossary."""


def lists_for(text: str) -> AdviceWords:
    """The lists for the language that a text is in."""
    return CHINESE if HAN.search(text) else ENGLISH

"""A handbook of two sequences with three releases behind it and one to come, made of its states as releases make it.

1.1.0 says a sentence better and adds one; 2.0.0 asks more in one sentence, splits one, ends one and renames a level;
3.0.0, which comes on 1 January 2027, asks more in two, adds one and ends one.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from levelbook.catalogue import Catalogue
from levelbook.history.comparing.changes import typed_changes
from levelbook.history.facts import facts_of
from levelbook.history.in_force import as_in_force
from levelbook.history.release_changes import recorded
from levelbook.model.handbook import Handbook, Release
from levelbook.model.history import ChangeClass, History
from levelbook.site.context import Context
from tests.pages.small import read
from tests.pages.tiny import SCALES, write

TODAY = date(2026, 12, 1)
HANDBOOK = """
    name: 能力标准手册
    organisation: 示例公司
    language: zh
    translations: [en]
    families: [{id: sales, name: 销售, sequences: [key-account, support]}]
    assessment: {by: indicator, scale: often}
"""
SEQUENCE = """
    code: KEY
    name: 客户经理
    name_en: Key account manager
    cumulative: true
    levels: [{id: junior, name: 初级, name_en: Junior}, {id: senior, name: 高级, name_en: Senior}]
    groups: [{id: all, name: 全部, competencies: [listening, talks]}]
    """
SUPPORT = """
    code: SUP
    name: 客服
    levels: [{id: one, name: 一级}, {id: two, name: 二级}]
    groups: [{id: all, name: 全部, competencies: [patience]}]
    """
LISTENING = """
    code: LIS
    name: 倾听
    name_en: Listening
    kind: behaviour
    levels:
      junior:
        indicators:
          - {id: KEY-LIS-01, text: 听完客户的话，当场写出要点。}
          - {id: KEY-LIS-02, text: 复述客户的要求，请客户确认，事后复盘。}
          - id: KEY-LIS-03
            text: 记录并整理客户意见。
            retired: {why: 两件事分开写, since: 2.0.0, replaced_by: [KEY-LIS-06, KEY-LIS-07]}
          - {id: KEY-LIS-06, text: 记录客户意见。}
          - {id: KEY-LIS-07, text: 整理客户意见。}
      senior:
        indicators:
          - {id: KEY-LIS-04, text: 每周汇总意见。, retired: {why: 与例会重复, since: 2.0.0}}
          - {id: KEY-LIS-05, text: 听出客户没有说出口的需要。, raises: [KEY-LIS-01]}
          - {id: KEY-LIS-08, text: <b>每次</b> & 复盘。}
    """
TALKS = """
    code: TAL
    name: 谈判
    name_en: Negotiation
    kind: skill
    levels:
      junior: {indicators: [{id: KEY-TAL-01, text: 参加谈判。}]}
      senior:
        indicators:
          - {id: KEY-TAL-02, text: 独立主持谈判。, text_en: Leads negotiations alone.}
          - {id: KEY-TAL-03, text: 不 < 让步 & "退" 一步。, retired: {why: 不再要求, since: 3.0.0}}
    """
PATIENCE = """
    code: PAT
    name: 耐心
    kind: behaviour
    levels:
      one: {indicators: [{id: SUP-PAT-01, text: 不打断对方。}]}
      two: {indicators: [{id: SUP-PAT-02, text: 安抚激动的客户。}, {id: SUP-PAT-03, text: 教别人安抚客户。}]}
    """
RELEASES = (
    Release(version="3.0.0", date="2026-11-20", effective="2027-01-01", summary="谈判要独立准备；每次倾听都要复盘"),
    Release(version="2.0.0", date="2026-06-01", effective="2026-07-01", summary="倾听要当场写出要点。两件事分开写"),
    Release(version="1.1.0", date="2026-03-01", summary="复述写得更清楚"),
    Release(version="1.0.0", date="2026-01-05", summary="首次发布"),
)


LISTENING_FILE = "sequences/key-account/competencies/listening.yml"
TALKS_FILE = "sequences/key-account/competencies/talks.yml"
FILES = {
    "handbook.yml": HANDBOOK,
    "scales.yml": SCALES,
    "sequences/key-account/sequence.yml": SEQUENCE,
    LISTENING_FILE: LISTENING,
    TALKS_FILE: TALKS,
    "sequences/support/sequence.yml": SUPPORT,
    "sequences/support/competencies/patience.yml": PATIENCE,
    "releases.yml": "releases: [{version: 3.0.0, date: 2026-06-01}, {version: 2.0.0, date: 2026-06-01}]",
}
BACK = (
    (
        (LISTENING_FILE, "，事后复盘", ""),
        (LISTENING_FILE, "          - {id: KEY-LIS-08, text: <b>每次</b> & 复盘。}\n", ""),
        (TALKS_FILE, "text: 参加谈判。", "text: 在指导下参加谈判。"),
        (TALKS_FILE, ", retired: {why: 不再要求, since: 3.0.0}", ""),
    ),
    (
        (LISTENING_FILE, "当场写出", "记下"),
        (
            LISTENING_FILE,
            "            retired: {why: 两件事分开写, since: 2.0.0, replaced_by: [KEY-LIS-06, KEY-LIS-07]}\n",
            "",
        ),
        (LISTENING_FILE, "          - {id: KEY-LIS-06, text: 记录客户意见。}\n", ""),
        (LISTENING_FILE, "          - {id: KEY-LIS-07, text: 整理客户意见。}\n", ""),
        (LISTENING_FILE, ", retired: {why: 与例会重复, since: 2.0.0}", ""),
        ("sequences/support/sequence.yml", "name: 二级", "name: 中级"),
    ),
    (
        (LISTENING_FILE, "请客户确认", "让客户确认"),
        ("sequences/support/competencies/patience.yml", ", {id: SUP-PAT-03, text: 教别人安抚客户。}", ""),
    ),
)
"""What each release changed, the newest first: a file, what stands there, and what stood there before."""
SAID = {"KEY-LIS-01": (ChangeClass.RAISES, "从事后记下变成当场写出")}
"""What a person said of changes that no rule can judge; of any other that they only say it better."""
BEGAN = {"SUP-PAT-03": "1.1.0", "KEY-LIS-06": "2.0.0", "KEY-LIS-07": "2.0.0", "KEY-LIS-08": "3.0.0"}


def states() -> Iterator[Handbook]:
    """What the folder held at each release, the newest first."""
    files = dict(FILES)
    for step in ((), *BACK):
        for path, now, before in step:
            assert now in files[path], now
            files[path] = files[path].replace(now, before)
        with TemporaryDirectory() as folder:
            write(Path(folder), files)
            yield read(Path(folder))


def history() -> History:
    """What the releases left."""
    tables = [facts_of(handbook) for handbook in states()]
    made = []
    for release, after, before in zip(RELEASES, tables, tables[1:], strict=False):
        changes = []
        for change in typed_changes(before, after):
            if change.change_class is ChangeClass.ASK:
                word, why = SAID.get(change.address, (ChangeClass.CLARIFIES, ""))
                change = replace(change, change_class=word, rule="said", why=why)
            changes.append(change)
        made.append(recorded(release.version, changes, before, after))
    return History(published=tables[0], releases=tuple(made))


@cache
def newest() -> Handbook:
    """The folder with its past."""
    past, handbook = history(), next(states())
    ledger = dict.fromkeys(past.published, "1.0.0") | BEGAN
    return replace(handbook, releases=RELEASES, history=past, ledger=ledger)


@cache
def released() -> Handbook:
    """The handbook as it holds before the newest release does."""
    return as_in_force(newest(), TODAY)


@cache
def released_context(language: str = "zh") -> Context:
    """Its context."""
    return Context(released(), Catalogue(language))

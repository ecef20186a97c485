"""A handbook of two sequences with three releases behind it and one to come, as releases of the package leave it.

Written back from what holds: LIS-02 was reworded in 1.1.0, LIS-01 in 2.0.0, which also split LIS-03 and ended LIS-04;
3.0.0 comes on 1 January 2027.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from levelbook.catalogue import Catalogue
from levelbook.model.handbook import Handbook, Release
from levelbook.model.history import ChangeClass, Fact, History, RecordedChange, ReleaseHistory
from levelbook.site.context import Context
from tests.pages.small import read
from tests.pages.tiny import SCALES, write

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
          - {id: KEY-LIS-01, text: 听完客户的话，当场记下要点。}
          - {id: KEY-LIS-02, text: 复述客户的要求，请客户确认。}
          - id: KEY-LIS-03
            text: 记录并整理客户意见。
            retired: {why: 两件事分开写, since: 2.0.0, replaced_by: [KEY-LIS-06, KEY-LIS-07]}
          - {id: KEY-LIS-06, text: 记录客户意见。}
          - {id: KEY-LIS-07, text: 整理客户意见。}
      senior:
        indicators:
          - {id: KEY-LIS-04, text: 每周汇总意见。, retired: {why: 与例会重复, since: 2.0.0}}
          - {id: KEY-LIS-05, text: 听出客户没有说出口的需要。, raises: [KEY-LIS-01]}
    """
TALKS = """
    code: TAL
    name: 谈判
    name_en: Negotiation
    kind: skill
    levels:
      junior: {indicators: [{id: KEY-TAL-01, text: 在指导下参加谈判。}]}
      senior: {indicators: [{id: KEY-TAL-02, text: 独立主持谈判。}, {id: KEY-TAL-03, text: 不 < 让步 & "退" 一步。}]}
    """
PATIENCE = """
    code: PAT
    name: 耐心
    kind: behaviour
    levels:
      one: {indicators: [{id: SUP-PAT-01, text: 不打断对方。}]}
      two: {indicators: [{id: SUP-PAT-02, text: 安抚激动的客户。}]}
    """
RELEASES = (
    Release(version="3.0.0", date="2026-11-20", effective="2027-01-01", summary="谈判要独立准备；每次倾听都要复盘"),
    Release(version="2.0.0", date="2026-06-01", effective="2026-07-01", summary="倾听要当场记下要点。两件事分开写"),
    Release(version="1.1.0", date="2026-03-01", summary="复述写得更清楚"),
    Release(version="1.0.0", date="2026-01-05", summary="首次发布"),
)


def indicator(code: str, level: str, text: str, n: int = 1, **more: Any) -> dict[str, Any]:
    """The fact of an indicator."""
    sequence, competency, _ = code.split("-")
    place = {"in": f"{sequence}-{competency}", "kind": "indicator", "level": level, "n": n, "seq": sequence}
    return {**place, "text": text, **more}


def history() -> History:
    """What the releases left."""
    junior, senior = "junior", "senior"
    gone = {"why": "两件事分开写", "since": "2.0.0", "replaced_by": ["KEY-LIS-06", "KEY-LIS-07"]}
    published: dict[str, Fact] = {
        "KEY-LIS-01": indicator("KEY-LIS-01", junior, "听完客户的话，当场记下要点。"),
        "KEY-LIS-02": indicator("KEY-LIS-02", junior, "复述客户的要求，请客户确认，事后复盘。", 2),
        "KEY-LIS-03": indicator("KEY-LIS-03", junior, "记录并整理客户意见。", 3, retired=gone),
        "KEY-LIS-04": indicator(
            "KEY-LIS-04", senior, "每周汇总意见。", 1, retired={"why": "与例会重复", "since": "2.0.0"}
        ),
        "KEY-LIS-05": indicator("KEY-LIS-05", senior, "听出客户没有说出口的需要。", 2, raises=["KEY-LIS-01"]),
        "KEY-LIS-06": indicator("KEY-LIS-06", junior, "记录客户意见。", 4),
        "KEY-LIS-07": indicator("KEY-LIS-07", junior, "整理客户意见。", 5),
        "KEY-LIS-08": indicator("KEY-LIS-08", senior, "<b>每次</b> & 复盘。", 3),
        "KEY-TAL-01": indicator("KEY-TAL-01", junior, "参加谈判。"),
        "KEY-TAL-02": indicator("KEY-TAL-02", senior, "独立主持谈判。"),
        "KEY-TAL-03": indicator("KEY-TAL-03", senior, '不 < 让步 & "退" 一步。', 2, retired={"why": "不再要求"}),
        "SUP-PAT-01": indicator("SUP-PAT-01", "one", "不打断对方。"),
        "SUP-PAT-02": indicator("SUP-PAT-02", "two", "安抚激动的客户。"),
    }
    return History(published=published, releases=tuple(_changes()))


def _changes() -> tuple[ReleaseHistory, ...]:
    junior, senior = "junior", "senior"
    more, less = ChangeClass.RAISES, ChangeClass.LOWERS
    return (
        _release(
            "3.0.0",
            (
                RecordedChange("KEY-LIS-02", "indicator-reworded", more, "more"),
                _was("KEY-LIS-02", junior, "复述客户的要求，请客户确认。", 2),
            ),
            (RecordedChange("KEY-LIS-08", "indicator-added", more, "added"), None),
            (
                RecordedChange("KEY-TAL-01", "indicator-reworded", more, "limit-"),
                _was("KEY-TAL-01", junior, "在指导下参加谈判。"),
            ),
            (
                RecordedChange("KEY-TAL-03", "indicator-retired", less, "retired"),
                _was("KEY-TAL-03", senior, '不 < 让步 & "退" 一步。', 2),
            ),
        ),
        _release(
            "2.0.0",
            (
                RecordedChange("KEY-LIS-01", "indicator-reworded", more, "said", why="从听完变成当场记下"),
                _was("KEY-LIS-01", junior, "听完客户的话，记下要点。"),
            ),
            (
                RecordedChange(
                    "KEY-LIS-03", "indicator-split", ChangeClass.CLARIFIES, "kept", members=("KEY-LIS-06", "KEY-LIS-07")
                ),
                _was("KEY-LIS-03", junior, "记录并整理客户意见。", 3),
            ),
            (
                RecordedChange("KEY-LIS-04", "indicator-retired", less, "retired"),
                _was("KEY-LIS-04", senior, "每周汇总意见。"),
            ),
            others={"KEY-LIS-06": None, "KEY-LIS-07": None},
        ),
        _release(
            "1.1.0",
            (
                RecordedChange("KEY-LIS-02", "indicator-reworded", ChangeClass.CLARIFIES, "said"),
                _was("KEY-LIS-02", junior, "复述客户要求，请客户确认。", 2),
            ),
            (RecordedChange("SUP-PAT-02", "indicator-added", more, "added"), None),
        ),
    )


def _was(code: str, level: str, text: str, n: int = 1) -> Fact:
    return indicator(code, level, text, n)


def _release(
    version: str, *made: tuple[RecordedChange, Fact | None], others: Mapping[str, Fact | None] | None = None
) -> ReleaseHistory:
    before = {change.address: fact for change, fact in made} | dict(others or {})
    return ReleaseHistory(version, tuple(change for change, _ in made), before)


@cache
def released() -> Handbook:
    """The handbook as it holds, with its past and what is to come."""
    with TemporaryDirectory() as folder:
        files = {
            "handbook.yml": HANDBOOK,
            "scales.yml": SCALES,
            "sequences/key-account/sequence.yml": SEQUENCE,
            "sequences/key-account/competencies/listening.yml": LISTENING,
            "sequences/key-account/competencies/talks.yml": TALKS,
            "sequences/support/sequence.yml": SUPPORT,
            "sequences/support/competencies/patience.yml": PATIENCE,
            "releases.yml": "releases: [{version: 2.0.0, date: 2026-06-01}]",
        }
        write(Path(folder), files)
        handbook = read(Path(folder))
    first = dict.fromkeys(history().published, "1.0.0")
    began = {"SUP-PAT-02": "1.1.0", "KEY-LIS-06": "2.0.0", "KEY-LIS-07": "2.0.0", "KEY-LIS-08": "3.0.0"}
    return replace(handbook, releases=RELEASES, history=history(), ledger=first | began, in_force="2.0.0")


@cache
def released_context(language: str = "zh") -> Context:
    """Its context."""
    return Context(released(), Catalogue(language))

"""A handbook with courses: one that names indicators, one that only touches, one that says nothing."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from levelbook.catalogue import Catalogue
from levelbook.model.handbook import Handbook, Release
from levelbook.model.history import ChangeClass, History, RecordedChange, ReleaseHistory
from levelbook.site.context import Context
from tests.pages.tiny import tiny

SEQUENCE = """
    code: ONE
    name: 渠道销售
    name_en: Channel sales
    levels: [{id: low, name: 初级, name_en: Junior}, {id: high, name: 高级, name_en: Senior}]
    groups: [{id: all, name: 全部, name_en: All, competencies: [channels, talks, care, open]}]
    """
CHANNELS = """
    code: CHA
    name: 渠道管理
    name_en: Channel management
    kind: skill
    levels:
      low:
        indicators:
          - {id: ONE-CHA-01, text: 讲清各项渠道政策和流程。, text_en: Explains every channel policy and process.}
          - {id: ONE-CHA-02, text: 摸清所辖领域的渠道资源。, text_en: Knows the channel resources of the area.}
      high:
        indicators:
          - {id: ONE-CHA-03, text: 独立开拓新的渠道资源。, text_en: Opens up new channel resources alone.}
          - {id: ONE-CHA-04, text: 制定各项渠道政策。, text_en: Sets the channel policies.}
    """
TALKS = """
    code: TAL
    name: 谈判
    name_en: Negotiation
    kind: skill
    levels:
      low: {indicators: [{id: ONE-TAL-01, text: 谈判前写好底线。, text_en: Writes down the limit before a talk.}]}
      high: {indicators: [{id: ONE-TAL-02, text: 带领谈判小组。, text_en: Leads the negotiating team.}]}
    """
CARE = CHANNELS.replace("CHA", "CAR").replace("渠道管理", "细心").replace("Channel management", "Care")
OPEN = TALKS.replace("TAL", "OPE").replace("谈判\n", "开放\n").replace("Negotiation", "Openness")
ACTIONS = """
    types:
      - {id: course, name: 培训, name_en: Training}
      - {id: practice, name: 实践, name_en: Practice}
      - {id: club, name: 读书会, name_en: Reading club, course: false}
      - {id: clinic, name: 门诊, name_en: Clinic, course: true}
    actions:
      - id: ONE-ACT-01
        type: course
        name: 销售渠道建设与管理
        name_en: Building and managing sales channels
        link: https://learn.example.com/channels
        minutes: 90
        for: [ONE-CHA-03, ONE-CHA-01, ONE-TAL-01, care@low]
        target_from: high
      - {id: ONE-ACT-02, type: course, name: 细心, name_en: Care, for: [care, all]}
      - {id: ONE-ACT-03, type: practice, text: 跟一位老销售走一个月。, text_en: Shadow for a month., for: [ONE-CHA-02]}
      - {id: ONE-ACT-04, type: club, name: 渠道读书会, name_en: Channel club, for: [ONE-CHA-04]}
      - {id: ONE-ACT-05, type: clinic, text: 每周答疑。, text_en: Weekly clinic.}
      - {id: ONE-ACT-06, type: course, name: 旧课, name_en: Old course, for: [all], retired: {why: 不再开}}
    """
COMPETENCIES = {"channels": CHANNELS, "talks": TALKS, "care": CARE, "open": OPEN}
RELEASES = tuple(
    Release.model_validate({"version": version, "date": date, "effective": effective})
    for version, date, effective in (
        ("1.1.0", "2026-12-20", "2027-03-01"),
        ("1.0.0", "2026-11-28", None),
        ("0.2.0", "2026-10-01", None),
    )
)


def courses(folder: Path, **replaced: str) -> Context:
    """The context of that handbook, read from a folder, with other files instead of some."""
    files = {"sequence.yml": SEQUENCE, "actions.yml": ACTIONS}
    files |= {f"competencies/{key}.yml": text for key, text in COMPETENCIES.items()}
    ctx, _ = tiny(folder, files | {f"{name}.yml": text for name, text in replaced.items()}, translations=["en"])
    return ctx


def with_history(ctx: Context, language: str = "zh") -> Context:
    """The same handbook after three releases, two of which changed what the first course covers."""
    return Context(historical(ctx.handbook), Catalogue(language))


def historical(handbook: Handbook) -> Handbook:
    """The handbook with its releases, and what two of them changed."""
    published = {code: _fact(text) for code, text in _texts(handbook).items()}
    changed = {"ONE-CHA-01": _fact("在指导下讲清各项渠道政策和流程。")}
    releases = (
        ReleaseHistory("1.1.0", (_reworded("ONE-TAL-01"),), {"ONE-TAL-01": _fact("谈判前想好底线。")}),
        ReleaseHistory("1.0.0", (_reworded("ONE-CHA-01", why="要求独立"), _reworded("ONE-CHA-02")), changed),
    )
    return replace(handbook, releases=RELEASES, history=History(published, releases))


def _reworded(code: str, why: str = "") -> RecordedChange:
    return RecordedChange(code, "indicator-reworded", ChangeClass.RAISES, "said", why)


def _fact(text: str) -> dict[str, Any]:
    return {"kind": "indicator", "text": text}


def _texts(handbook: Handbook) -> dict[str, str]:
    competencies = handbook.sequences["first"].competencies.values()
    return {one.code: one.text for competency in competencies for one in competency.every_live()}

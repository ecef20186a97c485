"""A handbook with courses: one that names indicators, one that only touches, one that says nothing."""

from dataclasses import replace
from pathlib import Path

from levelbook.catalogue import Catalogue
from levelbook.checks.context import CheckContext
from levelbook.commands.ids.command import write_ids
from levelbook.history.facts import facts_of
from levelbook.load import load
from levelbook.loading.history import rendered_addresses, rendered_release, seal_of
from levelbook.model.handbook import Handbook, Release
from levelbook.model.history import ChangeClass, History, RecordedChange, ReleaseHistory
from levelbook.model.history_lines import text_of_table
from levelbook.model.ledger import seal_of_codes
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
    return replace(handbook, releases=RELEASES, history=history(handbook), in_force="1.0.0")


def history(handbook: Handbook) -> History:
    """What releases left: the first course was written for 0.2.0, and the newest release is still to come."""
    published = facts_of(handbook)
    guided = "在指导下讲清各项渠道政策和流程。"
    before = {
        "1.1.0": {"ONE-TAL-01": {**published["ONE-TAL-01"], "text": "谈判前想好底线。"}},
        "1.0.0": {"ONE-CHA-01": {**published["ONE-CHA-01"], "text": guided}},
    }
    releases = (
        ReleaseHistory("1.1.0", (_reworded("ONE-TAL-01"),), before["1.1.0"]),
        ReleaseHistory("1.0.0", (_reworded("ONE-CHA-01", why="要求独立"), _reworded("ONE-CHA-02")), before["1.0.0"]),
    )
    return History(published, releases, {"": ()})


def write_history(folder: Path, handbook: Handbook) -> None:
    """Writes releases.yml, the ledger and history/ beside the other files, as releases leave them."""
    known = history(handbook)
    write_ids(folder, False, Catalogue("zh"))
    ledger = CheckContext(load(folder).folder).ledger
    lines = [
        f"  - {{version: {one.version}, date: {one.date}{f', effective: {one.effective}' if one.effective else ''}}}\n"
        for one in RELEASES
    ]
    (folder / "releases.yml").write_text("releases:\n" + "".join(lines), encoding="utf-8")
    texts = {"published.jsonl": text_of_table(known.published), "addresses.txt": rendered_addresses(known.addresses)}
    seals = {name.partition(".")[0]: seal_of(text) for name, text in texts.items()}
    seals["codes"] = seal_of_codes(ledger)
    first = ReleaseHistory("0.2.0")
    texts |= {f"{one.version}.yml": rendered_release(one, seals, (), one is first) for one in (*known.releases, first)}
    (folder / "history").mkdir()
    for name, text in texts.items():
        (folder / "history" / name).write_text(text, encoding="utf-8")


def _reworded(code: str, why: str = "") -> RecordedChange:
    return RecordedChange(code, "indicator-reworded", ChangeClass.RAISES, "said", why)

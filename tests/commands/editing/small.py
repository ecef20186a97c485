"""A handbook that is small and written in many ways: comments, quotes, braces, CRLF, a byte order mark."""

from typing import Final

from levelbook.commands.ids.outcome import ids_outcome
from levelbook.loading.edit.file_change import Files

HANDBOOK = """\
# 手册
name: 能力手册
families:
  # 销售的在前
  - {id: front, name: 前台, sequences: [sales, service]}   # 两个
  - id: back
    name: 后台
    sequences:
      - office
assessment: {by: competency, scale: score, against: sales/senior}
sections:
  - text: 先读[倾听](sales/listening)和[高级](SAL.senior)，再读[这一条](SAL-LIS-01)。
"""
SCALES = """\
scales:
  - id: score
    name: 评分
    source: sales
    standard: 1
    ratings: [{points: 0, name: 没有}, {points: 1, name: 达标}]
"""
RELEASES = """\
releases:
  - version: next
    words:
      SAL-LIS-03: raises
      SAL.senior: typo
  - {version: 1.0.0, date: 2026-09-01}
"""
CONCEPTS = "concepts: [{id: hearing, name: 倾听, see: [sales/listening, service/advice]}]\n"
SALES = """\
code: SAL
name: 销售
levels:                      # 从低到高
  - {id: junior, name: 初级}   # 入门
  - id: middle
    name: "中级"
  # 最高
  - {id: 'senior', name: 高级, see: [senior-manager]}
grades:
  - {id: grade-2, name: 二级, level: junior, required: {listening: middle, service/advice: junior}}
  - {id: grade-1, name: 一级, level: senior}
groups:
  - id: basic
    name: 基本
    kind: ability
    competencies:
      # 最要紧
      - listening            # 先听
      - service/advice
      - talking
  - id: known
    name: 应知
    kind: knowledge
    groups:
      - {id: products, name: 产品, competencies: [product, market]}
positions: [manager, senior-manager]
notes:
  - {kind: caution, text: '看[中级的倾听](listening@middle)。', about: [levels, listening, middle]}
"""
LISTENING = """\
\ufeff# 倾听
code: LIS
name: 倾听
concept: hearing
see: [talking]
notes:
  - kind: suspect
    text: 见[谈话](talking@senior)。
    about: [junior, SAL-LIS-02]
levels:
  junior:
    summary: 愿意听。
    indicators:
      # 第一条
      - id: SAL-LIS-01
        text: 让人把话说完。  # 不打断
      - {id: SAL-LIS-02, text: '记下要点。', see: [talking]}

      # 这条有两行
      - id: SAL-LIS-07
        text: >-
          把听到的话说给别人听，
          不漏掉要点。
        notes:
          - kind: caution
            text: 与[谈话](talking)有关。
            about: [junior, talking@middle]
        # 这是它自己的
  middle:
    indicators:
    - id: "SAL-LIS-03"
      text: 听出没有说的话。
      raises: [SAL-LIS-01, SAL-LIS-02]
    - id: SAL-LIS-04
      text: |
        复述要点。
        再问一句。
      raises:
        - SAL-LIS-07   # 更多
  senior: {same_as: middle}
"""
TALKING = """\
code: TAL
name: 谈话
definition: 说清楚。
levels:
  junior: {not_required: 这一级不要求。}
  middle: {indicators: [{id: SAL-TAL-01, text: 说得清楚。}, {id: SAL-TAL-02, text: '说得短, 也全。'}]}
  senior:
    indicators:
      - id: SAL-TAL-03
        text: 说得让人愿意做。
        raises: [SAL-TAL-01]
"""
PRODUCT = """\
code: PRO
name: 产品知识
covers:
  - {name: 产品, weight: {junior: 60, middle: 50, senior: 40}}
  - {name: 价格, weight: {junior: 40, middle: 50, senior: 60}}
"""
MARKET = """\
code: MAR
name: 市场
indicators:
  - id: SAL-MAR-01
    text: 讲得出三个市场。
  - id: SAL-MAR-02
    text: 讲得出客户。
"""
MANAGER = """\
name: 主管
next: senior-manager
level: middle
required:
  listening: senior   # 更高
  service/advice: not_required
"""
SENIOR = "name: 高级主管\nreports_to: 总监\nrequired: {talking: senior, SAL-LIS: middle}\nsee: [manager]\n"
WEIGHTS = """\
total: 100
points:
  basic: {junior: 60, middle: 60, senior: 60}
  known: {junior: 40, middle: 40, senior: 40}
  listening: {junior: 60, middle: 60, senior: 60}
"""
ACTIONS = """\
types: [{id: course, name: 培训}]
actions:
  - id: SAL-ACT-01
    type: course
    name: 倾听课
    for: [listening@senior, SAL-LIS-03]
    target_from: middle
  - id: SAL-ACT-02
    type: course
    name: 谈话课
    for:
      - basic
      - talking
"""
CALIBRATION = """\
calibrations:
  - id: year-1
    name: 首次
    grade: grade-1
    competencies:
      talking: {before: middle, ratings: {middle: 1, senior: 1}, after: senior}
"""
SERVICE = """\
code: SER
name: 服务
levels: [{id: junior, name: 初级}, {id: middle, name: 中级}, {id: senior, name: 高级}]
groups:
  - {id: basic, name: 基本, kind: ability, competencies: [advice, sales/talking]}
  - {id: more, name: 其他, kind: skill, incomplete: 以后再写。}
"""
ADVICE = """\
code: ADV
name: 建议
see: [sales/listening, SAL-TAL]
levels:
  junior:
    indicators:
      - {id: SER-ADV-01, text: 给出建议。}
      - {id: SER-ADV-02, text: 说明理由。}
  middle: {same_as: junior}
  senior:
    blank: 来源的这一格空着。
"""
OFFICE = """\
code: OFF
name: 办公
levels:
  - {id: g1, name: 一档}
  - {id: g2, name: 二档}
groups:
  - {id: tools, name: 工具, kind: skill, competencies: [tables]}
"""
TABLES = """\
code: TAB
name: 表格
levels:
  g1:
    indicators:
      - {id: OFF-TAB-01, text: 会用表格。}
  g2:
    indicators:
      - {id: OFF-TAB-02, text: 会教别人。, raises: [OFF-TAB-01]}
"""
TEXTS: Final = {
    "handbook.yml": HANDBOOK,
    "scales.yml": SCALES,
    "releases.yml": RELEASES,
    "concepts.yml": CONCEPTS,
    "sequences/sales/sequence.yml": SALES.replace("\n", "\r\n"),
    "sequences/sales/competencies/listening.yml": LISTENING,
    "sequences/sales/competencies/talking.yml": TALKING,
    "sequences/sales/competencies/product.yml": PRODUCT,
    "sequences/sales/competencies/market.yml": MARKET.rstrip("\n"),
    "sequences/sales/positions/manager.yml": MANAGER,
    "sequences/sales/positions/senior-manager.yml": SENIOR,
    "sequences/sales/weights.yml": WEIGHTS,
    "sequences/sales/actions.yml": ACTIONS,
    "sequences/sales/calibration.yml": CALIBRATION,
    "sequences/service/sequence.yml": SERVICE,
    "sequences/service/competencies/advice.yml": ADVICE,
    "sequences/office/sequence.yml": OFFICE,
    "sequences/office/competencies/tables.yml": TABLES,
}


def small_files() -> Files:
    """Its files, with a ledger."""
    files: dict[str, bytes] = {path: text.encode("utf-8") for path, text in TEXTS.items()}
    return {**files, **ids_outcome(files).files}

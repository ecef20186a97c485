"""The handbook of a small company, and what its second release changes in the same folder."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from levelbook.commands.cli import main
from tests.site_build import ROOT

FOLDER = Path(__file__).parent / "rubric_data"
ACCOUNTS = "sequences/accounts"
CONFIG = """site_name: 海川标准手册
use_directory_urls: false
theme:
  name: material
  language: zh
  font: false
  features: [navigation.prune]
plugins: [levelbook]
"""

NEW_COMPETENCY = """code: DIG
name: 线上协作
definition: 用线上工具与客户协作。
levels:
  junior:
    indicators:
      - {id: ACC-DIG-01, text: 在线上工具里及时回复客户。}
  middle:
    indicators:
      - {id: ACC-DIG-02, text: 为每个项目建好线上协作空间。}
  senior:
    indicators:
      - {id: ACC-DIG-03, text: 把客户的系统与公司的系统接通。}
"""
RETIRED_INDICATOR = """{id: ACC-LIS-03, text: 把要点写进传真回执，当天发给客户。,
         retired: {why: 不再用传真, since: 2.0.0, replaced_by: [ACC-LIS-05]}}
      - {id: ACC-LIS-05, text: 把要点写进线上纪要，当天发给客户。}"""
MOVED = "      - {id: ACC-NEG-03, text: 记录会谈纪要，两天内发给双方。}\n"
NEW_INDICATOR = "      - {id: ACC-COO-05, text: 会后一天内把结论告诉每个相关部门。}\n"
NEGATIVE = "      - {id: ACC-COO-03, text: 把客户的投诉推给别的部门。, negative: true}\n"
CHANGES = [
    # a release
    ("releases.yml", "releases:\n", "releases:\n  - {version: 2.0.0, date: 2026-07-06, summary: 第二版}\n"),
    # an indicator is reworded
    (f"{ACCOUNTS}/competencies/listening.yml", "复述客户的要求，请客户确认。", "复述客户的要求和顾虑，请客户确认。"),
    # one is retired, another takes its place
    (
        f"{ACCOUNTS}/competencies/listening.yml",
        "{id: ACC-LIS-03, text: 把要点写进传真回执，当天发给客户。}",
        RETIRED_INDICATOR,
    ),
    # one moves to another competency, which also has a new one
    (f"{ACCOUNTS}/competencies/negotiation.yml", MOVED, ""),
    (f"{ACCOUNTS}/competencies/coordination.yml", NEGATIVE, NEGATIVE + MOVED + NEW_INDICATOR),
    # a competency is retired, another is replaced by a new one, a third moves to another group
    (
        f"{ACCOUNTS}/competencies/letters.yml",
        "code: LET\n",
        "code: LET\nretired: {why: 公函改由文秘起草, since: 2.0.0}\n",
    ),
    (
        f"{ACCOUNTS}/competencies/pagers.yml",
        "code: PAG\n",
        "code: PAG\nretired: {why: 已无寻呼机, since: 2.0.0, replaced_by: [digital]}\n",
    ),
    (f"{ACCOUNTS}/sequence.yml", "coordination, trust]", "coordination, trust, planning]"),
    (f"{ACCOUNTS}/sequence.yml", "[letters, pagers, pricing, planning]", "[digital, pricing]"),
    # a grade asks more of one competency; another grade stands for a higher level altogether
    (f"{ACCOUNTS}/sequence.yml", "required: {trust: senior}}", "required: {trust: senior, pricing: senior}}"),
    (
        f"{ACCOUNTS}/sequence.yml",
        "level: junior, required: {trust: middle}}",
        "level: middle, required: {trust: senior}}",
    ),
    # an exam's subject is renamed, a condition is reworded
    (f"{ACCOUNTS}/competencies/rules.yml", "{name: 法规, weight: 60}", "{name: 法律法规, weight: 60}"),
    (f"{ACCOUNTS}/positions/regional-lead.yml", "大学专科以上", "大学本科以上"),
    # the plan asks for somebody else
    (f"{ACCOUNTS}/plan.yml", "{id: mentor, name: 带教人, input: text}", "{id: coach, name: 教练, input: text}"),
]


FIGURES = [
    # another release of the first handbook: no wording changes, but what ratings are called and what marks give
    ("releases.yml", "releases:\n", "releases:\n  - {version: 1.1.0, date: 2026-04-06, summary: 改折算}\n"),
    ("scales.yml", "{points: 4, name: 基本达标}", "{points: 4, name: 接近达标}"),
    ("scales.yml", "{from: 61, points: 3}", "{from: 79, points: 3}"),
]


def change(folder: Path, changes: list[tuple[str, str, str]]) -> None:
    """Turn the handbook of the first release into that of another, as somebody edits it."""
    for path, old, new in changes:
        file = folder / path
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1, (path, old)
        file.write_text(text.replace(old, new), encoding="utf-8")
    if changes is not CHANGES:
        return
    (folder / ACCOUNTS / "competencies/digital.yml").write_text(NEW_COMPETENCY, encoding="utf-8")
    assert main(["ids", str(folder)]) == 0


def begin_build(place: Path, changes: list[tuple[str, str, str]]) -> "subprocess.Popen[str]":
    """Begin to build a release into `place/site`."""
    shutil.copytree(FOLDER, place / "rubric_data")
    if changes:
        change(place / "rubric_data", changes)
    (place / "docs").mkdir()
    (place / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    source = os.pathsep.join([str(ROOT / "generator"), os.environ.get("PYTHONPATH", "")])
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": source}
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "--strict", "--site-dir", str(place / "site")]
    return subprocess.Popen(
        command, cwd=place, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )

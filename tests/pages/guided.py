"""The small handbook with what it adds of its own, in every place where it can stand."""

import shutil
from pathlib import Path
from typing import Final

from levelbook.model.handbook import Handbook
from tests.pages.small import FOLDER, read

LISTENING: Final = "sequences/key-account/competencies/listening.yml"
NEGOTIATION: Final = "sequences/shared/competencies/negotiation.yml"
HEAD: Final = "sequences/key-account/sequence.yml"
OF_INDICATOR: Final = """
        guidance:
          examples: [{text: 客户说了十分钟，一次也没有插话。, text_en: Ten minutes without a word.}]
          evidence: [拜访纪要。]
"""
OF_CELL: Final = """
    guidance:
      not_yet: [{text: 只记下要点。, text_en: Notes the points only.}]
      ask_yourself: [客户没有说出口的是什么？]
      author: 培训组
      date: 2026-12-01
"""
OF_COMPETENCY: Final = "\nguidance: {grow: [每周请同事旁听一次。], examples: [会后复述。]}\n"
IN_SHORT: Final = "\n    guidance: {in_short: 谈得拢，守得住。, evidence: [谈判记录]}\n"
SIGNED: Final = "\nguidance: {author: 本手册编者, author_en: The editors of this handbook, date: 2026-11-30}\n"


def guided(folder: Path, head: str = "") -> Handbook:
    """The handbook in a folder, with more lines in handbook.yml."""
    shutil.copytree(FOLDER, folder)
    _edit(folder / LISTENING, "        text_en: Lets the customer finish.\n", OF_INDICATOR.lstrip("\n"))
    _edit(
        folder / LISTENING,
        "用词像是别的行业, printed: 用气量}]\n",
        OF_CELL.lstrip("\n"),
    )
    _add(folder / LISTENING, OF_COMPETENCY)
    _add(folder / NEGOTIATION, IN_SHORT)
    _add(folder / HEAD, SIGNED)
    _add(folder / "handbook.yml", head)
    return read(folder)


def _edit(path: Path, after: str, more: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert after in text
    path.write_text(text.replace(after, after + more), encoding="utf-8")


def _add(path: Path, more: str) -> None:
    path.write_text(path.read_text(encoding="utf-8").rstrip("\n") + "\n" + more.lstrip("\n"), encoding="utf-8")

"""Each guide in English has the sections and examples of its Chinese twin, and both lead to each other."""

import re
from pathlib import Path

import pytest

from levelbook.commands.cli import COMMANDS
from levelbook.site.hand_written import GUIDE_NAMES

DOCS = Path(__file__).resolve().parents[2] / "docs"
ENGLISH = {path.parent.name: path for path in sorted((DOCS / "en" / "guide").glob("*/index.md"))}
COMMAND = re.compile(r"(?<!from )levelbook ([a-z]+)\b")


def chinese(name: str) -> Path:
    return DOCS / "guide" / name / "index.md"


def test_every_guide_is_there_in_both_languages() -> None:
    assert ENGLISH.keys() == {*GUIDE_NAMES} == {path.parent.name for path in (DOCS / "guide").glob("*/index.md")}


@pytest.mark.parametrize("name", ENGLISH)
def test_both_have_the_same_sections_and_blocks(name: str) -> None:
    texts = [path.read_text(encoding="utf-8") for path in (chinese(name), ENGLISH[name])]
    shapes = [
        (
            re.findall(r"^(#+) .*\{#([\w-]+)[ }]", text, re.MULTILINE),
            re.findall(r"^(?:```\w*|# \S+\.yml)$", text, re.MULTILINE),
        )
        for text in texts
    ]
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize("name", ENGLISH)
def test_both_lead_to_each_other(name: str) -> None:
    here, there = chinese(name).read_text(encoding="utf-8"), ENGLISH[name].read_text(encoding="utf-8")
    assert f"\n[English](../../en/guide/{name}/index.md){{lang=en hreflang=en}}\n" in here
    assert f"\n[中文](../../../guide/{name}/index.md){{lang=zh-Hans hreflang=zh}}\n" in there


@pytest.mark.parametrize("name", ENGLISH)
def test_no_chinese_is_left_in_english(name: str) -> None:
    text = ENGLISH[name].read_text(encoding="utf-8").replace("[中文]", "").replace("`text：interrupts`", "")
    text = text.replace("name_zh: 客户", "name_zh:")
    text = re.sub(r'\{data-case=".+"\}', "", text)
    assert re.findall(r"[\u3000-\u9fff\uff00-\uffef]+", text) == []


@pytest.mark.parametrize("path", sorted(DOCS.rglob("guide/*/index.md")), ids=lambda path: str(path.relative_to(DOCS)))
def test_every_command_named_exists(path: Path) -> None:
    code = "\n".join(re.findall(r"`[^`]+`|```.*?```", path.read_text(encoding="utf-8"), re.DOTALL))
    assert set(COMMAND.findall(code)) <= {command.name for command in COMMANDS}

"""No text of the handbook is a place-holder."""

import re
from collections.abc import Iterator

import pytest
import yaml

from tests.site_build import ROOT

PLACEHOLDER = re.compile(
    r"(示例|概述|定义|短释|说明|内容|指标)[\d一二三四五六七八九十]+[。]?"  # 示例1
    r"|一些[^，。]{0,6}|[甲乙丙丁]|[A-Ca-c]"
    r"|.*(TODO|FIXME|TBD|待补|占位|(?i:lorem ipsum|placeholder)).*",
    re.DOTALL,
)
FILES = sorted((ROOT / "rubric_data").rglob("*.yml"))


@pytest.mark.parametrize("text", "示例1 示例12 概述2 定义3 短释9 说明1 一些 一些知识 甲 丙 A TODO 待补充".split())
def test_what_counts_as_a_placeholder(text: str) -> None:
    assert PLACEHOLDER.fullmatch(text)


@pytest.mark.parametrize("text", ["示例公司", "说明", "概述", "能力素质项级别调整（示例）", "一些客户流失时查明原因。"])
def test_what_does_not(text: str) -> None:
    assert not PLACEHOLDER.fullmatch(text)


def test_no_placeholder_is_left() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line}: {text}"
        for path in FILES
        for line, text in _texts(yaml.compose(path.read_text(encoding="utf-8")))
        if PLACEHOLDER.fullmatch(text)
    ]
    assert found == []


def _texts(node: yaml.Node | None) -> Iterator[tuple[int, str]]:
    """Every value with its line, the keys of mappings and what names a thing (`id`: the letters of items) left out."""
    if isinstance(node, yaml.ScalarNode):
        yield node.start_mark.line + 1, node.value
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _texts(item)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value != "id":
                yield from _texts(value)

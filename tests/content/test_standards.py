"""docs/standards/index.md lists every standard with what is complete and what is not, as the handbook has it.

LEVELBOOK_GOLDEN=write writes the list anew after the content has changed; the lines above the first heading of the
second level are written by hand and stay.
"""

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from levelbook.catalogue import Catalogue
from levelbook.components import completeness
from levelbook.localized.absence import shared_absence
from levelbook.model.handbook import Sequence
from levelbook.pages.home import contents as home_contents
from levelbook.site.context import Context
from tests.pages.small import own

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "standards" / "index.md"


@cache
def _ctx() -> Context:
    return Context(own(), Catalogue("zh"))


def _lines(ctx: Context) -> Iterator[str]:
    yield from _overview(ctx)
    for family in ctx.handbook.head.families:
        yield f"## {family.name}"
        for key in family.sequences:
            yield from ("", *_standard(ctx, ctx.handbook.sequences[key]))
        yield ""


def _overview(ctx: Context) -> Iterator[str]:
    yield "## 一览"
    yield ""
    yield "| 标准 | 级别 | 能力项 | 行为指标 | 岗位 | 单元格 |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for one in ctx.handbook.sequences.values():
        own = one.competencies.values()
        meter = completeness.meter(ctx, one)
        indicators = sum(len(competency.every_live()) for competency in own)
        figures = [
            len(one.levels) or "不分级",
            len(own),
            indicators,
            len(one.positions),
            meter.figures if meter else "没有",
        ]
        yield f"| [{one.name}](../{_page(one)}) | {' | '.join(map(str, figures))} |"
    yield ""


def _page(one: Sequence) -> str:
    return f"sequences/{one.id}/index.md"


def _standard(ctx: Context, one: Sequence) -> Iterator[str]:
    yield f"### {one.name}"
    yield ""
    yield f"- 来源：{_source(one)}"
    yield f"- 有什么：{_has(ctx, one)}"
    rows = completeness.rows(ctx, one)
    whole = [f"{row.name} {row.of}" for row in rows if row.nothing is None]
    if whole:
        yield f"- 齐全：{'，'.join(whole)}"
    parts = [f"{row.name} {row.have}/{row.of}（{row.nothing.text}）" for row in rows if row.nothing]
    if parts:
        yield f"- 不全：{'；'.join(parts)}"
    beyond = shared_absence(ctx, one)
    if beyond:
        yield f"- {beyond.text}：{beyond.why}"
    if one.head.incomplete:
        yield f"- 缺失：{one.head.incomplete}"
    mark = home_contents.status_badge(ctx, one)
    if mark:
        yield f"- {mark.word}：{mark.reason}"


def _source(one: Sequence) -> str:
    source = one.head.source
    if source is None:
        return "没有写明"
    return "，".join([f"《{source.title}》", source.organisation or "未注明", source.date or "未印日期"])


def _has(ctx: Context, one: Sequence) -> str:
    levels = "、".join(level.name for level in one.levels) or "不分级"
    return "，".join([levels, *(offer.text for offer in home_contents.sequence_contents(ctx, one))])


def test_the_list_says_what_the_handbook_has() -> None:
    text = PAGE.read_text(encoding="utf-8")
    by_hand, _, _ = text.partition("\n## ")
    wanted = by_hand + "\n" + "\n".join(_lines(_ctx())).rstrip() + "\n"
    if os.environ.get("LEVELBOOK_GOLDEN") == "write":
        PAGE.write_text(wanted, encoding="utf-8")
    elif text != wanted:
        pytest.fail(f"{_first_difference(text, wanted)}\nOr run the test with LEVELBOOK_GOLDEN=write.")


def _first_difference(text: str, wanted: str) -> str:
    lines, rights = text.splitlines(), wanted.splitlines()
    pairs = enumerate(zip(lines, rights, strict=False))
    at = next((n for n, (old, new) in pairs if old != new), min(len(lines), len(rights)))
    new = rights[at] if at < len(rights) else "(nothing)"
    return f"docs/standards/index.md, line {at + 1} should read:\n{new}"

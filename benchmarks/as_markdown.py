"""The invented handbook as Markdown files, for stock MkDocs with Material.

The same texts stand on the same pages as in Levelbook, and every indicator has its page below id/, outside the
navigation and the search. Differences are not marked word by word, and sequences, levels and competencies have
no codes that lead to them: stock does a little less.
"""

from collections.abc import Iterable, Iterator
from itertools import chain, combinations, groupby
from pathlib import Path
from typing import Any

import yaml

from invented import LEVEL_NAMES, LEVELS, Competency, Indicator, Sequence

FEATURES = ("tabs", "indexes", "sections", "path", "footer")
Page = tuple[str, str]
"""An address below docs/ and the text that stands there."""


def write(folder: Path, handbook: list[Sequence], *, prune: bool, own_pages: bool) -> None:
    """Lay out a project that stock MkDocs builds; without own pages, indicators only have their anchors."""
    for address, text in chain(all_pages(handbook), indicator_pages(handbook) if own_pages else ()):
        path = folder / "docs" / address / "index.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    config = yaml.safe_dump(settings(handbook, prune), allow_unicode=True, sort_keys=False)
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")


def settings(handbook: list[Sequence], prune: bool) -> dict[str, Any]:
    """The configuration: search in Chinese, usable without a server, the theme as it comes."""
    features = [f"navigation.{each}" for each in (*FEATURES, *(["prune"] if prune else []))]
    return {
        "site_name": "速度测试",
        "use_directory_urls": False,
        "theme": {"name": "material", "language": "zh", "font": False, "features": [*features, "toc.follow"]},
        "plugins": [{"search": {"lang": "zh"}}, "offline"],
        "markdown_extensions": ["tables", "attr_list"],
        "extra": {"generator": False},
        "nav": navigation(handbook),
        "validation": {"omitted_files": "ignore"},
    }


def navigation(handbook: list[Sequence]) -> list[Any]:
    """The same tree as Levelbook's: families, sequences, their levels and competencies."""
    families = [
        {family: [{each.name: branch(each)} for each in members]}
        for family, members in groupby(handbook, key=lambda each: each.family)
    ]
    return ["index.md", {"序列": families}, "indicators/index.md", "notes/index.md"]


def branch(sequence: Sequence) -> list[Any]:
    """A sequence's part of the tree; comparisons of two levels stand outside it."""
    home = f"sequences/{sequence.id}"
    return [
        f"{home}/index.md",
        *(f"{home}/level/{level}/index.md" for level in LEVELS),
        {"能力项": [f"{home}/competency/{each.id}/index.md" for each in sequence.competencies]},
        f"{home}/matrix/index.md",
        f"{home}/compare/index.md",
    ]


def all_pages(handbook: list[Sequence]) -> Iterator[Page]:
    """Every page of the site."""
    yield "", home(handbook)
    yield "indicators", index(handbook)
    yield "notes", "# 编者按\n\n" + bullets(f"{each.name}：级别的名称是编者定的。" for each in handbook)
    for sequence in handbook:
        for address, text in sequence_pages(sequence):
            yield f"sequences/{sequence.id}/{address}", text


def indicator_pages(handbook: list[Sequence]) -> Iterator[Page]:
    """A page for each indicator; the search finds it where it is listed."""
    for sequence in handbook:
        for competency in sequence.competencies:
            for level, cell in zip(LEVELS, competency.cells, strict=True):
                for each in cell.indicators:
                    yield f"id/{each.code}", indicator_page(sequence, competency, level, each)


def indicator_page(sequence: Sequence, competency: Competency, level: str, indicator: Indicator) -> str:
    """Where an indicator stands, what it asks, what it raises, and what its competency is."""
    home = f"../../sequences/{sequence.id}"
    parts = [f"---\ntitle: {indicator.code}\nsearch:\n  exclude: true\n---\n\n# {indicator.code}\n\n"]
    parts.append(
        f"[{sequence.name}]({home}/index.md)，[{competency.name}]({home}/competency/{competency.id}/index.md)，"
    )
    parts.append(f"[{LEVEL_NAMES[LEVELS.index(level)]}]({home}/level/{level}/index.md)\n\n{indicator.text}\n\n")
    if indicator.raises:
        parts.append(f"由[{indicator.raises}](../{indicator.raises}/index.md)提高而来。\n\n")
    return "".join([*parts, f"## {competency.name}\n\n{competency.definition}\n"])


def sequence_pages(sequence: Sequence) -> Iterator[Page]:
    """Every page of a sequence."""
    yield "", overview(sequence)
    for level, name in enumerate(LEVELS):
        yield f"level/{name}", level_page(sequence, level)
    for competency in sequence.competencies:
        yield f"competency/{competency.id}", competency_page(sequence, competency)
    yield "matrix", matrix(sequence)
    pairs = list(combinations(range(len(LEVELS)), 2))
    yield (
        "compare",
        f"# {sequence.name}：级别比较\n\n"
        + bullets(
            f"[{LEVEL_NAMES[low]}到{LEVEL_NAMES[high]}]({LEVELS[low]}/{LEVELS[high]}/index.md)" for low, high in pairs
        ),
    )
    for low, high in pairs:
        yield f"compare/{LEVELS[low]}/{LEVELS[high]}", comparison(sequence, low, high)


def bullets(lines: Iterable[str]) -> str:
    """A list."""
    return "".join(f"- {line}\n" for line in lines) + "\n"


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table."""
    names = list(head)
    lines = [names, ["---"] * len(names), *rows]
    return "".join(f"| {' | '.join(row)} |\n" for row in lines) + "\n"


def home(handbook: list[Sequence]) -> str:
    """All sequences with their levels."""
    rows = []
    for sequence in handbook:
        start = f"sequences/{sequence.id}"
        levels = [f"[{name}]({start}/level/{id_}/index.md)" for id_, name in zip(LEVELS, LEVEL_NAMES, strict=True)]
        rows.append([f"[{sequence.name}]({start}/index.md)", "、".join(levels)])
    return "# 首页\n\n" + table(["序列", "级别"], rows)


def index(handbook: list[Sequence]) -> str:
    """Every indicator in one table."""
    rows = (
        [each.code, each.text, f"{sequence.name}，{competency.name}，{level}"]
        for sequence in handbook
        for competency in sequence.competencies
        for level, cell in zip(LEVEL_NAMES, competency.cells, strict=True)
        for each in cell.indicators
    )
    return "# 行为指标\n\n" + table(["编号", "行为指标", "所在"], rows)


def overview(sequence: Sequence) -> str:
    """The ladder of levels and the tree of competencies."""
    levels = zip(LEVELS, LEVEL_NAMES, sequence.expectations, strict=True)
    parts = [f"# {sequence.name}\n\n## 级别\n\n"]
    parts.append(bullets(f"[{name}](level/{id_}/index.md)：{asked}" for id_, name, asked in levels))
    for _, name, members in sequence.groups:
        parts.append(f"## {name}\n\n")
        parts.append(bullets(f"[{each.name}](competency/{each.id}/index.md)：{each.definition}" for each in members))
    return "".join(parts)


def level_page(sequence: Sequence, level: int) -> str:
    """All that applies at a level, inherited demands with the level they come from."""
    parts = [f"# {sequence.name}：{LEVEL_NAMES[level]}\n\n{sequence.expectations[level]}\n\n"]
    for _, name, members in sequence.groups:
        parts.append(f"## {name}\n\n")
        for competency in members:
            summary = competency.cells[level].summary
            parts.append(f"### {competency.name} {{#{competency.code}}}\n\n{summary}\n\n")
            parts.append(bullets(applying_line(at, each, level) for at, each in competency.applying(level)))
    return "".join(parts)


def applying_line(at: int, indicator: Indicator, level: int) -> str:
    """An indicator, and where it comes from."""
    origin = f"由{indicator.raises}提高而来" if indicator.raises else ""
    return f"{indicator.text} `{indicator.code}` " + (origin if at == level else f"沿用{LEVEL_NAMES[at]}")


def competency_page(sequence: Sequence, competency: Competency) -> str:
    """All levels of a competency; here the indicators have their anchors."""
    parts = [f"# {sequence.name}：{competency.name}\n\n{competency.definition}\n\n"]
    for id_, name, cell in zip(LEVELS, LEVEL_NAMES, competency.cells, strict=True):
        parts.append(f"## {name} {{#{id_}}}\n\n{cell.summary}\n\n")
        parts.append(bullets(f"{each.text} `{each.code}` {{: #{each.code} }}" for each in cell.indicators))
    return "".join(parts)


def matrix(sequence: Sequence) -> str:
    """Competencies × levels."""
    parts = [f"# {sequence.name}：能力矩阵\n\n"]
    for _, name, members in sequence.groups:
        parts.append(f"## {name}\n\n")
        parts.append(table(["能力项", *LEVEL_NAMES], (matrix_row(each) for each in members)))
    return "".join(parts)


def matrix_row(competency: Competency) -> Iterator[str]:
    """A competency's summaries with their indicators."""
    yield f"[{competency.name}](../competency/{competency.id}/index.md)"
    for cell in competency.cells:
        yield "<br>".join([cell.summary, *(f"{each.text} {each.code}" for each in cell.indicators)])


def comparison(sequence: Sequence, low: int, high: int) -> str:
    """What changes between two levels, competency by competency."""
    parts = [f"# {sequence.name}：{LEVEL_NAMES[low]}到{LEVEL_NAMES[high]}\n\n"]
    for _, name, members in sequence.groups:
        parts.append(f"## {name}\n\n")
        for competency in members:
            parts.append(f"### {competency.name} {{#{competency.code}}}\n\n")
            parts.append(table(["", LEVEL_NAMES[low], LEVEL_NAMES[high]], changes(competency, low, high)))
    return "".join(parts)


def changes(competency: Competency, low: int, high: int) -> Iterator[list[str]]:
    """The summary, then each demand before and after."""
    yield ["概述", competency.cells[low].summary, competency.cells[high].summary]
    before = {each.code: each for _, each in competency.applying(low)}
    origin = origins(competency)
    for _, each in competency.applying(high):
        source = next((before[code] for code in origin[each.code] if code in before), None)
        if source is None:
            yield ["新增", "", f"{each.text} {each.code}"]
        else:
            mark = "不变" if source.code == each.code else "提高"
            yield [mark, f"{source.text} {source.code}", f"{each.text} {each.code}"]


def origins(competency: Competency) -> dict[str, list[str]]:
    """Each indicator's code, followed by those it raises, directly and through others."""
    found: dict[str, list[str]] = {}
    for cell in competency.cells:
        for each in cell.indicators:
            found[each.code] = [each.code, *found.get(each.raises, [])]
    return found

"""A handbook of one competency, as bytes of files, for tests that say only what its levels ask."""

from collections.abc import Sequence
from typing import Any

from levelbook.load import load_files
from levelbook.model.handbook import Handbook

COMPETENCY = "sequences/key/competencies/listening.yml"
LEVELS = ("low", "mid", "top")


def files(competency: str, language: str = "zh", cumulative: str = "no", more: str = "") -> dict[str, Any]:
    """The files of a handbook with this competency file."""
    levels = ", ".join(
        f"{{id: {level}, name: {name}}}" for level, name in zip(LEVELS, ("初级", "中级", "高级"), strict=True)
    )
    head = f"code: KEY\nname: 客户\ncumulative: {cumulative}\nlevels: [{levels}]\n"
    head += "groups: [{id: all, name: 能力, kind: ability, competencies: [listening]}]\n" + more
    written = {
        "handbook.yml": f"name: 手册\nlanguage: {language}\nfamilies: [{{id: all, name: 全部, sequences: [key]}}]\n",
        "sequences/key/sequence.yml": head,
        COMPETENCY: competency,
    }
    return {path: text.encode() for path, text in written.items()}


def competency(**texts: Sequence[str]) -> str:
    """A competency file whose levels have these items, each as YAML in braces or as a plain text."""
    lines = ["code: LIS", "name: 倾听", "levels:"]
    for level in LEVELS:
        items = texts.get(level, ())
        lines += [f"  {level}:", *(["    indicators:"] if items else ["    not_required: 不要求。"])]
        lines += [f"      - {item}" for item in items]
    return "\n".join(lines) + "\n"


def loaded(read: dict[str, Any]) -> Handbook:
    """The handbook; a test whose files are wrong stops here."""
    result = load_files(read)
    assert result.handbook, result.problems
    return result.handbook

"""The handbook does not call its own words the source's, and shows nobody the lines of its editors' copies."""

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from levelbook.assessment import scale_origin
from levelbook.catalogue import Catalogue
from levelbook.model.handbook import Handbook
from levelbook.model.note_kinds import Kind
from levelbook.site.context import Context
from tests.site_build import ROOT

FILES = sorted((ROOT / "rubric_data").rglob("*.yml"))
CLAIMS = re.compile(r"照录|照抄|照来源|照写")
"""Words that call a text of ours the source's own."""
COPY = re.compile(r"0\d\d [\d–，、+]+|第\d+行重复")
"""A place in our copies: 002 1–82."""
WARNED = {
    *("LKA-REL-15", "LKA-REL-06", "TAM-INT-11", "TAM-INT-12", "TXM-CPR-08", "TXM-CPR-10", "TAM-MKT-13", "SDI-INF-06"),
    *("SPO-LOY", "MSW-CHA", "MSW-AGE", "MSW-SEX", "SDL-INT"),
}
"""Overtime, private life, bribery, trade secrets, age, sex: what must not be asked without counsel."""
TOLERANCE = re.compile(r"(?<!即使)(会沮丧|有时(抱怨|流露)|偶尔|缺少|缺乏|有些回避).*但")
"""A weakness that is put up with, said as if it were asked for."""
OURS = "由手册确定"
OWN = {("telecom-account-manager", "score-0-6"), ("tencent-market", "fit-4")}
"""Standards whose own source has a scale: all others are rated by one that was added."""


def test_no_text_of_ours_is_called_the_sources_own() -> None:
    found = [f"{path.name}:{line}: {text}" for path, line, _, text in _texts() if CLAIMS.search(text)]
    assert found == []


def test_lines_of_our_copies_stand_where_nobody_is_shown_them() -> None:
    found = [
        f"{path.name}:{line}: {key}: {text}"
        for path, line, key, text in _texts()
        if key not in ("in_copy", "files") and COPY.search(text)
    ]
    assert found == []


def test_the_handbook_tells_its_readers_that_it_is_reworded(handbook: Handbook) -> None:
    assert handbook.head.reworded
    assert "自己的话" in (handbook.head.description or "")


def test_what_touches_the_law_warns(handbook: Handbook) -> None:
    warned = {
        code
        for sequence in handbook.sequences.values()
        for one in sequence.competencies.values()
        for note in one.notes
        if note.kind is Kind.CAUTION
        for code in (note.about or [f"{sequence.code}-{one.code}"])
    }
    assert warned >= WARNED


def test_no_tolerance_is_rated_best_when_it_is_always_so(handbook: Handbook) -> None:
    competencies = [one for sequence in handbook.sequences.values() for one in sequence.competencies.values()]
    found = [one.code for each in competencies for one in each.every_live() if TOLERANCE.search(one.text)]
    assert found == []


def test_every_standard_says_which_scale_was_added_to_it(handbook: Handbook) -> None:
    ctx = Context(handbook, Catalogue("zh"))
    own = set()
    for sequence in handbook.sequences.values():
        for scale in handbook.scales.values():
            said = scale_origin.origin(ctx, sequence, scale)
            assert OURS in said, (sequence.id, scale.id)
            if "”出自这份标准的来源" in said:
                own.add((sequence.id, scale.id))
    assert own == OWN


def _texts() -> Iterator[tuple[Path, int, str, str]]:
    """Every value with its file, line and key."""
    for path in FILES:
        yield from ((path, *one) for one in _in(yaml.compose(path.read_text(encoding="utf-8")), ""))


def _in(node: yaml.Node | None, key: str) -> Iterator[tuple[int, str, str]]:
    if isinstance(node, yaml.ScalarNode):
        yield node.start_mark.line + 1, key, node.value
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _in(item, key)
    elif isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            yield from _in(value, name.value)

"""The Python guide: its code runs as it stands, in both languages, and what it calls public is there."""

import inspect
import re
import subprocess
import sys
from pathlib import Path

import pytest

import levelbook
from levelbook.build import RenderedPage
from levelbook.model.scale import Scale
from tests.docs.test_guides import ROOT

GUIDES = ("docs/guide/python/index.md", "docs/en/guide/python/index.md")
_CODE = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("guide", GUIDES)
def test_its_code_runs(guide: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    names: dict[str, object] = {}
    for code in _CODE.findall((ROOT / guide).read_text(encoding="utf-8")):
        exec(compile(code, guide, "exec"), names)
    assert "TAM-ACH-06 telecom-account-manager achievement-orientation intermediate " in capsys.readouterr().out
    assert isinstance(names["pages"], dict)
    assert "" in names["pages"]


@pytest.mark.parametrize("guide", GUIDES)
def test_what_it_calls_public_is_there(guide: str) -> None:
    text = (ROOT / guide).read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`.*?) \|", text.partition("{#public}")[2], re.MULTILINE)
    assert len(rows) == 10
    owners = {name: getattr(levelbook, name) for name in levelbook.__all__} | {"Scale": Scale, "Page": RenderedPage}
    for row in rows:
        owner = ""
        for name in re.findall(r"`([^`]+)`", row):
            thing, _, attribute = name.partition("(")[0].rpartition(".")
            owner = thing or owner
            if owner.startswith("levelbook"):
                assert attribute in levelbook.__all__ or name == "levelbook.load.load(Path)", name
                continue
            known = {*dir(owners[owner]), *getattr(owners[owner], "__annotations__", ())}
            made = inspect.getsource(owners[owner])
            assert attribute in known or f"self.{attribute}" in made or f"{attribute}:" in made, name


def test_both_languages_have_the_same_code() -> None:
    zh, en = (_CODE.findall((ROOT / guide).read_text(encoding="utf-8")) for guide in GUIDES)
    same = [re.sub(r'  #.*|"(?:zh|en)"', "", code) for code in zh]
    assert same == [re.sub(r'  #.*|"(?:zh|en)"', "", code) for code in en]


def test_every_public_name_can_be_imported() -> None:
    for name in levelbook.__all__:
        assert getattr(levelbook, name)
    with pytest.raises(AttributeError):
        _ = levelbook.nothing


def test_importing_it_loads_nothing() -> None:
    code = "import sys, levelbook; print([name for name in sys.modules if name.startswith('levelbook.')])"
    run = subprocess.run([sys.executable, "-c", code], cwd=Path(ROOT), capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"

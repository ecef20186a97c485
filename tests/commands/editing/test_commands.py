"""The commands around their cores: asking, writing together, taking back, and what is never touched."""

import json
import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

from levelbook.commands.cli import main
from levelbook.load import load
from levelbook.loading.edit import together
from tests.commands.editing.test_cases import everything, lay_out

MOVE = ("move", "SAL-LIS-02", "middle")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    lay_out(tmp_path / "rubric_data")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "rubric_data"


def test_without_a_terminal_nothing_is_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = everything(folder)
    assert main(MOVE) == 3
    out, err = capsys.readouterr()
    assert "+    - {id: SAL-LIS-02" in out and "\x1b" not in out
    assert err == "会写1个文件，还没有写。要写，加 --yes。\n"
    assert everything(folder) == before
    assert not (folder.parent / ".levelbook").exists()


def test_a_dry_run_is_no_failure(folder: Path) -> None:
    before = everything(folder)
    assert main([*MOVE, "--dry-run"]) == 0
    assert everything(folder) == before


def test_what_is_so_already_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["move", "SAL-LIS-02", "junior"]) == 0
    assert capsys.readouterr().err == "已经是这样了，没有要改的。\n"


def test_it_says_what_it_means_to_whom(capsys: pytest.CaptureFixture[str]) -> None:
    main(["move", "SAL-LIS-03", "junior"])
    assert "要求更多" in capsys.readouterr().out


@pytest.mark.parametrize(("answer", "written"), [("y", True), ("n", False), ("", False), ("是", True)])
def test_at_a_terminal_it_asks(folder: Path, answer: str, written: bool) -> None:
    before = everything(folder)
    said = _at_a_terminal([*MOVE], answer, {})
    assert "写1个文件（listening.yml）？" in said
    assert "\x1b[31m-" in said and "\x1b[32m+" in said
    assert (everything(folder) != before) is written
    assert ("反悔：levelbook undo" if written else "没有改动。") in said


def test_no_color_is_respected() -> None:
    assert "\x1b[" not in _at_a_terminal([*MOVE], "n", {"NO_COLOR": "1"})


def _at_a_terminal(command: list[str], answer: str, environ: dict[str, str]) -> str:
    """What is said at a terminal at which somebody answers."""
    ours, theirs = pty.openpty()
    known = {**os.environ, "TERM": "xterm", "PYTHONIOENCODING": "utf-8", **environ}
    process = subprocess.Popen(
        [sys.executable, "-m", "levelbook", *command], stdin=theirs, stdout=theirs, stderr=theirs, env=known
    )
    os.close(theirs)
    said = b""
    while process.poll() is None or select.select([ours], [], [], 0)[0]:
        if select.select([ours], [], [], 0.1)[0]:
            try:
                piece = os.read(ours, 4096)
            except OSError:
                break
            said += piece
            if "›".encode() in piece:
                os.write(ours, f"{answer}\n".encode())
    process.wait()
    os.close(ours)
    return said.decode("utf-8")


def test_a_file_that_changed_meanwhile_is_left_alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from levelbook.commands.editing import command

    real = command.move

    def slow(*given: object) -> object:
        outcome = real(*given)  # type: ignore[arg-type]
        (folder / "sequences/sales/competencies/listening.yml").write_bytes(b"code: LIS\n")
        return outcome

    monkeypatch.setattr(command, "move", slow)
    assert main([*MOVE, "--yes"]) == 2
    assert (folder / "sequences/sales/competencies/listening.yml").read_bytes() == b"code: LIS\n"


def test_all_are_written_or_none(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = everything(folder)
    real = Path.replace
    count = iter(range(100))

    def failing(path: Path, target: Path) -> Path:
        if path.name.startswith(".levelbook-") and target.suffix == ".yml" and next(count) == 3:
            raise OSError("no space left")
        return real(path, target)

    monkeypatch.setattr(Path, "replace", failing)
    assert main(["move", "SAL.senior", "SAL.expert", "--yes"]) == 2
    monkeypatch.undo()
    assert everything(folder) == before
    assert list((folder.parent / ".levelbook/undo").iterdir()) == []


def test_what_died_half_way_is_taken_back(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As after a power cut: some files are new, some old, and the entry is there."""
    before = everything(folder)
    real = Path.replace
    count = iter(range(100))

    class Died(BaseException):
        pass

    def dying(path: Path, target: Path) -> Path:
        if target.suffix == ".yml" and next(count) >= 3:
            raise Died
        return real(path, target)

    monkeypatch.setattr(Path, "replace", dying)
    monkeypatch.setattr(together, "put_back", lambda *given: (_ for _ in ()).throw(Died()))
    with pytest.raises(Died):
        main(["move", "SAL.senior", "SAL.expert", "--yes"])
    monkeypatch.undo()
    monkeypatch.chdir(folder.parent)
    assert everything(folder) != before
    assert main(["undo", "--yes"]) == 0
    assert everything(folder) == before


def test_undo_takes_back_the_newest_first_and_byte_for_byte(folder: Path) -> None:
    states = [everything(folder)]
    for command in (MOVE, ("move", "sales", "selling"), ("move", "SAL.basic", "SAL.core")):
        assert main([*command, "--yes"]) == 0
        states.append(everything(folder))
    for state in states[-2::-1]:
        assert main(["undo", "--yes"]) == 0
        assert everything(folder) == state
    assert not (folder / "sequences/selling").exists()


def test_undo_refuses_what_was_changed_since(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*MOVE, "--yes"]) == 0
    path = folder / "sequences/sales/competencies/listening.yml"
    path.write_bytes(path.read_bytes() + b"# more\n")
    capsys.readouterr()
    assert main(["undo", "--yes"]) == 1
    assert "rubric_data/sequences/sales/competencies/listening.yml 在那以后又改过" in capsys.readouterr().err
    assert path.read_bytes().endswith(b"# more\n")


def test_codes_that_were_given_stay_given(folder: Path) -> None:
    command = ["split", "SAL-LIS-03", "--into", "甲。", "乙。", "--why", "分开。", "--yes"]
    assert main(command) == 0
    assert main(["undo", "--yes"]) == 0
    ledger = (folder / "ledger.yml").read_text(encoding="utf-8")
    assert "SAL-LIS-08: {new: " in ledger and ", undone: yes}" in ledger
    assert load(folder).errors == []
    assert main(command) == 0
    listening = (folder / "sequences/sales/competencies/listening.yml").read_text(encoding="utf-8")
    assert "SAL-LIS-10" in listening and "SAL-LIS-08" not in listening


def test_there_may_be_nothing_to_take_back(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["undo"]) == 0
    assert capsys.readouterr().err == "没有可以改回去的。\n"


@pytest.mark.parametrize(
    "spoilt",
    [
        "{",
        "[]",
        '{"folder": "rubric_data"}',
        '{"folder": "rubric_data", "format": 1, "command": "x", "given": [], "files": [{"path": "../../x.yml", '
        '"before": "", "after": null}]}',
        '{"folder": "rubric_data", "format": 1, "command": "x", "given": [], "files": [{"path": "/etc/passwd", '
        '"before": "", "after": null}]}',
    ],
)
def test_an_entry_is_not_believed(folder: Path, spoilt: str, capsys: pytest.CaptureFixture[str]) -> None:
    (folder.parent / ".levelbook/undo").mkdir(parents=True)
    (folder.parent / ".levelbook/undo/1.json").write_text(spoilt, encoding="utf-8")
    before = everything(folder)
    assert main(["undo", "--yes"]) == 2
    assert "1.json 读不了" in capsys.readouterr().err
    assert everything(folder) == before


def test_two_folders_beside_each_other_have_their_own_way_back(folder: Path) -> None:
    lay_out(folder.parent / "other")
    before = everything(folder)
    assert main([*MOVE, "--yes"]) == 0
    assert main([*MOVE, "--folder", "other", "--yes"]) == 0
    assert main(["undo", "--yes", "--folder", "rubric_data"]) == 0
    assert everything(folder) == before
    assert main(["undo", "--yes", "--folder", "rubric_data"]) == 0
    assert [one.name for one in (folder.parent / ".levelbook/undo").iterdir()] == ["2.json"]


def test_entries_hold_the_bytes_and_nobody_else_reads_them(folder: Path) -> None:
    assert main([*MOVE, "--yes"]) == 0
    [entry] = (folder.parent / ".levelbook/undo").iterdir()
    assert entry.stat().st_mode & 0o077 == 0
    record = json.loads(entry.read_text(encoding="utf-8"))
    assert record["command"] == "move SAL-LIS-02 middle"
    assert [file["path"] for file in record["files"]] == ["sequences/sales/competencies/listening.yml"]


def test_errors_that_were_there_come_first(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder / "sequences/office/competencies/tables.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("name: 表格", "nmae: 表格"), encoding="utf-8")
    before = everything(folder)
    assert main([*MOVE, "--yes"]) == 1
    said = capsys.readouterr()
    assert "tables.yml:2:1: 错误" in said.out and "先改好再运行" in said.err
    assert everything(folder) == before


def test_a_file_renamed_by_hand_is_followed(folder: Path) -> None:
    old, new = (folder / f"sequences/sales/competencies/{name}.yml" for name in ("listening", "hearing"))
    old.rename(new)
    assert load(folder).errors
    assert main(["move", "sales/listening", "sales/hearing", "--yes"]) == 0
    assert load(folder).errors == []


def test_permissions_and_other_files_stay(folder: Path) -> None:
    path = folder / "sequences/sales/competencies/listening.yml"
    path.chmod(0o640)
    (folder / ".hidden").write_text("x", encoding="utf-8")
    times = {one: one.stat().st_mtime_ns for one in folder.rglob("*.yml") if one != path}
    time.sleep(0.01)
    assert main([*MOVE, "--yes"]) == 0
    assert path.stat().st_mode & 0o777 == 0o640
    assert times == {one: one.stat().st_mtime_ns for one in folder.rglob("*.yml") if one != path}


def _released() -> None:
    assert main(["release", "1.1.0", "--date", "2026-11-30", "--yes"]) == 0


def test_what_was_deleted_is_put_back_where_it_stood(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _released()
    path = folder / "sequences/sales/competencies/listening.yml"
    text = path.read_bytes().decode("utf-8")
    path.write_bytes(text.replace("      - {id: SAL-LIS-02, text: '记下要点。', see: [talking]}\n", "").encode("utf-8"))
    capsys.readouterr()
    assert main(["retire", "SAL-LIS-02", "--why", "不再要求。", "--yes"]) == 0
    assert "SAL-LIS-02 不见了，先按上一次发布的文字放回去：记下要点。" in capsys.readouterr().out
    after = path.read_bytes().decode("utf-8")
    assert (
        after.index("SAL-LIS-01")
        < after.index("- id: SAL-LIS-02\n        text: 记下要点。")
        < after.index("SAL-LIS-07")
    )
    assert "retired: {why: 不再要求。}" in after


def test_what_was_deleted_is_put_back_with_all_that_it_said(folder: Path) -> None:
    head, path = folder / "handbook.yml", folder / "sequences/sales/competencies/listening.yml"
    head.write_bytes(head.read_bytes() + b"translations: [en]\n")
    text = path.read_bytes().decode("utf-8")
    old = "      - {id: SAL-LIS-02, text: '记下要点。', see: [talking]}\n"
    said = (
        "text: 记下, text_en: Notes down,"
        " items: [{id: a, text: 要点, text_en: main points}, {id: b, text: 疑问, text_en: doubts}],"
        " name: 记, depth: 熟悉, depth_en: familiar, negative: true"
    )
    path.write_bytes(text.replace(old, f"      - {{id: SAL-LIS-02, {said}}}\n").encode("utf-8"))
    _released()
    released = load(folder).handbook.sequences["sales"].competencies["listening"]
    path.write_bytes(text.replace(old, "").encode("utf-8"))
    assert main(["retire", "SAL-LIS-02", "--why", "不再要求。", "--yes"]) == 0
    back = load(folder).handbook.sequences["sales"].competencies["listening"]
    before, after = (
        next(one for cell in whole.levels.values() for one in cell.every_indicator if one.code == "SAL-LIS-02")
        for whole in (released, back)
    )
    assert after.retired and after.model_dump() | {"retired": None} == before.model_dump()
    assert (after.twins, [item.twins for item in after.every_item]) == (
        before.twins,
        [item.twins for item in before.every_item],
    )


def test_what_no_release_has_kept_is_not_put_back(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder / "sequences/sales/competencies/market.yml"
    text = path.read_bytes().decode("utf-8")
    path.write_bytes(text.replace("  - id: SAL-MAR-01\n    text: 讲得出三个市场。\n", "").encode("utf-8"))
    assert main(["retire", "SAL-MAR-01", "--why", "不再要求。", "--yes"]) == 1
    assert "放不回去" in capsys.readouterr().out


@pytest.mark.parametrize("what", ["sales/talking", "SAL-TAL"])
def test_a_file_that_was_deleted_is_not_made_up(folder: Path, what: str, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "sequences/sales/competencies/talking.yml").unlink()
    before = everything(folder)
    assert main(["retire", what, "--why", "不再要求。", "--yes"]) == 1
    assert "放不回去" in capsys.readouterr().out
    assert main(["move", "sales/talking", "sales/speaking", "--yes"]) == 1
    assert everything(folder) == before

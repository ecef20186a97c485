"""The ledger: every code ever given stands in it, whatever people do to the files and to the ledger itself."""

from collections.abc import Callable
from pathlib import Path

import pytest

from levelbook.catalogue import Catalogue
from levelbook.commands.ids import ledger_file
from levelbook.commands.ids.command import write_ids
from levelbook.commands.ids.outcome import IdsOutcome, ids_outcome
from levelbook.commands.result import CommandResult, ExitStatus
from levelbook.load import load_files
from levelbook.model.ledger import CodeLedger, mark_of

BASE = Path(__file__).parents[1] / "golden" / "base"
LISTENING = "sequences/key-account/competencies/listening.yml"
NEGOTIATION = "sequences/shared/competencies/negotiation.yml"
LAST = "      - id: KEY-LIS-03\n        text: 听出没有说的话。\n        raises: [KEY-LIS-01]\n"
NEW = "      - text: 完全另一件事。\n"
Files = dict[str, bytes]


@pytest.fixture
def files() -> Files:
    return {path.relative_to(BASE).as_posix(): path.read_bytes() for path in sorted(BASE.rglob("*.yml"))}


def change(files: Files, path: str, old: str, new: str) -> None:
    text = files[path].decode()
    assert old in text, (path, old)
    files[path] = text.replace(old, new).encode()


def run(files: Files) -> IdsOutcome:
    """Gives codes and keeps what was written."""
    outcome = ids_outcome(files)
    files |= outcome.files
    return outcome


def codes(outcome: IdsOutcome) -> list[str]:
    return [one.code for one in outcome.assigned]


def told(files: Files) -> list[str]:
    return [one.code for one in load_files(files).problems]


def ledger(files: Files) -> CodeLedger:
    sheet = load_files(files).folder.ledger
    assert sheet and sheet.value
    return sheet.value


def test_a_new_sentence_does_not_get_the_number_of_one_that_was_deleted(files: Files) -> None:
    change(files, LISTENING, LAST, NEW)
    outcome = run(files)
    assert codes(outcome) == []
    assert [one.variant for one in outcome.on_hold] == ["unmarked"]
    assert outcome.files == {}
    change(files, LISTENING, NEW, LAST.replace("raises: [KEY-LIS-01]", "retired: {why: 不再要求}") + NEW)
    assert codes(run(files)) == ["KEY-LIS-04"]
    assert told(files) == []
    assert f"  KEY-LIS-04: {{new: {mark_of('完全另一件事。')}}}\n" in files["ledger.yml"].decode()


def test_other_files_get_their_codes_meanwhile(files: Files) -> None:
    change(files, LISTENING, LAST, NEW)
    change(files, NEGOTIATION, "  senior:", "      - 问清对方的底线。\n  senior:")
    assert codes(run(files)) == ["SHA-NEG-02"]


def test_a_line_that_was_lost_is_written_back_where_the_ledger_knows_the_words(files: Files) -> None:
    change(files, LISTENING, LAST, LAST + NEW)
    assert codes(run(files)) == ["KEY-LIS-04"]
    change(files, LISTENING, "id: KEY-LIS-04\n        text", "text")
    assert codes(run(files)) == ["KEY-LIS-04"]
    assert told(files) == []


def test_a_deleted_number_stays_spent_where_nothing_waits_at_first(files: Files) -> None:
    change(files, LISTENING, LAST, "      - id: KEY-LIS-02\n        text: 记下要点。\n")
    change(files, LISTENING, "      - id: KEY-LIS-02\n        text: 记下要点。\n  senior", "  senior")
    assert run(files).files == {}
    assert "KEY-LIS-03" in ledger(files).known
    assert told(files) == ["code-gone"]


def test_the_code_of_a_deleted_competency_is_not_given_again(files: Files) -> None:
    del files["sequences/key-account/competencies/industry.yml"]
    change(files, "sequences/key-account/sequence.yml", "[industry]", "[industries]")
    files["sequences/key-account/competencies/industries.yml"] = "name: 各行业\nblank: 来源未写\n".encode()
    assert codes(run(files)) == ["IN2"]
    assert told(files).count("code-gone") == 1


def test_a_retired_one_keeps_its_number(files: Files) -> None:
    retired = LAST.replace("raises: [KEY-LIS-01]", "retired: {why: 不再要求}")
    change(files, LISTENING, LAST, retired + NEW)
    assert codes(run(files)) == ["KEY-LIS-04"]
    assert told(files) == []


def test_a_file_renamed_by_hand_keeps_its_codes_and_the_ledger_waits_for_move(files: Files) -> None:
    files["sequences/key-account/competencies/hearing.yml"] = files.pop(LISTENING)
    for path in ("sequence.yml", "weights.yml", "actions.yml", "calibration.yml"):
        path = f"sequences/key-account/{path}"
        files[path] = files[path].replace(b"listening", b"hearing")
    change(files, "sequences/key-account/competencies/hearing.yml", LAST, LAST + NEW)
    assert codes(run(files)) == ["KEY-LIS-04"]
    assert told(files) == ["path-gone"]
    paths = ledger(files).paths
    assert "key-account/hearing" not in paths
    files["ledger.yml"] += b"  key-account/hearing: KEY-LIS\n"
    assert told(files) == []
    assert codes(run(files)) == []
    assert {*ledger(files).paths} == {*paths, "key-account/hearing"}


def test_a_moved_sentence_keeps_its_code_and_the_next_one_gets_another(files: Files) -> None:
    change(files, LISTENING, LAST, "      - 别的话。\n")
    change(files, NEGOTIATION, "  senior:", LAST.replace("        raises: [KEY-LIS-01]\n", "") + "  senior:")
    assert codes(run(files)) == ["KEY-LIS-04"]
    assert told(files) == []


BROKEN = [
    ("sequences/key-account/positions/key-manager.yml", b"name: [\n", ["KEY-LIS-04"]),
    ("sequences/key-account/weights.yml", b"total: x\n", ["KEY-LIS-04"]),
    (NEGOTIATION, b"code: NEG\nnmae: x\n", []),
    ("sequences/shared/sequence.yml", b"code: SHA\n", []),
    ("ledger.yml", b"codes: {KEY: x}\n", []),
    ("ledger.yml", b"codes:\n\tKEY: 1.0.0\n", []),
]


@pytest.mark.parametrize(("path", "data", "given"), BROKEN)
def test_codes_wait_only_for_files_that_hold_codes(files: Files, path: str, data: bytes, given: list[str]) -> None:
    change(files, LISTENING, LAST, LAST + NEW)
    files[path] = data
    outcome = run(files)
    assert codes(outcome) == given
    assert bool(outcome.blockers) is not bool(given)
    assert outcome.ledger_unreadable is (path == "ledger.yml")


WRONG: list[Callable[[Files], None]] = [
    lambda files: change(files, LISTENING, "code: LIS", "code: LIT"),
    lambda files: change(files, LISTENING, "code: LIS\n", ""),
    lambda files: change(files, "sequences/key-account/sequence.yml", "code: KEY", "code: KEN"),
    lambda files: change(files, LISTENING, "id: KEY-LIS-02", "id: KEY-LIS-09"),
    lambda files: files.update({LISTENING.replace("listening", "copy"): files[LISTENING]}),
]


@pytest.mark.parametrize("harm", WRONG)
def test_nothing_is_given_while_codes_are_not_what_they_were(files: Files, harm: Callable[[Files], None]) -> None:
    change(files, NEGOTIATION, "  senior:", "      - 问清对方的底线。\n  senior:")
    harm(files)
    outcome = run(files)
    assert outcome.blockers
    assert outcome.files == {}


def test_a_number_written_another_way_is_not_recorded_for_ever(files: Files) -> None:
    change(files, LISTENING, LAST, LAST + LAST.replace("KEY-LIS-03", "KEY-LIS-003").replace("没有", "没"))
    assert told(files) == ["code-clash"]
    outcome = run(files)
    assert [(one.code, one.variant) for one in outcome.blockers] == [("code-clash", "number")]
    assert outcome.files == {}


def test_two_ways_that_were_published_both_stay(files: Files) -> None:
    change(files, LISTENING, LAST, LAST + LAST.replace("KEY-LIS-03", "KEY-LIS-003").replace("没有", "没"))
    change(files, "ledger.yml", "  KEY-LIS-03: 1.0.0\n", "  KEY-LIS-003: 1.0.0\n  KEY-LIS-03: 1.0.0\n")
    assert told(files) == []


def test_a_missing_ledger_is_begun_from_what_is_there(files: Files) -> None:
    before = ledger(files)
    del files["ledger.yml"]
    change(files, LISTENING, LAST, LAST + NEW)
    outcome = run(files)
    assert codes(outcome) == ["KEY-LIS-04"]
    now = ledger(files)
    assert set(now.known) == {*before.known, "KEY-LIS-04"}
    assert {str(now.known[code]) for code in before.known} == {"unknown"}
    assert told(files) == []


def test_a_handbook_never_released_has_codes_that_are_all_new(files: Files) -> None:
    del files["ledger.yml"], files["releases.yml"]
    run(files)
    text = files["ledger.yml"].decode()
    assert "unknown" not in text
    assert f"  KEY.junior: {{new: {mark_of('初级')}}}\n" in text


def test_the_older_form_is_written_anew(files: Files) -> None:
    files["ledger.yml"] = b"published: {KEY-LIS-09: 1.0.0, KEY: 1.0.0}\n"
    change(files, LISTENING, LAST, LAST.replace("03", "09") + NEW)
    assert codes(run(files)) == ["KEY-LIS-10"]
    text = files["ledger.yml"].decode()
    assert "published" not in text
    assert "  KEY-LIS-09: 1.0.0\n  KEY-LIS-10: {new: " in text


def test_lines_taken_out_by_hand_come_back(files: Files) -> None:
    change(files, "ledger.yml", "  KEY-LIS-03: 1.0.0\n", "")
    change(files, LISTENING, LAST, "      - id: KEY-LIS-04\n        text: 别的话。\n")
    assert set(told(files)) == {"ledger-short", "code-unrecorded"}
    run(files)
    assert ledger(files).codes["KEY-LIS-03"] == "unknown"
    assert told(files) == ["code-gone"]


def test_an_unchanged_ledger_is_left_alone_whatever_its_line_ends(files: Files) -> None:
    assert run(files).files == {}
    files["ledger.yml"] = files["ledger.yml"].replace(b"\n", b"\r\n")
    assert run(files).files == {}


def test_lines_stand_in_one_order(files: Files) -> None:
    text = files["ledger.yml"].decode()
    head, lines = text.partition("codes:\n")[0], text.partition("codes:\n")[2].partition("highest:\n")
    turned = head + "codes:\n" + "".join(reversed(lines[0].splitlines(keepends=True))) + "highest:\n" + lines[2]
    files["ledger.yml"] = turned.encode()
    run(files)
    assert files["ledger.yml"].decode() == text
    big = {f"KEY-LIS-{number:02}": "unknown" for number in (100, 99, 9, 10)} | {"KEY.a": "unknown", "KEY": "unknown"}
    told_in = [line.split(":")[0].strip() for line in ledger_file.text(ledger_file.LedgerLines(big)).splitlines()[4:]]
    assert told_in == ["KEY", "KEY-LIS-09", "KEY-LIS-10", "KEY-LIS-99", "KEY-LIS-100", "KEY.a"]


OURS, THEIRS = "先复述，再回答。", "分清事实和意见。"


@pytest.fixture
def branches(files: Files) -> tuple[Files, Files]:
    """Two branches that both gave KEY-LIS-04."""
    both = []
    for text in (OURS, THEIRS):
        branch = dict(files)
        change(branch, LISTENING, "  senior:", f"      - text: {text}\n  senior:")
        assert codes(run(branch)) == ["KEY-LIS-04"]
        both.append(branch)
    return both[0], both[1]


def merged(ours: str, theirs: str, marks: bool) -> str:
    """The two ledgers as git merges them: with marks of a conflict, or with both lines (`merge=union`)."""
    first, second = ours.splitlines(keepends=True), theirs.splitlines(keepends=True)
    lines = []
    for one, other in zip(first, second, strict=True):
        conflict = ["<<<<<<< main\n", one, "=======\n", other, ">>>>>>> spring\n"] if marks else [one, other]
        lines += [one] if one == other else conflict
    return "".join(lines)


@pytest.mark.parametrize("marks", [True, False])
def test_two_branches_that_gave_one_number(branches: tuple[Files, Files], marks: bool) -> None:
    ours, theirs = branches
    both = dict(ours)
    both["ledger.yml"] = merged(ours["ledger.yml"].decode(), theirs["ledger.yml"].decode(), marks).encode()
    change(both, LISTENING, "  senior:", f"      - id: KEY-LIS-04\n        text: {THEIRS}\n  senior:")
    assert "ledger-merge" in told(both)
    outcome = run(both)
    assert outcome.merged
    [clash] = [one for one in load_files(both).problems if one.code == "code-twice"]
    assert clash.place.line == 14, "the second branch's sentence gives way"
    change(both, LISTENING, f"id: KEY-LIS-04\n        text: {THEIRS}", f"text: {THEIRS}")
    assert codes(run(both)) == ["KEY-LIS-05"]
    assert told(both) == []
    assert f"  KEY-LIS-04: {{new: {mark_of(OURS)}}}\n" in both["ledger.yml"].decode()


def test_a_conflict_in_every_section_loses_no_line(files: Files) -> None:
    text = files["ledger.yml"].decode()
    ours = text.replace("highest:\n", "  ZZZ: unknown\nhighest:\n  KEY-ZZZ: 4\n").replace("KEY-LIS: 3", "KEY-LIS: 7")
    files["ledger.yml"] = f"<<<<<<< main\n{ours}||||||| base\n{text}=======\n{text}>>>>>>> spring\n".encode()
    run(files)
    assert ledger(files).highest["KEY-LIS"] == 7
    assert ledger(files).codes["KEY-LIS-07"] == ledger(files).codes["KEY-ZZZ-04"] == "unknown"
    assert "ZZZ" in ledger(files).codes


@pytest.fixture
def folder(tmp_path: Path, files: Files) -> Path:
    for path, data in files.items():
        (tmp_path / "data" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "data" / path).write_bytes(data)
    return tmp_path / "data"


def result_of(folder: Path, dry_run: bool = False) -> CommandResult:
    return write_ids(folder, dry_run, Catalogue("zh"))


def test_what_is_said_of_the_ledger(folder: Path) -> None:
    where = folder / "ledger.yml"
    listening = folder / LISTENING
    listening.write_text(listening.read_text(encoding="utf-8") + NEW, encoding="utf-8")
    before = where.read_bytes()
    assert result_of(folder, dry_run=True).err == (
        "要补上1个编号，涉及1个文件。文件没有改动。",
        f"{where} 要记下1个编号。",
    )
    assert where.read_bytes() == before
    assert result_of(folder).err == ("补上了1个编号，改动1个文件。", f"{where} 里记下了1个编号。")
    assert result_of(folder).err == ("没有缺少的编号。",)
    where.write_text(f"<<<<<<< a\n{where.read_text(encoding='utf-8')}=======\n>>>>>>> b\n", encoding="utf-8")
    assert result_of(folder).err == ("没有缺少的编号。", f"{where} 里两条分支的行已经并好，共25个编号。")
    where.write_text("codes:\n  KEY: 一\n", encoding="utf-8")
    assert result_of(folder).err == (
        f"{where} 读不出来，不知道哪些编号用过，所以没有补编号。请用版本库里上一版换回来，再运行一次。",
    )
    where.unlink()
    begun = result_of(folder)
    assert begun.err == ("没有缺少的编号。", f"建立了台账 {where}，记下25个编号。请把它和改动的文件一起提交。")
    assert where.stat().st_mode == (folder / "handbook.yml").stat().st_mode


def test_what_is_said_where_a_file_has_lost_a_code(folder: Path) -> None:
    listening = folder / LISTENING
    listening.write_text(listening.read_text(encoding="utf-8").replace(LAST, NEW), encoding="utf-8")
    result = result_of(folder)
    assert result.status == ExitStatus.PROBLEMS
    assert result.out[0].startswith(f"{folder}/{LISTENING}:1:7: 错误：KEY-LIS-03 不见了，而第14行的条目没有编号。")
    assert result.err[-1] == "1个文件里有编号不见了，没有补新的。请照上面说的改好，再运行一次。"


def test_a_number_that_was_taken_back_is_never_given_again(files: Files) -> None:
    spent = "  KEY-LIS-04: {new: 8f2c61d0a9e37b44, undone: yes}\n"
    change(files, "ledger.yml", "  KEY.basic", f"{spent}  KEY.basic")
    change(files, LISTENING, LAST, LAST + NEW)
    assert codes(run(files)) == ["KEY-LIS-05"]
    assert spent in files["ledger.yml"].decode()
    assert told(files) == []


def test_a_line_that_leads_on_survives_ids(files: Files) -> None:
    line = "  KEY.beginner: {since: 1.0.0, now: KEY.junior}\n"
    change(files, "ledger.yml", "  KEY.goals", f"{line}  KEY.goals")
    change(files, LISTENING, LAST, LAST + NEW)
    run(files)
    assert line in files["ledger.yml"].decode()
    assert told(files) == []

"""What a release makes of a folder: its number, its history, and what keeps it from being made."""

from pathlib import Path

import pytest

from levelbook.catalogue import Catalogue
from levelbook.commands.ids.outcome import ids_outcome
from levelbook.commands.release.outcome import ReleaseOutcome, release_outcome
from levelbook.commands.release.readiness import OlderState, ReleaseWanted
from levelbook.history.facts import facts_of
from levelbook.history.release_version import lowest_version
from levelbook.load import Loaded, load_files
from levelbook.model.handbook import Handbook
from levelbook.model.history import ChangeClass

BASE = Path(__file__).parents[1] / "golden" / "base"
LISTENING = "sequences/key-account/competencies/listening.yml"
KEY_ACCOUNT = "sequences/key-account/sequence.yml"
Files = dict[str, bytes]


@pytest.fixture
def files() -> Files:
    return {path.relative_to(BASE).as_posix(): path.read_bytes() for path in sorted(BASE.rglob("*.yml"))}


@pytest.fixture
def begun(files: Files) -> Files:
    """A handbook with a history that begins with 1.1.0."""
    released(files, "1.1.0", "2027-03-01")
    return files


def pages(handbook: Handbook, _words: Catalogue) -> dict[str, tuple[str, ...]]:
    """Pages as a handbook may have them; making the real ones takes its time, and one test does."""
    codes = [
        one.code or ""
        for sequence in handbook.sequences.values()
        for competency in sequence.competencies.values()
        for one in competency.every_live()
    ]
    return {"": (), **{f"id/{code}/": ("history",) for code in codes if code}}


def change(files: Files, path: str, old: str, new: str) -> None:
    text = files[path].decode()
    assert old in text, (path, old)
    files[path] = text.replace(old, new, 1).encode()


def released(files: Files, version: str, date: str = "2027-06-01", effective: str = "") -> ReleaseOutcome:
    """Makes a release and keeps what it writes."""
    outcome = release_outcome(files, ReleaseWanted(version, date, effective), publish=pages)
    assert not outcome.refusals, [(one.code, one.place, one.facts) for one in outcome.refusals]
    for one in outcome.files:
        assert one.before == files.get(one.path) and one.after is not None
        files[one.path] = one.after
    assert loaded(files).problems == []
    return outcome


def refused(files: Files, version: str, date: str = "2027-06-01") -> list[str]:
    outcome = release_outcome(files, ReleaseWanted(version, date), publish=pages)
    assert not outcome.files
    return [one.code for one in outcome.refusals]


def loaded(files: Files) -> Loaded:
    return load_files(files)


def handbook(files: Files) -> Handbook:
    value = loaded(files).handbook
    assert value
    return value


def draft(files: Files, lines: str = "") -> None:
    change(files, "releases.yml", "releases:\n", f"releases:\n  - version: next  # 下一版\n{lines}")


def test_the_first_release_keeps_the_content_as_it_is(files: Files) -> None:
    outcome = release_outcome(files, ReleaseWanted("1.2.0", "2027-06-01"))
    files |= {one.path: one.after or b"" for one in outcome.files}
    assert loaded(files).problems == []
    assert [one.path for one in outcome.files] == [
        "history/1.2.0.yml",
        "history/addresses.txt",
        "history/published.jsonl",
        "releases.yml",
    ]
    history = handbook(files).history
    assert history.releases == ()
    assert history.published == facts_of(handbook(files))
    assert "KEY-LIS-01" in history.addresses["sequences/key-account/level/junior/"]
    assert "" in history.addresses
    assert (
        files["releases.yml"].decode().startswith("releases:\n  - version: 1.2.0\n    date: 2027-06-01\n  - {version")
    )
    assert handbook(files).release == handbook(files).releases[0]


def test_the_release_that_people_wrote_down_can_be_the_first(files: Files) -> None:
    before = files["releases.yml"]
    outcome = released(files, "1.1.0")
    assert {one.path.partition("/")[0] for one in outcome.files} == {"history"}
    assert files["releases.yml"] == before


def test_a_first_history_can_tell_what_has_changed_since_an_older_state(files: Files) -> None:
    older = OlderState(facts_of(handbook(files)), {"gone/": ("x",)})
    change(files, LISTENING, "记下要点。", "记下要点，并当场复述。")
    draft(files, "    words: {KEY-LIS-02: {is: raises, why: 要复述}}\n")
    outcome = release_outcome(files, ReleaseWanted("2.0.0", "2027-06-01"), older, pages)
    assert not outcome.refusals
    files |= {one.path: one.after or b"" for one in outcome.files}
    history = handbook(files).history
    assert history.facts_at("1.1.0") == older.facts
    assert history.addresses["gone/"] == ("x",)
    assert [one.address for one in history.releases[0].changes] == ["KEY-LIS-02"]
    assert [
        one.code for one in release_outcome(files, ReleaseWanted("2.0.1", "2027-07-01"), older, pages).refusals
    ] == ["has-history"]


def test_the_draft_becomes_the_release_where_it_stands(begun: Files) -> None:
    change(begun, LISTENING, "让人把话说完。", "让人把话说完，不打断。")
    draft(
        begun, "    # 谁写的\n    effective: 2028-01-01\n    summary: 倾听更具体\n    words:\n      KEY-LIS-01: typo\n"
    )
    assert handbook(begun).releases[0].version == "1.1.0"
    assert handbook(begun).draft
    released(begun, "1.1.1")
    assert (
        begun["releases.yml"]
        .decode()
        .startswith(
            "releases:\n  - version: 1.1.1  # 下一版\n    date: 2027-06-01\n    # 谁写的\n    effective: 2028-01-01\n"
        )
    )
    assert handbook(begun).draft is None
    assert [one.rule for one in handbook(begun).history.releases[0].changes] == ["said"]


def test_a_draft_in_braces_becomes_the_release_too(begun: Files) -> None:
    change(begun, "releases.yml", "releases:\n", "releases:\n  - {version: next, summary: 改错字}\n")
    released(begun, "1.1.1", effective="2028-01-01")
    assert (
        begun["releases.yml"]
        .decode()
        .startswith("releases:\n  - {version: 1.1.1, date: 2027-06-01, effective: 2028-01-01, summary: 改错字}\n")
    )


def test_new_codes_get_their_first_release_and_ended_things_their_last(begun: Files) -> None:
    change(begun, LISTENING, "  senior:", "      - 复述对方的话，确认没有听错。\n  senior:")
    change(begun, LISTENING, "text: 记下要点。", "text: 记下要点。\n        retired: {why: 并入新的一条}")
    begun |= ids_outcome(begun).files
    released(begun, "2.0.0")
    assert b"  KEY-LIS-04: 2.0.0\n" in begun["ledger.yml"]
    assert "retired: {why: 并入新的一条, since: 2.0.0}" in begun[LISTENING].decode()
    assert handbook(begun).history.facts_at("1.1.0")["KEY-LIS-02"]["text"] == "记下要点。"


def test_what_was_taken_back_never_had_a_release_and_what_leads_on_keeps_its_own(begun: Files) -> None:
    change(begun, "ledger.yml", "  KEY.basic", "  KEY-LIS-04: {new: 8f2c61d0a9e37b44, undone: yes}\n  KEY.basic")
    change(begun, "ledger.yml", "  KEY.senior", "  KEY.old: {new: 0123456789abcdef, now: KEY.senior}\n  KEY.senior")
    change(begun, "ledger.yml", "KEY-LIS: 3", "KEY-LIS: 4")
    released(begun, "1.1.1")
    assert b"  KEY-LIS-04: {new: 8f2c61d0a9e37b44, undone: yes}\n" in begun["ledger.yml"]
    assert b"  KEY.old: {since: 1.1.1, now: KEY.senior}\n" in begun["ledger.yml"]


def test_every_release_before_can_be_had_again_letter_for_letter(begun: Files) -> None:
    states = {"1.1.0": facts_of(handbook(begun))}
    edits = [
        (LISTENING, "听出没有说的话。", "听出没有说的话；"),
        (KEY_ACCOUNT, "name: 高级", "name: 资深"),
        (LISTENING, "name: 倾听", "name: 听人说话"),
        ("scales.yml", "name:", "name_en: Scale\n    name:"),
    ]
    for number, edit in enumerate(edits[:3], 1):
        change(begun, *edit)
        released(begun, f"1.{number + 1}.0", f"2027-0{number + 3}-01")
        states[f"1.{number + 1}.0"] = facts_of(handbook(begun))
    history = handbook(begun).history
    assert {version: history.facts_at(version) for version in states} == states
    assert [release.version for release in history.releases] == ["1.4.0", "1.3.0", "1.2.0"]


def test_addresses_are_never_forgotten(begun: Files) -> None:
    before = handbook(begun).history.addresses
    change(begun, LISTENING, "text: 记下要点。", "text: 记下要点。\n        retired: {why: 不再要求}")
    released(begun, "1.2.0")
    after = handbook(begun).history.addresses
    assert before.keys() <= after.keys()
    assert all(set(anchors) <= set(after[page]) for page, anchors in before.items())


@pytest.mark.parametrize("word", ["", "    words:\n      KEY-LIS-01: typo\n"])
def test_a_change_that_no_rule_can_judge_waits_for_its_word(begun: Files, word: str) -> None:
    change(begun, LISTENING, "记下要点。", "当天整理成纪要。")
    draft(begun, f"    summary: 记录\n{word}")
    outcome = release_outcome(begun, ReleaseWanted("2.0.0", "2027-06-01"), publish=pages)
    [problem] = outcome.refusals
    assert (problem.code, problem.facts["key"]) == ("word-missing", "KEY-LIS-02")
    assert problem.place.line == (4 if word else 2)
    assert outcome.unused == (("KEY-LIS-01",) if word else ())


def test_a_missing_word_of_no_draft_is_not_looked_for_in_what_is_released(begun: Files) -> None:
    change(begun, "releases.yml", "version: 1.1.0", "version: 1.1.0, words: {KEY-LIS-01: typo}")
    change(begun, LISTENING, "记下要点。", "当天整理成纪要。")
    [problem] = release_outcome(begun, ReleaseWanted("2.0.0", "2027-06-01"), publish=pages).refusals
    assert (problem.code, problem.variant, problem.place.line) == ("word-missing", "word-missing-no-draft", 0)
    assert problem.message(Catalogue("zh")).startswith("“KEY-LIS-02”的改动要人判断，还没有草稿。请在 releases: 下面")


def test_a_release_asks_for_a_number_that_says_what_it_asks(begun: Files) -> None:
    change(begun, LISTENING, "  senior:", "      - {id: KEY-LIS-04, text: 复述对方的话。}\n  senior:")
    begun |= ids_outcome(begun).files
    assert refused(begun, "1.2.0") == ["too-low-raises"]
    released(begun, "2.0.0")


@pytest.mark.parametrize(
    ("before", "change_class", "lowest"),
    [
        ("1.4.2", ChangeClass.RAISES, "2.0.0"),
        ("1.4.2", ChangeClass.LOWERS, "1.5.0"),
        ("1.4.2", ChangeClass.CLARIFIES, "1.5.0"),
        ("1.4.2", ChangeClass.TYPO, "1.4.3"),
        ("0.2.7", ChangeClass.RAISES, "0.3.0"),
        ("0.2.7", ChangeClass.CLARIFIES, "0.2.8"),
        ("0.2.7", ChangeClass.TYPO, "0.2.8"),
    ],
)
def test_lowest_versions(before: str, change_class: ChangeClass, lowest: str) -> None:
    assert lowest_version(before, change_class) == lowest


def test_what_keeps_a_release_from_being_made(begun: Files) -> None:
    assert refused(begun, "1.1.0") == ["not-newer"]
    assert refused(begun, "1.0.9") == ["not-newer"]
    assert refused(begun, "1.1.1", "2027-02-28") == ["too-early"]
    without = dict(begun)
    change(without, LISTENING, "  senior:", "      - 没有编号的一条。\n  senior:")
    assert refused(without, "2.0.0") == ["code-missing", "codes-first"]
    broken = dict(begun)
    change(broken, LISTENING, "code: LIS", "code: XXX")
    assert refused(broken, "2.0.0") == ["code-changed"]
    shrunk = dict(begun)
    change(shrunk, "ledger.yml", "  KEY.year-1: 1.0.0\n", "")
    assert refused(shrunk, "2.0.0") == ["ledger-shrunk"]
    edited = dict(begun)
    change(edited, "history/published.jsonl", "让人把话说完", "让人说完")
    assert refused(edited, "2.0.0") == ["released-edited"]


def test_the_same_release_gives_the_same_bytes(files: Files) -> None:
    wanted = ReleaseWanted("1.2.0", "2027-06-01")
    first = release_outcome(files, wanted, publish=pages)
    other_order = dict(reversed(files.items()))
    assert release_outcome(other_order, wanted, publish=pages).files == first.files


def test_pages_of_the_release_itself_are_published_with_it(begun: Files) -> None:
    change(begun, KEY_ACCOUNT, "name: 高级", "name: 资深")
    told: list[str] = []

    def publish(handbook: Handbook, words: Catalogue) -> dict[str, tuple[str, ...]]:
        told.extend(release.version for release in handbook.history.releases)
        return pages(handbook, words)

    outcome = release_outcome(begun, ReleaseWanted("1.2.0", "2027-06-01"), publish=publish)
    assert not outcome.refusals
    assert told == ["1.2.0"]

"""`levelbook comment`: one comment on a pull request, updated at each run; nobody else's is touched."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from levelbook.commands.cli import main
from levelbook.commands.kit.comment import shortened
from levelbook.commands.kit.pull_request import MARK
from tests.commands.kit.code_host import CodeHost, running

PIPELINE = ("GITHUB_API_URL", "GITHUB_REPOSITORY", "GITHUB_TOKEN", "GITHUB_EVENT_PATH", "CI_MERGE_REQUEST_IID")


@pytest.fixture(params=["github", "gitea", "gitlab"])
def host(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[CodeHost]:
    """Each host, and this process as its pipeline."""
    for name in PIPELINE:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    with running(CodeHost(request.param)) as host:
        for name, value in variables(host, tmp_path).items():
            monkeypatch.setenv(name, value)
        yield host


def variables(host: CodeHost, folder: Path) -> dict[str, str]:
    """What the host tells a pipeline of pull request 7."""
    if host.name == "gitlab":
        return {
            "CI_API_V4_URL": f"{host.address}/api/v4",
            "CI_PROJECT_ID": "12",
            "CI_MERGE_REQUEST_IID": "7",
            "LEVELBOOK_TOKEN": host.token,
        }
    event = folder / "event.json"
    event.write_text(json.dumps({"pull_request": {"number": 7}}), encoding="utf-8")
    api = host.address + ("/api/v1" if host.name == "gitea" else "")
    known = {"GITHUB_API_URL": api, "GITHUB_REPOSITORY": "hr/handbook", "GITHUB_EVENT_PATH": str(event)}
    return known | {"GITHUB_TOKEN": host.token}


def comment(text: str) -> int:
    Path("diff.md").write_text(text, encoding="utf-8")
    return main(["comment", "diff.md", "--language", "en"])


def test_the_comment_is_written_once_and_then_updated(host: CodeHost, capsys: pytest.CaptureFixture[str]) -> None:
    host.said("Looks good", "li-lei")
    assert comment("first") == 0
    assert comment("second") == 0
    assert [comment["body"] for comment in host.comments] == ["Looks good", f"{MARK}\nsecond"]
    assert capsys.readouterr().err == "The comment is written.\nThe comment is updated.\n"


def test_it_is_found_behind_many_others(host: CodeHost) -> None:
    host.said(f"{MARK}\nold", host.me)
    for n in range(5):
        host.said(f"remark {n}", "li-lei")
    host.comments.reverse()
    for number, entry in enumerate(host.comments, 1):
        entry["id"] = number
    assert comment("new") == 0
    assert [entry["body"] for entry in host.comments if entry["body"].startswith(MARK)] == [f"{MARK}\nnew"]


def test_a_comment_of_somebody_else_is_left_alone(host: CodeHost) -> None:
    """Whoever quotes ours, mark and all, keeps what they wrote."""
    host.said(f"{MARK}\nI quote this and add my own", "li-lei")
    assert comment("ours") == 0
    assert [entry["body"] for entry in host.comments] == [
        f"{MARK}\nI quote this and add my own",
        f"{MARK}\nours",
    ]


def test_addresses_are_those_of_the_host(host: CodeHost) -> None:
    comment("first")
    comment("second")
    written = [asked for asked in host.asked if not asked.startswith("GET")]
    assert (
        written
        == {
            "github": ["POST /repos/hr/handbook/issues/7/comments", "PATCH /repos/hr/handbook/issues/comments/1"],
            "gitea": [
                "POST /api/v1/repos/hr/handbook/issues/7/comments",
                "PATCH /api/v1/repos/hr/handbook/issues/comments/1",
            ],
            "gitlab": [
                "POST /api/v4/projects/12/merge_requests/7/notes",
                "PUT /api/v4/projects/12/merge_requests/7/notes/1",
            ],
        }[host.name]
    )


def test_a_refusal_names_the_token(host: CodeHost, capsys: pytest.CaptureFixture[str]) -> None:
    host.refuses = 403
    name = "LEVELBOOK_TOKEN" if host.name == "gitlab" else "GITHUB_TOKEN"
    assert comment("first") == 2
    where = host.address.removeprefix("http://")
    assert capsys.readouterr().err == (
        f"{where} did not take the comment (403). Check what {name} may do: it has to read and write comments on pull"
        " requests.\n"
    )


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"GITHUB_TOKEN": ""}, "Without a token no comment can be written. Set the variable GITHUB_TOKEN."),
        ({"GITHUB_EVENT_PATH": "none"}, "This is no pipeline of a pull request"),
        ({"GITHUB_API_URL": "file:///etc"}, "is no address of http or https; nothing was sent."),
        ({"GITHUB_API_URL": "http://127.0.0.1:9"}, "127.0.0.1:9 cannot be reached: "),
    ],
)
def test_what_keeps_it_from_writing_is_told(
    changes: dict[str, str],
    sentence: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.delenv("CI_MERGE_REQUEST_IID", raising=False)
    monkeypatch.chdir(tmp_path)
    with running(CodeHost("gitea")) as host:
        for name, value in (variables(host, tmp_path) | changes).items():
            monkeypatch.setenv(name, value)
        assert comment("text") == 2
        assert sentence in capsys.readouterr().err
        assert not host.comments


def test_a_file_that_is_not_there_is_named(host: CodeHost, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["comment", "nowhere.md", "--language", "zh"]) == 2
    assert capsys.readouterr().err.startswith("nowhere.md 读不出来：")


def test_a_long_text_is_cut_between_lines_with_nothing_left_open() -> None:
    text = "<details><summary>x</summary>\n\n" + "| a | b |\n" * 500 + "\n</details>\n"
    cut = shortened(text, 1000, "(more)")
    assert len(cut) <= 1000
    assert cut.endswith("| a | b |\n\n</details>\n\n(more)\n")
    assert shortened(text, len(text), "(more)") == text

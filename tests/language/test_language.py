"""One order of wishes, the terminal's language, and what handbook.yml says of its own."""

from pathlib import Path

import pytest

from levelbook.language import language, language_of_help, language_of_messages, of_system
from levelbook.load import language_of


@pytest.mark.parametrize(
    ("wishes", "spoken"),
    [(("en", "zh"), "en"), ((None, "en"), "en"), (("fr", "en"), "en"), (("fr", None), "zh"), ((), "zh")],
)
def test_the_first_wish_that_can_be_met(wishes: tuple[str | None, ...], spoken: str) -> None:
    assert language(*wishes) == spoken


ENGLISH = {"LANG": "en_US.UTF-8"}


def test_messages_follow_the_handbook_and_help_the_terminal() -> None:
    assert language_of_messages(None, "zh", ENGLISH) == "zh"
    assert language_of_help(None, "zh", ENGLISH) == "en"
    assert language_of_messages(None, None, ENGLISH) == language_of_help(None, "en", {}) == "en"
    assert language_of_messages("zh", "en", ENGLISH) == language_of_help("zh", "en", ENGLISH) == "zh"


@pytest.mark.parametrize(
    ("environment", "spoken"),
    [
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "zh_CN.GBK"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_GB"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "de_DE@euro"}, "en"),
        ({"LANG": "C.UTF-8"}, None),
        ({"LANG": "POSIX"}, None),
        ({"LANG": "", "LC_ALL": ""}, None),
        ({}, None),
    ],
)
def test_the_language_of_a_terminal(environment: dict[str, str], spoken: str | None) -> None:
    assert of_system(environment) == spoken


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("name: A\nlanguage: en\n", "en"),
        ('language: "en"  # ours\r\n', "en"),
        ("'language': 'en'\n", "en"),
        ("name: a: b\nbogus: [\nlanguage: en\n", "en"),
        ("language: de\n", "de"),
        ("name: 手册\nwords:\n  language: en\n", "zh"),
        ("name: 手册\n", "zh"),
    ],
)
def test_the_language_of_a_handbook_whatever_else_is_wrong(text: str, spoken: str, tmp_path: Path) -> None:
    (tmp_path / "handbook.yml").write_text(text, encoding="utf-8")
    assert language_of(tmp_path) == spoken


def test_no_handbook_has_no_language(tmp_path: Path) -> None:
    assert language_of(tmp_path) is None

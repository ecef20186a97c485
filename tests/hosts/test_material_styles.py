"""What stays of a style sheet for pages of some words."""

import pytest

from levelbook.hosts.material_styles import trimmed, words_of


@pytest.mark.parametrize(
    ("sheet", "words", "kept"),
    [
        (".a{x:1}.b{x:2}", "a", ".a{x:1}"),
        (".a,.b{x:1}", "b", ".b{x:1}"),
        ("p,.b{x:1}", "", "p{x:1}"),
        (".a .b{x:1}", "a", ""),
        (".a:not(.b){x:1}", "a", ".a:not(.b){x:1}"),
        ('[data-x=y]{x:1}[data-x="z"]{x:2}', "y", "[data-x=y]{x:1}"),
        ("@media print{.a{x:1}.b{x:2}}@media screen{.b{x:3}}", "a", "@media print{.a{x:1}}"),
        (".a--{{ n }}", "", ""),
        (".a--big{x:1}", "a--{{ size }}", ".a--big{x:1}"),
        ('/* .a{} */.a{x:url("}")}', "a", '.a{x:url("}")}'),
        (":root{--u:1;--v:2}.a{x:var(--u)}", "a", ":root{--u:1}.a{x:var(--u)}"),
        (".a--u:hover{x:1}", "a--u", ".a--u:hover{x:1}"),
    ],
)
def test_rules_stay_where_all_they_ask_for_can_stand(sheet: str, words: str, kept: str) -> None:
    assert trimmed(sheet, words_of(words), "") == kept


def test_values_that_other_sheets_use_stay() -> None:
    assert trimmed(":root{--u:1;--v:2}", frozenset(), ".x{y:var(--v)}") == ":root{--v:2}"

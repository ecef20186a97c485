"""What stays of a style sheet for pages of some templates and scripts."""

import pytest

from levelbook.hosts import theme
from levelbook.hosts.material_styles import SiteChoices, handbook_style, trimmed
from levelbook.hosts.page_words import PageWords, page_words

FOLDERS = [theme.TEMPLATES, theme.MATERIAL]


@pytest.mark.parametrize(
    ("sheet", "template", "kept"),
    [
        (".a-a{x:1}.b-b{x:2}", "a-a", ".a-a{x:1}"),
        (".a-a,.b-b{x:1}", "b-b", ".b-b{x:1}"),
        ("p,.b-b{x:1}", "<p>", "p{x:1}"),
        (".a-a .b-b{x:1}", "a-a", ""),
        (".a-a:not(.b-b){x:1}", "a-a", ".a-a:not(.b-b){x:1}"),
        ('[data-x=y]{x:1}[data-x="z"]{x:2}', "y", "[data-x=y]{x:1}"),
        ("@media print{.a-a{x:1}.b-b{x:2}}@media screen{.b-b{x:3}}", "a-a", "@media print{.a-a{x:1}}"),
        (".a--{{ n }}", "", ""),
        (".a--big{x:1}", "a--{{ size }}", ".a--big{x:1}"),
        ('/* .a-a{} */.a-a{x:url("}")}', "a-a", '.a-a{x:url("}")}'),
        (":root{--u:1;--v:2}.a-a{x:var(--u)}", "a-a", ":root{--u:1}.a-a{x:var(--u)}"),
        (".a--u:hover{x:1}", "a--u", ".a--u:hover{x:1}"),
        (".a-a{x:1,\n  2 }", "a-a", ".a-a{x:1,2}"),
    ],
)
def test_rules_stay_where_all_they_ask_for_can_stand(sheet: str, template: str, kept: str) -> None:
    assert trimmed(sheet, page_words([template]), "") == kept


@pytest.mark.parametrize(
    ("template", "stays"),
    [
        ('<p class="note">', True),
        ('<p class="a{% if v.kind == "x" %} note{% endif %}">', True),
        ('<p class="{{ "note" if v.odd }}">', True),
        ('{% set class = class ~ " note" %}', True),
        ("<p>{{ note }}</p> note", False),
        ('{{ w("note.title") }}', False),
    ],
)
def test_a_word_is_the_name_of_a_class_where_it_stands_as_one(template: str, stays: bool) -> None:
    assert bool(trimmed(".note{x:1}", page_words([template]), "")) is stays


@pytest.mark.parametrize(
    ("sheet", "kept"),
    [
        ("table{x:1}", "table{x:1}"),
        ("pre{x:1}", ""),
        ("kbd{x:1}", "kbd{x:1}"),
        ("a code{x:1}", "a code{x:1}"),
        ("pre>code{x:1}", ""),
        ("table td:nth-child(2n + 1)::before{x:1}", "table td:nth-child(2n + 1)::before{x:1}"),
        ("*+table:not(pre){x:1}", "*+table:not(pre){x:1}"),
    ],
)
def test_elements_are_those_of_templates_of_scripts_and_of_texts(sheet: str, kept: str) -> None:
    words = page_words(["<TABLE><td>{{ pre }}</td></table>"], ['m("kbd",{pre:n})'])
    assert trimmed(sheet, words, "") == kept


def test_values_that_other_sheets_use_stay() -> None:
    assert trimmed(":root{--u:1;--v:2}", PageWords(), ".x{y:var(--v)}") == ":root{--v:2}"


def test_movements_that_nothing_uses_do_not_stay() -> None:
    sheet = "@keyframes go{to{x:1}}@keyframes come{to{x:1}}.a-a{animation:go 1s}"
    assert trimmed(sheet, page_words(["a-a"]), "") == "@keyframes go{to{x:1}}.a-a{animation:go 1s}"


def test_of_colours_those_of_the_palette_stay() -> None:
    sheet = "".join(f"[data-md-color-{name}]{{x:1}}" for name in ("primary=teal", "primary=red", "scheme=default"))
    kept = trimmed(sheet, page_words(["data-md-color-primary red"], colours=["teal"]), "")
    assert kept == "[data-md-color-primary=teal]{x:1}[data-md-color-scheme=default]{x:1}"


@pytest.mark.parametrize(
    ("choices", "sign"),
    [
        (SiteChoices(colours=frozenset({"teal"})), "[data-md-color-primary=teal]"),
        (SiteChoices(features=frozenset({"toc.integrate"})), ".md-nav--integrated"),
        (SiteChoices(settings=frozenset({"repo_url"})), ".md-source__icon"),
        (SiteChoices(html="<p><abbr></abbr></p>"), ".md-typeset abbr"),
    ],
)
def test_what_a_site_chooses_brings_its_rules(choices: SiteChoices, sign: str) -> None:
    assert sign in handbook_style(FOLDERS, choices, "")
    assert sign not in handbook_style(FOLDERS, SiteChoices(), "")

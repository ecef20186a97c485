"""A `lang` for every text that is in another language than its page; nothing else changes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from levelbook.lang_attributes import mark

ZH = 'lang="zh-Hans"'


@pytest.mark.parametrize(
    ("html", "marked"),
    [
        ("<p>高级</p>", f"<p {ZH}>高级</p>"),
        ('<a href="x">听懂SLA协议“要点”。</a>', f'<a href="x" {ZH}>听懂SLA协议“要点”。</a>'),
        (
            "<p>Required for 高级 and 资深.</p>",
            f"<p>Required for <span {ZH}>高级</span> and <span {ZH}>资深</span>.</p>",
        ),
        ("<p>高级 <b>new</b></p>", f"<p><span {ZH}>高级</span> <b>new</b></p>"),
        ("<p>&lt;高级&gt;</p>", f"<p>&lt;<span {ZH}>高级</span>&gt;</p>"),
        (f"<p {ZH}>高级 <b>资深</b></p>", f"<p {ZH}>高级 <b>资深</b></p>"),
        ("<title>高级 - Handbook</title>", f"<title {ZH}>高级 - Handbook</title>"),
        ("<select><option>初级<option>高级</select>", f"<select><option {ZH}>初级<option {ZH}>高级</select>"),
        ("<option>初级（1）</option>", f"<option {ZH}>初级（1）</option>"),
        ("<svg><text x='1'>倾听</text></svg>", f"<svg><text x='1' {ZH}>倾听</text></svg>"),
        ("<script>var a = '高级';</script><!-- 高级 --><style>/* 高级 */</style>",) * 2,
        ('<img alt="高级"><br>Level',) * 2,
        ("<b><br>高级</b>", f"<b><br><span {ZH}>高级</span></b>"),
        ('<p title="a > 高级">Level</p>',) * 2,
        (
            "<template><p>高级<ins>，资深</ins></p></template>",
            f"<template><p><span {ZH}>高级</span><ins>，<span {ZH}>资深</span></ins></p></template>",
        ),
        ("<p>Level 2</p>",) * 2,
        ("<ul><li>Level<li>高级</ul>", f"<ul><li>Level<li {ZH}>高级</ul>"),
    ],
)
def test_chinese_on_an_english_page(html: str, marked: str) -> None:
    assert mark(html, "en", "zh") == marked
    assert mark(marked, "en", "zh") == marked, "marking twice changes nothing"


@pytest.mark.parametrize(
    ("html", "marked"),
    [
        ("<p>Lets people finish what they say.</p>", '<p lang="en">Lets people finish what they say.</p>'),
        ("<p>级别：Senior</p>",) * 2,
        ("<p>3 KPIs</p>",) * 2,
    ],
)
def test_english_texts_on_a_chinese_page(html: str, marked: str) -> None:
    assert mark(html, "zh", "en") == marked
    assert mark(html, "zh", "zh") == html


def test_a_page_says_which_chinese_it_is_in() -> None:
    assert mark('<!doctype html><html lang="zh" class="no-js">', "zh", "zh") == (
        '<!doctype html><html lang="zh-Hans" class="no-js">'
    )
    assert mark('<html lang="zh-Hans">', "zh", "zh") == '<html lang="zh-Hans">'
    assert mark('<html lang="en"><p>高级</p>', "en", "zh") == f'<html lang="en"><p {ZH}>高级</p>'


PIECES = st.sampled_from(
    ["<p>", "</p>", "<b>", "</b>", "<br>", "高级", "SLA", " ", "，", "&amp;", "<i title='>'>", "</i>"]
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_only_marks_are_added(html: str) -> None:
    marked = mark(html, "en", "zh")
    assert re.sub(r'<span lang="zh-Hans">((?:(?!</span>).)*)</span>', r"\1", marked).replace(f" {ZH}", "") == html
    assert mark(marked, "en", "zh") == marked

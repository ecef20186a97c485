"""What stands at the addresses of a release after everything has been changed once."""

import re
from functools import cache
from html import unescape

import pytest

from levelbook.build import Site
from levelbook.catalogue import LANGUAGES, Catalogue
from tests.former.following import Follower, resolved
from tests.former.tale import changed, published


@cache
def site(language: str = "zh") -> Site:
    return Site(changed(), Catalogue(language))


@cache
def follower(language: str = "zh") -> Follower:
    return Follower(site(language))


def words(address: str) -> str:
    """What a page says, without tags."""
    html = follower().text(address)
    main = html.partition("<main")[2].partition(">")[2].partition("</main>")[0] or html
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", "", main))).strip()


def former_lines(address: str) -> list[str]:
    """The lines of what a page showed once: the anchor, and what is said."""
    section = re.search(r'<section class="lb-former">.*?</section>', follower().text(address), re.DOTALL)
    lines = re.findall(r'<li id="([^"]*)">(.*?)</li>', section[0], re.DOTALL) if section else []
    plain = [re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", "", text))).strip() for _, text in lines]
    return [f"{anchor}: {text}" for (anchor, _), text in zip(lines, plain, strict=True)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_and_anchor_answers(language: str) -> None:
    assert follower(language).follow(published()).lost == ()
    assert list(follower(language).dead_links()) == []
    assert site(language).problems == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("sequences/service/", "sequences/care-desk/"),
        ("sequences/service/matrix/", "sequences/care-desk/matrix/"),
        ("sequences/service/level/low/", "sequences/care-desk/level/low/"),
        ("sequences/service/actions/SER-ACT-01/", "sequences/care-desk/actions/SER-ACT-01/"),
        ("sequences/service/actions/SER-ACT-01/sheet/", "sequences/care-desk/actions/SER-ACT-01/sheet/"),
        ("sequences/service/actions/SER-ACT-02/", "sequences/care-desk/actions/SER-ACT-02/"),
        ("sequences/service/actions/SER-ACT-03/", "sequences/care-desk/actions/#SER-ACT-03"),
        ("sequences/service/actions/SER-ACT-03/sheet/", "sequences/care-desk/actions/#SER-ACT-03"),
        ("sequences/service/level/low/pocket/", "sequences/care-desk/level/low/pocket/"),
        ("sequences/service/grade/one/", "sequences/care-desk/level/low/"),
        ("sequences/service/check/one/", "sequences/care-desk/check/low/"),
        ("sequences/sales/level/mid/", "sequences/sales/level/skilled/"),
        ("sequences/sales/check/mid/", "sequences/sales/check/skilled/"),
        ("sequences/sales/compare/low/mid/", "sequences/sales/compare/low/skilled/"),
        ("sequences/sales/competency/listening/", "sequences/sales/competency/hearing/"),
        ("sequences/sales/competency/honesty/", "sequences/shared/competency/honesty/"),
        ("sequences/sales/position/chief/", "sequences/sales/position/lead/"),
        ("sequences/shared/level/mid/", "sequences/shared/level/skilled/"),
        ("id/SAL.mid/", "sequences/sales/level/skilled/"),
        ("id/SAL.people/", "sequences/sales/#g-contact"),
        ("id/SAL.chief/", "sequences/sales/position/lead/"),
        ("id/SAL-HON/", "sequences/shared/competency/honesty/"),
    ],
)
def test_what_has_moved_leads_on(old: str, new: str) -> None:
    target = re.search(r'http-equiv="refresh" content="0; url=([^"]*)"', follower().text(old))
    assert target is not None
    assert resolved(old, target[1]) == new


@pytest.mark.parametrize(
    ("old", "told"),
    [
        ("sequences/sales/competency/pricing/", ["SAL-PRI", "改由财务定价。", "成交", "按成本定价。", "按价值定价。"]),
        ("sequences/service/level/high/", ["SER.high", "只留一级。", "初阶", "记得客户说过的话。", "会查原因。"]),
        ("sequences/service/level/high/pocket/", ["这里原来是“口袋卡 · 高阶”。", "只留一级。"]),
        ("sequences/service/check/high/", ["这里原来是“自评 · 高阶”。", "只留一级。"]),
        ("sequences/service/compare/low/high/", ["这里原来是“级别对比 · 高阶”。", "只留一级。"]),
        ("sequences/sales/position/seller/", ["SAL.seller", "岗位合并。", "销售经理", "各项能力：低级", "成交：中级"]),
        ("sequences/sales/grade/third/", ["SAL.third", "不再设三档。", "二档"]),
        ("id/SAL-PRI/", ["改由财务定价。", "按成本定价。"]),
        ("id/SAL-ACT-01/", ["跟一位老销售走一个月。", "不再开。", "没有代替它的内容。"]),
        ("sequences/sales/actions/SAL-ACT-03/", ["SAL-ACT-03", "听力课", "不再开。"]),
        ("sequences/sales/actions/SAL-ACT-03/sheet/", ["这里原来是“编号和二维码，A4 · 听力课”。", "不再开。"]),
        ("id/SAL-LIS-03/0.1.0/", ["记下要点，当天整理成纪要。"]),
        ("releases/0.2.0/", ["SAL-LIS-03"]),
        ("id/SAL-CLO-02/", ["将从下一个版本起分成两条", "会谈价。", "会算价。", "会让步。", "两件事分开写。"]),
        ("id/SAL-CLO-03/", ["将从下一个版本起并入另一条", "乱降价。", "并入报价。", "会报价。"]),
        ("id/SER-CAR-02/", ["将从下一个版本起停用", "记得客户说过的话。", "只留一级。"]),
    ],
)
def test_what_has_ended_shows_what_it_said_and_why(old: str, told: list[str]) -> None:
    page = words(old)
    assert [part for part in told if part not in page] == []


@pytest.mark.parametrize(
    ("old", "told"),
    [
        ("sequences/sales/weights/", "“分值 · 销售”现在没有内容可放，所以没有这一页。请看：销售"),
        ("sequences/sales/actions/", "“发展方式 · 销售”现在没有内容可放，所以没有这一页。请看：销售"),
        (
            "sequences/service/actions/SER-ACT-02/sheet/",
            "“编号和二维码，A4 · 问候课”现在没有内容可放，所以没有这一页。请看：问候课",
        ),
        ("sequences/sales/positions/", "“岗位 · 销售”现在没有内容可放，所以没有这一页。请看：销售"),
        ("sequences/service/compare/", "“级别对比 · 服务”现在没有内容可放，所以没有这一页。请看：服务"),
        ("concepts/caring/", "“通用能力 · 关怀”现在没有内容可放，所以没有这一页。请看：通用能力"),
    ],
)
def test_where_nothing_is_left_to_show_this_is_said(old: str, told: str) -> None:
    assert told in words(old)


@pytest.mark.parametrize(
    ("page", "line"),
    [
        ("sequences/sales/level/low/", "SAL-HON-01: 不夸大。 SAL-HON-01 现在的位置：诚实"),
        (
            "sequences/sales/level/skilled/",
            "PRI: 停 定价 SAL-PRI 将从下一个版本起停用。原因：改由财务定价。 代替它的：成交",
        ),
        ("sequences/sales/competency/hearing/", "l-mid: 中级 SAL.skilled 现在的位置：中级 · 销售"),
        ("sequences/sales/", "g-people: 与人相处 SAL.contact 现在的位置：与人相处 · 销售"),
        ("notes/", "s-service: 服务 SER 现在的位置：服务"),
        ("check/", "s-service: 服务 SER 现在的位置：服务"),
        (
            "sequences/sales/check/lead/",
            "q-SAL-PRI: 停 定价 SAL-PRI 将从下一个版本起停用。原因：改由财务定价。 代替它的：成交",
        ),
    ],
)
def test_what_a_page_showed_once_is_listed_at_its_anchor(page: str, line: str) -> None:
    assert line in former_lines(page)


def test_what_has_ended_in_a_cell_keeps_its_place_there() -> None:
    page = "sequences/sales/level/high/"
    html = follower().text(page)
    assert html.count('id="SAL-LIS-04"') == 1
    assert '<li class="lb-ind is-ended" id="SAL-LIS-04"' in html
    assert [line for line in former_lines(page) if line.startswith("SAL-LIS-04")] == []


def test_no_anchor_stands_twice() -> None:
    for output in site().pages:
        ids = re.findall(r'<li\b[^>]* id="([^"]*)"', output.html)
        assert len(ids) == len(set(ids)), output.page.address


def test_parts_that_a_page_has_no_more_are_told_together() -> None:
    assert '本页现在没有这些部分：<span id="points" class="lb-code">#points</span>' in follower().text(
        "sequences/sales/"
    )


def test_other_pages_have_no_list() -> None:
    assert former_lines("sequences/shared/competency/planning/") == ["l-mid: 中 SHA.skilled 现在的位置：中 · 通用能力"]
    assert former_lines("glossary/") == []


def test_hand_written_pages_may_link_to_old_anchors() -> None:
    page = next(output.page for output in site().pages if output.page.address == "sequences/sales/level/high/")
    assert "SAL-LIS-04" in page.anchors

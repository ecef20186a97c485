"""The page of a sequence leads to all its others."""

from tests.pages.growth import SALES, growth_views


def test_the_page_of_the_sequence_leads_to_all_of_them() -> None:
    view = growth_views()[SALES]
    assert [(one.link.text, one.figures) for one in view.more_pages] == [
        ("发展方式", "4 项发展方式，2 类"),
        ("半年流程", "2 个阶段，3 步，2 张表"),
        ("教学大纲", "2 个版次，2 章"),
        ("校准", "2 次"),
        ("来源与疑点", "销售标准，2 条编者注"),
    ]
    assert (view.sections, [one.text for one in view.prose_links]) == ((), ["总则", "结构图"])

"""What of a page counts as an anchor that people can link to."""

import pytest

from levelbook.site.anchors import anchors_of


@pytest.mark.parametrize(
    ("html", "anchors"),
    [
        ('<h2 id="required" class="x">a</h2><li class="y" id="KEY-LIS-01" data-code="KEY-LIS-01">', ("KEY-LIS-01", "required")),
        ('<th scope="col"\n id="l-junior">', ("l-junior",)),
        ('<h1 id="top">', ()),
        ('<input id="m-KEY-LIS-01"><label id="x"><button id="y">', ()),
        ('<script type="application/json" id="data">{"a": "<p id=\\"b\\">"}</script><p id="c">', ("c",)),
        ('<template><li id="hidden"></li></template><svg><g id="drawn"/></svg><p id="seen">', ("seen",)),
        ('<p title="a > b" id="c">', ("c",)),
        ('<p data-id="a" title=\'x\'>id="b"</p>', ()),
        ('<p id="a&amp;b">', ("a&b",)),
        ('<p id="b"><p id="a"><p id="b">', ("a", "b")),
    ],
)  # fmt: skip
def test_anchors_are_the_ids_that_an_address_reaches(html: str, anchors: tuple[str, ...]) -> None:
    assert anchors_of(html) == anchors

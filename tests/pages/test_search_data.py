"""What the search finds: everything by name and code, every page once."""

import json
from pathlib import Path

from levelbook.catalogue import Catalogue
from levelbook.pages import search_data
from levelbook.site.context import Context
from tests.pages.growth import growth
from tests.pages.small import read


def test_search_finds_actions_by_name_and_code() -> None:
    script = search_data.script(growth())
    assert '["谈判课","sequences/sales/actions/index.html#SAL-ACT-02","发展方式","SAL-ACT-02 培训 销售"]' in script


def test_search_names_every_page_once() -> None:
    weights = Context(read(Path(__file__).parent / "weights_data"), Catalogue("zh"))
    for script in (search_data.script(weights), search_data.script(growth())):
        rows = json.loads(script.partition("=")[2].strip().rstrip(";"))["pages"]
        places = [(title, address) for title, address, *_ in rows]
        assert [one for one in places if places.count(one) > 1] == []

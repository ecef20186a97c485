"""The plugin's `day:`, as YAML may give it."""

from datetime import date

import pytest
from mkdocs.exceptions import PluginError

from levelbook.catalogue import Catalogue
from levelbook.hosts.mkdocs.configuration import chosen_day


@pytest.mark.parametrize("day", ["2027-01-01", date(2027, 1, 1)])
def test_a_day_as_text_or_as_yaml_reads_it(day: object) -> None:
    assert chosen_day(day, Catalogue("zh")) == date(2027, 1, 1)


def test_today_where_nothing_is_said() -> None:
    before = date.today()
    assert before <= chosen_day(None, Catalogue("zh")) <= date.today()


def test_what_is_no_day_ends_the_build() -> None:
    with pytest.raises(PluginError, match="“morgen”不是一天"):
        chosen_day("morgen", Catalogue("zh"))

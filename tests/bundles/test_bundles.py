"""Scripts of some pages only: joined in order, each of them in one place."""

from collections import Counter
from importlib.resources import files
from pathlib import Path

from levelbook import bundles
from levelbook.build import ASSETS, assets
from levelbook.catalogue import Catalogue
from levelbook.model.handbook import Handbook
from levelbook.pages import registry
from levelbook.site.context import Context

SCRIPTS = Path(str(files("levelbook"))) / "static" / "js"


def test_parts_exist_and_stand_once_in_a_joined_script() -> None:
    for names in bundles.PARTS.values():
        assert max(Counter(names).values()) == 1
        assert [name for name in names if not (SCRIPTS / f"{name}.js").is_file()] == []


def test_every_script_of_the_assessment_travels_in_a_joined_one() -> None:
    assert [path.stem for path in SCRIPTS.glob("assess*.js") if not bundles.is_part(path.stem)] == []


def test_a_joined_script_holds_its_parts_whole_and_in_order() -> None:
    texts = {name: f"// {name}" for names in bundles.PARTS.values() for name in names}
    joined = dict(bundles.joined(texts))
    assert joined["bundles/kpi.js"].split("\n") == [f"// {name}" for name in bundles.PARTS["kpi"]]
    assert list(joined) == [f"bundles/{name}.js" for name in bundles.PARTS]


def test_the_site_holds_joined_scripts_and_not_their_parts() -> None:
    paths = [raw.path for raw in assets()]
    assert {path for path in paths if path.startswith(ASSETS + bundles.FOLDER)} == {
        f"{ASSETS}{bundles.FOLDER}{name}.js" for name in bundles.PARTS
    }
    assert f"{ASSETS}js/assess.js" not in paths
    assert f"{ASSETS}js/search.js" in paths
    assert len(paths) == len(set(paths))


def test_pages_ask_for_joined_scripts_that_exist(handbook: Handbook) -> None:
    asked = {name for page in registry.theme_pages(Context(handbook, Catalogue("zh"))) for name in page.scripts}
    assert asked == set(bundles.PARTS)

"""The package's own styles, scripts and pictures: where they stand in a site, and the marks of their content.

An address carries the mark of what stands behind it, as its query. A browser that has kept a file of an earlier release
asks for the new one therefore, and never runs the script of one release on the page of another.
"""

from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import as_file, files
from types import MappingProxyType

ASSETS = "assets/levelbook/"
"""Where they stand in the site."""
STYLES = ASSETS + "css/"
SCRIPTS = ASSETS + "js/"
COMMON_STYLE = STYLES + "common.css"
"""The style sheet of all pages, as far as it is ours."""
BESIDE_MATERIAL = STYLES + "beside_material.css"
"""The same with what hand-written pages need besides: for pages that have all of Material's, and for other themes."""
LIGHT_STYLE = STYLES + "light.css"
"""The style sheet of the pages outside the theme."""
WITHOUT_MATERIAL = STYLES + "without_material.css"
"""What stands for that which Material's script does by styles; part of the handbook's own sheet."""
CARD_STYLE = STYLES + "card.css"
"""The styles of cards, which each has in itself."""
COMMON_SCRIPT = SCRIPTS + "common.js"
"""The script of all pages."""
SEARCH_SCRIPT = SCRIPTS + "search.js"
"""The script of the list under the search field, which the first search of a visit loads."""
NOTE_SCRIPT = SCRIPTS + "note_it.js"
"""The script of the field in which something is noted, loaded when that is first done."""
NOTE_STYLE = STYLES + "note_it.css"
"""Its styles."""
FIRST_SCRIPT = SCRIPTS + "first_steps.js"
"""The script of the first steps of a self-assessment, loaded when somebody takes one."""
FIRST_STYLE = STYLES + "first_steps.css"
"""Its styles."""
TEAM_LAYER_SCRIPT = SCRIPTS + "team_layer.js"
"""The script of the gaps of a team on a matrix, loaded when they are first asked for."""
TEAM_LAYER_STYLE = STYLES + "team_layer.css"
"""Its styles."""
_MARK_LENGTH = 8
_PREVIEW = "serve"
"""The folder with what only a preview shows."""


@cache
def static_texts() -> Mapping[str, str]:
    """Every file that travels in the package for sites, by its path in a site."""
    with as_file(files("levelbook") / "static") as folder:
        paths = [path for path in sorted(folder.rglob("*")) if path.is_file() and path.parent.name != _PREVIEW]
        texts = {ASSETS + path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in paths}
    return MappingProxyType(texts)


def content_mark(text: str) -> str:
    """A few signs that stand for a content: another one has others."""
    return sha256(text.encode()).hexdigest()[:_MARK_LENGTH]


def marked(path: str, text: str) -> str:
    """The address of a file, with the mark of its content."""
    return f"{path}?{content_mark(text)}"


@cache
def marked_asset(path: str) -> str:
    """The address of a file of the package, with the mark of its content."""
    return marked(path, static_texts()[path])

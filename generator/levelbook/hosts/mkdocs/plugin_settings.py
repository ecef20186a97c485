"""What can be written below `levelbook` in mkdocs.yml."""

from datetime import date

from mkdocs.config.base import Config
from mkdocs.config.config_options import Choice, Optional, Type

from levelbook.catalogue import LANGUAGES
from levelbook.hosts.serving.shown import EDITOR


class LevelbookConfig(Config):  # type: ignore[no-untyped-call]
    """The plugin's settings in mkdocs.yml."""

    folder = Type(str, default="rubric_data")
    """The data folder, from the folder of mkdocs.yml."""
    language = Optional(Choice(LANGUAGES))
    """Language of the interface; otherwise the handbook's own."""
    path = Type(str, default="")
    """The folder of the site in which the handbook stands: `ladder/`; the root where empty."""
    edit_base = Type(str, default="")
    """Address before a data file's path at the code host; no edit links where empty."""
    editor = Type(str, default=EDITOR)
    """Address that opens a place in an editor, for the preview; no such links where empty."""
    day = Optional(Type((str, date)))
    """The day whose standard is shown; otherwise that of the build. (YAML takes `on` for a truth.)"""

"""Builds the site of the handbook of tests/pages/released.py as MkDocs does: `python -m tests.browser.released_site …`.

The arguments are those of `mkdocs`. The folder of data is taken for read: what it would say stands in that module.
"""

from dataclasses import replace
from pathlib import Path

from mkdocs.__main__ import cli

from levelbook.hosts.mkdocs import source
from levelbook.load import Loaded, load
from tests.pages.released import newest


def _loaded(folder: Path) -> Loaded:
    return replace(load(folder), handbook=newest(), problems=[])


if __name__ == "__main__":
    source.load = _loaded
    cli()

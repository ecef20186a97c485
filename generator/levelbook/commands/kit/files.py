"""The files that a code host needs, filled in: from `levelbook/kit/`, in the language of the handbook.

What stands in `@{…}` is a setting, or a sentence of the catalogue's section `kit.file`; all else is the file itself.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from levelbook.catalogue import Catalogue

SOURCES: Final = Path(__file__).parents[2] / "kit"
SPOT: Final = re.compile(r"@\{(\w+)\}")
"""A setting, or a sentence."""
_FILES: Final = {
    "github": {
        ".github/workflows/handbook.yml": "github.yml",
        ".github/PULL_REQUEST_TEMPLATE.md": "request.md",
    },
    "gitlab": {
        ".gitlab/handbook.yml": "gitlab.yml",
        ".gitlab-ci.yml": "gitlab-include.yml",
        ".gitlab/merge_request_templates/Default.md": "request.md",
    },
    "gitea": {
        ".gitea/workflows/handbook.yml": "gitea.yml",
        ".gitea/PULL_REQUEST_TEMPLATE.md": "request.md",
    },
    "pre-commit": {".pre-commit-config.yaml": "pre-commit.yml"},
}
HOSTS: Final = tuple(_FILES)
"""What there are files for."""
INCLUDING: Final = ".gitlab-ci.yml"
"""The file of which a company that has one keeps its own, with two lines more."""


@dataclass(frozen=True)
class KitSettings:
    """What differs from one repository to another."""

    folder: str
    """The data folder, from the root of the repository."""
    branch: str
    install: str
    """The command that installs Levelbook; it may have several lines."""


def kit_files(host: str, settings: KitSettings, words: Catalogue) -> Iterator[tuple[str, str]]:
    """The files of a host, each with its path from the root of the repository."""
    for path, source in _FILES[host].items():
        yield path, _filled((SOURCES / source).read_text(encoding="utf-8"), settings, words)


def _filled(text: str, settings: KitSettings, words: Catalogue) -> str:
    given = {"folder": settings.folder, "branch": settings.branch, "install": settings.install}
    return "".join(_line(line, words.section("kit.file") | given) for line in text.splitlines(keepends=True))


def _line(line: str, values: dict[str, str]) -> str:
    """A line with its spots filled in; what has several lines keeps the indentation of the first."""
    indentation = line[: len(line) - len(line.lstrip())]
    return SPOT.sub(lambda spot: values[spot[1]].replace("\n", f"\n{indentation}"), line)

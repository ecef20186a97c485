"""Scripts of some pages only: their parts, in the order in which they build on one another, joined into one file."""

from collections.abc import Iterator, Mapping
from typing import Final

FOLDER: Final = "bundles/"
"""Where joined scripts stand below the package's files in the site."""
PARTS: Final[Mapping[str, tuple[str, ...]]] = {
    "assess": (
        # exact figures and scores
        *("assess-number", "assess-core", "assess-sum", "assess-pair", "assess-basis"),
        # the document: kept, merged, carried over to a new release
        *("assess-document", "assess-tabs", "assess-store", "assess-shelf", "assess-seats", "assess-meet"),
        *("assess-carry", "assess-rests", "assess-look"),
        # drawing, tables, calendar
        *("assess-draw", "assess-history", "assess-answers", "assess-diff", "assess-ask", "assess-open"),
        *("assess-damaged", "assess-sheet", "assess-ics"),
        # result and manager
        *("assess-radar", "assess-view", "assess-overview", "assess-gaps", "assess-picks", "assess-manager"),
        *("assess-overlay", "assess-lay", "assess-result"),
        # plan
        *("assess-plan-core", "assess-plan-aims", "assess-plan-field", "assess-plan-form", "assess-plan-ready"),
        *("assess-plan-dates", "assess-plan-parts", "assess-sheet-rows", "assess-plan"),
        # filling in
        *("assess-keep", "assess-evidence", "assess-item", "assess-form", "assess-kept", "assess-review"),
        *("assess-keys", "assess-files", "assess-who", "assess-settings", "assess-panel", "assess-paper", "assess"),
        # overview and team
        *("assess-saved-view", "assess-saved", "assess-team-table", "assess-team"),
    ),
    "kpi": ("assess-number", "assess-kpi-core", "assess-kpi"),
}
"""What a page asks for by name (Page.scripts), and the scripts in static/js/ that it gets."""


def joined(texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Path below the package's files and text of each joined script, from the texts of all scripts by name."""
    for bundle, names in PARTS.items():
        yield f"{FOLDER}{bundle}.js", "\n".join(texts[name] for name in names)


def is_part(name: str) -> bool:
    """Whether a script travels in joined ones only."""
    return any(name in names for names in PARTS.values())

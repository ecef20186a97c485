"""The gaps of a team on the matrix of a sequence: what its page loads when a manager opens files there."""

import json
from collections.abc import Iterator
from typing import Final

from levelbook.assessment.checklists import checklists, is_assessed
from levelbook.model.handbook import Sequence
from levelbook.pages.assessment.contract import bare_outline, handbook_facts
from levelbook.pages.assessment.overview import SMALLEST_TEAM
from levelbook.pages.assessment.page_data import LayerOutline, TeamLayerData, TeamLayerFile
from levelbook.pages.assessment.words import word_script
from levelbook.queries.remembered import remembered
from levelbook.site import urls
from levelbook.site.assets import TEAM_LAYER_SCRIPT, TEAM_LAYER_STYLE, marked, marked_asset
from levelbook.site.context import Context
from levelbook.site.sitemap import PageKind

_SCRIPT: Final = "team_layer"
"""Whose words they are."""


def layer_files(ctx: Context) -> Iterator[tuple[str, str]]:
    """Each file's address and text: a script a sequence, since pages opened from disk cannot fetch."""
    for sequence in ctx.handbook.sequences.values():
        if ctx.sitemap.has(PageKind.MATRIX, sequence) and is_assessed(ctx, sequence):
            yield _layer_file(ctx, sequence)


@remembered(lambda sequence: sequence.id)
def _layer_file(ctx: Context, sequence: Sequence) -> tuple[str, str]:
    here = urls.matrix(sequence)
    data: TeamLayerData = {
        **handbook_facts(ctx),
        "least": SMALLEST_TEAM,
        "targets": dict(_outlines(ctx, sequence)),
        "team": urls.relative(here, urls.TEAM),
    }
    facts: TeamLayerFile = {
        "data": data,
        "words": marked(*word_script(ctx, _SCRIPT)),
        "script": marked_asset(TEAM_LAYER_SCRIPT),
        "style": marked_asset(TEAM_LAYER_STYLE),
    }
    text = json.dumps(facts, ensure_ascii=False, separators=(",", ":"))
    return urls.team_layer(sequence), f"window.levelbookTeamLayer = {text};\n"


def _outlines(ctx: Context, sequence: Sequence) -> Iterator[tuple[str, LayerOutline]]:
    for checklist in checklists(ctx, sequence):
        if not checklist.refusal:
            levels = {item.code: item.level if item.member[1].levels else "" for item in checklist.items}
            target = checklist.target
            yield (
                target.code(sequence),
                {
                    **bare_outline(ctx, sequence, checklist),
                    "kind": target.kind,
                    "step": target.name,
                    "levels": levels,
                },
            )

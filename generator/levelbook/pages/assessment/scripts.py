"""What pages load of assessments besides the package's own files: words, and data that few need."""

from collections.abc import Iterator

from levelbook.pages.assessment.first_steps import first_file
from levelbook.pages.assessment.own_notes import note_file
from levelbook.pages.assessment.team_layer import layer_files
from levelbook.pages.assessment.words import word_scripts
from levelbook.site.context import Context
from levelbook.site.sitemap import PageKind


def script_files(ctx: Context) -> Iterator[tuple[str, str]]:
    """Path and text of each; none where nothing can be assessed."""
    if ctx.sitemap.has(PageKind.ASSESSMENTS):
        yield from word_scripts(ctx)
        yield note_file(ctx)
        yield first_file(ctx)
        yield from layer_files(ctx)

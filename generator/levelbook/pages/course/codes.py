"""The codes of a course as a table, for its catalogue, a learning platform or a slide deck's notes."""

from collections.abc import Iterator

from levelbook.model.growth import Action
from levelbook.model.handbook import Sequence
from levelbook.pages.course.contents import covered_blocks
from levelbook.queries.courses import courses
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.text.csv_table import csv_text

COLUMNS = ("code", "sequence", "competency", "level", "text", "link")
"""The columns, by the keys of their heads."""


def data_files(ctx: Context, site_url: str) -> Iterator[tuple[str, str]]:
    """The path and text of the table of every course that covers anything."""
    for sequence in ctx.handbook.sequences.values():
        for action in courses(sequence):
            rows = list(_rows(ctx, sequence, action, site_url))
            if rows:
                head = [ctx.words(f"course.column.{column}") for column in COLUMNS]
                yield urls.course_codes(sequence, action.id or ""), csv_text([head, *rows])


def _rows(ctx: Context, sequence: Sequence, action: Action, site_url: str) -> Iterator[list[str]]:
    for block in covered_blocks(ctx, sequence, action):
        for row in block.rows:
            address = urls.permanent(row.code)
            link = site_url + address if site_url else urls.file_address(address)
            yield [row.code, block.owner, block.link.text, row.level, row.said, link]

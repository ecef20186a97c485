"""The pages that people look at come first: they are written, and browsers told, before the rest of a site is made.

So a changed text is on the screen as soon as its own page is there, however large the handbook is. Requests for
anything else that may change wait meanwhile (`Underway`), so that nobody sees one half of a change. Should the rest
fail, the pages that went ahead are put back.
"""

from dataclasses import dataclass
from pathlib import Path

from mkdocs.utils import write_file

from levelbook.hosts.mkdocs.pages import HandbookPage
from levelbook.hosts.mkdocs.quick import LastBuild, differs, write_page
from levelbook.hosts.serving.underway import Underway
from levelbook.site.page import Page
from levelbook.site.surroundings import Surroundings
from levelbook.site_builder import PageOf


@dataclass(frozen=True)
class _Before:
    """A page as it was before it went ahead."""

    page: HandbookPage
    planned: Page
    html: str
    around: Surroundings
    data: bytes

    def put_back(self) -> None:
        page = self.page
        page.planned, page.html, page.around = self.planned, self.html, self.around
        try:
            write_file(self.data, page.file.abs_dest_path or "")
        except OSError:
            page.html = ""  # nobody knows what stands in the file; the next build writes it


class PagesAhead:
    """Those of one build."""

    def __init__(self, underway: Underway) -> None:
        """None is written yet."""
        self._underway = underway
        self._before: dict[str, _Before] = {}

    @property
    def count(self) -> int:
        """How many are written."""
        return len(self._before)

    def write(self, last: LastBuild, paths: tuple[str, ...], page_of: PageOf) -> None:
        """Write those that differ, of the pages at some paths in the site; all else that may change has to wait."""
        for path in paths:
            page = last.pages.get(path)
            made = page_of(page.address) if page else None
            if page and made and differs(page, *made):
                file = Path(page.file.abs_dest_path or "")
                data = file.read_bytes() if file.is_file() else b""
                self._before[path] = _Before(page, page.planned, page.html, page.around, data)
                write_page(last, page, *made)
        if self._before:
            ahead, written, folder = frozenset(self._before), last.written, last.folder
            self._underway.begin(
                lambda path: path not in ahead and (path.endswith(".html") or path.removeprefix(folder) in written)
            )

    def put_back(self) -> bool:
        """Have the old pages again; the result is whether there were any."""
        for before in self._before.values():
            before.put_back()
        return bool(self._before)

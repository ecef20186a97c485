"""What the pages of a sequence share: whose they are, and what stands at the end of many."""

from dataclasses import dataclass

from levelbook.components.editor_notes import Remark
from levelbook.components.links import Link
from levelbook.components.prose import Passage
from levelbook.site.context import Context
from levelbook.site.page import Heading


@dataclass(frozen=True, kw_only=True)
class PageOfSequence:
    """A page of a sequence; what it is called and where it is edited, the page itself says."""

    sequence: Link


@dataclass(frozen=True, kw_only=True)
class PageWithProse(PageOfSequence):
    """A page of a sequence that ends with the source's other prose and with editor's notes."""

    sections: tuple[Passage, ...]
    remarks: tuple[Remark, ...]


def closing_headings(ctx: Context, view: PageWithProse, prose: str = "prose.of_source") -> list[Heading]:
    """The headings of that end; `prose` is the key of the word for the source's other prose."""
    headings = [Heading("sections", ctx.words(prose))] if view.sections else []
    return [*headings, Heading("remarks", ctx.words("note.title"))] if view.remarks else headings

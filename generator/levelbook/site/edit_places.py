"""Where in the data folder something on a page is edited."""

from levelbook.model.base import Shape
from levelbook.model.competency import Document
from levelbook.problems import Place


def place(document: Document, shape: Shape | None = None) -> Place | None:
    """The line of a part of a document, or its first; none for what was read from no file."""
    return Place(document.file, shape.line if shape else 1) if document.file else None

"""How much of a list the source gives: how many parts it announces, and whether it lists them all."""

from levelbook.model.competency import Cell, Competency
from levelbook.site.context import Context


def extent(ctx: Context, declared: int | None, have: int, open_ended: bool = False, unit: str = "parts") -> str:
    """How many parts the source announces beside those that are here, and whether it lists them all."""
    sentences = []
    if declared is not None:
        key = unit if have and declared != have else "all_parts" if unit == "parts" else "all"
        sentences.append(ctx.words(f"declared.{key}", declared=declared, have=have))
    if open_ended:
        sentences.append(ctx.words("declared.open_ended"))
    return ctx.words("join.sentences").join(sentences)


def cell_extent(ctx: Context, cell: Cell) -> str:
    """How many indicators the source announces in a cell, and whether it lists them all."""
    return extent(ctx, cell.declared, len(cell.indicators), cell.open_ended, "of")


def subjects(ctx: Context, competency: Competency) -> str:
    """The subjects or facets of a competency, in a row that ends openly where the source's does."""
    names = ctx.series(ctx.name(topic) for topic in competency.covers)
    return names + (ctx.words("join.open_end") if competency.open_ended and names else "")

"""What of an indicator is rated by itself: the whole of it, or each of its items."""

from levelbook.assessment import wording
from levelbook.assessment.item import RatedIndicator
from levelbook.localized.handbook import LocalizedHandbook
from levelbook.model.competency import Indicator
from levelbook.model.statement import item_code
from levelbook.queries.codes import provisional_code


def rated_parts(book: LocalizedHandbook, indicator: Indicator, parent: str) -> tuple[RatedIndicator, ...]:
    """An indicator, or its items; `parent` is the code of the competency, for one that has none yet."""
    mark = wording.indicator_mark(indicator)
    code = provisional_code(indicator.code, parent, mark)
    if not indicator.items:
        text = wording.indicator_sentence(book, indicator)
        return (RatedIndicator(code, text, mark, indicator.negative, indicator),)
    return tuple(
        RatedIndicator(
            code=item_code(code, item.letter),
            text=wording.item_sentence(book, indicator, item),
            mark=wording.item_mark(indicator, item),
            negative=indicator.negative,
            indicator=indicator,
            item=item,
            is_first=not at,
            lead="" if at else wording.lead_sentence(book, indicator),
        )
        for at, item in enumerate(indicator.items)
    )

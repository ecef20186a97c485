"""The command scores what the page's scripts score: the same checklist, without a page and without JSON between."""

import pytest

from levelbook.assessment.checklists import checklists
from levelbook.assessment.published import published
from levelbook.catalogue import Catalogue
from levelbook.model.handbook import Handbook
from levelbook.pages.assessment.contract import checklist_data
from levelbook.site.context import Context
from tests.pages.small import small
from tests.reference import contract


@pytest.mark.parametrize("language", ["zh", "en"])
def test_checklists_are_the_same_with_and_without_a_page(handbook: Handbook, language: str) -> None:
    compared = 0
    for book in (handbook, small()):
        ctx = Context(book, Catalogue(language))
        for sequence in book.sequences.values():
            for checklist in checklists(ctx, sequence):
                if not checklist.refusal:
                    assert published(ctx, sequence, checklist) == contract.published(
                        checklist_data(ctx, sequence, checklist)
                    )
                    compared += 1
    assert compared > 35

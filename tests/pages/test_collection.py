"""What cards and collections are made of: the handbook's own indicators, as small files."""

import json

from levelbook.build import ReadyFile, outputs
from levelbook.catalogue import Catalogue
from levelbook.components.codes.data import data_files, file_of
from levelbook.site.context import Context
from tests.pages.small import own

CARD_BYTES = 6 * 1024


def test_every_card_is_one_small_file_without_scripts_whose_links_leave_the_frame() -> None:
    cards = [
        one
        for one in outputs(own(), Catalogue("zh"))
        if isinstance(one, ReadyFile) and one.path.endswith("/card/index.html")
    ]
    assert len(cards) > 500
    for card in cards:
        assert len(card.text.encode()) <= CARD_BYTES, card.path
        assert '<base target="_blank">' in card.text
        assert "<script" not in card.text and "default-src &#39;none&#39;" in card.text, card.path


def test_a_collection_finds_every_code_by_its_beginning() -> None:
    files = dict(data_files(Context(own(), Catalogue("zh"))))
    text = files[file_of("TAM")]
    codes = json.loads(text.partition("] = ")[2].rstrip(";\n"))
    sentence, place, instead = codes["indicators"]["TAM-ACH-12"]
    assert sentence.startswith("力争上游，为自己设定有挑战性的目标")
    assert codes["places"][place] == ["政企客户经理", "高级", "成就导向", "TAM-ACH"]
    assert instead is None

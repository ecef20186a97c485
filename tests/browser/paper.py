"""What stands on printed pages, read by Chromium's own PDF library, which comes as a Python package."""

import re

import pypdfium2
from playwright.sync_api import Page


def sheets(tab: Page) -> list[str]:
    """The words of each printed sheet, without blanks and line breaks."""
    with pypdfium2.PdfDocument(tab.pdf(prefer_css_page_size=True)) as document:
        return [re.sub(r"\s", "", page.get_textpage().get_text_bounded()) for page in document]


def printed(tab: Page) -> str:
    """The words of all printed sheets."""
    return "".join(sheets(tab))

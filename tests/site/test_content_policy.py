"""What a page's policy allows, read as a browser reads it."""

from base64 import b64encode
from hashlib import sha256

import pytest

from levelbook.site.content_policy import Trust, policy, with_policy

INLINE = "<script>go()</script>"
HEAD = '<html><head>\n<meta charset="utf-8"><title>T</title></head>'


def _directives(html: str, trust: Trust, content: str = "") -> dict[str, list[str]]:
    parts = (part.split() for part in policy(html, trust, content).split("; "))
    return {name: values for name, *values in parts}


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def test_a_page_of_the_handbook_runs_files_only_and_sends_nothing() -> None:
    told = _directives(INLINE, Trust.OWN)
    assert told["script-src"] == ["'self'"]
    assert told["default-src"] == told["connect-src"] == ["'none'"]
    assert told["require-trusted-types-for"] == ["'script'"]


def test_styles_of_our_templates_are_known_by_their_hash() -> None:
    assert _directives("<style>@page{}</style>", Trust.OWN)["style-src"] == ["'self'", _hash("@page{}")]


@pytest.mark.parametrize("trust", [Trust.PRIVATE, Trust.COMPANY_PRIVATE])
def test_nothing_is_sent_where_people_rate_themselves(trust: Trust) -> None:
    told = _directives('<script src="https://stats.example/x.js"></script>', trust)
    assert told["connect-src"] == told["form-action"] == ["'none'"]


def test_a_page_of_the_company_runs_what_is_written_on_it() -> None:
    html = f'{INLINE}<script type="application/json">{{}}</script><script src="https://cdn.example/m.js"></script>'
    told = _directives(html, Trust.COMPANY)
    assert told["script-src"] == ["'self'", _hash("go()"), "https://cdn.example"]
    assert "https:" in told["connect-src"]
    assert _directives(INLINE, Trust.COMPANY)["connect-src"] == ["'self'"]


def test_a_script_in_the_handbooks_own_content_is_none_that_the_company_brought() -> None:
    assert _directives(INLINE, Trust.COMPANY_PRIVATE, INLINE)["script-src"] == ["'self'"]


def test_it_stands_ahead_of_all_that_it_governs() -> None:
    page = with_policy(HEAD, Trust.OWN)
    assert page.index("charset") < page.index("Content-Security-Policy") < page.index("<title>")
    assert with_policy("no page", Trust.OWN) == "no page"

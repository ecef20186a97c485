"""Every page says what may run on it, and the browser holds it to that: over http, in a sub-folder, and as a file."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

KINDS = (
    "index.html",
    "indicators/index.html",
    "notes/index.html",
    "concepts/index.html",
    "glossary/index.html",
    "move/index.html",
    "check/index.html",
    "check/team/index.html",
    "sequences/telecom-account-manager/index.html",
    "sequences/telecom-account-manager/level/senior/index.html",
    "sequences/telecom-account-manager/level/senior/pocket/index.html",
    "sequences/telecom-account-manager/check/advanced/index.html",
    "sequences/telecom-account-manager/compare/advanced/senior/index.html",
    "sequences/telecom-account-manager/competency/achievement-orientation/index.html",
    "sequences/telecom-account-manager/matrix/index.html",
    "sequences/telecom-account-manager/form/index.html",
    "sequences/telecom-account-manager/calibration/index.html",
    "sequences/telecom-account-manager/source/index.html",
    "sequences/sales-manager-weights/position/sales-manager/index.html",
    "sequences/sales-manager-weights/weights/index.html",
    "sequences/sales-positions/positions/index.html",
    "sequences/tencent-market/process/index.html",
    "concepts/communication/index.html",
    "sequences/tencent-market/actions/index.html",
    "sequences/account-manager-skill-certification/syllabus/index.html",
    "sequences/index.html",
    "collection/index.html",
    "legend/index.html",
    "problems/index.html",
    "id/TAM-ACH-13/index.html",
    "guide/hr/index.html",
    "404.html",
)
"""A page of each kind."""
HAND_WRITTEN = ("legend/index.html", "problems/index.html", "guide/hr/index.html", "404.html")
"""Those that run what the theme and the company bring."""
PRIVATE = tuple(path for path in KINDS if "check/" in path)
LISTEN = """
  window.violations = [];
  addEventListener('securitypolicyviolation', event => window.violations.push(
    `${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));
"""
ATTACKS = """async () => {
  window.attacked = [];
  const script = document.createElement('script');
  const trusts = 'trustedTypes' in window;
  try { script.textContent = 'window.attacked.push("script")'; document.body.append(script); } catch { }
  const handler = document.createElement('button');
  handler.setAttribute('type', 'button');
  try { handler.setAttribute('onclick', 'window.attacked.push("handler")'); } catch { }
  document.body.append(handler);
  handler.click();
  try { document.body.insertAdjacentHTML('beforeend', '<b id="attack"></b>'); } catch { }
  if (document.getElementById('attack')) window.attacked.push('markup');
  await new Promise(done => {
    const image = new Image();
    image.onload = () => { window.attacked.push('image'); done(); };
    image.onerror = done;
    image.src = 'http://127.0.0.1:9/elsewhere.png';
  });
  await fetch(location.href).then(() => window.attacked.push('fetch'), () => null);
  return window.attacked;
}"""
"""What somebody who got a text past the escaping would try."""


@pytest.fixture(scope="module", params=["http", "file"])
def place(request: pytest.FixtureRequest, served: str, opened: str) -> str:
    """The site in a sub-folder of a server, and as files."""
    return served if request.param == "http" else opened


@pytest.fixture(scope="module")
def listening(browser: Browser) -> Iterator[Page]:
    """A tab that notes every violation, from before a page begins."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="zh-CN")
    context.add_init_script(LISTEN)
    yield context.new_page()
    context.close()


def _violations(tab: Page, address: str) -> list[str]:
    said: list[str] = []
    note = lambda message: said.append(message.text) if "Security Policy" in message.text else None  # noqa: E731
    tab.on("console", note)
    tab.goto(address)
    tab.wait_for_load_state()
    told: list[str] = tab.evaluate("new Promise(done => setTimeout(() => done(window.violations), 150))")
    tab.remove_listener("console", note)
    return [*told, *said]


@pytest.mark.parametrize("path", KINDS)
def test_a_page_keeps_its_own_policy_and_what_slips_into_it_is_neither_run_nor_sent(
    listening: Page, place: str, path: str
) -> None:
    assert _violations(listening, place + path) == []
    assert "Content-Security-Policy" in listening.content()
    if path not in HAND_WRITTEN:
        assert listening.evaluate(ATTACKS) == []
        broken = {violation.split()[0] for violation in listening.evaluate("window.violations")}
        assert {"img-src", "connect-src"} <= broken


@pytest.mark.parametrize("path", PRIVATE)
def test_no_form_of_a_page_where_people_rate_themselves_sends_anything(listening: Page, place: str, path: str) -> None:
    listening.goto(place + path)
    here = listening.url
    listening.evaluate(
        """() => { const form = document.createElement('form'); form.action = 'http://127.0.0.1:9/';
        document.body.append(form); form.submit(); }"""
    )
    listening.wait_for_function("() => window.violations.some(one => one.startsWith('form-action'))")
    assert listening.url == here


@pytest.mark.parametrize("path", PRIVATE)
def test_without_scripts_the_search_of_such_a_page_is_a_link(browser: Browser, served: str, path: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(served + path)
    expect(page.locator(".md-header lb-find input")).to_be_hidden()
    page.locator(".md-header").get_by_role("link", name="搜索").click()
    page.wait_for_url(served + "indicators/index.html")
    page.close()


def test_data_files_are_loaded_all_the_same(listening: Page, place: str) -> None:
    listening.goto(place + "move/index.html")
    listening.fill(".md-header lb-find input", "客户")
    listening.wait_for_selector(".lb-hit")
    assert listening.evaluate("window.violations") == []


def test_every_page_that_is_written_has_a_policy(built: Path) -> None:
    bare = [path for path in built.rglob("*.html") if "Content-Security-Policy" not in path.read_text(encoding="utf-8")]
    assert bare == []

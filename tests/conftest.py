"""What tests of every kind share."""

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from levelbook.compiled import FOLDER
from levelbook.model.handbook import Handbook
from tests.once import made_once
from tests.pages.small import own
from tests.site_build import build

CHROMIUM = "/usr/bin/chromium"
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync --renderer-process-limit=1 --disable-site-isolation-trials"
).split()
"""Quiet, and without a new process for each page that is opened, which takes a twentieth of the time."""

# a slow machine is no mistake
settings.register_profile("levelbook", deadline=None)
settings.load_profile("levelbook")


def pytest_configure(config: pytest.Config) -> None:
    """Templates are compiled once in a run, for all workers and all that they start."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        folder = TemporaryDirectory(prefix="levelbook-compiled-")
        os.environ[FOLDER] = folder.name
        config.add_cleanup(folder.cleanup)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One more than there are processors: tests in a browser wait for it a fifth of their time."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture(scope="session")
def handbook() -> Handbook:
    """The repository's own handbook."""
    return own()


@pytest.fixture(scope="session")
def texts(handbook: Handbook) -> dict[str, str]:
    """The text of every indicator in force, by its code."""
    own = (competency for sequence in handbook.sequences.values() for competency in sequence.competencies.values())
    return {one.code: one.text for competency in own for one in competency.every_live()}


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's own site, built strictly once."""
    return made_once(tmp_path_factory, "handbook", _strictly)


@pytest.fixture(scope="session")
def english(built: Path) -> Path:
    """Its English edition."""
    return built / "en"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests; without it they fail, and say what to install."""
    if not Path(CHROMIUM).exists():
        pytest.fail("Chromium is missing: install Debian's packages chromium and fonts-noto-cjk (make test does it)")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


def _strictly(target: Path) -> None:
    run = build(target)
    assert run.returncode == 0, run.stdout + run.stderr
    assert "WARNING" not in run.stderr, run.stderr

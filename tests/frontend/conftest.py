"""One Node for all tests here, and a window as new for each."""

from collections.abc import Iterator

import pytest

from tests.node import Node, Window


@pytest.fixture(scope="session")
def node() -> Iterator[Node]:
    with Node() as started:
        yield started


@pytest.fixture
def window(node: Node) -> Iterator[Window]:
    """A window that keeps nothing yet."""
    opened = node.window()
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def core(node: Node) -> Iterator[Window]:
    """A window for all tests of a module, which change nothing in it."""
    opened = node.window()
    yield opened
    opened.close()

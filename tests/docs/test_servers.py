"""The files for web servers in the guide: whole in their own form, and all asking for the same."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml

from levelbook.catalogue import Catalogue
from levelbook.commands.arguments import parser
from levelbook.commands.cli import COMMANDS

FOLDER = Path(__file__).parents[2] / "docs" / "guide" / "publishing"
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Content-Security-Policy": "frame-ancestors 'self'",
}


def read(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


def said(name: str) -> str:
    """A file without its comments."""
    return re.sub(r"^\s*#.*$", "", read(name), flags=re.MULTILINE)


@pytest.mark.parametrize("name", ["nginx.conf", "apache.conf", "web.config"])
def test_every_server_gives_the_same_headers(name: str) -> None:
    for header, value in HEADERS.items():
        assert header in said(name)
        assert value in said(name)
    assert "404.html" in said(name)
    assert "index.html" in said(name)


def test_nginx_is_whole() -> None:
    text = re.sub(r'"[^"]*"', "", said("nginx.conf"))
    assert text.count("{") == text.count("}") == 4
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    assert [line for line in lines if line[-1] not in ";{}"] == []


def test_apache_closes_what_it_opens() -> None:
    assert re.findall(r"<(\w+)", said("apache.conf")) == ["VirtualHost", "Directory"]
    assert re.findall(r"</(\w+)", said("apache.conf")) == ["Directory", "VirtualHost"]


def test_iis_is_well_formed() -> None:
    root = ElementTree.fromstring(read("web.config").encode())
    added = {one.get("name"): one.get("value") for one in root.iterfind(".//customHeaders/add")}
    assert added == HEADERS
    types = [one.get("fileExtension") for one in root.iterfind(".//mimeMap")]
    assert types == [one.get("fileExtension") for one in root.iterfind(".//staticContent/remove")]


@pytest.mark.parametrize(("name", "pattern"), [("nginx.conf", r'"~(/assets\S+)"'), ("nginx.conf", r'"~(/id\S+)"')])
def test_addresses_are_those_of_a_site(name: str, pattern: str) -> None:
    """Marks and cards look as the site writes them."""
    (found,) = re.findall(pattern, said(name))
    addresses = ("/assets/levelbook/css/home.css?ed195fa9", "/id/TAM-ACH-06/card/index.html")
    assert [bool(re.search(found, address)) for address in addresses] in ([True, False], [False, True])
    assert not re.search(found, "/sequences/x/index.html?view=junior")


def test_containers_run_commands_that_there_are() -> None:
    (run,) = re.findall(r"RUN (mkdocs.*)", said("Dockerfile"))
    build, verify = run.split(" && ")
    assert build == "mkdocs build --strict --site-dir /site"
    parser(Catalogue("en"), COMMANDS).parse_args(verify.split()[1:])
    assert re.findall(r"COPY --from=(\w+) (\S+)", said("Dockerfile")) == [("build", "/site")]
    root = re.findall(r"root (\S+);", said("nginx.conf"))
    assert re.findall(r"COPY --from=build /site (\S+)", said("Dockerfile")) == root
    assert list(yaml.safe_load(read("compose.yml"))["services"]) == ["handbook"]

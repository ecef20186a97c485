"""The site as plain files that any generator can take: bodies in Markdown files, the rest as it is."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from levelbook.build import RenderedPage, Site, assets
from levelbook.hosts import theme
from levelbook.hosts.publishing.build_record import BUILD_RECORD, record_of
from levelbook.hosts.publishing.site_folder import SiteFolder
from levelbook.model.handbook import Handbook
from levelbook.site.assets import BESIDE_MATERIAL, COMMON_SCRIPT, SCRIPTS, STYLES, marked_asset
from levelbook.site.page import NavItem, Page

MANIFEST = ".levelbook-export"
"""The file that lists what an export wrote, so that the next one takes back only its own files."""


class ForeignFolder(Exception):
    """The target holds files that no export wrote; nothing is touched."""


def export(site: Site, target: Path, handbook: Handbook, data: Path) -> int:
    """Write a site's files into a folder, all at once; the result is their number. Raises ForeignFolder and OSError.

    What somebody else has put into the folder since is carried over; `data` is the folder that the handbook stands in.
    """
    before = _written_before(target)
    files = dict(_files_of(site))
    folder = SiteFolder(target)
    try:
        for path, content in files.items():
            _write(folder.folder / path, content)
        record = record_of(folder.folder, handbook, [data]).text()
        _write(folder.folder / BUILD_RECORD, record.encode())
        for path in _foreign(folder.target, before):
            if not (folder.folder / path).exists():
                _write(folder.folder / path, (folder.target / path).read_bytes())
        _write(folder.folder / MANIFEST, "".join(f"{path}\n" for path in sorted({*files, BUILD_RECORD})).encode())
        folder.put()
    finally:
        folder.discard()
    return len(files) + 1


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def _written_before(target: Path) -> set[str]:
    """The paths that the manifest lists; a folder without one has to be new or empty."""
    manifest = target / MANIFEST
    if manifest.is_file():
        return set(manifest.read_text(encoding="utf-8").splitlines())
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise ForeignFolder(target)
    return set()


def _foreign(target: Path, ours: set[str]) -> Iterator[str]:
    """Files that no export wrote, by their paths; hidden ones are carried over anyway."""
    for path in sorted(target.rglob("*")):
        name = path.relative_to(target).as_posix()
        if path.is_file() and name not in ours and not name.startswith("."):
            yield name


def _files_of(site: Site) -> Iterator[tuple[str, bytes]]:
    for edition in site.editions:
        folder = edition.edition.folder
        for output in edition.pages:
            yield f"{folder}{output.page.address}index.md", _markdown(output, edition).encode()
        yield f"{folder}nav.json", _json([_nav_entry(item) for item in edition.navigation])
    for file in (*site.every_file(), *assets(), *site.every_search()):
        yield file.path, file.text.encode()
    yield "assets.json", _json(_needed_assets())


def _needed_assets() -> dict[str, object]:
    """What a theme has to bring: in the head of every page, and of pages whose front matter names it.

    The script of all pages runs before the page is painted: it stands in the head, and is not deferred.
    """
    return {
        "styles": [marked_asset(BESIDE_MATERIAL)],
        "scripts": [marked_asset(COMMON_SCRIPT)],
        "some_styles": {name: marked_asset(path) for name, path in theme.kind_files(STYLES).items()},
        "some_scripts": {name: marked_asset(path) for name, path in theme.kind_files(SCRIPTS).items()},
    }


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def _languages(page: Page, site: Site) -> dict[str, Any]:
    """What a theme says of a page that there is in several languages: its own, and where it stands in all of them."""
    if len(site.every_edition) == 1:
        return {}
    paths = {each.tag: f"{each.folder}{page.address}index.md" for each in site.every_edition}
    return {"lang": site.edition.tag, "alternates": paths}


def _markdown(output: RenderedPage, site: Site) -> str:
    """A page as a Markdown file: front matter, then its HTML in one block.

    A blank line would end the block in CommonMark, so none is left; front matter is JSON, which is YAML too.
    """
    page = output.page
    head: dict[str, Any] = {"title": page.full_title, "description": page.description, "hide": page.layout.hides}
    head |= _languages(page, site)
    head |= {"styles": [page.template]} if theme.style_of(page) else {}
    head |= {"scripts": [page.template]} if theme.script_of(page) else {}
    front = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in head.items())
    body = "\n".join(line.strip() for line in output.html.splitlines() if line.strip())
    return f"---\n{front}---\n\n<div>\n{body}\n</div>\n"


def _nav_entry(item: NavItem) -> dict[str, object]:
    entry: dict[str, object] = {"title": item.title}
    if item.address is not None:
        entry["path"] = item.address + "index.md"
    if item.children:
        entry["children"] = [_nav_entry(child) for child in item.children]
    return entry

"""The site as plain files that any generator can take: bodies in Markdown files, the rest as it is."""

import json
from collections.abc import Iterator
from pathlib import Path

from levelbook.build import RenderedPage, Site, assets
from levelbook.hosts import theme
from levelbook.site.assets import BESIDE_MATERIAL, COMMON_SCRIPT, SCRIPTS, STYLES, marked_asset
from levelbook.site.page import NavItem

MANIFEST = ".levelbook-export"
"""The file that lists what an export wrote, so that the next one takes back only its own files."""


class ForeignFolder(Exception):
    """The target holds files that no export wrote; nothing is touched."""


def export(site: Site, target: Path) -> int:
    """Write a site's files into a folder; the result is their number. Raises ForeignFolder and OSError."""
    before = _written_before(target)
    files = dict(_files_of(site))
    for path in before - files.keys():
        (target / path).unlink(missing_ok=True)
    for path, data in files.items():
        file = target / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    manifest = "".join(f"{path}\n" for path in sorted(files))
    (target / MANIFEST).write_text(manifest, encoding="utf-8")
    return len(files)


def _written_before(target: Path) -> set[str]:
    """The paths that the manifest lists; a folder without one has to be new or empty."""
    manifest = target / MANIFEST
    if manifest.is_file():
        paths = manifest.read_text(encoding="utf-8").splitlines()
        return {path for path in paths if _is_inside(path)}
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise ForeignFolder(target)
    return set()


def _is_inside(path: str) -> bool:
    """Whether a listed path stays in the folder; the list may have been edited."""
    parts = Path(path).parts
    return bool(parts) and not Path(path).is_absolute() and ".." not in parts


def _files_of(site: Site) -> Iterator[tuple[str, bytes]]:
    for output in site.pages:
        yield output.page.address + "index.md", _markdown(output).encode()
    for file in (*site.files(), *assets(), *site.search()):
        yield file.path, file.text.encode()
    nav = [_nav_entry(item) for item in site.navigation]
    yield "nav.json", _json(nav)
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


def _markdown(output: RenderedPage) -> str:
    """A page as a Markdown file: front matter, then its HTML in one block.

    A blank line would end the block in CommonMark, so none is left; front matter is JSON, which is YAML too.
    """
    page = output.page
    head = {"title": page.full_title, "description": page.description, "hide": page.layout.hides}
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

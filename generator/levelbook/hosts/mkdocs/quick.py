"""Renders and writes only what a change of the data touches, on what MkDocs' last whole build left.

A build of MkDocs begins with its configuration, reads all hand-written pages, lays out the navigation, and empties the
site folder. None of that depends on a sentence of the handbook. So configuration, navigation and templates of the last
build are kept; pages whose content differs are rendered in the same steps and with the same hooks as there, and written
over the old ones. What comes out is the same to the byte as a whole build into the same folder; a test compares.

`fits` says whether that is so for a new site: what stands around pages must be what it was, page by page. What breaks
this: anything in the theme's settings that is made of the handbook and is not in `frame_of`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.utils import write_file

from levelbook.build import ReadyFile, RenderedPage, SearchPage, Site
from levelbook.hosts.mkdocs.pages import HandbookPage
from levelbook.hosts.serving.overlay_app import GonePages
from levelbook.site.surroundings import Surroundings
from levelbook.site.urls import file_address

SEEING_ALL = ("pre_build", "files", "nav", "env", "post_build")
"""Hooks that a plugin has which looks at the site as a whole; what it makes of it cannot be kept."""


@dataclass
class LastBuild:
    """What MkDocs' last whole build left."""

    site: Site
    config: MkDocsConfig
    folder: str
    """The folder of the site in which the handbook stands."""
    files: Files
    nav: Navigation
    env: Any = None
    prose: tuple[SearchPage, ...] = ()
    written: dict[str, ReadyFile] = field(default_factory=dict)
    """The handbook's files that are no pages of the theme, as they were written, by path."""

    @cached_property
    def pages(self) -> dict[str, HandbookPage]:
        """The handbook's pages as MkDocs knows them, by path in the site."""
        pages = (file.page for file in self.files.documentation_pages())
        return {self.folder + file_address(page.address): page for page in pages if isinstance(page, HandbookPage)}

    def all_seeing_plugins(self, own: object) -> list[str]:
        """The other plugins that look at the site as a whole."""
        names = {id(plugin): name for name, plugin in self.config.plugins.items()}
        methods = [method for name in SEEING_ALL for method in self.config.plugins.events.get(name, ())]
        owners = [(getattr(method, "__self__", None), method.__module__) for method in methods]
        named = (names.get(id(owner), module) for owner, module in owners if owner is not own)
        return list(dict.fromkeys(named))


def frame_of(site: Site) -> tuple[object, ...]:
    """All that a site brings to its pages but their content: where it differs, pages stand in another frame."""
    return tuple(_frame_of_edition(edition) for edition in site.editions)


def _frame_of_edition(site: Site) -> tuple[object, ...]:
    places = tuple(output.page.place for output in site.pages)
    settings = (site.edition, site.navigation, site.words, site.release, site.name)
    return (*settings, site.search_field, site.code_beginnings, places)


def fits(last: LastBuild, site: Site) -> bool:
    """Whether the new site stands in the frame of the last build."""
    return frame_of(last.site) == frame_of(site)


@dataclass(frozen=True)
class WrittenChanges:
    """How much was written."""

    pages: int = 0
    files: int = 0
    is_told: bool = False
    """Whether browsers have heard of it already."""

    def __bool__(self) -> bool:
        """Whether anything was."""
        return bool(self.pages or self.files)


def write_changes(last: LastBuild, site: Site, gone: GonePages) -> WrittenChanges:
    """Write what differs; the build is then one of this site. Raises OSError, and may be called again after that."""
    pages = sum(write_page(last, *touched) for touched in _touched(last, site))
    files = sum(1 for _ in _write_files(last, site, gone))
    last.site = site
    return WrittenChanges(pages, files)


def _touched(last: LastBuild, site: Site) -> Iterator[tuple[HandbookPage, RenderedPage, Surroundings]]:
    """The pages that show something else, as MkDocs knows them, with what they are to show."""
    for edition in site.editions:
        for output in edition.pages:
            address = edition.edition.folder + output.page.address
            page, around = last.pages[last.folder + file_address(address)], edition.around(output.page)
            if differs(page, output, around):
                yield page, output, around


def differs(page: HandbookPage, output: RenderedPage, around: Surroundings) -> bool:
    """Whether a page shows something else than what it is to show."""
    is_same = page.html == output.html and page.around == around and _face(page.planned) == _face(output.page)
    return not is_same


def _face(page: Any) -> Any:
    """A page but for what its HTML was made of."""
    return replace(page, view=None)


def write_page(last: LastBuild, page: HandbookPage, output: RenderedPage, around: Surroundings) -> int:
    """Render a page as MkDocs does, with what other plugins do to it; the result is how many are written."""
    config, plugins = last.config, last.config.plugins
    before = page.planned, page.html, page.around
    page.planned, page.html, page.around = output.page, output.html, around
    config._current_page = page
    page.active = True
    try:
        page = plugins.on_pre_page(page, config=config, files=last.files)  # type: ignore[assignment]
        page.read_source(config)
        page.markdown = plugins.on_page_markdown(page.markdown or "", page=page, config=config, files=last.files)
        page.active = False
        page.render(config, last.files)
        page.content = plugins.on_page_content(page.content or "", page=page, config=config, files=last.files)
        page.active = True
        context = get_context(last.nav, last.files.documentation_pages(), config, page)
        template = last.env.get_template(page.meta.get("template", "main.html"))
        context = plugins.on_page_context(context, page=page, config=config, nav=last.nav)
        html = plugins.on_post_page(template.render(context), page=page, config=config)
        write_file(html.encode("utf-8", errors="xmlcharrefreplace"), page.file.abs_dest_path or "")
    except BaseException as error:
        page.planned, page.html, page.around = before
        if isinstance(error, OSError):
            page.html = ""  # what stands in the file now is neither the old nor the new page
        raise
    finally:
        page.active = False
        config._current_page = None
    return 1


def _write_files(last: LastBuild, site: Site, gone: GonePages) -> Iterator[str]:
    """Write the files that differ, and remove those that are no more; the result is their paths."""
    new = {file.path: file for file in (*site.every_file(), *site.every_search(sorted(last.prose)))}
    root = Path(last.config.site_dir)
    for path, file in new.items():
        old = last.written.get(path)
        if old is not file and (old is None or old.text != file.text):
            write_file(file.data, str(root / last.folder / path))
            last.written[path] = file
            yield path
    for path in last.written.keys() - new.keys():
        _remove(root, last.folder + path, gone)
        del last.written[path]
        yield path


def _remove(root: Path, path: str, gone: GonePages) -> None:
    """Remove a file, and the folders that it leaves empty; a page's last bytes are kept for who reads it."""
    file = root / path
    keep_pages(root, [path], gone)
    file.unlink(missing_ok=True)
    for folder in file.parents:
        if folder == root or not folder.is_dir() or any(folder.iterdir()):
            break
        folder.rmdir()


def keep_pages(root: Path, paths: Iterable[str], gone: GonePages) -> None:
    """Keep the last bytes of pages that are about to go."""
    for path in paths:
        file = root / path
        if path.endswith(".html") and file.is_file():
            gone.keep(path, file.read_bytes())

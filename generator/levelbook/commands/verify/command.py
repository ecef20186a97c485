"""The command `levelbook verify`: compares a site with its `build.json`, file by file."""

import argparse
import http.client
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from levelbook.catalogue import Catalogue
from levelbook.commands.arguments import Command, Options
from levelbook.commands.result import CommandResult, ExitStatus, failed
from levelbook.commands.verify.places import FolderPlace, ServedPlace, SitePlace, record_in
from levelbook.hosts.publishing.build_record import BUILD_RECORD, MOST_BYTES, BuildRecord, NoRecord, read_record
from levelbook.loading.data_folder import DataFolder
from levelbook.text import signs

_MOST_NAMED: Final = 50
_OF_SERVERS: Final = ("CNAME", "web.config", "robots.txt", "_headers", "_redirects", "Thumbs.db", "desktop.ini")
"""What people who run a server put beside a site's files; it changes nothing of the handbook."""


@dataclass(frozen=True)
class Differences:
    """Where a site is not as it was built, by the paths of its files."""

    changed: tuple[str, ...]
    missing: tuple[str, ...]
    extra: tuple[str, ...]
    added: tuple[str, ...]
    """What a server wants beside the site."""

    @property
    def are_none(self) -> bool:
        """Whether the site is as it was built."""
        return not (self.changed or self.missing or self.extra)


def add_options(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    """Adds what is verified, against what, and the form of the answer."""
    parser.add_argument("site", metavar="SITE", help=words("cli.verify-site"))
    parser.add_argument("--against", type=Path, metavar="FILE", help=words("cli.verify-against"))
    parser.add_argument("--format", choices=("text", "json"), default="text", help=words("cli.verify-format"))


def run(options: Options, folder: DataFolder, words: Catalogue) -> CommandResult:
    """Compares; whatever keeps it from that is told in one line."""
    is_address = options.site.startswith(("http://", "https://"))
    place: SitePlace = ServedPlace(options.site) if is_address else FolderPlace(Path(options.site))
    if not is_address and not Path(options.site).is_dir():
        return failed(words("verify.no_folder", folder=options.site))
    try:
        text = record_in(options.against) if options.against else place.record()
        if text is None:
            return failed(words("verify.no_record", site=options.site, file=BUILD_RECORD))
        if len(text) > MOST_BYTES:
            raise NoRecord("format")
        record = read_record(text)
        differences = compared(record, place)
    except NoRecord as problem:
        return failed(words(f"verify.wrong.{problem.reason}", file=options.against or BUILD_RECORD))
    except (OSError, ValueError, http.client.HTTPException) as error:
        return failed(words("verify.unreadable", site=options.site, why=getattr(error, "reason", None) or error))
    status = ExitStatus.CLEAN if differences.are_none else ExitStatus.PROBLEMS
    if options.format == "json":
        return CommandResult((json.dumps(asdict(differences), ensure_ascii=False),), status=status)
    return CommandResult(tuple(_told(differences, record, words)), status=status)


def compared(record: BuildRecord, place: SitePlace) -> Differences:
    """Where a site differs from its record. Raises `OSError`."""
    there = place.hashes(record.files)
    others = place.others(record.files)
    return Differences(
        tuple(name for name in record.files if name in there and there[name] != record.files[name]),
        tuple(name for name in record.files if name not in there),
        tuple(name for name in others if name not in _OF_SERVERS),
        tuple(name for name in others if name in _OF_SERVERS),
    )


def _told(differences: Differences, record: BuildRecord, words: Catalogue) -> Iterable[str]:
    for kind in ("changed", "missing", "extra", "added"):
        names = getattr(differences, kind)
        for name in names[:_MOST_NAMED]:
            yield words(f"verify.{kind}", file=signs.visible(name))
        if len(names) > _MOST_NAMED:
            yield words("verify.more", n=len(names) - _MOST_NAMED)
    facts = {"n": len(record.files), "made": _made_from(record, words)}
    if differences.are_none:
        yield words("verify.same", **facts)
        return
    counts = {kind: len(getattr(differences, kind)) for kind in ("changed", "missing", "extra")}
    yield words("verify.different", **facts, **counts)


def _made_from(record: BuildRecord, words: Catalogue) -> str:
    """What the site was made from, in the words of its record."""
    parts = [signs.visible(record.handbook.get("name", ""))]
    if release := record.handbook.get("release"):
        parts.append(words("verify.release", release=signs.visible(release)))
    if record.commit:
        key = "verify.commit_changed" if record.is_changed else "verify.commit"
        parts.append(words(key, commit=signs.visible(record.commit[:12])))
    return words("join.series").join(parts)


VERIFY: Final = Command("verify", run, add_options, needs_folder=False)

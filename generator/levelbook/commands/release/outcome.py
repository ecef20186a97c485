"""What a release makes of a folder: values only, nothing is written.

The order matters. First the number goes where people and programs look for it: the draft, the ledger, the ends of what
was retired. The folder is read again from that, and its facts are what is compared and kept, so that the snapshot says
what the files say. Last the history is written, sealed, and the whole is read once more: it must have no errors, and
its history turned back must give the facts of the release before, letter for letter. What does not is refused.

A handbook without a history begins one: with its facts as they are alone, or, where an older state is at hand, with
what has changed since. Its number may then be that of the newest release that people wrote down themselves.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Final

from levelbook.build import published_addresses
from levelbook.catalogue import LANGUAGES, Catalogue
from levelbook.checks.context import CheckContext
from levelbook.commands.ids import ledger_file
from levelbook.commands.release.readiness import (
    Addresses,
    OlderState,
    ReleaseProblem,
    ReleaseWanted,
    not_ready,
    published_versions,
)
from levelbook.commands.release.rewrite import with_ends, with_release, without_end
from levelbook.commands.release.translations import NotedTranslations, note_translations
from levelbook.history.change import TypedChange
from levelbook.history.comparing.changes import SAID, typed_changes
from levelbook.history.facts import facts_of
from levelbook.history.release_changes import recorded
from levelbook.history.release_version import class_of, is_enough, lowest_version
from levelbook.load import Loaded, load_files
from levelbook.loading.edit.file_change import FileChange, Files, bytes_of
from levelbook.loading.edit.rewrite import scalar
from levelbook.loading.files import text_of
from levelbook.loading.history import (
    ADDRESSES,
    PUBLISHED,
    is_history,
    release_file,
    rendered_addresses,
    rendered_release,
    seal_of,
)
from levelbook.model.handbook import Handbook
from levelbook.model.history import ChangeClass, FactTable, History, ReleaseHistory
from levelbook.model.history_lines import text_of_table
from levelbook.model.ledger import CodeState, seal_of_codes
from levelbook.problems import Place, Problem

RELEASES: Final = "releases.yml"
_TOO_LOW: Final = {
    ChangeClass.RAISES: "too-low-raises",
    ChangeClass.LOWERS: "too-low-lowers",
    ChangeClass.CLARIFIES: "too-low-clarifies",
    ChangeClass.TYPO: "too-low-typo",
}
Publish = Callable[[Handbook, Catalogue], Addresses]


@dataclass
class ReleaseOutcome:
    """What came of it."""

    refusals: list[Problem] = field(default_factory=list)
    """Why nothing is written."""
    unworded: list[TypedChange] = field(default_factory=list)
    """Changes that wait for somebody's word."""
    unused: tuple[str, ...] = ()
    """Words of the draft on what has not changed, or needs none."""
    changes: tuple[TypedChange, ...] = ()
    """What the release changes, in the order in which it is told."""
    lowest: str = ""
    """The lowest number that it can have; nothing where it is the first of the handbook."""
    files: tuple[FileChange, ...] = ()
    translations: NotedTranslations = field(default_factory=NotedTranslations)
    """What each translation was made from, as the release notes it."""
    summary: str = ""
    """What is new, as the draft says it."""
    before: FactTable | None = None
    """What there was; none where nothing is known of it."""
    after: FactTable = field(default_factory=dict)
    """What there is."""


def release_outcome(
    files: Files, wanted: ReleaseWanted, older: OlderState | None = None, publish: Publish = published_addresses
) -> ReleaseOutcome:
    """Everything that a release writes, or why there is none; `publish` tells the pages of a handbook."""
    loaded = load_files(files)
    outcome = ReleaseOutcome(refusals=not_ready(loaded, wanted, older))
    if outcome.refusals or loaded.handbook is None:
        return outcome
    try:
        numbered = _numbered(files, loaded, wanted)
    except ValueError:
        outcome.refusals = [ReleaseProblem("not-safe", Place(RELEASES))]
        return outcome
    again = load_files({path: data for path, data in numbered.items() if not is_history(path)})
    if again.handbook is None:
        outcome.refusals = again.errors
        return outcome
    handbook, past = again.handbook, loaded.folder.history
    outcome.translations = note_translations(again.folder, past.history.published)
    numbered |= outcome.translations.files
    before = past.history.published if past.newest else older.facts if older else None
    outcome.before, outcome.after = before, facts_of(handbook)
    outcome.summary = handbook.releases[0].summary or ""
    if before is not None:
        _compare(outcome, loaded, handbook, wanted, before)
    if not outcome.refusals:
        history = _history(handbook, past.history, wanted, outcome)
        pages = publish(replace(handbook, history=history), Catalogue(handbook.head.language))
        earlier = (past.history.addresses, older.addresses if older else {})
        history = replace(history, addresses=_united(*earlier, pages))
        outcome.files = _with_history(files, numbered, again, wanted, outcome, history)
    return outcome


def _history(handbook: Handbook, past: History, wanted: ReleaseWanted, outcome: ReleaseOutcome) -> History:
    """The history with this release in it, as its pages tell it too; the first of a history has nothing to tell."""
    releases = past.releases
    if outcome.before is not None:
        releases = (recorded(wanted.version, outcome.changes, outcome.before, outcome.after), *releases)
    known = handbook.history
    return History(outcome.after, releases, past.addresses, known.paths, known.now)


def _united(*every: Addresses) -> Addresses:
    """Every page that was ever published, and those of now, with all their anchors."""
    pages: dict[str, set[str]] = {}
    for known in every:
        for address, anchors in known.items():
            pages.setdefault(address, set()).update(anchors)
    return {page: tuple(sorted(anchors)) for page, anchors in pages.items()}


def _compare(
    outcome: ReleaseOutcome,
    loaded: Loaded,
    handbook: Handbook,
    wanted: ReleaseWanted,
    before: FactTable,
) -> None:
    """What has changed, whether every change has its word, and whether the number is high enough for them."""
    words = loaded.handbook.draft.words if loaded.handbook and loaded.handbook.draft else {}
    changes = outcome.changes = typed_changes(before, outcome.after, words, handbook.history.now)
    outcome.unworded = [change for change in changes if change.change_class is ChangeClass.ASK]
    outcome.unused = tuple(sorted(words.keys() - {change.address for change in changes if change.rule == SAID}))
    vanished = [change for change in changes if change.change_class is ChangeClass.ERROR]
    outcome.refusals = [ReleaseProblem("vanished", Place(RELEASES), facts={"value": one.address}) for one in vanished]
    if outcome.unworded or vanished:
        waiting = dict.fromkeys(change.address for change in outcome.unworded)
        outcome.refusals += [_word_missing(loaded, address) for address in waiting]
        return
    known = [version for version in published_versions(loaded) if version != wanted.version]
    change_class = class_of(change.change_class for change in changes)
    if known:
        outcome.lowest = lowest_version(known[0], change_class)
        if not is_enough(wanted.version, known[0], change_class):
            facts = {"value": wanted.version, "lowest": outcome.lowest}
            outcome.refusals = [ReleaseProblem(_TOO_LOW[change_class], Place("VERSION"), facts=facts)]


def _word_missing(loaded: Loaded, address: str) -> Problem:
    """The place where a word is to be written."""
    data_file = loaded.folder.releases
    drafted = loaded.handbook is not None and loaded.handbook.draft is not None
    facts = {"value": address, "key": scalar(address)}
    if data_file is None or not drafted:
        return ReleaseProblem("word-missing", Place(RELEASES), variant="word-missing-no-draft", facts=facts)
    place = data_file.at("releases", 0)
    if data_file.node("releases", 0, "words") is not None:
        place = data_file.key("releases", 0, "words")
    return ReleaseProblem("word-missing", place, facts=facts)


def _numbered(files: Files, loaded: Loaded, wanted: ReleaseWanted) -> dict[str, bytes]:
    """The files with the release's number in them; a ValueError where it cannot be written safely."""
    numbered = {path: data for path, data in files.items() if isinstance(data, bytes)}
    folder = loaded.folder
    if wanted.version not in published_versions(loaded):
        pairs = {"version": wanted.version, "date": wanted.date}
        pairs |= {"effective": wanted.effective} if wanted.effective else {}
        numbered[RELEASES] = _rewritten(files, RELEASES, lambda text: with_release(text, folder.releases, pairs))
    for path, owners in without_end(folder):
        numbered[path] = _rewritten(files, path, partial(with_ends, owners=owners, version=wanted.version))
    lines = ledger_file.lines_of(folder, files.get(ledger_file.FILE))
    if lines is None:
        raise ValueError(ledger_file.FILE)
    lines = ledger_file.extend(CheckContext(folder), lines, ())
    for code, entry in lines.codes.items():
        lines.codes[code] = _entry(entry, wanted.version)
    numbered[ledger_file.FILE] = ledger_file.text(lines).encode("utf-8")
    return numbered


def _entry(entry: str | CodeState, version: str) -> str | CodeState:
    """An entry of the ledger with the first release in place of the mark; what was taken back never had one."""
    if isinstance(entry, str) or entry.new is None or entry.undone:
        return entry
    return CodeState(since=version, now=entry.now) if entry.now else version


def _rewritten(files: Files, path: str, edit: Callable[[str], str]) -> bytes:
    data = files.get(path, b"")
    text = text_of(path, data)
    if not isinstance(text, str) or not isinstance(data, bytes):
        raise ValueError(path)
    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    return mark + edit(text).encode("utf-8")


def _with_history(
    files: Files,
    numbered: dict[str, bytes],
    again: Loaded,
    wanted: ReleaseWanted,
    outcome: ReleaseOutcome,
    history: History,
) -> tuple[FileChange, ...]:
    """All files that change, with the history of the release; refused where the whole does not read back as meant."""
    assert again.folder.ledger and again.folder.ledger.value
    published, addresses = text_of_table(history.published), rendered_addresses(history.addresses)
    seals = {
        "published": seal_of(published),
        "addresses": seal_of(addresses),
        "codes": seal_of_codes(again.folder.ledger.value),
    }
    first = outcome.before is None
    release = ReleaseHistory(wanted.version) if first else history.releases[0]
    heads = tuple(Catalogue(language)("history.head") for language in LANGUAGES)
    texts = {
        release_file(wanted.version): rendered_release(release, seals, heads, first),
        PUBLISHED: published,
        ADDRESSES: addresses,
    }
    every = {**numbered, **{path: text.encode("utf-8") for path, text in texts.items()}}
    outcome.refusals = _not_as_meant(load_files(every), history, outcome.before)
    changed = [path for path in sorted(every) if files.get(path) != every[path]]
    return (
        tuple(FileChange(path, bytes_of(files.get(path)), every[path]) for path in changed)
        if not outcome.refusals
        else ()
    )


def _not_as_meant(loaded: Loaded, history: History, before: FactTable | None) -> list[Problem]:
    """What is wrong with what would be written; nothing where it reads back as meant, and turns back to what was."""
    if loaded.handbook is None:
        return loaded.errors
    turned = history.releases[0].turned_back(history.published) if before is not None else None
    if loaded.handbook.history != history or turned != before:
        return [ReleaseProblem("not-safe", Place(PUBLISHED))]
    return []

"""Releases in one language: days, what a change means, and a text with its old words in it."""

from datetime import date

from levelbook.history.change import TypedChange
from levelbook.history.timeline import Timeline
from levelbook.history.wordings import ReleasedWording
from levelbook.localized.handbook import LocalizedHandbook
from levelbook.model.history import ChangeClass, RecordedChange
from levelbook.queries.remembered import remembered
from levelbook.text.inline import Marked, plain
from levelbook.text.wording import JoinedWord, difference, joined


@remembered(lambda: ())
def timeline(book: LocalizedHandbook) -> Timeline:
    """What is known of the handbook's releases."""
    return Timeline(book.handbook)


def day(book: LocalizedHandbook, iso: str) -> str:
    """A day as prose writes it: 2027年1月1日, 1 January 2027."""
    if not iso:
        return ""
    known = date.fromisoformat(iso)
    month = book.words("releases.months").split()[known.month - 1]
    return book.words("releases.day", year=known.year, month=month, day=known.day)


def from_day(book: LocalizedHandbook, version: str) -> str:
    """From when a release holds: 2027年1月1日起."""
    return book.words("releases.from", day=day(book, timeline(book).day(version)))


def class_word(book: LocalizedHandbook, change_class: ChangeClass) -> str:
    """What a change means to whoever has to meet the standard; nothing where a file says what no release can."""
    key = f"releases.class.{change_class.value}"
    return book.words(key) if key in book.words else ""


def class_of(book: LocalizedHandbook, version: str, code: str) -> ChangeClass | None:
    """What a release means for one thing; none where it did nothing to it."""
    for release in book.handbook.history.releases:
        if release.version == version:
            return next((change.change_class for change in release.changes if change.address == code), None)
    return None


def why_of(book: LocalizedHandbook, version: str, change: RecordedChange | TypedChange) -> str:
    """The reason that a person gave for a change; translated where releases.yml still has what the release recorded."""
    release = next((release for release in book.handbook.releases if release.version == version), None)
    word = release.words.get(change.address) if release else None
    return book.text(word, "why") if word and word.why and word.why == change.why else change.why


def marked_wording(book: LocalizedHandbook, wording: ReleasedWording) -> Marked:
    """What a wording says, in the page's language where it was translated, with its marks."""
    return Marked(wording.fact.get(f"text_{book.language}") or wording.text)


def word_runs(before: str, after: str) -> tuple[JoinedWord, ...]:
    """Two texts in one: word by word, or one after the other where little stays."""
    old, new = plain(before), plain(after)
    found = difference(old, new)
    if found.rewritten:
        return JoinedWord(old, "gone"), JoinedWord(new, "added")
    return joined(found.before, found.after)


def wording_runs(book: LocalizedHandbook, before: ReleasedWording, after: ReleasedWording) -> tuple[JoinedWord, ...]:
    """The old wording and the new one in one; in the language of the handbook where the translation has not changed."""
    old, new = marked_wording(book, before), marked_wording(book, after)
    return word_runs(before.text, after.text) if str(old) == str(new) else word_runs(old, new)

"""What the command says of a release: what it changes, what waits for a word, which files it writes."""

import shlex
from collections import Counter
from collections.abc import Iterator, Sequence

from levelbook.catalogue import Catalogue
from levelbook.commands.release.outcome import ReleaseOutcome
from levelbook.commands.release.readiness import ReleaseProblem, ReleaseWanted
from levelbook.commands.writing.difference import difference
from levelbook.history.change import TypedChange
from levelbook.loading.edit.file_change import FileChange
from levelbook.localized.changes import ChangeSentences
from levelbook.model.history import ChangeClass
from levelbook.problems import Problem, as_text, under
from levelbook.text import signs

_BY_PROGRAM = ("ledger.yml", "translations.yml", "history/")
"""Files of which nobody reads a difference."""
_MOST_TOLD = 12
"""Of translations that wait."""


def refusal_lines(outcome: ReleaseOutcome, folder: str, words: Catalogue) -> Iterator[str]:
    """Why there is no release, each reason at its place; behind a missing word what the change is."""
    sentences = _sentences(outcome, words)
    told: dict[str, list[TypedChange]] = {}
    for change in outcome.unworded:
        told.setdefault(change.address, []).append(change)
    for problem in outcome.refusals:
        yield _reason(problem, folder, words)
        for change in told.get(str(problem.facts.get("value")), ()) if problem.code == "word-missing" else ():
            yield words("release.indented", text=sentences.line(change))


def _reason(problem: Problem, folder: str, words: Catalogue) -> str:
    inside = problem.place.file and not problem.place.file.startswith("-") and problem.place.file != "VERSION"
    if isinstance(problem, ReleaseProblem) and not inside:
        spot = f"{problem.place.file}: " if problem.place.file else ""
        return spot + problem.message(words)
    return as_text(under(folder, problem), words)


def _sentences(outcome: ReleaseOutcome, words: Catalogue) -> ChangeSentences:
    return ChangeSentences(words, outcome.before or {}, outcome.after)


def told_lines(outcome: ReleaseOutcome, wanted: ReleaseWanted, folder: str, words: Catalogue) -> Iterator[str]:
    """What a release is and does."""
    yield words("release.title", version=wanted.version, date=wanted.date)
    if outcome.before is None:
        yield words("release.begun")
    elif not outcome.changes:
        yield words("release.unchanged")
    sentences = _sentences(outcome, words)
    counts = Counter(change.change_class for change in outcome.changes)
    if counts:
        each = (
            words("release.count", meaning=sentences.meaning(key), n=counts[key]) for key in ChangeClass if counts[key]
        )
        yield words("join.series").join(each)
    yield from (sentences.line(change) for change in outcome.changes)
    for address in outcome.unused:
        yield words("release.unused", value=signs.visible(address))
    yield from _translations(outcome, folder, words)
    by_hand = [change for change in outcome.files if not change.path.startswith(_BY_PROGRAM)]
    if by_hand:
        yield ""
        yield from difference(by_hand, folder, words)
    yield ""
    yield from (_size(change, folder, words) for change in outcome.files if change.path.startswith(_BY_PROGRAM))


def _translations(outcome: ReleaseOutcome, folder: str, words: Catalogue) -> Iterator[str]:
    """Which translations are noted, and which wait for a change: these are published as they are."""
    told = outcome.translations
    if told.new:
        yield words("release.translations-new", n=told.new)
    if told.waiting:
        yield words("release.translations-waiting", n=len(told.waiting))
    for twin in told.waiting[:_MOST_TOLD]:
        text = words("cli.translations-line", place=f"{folder}/{twin.place}", key=twin.key, base=twin.base)
        yield words("release.indented", text=text)
    if len(told.waiting) > _MOST_TOLD:
        yield words("release.indented", text="…")


def _size(change: FileChange, folder: str, words: Catalogue) -> str:
    return words("release.size", file=f"{folder}/{change.path}", n=len(change.after or b""))


def next_lines(outcome: ReleaseOutcome, wanted: ReleaseWanted, words: Catalogue) -> Sequence[str]:
    """What is left to do: the tag; and what the feed will say."""
    summary = signs.visible(outcome.summary) or words("release.no-summary")
    tag = shlex.quote(f"{wanted.version} {summary}")
    return (
        words("release.tag", command=f"git tag -a content-{wanted.version} -m {tag}"),
        words("release.feed", version=wanted.version, date=wanted.date, summary=summary),
    )

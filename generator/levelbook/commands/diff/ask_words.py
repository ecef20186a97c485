"""Asks what changes mean that no rule can judge, one by one, and writes the words into the draft."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from levelbook.catalogue import Catalogue
from levelbook.commands.diff.report import DiffReport
from levelbook.commands.diff.words_file import FILE, with_words
from levelbook.commands.result import CommandResult, ExitStatus, failed
from levelbook.commands.terminal import Paint, Person
from levelbook.load import files_in, load_files
from levelbook.loading.edit.atomic_write import replace
from levelbook.localized.changes import ChangeSentences

_ANSWERS: Final = {"m": "raises", "l": "lowers", "c": "clarifies", "n": "typo"}
"""What is typed, by its letter: more, less, clearer, nothing; the same in both languages, as help says."""
_QUIT: Final = "q"


def ask_words(report: DiffReport, folder: Path, words: Catalogue, person: Person, paint: Paint) -> CommandResult:
    """Asks for every word that is missing; what was given until somebody stops is written."""
    if not report.asked:
        return CommandResult(err=(words("diff.words.none"),))
    given = dict(_asked(report, words, person, paint))
    if not given:
        return CommandResult(err=(words("diff.words.nothing"),), status=ExitStatus.WORDS_MISSING)
    file = folder / FILE
    old = file.read_bytes().decode("utf-8") if file.is_file() else ""
    new = with_words(old.removeprefix("\ufeff"), given)
    if new is None or not _reads_back(folder, new, given):
        return failed(words("diff.words.by-hand", file=file.as_posix(), list="\n".join(map(": ".join, given.items()))))
    mark = "\ufeff" if old.startswith("\ufeff") else ""
    replace(file, (mark + new).encode("utf-8"), None if file.is_file() else folder / "handbook.yml")
    left = len({change.address for change in report.asked} - given.keys())
    key = "diff.words.written" if not left else "diff.words.written-left"
    status = ExitStatus.CLEAN if not left else ExitStatus.WORDS_MISSING
    return CommandResult(err=(words(key, n=len(given), file=file.as_posix(), left=left),), status=status)


def _asked(report: DiffReport, words: Catalogue, person: Person, paint: Paint) -> Iterator[tuple[str, str]]:
    say = ChangeSentences(words, report.before.facts, report.after.facts)
    addresses = dict.fromkeys(change.address for change in report.asked)
    for number, address in enumerate(addresses, 1):
        person.say()
        person.say(paint("dim", words("diff.words.number", n=number, of=len(addresses))))
        for change in report.asked:
            if change.address == address:
                sentence = say.sentence(change)
                person.say(sentence.lead + paint.joined(sentence.words))
                person.say(paint("dim", "  ".join(filter(None, (say.whom(change), say.rule(change))))))
        answer = _answer(words, person)
        if answer == _QUIT:
            return
        if answer:
            why = person.ask(words("diff.words.why")) or ""
            yield address, f"{{is: {answer}, why: {quoted(why)}}}" if why else answer


def _answer(words: Catalogue, person: Person) -> str:
    while True:
        typed = person.ask(words("diff.words.question"))
        if typed is None or typed.lower() == _QUIT:
            return _QUIT
        if not typed:
            return ""
        if typed.lower() in _ANSWERS or typed in _ANSWERS.values():
            return _ANSWERS.get(typed.lower(), typed)
        person.say(words("diff.words.again"))


def quoted(text: str) -> str:
    """A text as YAML has it between quotes."""
    return "'" + text.replace("'", "''") + "'"


def _reads_back(folder: Path, text: str, given: Mapping[str, str]) -> bool:
    """Whether the file says what was meant, before it is written."""
    files = {**dict(files_in(folder)), FILE: text.encode("utf-8")}
    releases = load_files(files).folder.releases
    draft = releases.value.draft if releases and releases.value else None
    return draft is not None and given.keys() <= draft.words.keys()

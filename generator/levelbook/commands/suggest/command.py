"""The command `levelbook suggest`: what may be raises, here, and what may hold on, in `holds`.

Offers pairs, asks about them, and writes what a person says of them.
"""

import argparse
import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from levelbook.advice.rarity import Rarity, rarity
from levelbook.catalogue import Catalogue
from levelbook.commands.arguments import Command, Options
from levelbook.commands.result import CommandResult, ExitStatus, failed
from levelbook.commands.suggest.accepted import accepted
from levelbook.commands.suggest.answers import AnsweredFiles, PairAnswer, PairWord, answered_files
from levelbook.commands.suggest.as_json import as_json
from levelbook.commands.suggest.dialogue import Dialogue
from levelbook.commands.suggest.holds import suggest_holds
from levelbook.commands.suggest.offer import Offer, find_sequence, offers
from levelbook.commands.suggest.show import PairText, summary
from levelbook.commands.terminal import Paint, Person, Terminal, at_terminal, paint
from levelbook.commands.writing.asking import add_asking, unless_changed
from levelbook.commands.writing.difference import difference
from levelbook.load import files_in, load_files
from levelbook.loading.data_folder import DataFolder
from levelbook.loading.edit.together import write
from levelbook.loading.files import read
from levelbook.model.handbook import Handbook
from levelbook.problems import as_text, under

_SHOWN_LINES: Final = 30
"""Of a difference, before one asks to see all of it."""


def add_options(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    """Adds what is to be suggested, for which sequence, and how to answer without a terminal."""
    parser.add_argument("what", choices=("raises", "holds"), help=words("suggest.option_what"))
    parser.add_argument("sequence", nargs="?", default="", metavar="SEQUENCE", help=words("suggest.option_sequence"))
    parser.add_argument("--all", action="store_true", help=words("suggest.option_all"))
    parser.add_argument("--json", action="store_true", help=words("suggest.option_json"))
    parser.add_argument("--accept", type=Path, metavar="FILE", help=words("suggest.option_accept"))
    add_asking(parser, words)


def run(options: Options, folder: DataFolder, words: Catalogue) -> CommandResult:
    """Asks at a terminal; otherwise lists, or writes what a file accepts."""
    return suggest(options, folder.path, words, Terminal() if at_terminal() else None, paint())


@dataclass(frozen=True)
class _Request:
    """What is asked for, with all that is needed to answer."""

    options: Options
    folder: Path
    words: Catalogue
    person: Person | None
    """Whom one can ask; none where nobody is there."""
    paint: Paint
    files: dict[str, Any]
    handbook: Handbook
    rarity: Rarity


def suggest(options: Options, folder: Path, words: Catalogue, person: Person | None, colours: Paint) -> CommandResult:
    """Offers, or takes answers from a file."""
    files = dict(files_in(folder))
    loaded = load_files(files)
    if loaded.handbook is None:
        lines = tuple(as_text(under(folder.as_posix(), problem), words) for problem in loaded.errors)
        return CommandResult(lines, (words("suggest.folder_errors"),), ExitStatus.PROBLEMS)
    if options.what == "holds":
        return suggest_holds(options, DataFolder(folder), loaded.handbook, words, person, colours)
    request = _Request(options, folder, words, person, colours, files, loaded.handbook, rarity(loaded.handbook))
    return _from_file(request) if options.accept else _offered(request)


def _offered(request: _Request) -> CommandResult:
    handbook, words, name = request.handbook, request.words, request.options.sequence
    sequence = find_sequence(handbook, name) if name else None
    if name and not sequence:
        return failed(words("suggest.no_sequence", value=name, list=words("join.series").join(handbook.sequences)))
    if sequence and (sequence.head.unranked or len(sequence.levels) < 2):
        return failed(words("suggest.no_levels", name=sequence.name))
    meant = (sequence,) if sequence else tuple(handbook.sequences.values())
    found = offers(request.rarity, meant, request.options.all)
    found = found if sequence else tuple(offer for offer in found if not offer.empty)
    if request.options.json:
        return CommandResult((json.dumps(as_json(found, request.rarity), ensure_ascii=False, indent=1),))
    if not found:
        return CommandResult(err=(words("suggest.nothing"),))
    return _asked(request, found) if request.person else _listed(request, found)


def _listed(request: _Request, found: tuple[Offer, ...]) -> CommandResult:
    """Everything that is offered, where nobody can be asked."""
    texts, lines = PairText(request.words, request.rarity, request.paint), list[str]()
    for offer in found:
        lines += summary(offer, request.words)
        for kind, pairs in (("likely", offer.likely), ("single", offer.single), ("equal", offer.equal)):
            for at, pair in enumerate(pairs, 1):
                lines += ["", texts.head(offer, kind, at, len(pairs), pair)]
                lines += [texts.equal(pair)] if kind == "equal" else texts.lines(offer, pair)
        lines.append("")
    return CommandResult(tuple(lines), (request.words("suggest.nobody"), request.words("suggest.measured")))


def _asked(request: _Request, found: tuple[Offer, ...]) -> CommandResult:
    assert request.person
    texts = PairText(request.words, request.rarity, request.paint)
    dialogue = Dialogue(request.person, request.words, texts, request.paint)
    answers = dialogue.about(found)
    result = _written(request, answers) if answers else CommandResult(err=(request.words("suggest.no_answers"),))
    return replace(result, err=(*result.err, request.words("suggest.measured")))


def _from_file(request: _Request) -> CommandResult:
    file = request.options.accept
    answers, wrong = accepted(request.handbook, file.as_posix(), read(file))
    if wrong:
        lines = tuple(one.sentence(request.words, file.as_posix()) for one in wrong)
        return CommandResult(err=lines, status=ExitStatus.PROBLEMS)
    if not answers:
        return CommandResult(err=(request.words("suggest.no_answers"),))
    return _written(request, answers)


def _written(request: _Request, answers: list[PairAnswer]) -> CommandResult:
    """Shows what would change, asks where somebody is there, and writes."""
    words, folder = request.words, request.folder.as_posix()
    reasons = {word: words(f"suggest.reason_{word}") for word in (PairWord.REFUSED, PairWord.KEPT)}
    outcome = answered_files(request.files, answers, reasons)
    if outcome.new_problems:
        lines = tuple(as_text(under(folder, problem), words) for problem in outcome.new_problems)
        return CommandResult(lines, (words("suggest.would_break"),), ExitStatus.PROBLEMS)
    diff = list(map(request.paint.difference, difference(outcome.files, folder, words)))
    by_hand = tuple(_by_hand(request, answer) for answer in outcome.by_hand)
    sure = request.options.yes or (not request.options.dry_run and _is_wanted(request, outcome, diff))
    if request.options.dry_run or not sure:
        asked = request.person is not None and not request.options.dry_run
        nobody = request.person is None and not request.options.dry_run and bool(outcome.files)
        status = ExitStatus.WOULD_CHANGE if nobody else ExitStatus.CLEAN
        ending = words("suggest.left" if asked else "suggest.would", **_counts(outcome))
        return CommandResult(() if asked else tuple(diff), (*by_hand, ending), status)
    refused = unless_changed(lambda: write(request.folder, "suggest raises", outcome.files), words)
    if refused:
        return refused
    shown = tuple(diff) if request.person is None else ()
    ending = words("suggest.written", files=len(outcome.files), **_counts(outcome))
    return CommandResult(shown, (*by_hand, ending), ExitStatus.PROBLEMS if by_hand else ExitStatus.CLEAN)


def _is_wanted(request: _Request, outcome: AnsweredFiles, diff: list[str]) -> bool:
    """Whether the person, who has seen the difference, wants it written."""
    if request.person is None or not outcome.files:
        return False
    texts = PairText(request.words, request.rarity, request.paint)
    dialogue = Dialogue(request.person, request.words, texts, request.paint)
    for line in diff[:_SHOWN_LINES]:
        request.person.say(line)
    keys = {key: request.words(f"suggest.write_{key}", n=len(diff)) for key in "ynd"}
    if len(diff) <= _SHOWN_LINES:
        del keys["d"]
    request.person.say(request.words("suggest.write", **_counts(outcome)))
    while (key := dialogue.choice(keys)) == "d":
        for line in diff:
            request.person.say(line)
    return key == "y"


def _counts(outcome: AnsweredFiles) -> dict[str, int]:
    return {word.value: sum(answer.word is word for answer in outcome.written) for word in PairWord}


def _by_hand(request: _Request, answer: PairAnswer) -> str:
    pair = answer.pair
    place = f"{request.folder.as_posix()}/{pair.competency.file}:{pair.higher.indicator.line}"
    key = "raises" if answer.word is PairWord.RAISES else "note"
    about = pair.lower.indicator.code
    return request.words(f"suggest.by_hand_{key}", place=place, code=about)


SUGGEST: Final = Command("suggest", run, add_options, changes_data=True)

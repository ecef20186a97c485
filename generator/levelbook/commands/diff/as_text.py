"""The report for a terminal: what it means stands in the words, colours only help."""

from collections.abc import Iterator

from levelbook.catalogue import Catalogue
from levelbook.commands.diff.report import DiffReport
from levelbook.commands.terminal import Paint
from levelbook.history.change import TypedChange
from levelbook.localized.changes import ChangeSentences
from levelbook.model.history import ChangeClass
from levelbook.text.wording import JoinedWord

_STYLES = {ChangeClass.ERROR: "minus", ChangeClass.ASK: "look", ChangeClass.RAISES: "added"}
_WORTH_SAYING = ("said", "limit+", "limit-")
"""The rules that are named of changes whose meaning is known."""


def as_text(report: DiffReport, words: Catalogue, paint: Paint) -> Iterator[str]:
    """The lines of the report."""
    say = ChangeSentences(words, report.before.facts, report.after.facts)
    yield head(report, words)
    yield from left_out(report, words)
    for change_class, changes in report.by_class.items():
        yield ""
        title = words("diff.section", meaning=say.meaning(change_class), n=len(changes))
        hint = words("diff.ask-hint") if change_class is ChangeClass.ASK else ""
        yield paint(_STYLES.get(change_class, "bold"), title) + (paint("dim", hint) if hint else "")
        for change in changes:
            yield from change_lines(change, say, words, paint)
    if report.changes:
        yield ""
        yield foot(report, words)
    if report.beside:
        yield words("diff.beside", n=report.beside)


def head(report: DiffReport, words: Catalogue) -> str:
    """What is compared with what, how many changes there are, and what a release of them would be."""
    before, after = (one.name or words("diff.working") for one in (report.before, report.after))
    form = {0: "none", 1: "one"}.get(len(report.changes), "many")
    text = words(f"diff.head.{form}", before=before, after=after, n=len(report.changes))
    version = words("diff.version", version=report.next_version) if report.next_version else ""
    return text + version


def left_out(report: DiffReport, words: Catalogue) -> Iterator[str]:
    """What could not be read of the two states, and so is not compared."""
    for side in (report.before, report.after):
        for place in side.left_out:
            name = side.name or words("diff.working")
            yield words("diff.left-out", name=name, place=str(place))


def foot(report: DiffReport, words: Catalogue) -> str:
    """How many of everything are touched."""
    return words(
        "diff.foot",
        levels=len(report.touched("levels")),
        steps=len((*report.touched("grades"), *report.touched("positions"))),
        answers=len(report.answers),
        courses=len(report.touched("courses")),
        addresses=report.addresses,
    )


def change_lines(change: TypedChange, say: ChangeSentences, words: Catalogue, paint: Paint) -> Iterator[str]:
    """What became of one thing, and whom it concerns."""
    sentence = say.sentence(change)
    telling = change.change_class is ChangeClass.ASK or change.rule in _WORTH_SAYING
    rule = say.rule(change) if telling else ""
    whom = words("diff.whom", whom=sentence.whom) if sentence.whom else ""
    why = words("diff.rule-in-line", rule=rule) if rule else ""
    yield f"  {sentence.lead}{_painted(sentence.words, paint)}{whom}{paint('dim', why)}"
    detail = say.detail(change)
    if detail:
        yield f"    {_painted(detail, paint)}"


def _painted(runs: tuple[JoinedWord, ...], paint: Paint) -> str:
    forms = {"gone": "[-{}-]", "added": "{{+{}+}}"}
    return "".join(
        run.text if run.fate not in forms else paint(run.fate, forms[run.fate].format(run.text)) for run in runs
    )

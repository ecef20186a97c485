"""The report for a pull request: what is gone is struck, what is added is bold, as hosts keep no colours.

Whatever comes from the data is escaped for Markdown and for the HTML that hosts allow in it, so that a text can neither
make a table of its own, nor mention anybody, nor become a link.
"""

import re
from collections.abc import Iterator
from html import escape

from levelbook.catalogue import Catalogue
from levelbook.commands.diff.as_text import foot, head, left_out
from levelbook.commands.diff.report import DiffReport
from levelbook.history.change import TypedChange
from levelbook.localized.changes import ChangeSentences
from levelbook.model.history import ChangeClass
from levelbook.text.wording import JoinedWord

_MEANS_SOMETHING = re.compile(r"[\\`*_{}\[\]()#+!|~@:]|^[-.]|(?<=www)\.")
_FOLDED = (ChangeClass.LOWERS, ChangeClass.CLARIFIES, ChangeClass.TYPO)


def as_markdown(report: DiffReport, words: Catalogue) -> Iterator[str]:
    """The lines of the report."""
    say = ChangeSentences(words, report.before.facts, report.after.facts)
    yield f"### {safe(head(report, words))}"
    for line in left_out(report, words):
        yield ""
        yield safe(line)
    for change_class, changes in report.by_class.items():
        title = words("diff.section", meaning=say.meaning(change_class), n=len(changes))
        yield ""
        if change_class in _FOLDED:
            yield f"<details><summary><b>{safe(title)}</b></summary>"
        else:
            yield f"#### {safe(title)}"
        yield ""
        yield from _table(changes, say, words, asks=change_class is ChangeClass.ASK)
        if change_class in _FOLDED:
            yield ""
            yield "</details>"
    if report.changes:
        yield ""
        yield safe(foot(report, words))
    if report.beside:
        yield ""
        yield safe(words("diff.beside", n=report.beside))


def _table(changes: tuple[TypedChange, ...], say: ChangeSentences, words: Catalogue, asks: bool) -> Iterator[str]:
    heads = [words("diff.column.code"), words("diff.column.whom"), words("diff.column.change")]
    heads += [words("diff.column.word")] if asks else []
    yield _row(heads)
    yield _row(["---"] * len(heads))
    for change in changes:
        sentence = say.sentence(change)
        runs = (*sentence.words, *say.detail(change))
        lead = safe(sentence.lead)
        cells = [f"<code>{safe(change.address)}</code>", safe(say.whom(change)), lead + _marked(runs)]
        if asks:
            cells.append(" ".join(f"<code>{safe(change.address)}: {word}</code>" for word in ("raises",)) + _others())
        yield _row(cells)


def _others() -> str:
    return "".join(f" / <code>{word}</code>" for word in ("lowers", "clarifies", "typo"))


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _marked(runs: tuple[JoinedWord, ...]) -> str:
    tags = {"gone": "del", "added": "b"}
    return "".join(
        f"<{tags[run.fate]}>{safe(run.text)}</{tags[run.fate]}>" if run.fate in tags else safe(run.text) for run in runs
    )


def safe(text: str) -> str:
    """A text that is nothing but itself in Markdown and in HTML."""
    escaped = escape(" ".join(text.split("\n")), quote=True)
    return _MEANS_SOMETHING.sub(lambda sign: f"&#{ord(sign[0])};", escaped.replace("&#x27;", "’"))

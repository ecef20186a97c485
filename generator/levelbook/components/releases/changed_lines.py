"""What the lines of a sequence's pages said before: a file that is loaded when somebody asks what is new."""

import json
from collections.abc import Iterator
from typing import TypedDict

from levelbook.history.timeline import Timeline
from levelbook.localized.releases import class_of, class_word, timeline, wording_runs
from levelbook.model.handbook import Sequence
from levelbook.queries.indicators import every_indicator
from levelbook.queries.remembered import remembered
from levelbook.site import urls
from levelbook.site.context import Context


class EarlierWordingData(TypedDict):
    """A wording that an indicator had, in one with what it says now."""

    since: str
    """The release in which it began."""
    runs: list[list[str]]
    """What became of a run of words (`stays`, `gone`, `added`), and the run."""


class ChangedLineData(TypedDict):
    """An indicator that has had several wordings."""

    means: str
    """What the last change means: asks more, asks less; nothing where nobody has said."""
    was: list[EarlierWordingData]
    """What it said before, the newest first."""


class ChangedLinesData(TypedDict):
    """What a file brings."""

    words: dict[str, str]
    """What is said of them."""
    lines: dict[str, ChangedLineData]
    """By code."""


def changed_files(ctx: Context) -> Iterator[tuple[str, str]]:
    """Each file's address and text: a script a sequence, since pages opened from disk cannot fetch."""
    if timeline(ctx).has_changes:
        for sequence in ctx.handbook.sequences.values():
            yield changed_file(ctx, sequence)


@remembered(lambda sequence: sequence.id)
def changed_file(ctx: Context, sequence: Sequence) -> tuple[str, str]:
    """The file of a sequence."""
    data: ChangedLinesData = {"words": ctx.words.section("news"), "lines": dict(_lines(ctx, timeline(ctx), sequence))}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return urls.changed_lines(sequence), f"(window.levelbookChanged ??= {{}})[{json.dumps(sequence.id)}] = {text};\n"


def _lines(ctx: Context, times: Timeline, sequence: Sequence) -> Iterator[tuple[str, ChangedLineData]]:
    for member in ctx.all_members(sequence):
        for indicator in every_indicator(member[1]):
            now = times.in_force(indicator.code)
            before = [one for one in times.wordings.get(indicator.code, ()) if now and times.is_older(one, now)]
            if now and before:
                kind = class_of(ctx, now.release, indicator.code)
                was: list[EarlierWordingData] = [
                    {"since": one.release, "runs": [[run.fate, run.text] for run in wording_runs(ctx, one, now)]}
                    for one in before
                ]
                yield indicator.code, {"means": class_word(ctx, kind) if kind else "", "was": was}

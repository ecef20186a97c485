"""Every indicator that has a code, in force or retired, as data for scripts.

Which indicators a collection holds, or somebody has noted something about, is known in the browser only. A file holds
those whose codes begin alike, so that a few of them load one or two files. A code keeps its beginning wherever
its indicator moves; so the beginning decides and not the sequence.
"""

import json
from collections.abc import Iterator

from levelbook.components.codes.contract import CollectedCodes, CollectedPlace, ListedItems
from levelbook.localized.sentences import listed_words, signed_words
from levelbook.model.competency import Indicator
from levelbook.model.handbook import Sequence
from levelbook.queries.codes import answer_code
from levelbook.queries.index import Member
from levelbook.queries.indicators import every_indicator
from levelbook.queries.remembered import asked_once, remembered
from levelbook.site import urls
from levelbook.site.assets import marked
from levelbook.site.context import Context

_Collected = tuple[str, CollectedPlace, list[str] | None, ListedItems | None]
"""The text of an indicator, its place, what replaces it, and its items where it has some."""


@remembered(lambda: ())
def addresses(ctx: Context) -> dict[str, str]:
    """The address of each file with the mark of its content, by what the codes in it begin with."""
    return {path.removeprefix(urls.CODES).removesuffix(".js"): marked(path, text) for path, text in data_files(ctx)}


@remembered(lambda: ())
def data_files(ctx: Context) -> tuple[tuple[str, str], ...]:
    """Each file's address and text: scripts, since pages opened from disk cannot fetch."""
    return tuple((file_of(beginning), _text(ctx, beginning, codes)) for beginning, codes in _by_beginning(ctx).items())


@asked_once(lambda beginning, codes: beginning)
def _text(_: Context, beginning: str, codes: CollectedCodes) -> str:
    return f"(window.levelbookCodes ??= {{}})[{json.dumps(beginning)}] = {_json(codes)};\n"


def _json(codes: CollectedCodes) -> str:
    return json.dumps(codes, ensure_ascii=False, separators=(",", ":"))


def file_of(beginning: str) -> str:
    """The address of the file with the indicators whose codes begin so."""
    return f"{urls.CODES}{beginning}.js"


def beginning_of(code: str) -> str:
    """What stands before the first hyphen of a code."""
    return code.partition("-")[0]


def _by_beginning(ctx: Context) -> dict[str, CollectedCodes]:
    files: dict[str, CollectedCodes] = {}
    for sequence in ctx.handbook.sequences.values():
        for code, collected in _codes_of(ctx, sequence):
            _add(files.setdefault(beginning_of(code), {"places": [], "indicators": {}}), code, collected)
    return files


def _add(file: CollectedCodes, code: str, collected: _Collected) -> None:
    """Put an indicator where its code belongs."""
    text, place, instead, listed = collected
    if not file["places"] or file["places"][-1] != place:
        file["places"].append(place)
    file["indicators"][code] = (text, len(file["places"]) - 1, instead)
    if listed:
        file.setdefault("listed", {})[code] = listed


@asked_once(lambda sequence: sequence.id)
def _codes_of(ctx: Context, sequence: Sequence) -> tuple[tuple[str, _Collected], ...]:
    """The indicators of a sequence, by code."""
    competencies = sequence.all_competencies.values()
    return tuple(row for competency in competencies for row in _of_competency(ctx, (sequence, competency)))


def _of_competency(ctx: Context, member: Member) -> Iterator[tuple[str, _Collected]]:
    sequence, competency = member
    levels = {indicator.code: key for key, cell in competency.levels.items() for indicator in cell.every_indicator}
    for indicator in every_indicator(competency):
        if indicator.code:
            level = sequence.level(levels.get(indicator.code, ""))
            level_name = ctx.name(level) if level else ""
            place = ctx.sequence_name(sequence), level_name, ctx.name(competency), answer_code(*member)
            listed = listed_words(ctx, indicator)
            yield indicator.code, (signed_words(ctx, indicator), place, _instead(member, indicator), listed)


def _instead(member: Member, indicator: Indicator) -> list[str] | None:
    """The addresses of what replaces an indicator that has been retired; none for one in force."""
    _, competency = member
    retired = indicator.retired or competency.retired
    return list(retired.replaced_by) if retired else None

"""What a release brings whose day has not come: beside what holds, with its day and the words that differ."""

from collections.abc import Mapping
from dataclasses import dataclass

from levelbook.components.links import Link
from levelbook.history.wordings import FormerWording
from levelbook.localized.releases import class_of, class_word, from_day, marked_wording, timeline, wording_runs
from levelbook.queries.remembered import remembered
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.sitemap import PageKind
from levelbook.text.wording import JoinedWord


@dataclass(frozen=True)
class Coming:
    """What becomes of an indicator on a day ahead."""

    code: str
    version: str
    """The release that brings it."""
    day: str
    """From when on."""
    word: str
    """What it means: asks more, asks less; nothing where nobody has said."""
    release: Link
    """The page of that release."""
    runs: tuple[JoinedWord, ...]
    """The text that holds and the one that comes, in one; none where there is but one of them."""
    text: str
    """The text that comes, where none holds yet."""
    ends: str
    """That it ends, in a sentence."""


def coming(ctx: Context, code: str) -> Coming | None:
    """What becomes of an indicator that holds, or of one that is still to come; none where nothing does."""
    times = timeline(ctx)
    if not times.coming or not code:
        return None
    end, then = times.ends(code), times.next(code)
    if end:
        return _made(ctx, code, end, ends=ctx.words("releases.ends"))
    if then is None:
        return None
    now = times.in_force(code)
    runs = wording_runs(ctx, now, then) if now else ()
    return _made(ctx, code, then.release, runs=runs, text="" if now else marked_wording(ctx, then))


def _made(
    ctx: Context, code: str, version: str, runs: tuple[JoinedWord, ...] = (), text: str = "", ends: str = ""
) -> Coming:
    kind = class_of(ctx, version, code)
    word = class_word(ctx, kind) if kind else ""
    return Coming(code, version, from_day(ctx, version), word, release_link(ctx, version, code), runs, text, ends)


def release_link(ctx: Context, version: str, anchor: str = "") -> Link:
    """The page of a release; its place in the list where it has none; only its number where there is no list."""
    text = ctx.words("releases.version", version=version)
    if ctx.sitemap.has(PageKind.RELEASE, key=version):
        return Link(text, urls.release(version) + (f"#{anchor}" if anchor else ""))
    listed = version in timeline(ctx).releases and ctx.sitemap.has(PageKind.RELEASES)
    return Link(text, f"{urls.RELEASES}#{urls.release_anchor(version)}" if listed else "")


def coming_in(ctx: Context, competency: str, level: str) -> tuple[Coming, ...]:
    """What a competency gets at a level (or at all of them, where that is empty) that it has not yet."""
    lines = (coming(ctx, code) for code in _additions(ctx).get((competency, level), ()))
    return tuple(line for line in lines if line)


@remembered(lambda: ())
def _additions(ctx: Context) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """The codes that are still to come, by competency and level, in the order they will have."""
    times = timeline(ctx)
    found: dict[tuple[str, str], list[tuple[int, str]]] = {}
    for code, wordings in times.wordings.items() if times.coming else ():
        then = times.next(code)
        if then and times.in_force(code) is None and _is_new(wordings, times.coming):
            place = str(then.fact.get("in", "")), str(then.fact.get("level", ""))
            number = then.fact.get("n", 0)
            found.setdefault(place, []).append((number if isinstance(number, int) else 0, code))
    return {place: tuple(code for _, code in sorted(lines)) for place, lines in found.items()}


def _is_new(wordings: tuple[FormerWording, ...], coming_versions: frozenset[str]) -> bool:
    return all(wording.release in coming_versions for wording in wordings)

"""One change as a line of a release's page: its seal, what it means, the words that differ, and where it stands now."""

from collections.abc import Mapping
from dataclasses import dataclass

from levelbook.components.links import Link
from levelbook.history.change import TypedChange
from levelbook.localized.releases import class_word, timeline, word_runs
from levelbook.model.history import Fact
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.text.inline import Marked
from levelbook.text.wording import JoinedWord

_SEALS: Mapping[str, tuple[str, str]] = {
    "added": ("new", "new"),
    "retired": ("gone", "retired"),
    "vanished": ("gone", "retired"),
    "raised": ("up", "raised"),
}
"""How a change is marked and called, by the last word of its kind; any other is one of words."""


@dataclass(frozen=True)
class Member:
    """What something was split into, or merged with."""

    link: Link
    text: str


@dataclass(frozen=True)
class ReleaseChangeRow:
    """A change of a release."""

    anchor: str
    """Its id on the page; nothing where another part has that already."""
    code: Link
    """Its address, leading to where the thing is now."""
    change_class: str
    means: str
    mark: str
    seal: str
    word: str
    runs: tuple[JoinedWord, ...]
    """The texts before and after in one."""
    text: str
    """What it says, where there is one text only; or what happened, in a sentence."""
    gone: bool
    """Whether that text holds no more."""
    members: tuple[Member, ...]
    takes_in: bool
    """Whether these were merged into it, and it was not split into them."""
    where: str
    """The levels, grades and positions that it concerns, by name."""
    why: str
    """What a person gave as the reason."""


def change_row(ctx: Context, change: TypedChange, anchor: str) -> ReleaseChangeRow:
    """A change as a line."""
    mark, word = _SEALS.get(change.kind.rpartition("-")[2], ("edit", "reworded"))
    runs, text = _told(ctx, change)
    return ReleaseChangeRow(
        anchor=anchor,
        code=_place(ctx, change.address),
        change_class=change.change_class.value,
        means=class_word(ctx, change.change_class),
        mark=mark,
        seal=ctx.words(f"seal.{word}"),
        word=ctx.words(f"change.{word}"),
        runs=runs,
        text=text,
        gone=mark == "gone",
        members=tuple(_member(ctx, code) for code in change.members),
        takes_in=change.kind.endswith("merged"),
        where=ctx.series(step_names(ctx, change)),
        why=ctx.words("releases.said", why=change.why) if change.why else "",
    )


def step_names(ctx: Context, change: TypedChange) -> list[str]:
    """The levels, grades and positions that a change concerns, by name; what has none any more is left out."""
    touches = change.touches
    targets = (ctx.links.of_code(code) for code in (*touches.levels, *touches.grades, *touches.positions))
    return list(dict.fromkeys(target.name for target in targets if target))


def _told(ctx: Context, change: TypedChange) -> tuple[tuple[JoinedWord, ...], str]:
    """Both texts in one where there are two, else the one there is, else what the thing is called."""
    before, after = _text(ctx, change.before), _text(ctx, change.after)
    if change.kind.startswith("indicator-") and before and after and before != after:
        return word_runs(before, after), ""
    if change.words:
        return change.words, ""
    return (), after or before or _name(ctx, change)


def _text(ctx: Context, fact: Fact | None) -> Marked:
    """The text of an indicator, in the page's language where it is translated."""
    if fact is None or fact.get("kind") != "indicator":
        return Marked("")
    return Marked(fact.get(f"text_{ctx.language}") or str(fact.get("text", "")))


def _name(ctx: Context, change: TypedChange) -> str:
    fact = change.after or change.before or {}
    return str(fact.get(f"name_{ctx.language}") or fact.get("name") or change.address)


def _place(ctx: Context, address: str) -> Link:
    """The permanent address of a thing; of what has no code of its own, that of the thing it stands at."""
    code = address if ctx.links.of_code(address) else address.partition("@")[0].partition(":")[0]
    known = ctx.links.of_code(code)
    was_released = code in timeline(ctx).wordings
    return Link(address, known.address if known else urls.permanent(code) if was_released else "")


def _member(ctx: Context, code: str) -> Member:
    fact = ctx.handbook.history.published.get(code)
    return Member(_place(ctx, code), _text(ctx, fact))

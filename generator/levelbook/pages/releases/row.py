"""One change as a line of a release's page: its seal, what it means, the words that differ, and where it stands now."""

from collections.abc import Mapping
from dataclasses import dataclass

from levelbook.components.links import Link
from levelbook.history.change import TypedChange
from levelbook.localized.changes import ChangeSentences
from levelbook.localized.releases import class_word, timeline, word_runs
from levelbook.model.history import ChangeClass, Fact
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.text.inline import Marked
from levelbook.text.wording import JoinedWord

_SEALS: Mapping[str, tuple[str, str]] = {
    "added": ("new", "new"),
    "retired": ("gone", "retired"),
    "removed": ("gone", "retired"),
    "ended": ("gone", "retired"),
    "reworded": ("edit", "reworded"),
    "rewritten": ("edit", "reworded"),
    "typo": ("edit", "reworded"),
}
"""How a change is marked and called, by the last word of its kind; any other is just a change."""
_BY_TEXT = ("added", "retired", "removed", "reworded", "rewritten", "typo", "split", "merged")
"""Kinds of change of an indicator that its text tells; of any other a sentence does."""


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
    lead: str
    """What happened, in a sentence, where no text of an indicator tells it."""
    runs: tuple[JoinedWord, ...]
    """The texts before and after in one."""
    text: str
    """What the indicator says, where there is one text only."""
    gone: bool
    """Whether that text holds no more."""
    members: tuple[Member, ...]
    members_label: str
    """What became of it and them: it was split into them, went into them, or takes them in."""
    where: str
    """The levels, grades and positions that it concerns, by name."""
    why: str
    """Why it means that."""


def change_row(ctx: Context, sentences: ChangeSentences, change: TypedChange, anchor: str) -> ReleaseChangeRow:
    """A change as a line."""
    mark, seal, word = _sealed(ctx, change)
    runs, text = _told(ctx, sentences, change)
    return ReleaseChangeRow(
        anchor=anchor,
        code=_place(ctx, change.address),
        change_class=change.change_class.value,
        means=class_word(ctx, change.change_class),
        mark=mark,
        seal=seal,
        word=word,
        lead="" if _is_told_by_text(change) else sentences.sentence(change).lead,
        runs=runs,
        text=text,
        gone=mark == "gone",
        members=tuple(_member(ctx, code) for code in change.members) if _is_told_by_text(change) else (),
        members_label=_members_label(ctx, change),
        where=ctx.series(step_names(ctx, change)),
        why=_why(ctx, sentences, change),
    )


def _members_label(ctx: Context, change: TypedChange) -> str:
    if change.kind.endswith("split"):
        return ctx.words("releases.parts")
    return ctx.words("releases.into" if change.kind.endswith("merged") else "releases.takes_in")


def _why(ctx: Context, sentences: ChangeSentences, change: TypedChange) -> str:
    """The reasons that people gave; else by which rule the change means what it means."""
    ended = change.after and change.after.get("retired")
    reason = ended.get("why") if isinstance(ended, Mapping) and _is_told_by_text(change) else ""
    given = [ctx.words("releases.reason", why=Marked(reason))] if reason else []
    given += [ctx.words("releases.said", why=Marked(change.why))] if change.why else []
    return ctx.words("releases.reasons").join(given) or sentences.rule(change)


def _sealed(ctx: Context, change: TypedChange) -> tuple[str, str, str]:
    """The mark of a change, its seal, and what it is called."""
    if change.kind == "required-level" and change.change_class is ChangeClass.RAISES:
        return "up", ctx.words("seal.raised"), ctx.words("change.raised")
    mark, word = _SEALS.get(change.kind.rpartition("-")[2], ("edit", ""))
    if not word:
        return mark, ctx.words("releases.changed_seal"), ctx.words("releases.changed")
    return mark, ctx.words(f"seal.{word}"), ctx.words(f"change.{word}")


def _is_told_by_text(change: TypedChange) -> bool:
    thing, _, what = change.kind.partition("-")
    return thing == "indicator" and what in _BY_TEXT


def step_names(ctx: Context, change: TypedChange) -> list[str]:
    """The levels, grades and positions that a change concerns, by name; what has none any more is left out."""
    touches = change.touches
    targets = (ctx.links.of_code(code) for code in (*touches.levels, *touches.grades, *touches.positions))
    return list(dict.fromkeys(target.name for target in targets if target))


def _told(ctx: Context, sentences: ChangeSentences, change: TypedChange) -> tuple[tuple[JoinedWord, ...], str]:
    """Both texts of an indicator in one where there are two, else the one there is; of other things what a sentence
    leaves to be shown behind it.
    """
    before, after = _text(ctx, change.before), _text(ctx, change.after)
    if not _is_told_by_text(change):
        runs = sentences.sentence(change).words
        return runs, "" if runs else after or before
    if before and after and str(before) != str(after):
        return sentences.words_of(change) or word_runs(before, after), ""
    return (), after or before


def _text(ctx: Context, fact: Fact | None) -> Marked:
    """The text of an indicator, in the page's language where it is translated."""
    if fact is None or fact.get("kind") != "indicator":
        return Marked("")
    return Marked(fact.get(f"text_{ctx.language}") or str(fact.get("text", "")))


def _place(ctx: Context, address: str) -> Link:
    """The permanent address of a thing; of what has no code of its own, that of the thing it stands at."""
    code = address if ctx.links.of_code(address) else address.partition("@")[0].partition(":")[0]
    known = ctx.links.of_code(code)
    was_released = code in timeline(ctx).wordings
    return Link(address, known.address if known else urls.permanent(code) if was_released else "")


def _member(ctx: Context, code: str) -> Member:
    fact = ctx.handbook.history.published.get(code)
    return Member(_place(ctx, code), _text(ctx, fact))

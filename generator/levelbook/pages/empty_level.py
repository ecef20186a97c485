"""The page of a level of which nothing is left: one honest sentence, why, who can help, and three ways on."""

from collections import Counter
from dataclasses import dataclass

from levelbook.components.editor_notes import Remark, remarks
from levelbook.components.level_chips import Chip, chips
from levelbook.components.links import Link, PageOfSequence, sequence_link
from levelbook.localized.absence import Absence, absence_of, shared_absence
from levelbook.localized.absence import absence as absence_by_key
from levelbook.localized.names import count_members
from levelbook.model.handbook import Sequence
from levelbook.model.sequence import Level
from levelbook.queries.completeness import nothing_left
from levelbook.queries.grades import grades_that_are
from levelbook.queries.reference import is_for_reference
from levelbook.queries.remembered import asked_once
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.edit_places import place
from levelbook.site.page import Page
from levelbook.site.sitemap import PageKind
from levelbook.text.inline import Marked


@dataclass(frozen=True)
class EmptyLevelView(PageOfSequence):
    """Everything on the page of a level of which nothing is left."""

    incomplete: tuple[Marked, ...]
    """What is missing about the level, and about the grades that it is."""
    remarks: tuple[Remark, ...]
    """Editor's notes on the same."""
    standing: str
    """Which level it is, and that it is only for reference where its sequence is."""
    chips: tuple[Chip, ...]
    """All levels."""
    absence: Absence | None
    """Which kind of nothing it is, of the kinds that its competencies give the commonest."""
    why: str
    """Why nothing is left, as the editors put it."""
    help: str
    """Who can help."""
    ways: tuple[Link, ...]
    """Where to go on."""


def pages(ctx: Context, sequence: Sequence) -> tuple[Page, ...]:
    """The pages of all levels of which nothing is left, low to high."""
    return tuple(_page(ctx, sequence, level) for level in sequence.levels if nothing_left(ctx, sequence, level))


@asked_once(lambda sequence, level: (sequence.id, level.id))
def _page(ctx: Context, sequence: Sequence, level: Level) -> Page:
    absence = _absence(ctx, sequence)
    steps = (level, *grades_that_are(sequence, level))
    view = EmptyLevelView(
        sequence=sequence_link(ctx, sequence),
        incomplete=tuple(text for step in steps if (text := ctx.marked(step, "incomplete"))),
        remarks=tuple(remark for step in steps for remark in remarks(ctx, sequence, step)),
        standing=_standing(ctx, sequence, level),
        chips=chips(ctx, sequence, level.id),
        absence=absence,
        why=_why(ctx, sequence, absence),
        help=_help(ctx, sequence, absence),
        ways=_ways(ctx, sequence),
    )
    return Page(
        place=ctx.sitemap.existing(PageKind.LEVEL, sequence, level.id),
        template="empty_level",
        view=view,
        source=place(sequence.head, level),
        description=ctx.words("level.description", sequence=view.sequence.text, level=ctx.name(level)),
        has_script=False,
    )


def _standing(ctx: Context, sequence: Sequence, level: Level) -> str:
    rank, of = ctx.numeral(sequence.ranks[level.id]), ctx.amount(len(sequence.levels))
    which = "" if sequence.head.unranked else ctx.words("level.rank", rank=rank, of=of)
    return ctx.clauses([which, ctx.words("empty.reference") if is_for_reference(ctx, sequence) else ""])


def _absence(ctx: Context, sequence: Sequence) -> Absence | None:
    """Without its reason: that is said once, for the whole level."""
    reasons = (absence_of(ctx, *member) for member in ctx.all_members(sequence))
    kinds = Counter(Absence(reason.kind, reason.text) for reason in reasons if reason)
    return next((kind for kind, _ in kinds.most_common(1)), None)


def _why(ctx: Context, sequence: Sequence, absence: Absence | None) -> str:
    """What is said of the sequence as a whole, else the reason that its competencies share, ended as a sentence is."""
    whole = ctx.marked(sequence.head, "reference") or ctx.marked(sequence.head, "incomplete")
    shared = shared_absence(ctx, sequence)
    why = whole or (shared.why if shared and absence and shared.kind == absence.kind else "")
    stop = ctx.words("join.stop")
    return f"{why.removesuffix(stop)}{stop}" if why else ""


def _help(ctx: Context, sequence: Sequence, absence: Absence | None) -> str:
    """An original helps only where the words were in it."""
    beyond = absence == absence_by_key(ctx, sequence, "out_of_scope")
    words = ctx.words.without_source if beyond else ctx.words_of(sequence)
    date = ctx.text(sequence.head.source, "date") if sequence.head.source and not beyond else ""
    return words("empty.help_of", date=date) if date else words("empty.help")


def _ways(ctx: Context, sequence: Sequence) -> tuple[Link, ...]:
    """To what there is of it, to its source, to the standards that can be looked up."""
    members = ctx.all_members(sequence)
    weights = ctx.sitemap.page(PageKind.WEIGHTS, sequence)
    names = Link(ctx.words("empty.names", count=count_members(ctx, members)), f"{urls.sequence(sequence)}#tree")
    left = Link(weights.title, weights.address) if weights else names if members else sequence_link(ctx, sequence)
    source = ctx.sitemap.page(PageKind.SOURCE, sequence)
    more = [Link(ctx.words_of(sequence)("empty.source"), source.address)] if source else []
    return (left, *more, Link(ctx.words("empty.others"), urls.SEQUENCES))

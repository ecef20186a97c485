"""The page of a permanent code whose thing has a page, or a place on one: it leads on to it."""

from collections.abc import Iterator

from levelbook.components.former.forwarding import ForwardView
from levelbook.model.handbook import Sequence
from levelbook.queries.grades import level_of_grade
from levelbook.queries.remembered import asked_once
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.links import LinkTarget
from levelbook.site.page import StandalonePage
from levelbook.site.sitemap import PageKind


@asked_once(lambda code: code)
def forwarding_page(ctx: Context, code: str) -> StandalonePage:
    """The page of a code that leads on to the page of its thing."""
    target = ctx.links.of_code(code)
    assert target is not None
    view = ForwardView(target, ctx.words("forward.say", code=code))
    return StandalonePage(urls.permanent(code), f"{code} {target.name}", "forward", view)


def former_pages(ctx: Context, sequence: Sequence) -> Iterator[StandalonePage]:
    """What stands where grades had pages and checklists before those of their level were theirs too."""
    for grade in sequence.grades:
        level = level_of_grade(sequence, grade)
        if level is None:
            continue
        name = ctx.name(level)
        reason = ctx.words("forward.grade", grade=ctx.name(grade), level=name)
        pages = [(urls.former_grade(sequence, grade.id), LinkTarget(name, urls.level(sequence, level.id)))]
        checklist = ctx.sitemap.page(PageKind.CHECKLIST, sequence, level.id)
        if checklist:
            target = LinkTarget(checklist.title, checklist.address)
            pages.append((urls.former_checklist(sequence, grade.id), target))
        for address, target in pages:
            title = ctx.words("title.told_apart", title=target.name, by=f"{sequence.code} {grade.id}")
            yield StandalonePage(address, title, "forward", ForwardView(target, reason))

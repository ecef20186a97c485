"""Do languages and releases that files speak of exist?"""

from collections.abc import Iterator

from levelbook.checks.context import CheckContext, error, information
from levelbook.loading.nodes import Mapping, Text
from levelbook.problems import Problem


def translations(view: CheckContext) -> Iterator[Problem]:
    """The languages of translations, each once and none of them the handbook's own."""
    sheet = view.folder.handbook
    if sheet is None or sheet.value is None:
        return
    first: dict[str, Text] = {}
    for language in sheet.root.at("translations") or ():
        if language == sheet.value.language:
            yield information("value-wrong", sheet.place(language), "own-language", value=language)
        elif language in first:
            yield error("listed-twice", sheet.place(language), id=language, line=first[language].line)
        first.setdefault(language, language)


def ends(view: CheckContext) -> Iterator[Problem]:
    """What has ended is missing since a release that there is; releases before the first one listed are not known."""
    sheet = view.folder.releases
    known = tuple(one.version for one in sheet.value.releases) if sheet and sheet.value else ()
    for _, at, part in view.parts() if known else ():
        end = part.node.at("retired")
        since = end.at("since") if isinstance(end, Mapping) else None
        if isinstance(since, Text) and since not in known and _figures(since) > min(map(_figures, known)):
            yield error("release-unknown", at.place(since), value=since, list=known)


def _figures(version: str) -> tuple[int, ...]:
    return tuple(int(figure) for figure in version.split("."))

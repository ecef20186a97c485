"""Does the handbook name each language of its translations once, and none of them its own?"""

from collections.abc import Iterator

from levelbook.checks.context import CheckContext, error, information
from levelbook.loading.nodes import Text
from levelbook.problems import Problem


def translations(ctx: CheckContext) -> Iterator[Problem]:
    """The languages of translations, each once and none of them the handbook's own."""
    data_file = ctx.folder.handbook
    if data_file is None or data_file.value is None:
        return
    first: dict[str, Text] = {}
    for language in data_file.root.at("translations") or ():
        if language == data_file.value.language:
            yield information("value-wrong", data_file.place(language), "own-language", value=language)
        elif language in first:
            yield error("listed-twice", data_file.place(language), id=language, line=first[language].line)
        first.setdefault(language, language)

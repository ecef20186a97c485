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
    root = data_file.root
    said = [key for key in ("language", "translations") if key in root]
    if "languages" in root and said:
        yield error("choose-one", data_file.key(said[-1]), "both", keys=("languages", *said))
        return
    first: dict[str, Text] = {}
    for language in root.at("languages") or root.at("translations") or ():
        if "languages" not in root and language == data_file.value.language:
            yield information("value-wrong", data_file.place(language), "own-language", value=language)
        elif language in first:
            yield error("listed-twice", data_file.place(language), id=language, line=first[language].line)
        first.setdefault(language, language)

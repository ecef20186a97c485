"""What pydantic writes of a type, made into what editors see of a file: YAML's own types, and one form at a time."""

from typing import Any, Final

from levelbook.model.values import Gap
from levelbook.schema.key_texts import KeyTexts

_SCALARS: Final = ["string", "number", "boolean"]
"""What YAML makes of a text that somebody typed without quotes."""
_LEFT_OUT: Final = frozenset({"title", "default", "discriminator"})
_OF_NAMES: Final = frozenset({"properties", "patternProperties", "$defs"})
"""Under these keywords stand names of ours, which may be `title` or `default` too."""


def loosened(value: Any, texts: KeyTexts, definitions: dict[str, Any]) -> Any:
    """Lets figures and yes or no stand for texts, as in the files; leaves out defaults and titles."""
    if isinstance(value, list):
        return [loosened(item, texts, definitions) for item in value]
    if not isinstance(value, dict):
        return value
    loose = {}
    for key, child in value.items():
        if key in _OF_NAMES:
            loose[key] = {name: loosened(inner, texts, definitions) for name, inner in child.items()}
        elif key in ("examples", "defaultSnippets"):
            loose[key] = child
        elif key not in _LEFT_OUT:
            loose[key] = loosened(child, texts, definitions)
    return _told(_scalar(_one_form(loose, definitions)), texts)


def _one_form(loose: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    """Forms of a value told apart by what it is; a value may always be left out."""
    if "anyOf" in loose:
        loose["anyOf"] = [option for option in loose["anyOf"] if option != {"type": "null"}]
        if len(loose["anyOf"]) == 1:
            loose |= loose.pop("anyOf")[0] | {key: loose[key] for key in ("description",) if key in loose}
    options = loose.pop("oneOf", None)
    return loose | _by_form(options, definitions) if options else loose


def _by_form(options: list[dict[str, Any]], definitions: dict[str, Any]) -> dict[str, Any]:
    """One option for each form: an editor tells what is wrong with the one that was begun."""
    forms = {_form(option, definitions): option for option in options}
    chosen = forms.pop("text")
    for form, option in forms.items():
        chosen = {"if": {"type": form}, "then": option, "else": chosen}
    return chosen


def _form(option: dict[str, Any], definitions: dict[str, Any]) -> str:
    name = option.get("$ref", "").rpartition("/")[2]
    form = definitions[name].get("type") if name else option.get("type")
    return form if form in ("object", "array") else "text"


def _scalar(loose: dict[str, Any]) -> dict[str, Any]:
    """Texts, and the words for yes and no, as YAML may read them."""
    if loose.get("type") == "string" and not {"enum", "const", "pattern"} & loose.keys():
        loose["type"] = _SCALARS
    if "patternProperties" in loose:
        loose.setdefault("additionalProperties", False)
    if loose.get("type") == "boolean":
        del loose["type"]
        loose["enum"] = [True, False, "yes", "no"]
    if loose.get("type") == "string" and {"yes", "no"} <= set(loose.get("enum", ())):
        # Some editors read a bare yes as true.
        del loose["type"]
        loose["enum"] = [*loose["enum"], True, False]
        loose["enumDescriptions"] = [*loose["enumDescriptions"], *loose["enumDescriptions"][:2]]
    return loose


def _told(loose: dict[str, Any], texts: KeyTexts) -> dict[str, Any]:
    """The words of a value explained that belong to no enumeration of their own."""
    words = loose.get("enum", ())
    if words == [True, False, "yes", "no"]:
        yes, no = (texts.of_value("yes_no", word) for word in ("yes", "no"))
        loose["enumDescriptions"] = [yes, no, yes, no]
    elif words == list(Gap):
        loose["enumDescriptions"] = texts.of_values(Gap)
    elif words and "enumDescriptions" not in loose and set(words) <= {"zh", "en"}:
        loose["enumDescriptions"] = [texts.of_value("Language", word) for word in words]
    return loose

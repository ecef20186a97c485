"""What is said of every key and value of the data files: for the hints of editors, and for the page of all keys.

The texts stand in `locale/keys-*.toml`, under the name of the shape that has the key, or of a shape that it is made
from, so that what all shapes share is said once; `any` holds what shapes of different kinds share.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from levelbook.catalogue import Catalogue
from levelbook.model.base import Shape

WHOLE: Final = "_"
"""In place of a key: the shape itself."""
_SHARED: Final = "any"


class KeyTexts:
    """The texts of one language."""

    def __init__(self, words: Catalogue) -> None:
        """Take them from its catalogue."""
        self.words = words
        self._says = words.section("keys")
        self._examples = words.section("key_examples")

    def of_shape(self, shape: type[Shape]) -> str:
        """What a shape is."""
        return self._says[f"{shape.__name__}.{WHOLE}"]

    def of_key(self, shape: type[Shape], key: str) -> str:
        """What a key of a shape means."""
        return self._says[home_of(shape, key, self._says)]

    def example(self, shape: type[Shape], key: str) -> str:
        """What may stand behind a key of a shape, as YAML."""
        return self._examples[home_of(shape, key, self._examples)]

    def of_value(self, kind: str, value: str) -> str:
        """What a word means that stands for itself."""
        return self._says[f"value.{kind}.{value}"]

    def of_values(self, kind: type[StrEnum]) -> list[str]:
        """What each word of an enumeration means, in its order."""
        return [self.of_value(kind.__name__, value) for value in kind]


def home_of(shape: type[Shape], key: str, texts: Mapping[str, str]) -> str:
    """Under which name the text of a key stands; a KeyError where there is none."""
    names = [*(kind.__name__ for kind in shape.__mro__), _SHARED]
    home = next((f"{name}.{key}" for name in names if f"{name}.{key}" in texts), "")
    if not home:
        raise KeyError(f"{shape.__name__}.{key}")
    return home

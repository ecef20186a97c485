"""What is called otherwise from now on, and how every address that names it reads then."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from levelbook.checks.names import Names, Thing
from levelbook.commands.editing.outcome import Edit
from levelbook.commands.editing.references import Naming, Reference, references
from levelbook.commands.editing.workspace import Workspace
from levelbook.loading.edit.rewrite import TextChange, scalar

Place = tuple[str, str]
"""A sequence's folder and an id in it."""


@dataclass(frozen=True)
class Renaming:
    """New names by old ones."""

    names: Names
    """Everything by the names it had."""
    ids: Mapping[Place, Place] = field(default_factory=dict)
    """Things with an id: levels, grades, groups, competencies, positions and the like."""
    sequences: Mapping[str, str] = field(default_factory=dict)
    """Folders of sequences."""
    codes: Mapping[str, str] = field(default_factory=dict)
    """Codes of competencies."""
    levels: Mapping[Place, Mapping[str, str]] = field(default_factory=dict)
    """What levels are called behind a competency that has moved to another ladder: `listening@senior`."""

    @classmethod
    def of(cls, edit: Edit, **new: object) -> "Renaming":
        """What is renamed in an edit."""
        return cls(edit.ctx.names, **new)  # type: ignore[arg-type]

    def changes(
        self,
        space: Workspace,
        path: str,
        old: str,
        new: str,
        levels: Mapping[str, str],
        inside: Callable[[int], bool] = lambda start: True,
    ) -> Iterator[TextChange]:
        """What has to change in a file that stood in one sequence and stands in another, perhaps the same.

        `levels` are those that the file itself calls otherwise from now on.
        """
        for reference in references(space, path):
            if inside(reference.start):
                word = self._word(reference, old, new, levels)
                if word != reference.word:
                    yield TextChange(reference.start, reference.end, word)

    def _word(self, reference: Reference, old: str, new: str, levels: Mapping[str, str]) -> str:
        word = reference.word
        if reference.naming is Naming.SEQUENCE:
            return self.sequences.get(word, word)
        if reference.naming is Naming.ADDRESS:
            return self.address(word, old, new, levels)
        thing = self.names.get(old, word)
        if reference.naming is Naming.WORDS:
            return self._position(thing, word, old, new)
        if word in levels:
            return levels[word]
        owner, name = self.ids.get((old, word), (old, word))
        return name if self.sequences.get(owner, owner) == new else word

    def _position(self, thing: Thing | None, word: str, old: str, new: str) -> str:
        """A position as another one names it: by its id, or by its name where it stands elsewhere."""
        if thing is None or thing.kind != "position":
            return word
        home, now = self.ids.get((old, word), (old, word))
        if self.sequences.get(home, home) == new:
            return now
        if scalar(thing.text) != thing.text:
            raise ValueError("a name that would have to be quoted")
        return thing.text

    def address(self, word: str, old: str, new: str, levels: Mapping[str, str] | None = None) -> str:
        """An address as it reads from now on, in a file that stood in one sequence and stands in another."""
        base, at, step = word.partition("@")
        if base[:1].isupper():
            named, owner, place = self._code(base)
        else:
            named, owner, place = self._id(base, old, new, levels or {})
        return f"{named}@{self._step(owner, place, step)}" if at else named

    def _code(self, base: str) -> tuple[str, str, Place]:
        code, dot, key = base.partition(".")
        if dot:
            owner = self.names.homes.get(code, "")
            home, name = self.ids.get((owner, key), (owner, key))
            codes = {folder: known for known, folder in self.names.homes.items()}
            return f"{codes.get(home, code)}.{name}", owner, (owner, key)
        things = self.names.codes.get(base)
        owner = things[0].sequence if things else ""
        name = things[0].place.file.rpartition("/")[2].removesuffix(".yml") if things else ""
        return self.codes.get(base, base), owner, (owner, name)

    def _id(self, base: str, old: str, new: str, levels: Mapping[str, str]) -> tuple[str, str, Place]:
        folder, slash, name = base.rpartition("/")
        if slash and not name:
            return f"{self.sequences.get(folder, folder)}/", folder, (folder, "")
        owner = folder if slash else old
        if not slash and name in levels:
            return levels[name], owner, (owner, name)
        home, now = self.ids.get((owner, name), (owner, name))
        home = self.sequences.get(home, home)
        moved = home != self.sequences.get(owner, owner)
        known = self.names.get(owner, name) is not None or (owner, name) in self.ids
        if not known and not (slash and owner in self.sequences):
            return base, owner, (owner, name)
        local = home == new and (not slash or moved)
        return now if local or not home else f"{home}/{now}", owner, (owner, name)

    def _step(self, owner: str, place: Place, step: str) -> str:
        if place in self.levels:
            return self.levels[place].get(step, step)
        return self.ids.get((owner, step), (owner, step))[1]

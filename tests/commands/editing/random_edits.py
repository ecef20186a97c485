"""Random commands for a handbook, told by what stands in it."""

import random
from collections.abc import Callable
from dataclasses import dataclass

from levelbook.checks.context import CheckContext
from levelbook.commands.editing.move import move
from levelbook.commands.editing.outcome import EditOutcome
from levelbook.commands.editing.retire import retire
from levelbook.commands.editing.split import merge, split
from levelbook.loading.edit.file_change import Files

STEPS = ("level", "grade", "group", "position", "calibration")


@dataclass(frozen=True)
class RandomEdit:
    """A command, and how it reads."""

    typed: str
    run: Callable[[Files], EditOutcome]


class Chooser:
    """Chooses commands for a folder as it is."""

    def __init__(self, ctx: CheckContext, rng: random.Random) -> None:
        self.ctx, self.rng, names = ctx, rng, ctx.names
        self.sequences = list(ctx.folder.sequences)
        self.indicators = [code for code, things in names.codes.items() if things[0].kind == "indicator"]
        self.actions = [code for code, things in names.codes.items() if things[0].kind == "action"]
        self.competencies = self._paths("competency")
        self.files = [*self.competencies, *self._paths("position")]
        self.levels = [level for sequence in self.sequences for level in names.of_kind(sequence, "level")]
        codes = ctx.code_owners.sequence_codes
        self.ids = [
            f"{codes[one]}.{key}" for one in self.sequences for kind in STEPS for key in names.of_kind(one, kind)
        ]
        self.new = f"x{rng.randrange(10**6)}"

    def _paths(self, kind: str) -> list[str]:
        return [f"{one}/{key}" for one in self.sequences for key in self.ctx.names.of_kind(one, kind)]

    def edit(self) -> RandomEdit:
        """One of all kinds of command."""
        kinds = (self.to_level, self.to_competency, self.renamed, self.to_sequence, self.folder, self.id)
        more = (self.retired, self.retired_file, self.retired_id, self.split, self.merged)
        return self.rng.choice((*kinds, *more))()

    def _move(self, what: str, to: str, **choices: object) -> RandomEdit:
        return RandomEdit(f"move {what} {to} {choices}", lambda files: move(files, what, to, **choices))  # type: ignore[arg-type]

    def to_level(self) -> RandomEdit:
        """An indicator to a level."""
        return self._move(self.rng.choice(self.indicators), self.rng.choice(self.levels), why="没有了。")

    def to_competency(self) -> RandomEdit:
        """An indicator to a competency of any sequence."""
        level = self.rng.choice(("", f"@{self.rng.choice(self.levels)}"))
        after = self.rng.choice((*[""] * 5, *self.indicators))
        target = self.rng.choice(self.competencies) + level
        return self._move(self.rng.choice(self.indicators), target, after=after, why="没有了。")

    def renamed(self) -> RandomEdit:
        """A file to another name."""
        path = self.rng.choice(self.files)
        return self._move(path, f"{path.split('/')[0]}/{self.new}")

    def to_sequence(self) -> RandomEdit:
        """A file to another sequence."""
        path, sequence = self.rng.choice(self.files), self.rng.choice(self.sequences)
        names, home = self.ctx.names, path.split("/")[0]
        theirs = names.of_kind(sequence, "level")
        chosen = {level: self.rng.choice(theirs) for level in names.of_kind(home, "level")}
        levels = self.rng.choice(({}, chosen))
        key = self.rng.choice((path.split("/")[1], self.new))
        group = self.rng.choice(names.of_kind(sequence, "group"))
        return self._move(path, f"{sequence}/{key}", levels=levels, group=group, why="搬走了。")

    def folder(self) -> RandomEdit:
        """A sequence to another name."""
        return self._move(self.rng.choice(self.sequences), self.new)

    def id(self) -> RandomEdit:
        """A level, grade, group, position or calibration to another id."""
        old = self.rng.choice(self.ids)
        return self._move(old, f"{old.split('.')[0]}.{self.new}")

    def _retire(self, what: str, by: list[str]) -> RandomEdit:
        return RandomEdit(f"retire {what} by {by}", lambda files: retire(files, what, "停用了。", by))

    def retired(self) -> RandomEdit:
        """An indicator or course."""
        by = self.rng.sample(self.indicators, self.rng.choice((0, 1, 2)))
        return self._retire(self.rng.choice((*self.indicators, *self.actions)), by)

    def retired_file(self) -> RandomEdit:
        """A competency, position or sequence."""
        by = self.rng.sample(self.competencies, self.rng.choice((0, 1)))
        return self._retire(self.rng.choice((*self.files, *self.sequences)), by)

    def retired_id(self) -> RandomEdit:
        """A level, grade or group."""
        return self._retire(self.rng.choice(self.ids), self.rng.sample(self.ids, self.rng.choice((0, 1))))

    def split(self) -> RandomEdit:
        """An indicator into two."""
        code, texts = self.rng.choice(self.indicators), [f"甲{self.new}。", f"乙: {self.new}。"]
        return RandomEdit(f"split {code}", lambda files: split(files, code, texts, "分开。"))

    def merged(self) -> RandomEdit:
        """Two indicators into another."""
        codes, into = self.rng.sample(self.indicators, 2), self.rng.choice(self.indicators)
        return RandomEdit(f"merge {codes} into {into}", lambda files: merge(files, codes, into, "合并。"))

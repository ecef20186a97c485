"""Levels of what gets another ladder: what they are called there, and what is said of the rest."""

from collections.abc import Mapping

from levelbook.commands.editing.outcome import Edit
from levelbook.commands.editing.places import levels_of
from levelbook.commands.editing.problem import refused
from levelbook.commands.editing.references import Naming, references
from levelbook.loading.edit.rewrite import below, column, scalar
from levelbook.loading.folder import SequenceFiles
from levelbook.loading.nodes import Mapping as Tree
from levelbook.problems import Place


def level_names(
    edit: Edit, path: str, kind: str, source: SequenceFiles, target: SequenceFiles, chosen: Mapping[str, str]
) -> dict[str, str]:
    """What each level that a file names is called in the other sequence; refused where only a person knows."""
    ladder = set(edit.ctx.names.of_kind(source.id, "level"))
    used = {one.word for one in references(edit.space, path) if one.naming is Naming.ID and one.word in ladder}
    theirs = levels_of(target)
    levels = {level: chosen.get(level, level) for level in [*ladder, *chosen]}
    open_ = sorted(level for level in used if levels[level] not in theirs)
    if open_:
        facts = {"list": tuple(open_), "known": tuple(theirs), "example": f"{open_[0]}={theirs[0] if theirs else ''}"}
        raise refused("levels_needed", Place(path), **facts)
    named = [levels[level] for level in used]
    if kind == "competency" and len(set(named)) < len(named):
        raise refused("levels_twice", "--levels")
    return {level: name for level, name in levels.items() if name in theirs}


def with_unanswered(edit: Edit, path: str, target: SequenceFiles, why: str) -> None:
    """Answers for the levels of the new sequence of which a competency says nothing."""
    levels = edit.space.root(path).at("levels")
    missing = [level for level in levels_of(target) if isinstance(levels, Tree) and level not in levels]
    if not missing:
        return
    if not why:
        raise refused("levels_unanswered", "--why", list=tuple(missing))
    text = edit.space.text(path)
    indent = column(text, next(iter(levels)).span.start)
    lines = [f"{level}: {{blank: {scalar(' '.join(why.split()))}}}" for level in missing]
    if levels.flow:
        raise ValueError("levels stand in braces")
    edit.space.change(path, [below(text, levels, indent, lines)])
    edit.tell("levels_answered", list=tuple(missing), text=why)

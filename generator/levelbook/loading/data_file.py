"""One file of the handbook, read: its value, and where everything in it stands."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice
from typing import Any, Generic, TypeVar

from levelbook.loading import keys, syntax, text_slips
from levelbook.loading.files import Unreadable, text_of
from levelbook.loading.nodes import NOWHERE, Mapping, Span, Text
from levelbook.loading.parser import Composed, compose
from levelbook.loading.schema_walk import SchemaPart, TextAt, texts, walk
from levelbook.loading.slips.conflict import conflict
from levelbook.loading.slips.explained import explained
from levelbook.loading.slips.reading import ReadText
from levelbook.loading.slips.search import worth_looking
from levelbook.loading.translations import ANY, Languages
from levelbook.loading.validate import MAX_PROBLEMS, validate
from levelbook.model.base import Shape
from levelbook.problems import Place, Problem, Severity

S = TypeVar("S", bound=Shape)
R = TypeVar("R")


@dataclass(frozen=True)
class DataFile(Generic[S]):
    """A file with its value; without one where the file has mistakes of its own."""

    file: str
    """Path inside the data folder, with forward slashes."""
    shape: type[S]
    value: S | None
    root: Mapping
    """Its tree; empty where nothing could be read."""
    count: int = 0
    """How many texts, lists and mappings stand in it."""
    _answers: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def once(self, question: "Callable[[DataFile[Any], str], Iterable[R]]", about: str) -> tuple[R, ...]:
        """What this file alone answers: a preview reads it once, and checks it with all others at each edit."""
        key = question, about
        if key not in self._answers:
            self._answers[key] = tuple(question(self, about))
        answers: tuple[R, ...] = self._answers[key]
        return answers

    def place(self, span: Span | Text | None = None) -> Place:
        """A span of this file; the file as a whole without one."""
        start = span.span if isinstance(span, Text) else span or NOWHERE
        return Place(self.file, start.line, start.column)

    def at(self, *path: str | int) -> Place:
        """Where a value stands, by the keys and numbers that lead to it."""
        node = self.node(*path)
        return self.place(node.span if node is not None else self.root.span)

    def key(self, *path: str | int) -> Place:
        """Where the key stands that a path ends in."""
        holder = self.node(*path[:-1])
        key = holder.key(str(path[-1])) if isinstance(holder, Mapping) else None
        return self.place(key) if key is not None else self.at(*path[:-1])

    def node(self, *path: str | int) -> Any:
        """The node that keys and numbers lead to; none where they lead nowhere."""
        node: Any = self.root
        for step in path:
            try:
                node = node[step]
            except (KeyError, IndexError, TypeError):
                return None
        return node

    def parts(self) -> Iterator[SchemaPart]:
        """All mappings of the file with their shapes; none where the file has mistakes of its own."""
        return iter(self._walked)

    @cached_property
    def texts(self) -> tuple[TextAt, ...]:
        """All texts that belong to a shape; none where the file has mistakes of its own."""
        return tuple(texts(self.shape, self.root)) if self.value is not None else ()

    @cached_property
    def _walked(self) -> tuple[SchemaPart, ...]:
        """Walked once for all checks, which would take a fifth of reading a handbook."""
        return tuple(walk(self.shape, self.root)) if self.value is not None else ()


def decode(
    file: str, data: bytes | Unreadable, shape: type[S], languages: Languages = ANY
) -> tuple[DataFile[S], list[Problem]]:
    """Reads a file and tells all its mistakes."""
    text = text_of(file, data)
    if isinstance(text, Problem):
        return DataFile(file, shape, None, Mapping()), [text]
    left_by_merge = conflict(file, text)
    if left_by_merge:
        return DataFile(file, shape, None, Mapping()), [left_by_merge]
    data_file, reading = _read(file, text, shape, languages)
    if not worth_looking(text, reading):
        return data_file, list(reading.problems)
    problems = explained(file, text, reading, lambda other: _read(file, other, shape, languages)[1], shape)
    return data_file, list(problems)


def _read(file: str, text: str, shape: type[S], languages: Languages) -> tuple[DataFile[S], ReadText]:
    """Reads a text as it stands, with what YAML and the schema say of it."""
    composed = compose(file, text)
    root = composed.root
    if composed.broken or not isinstance(root, Mapping):
        nothing = DataFile(file, shape, None, Mapping(), composed.count)
        return nothing, ReadText(composed.problems or [_not_a_mapping(file, composed)], composed.trouble)
    data_file, problems = _decoded(file, text, shape, composed, languages)
    return data_file, ReadText(problems)


def _decoded(
    file: str, text: str, shape: type[S], composed: Composed, languages: Languages
) -> tuple[DataFile[S], list[Problem]]:
    root = composed.root if isinstance(composed.root, Mapping) else Mapping()
    value, misfits = validate(file, shape, root)
    mistakes = [*islice(keys.mistakes(file, shape, composed, languages), MAX_PROBLEMS), *misfits]
    problems = text_slips.with_cures(text, _with_unseen(file, composed, mistakes))
    if value is None and not any(problem.severity is Severity.ERROR for problem in problems):
        problems.append(Problem("value-wrong", Place(file, 1, 1), variant="unclear"))
    if any(problem.severity is Severity.ERROR for problem in problems):
        value = None
    return DataFile(file, shape, value, root, composed.count), problems


def _with_unseen(file: str, composed: Composed, mistakes: list[Problem]) -> list[Problem]:
    """All problems; where characters do not belong in a text, nothing else is said of it, but that they are wrong."""
    unseen = {Place(file, span.line, span.column): problems for span, problems in composed.unseen.items()}
    wrong_places = {problem.place for problem in mistakes} & unseen.keys()
    worse = {id(problem) for place in wrong_places for problem in unseen[place]}
    problems = [replace(one, severity=Severity.ERROR) if id(one) in worse else one for one in composed.problems]
    return problems + [problem for problem in mistakes if problem.place not in unseen]


def _not_a_mapping(file: str, composed: Composed) -> Problem:
    root = composed.root
    if isinstance(root, Text) and root:
        wide = syntax.wide_colon_at_root(file, root.line, root.span.column, root)
        if wide:
            return wide
    return Problem("value-wrong", Place(file, root.span.line if root else 1, 1), variant="file" if root else "nothing")

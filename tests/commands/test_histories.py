"""Histories of a handbook, made by people and `levelbook ids` in any order: a code never names two sentences."""

import json
from dataclasses import dataclass, field

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from levelbook.commands.ids.outcome import ids_outcome
from levelbook.load import Loaded, load_files
from levelbook.model.competency import Competency
from levelbook.problems import Severity

PLACES = [("one", "listening"), ("one", "asking"), ("two", "asking")]
HEADS = {"one": "ONE", "two": "TWO"}
PICK = st.integers(0, 40)


@dataclass
class Item:
    """An indicator, as somebody has written it."""

    text: str
    id: str = ""
    retired: bool = False


@dataclass
class Paper:
    """A competency's file."""

    sequence: str
    name: str
    items: list[Item] = field(default_factory=list)
    code: str = ""
    retired: bool = False

    @property
    def path(self) -> str:
        return f"sequences/{self.sequence}/competencies/{self.name}.yml"

    def written(self) -> str:
        """JSON is YAML, and reads back as it was meant."""
        made: dict[str, object] = {"code": self.code} if self.code else {}
        made |= {"name": self.name, "retired": {"why": "不再要求"}} if self.retired else {"name": self.name}
        items = [_item(one) for one in self.items]
        made |= {"indicators": items} if items else {"blank": "来源未写"}
        return json.dumps(made, ensure_ascii=False)


def _item(one: Item) -> dict[str, object]:
    made: dict[str, object] = {"id": one.id} if one.id else {}
    return made | {"text": one.text} | ({"retired": {"why": "不再要求"}} if one.retired else {})


class Histories(RuleBasedStateMachine):
    """What people do to a handbook; whatever they do, these promises hold."""

    def __init__(self) -> None:
        super().__init__()
        self.papers = [Paper(*place) for place in PLACES]
        self.ledger: bytes | None = None
        self.owners: dict[str, str] = {}
        self.attic: list[tuple[Paper, Item]] = []
        self.count = 0

    @initialize(sizes=st.tuples(*[st.integers(0, 2)] * 3))
    def begin(self, sizes: tuple[int, ...]) -> None:
        """A handbook with its ledger."""
        for paper, size in zip(self.papers, sizes, strict=True):
            for _ in range(size):
                self.add(self.papers.index(paper))
        self.ids()

    def files(self) -> dict[str, bytes]:
        """The folder as it stands."""
        family = {"id": "f", "name": "族", "sequences": list(HEADS)}
        texts: dict[str, object] = {"handbook.yml": {"name": "册", "families": [family]}}
        for sequence, code in HEADS.items():
            listed = [one.name for one in self.papers if one.sequence == sequence and not one.retired]
            group: dict[str, object] = {"id": "all", "name": "类", "kind": "ability"}
            group |= {"competencies": listed} if listed else {"blank": "来源未写"}
            texts[f"sequences/{sequence}/sequence.yml"] = {"code": code, "name": sequence, "groups": [group]}
        made = {path: json.dumps(one, ensure_ascii=False).encode() for path, one in texts.items()}
        made |= {one.path: one.written().encode() for one in self.papers}
        return made | ({"ledger.yml": self.ledger} if self.ledger is not None else {})

    def paper(self, pick: int) -> Paper:
        return self.papers[pick % len(self.papers)]

    def item(self, pick: int) -> tuple[Paper, Item] | None:
        every = [(paper, one) for paper in self.papers for one in paper.items]
        return every[pick % len(every)] if every else None

    @rule(pick=PICK)
    def add(self, pick: int) -> None:
        """Somebody writes a new sentence, without a code."""
        self.count += 1
        self.paper(pick).items.append(Item(f"第{self.count}句话。"))

    @rule(pick=PICK)
    def delete(self, pick: int) -> None:
        """Somebody deletes a sentence, though nothing is to be deleted."""
        found = self.item(pick)
        if found:
            found[0].items.remove(found[1])
            self.attic.append(found)

    @rule(pick=PICK)
    def write_over(self, pick: int) -> None:
        """Somebody deletes the newest sentence of a competency, writes another one and gives it a code."""
        paper = self.paper(pick)
        newest = max((one for one in paper.items if one.id), key=lambda one: one.id, default=None)
        if newest:
            paper.items.remove(newest)
            self.attic.append((paper, newest))
            self.add(pick)
            self.ids()

    @rule(pick=PICK, retired=st.booleans())
    def put_back(self, pick: int, retired: bool) -> None:
        """Somebody puts back what was deleted, often retired, as the message says."""
        if self.attic:
            paper, one = self.attic.pop(pick % len(self.attic))
            paper = paper if paper in self.papers else self.papers[0]
            one.retired = retired and bool(one.id)
            paper.items.append(one)

    @rule(pick=PICK)
    def retire(self, pick: int) -> None:
        """Somebody retires a sentence."""
        found = self.item(pick)
        if found and found[1].id:
            found[1].retired = True

    @rule(pick=PICK, to=PICK)
    def move(self, pick: int, to: int) -> None:
        """A sentence goes to another competency, with its code."""
        found = self.item(pick)
        if found:
            found[0].items.remove(found[1])
            self.paper(to).items.append(found[1])

    @rule(pick=PICK)
    def rename_file(self, pick: int) -> None:
        """A competency's file gets another name, here and in the list."""
        self.count += 1
        self.paper(pick).name = f"renamed-{self.count}"

    @rule(pick=PICK)
    def move_file(self, pick: int) -> None:
        """A competency goes to the other sequence."""
        paper = self.paper(pick)
        other = "two" if paper.sequence == "one" else "one"
        if paper.name not in [one.name for one in self.papers if one.sequence == other]:
            paper.sequence = other

    @rule(pick=PICK)
    def delete_file(self, pick: int) -> None:
        """Somebody deletes a whole file."""
        if len(self.papers) > 1:
            gone = self.papers.pop(pick % len(self.papers))
            self.attic += [(gone, one) for one in gone.items]

    @rule(sequence=st.sampled_from(sorted(HEADS)))
    def new_file(self, sequence: str) -> None:
        """A new competency, often called like one that was deleted."""
        self.count += 1
        names = [one.name for one in self.papers if one.sequence == sequence]
        name = next(one for one in ("listening", "asking", f"new-{self.count}") if one not in names)
        self.papers.append(Paper(sequence, name))

    @rule(pick=PICK)
    def retire_file(self, pick: int) -> None:
        """A competency ends."""
        self.paper(pick).retired = bool(self.paper(pick).code)

    @rule(pick=PICK, code=st.sampled_from(["LIS", "ASK", "ZZZ", ""]))
    def change_code(self, pick: int, code: str) -> None:
        """Somebody changes the line with the code, and puts it back once the check has told."""
        paper = self.paper(pick)
        kept, paper.code = paper.code, code
        if self.ledger and kept and code != kept and f"{HEADS[paper.sequence]}-{kept}" in self.known():
            assert self.errors(load_files(self.files())), f"{kept} became {code} unseen"
        paper.code = kept

    @rule()
    def ids(self) -> None:
        """Somebody runs `levelbook ids`."""
        files = self.files()
        outcome = ids_outcome(files)
        after = load_files({**files, **outcome.files})
        if outcome.files:
            self.ledger = outcome.files.get("ledger.yml", self.ledger)
            self.take_over(after)
        if not outcome.blockers:
            assert not ids_outcome({**files, **outcome.files}).files, "running it twice changes something"

    def take_over(self, loaded: Loaded) -> None:
        """Reads back what was written into the papers."""
        for paper in self.papers:
            branch = loaded.folder.sequences[paper.sequence]
            value: Competency | None = branch.competencies[paper.name].value
            assert value
            paper.code = value.code or ""
            for item, one in zip(paper.items, value.every_indicator, strict=True):
                item.id = one.code or ""

    def known(self) -> set[str]:
        ledger = load_files({"ledger.yml": self.ledger or b"codes: {}\n"}).folder.ledger
        assert ledger and ledger.value
        return set(ledger.value.known)

    @staticmethod
    def errors(loaded: Loaded) -> bool:
        return any(one.severity is Severity.ERROR for one in loaded.problems)

    @invariant()
    def a_code_names_one_sentence_for_ever(self) -> None:
        """Also one that was deleted long ago."""
        for _, one in [(paper, one) for paper in self.papers for one in paper.items if one.id] + self.attic:
            if one.id:
                assert self.owners.setdefault(one.id, one.text) == one.text

    @invariant()
    def nothing_is_green_while_a_code_is_missing(self) -> None:
        """What the ledger knows is in the data, or the check says so."""
        if self.ledger is None:
            return
        here = {one.id for paper in self.papers for one in paper.items}
        here |= {f"{HEADS[paper.sequence]}-{paper.code}" for paper in self.papers if paper.code}
        missing = {code for code in self.known() if "." not in code and "-" in code} - here
        if missing:
            assert self.errors(load_files(self.files())), missing


TestHistories = Histories.TestCase
TestHistories.settings = settings(max_examples=20, stateful_step_count=15, deadline=None)

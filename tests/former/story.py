"""The life of a handbook: random edits, releases now and then, and every address of any release followed."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from levelbook.build import Site, published_addresses
from levelbook.catalogue import Catalogue
from levelbook.commands.ids.outcome import ids_outcome
from levelbook.commands.release.outcome import release_outcome
from levelbook.commands.release.readiness import ReleaseWanted
from levelbook.model.handbook import Handbook
from tests.former.edits import BY_HAND, CARELESS, OF_COMMANDS, Hands, NotNow
from tests.former.folder import Files
from tests.former.following import Follower


@dataclass
class Tally:
    """What has been done, and what came of it."""

    done: Counter[str] = field(default_factory=Counter)
    """Edits that were made, by kind."""
    refused: Counter[str] = field(default_factory=Counter)
    """Careless edits that `check` refused, by kind."""
    passed: Counter[str] = field(default_factory=Counter)
    """Careless edits that it let pass, as nothing published was lost by them."""
    not_now: int = 0
    """Edits that found nothing to change, or that a command refused."""
    releases: int = 0
    followed: int = 0
    """Addresses followed, over all times."""
    lost: list[str] = field(default_factory=list)
    """Addresses that led nowhere, each with what was done last."""
    dead: list[str] = field(default_factory=list)
    """Links of former lists that led nowhere."""

    @property
    def edits(self) -> int:
        """Edits made and careless ones tried."""
        return self.done.total() + self.refused.total() + self.passed.total()


class Story:
    """A handbook from its first release on."""

    def __init__(self, seed: int, language: str = "zh") -> None:
        self.luck = Random(seed)
        self.files = Files.of()
        self.words = Catalogue(language)
        self.tally = Tally()
        self.said: list[str] = []
        self.addresses: dict[str, tuple[str, ...]] = {}
        self.book = self._load(self.files) or _missing()
        self.release()

    def edit(self) -> None:
        """One edit more, whatever comes of it."""
        makers = self.luck.choices((OF_COMMANDS, BY_HAND, CARELESS), (6, 4, 1))[0]
        maker = self.luck.choice(makers)
        files = self.files.copy()
        try:
            said = maker(Hands(files, self.book, self.luck))
        except NotNow:
            self.tally.not_now += 1
            return
        book = self._load(files)
        careless = maker in CARELESS
        if book is None:
            if careless:
                self.tally.refused[maker.__name__] += 1
            else:
                self.tally.not_now += 1
            return
        (self.tally.passed if careless else self.tally.done)[maker.__name__] += 1
        self.files, self.book = files, book
        self.said.append(said)

    def release(self) -> None:
        """Publish what there is, by the command's own core: from now on its addresses are kept."""
        released(self.files, f"{self.tally.releases}.1.0")
        self.book = self._load(self.files) or _missing()
        for page, anchors in published_addresses(self.book, self.words).items():
            self.addresses[page] = tuple(sorted({*self.addresses.get(page, ()), *anchors}))
        self.tally.releases += 1

    def follow(self) -> None:
        """Build, and follow every old address."""
        site = self._site()
        follower = Follower(site)
        result = follower.follow(self.addresses)
        self.tally.followed += result.followed
        last = "; ".join(self.said[-12:])
        self.tally.lost += [f"{way} after {last}" for way in result.lost]
        self.tally.lost += [f"{problem.code} {problem.facts} after {last}" for problem in site.problems]
        self.tally.dead += list(follower.dead_links())

    def _site(self) -> Site:
        return Site(self.book, self.words)

    def _load(self, files: Files) -> Handbook | None:
        return files.load().handbook


def released(files: Files, version: str, effective: str = "") -> None:
    """A release of a folder, in which every change that asks for a word has it."""
    files.update(ids_outcome(files).files)
    for _ in range(2):
        outcome = release_outcome(files, ReleaseWanted(version, "2026-02-01", effective))
        if outcome.unworded:
            releases = files.read("releases.yml")
            words = {change.address: "clarifies" for change in outcome.unworded}
            releases["releases"].insert(0, {"version": "next", "words": words})
            files.write("releases.yml", releases)
    if outcome.refusals:
        raise AssertionError(outcome.refusals)
    for change in outcome.files:
        assert change.after is not None
        files[change.path] = change.after


def _missing() -> Handbook:
    raise AssertionError("the handbook to begin with has errors")


def run(seed: int, edits: int, every: int = 10, releases: int = 3) -> Iterator[Story]:
    """A life of so many edits; followed after every so many, with a release after each so many times."""
    story, times = Story(seed), 0
    while story.tally.edits < edits:
        goal = min(edits, story.tally.edits + every)
        while story.tally.edits < goal:
            story.edit()
        story.follow()
        times += 1
        if times % releases == 0:
            story.release()
        yield story

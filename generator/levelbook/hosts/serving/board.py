"""What a preview knows of its last build, as browsers ask for it; they wait here for the next one."""

import json
import threading
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, TypedDict

from levelbook.catalogue import Catalogue
from levelbook.hosts.serving.shown import ShownProblem
from levelbook.language import TAGS

_PATIENCE: Final = 25.0
"""In seconds: after so long a browser that waits is answered with what it knows already."""


class PreviewState(TypedDict):
    """What the preview server says of the last build."""

    epoch: int
    """How many reports there were."""
    pages: int
    """Which edition of the pages is shown."""
    made: str
    """The time at which the pages were made that are shown."""
    seconds: float
    lang: str
    """The language of what it says, as HTML names it."""
    failure: str
    """What kept the build from ending, where that is no problem of the data."""
    is_good: bool
    """Whether what is shown is what stands in the folder."""
    has_site: bool
    problems: list[ShownProblem]
    words: dict[str, str]


@dataclass(frozen=True)
class Report:
    """What came of a build."""

    words: Catalogue
    rows: Sequence[ShownProblem] = ()
    """Problems, the gravest first."""
    failure: str = ""
    """What kept it from ending that is no problem of the data; empty where nothing did."""
    has_changed: bool = False
    """Whether pages were written."""
    seconds: float = 0.0
    has_site: bool = True
    """Whether there are pages to show at all."""

    @property
    def is_good(self) -> bool:
        """Whether what is shown is what stands in the folder."""
        return not self.failure and not any(row["severity"] == "error" for row in self.rows)


@dataclass
class Board:
    """The newest report, numbered; safe to be asked from many threads."""

    _words: Catalogue
    _report: Report | None = None
    _epoch: int = 0
    _pages: int = 0
    _made: str = ""
    """The time of the day at which the pages were made that are shown."""
    _lookers: Counter[str] = field(default_factory=Counter)
    """How many browsers wait at each page."""
    _condition: threading.Condition = field(default_factory=threading.Condition)

    def tell(self, report: Report) -> None:
        """Put up a report and wake up who waits for it."""
        with self._condition:
            self._report = report
            self._epoch += 1
            if report.has_changed:
                self._pages += 1
            if report.is_good or report.has_changed or not self._made:
                self._made = time.strftime("%H:%M:%S")
            self._condition.notify_all()

    @property
    def epoch(self) -> int:
        """How many reports there were."""
        return self._epoch

    @property
    def pages(self) -> int:
        """Which edition of the pages is shown."""
        return self._pages

    @property
    def has_site(self) -> bool:
        """Whether there is a page to show."""
        return self._report is not None and self._report.has_site

    @property
    def words(self) -> Catalogue:
        """What is spoken."""
        return self._report.words if self._report else self._words

    @property
    def looked_at(self) -> tuple[str, ...]:
        """The pages at which browsers wait, by path in the site."""
        with self._condition:
            return tuple(page for page, lookers in self._lookers.items() if page and lookers)

    def state(self, after: int, page: str = "", patience: float = _PATIENCE) -> bytes:
        """The report as JSON, once there is a newer one than the browser has that shows a page."""
        with self._condition:
            self._lookers[page] += 1
            try:
                self._condition.wait_for(lambda: self._epoch > after, timeout=patience)
            finally:
                self._lookers[page] -= 1
            return json.dumps(self._now(), ensure_ascii=False).encode()

    def _now(self) -> PreviewState:
        report = self._report or Report(self._words)
        return PreviewState(
            epoch=self._epoch,
            pages=self._pages,
            made=self._made,
            seconds=round(report.seconds, 3),
            lang=TAGS[report.words.language],
            failure=report.failure,
            is_good=report.is_good,
            has_site=report.has_site,
            problems=list(report.rows),
            words=dict(report.words.section("overlay")),
        )

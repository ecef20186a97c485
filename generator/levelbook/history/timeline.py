"""When each wording began, ends or comes: what pages say of releases, asked of the handbook's whole past at once.

A release whose day has not come is known already: what it changes is `coming`, and nothing of it holds.
"""

from datetime import date, timedelta

from levelbook.history.wordings import ReleasedWording, Wordings, every_wording
from levelbook.model.handbook import Handbook
from levelbook.tracing import lazily


class Timeline:
    """The releases of a handbook, and what every indicator said in them."""

    def __init__(self, handbook: Handbook) -> None:
        """Work nothing out yet."""
        self._handbook = handbook
        self.releases = {release.version: release for release in handbook.releases}
        """By version, newest first."""
        self.coming = frozenset(release.version for release in handbook.coming)
        """The versions that do not hold yet."""
        self._places = {version: at for at, version in enumerate(self.releases)}

    @lazily
    def wordings(self) -> Wordings:
        """What every indicator said, newest first."""
        return every_wording(self._handbook)

    @property
    def has_changes(self) -> bool:
        """Whether anything was ever changed by a release: before that there is no past to tell of."""
        return bool(self._handbook.history.releases)

    @property
    def has_past(self) -> bool:
        """Whether a release has been kept, so that wordings of it can be read."""
        return bool(self._handbook.history.published)

    def began(self, code: str, text: str) -> str:
        """The release in which the wording in hand began; nothing where it is not yet released."""
        now = self.in_force(code)
        return now.release if now and now.text == text else ""

    def in_force(self, code: str) -> ReleasedWording | None:
        """The wording that holds; none where it ended or is still to come."""
        known = [wording for wording in self.wordings.get(code, ()) if wording.release not in self.coming]
        now = known[0] if known else None
        return now if now and (not now.until or now.until in self.coming) else None

    def next(self, code: str) -> ReleasedWording | None:
        """The wording that comes next; none where none does."""
        coming = [wording for wording in self.wordings.get(code, ()) if wording.release in self.coming]
        return coming[-1] if coming else None

    def ends(self, code: str) -> str:
        """The coming release that ends what holds without another wording in its place; nothing where none does."""
        now = self.in_force(code)
        return now.until if now and now.until in self.coming and not now.replaced else ""

    def place(self, version: str) -> int:
        """How many releases are newer; what is not known is older than all."""
        return self._places.get(version, len(self._places))

    def is_older(self, wording: ReleasedWording, other: ReleasedWording) -> bool:
        """Whether a wording began before another."""
        return self.place(wording.release) > self.place(other.release)

    def day(self, version: str) -> str:
        """The day from which a release holds: 2026-12-01; nothing where it is not known."""
        release = self.releases.get(version)
        return release.starts if release else ""

    def days(self, wording: ReleasedWording) -> tuple[str, str]:
        """The first and the last day of a wording; no last one while it lasts."""
        end = self.day(wording.until)
        return self.day(wording.release), str(date.fromisoformat(end) - timedelta(days=1)) if end else ""

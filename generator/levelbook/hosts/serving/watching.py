"""Notices changed files: by the system where it tells of them, else by looking again and again."""

import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

QUIET: Final = 0.03
"""In seconds: how long nothing must change before a build begins."""
LOOKED_EVERY: Final = 0.1
"""In seconds, where the system tells nothing."""
_TELLING: Final = ("created", "modified", "moved", "deleted")
"""What happens to files that changes what is in them; reading them is told of as well."""
_MOUNTS: Final = Path("/proc/self/mounts")
_SILENT: Final = (
    "nfs",
    "cifs",
    "smb",
    "9p",
    "drvfs",
    "fuse",
    "vboxsf",
    "virtiofs",
    "prl_fs",
    "vmhgfs",
    "afs",
    "grpcfuse",
)
"""How file systems are called whose changes are made elsewhere, so that the system does not hear of them."""


class NotingObserver:
    """Stands for an observer of watchdog's, and notes which files have changed."""

    def __init__(self) -> None:
        """Watch nothing yet."""
        self._plans: list[tuple[FileSystemEventHandler, str, bool]] = []
        self._observer: Any = None
        self._paths: set[Path] = set()
        self._lock = threading.Lock()

    def schedule(self, handler: Any, path: str, *, recursive: bool = False) -> Any:
        """Watch a path; the handler hears of files only, and not of those that editors put beside the real ones."""
        plan = (_Noting(handler, self._note), path, recursive)
        self._plans.append(plan)
        return self._observer.schedule(plan[0], path, recursive=recursive) if self._observer else plan

    def unschedule(self, watch: Any) -> None:
        """Watch a path no longer."""
        if self._observer:
            self._observer.unschedule(watch)
        elif watch in self._plans:
            self._plans.remove(watch)

    def start(self) -> None:
        """Begin; where the system has no more watches to give, by looking."""
        looks = any(is_silent(path) for _, path, _ in self._plans)
        try:
            self._observer = self._begun(PollingObserver(timeout=LOOKED_EVERY) if looks else Observer())
        except OSError:
            self._observer = self._begun(PollingObserver(timeout=LOOKED_EVERY))

    def _begun(self, observer: Any) -> Any:
        for handler, path, recursive in self._plans:
            observer.schedule(handler, path, recursive=recursive)
        observer.start()
        return observer

    def stop(self) -> None:
        """End."""
        if self._observer:
            self._observer.stop()

    def join(self, timeout: float | None = None) -> None:
        """Wait for the end."""
        if self._observer:
            self._observer.join(timeout)

    def take(self) -> set[Path]:
        """The files that have changed since this was last asked."""
        with self._lock:
            paths, self._paths = self._paths, set()
        return paths

    def _note(self, path: str) -> None:
        with self._lock:
            self._paths.add(Path(os.path.abspath(path)))


class _Noting(FileSystemEventHandler):
    """Notes what an event names before whoever waits hears of it."""

    def __init__(self, handler: FileSystemEventHandler, note: Callable[[str], None]) -> None:
        self._handler, self._note = handler, note

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type not in _TELLING or (event.is_directory and event.event_type == "modified"):
            return
        named = [os.fsdecode(path) for path in (event.src_path, event.dest_path) if path]
        seen = [path for path in named if not is_passing(path)]
        for path in seen:
            self._note(path)
        if seen:
            event.is_directory = False  # a folder that goes or comes takes its files along
            self._handler.on_any_event(event)


def is_passing(path: str) -> bool:
    """Whether a file is one that an editor writes for itself: hidden, or a copy of what was."""
    name = os.path.basename(path)
    return name.startswith((".", "#")) or name.endswith(("~", ".swp", ".swx", ".tmp"))


def is_silent(path: str) -> bool:
    """Whether changes of a path may be made where this system does not hear of them."""
    if os.environ.get("LEVELBOOK_POLL"):
        return True
    if sys.platform == "win32":
        return path.startswith(("\\\\", "//"))
    return _file_system(path).startswith(_SILENT)


def _file_system(path: str) -> str:
    """The kind of file system that a path stands on; empty where nobody says."""
    try:
        mounts = _MOUNTS.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    rows = [row.split() for row in mounts.splitlines()]
    fitting = [(len(row[1]), row[2]) for row in rows if len(row) > 2 and _is_below(path, row[1])]
    return max(fitting, default=(0, ""))[1]


def _is_below(path: str, mount: str) -> bool:
    return path == mount or path.startswith(mount.rstrip("/") + "/")

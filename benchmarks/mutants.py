"""Changes single expressions of the modules that decide, and tells which changes no test notices.

Each change is made in a copy of the package, which the tests then import in place of the package; the working tree
stays as it is. The copy is compiled with hashes of its sources: with times, a change of the same length within the same
second would go unseen.
"""

import argparse
import os
import py_compile
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from compileall import compile_dir
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import results
from deciding import EQUIVALENT, PACKAGE, ROOT, holding, modules
from mutations import Mutation, mutations

HERE = Path(__file__).resolve().parent
KILLED, SURVIVED, TIMEOUT, EQUAL = "killed", "survived", "timeout", "equivalent"
MEMORY = 4 * 1024**3
"""How much a changed program may hold that never ends."""
NO_TESTS = 5
NOTES = """\
- One change each: a comparison, `and` or `or`, `not`, plus or minus, a whole number by one; drawn by `--seed` from all
  that `benchmarks/mutations.py` finds in the modules of `benchmarks/deciding.py`, which names the tests too.
  No browser.
- *Equivalent*: after the change everything is as before, by the reason given in `benchmarks/deciding.py`. *Timeout*:
  the tests did not end, which is noticed too.
"""


@dataclass(frozen=True)
class Fate:
    """What became of a mutation."""

    mutation: Mutation
    end: str
    seconds: float


class Trial:
    """A copy of the package in which one module at a time is changed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._usual: dict[tuple[str, ...], float] = {}
        self._package = folder / "levelbook"
        shutil.copytree(PACKAGE, self._package, ignore=shutil.ignore_patterns("__pycache__"))
        compile_dir(folder, quiet=1, invalidation_mode=py_compile.PycInvalidationMode.CHECKED_HASH)

    def fate(self, mutation: Mutation) -> Fate:
        """Run the tests of a module with this change."""
        tests = holding(mutation.module)
        longest = 60 + 10 * self._without_change(tests)
        path = self._package / mutation.module
        before = path.read_bytes()
        start = time.monotonic()
        path.write_text(mutation.source(), encoding="utf-8")
        try:
            code = self._run(tests, longest)
        finally:
            path.write_bytes(before)
        return Fate(mutation, _end(mutation, code), time.monotonic() - start)

    def _without_change(self, tests: tuple[str, ...]) -> float:
        """How long these tests take; they have to pass, or else nothing can be said."""
        if tests not in self._usual:
            start = time.monotonic()
            if self._run(tests, 3600) != 0:
                sys.exit(f"These tests fail without any change: {' '.join(tests)}")
            self._usual[tests] = time.monotonic() - start
        return self._usual[tests]

    def _run(self, tests: tuple[str, ...], longest: float) -> int | None:
        """The exit code of pytest; none where it did not end in time."""
        command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "--hypothesis-seed=0", *tests]
        environment = {
            **os.environ,
            "PYTHONPATH": str(self._folder),
            "HYPOTHESIS_STORAGE_DIRECTORY": str(self._folder / "hypothesis"),
            "NO_MKDOCS_2_WARNING": "1",
        }
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=partial(resource.setrlimit, resource.RLIMIT_AS, (MEMORY, MEMORY)),
        )
        try:
            return process.wait(longest)
        except subprocess.TimeoutExpired:
            return None
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()


def _end(mutation: Mutation, code: int | None) -> str:
    if code == NO_TESTS:
        sys.exit(f"No tests hold {mutation.module}.")
    if code == 0:
        return EQUAL if mutation.key in EQUIVALENT else SURVIVED
    return TIMEOUT if code is None else KILLED


def every() -> Iterator[Mutation]:
    """Every mutation of every module that decides."""
    for module in modules():
        yield from mutations(module, (PACKAGE / module).read_text(encoding="utf-8"))


def drawn(seed: int, n: int, only: str) -> list[Mutation]:
    """Some of them, in the order of the modules."""
    found = [mutation for mutation in every() if mutation.module.startswith(only)]
    chosen = random.Random(seed).sample(range(len(found)), min(n, len(found)))
    return [found[at] for at in sorted(chosen)]


def report(fates: list[Fate], seed: int) -> str:
    """The part of results.md: the figures, and everything that was not killed."""
    ends = Counter(fate.end for fate in fates)
    figures = ", ".join(f"{ends[end]} {end}" for end in (KILLED, TIMEOUT, EQUAL, SURVIVED))
    rows = [["file", "line", "in", "change", "end"]]
    for fate in fates:
        one = fate.mutation
        if fate.end != KILLED:
            rows.append([one.module, str(one.line), one.function, f"`{one.change}`".replace("|", "\\|"), fate.end])
    what = f"`python benchmarks/mutants.py --seed {seed} --n {len(fates)}`"
    head = f"# Mutants\n\n{what}: **{ends[KILLED]} of {len(fates)} killed** ({figures})."
    return f"{head}\n\n{results.table(rows)}\n\n{NOTES}"


def main() -> None:
    """Read the arguments, try every mutation, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--n", type=int, default=80, help="how many changes")
    parser.add_argument("--only", default="", help="only modules whose path begins like this; then nothing is written")
    parser.add_argument("--output", type=Path, default=HERE / "results.md")
    arguments = parser.parse_args()
    fates = []
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(Path(folder))
        for mutation in drawn(arguments.seed, arguments.n, arguments.only):
            fates.append(trial.fate(mutation))
            where = f"{mutation.module}:{mutation.line} {mutation.function}"
            print(f"{fates[-1].end:10} {fates[-1].seconds:5.0f} s  {where}: {mutation.change}", flush=True)
    if not arguments.only:
        results.put(arguments.output, report(fates, arguments.seed))
    for key in EQUIVALENT.keys() - {mutation.key for mutation in every()}:
        print(f"No longer there, take it out of deciding.py: {key}")


if __name__ == "__main__":
    main()

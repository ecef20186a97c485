"""Locks packages for every Python that pyproject.toml admits, and notes which Pythons each wants (`make lock`)."""

import json
import subprocess
import sys
import tomllib
from collections import defaultdict
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
FOLDER = Path("requirements")
INPUTS = {
    "site": ["pyproject.toml", "--group", "build"],
    "dev": ["pyproject.toml", "--group", "build", "--extra", "dev", "--constraints", "requirements/site.txt"],
    "bench": ["requirements/bench.in"],
}
"""What each lock is made from. Tests run with the packages that build the site."""
PYTHONS = FOLDER / "pythons.txt"
HEAD = "# Which Pythons each locked package admits, as its index says. Written by: make lock\n"


def lowest_python() -> str:
    """The lowest Python of `requires-python`, to the micro version: the one that systems have for years."""
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["requires-python"]
    return f"{wanted.removeprefix('>=')}.0"


def compile_lock(name: str, options: list[str]) -> None:
    """Resolve one lock. Addresses of indexes are left out: they are the machine's business."""
    command = [sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--universal", "--generate-hashes"]
    command += ["--python-version", lowest_python(), "--custom-compile-command", "make lock"]
    command += [*options, *INPUTS[name], "--output-file", str(FOLDER / f"{name}.txt")]
    subprocess.run(command, cwd=ROOT, check=True)


def pins() -> set[tuple[str, str]]:
    """Name and version of everything in the locks."""
    texts = [(ROOT / FOLDER / f"{name}.txt").read_text(encoding="utf-8") for name in INPUTS]
    lines = [line.rstrip(" \\") for text in texts for line in text.splitlines() if line and line[0] not in " #"]
    requirements = [Requirement(line) for line in lines]
    return {(canonicalize_name(pin.name), str(pin.specifier).removeprefix("==")) for pin in requirements}


def rounds(pinned: set[tuple[str, str]]) -> list[list[str]]:
    """The pins, so parted that no name stands twice in a round, as pip wants it."""
    versions: defaultdict[str, list[str]] = defaultdict(list)
    for name, version in sorted(pinned):
        versions[name].append(version)
    most = max(len(own) for own in versions.values())
    return [[f"{name}=={own[turn]}" for name, own in versions.items() if turn < len(own)] for turn in range(most)]


def pythons(pinned: list[str]) -> list[str]:
    """Ask the index which Pythons each pin wants; nothing is installed."""
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--dry-run"]
    command += ["--ignore-installed", "--ignore-requires-python", "--no-deps", "--report", "-", *pinned]
    report = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout
    packages = [item["metadata"] for item in json.loads(report)["install"]]
    return [f"{canonicalize_name(own['name'])}=={own['version']} {own.get('requires_python', '')}" for own in packages]


def main() -> None:
    """Lock all, then note the Pythons. Options go to the resolver, `--upgrade` for one."""
    for name in INPUTS:
        compile_lock(name, sys.argv[1:])
    lines = [line.rstrip() for pinned in rounds(pins()) for line in pythons(pinned)]
    (ROOT / PYTHONS).write_text(HEAD + "\n".join(sorted(lines)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

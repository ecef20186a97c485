"""What is locked installs on every Python that `requires-python` admits, from the lowest on; asks no network."""

import tomllib
from importlib.metadata import distribution
from pathlib import Path

import hatchling.build
import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

from tests.site_build import ROOT

FOLDER = ROOT / "requirements"
LOCKS = ["site", "dev", "bench"]
LOWEST = (3, 11)
PYTHONS = [f"3.{minor}.{micro}" for minor in range(LOWEST[1], 15) for micro in range(20)]
SYSTEMS = [("posix", "linux", "Linux"), ("posix", "darwin", "Darwin"), ("nt", "win32", "Windows")]
ANEW = "run make lock"


def _locked(name: str) -> list[Requirement]:
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    return [Requirement(line.rstrip(" \\")) for line in text.splitlines() if line and line[0] not in " #"]


def _key(locked: Requirement) -> str:
    return f"{canonicalize_name(locked.name)}{locked.specifier}"


def _recorded() -> dict[str, str]:
    lines = (FOLDER / "pythons.txt").read_text(encoding="utf-8").splitlines()[1:]
    return {key: pythons for key, _, pythons in (line.partition(" ") for line in lines)}


def _applies(locked: Requirement, python: str) -> bool:
    """Whether pip would install it under this Python, on any system."""
    version = {"python_full_version": python, "python_version": python.rsplit(".", 1)[0]}
    systems = [dict(zip(("os_name", "sys_platform", "platform_system"), own, strict=True)) for own in SYSTEMS]
    own = locked.marker
    return own is None or any(own.evaluate({**default_environment(), **version, **system}) for system in systems)


def _refused(locked: Requirement, admits: str) -> list[str]:
    """The Pythons under which it would be installed but does not want to be."""
    return [one for one in PYTHONS if _applies(locked, one) and one not in SpecifierSet(admits)]


def test_the_lowest_python_is_the_one_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["requires-python"] == f">={LOWEST[0]}.{LOWEST[1]}"


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_package_admits_every_python_it_is_installed_on(name: str) -> None:
    recorded = _recorded()
    refused = {_key(locked): _refused(locked, recorded[_key(locked)])[:1] for locked in _locked(name)}
    assert {key: pythons for key, pythons in refused.items() if pythons} == {}


@pytest.mark.parametrize("name", LOCKS)
def test_every_python_finds_exactly_one_release_of_each_package(name: str) -> None:
    locked = _locked(name)
    for python in PYTHONS:
        names = [canonicalize_name(own.name) for own in locked if _applies(own, python)]
        assert sorted(names) == sorted({canonicalize_name(own.name) for own in locked}), python


def test_a_package_that_wants_a_later_python_is_found() -> None:
    assert _refused(Requirement("pymdown-extensions==13.1"), ">=3.11.5") == [f"3.11.{micro}" for micro in range(5)]
    parted = Requirement("pymdown-extensions==13.1 ; python_full_version >= '3.11.5'")
    assert _refused(parted, ">=3.11.5") == []
    assert _refused(Requirement("x==1 ; python_version < '3.13'"), ">=3.12")[0] == "3.11.0"
    assert _refused(Requirement("x==1"), ">=3.11,<3.14")[0] == "3.14.0"


def test_the_record_of_pythons_is_of_what_is_locked() -> None:
    assert _recorded().keys() == {_key(locked) for name in LOCKS for locked in _locked(name)}, ANEW


def test_the_record_of_pythons_says_what_the_packages_say() -> None:
    recorded = _recorded()
    for locked in _locked("site"):
        if locked.marker is None or locked.marker.evaluate():
            own = distribution(locked.name)
            assert f"=={own.version}" == str(locked.specifier), f"{locked.name}: run make site, or {ANEW}"
            assert SpecifierSet(own.metadata.get("Requires-Python") or "") == SpecifierSet(recorded[_key(locked)])


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_pins_and_hashes_and_names_no_index(name: str) -> None:
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    assert all(str(locked.specifier).startswith("==") and locked.url is None for locked in _locked(name))
    assert text.count(" \\\n    --hash=sha256:") >= len(_locked(name))
    assert "://" not in text
    assert not [line for line in text.splitlines() if line.startswith("-")]


def test_tests_run_with_the_packages_that_build_the_site() -> None:
    assert {str(locked) for locked in _locked("site")} <= {str(locked) for locked in _locked("dev")}


def test_what_builds_the_package_is_locked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))
    asked = [*project["build-system"]["requires"], *hatchling.build.get_requires_for_build_editable()]
    names = {canonicalize_name(Requirement(own).name) for own in asked}
    assert names <= {canonicalize_name(locked.name) for locked in _locked("site")}

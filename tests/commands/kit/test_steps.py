"""The steps of the pipelines, run one after the other in a real repository as the hosts would run them.

What cannot be had here is named: actions that check out, set up Python or keep artefacts are not run (a step without
`run`), and what is installed is there already.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
import yaml

from levelbook.catalogue import Catalogue
from levelbook.commands.kit.files import KitSettings, kit_files
from levelbook.commands.kit.pull_request import MARK
from tests.commands.kit.code_host import CodeHost, running
from tests.commands.kit.test_comment import variables
from tests.commands.small_handbook import BASE, change

LISTENING = "rubric_data/sequences/key-account/competencies/listening.yml"
SITE = """\
site_name: 手册
use_directory_urls: false
theme: {name: material}
plugins: [levelbook]
"""
_EXPRESSION = re.compile(r"\$\{\{ *([\w.]+) *\}\}")


@dataclass
class Pipeline:
    """A repository with its origin, and what a host tells its pipeline."""

    folder: Path
    environment: dict[str, str]
    expressions: dict[str, str]
    """What `${{ … }}` stands for."""

    def git(self, *arguments: str) -> str:
        done = subprocess.run(
            ["git", *arguments], cwd=self.folder, env=self.environment, capture_output=True, check=True, text=True
        )
        return done.stdout

    def run(self, script: str, more: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
        """A script in the shell that hosts use."""
        given = {name: _EXPRESSION.sub(lambda at: self.expressions[at[1]], text) for name, text in (more or {}).items()}
        return subprocess.run(
            ["bash", "-e", "-o", "pipefail", "-c", script],
            cwd=self.folder,
            env=self.environment | given,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )

    def job(self, steps: list[dict[str, Any]]) -> Iterator[tuple[str, subprocess.CompletedProcess[str]]]:
        """The steps with a script, each with its result; after a failed one only those that say `always`."""
        failed = False
        for step in steps:
            if "run" in step and (not failed or step.get("if") == "always()"):
                done = self.run(step["run"], step.get("env"))
                failed = failed or (done.returncode != 0 and not step.get("continue-on-error"))
                yield step["name"], done


@pytest.fixture
def pipeline(tmp_path: Path) -> Pipeline:
    """A repository whose main branch is published, with a branch of HR's on top."""
    folder = tmp_path / "checkout"
    folder.mkdir()
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "GITHUB_", "CI_"))},
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": os.pathsep.join(sys.path),
        "NO_MKDOCS_2_WARNING": "1",
        "HOME": str(tmp_path),
        "GIT_AUTHOR_NAME": "hr",
        "GIT_AUTHOR_EMAIL": "hr@example.com",
        "GIT_COMMITTER_NAME": "hr",
        "GIT_COMMITTER_EMAIL": "hr@example.com",
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
    }
    pipeline = Pipeline(folder, environment, {"github.base_ref": "main"})
    origin = str(tmp_path / "origin.git")
    subprocess.run(["git", "init", "--bare", "--quiet", origin], check=True)
    subprocess.run(["git", "-C", origin, "config", "receive.advertisePushOptions", "true"], check=True)
    pipeline.git("init", "--quiet", "--initial-branch", "main")
    copytree(BASE, folder / "rubric_data")
    (folder / "docs").mkdir()
    (folder / "mkdocs.yml").write_text(SITE, encoding="utf-8")
    (folder / ".gitignore").write_text("site/\npreview/\npublic/\ndiff.md\ngl-*.json\n", encoding="utf-8")
    pipeline.git("add", "--all")
    pipeline.git("commit", "--quiet", "--message", "Begin")
    pipeline.git("remote", "add", "origin", str(tmp_path / "origin.git"))
    pipeline.git("push", "--quiet", "origin", "main")
    pipeline.git("checkout", "--quiet", "-b", "more")
    return pipeline


def jobs_of(host: str) -> dict[str, Any]:
    """The jobs of a host's pipeline; what installs is replaced, as Levelbook is here."""
    files = dict(kit_files(host, KitSettings("rubric_data", "main", "true"), Catalogue("zh")))
    path = ".gitlab/handbook.yml" if host == "gitlab" else f".{host}/workflows/handbook.yml"
    read: dict[str, Any] = yaml.safe_load(files[path])
    return read if host == "gitlab" else read["jobs"]


def add_a_line(pipeline: Pipeline, text: str = "先听完再回答。") -> None:
    """HR writes one more indicator, without a code, and commits."""
    file = pipeline.folder / LISTENING
    before, indicators, after = file.read_text(encoding="utf-8").partition("    indicators:\n")
    file.write_text(f"{before}{indicators}      - text: {text}\n{after}", encoding="utf-8")
    pipeline.git("commit", "--quiet", "--all", "--message", "One more")


def at_host(pipeline: Pipeline, host: CodeHost, tmp_path: Path) -> None:
    pipeline.environment |= variables(host, tmp_path)
    pipeline.expressions |= {"github.token": host.token, "secrets.GITHUB_TOKEN": host.token}
    pipeline.expressions |= dict.fromkeys(
        ("secrets.PUBLISH_TO", "secrets.PUBLISH_KEY", "secrets.PUBLISH_KNOWN_HOSTS"), ""
    )


@pytest.mark.parametrize("name", ["github", "gitea"])
def test_a_pull_request_is_checked_told_and_shown(name: str, pipeline: Pipeline, tmp_path: Path) -> None:
    add_a_line(pipeline)
    before = pipeline.git("rev-parse", "HEAD")
    with running(CodeHost(name)) as host:
        at_host(pipeline, host, tmp_path)
        for _ in range(2):
            for step, done in pipeline.job(jobs_of(name)["check"]["steps"]):
                assert done.returncode == 0, f"{step}: {done.stdout}{done.stderr}"
            pipeline.git("checkout", "--quiet", "--", ".")
        (comment,) = host.comments
    assert comment["body"].startswith(MARK)
    assert "先听完再回答" in comment["body"]
    assert (pipeline.folder / "preview" / "index.html").is_file()
    assert pipeline.git("rev-parse", "HEAD") == before, "codes are not given on a branch"


def test_a_mistake_stands_at_its_line_and_what_changes_is_told_all_the_same(pipeline: Pipeline, tmp_path: Path) -> None:
    add_a_line(pipeline, text="先听完，<再回答。")
    change(pipeline.folder / LISTENING, "name: 倾听", "nmae: 倾听")
    pipeline.git("commit", "--quiet", "--all", "--message", "A slip")
    with running(CodeHost("github")) as host:
        at_host(pipeline, host, tmp_path)
        done = dict(pipeline.job(jobs_of("github")["check"]["steps"]))
    assert done["levelbook check"].returncode == 1
    assert f"::error file={LISTENING},line=" in done["levelbook check"].stdout
    assert "预览" not in done, "nothing is built of what is broken"


@pytest.mark.parametrize(("name", "site"), [("github", "site"), ("gitea", "site"), ("gitlab", "public")])
def test_after_merging_codes_are_given_and_the_site_is_built(
    name: str, site: str, pipeline: Pipeline, tmp_path: Path
) -> None:
    add_a_line(pipeline)
    pipeline.git("checkout", "--quiet", "main")
    pipeline.git("merge", "--quiet", "--no-edit", "more")
    with running(CodeHost(name)) as host:
        at_host(pipeline, host, tmp_path)
        if name == "gitlab":
            address = (tmp_path / "origin.git").as_uri()
            script = "\n".join(jobs_of(name)["pages"]["script"])
            script = re.sub(r'"\$CI_SERVER_PROTOCOL:[^"]*"', address, script)
            done = pipeline.run(script, {"CI_COMMIT_BRANCH": "main", "CI_SERVER_HOST": "localhost"})
            assert done.returncode == 0, done.stdout + done.stderr
        else:
            for step, done in pipeline.job(jobs_of(name)["publish"]["steps"]):
                assert done.returncode == 0, f"{step}: {done.stdout}{done.stderr}"
    assert (pipeline.folder / site / "index.html").is_file()
    pushed = pipeline.git("show", f"origin/main:{LISTENING}") if name != "gitlab" else ""
    pushed = pushed or pipeline.git("--git-dir", str(tmp_path / "origin.git"), "show", f"main:{LISTENING}")
    assert re.search(r"- id: KEY-LIS-\d+\n +text: 先听完再回答。", pushed), pushed
    assert pipeline.git("log", "-1", "--format=%s") == "补上编号 [skip ci]\n"


def test_gitlab_gets_a_report_of_quality(pipeline: Pipeline, tmp_path: Path) -> None:
    add_a_line(pipeline)
    base = pipeline.git("rev-parse", "main").strip()
    script = "\n".join(jobs_of("gitlab")["handbook-check"]["script"])
    with running(CodeHost("gitlab")) as host:
        at_host(pipeline, host, tmp_path)
        done = pipeline.run(script, {"CI_MERGE_REQUEST_DIFF_BASE_SHA": base})
        assert done.returncode == 0, done.stdout + done.stderr
        assert "先听完再回答" in host.comments[0]["body"]
    report = json.loads((pipeline.folder / "gl-code-quality-report.json").read_text(encoding="utf-8"))
    assert [(entry["check_name"], entry["location"]["path"]) for entry in report] == [("code-missing", LISTENING)]
    assert (pipeline.folder / "preview" / "index.html").is_file()

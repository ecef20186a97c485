"""Problems as one document that code hosts read: Code Quality of GitLab, and SARIF 2.1.0."""

import json
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from typing import Any, Final
from urllib.parse import quote

from levelbook import __version__
from levelbook.catalogue import Catalogue
from levelbook.problems import Problem, Severity

_GITLAB: Final = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFORMATION: "info"}
_SARIF: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFORMATION: "note"}
SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"


def as_gitlab(problems: Sequence[Problem], words: Catalogue) -> str:
    """A Code Quality report."""
    marks = fingerprints(problems)
    return json.dumps(
        [
            {
                "description": problem.message(words),
                "check_name": problem.code,
                "fingerprint": mark,
                "severity": _GITLAB[problem.severity],
                "location": {"path": problem.place.file, "lines": {"begin": max(1, problem.place.line)}},
            }
            for problem, mark in zip(problems, marks, strict=True)
        ],
        ensure_ascii=False,
        indent=1,
    )


def as_sarif(problems: Sequence[Problem], words: Catalogue) -> str:
    """A SARIF log with one run; each code of a problem is a rule."""
    codes = sorted({problem.code for problem in problems})
    marks = fingerprints(problems)
    rules = [{"id": code, "shortDescription": {"text": code}, "help": {"text": _help(code, words)}} for code in codes]
    results = [_result(problem, codes, mark, words) for problem, mark in zip(problems, marks, strict=True)]
    driver = {"name": "levelbook", "semanticVersion": __version__, "rules": rules}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)


def fingerprints(problems: Sequence[Problem]) -> list[str]:
    """What each problem is known by, wherever its line has moved to: its file, its kind and what it mentions."""
    count: Counter[str] = Counter()
    marks = []
    for problem in problems:
        facts = sorted((name, str(fact)) for name, fact in problem.facts.items() if name not in ("line", "first"))
        known_by = repr((problem.place.file, problem.code, problem.variant, facts))
        count[known_by] += 1
        marks.append(sha256(f"{known_by} {count[known_by]}".encode("utf-8", "surrogatepass")).hexdigest()[:32])
    return marks


def _result(problem: Problem, codes: list[str], mark: str, words: Catalogue) -> dict[str, Any]:
    place = problem.place
    artifact = {"uri": quote(place.file)}
    physical: dict[str, Any] = {"artifactLocation": artifact}
    if place.line:
        physical["region"] = {"startLine": place.line, "startColumn": max(1, place.column)}
    result: dict[str, Any] = {
        "ruleId": problem.code,
        "ruleIndex": codes.index(problem.code),
        "level": _SARIF[problem.severity],
        "message": {"text": problem.message(words)},
        "locations": [{"physicalLocation": physical}],
        "partialFingerprints": {"levelbook/v1": mark},
    }
    if problem.cure:
        result["fixes"] = [_fix(problem, artifact, words)]
    return result


def _fix(problem: Problem, artifact: dict[str, str], words: Catalogue) -> dict[str, Any]:
    assert problem.cure
    cure = problem.cure
    replacement = {
        "deletedRegion": {"charOffset": cure.start, "charLength": cure.end - cure.start},
        "insertedContent": {"text": cure.text},
    }
    change = {"artifactLocation": artifact, "replacements": [replacement]}
    return {"description": {"text": problem.message(words)}, "artifactChanges": [change]}


def _help(code: str, words: Catalogue) -> str:
    return words("reports.help", code=code)

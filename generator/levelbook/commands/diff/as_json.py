"""The report for programs."""

import json
from dataclasses import asdict
from typing import Any

from levelbook.commands.diff.report import DiffReport
from levelbook.history.change import TypedChange
from levelbook.model.history import ChangeClass

_FATES = {"stays": "=", "gone": "-", "added": "+"}


def as_json(report: DiffReport) -> str:
    """The report as JSON."""
    classes = list(report.by_class)
    return json.dumps(
        {
            "from": report.before.name,
            "to": report.after.name or "working",
            "class": classes[0].value if classes else None,
            "counts": {change_class.value: report.counts.get(change_class, 0) for change_class in ChangeClass},
            "version": report.next_version or None,
            "left_out": [str(place) for side in (report.before, report.after) for place in side.left_out],
            "beside": report.beside,
            "changes": [_change(change) for change in report.changes],
        },
        ensure_ascii=False,
        indent=2,
    )


def _change(change: TypedChange) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "address": change.address,
        "class": change.change_class.value,
        "rule": change.rule or None,
        "why": change.why or None,
        "key": change.key or None,
        "results": change.results,
        "members": list(change.members),
        "before": change.before,
        "after": change.after,
        "words": [[_FATES[word.fate], word.text] for word in change.words],
        "touches": asdict(change.touches),
    }

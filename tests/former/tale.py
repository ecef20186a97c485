"""A handbook that has been through everything once: one of each kind of change, after its second release."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from levelbook.commands.editing.move import move
from levelbook.commands.editing.outcome import EditOutcome
from levelbook.commands.editing.retire import retire
from levelbook.commands.editing.split import merge, split
from levelbook.model.handbook import Handbook
from tests.former.folder import Files
from tests.former.story import released


def published() -> Mapping[str, tuple[str, ...]]:
    """The addresses of its releases."""
    return changed().history.addresses


@cache
def changed() -> Handbook:
    """As it is after all changes, with the history of its two releases."""
    handbook = changed_files().load().handbook
    assert handbook is not None
    return handbook


def changed_files() -> Files:
    """The same as files."""
    files = Files.of()
    released(files, "0.1.0")
    files.change("sequences/sales/competencies/listening.yml", _reword)
    released(files, "0.2.0")
    why = "按新的分工。"
    files.change("sequences/service/positions/helper.yml", lambda tree: tree["required"].update(caring="low"))
    for work in (
        lambda: move(files, "service", "care-desk"),
        lambda: move(files, "SAL.mid", "SAL.skilled"),
        lambda: move(files, "SAL.people", "SAL.contact"),
        lambda: move(files, "sales/listening", "sales/hearing"),
        lambda: move(files, "sales/chief", "sales/lead"),
        lambda: move(files, "sales/honesty", "shared/honesty", group="all", why=why),
        lambda: move(files, "SAL-LIS-02", "sales/closing@low"),
        lambda: split(files, "SAL-CLO-02", ["会算价。", "会让步。"], "两件事分开写。"),
        lambda: merge(files, ["SAL-CLO-03"], "SAL-CLO-01", "并入报价。"),
        lambda: retire(files, "SAL-LIS-04", "不再要求。"),
        lambda: retire(files, "sales/pricing", "改由财务定价。", ["sales/closing"]),
        lambda: retire(files, "SER.high", "只留一级。", ["SER.low"]),
        lambda: retire(files, "SAL.third", "不再设三档。", ["SAL.second"]),
        lambda: retire(files, "sales/seller", "岗位合并。", ["sales/lead"]),
        lambda: retire(files, "SAL-ACT-04", "不再开。"),
        lambda: retire(files, "SAL-ACT-01", "不再开。"),
        lambda: retire(files, "SAL-ACT-02", "不再开。"),
        lambda: retire(files, "SAL-ACT-03", "不再开。"),
    ):
        _done(files, work())
    del files["sequences/sales/weights.yml"]
    files.change("sequences/care-desk/actions.yml", _other_courses)
    files.change("sequences/care-desk/competencies/caring.yml", lambda tree: tree.pop("concept"))
    files.change("sequences/care-desk/competencies/mending.yml", lambda tree: tree.pop("concept"))
    return files


def _reword(tree: Any) -> None:
    tree["levels"]["mid"]["indicators"][0]["text"] = "记下要点，当天整理成会议纪要。"


def _other_courses(tree: Any) -> None:
    """A course that says no more what it covers, and one that is a course no more."""
    actions = tree["actions"]
    actions[1]["for"] = ["caring"]
    actions[2]["type"] = "practice"


def _done(files: Files, outcome: EditOutcome) -> None:
    assert not outcome.refusals, outcome.refusals
    files.clear()
    files.update({path: data for path, data in outcome.files.items() if isinstance(data, bytes)})

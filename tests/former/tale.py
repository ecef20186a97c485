"""A handbook that has been through everything once: one of each kind of change, after its first release."""

from collections.abc import Mapping
from functools import cache

from levelbook.build import published_addresses
from levelbook.catalogue import Catalogue
from levelbook.commands.editing.move import move
from levelbook.commands.editing.outcome import EditOutcome
from levelbook.commands.editing.retire import retire
from levelbook.commands.editing.split import merge, split
from levelbook.model.handbook import Handbook
from tests.former.folder import Files
from tests.former.story import released


@cache
def first() -> Handbook:
    """As it was at its first release."""
    handbook = Files.of().load().handbook
    assert handbook is not None
    return handbook


@cache
def published() -> Mapping[str, tuple[str, ...]]:
    """The addresses of its first release."""
    return published_addresses(first(), Catalogue("zh"))


@cache
def changed() -> Handbook:
    """As it is after all changes, with the history of its first release."""
    handbook = changed_files().load().handbook
    assert handbook is not None
    return handbook


def changed_files() -> Files:
    """The same as files."""
    files = Files.of()
    released(files, "0.1.0")
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
    files.change("sequences/care-desk/competencies/caring.yml", lambda tree: tree.pop("concept"))
    files.change("sequences/care-desk/competencies/mending.yml", lambda tree: tree.pop("concept"))
    return files


def _done(files: Files, outcome: EditOutcome) -> None:
    assert not outcome.refusals, outcome.refusals
    files.clear()
    files.update({path: data for path, data in outcome.files.items() if isinstance(data, bytes)})

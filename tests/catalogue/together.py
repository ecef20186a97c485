"""The keys of the catalogue that are put together at run time: how, and from what. The one list of them.

A pattern is the key as the code writes it, with `{}` for what is filled in: `words(f"kind.{one.value}")` is `kind.{}`.
Whoever puts a key together in a new way writes it down here; where the values have a home in the code, they are taken
from there, so that a value that is added there fails here until both languages have its words.
"""

from collections.abc import Iterable, Mapping
from typing import Final, get_args

from levelbook.advice.holds import Hurdle
from levelbook.commands.cli import COMMANDS
from levelbook.commands.kit.files import SOURCES, SPOT
from levelbook.commands.suggest.answers import PairWord
from levelbook.components.calendar import MONTHS
from levelbook.components.checklist_links import COMPARED_WITH as COMPARED
from levelbook.components.cumulation import WORD_KEYS
from levelbook.components.facts import SOURCE_KEYS as PRINTED
from levelbook.components.guidance.blocks import KINDS as GUIDANCE_KINDS
from levelbook.history.comparing.changes import SAID
from levelbook.history.comparing.wording import RULE_NAMES
from levelbook.history.kinds import KINDS
from levelbook.hosts.theme import COLOUR_SCHEMES as SCHEMES
from levelbook.localized.absence import KINDS as KINDS_OF_NOTHING
from levelbook.model.advice import AdviceCode
from levelbook.model.competency import CompetencyKind, Measure
from levelbook.model.history import ChangeClass
from levelbook.model.note_kinds import KINDS_FOR_TOOLS, Audience, Kind
from levelbook.model.scale import Added
from levelbook.model.sequence import Cumulative, Layer
from levelbook.model.values import Gap
from levelbook.pages.assessment.paper import FIELDS
from levelbook.pages.calibration.page import DIRECTIONS
from levelbook.pages.course.codes import COLUMNS
from levelbook.pages.glossary import TERMS
from levelbook.pages.home.data import COUNTED
from levelbook.pages.notes.question_table import COLUMNS as QUESTION_COLUMNS
from levelbook.pages.releases.whom import SHOWN
from levelbook.pages.search.contract import HitKind
from levelbook.pages.search.things import ALSO_SAID
from levelbook.problems import Severity
from levelbook.queries.level_diff import ChangeKind
from levelbook.site.hand_written import GUIDE_NAMES
from levelbook.unforeseen import _KNOWN

_CHANGES = (*ChangeKind, "retired", "kept")
_COMMANDS = tuple(command.name for command in COMMANDS)
_CUMULATION = (*WORD_KEYS.values(), "unranked")
_FORMS = ("one", "many")
_TERMS = tuple(term for terms in TERMS.values() for term in terms)
_MONTHS = tuple(str(month) for month in MONTHS)

TOGETHER: Final[Mapping[str, Iterable[str]]] = {
    "verify.{}": ("changed", "missing", "extra", "added"),
    "verify.wrong.{}": ("json", "format", "path"),
    "advice.name.{}": AdviceCode,
    "calibration.chart_{}": ("before", "after"),
    "calibration.n_{}": DIRECTIONS.values(),
    "calibration.{}": (*DIRECTIONS.values(), "example", "holds", "past"),
    "change.{}": _CHANGES,
    "check.against_{}": COMPARED,
    "check.origin.{}": (*Added, "borrowed", "taken"),
    "check.over.how_{}": ("1", "2", "3", "4"),
    "check.over.how_{}_say": ("1", "2", "3", "4"),
    "check.paper.{}": (*FIELDS, "employee_sign", "manager_sign"),
    "check.view_{}": ("check", "result", "plan"),
    "check.why_asks_nothing_{}": ("level", "grade", "position", "whole"),
    "check.{}": (
        *("round_half-up", "round_none", "weighted", "unweighted", "only_mark"),
        *("not_required", "unlisted", "na", "unseen", "unseen_exam", "unseen_condition", "pick"),
    ),
    "course.column.{}": COLUMNS,
    "cli.calibrate-{}": ("date", "id", "name"),
    "cli.examples.{}": _COMMANDS,
    "suggest.{}": ("together", "look"),
    "suggest.holds_hurdle_{}": Hurdle,
    "suggest.holds_key_{}": "yarsq",
    "suggest.accept_{}": ("unreadable", "no_json", "no_list", "no_code", "unknown", "not_lower", "equal", "answer"),
    "suggest.by_hand_{}": ("raises", "note"),
    "suggest.head_{}": ("likely", "single", "equal"),
    "suggest.key_{}": "ynasqr",
    "suggest.reason_{}": (PairWord.REFUSED, PairWord.KEPT),
    "suggest.why_{}": (PairWord.REFUSED, PairWord.KEPT),
    "suggest.write_{}": "ynd",
    "cli.ids-ledger-{}": ("begun", "joined", "added", "anew"),
    "cli.{}": (*_COMMANDS, "sequence", "grade"),
    "complete.row.{}": (*Layer, "cells", "shares", "points"),
    "complete.{}": ("cells_of", "points_of", "blank", "lost", "partial"),
    "concept.{}": _CUMULATION,
    "count.of_kind.{}": tuple(f"{kind}.{form}" for kind in CompetencyKind for form in _FORMS),
    "count.of_position.{}": tuple(
        f"{part}.{form}" for part in ("required", "condition", "behaviour", "measure", "field") for form in _FORMS
    ),
    "declared.{}": ("of", "parts", "all", "all_parts"),
    "diff.class.{}": ChangeClass,
    "diff.courses.{}": _FORMS,
    "diff.cumulative.{}": Cumulative,
    "diff.gap.{}": Gap,
    "diff.head.{}": ("none", "one", "many"),
    "diff.kind.{}": KINDS,
    "diff.rule.{}": (*RULE_NAMES, "union", "translation", SAID),
    "diff.touched.{}": ("levels", "steps", "answers", "courses"),
    "diff.wrong.{}": (
        *("no-release", "no-handbook", "unreadable"),
        *("no-git", "no-repository", "unknown", "shallow", "no-data", "failed"),
    ),
    "fact.{}": ("group", "kind", "measure", "number", "aliases", "where", "declared", "sensitive"),
    "form.month.{}": _MONTHS,
    "form.to_{}": ("sign", "fill"),
    "glossary.section.{}": TERMS,
    "guidance.{}": GUIDANCE_KINDS,
    "glossary.{}.means": _TERMS,
    "glossary.{}.word": _TERMS,
    "hit.also_said.{}": tuple(kind.name.lower() for kind in ALSO_SAID),
    "hit.kind.{}": get_args(HitKind),
    "kind.{}": CompetencyKind,
    "kpi.{}": Gap,
    "kpi_calc.rule.{}": ("result", "steps", "rounding", "full", "form"),
    "kpi_calc.say.field_{}": ("numerator", "denominator", "target", "step", "points"),
    "kpi_calc.why.formula_{}": (*Gap, "none"),
    "measure.{}": Measure,
    "mine.{}": COUNTED,
    "nav.guide.{}": GUIDE_NAMES,
    "net.os.{}": _KNOWN.values(),
    "note.for.{}": Audience,
    "note.kind.{}": Kind,
    "notes.column.{}": QUESTION_COLUMNS,
    "nothing.{}": KINDS_OF_NOTHING,
    "points.{}": Gap,
    "pinned.{}": ("still", "was"),
    "pinned.{}_kept": ("still", "was"),
    "position.{}": ("profile", "conditions", "behaviours", "measures", "sections", "not_required", "unlisted"),
    "problem.{}": ("guess", "more"),
    "process.month.{}": _MONTHS,
    "provenance.kind.{}": [kind for kind in Kind if kind not in KINDS_FOR_TOOLS],
    "releases.and_{}": ("answers", "courses", "addresses"),
    "releases.class.{}": SHOWN,
    "releases.counts.{}": SHOWN,
    "releases.short.{}": SHOWN,
    "retirement.{}": ("split", "merged", "since"),
    "retirement.{}_soon": ("split", "merged"),
    "score.{}": (
        *("quick", "full", "moved", "moved_finished", "other_handbook", "release_other", "release_then", "release_now"),
        *("reworded", "gone"),
    ),
    "seal.{}": _CHANGES,
    "sequence.{}": _CUMULATION,
    "severity.{}": tuple(severity.word for severity in Severity),
    "source.{}": PRINTED,
    "table.{}": ("row", "column"),
    "task.{}": ("compare",),
    "task.{}_say": ("compare",),
    "theme.palette_{}": tuple(name for name, *_ in SCHEMES),
    "word.{}": ("sequence", "level", "grade", "group", "competency", "position", "page", "action"),
    "weights.show_{}": ("all", "groups"),
}
"""Of Python and templates."""

_SPOTS: Final = {spot for file in SOURCES.iterdir() for spot in SPOT.findall(file.read_text(encoding="utf-8"))}
"""Of the files of code hosts: settings and sentences."""
SECTIONS: Final[Mapping[str, Iterable[str]]] = {
    "check.own_plan": (
        *("employee", "manager", "measures", "measures_help", "competency", "measure", "due", "support", "record"),
        *("done", "done_on", "effect", "evaluation", "own", "managers", "signatures", "row_agreed", "row_reviewed"),
        *(f"{role}_{part}" for role in ("employee", "manager") for part in ("signature", "date")),
    ),
    "overlay": (
        *("region", "count", "warnings", "stays", "gone", "none_yet", "failed", "mend", "mend_all", "open", "fold"),
        *("key", "now", "then", "updated", "warning", "lost"),
    ),
    "theme": ("footer_indicators", "footer_notes", "footer_legend"),
    "kit.file": sorted(_SPOTS - {"folder", "branch", "install"}),
}
"""What is asked of a part that is taken whole (`words.section("theme")`), put together without the part's name."""

UNITS: Final = (
    *("level", "cell_indicator", "facet", "part", "phase", "step", "form"),
    *("new_demand", "written_demand", "indicator", "other_indicator", "competency"),
    *("action", "chapter"),
)
"""What `ctx.count(unit, n)` is asked for by a name that is not written there."""

FOUND_BY_CONSTANT: Final[Mapping[str, str]] = {
    "advice.{}.{}": "advice/*.py model/advice.py",
    "calibrate.{}": "commands/calibrate/*.py commands/csv_cells.py",
    "courses.{}": "commands/courses/*.py commands/csv_cells.py",
    "edit.{}": "commands/editing/*.py commands/courses/*.py commands/suggest/hold_on.py",
    "merge.{}": "commands/branches/*.py",
    "release.{}": "commands/release/*.py",
    "score.wrong.{}": "assessment/scoring/*.py commands/score.py",
    "problem.{}.{}": "**/*.py",
}
"""Sentences chosen in many places, each by a text that stands there: any text of these files may choose one."""

ENDINGS: Final = ("-self", "-plain", "-or-gap")
"""What is added to the variant of a problem: a circle of one, a table of one column, a figure that may be missing."""

STARTS: Final = ("file_",)
"""What is put before the reason why a file cannot be read."""

OPTIONAL: Final[Mapping[str, Iterable[str]]] = {
    "key.{}": ("weights", "actions", "plan", "syllabus", "calibrations"),
}
"""Fields of the data have a word or are told by their own name; these, the files of a sequence, always have one."""

_REASONS = ("retired", "replaced", "moved", "scale", "subject")
_DIFFERENCES = ("reworded", "moved", "standard", "points", "names", "basis", "negative", "scale")

LOOKED_FOR: Final[Mapping[str, Iterable[str]]] = {
    "assess.fill.kept_{}": _REASONS,
    "assess.fill.kept_{}_undated": (*_REASONS, "file", "tabs"),
    "assess.fill.look_{}": (*_DIFFERENCES, "replaced", "new-part", "bands", "papers", "weight"),
    "assess.fill.look_part_{}": (*_DIFFERENCES, "replaced"),
    "assess.changed.what_{}": (*_DIFFERENCES, "bands", "papers", "weight", "part_moved"),
}
"""Of scripts, which look first whether there are such words: what they are put together of stands in files."""

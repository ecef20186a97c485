"""What can happen to a thing: the kinds of typed change."""

from typing import Final

KINDS: Final = (
    *("indicator-added", "indicator-retired", "indicator-removed", "indicator-vanished", "indicator-split"),
    *("indicator-merged", "indicator-typo", "indicator-reworded", "indicator-rewritten", "indicator-level"),
    *("indicator-moved", "indicator-sign", "indicator-depth", "indicator-renamed", "raises-linked"),
    *("indicator-holds", "indicator-holds-no-more", "cell-as-level"),
    *("item-added", "item-ended", "item-reworded", "item-order", "items-given", "items-taken"),
    *("raises-unlinked", "translation", "cell-filled", "cell-emptied", "cell-reason", "cell-renamed"),
    *("cell-same-as", "summary-reworded", "competency-added", "competency-retired", "competency-removed"),
    *("competency-vanished", "competency-id", "competency-regrouped", "competency-moved", "competency-renamed"),
    *("competency-concept", "competency-topics", "competency-kind", "competency-measure", "competency-sensitive"),
    *("competency-reason", "competency-emptied", "definition", "topic-weight", "topic-order", "group-added"),
    *("group-retired", "group-vanished", "group-id", "group-moved", "group-renamed", "group-kind"),
    *("group-measure", "group-reason", "group-emptied", "borrowed", "not-borrowed", "level-added"),
    *("level-retired", "level-vanished", "level-id", "level-renamed", "level-value", "level-order", "grade-added"),
    *("grade-retired", "grade-vanished", "grade-id", "grade-renamed", "grade-order", "required-level"),
    *("step-role", "expectation-added", "expectation-removed", "expectation-reworded", "expectation-depth"),
    *("position-added", "position-retired", "position-vanished", "position-id", "position-renamed"),
    *("position-place", "position-reason", "position-emptied", "condition-added", "condition-removed"),
    *("condition-reworded", "condition-depth", "behaviour-added", "behaviour-removed", "behaviour-reworded"),
    *("behaviour-depth", "standard-added", "standard-removed", "standard-reworded", "standard-depth", "measure"),
    *("measure-added", "measure-removed", "weight", "weight-added", "weight-removed", "weight-total"),
    *("weight-unit", "weight-unassigned", "weight-reading", "scale-added", "scale-removed", "scale-renamed"),
    *("scale-standard", "scale-ratings", "scale-rating-names", "exam", "exam-band", "form-added", "form-removed"),
    *("form-renamed", "form-help", "form-rows", "form-field-added", "form-field-removed", "form-field-changed"),
    *("form-field-moved", "type-added", "type-removed", "type-renamed", "action-added", "action-retired"),
    *("action-removed", "action-vanished", "action-type", "action-reworded", "action-link", "action-target"),
    *("action-target-from", "sequence-added", "sequence-retired", "sequence-vanished", "sequence-id"),
    *(
        "sequence-renamed",
        "sequence-short-name",
        "sequence-about",
        "sequence-reference",
        "sequence-words",
        "sequence-unranked",
    ),
    *("sequence-cumulative", "assessment", "handbook-renamed", "handbook-language", "family-added"),
    *("family-removed", "family-renamed", "family-sequences", "concept-added", "concept-retired"),
    *("concept-vanished", "concept-renamed"),
)
"""Every kind that a comparison can tell, but `…-changed` of a key that has no rule yet. Each has a sentence in both
languages; history files hold them, so a kind is never called otherwise."""

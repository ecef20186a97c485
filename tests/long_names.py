"""A handbook of long English names: eight levels, 24 positions, and every kind of page that a handbook can have."""

from pathlib import Path
from typing import Any

import yaml

LEVELS = (
    ("associate", "Associate Engineer"),
    ("engineer", "Engineer"),
    ("senior", "Senior Engineer"),
    ("staff", "Staff Engineer"),
    ("senior-staff", "Senior Staff Engineer"),
    ("principal", "Principal Engineer (People Manager)"),
    ("distinguished", "Distinguished Engineer (Technical Track)"),
    ("senior-distinguished", "Senior Distinguished Engineer"),
)
"""Id and name, low to high."""
GROUPS = {
    "technical": ("Technical skills and engineering craftsmanship", ("designing", "reviewing", "testing", "operating")),
    "together": ("Working together across organisational boundaries", ("writing", "facilitation", "mentoring")),
    "impact": ("Impact on customers and the business", ("customers", "estimation", "change")),
}
"""Name of a group, and its competencies."""
COMPETENCIES = {
    "designing": ("DES", "Designing distributed systems"),
    "reviewing": ("REV", "Writing and reviewing code"),
    "testing": ("TES", "Testing, observability and quality assurance"),
    "operating": ("OPE", "Operating what we build"),
    "writing": ("WRI", "Written communication"),
    "facilitation": ("FAC", "Facilitation and decision-making"),
    "mentoring": ("MEN", "Mentoring and coaching"),
    "customers": ("CUS", "Understanding customers’ responsibilities"),
    "estimation": ("EST", "Planning and estimation"),
    "change": ("CHA", "Leading organisational transformation across teams"),
}
"""Code and name."""
POSITIONS = (
    "Software Engineer (Payments)",
    "Senior Software Engineer",
    "Staff Software Engineer",
    "Principal Engineer (People Manager)",
    "Site Reliability Engineer",
    "Senior Site Reliability Engineer",
    "Data Engineer",
    "Senior Data Engineer",
    "Machine Learning Engineer",
    "Security Engineer",
    "Application Security Lead",
    "Quality Assurance Engineer",
    "Test Automation Lead",
    "Engineering Manager",
    "Senior Engineering Manager",
    "Director of Engineering",
    "Product Designer",
    "Senior Product Designer",
    "Design Systems Lead",
    "Product Manager",
    "Group Product Manager",
    "Technical Programme Manager",
    "Solutions Architect",
    "Internationalisation Engineer (Documentation)",
)
_DEEDS = (
    "Explains the trade-offs behind a team’s decision, and writes down what was ruled out and why.",
    "Finds the one risk that would sink it — “usually” before anybody else has — and has it tested first.",
    "Retires something without surprising the people who rely on it.",
)


def write(folder: Path) -> None:
    """Writes its files into a folder."""
    for path, data in _files().items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")


def _files() -> dict[str, Any]:
    files: dict[str, Any] = {
        "handbook.yml": {
            "name": "Career handbook",
            "organisation": "Internationalisation & Telecommunications",
            "language": "en",
            "assessment": {"by": "competency", "scale": "agreement", "against": "current", "pick": 3},
            "families": [
                {"id": "all", "name": "Engineering and product development", "sequences": ["engineering", "people"]}
            ],
        },
        "scales.yml": {"scales": [_scale()]},
        "concepts.yml": {"concepts": [{"id": "coaching", "name": "Mentoring, coaching and development of others"}]},
        "releases.yml": {
            "releases": [{"version": "1.0.0", "date": "2026-01-31", "summary": "The first release of the handbook"}]
        },
    }
    for name, sequence in {"engineering": _engineering(), "people": _people()}.items():
        files |= {f"sequences/{name}/{path}": data for path, data in sequence.items()}
    return files


def _scale() -> dict[str, Any]:
    names = ("Not demonstrated yet", "Demonstrated occasionally", "Demonstrated consistently", "Role model for others")
    ratings = [{"points": points, "name": name} for points, name in enumerate(names)]
    exam = {"out_of": 100, "round": "half-up", "bands": [{"from": 81, "points": 3}, {"from": 0, "points": 0}]}
    return {"id": "agreement", "name": "How consistently it is seen", "standard": 2, "ratings": ratings, "exam": exam}


def _engineering() -> dict[str, Any]:
    groups = [
        {"id": key, "name": name, "kind": "skill", "definition": f"What {name.lower()} means.", "competencies": [*keys]}
        for key, (name, keys) in GROUPS.items()
    ]
    files: dict[str, Any] = {
        "sequence.yml": {
            "code": "ENG",
            "name": "Engineering and site reliability",
            "definition": "What is expected of engineers, from the first day to leading the engineering of a company.",
            "source": {"title": "Engineering progression framework", "organisation": "Telecommunications"},
            "cumulative": True,
            "levels": [{"id": key, "name": name, "expectations": [f"Works as {name}."]} for key, name in LEVELS],
            "grades": [_grade(at, key) for at, (key, _) in enumerate(LEVELS)],
            "groups": groups,
            "positions": [_key(name) for name in POSITIONS],
            "notes": [{"kind": "suspect", "text": "Two of the names seem to mean the same.", "ask": "Do they?"}],
        },
        "weights.yml": {"total": 100, "unit": "points", "points": _points()},
        "actions.yml": _actions(),
        "syllabus.yml": _syllabus(),
        "calibration.yml": _calibration(),
        "plan.yml": _plan(),
    }
    for at, (key, (code, name)) in enumerate(COMPETENCIES.items()):
        files[f"competencies/{key}.yml"] = _competency("ENG", code, name, at)
    for at, name in enumerate(POSITIONS):
        files[f"positions/{_key(name)}.yml"] = _position(at, name)
    return files


def _key(name: str) -> str:
    return name.lower().replace("(", "").replace(")", "").replace(" ", "-")


def _grade(at: int, level: str) -> dict[str, Any]:
    grade: dict[str, Any] = {"id": f"band-{at + 1}", "name": f"Compensation band {at + 1}", "level": level}
    if at == 3:
        grade["required"] = {"change": LEVELS[2][0], "mentoring": LEVELS[4][0]}
    return grade


def _points() -> dict[str, dict[str, int]]:
    keys = list(COMPETENCIES)
    return {key: {level: 10 for level, _ in LEVELS} for key in keys}


def _competency(sequence: str, code: str, name: str, at: int) -> dict[str, Any]:
    levels: dict[str, Any] = {}
    number = 0
    for step, (level, level_name) in enumerate(LEVELS):
        if name.startswith(("Facilitation", "Leading")) and step in (0, 5):
            levels[level] = {"not_required": "Nobody asks for it yet"} if step == 0 else {"same_as": LEVELS[4][0]}
            continue
        indicators = []
        for deed in _DEEDS[: 1 + (at + step) % 3]:
            number += 1
            indicators.append({"id": f"{sequence}-{code}-{number:02}", "text": f"{deed[:-1]}, as {level_name} would."})
        levels[level] = {"name": f"Accountable {name.lower()}", "summary": f"{name}, so that teams can build on it."}
        levels[level]["indicators"] = indicators
    return {"code": code, "name": name, "short": name, "definition": f"{name}: what it is.", "levels": levels} | (
        {"concept": "coaching"} if code == "MEN" else {}
    )


def _position(at: int, name: str) -> dict[str, Any]:
    keys = list(COMPETENCIES)
    required = {key: LEVELS[(at + 3 * place) % len(LEVELS)][0] for place, key in enumerate(keys) if (at + place) % 5}
    position: dict[str, Any] = {"name": name, "required": required}
    if at == 0:
        position["key_behaviours"] = [
            {
                "name": "Delivers improvements continuously",
                "standards": ["Every fortnight, with measurements."],
                "measures": [
                    {
                        "name": "Availability of production services",
                        "formula": {"numerator": "Minutes in which the service answered", "denominator": "All minutes"},
                        "target": 99,
                        "unit": "%",
                    }
                ],
            }
        ]
        position["conditions"] = [{"name": "Professional qualification", "text": "A recognised certification."}]
        position["sections"] = [{"name": "Responsibilities", "text": "Answers for the engineering of a product area."}]
    return position


def _actions() -> dict[str, Any]:
    return {
        "types": [{"id": "training", "name": "Instructor-led training"}, {"id": "self", "name": "Self-directed study"}],
        "actions": [
            {
                "id": f"ENG-ACT-{at + 1:02}",
                "type": "training" if at % 2 else "self",
                "name": f"Fundamentals of {name.lower()} for practitioners",
                "for": [key],
            }
            for at, (key, (_, name)) in enumerate(COMPETENCIES.items())
        ],
    }


def _syllabus() -> dict[str, Any]:
    section = {"name": "Observability of distributed systems", "items": [{"text": "Telemetry and tracing"}]}
    chapter = {"id": "c", "name": "Operating telecommunications infrastructure", "sections": [section]}
    return {"editions": [{"id": "first", "name": "Certification textbook", "chapters": [chapter]}]}


def _calibration() -> dict[str, Any]:
    before, after = LEVELS[3][0], LEVELS[4][0]
    changes = {key: {"before": before, "ratings": "blank", "after": after} for key in COMPETENCIES}
    calibration = {"id": "trial", "name": "Calibration of required levels", "grade": "band-4", "competencies": changes}
    return {"calibrations": [calibration | {"example": True}]}


def _plan() -> dict[str, Any]:
    return {
        "name": "Planning, carrying out and evaluating development",
        "roles": [{"id": "manager", "name": "Line manager (accountable)"}],
        "phases": [{"id": "plan", "name": "Planning conversation", "months": [2, 8], "steps": ["Agree on measures."]}],
        "forms": [
            {
                "id": "scoring",
                "name": "Scoring of competencies",
                "rows": "competencies",
                "fields": [
                    {"id": "explanation", "name": "Explanation", "shows": "short"},
                    {"id": "score", "name": "Rating", "input": "rating", "by": "manager"},
                ],
            }
        ],
    }


def _people() -> dict[str, Any]:
    levels = [{"id": "one", "name": "Engineering Manager"}, {"id": "two", "name": "Director of Engineering (Acting)"}]
    names = {
        "coaching": ("COA", "Coaching individual contributors"),
        "hiring": ("HIR", "Recruiting and interviewing"),
    }
    groups = [{"id": "people", "name": "People and organisation", "kind": "behaviour", "competencies": [*names]}]
    files: dict[str, Any] = {
        "sequence.yml": {
            "code": "PEO",
            "name": "People management",
            "levels": levels,
            "groups": groups,
            "source": {"title": "People framework"},
        }
    }
    for key, (code, name) in names.items():
        cells = {
            level["id"]: {"indicators": [{"id": f"PEO-{code}-0{at + 1}", "text": f"{name}: {_DEEDS[at]}"}]}
            for at, level in enumerate(levels)
        }
        files[f"competencies/{key}.yml"] = {"code": code, "name": name, "levels": cells}
        if key == "coaching":
            files[f"competencies/{key}.yml"]["concept"] = "coaching"
    return files

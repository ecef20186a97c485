"""Every address and anchor of the site, in one place."""

from levelbook.model.competency import Competency
from levelbook.model.handbook import Sequence
from levelbook.queries.grades import step_id
from levelbook.site.assets import ASSETS

HOME = ""
SEQUENCES = "sequences/"
INDICATORS = "indicators/"
NOTES = "notes/"
QUESTIONS = "notes/questions.csv"
QUESTION_ROWS = ASSETS + "questions.js"
GLOSSARY = "glossary/"
COLLECTION = "collection/"
RELEASES = "releases/"
FEED = "releases/feed.xml"
LEGEND = "legend/"
PROBLEMS = "problems/"
CONCEPTS = "concepts/"
PERMANENT = "id/"
TRANSFER = "move/"
ASSESSMENTS = "check/"
TEAM = "check/team/"
SEARCH_DATA = ASSETS + "search-data.js"
SEARCH_POPUP = ASSETS + "words/search.js"
SEARCH_PARTS = ASSETS + "search/"
TRANSFER_DATA = ASSETS + "move-data.js"
TRANSFER_PARTS = ASSETS + "move/"
CODES = ASSETS + "codes/"
LEVELS = ASSETS + "levels/"
CHANGED_LINES = ASSETS + "changed/"
GUIDANCE = ASSETS + "guidance/"
TEAM_LAYERS = ASSETS + "team/"
WORDS = ASSETS + "words/"


def assessment_words(script: str) -> str:
    """The script with the words of a script of assessments."""
    return f"{WORDS}{script}.js"


def file_address(address: str) -> str:
    """The file behind an address, with its query and anchor."""
    for sign in "?#":
        before, separator, after = address.partition(sign)
        if separator:
            return f"{file_address(before)}{sign}{after}"
    return address + "index.html" if not address or address.endswith("/") else address


def relative(here: str, address: str) -> str:
    """The way from one page to the file of another, for scripts, which know nothing of the site's root."""
    return "../" * here.count("/") + file_address(address)


def sequence(owner: Sequence) -> str:
    """The page of a sequence."""
    return f"{SEQUENCES}{owner.id}/"


def level(owner: Sequence, key: str) -> str:
    """The page of a level."""
    return f"{sequence(owner)}level/{key}/"


def pocket_card(owner: Sequence, key: str) -> str:
    """A level on a sheet to fold and carry."""
    return f"{level(owner, key)}pocket/"


def grade(owner: Sequence, key: str) -> str:
    """The page of a grade: that of the level, where it is one under another name."""
    step = step_id(owner, key)
    return former_grade(owner, key) if step == key else level(owner, step)


def former_grade(owner: Sequence, key: str) -> str:
    """Where every grade had a page of its own until those that are levels lost it; the address still leads on."""
    return f"{sequence(owner)}grade/{key}/"


def competency(owner: Sequence, key: str) -> str:
    """The page of a competency, in the sequence it belongs to."""
    return f"{sequence(owner)}competency/{key}/"


def position(owner: Sequence, key: str) -> str:
    """The page of a position."""
    return f"{sequence(owner)}position/{key}/"


def positions(owner: Sequence) -> str:
    """The page with the levels all positions require."""
    return f"{sequence(owner)}positions/"


def actions(owner: Sequence) -> str:
    """The page with courses and practices."""
    return f"{sequence(owner)}actions/"


def course(owner: Sequence, code: str) -> str:
    """The page of a course."""
    return f"{actions(owner)}{code}/"


def course_sheet(owner: Sequence, code: str) -> str:
    """What a course covers, on paper, each with its QR code."""
    return f"{course(owner, code)}sheet/"


def course_codes(owner: Sequence, code: str) -> str:
    """What a course covers, as a table for spreadsheets."""
    return f"{course(owner, code)}{code}.csv"


def process(owner: Sequence) -> str:
    """The page with the process, its calendar and its forms."""
    return f"{sequence(owner)}process/"


def syllabus(owner: Sequence) -> str:
    """The page with what is taught."""
    return f"{sequence(owner)}syllabus/"


def calibration(owner: Sequence) -> str:
    """The page with the calibrations of required levels."""
    return f"{sequence(owner)}calibration/"


def weights(owner: Sequence) -> str:
    """The page with the points of groups and competencies."""
    return f"{sequence(owner)}weights/"


def print_forms(owner: Sequence) -> str:
    """The page with the forms that fit a sheet of paper each."""
    return f"{sequence(owner)}form/"


def checklist(owner: Sequence, key: str) -> str:
    """The page on which people hold themselves against a level, grade or position."""
    return former_checklist(owner, step_id(owner, key))


def former_checklist(owner: Sequence, key: str) -> str:
    """Where every level, grade and position had a checklist; that of a grade which is a level leads on."""
    return f"{sequence(owner)}check/{key}/"


def source(owner: Sequence) -> str:
    """The page with all that is known of the source."""
    return f"{sequence(owner)}source/"


def matrix(owner: Sequence) -> str:
    """The page with all competencies at all levels."""
    return f"{sequence(owner)}matrix/"


def team_layer(owner: Sequence) -> str:
    """What the matrix of a sequence loads when a manager opens the files of a team on it."""
    return f"{TEAM_LAYERS}{owner.id}.js"


def level_pairs(owner: Sequence) -> str:
    """The page that lists all pairs of levels."""
    return f"{sequence(owner)}compare/"


def comparison(owner: Sequence, low: str, high: str) -> str:
    """The page that compares two levels."""
    return f"{level_pairs(owner)}{low}/{high}/"


def group(owner: Sequence, key: str) -> str:
    """Where the page of the sequence shows a group."""
    return f"{sequence(owner)}#{group_anchor(key)}"


def concept(key: str) -> str:
    """The page of a concept; its id never changes, so this address stays."""
    return f"{CONCEPTS}{key}/"


def transfer_from(owner: Sequence, key: str = "") -> str:
    """The page that compares two roles with one side chosen: a level, grade or position, or the whole standard."""
    return f"{TRANSFER}?from={owner.id}/{key}"


def transfer(owner: Sequence, low: str, high: str) -> str:
    """The page that compares two roles of a sequence, with both sides chosen."""
    return f"{transfer_from(owner, low)}&to={owner.id}/{high}"


def permanent(code: str) -> str:
    """The address that stays, whatever becomes of the thing."""
    return f"{PERMANENT}{code}/"


def card(code: str) -> str:
    """What other sites show of an indicator in a frame."""
    return f"{permanent(code)}card/"


def release(version: str) -> str:
    """The page that says what a release changed."""
    return f"{RELEASES}{version}/"


def release_anchor(version: str) -> str:
    """The anchor of a release in the list of all."""
    return f"v-{version}"


def sequence_feed(owner: Sequence) -> str:
    """The feed of what releases change of a sequence."""
    return f"{RELEASES}{owner.code}.xml"


def pinned(code: str, version: str) -> str:
    """The wording of an indicator that began with a release; it stays whatever becomes of the indicator."""
    return f"{permanent(code)}{version}/"


def qr_file(code: str) -> str:
    """The picture of the permanent address of an indicator, for slides and paper."""
    return f"{permanent(code)}qr.svg"


def changed_lines(owner: Sequence) -> str:
    """What the indicators of a sequence said before, for pages that are asked what is new."""
    return f"{CHANGED_LINES}{owner.id}.js"


def guidance(owner: Sequence, step: str) -> str:
    """What the handbook adds at a level, grade or position, for pages on which it is unfolded."""
    return f"{GUIDANCE}{owner.id}/{step}.js"


def sequence_anchor(key: str) -> str:
    """The anchor of a sequence on pages that show all of them."""
    return f"s-{key}"


def family(key: str) -> str:
    """Where the page of all sequences shows a family."""
    return f"{SEQUENCES}#{family_anchor(key)}"


def family_anchor(key: str) -> str:
    """The anchor of a family on the page of all sequences."""
    return f"f-{key}"


def group_anchor(key: str) -> str:
    """The anchor of a group, on every page."""
    return f"g-{key}"


def form_anchor(key: str) -> str:
    """The anchor of a form on the page of the process."""
    return f"form-{key}"


def part_anchor(key: str) -> str:
    """The anchor of a phase, chapter or calibration on its page."""
    return f"part-{key}"


def position_anchor(key: str) -> str:
    """The anchor of a position in the table that compares them."""
    return f"p-{key}"


def level_anchor(key: str) -> str:
    """The anchor of a level on the page of a competency."""
    return f"l-{key}"


def competency_anchor(reader: Sequence, owner: Sequence, thing: Competency) -> str:
    """The anchor of a competency on pages of a sequence; borrowed ones say whose they are."""
    anchor = thing.code or f"c-{thing.id}"
    return anchor if owner.id == reader.id else f"{owner.code}-{anchor}"

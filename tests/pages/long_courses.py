"""A course that covers twenty indicators, half of them in long English sentences, as companies have them."""

from pathlib import Path

from tests.pages.courses import ACTIONS, SEQUENCE, courses
from tests.pages.tiny import write

LONG = (
    "Explains every channel policy and process to distributors, agents and resellers in their own terms, agrees with "
    "each of them in writing what is to be done by whom and until when, follows up after every meeting, and reports "
    "deviations to the regional sales organisation before they affect customers"
)
TITLE = (
    "Building, developing and managing international sales channels, distributors and strategic alliances: foundation"
)


def long_courses(folder: Path) -> None:
    """Writes the handbook into a folder."""
    courses(folder)
    numbers = range(1, 21)
    chinese = "讲清第{}项渠道政策，并当场确认客户听懂了没有。"
    items = "\n".join(
        f"      - {{id: ONE-CHA-{n:02}, text: {chinese.format(n)}, text_en: '{_english(n)}'}}" for n in numbers
    )
    channels = (
        "code: CHA\nname: 渠道管理\nname_en: Channel management\nkind: skill\nlevels:\n"
        f"  low:\n    indicators:\n{items}\n"
        "  high: {indicators: [{id: ONE-CHA-21, text: 制定渠道政策。, text_en: Sets policies.}]}\n"
    )
    codes = ", ".join(f"ONE-CHA-{n:02}" for n in numbers)
    actions = ACTIONS.replace("[ONE-CHA-03, ONE-CHA-01, ONE-TAL-01, care@low]", f"[{codes}, care@low]")
    actions = actions.replace("[ONE-CHA-02]", "[ONE-CHA-21]").replace("[ONE-CHA-04]", "[ONE-CHA-21]")
    actions = actions.replace("name_en: Building and managing sales channels", f"name_en: '{TITLE}'")
    files = {"competencies/channels.yml": channels, "actions.yml": actions, "sequence.yml": SEQUENCE}
    write(folder, {f"sequences/first/{path}": text for path, text in files.items()})


def _english(n: int) -> str:
    return f"{LONG} ({n})." if n % 2 else f"Explains policy {n}."

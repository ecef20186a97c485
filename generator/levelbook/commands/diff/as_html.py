"""The report as one page, for a meeting: nothing is loaded, nothing runs, and every text is escaped."""

from collections.abc import Iterator
from html import escape

from levelbook.catalogue import Catalogue
from levelbook.commands.diff.as_text import head, left_out
from levelbook.commands.diff.report import DiffReport
from levelbook.history.change import TypedChange
from levelbook.localized.changes import ChangeSentences
from levelbook.model.history import ChangeClass
from levelbook.text.inline import plain
from levelbook.text.wording import JoinedWord

_STYLE = """
:root{color-scheme:light dark;--ink:#1b2424;--soft:#56615f;--line:#d5dcda;--paper:#fff;--new:#0d5c63;--new-bg:#e1f1f1;
--old-bg:#e9ecec}
@media (prefers-color-scheme:dark){:root{--ink:#e6ecea;--soft:#a5b1ae;--line:#3a4544;--paper:#151b1b;--new:#8fd3d6;
--new-bg:#173a3c;--old-bg:#2c3434}}
body{margin:0 auto;max-width:68rem;padding:2rem 1.25rem 4rem;background:var(--paper);color:var(--ink);
font:1rem/1.7 system-ui,"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif}
h1{font-size:1.6rem;line-height:1.3;margin:0}h2{font-size:1.2rem;margin:2.5rem 0 .5rem;border-top:1px solid var(--line);
padding-top:1rem}table{border-collapse:collapse;width:100%}th,td{text-align:start;vertical-align:top;
padding:.35rem .75rem .35rem 0;border-bottom:1px solid var(--line)}td:last-child{text-align:end}
ul{list-style:none;margin:0;padding:0}li{border-bottom:1px solid var(--line);padding:.6rem 0;break-inside:avoid}
p{margin:.25rem 0}code{font-size:.85em;color:var(--soft);overflow-wrap:anywhere}.soft{color:var(--soft);font-size:.9rem}
ins{background:var(--new-bg);color:var(--new);text-decoration:underline}del{background:var(--old-bg);color:var(--soft)}
"""
_PARTS = ("levels", "steps", "answers", "courses")
_MOST_NAMED = 12


def as_html(report: DiffReport, words: Catalogue) -> Iterator[str]:
    """The lines of the page."""
    say = ChangeSentences(words, report.before.facts, report.after.facts)
    title = escape(head(report, words))
    yield f'<!doctype html>\n<html lang="{words.language}">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width,initial-scale=1">'
    yield "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
    yield f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>"
    yield from (f"<p>{escape(line)}</p>" for line in left_out(report, words))
    yield from _touched(report, say, words)
    for change_class, changes in report.by_class.items():
        section = words("diff.section", meaning=say.meaning(change_class), n=len(changes))
        yield f'<h2 id="{change_class.value}">{escape(section)}</h2>'
        if change_class is ChangeClass.ASK:
            yield f'<p class="soft">{escape(words("diff.ask-hint").strip())}</p>'
        yield "<ul>"
        yield from (_change(change, say) for change in changes)
        yield "</ul>"
    if report.beside:
        yield f'<p class="soft">{escape(words("diff.beside", n=report.beside))}</p>'
    yield "</main>\n</body>\n</html>"


def _touched(report: DiffReport, say: ChangeSentences, words: Catalogue) -> Iterator[str]:
    if not report.changes:
        return
    codes = {
        "levels": report.touched("levels"),
        "steps": (*report.touched("grades"), *report.touched("positions")),
        "answers": report.answers,
        "courses": report.touched("courses"),
    }
    yield f"<h2>{escape(words('diff.touched.title'))}</h2>\n<table>"
    for part in _PARTS:
        names = [say.place(code) if part == "levels" else say.name(code) for code in codes[part]]
        shown = words("join.series").join(names[:_MOST_NAMED]) + ("…" if len(names) > _MOST_NAMED else "")
        heading = escape(words(f"diff.touched.{part}"))
        yield f'<tr><th scope="row">{heading}</th><td>{escape(shown)}</td><td>{len(names)}</td></tr>'
    heading = escape(words("diff.touched.addresses"))
    yield f'<tr><th scope="row">{heading}</th><td></td><td>{report.addresses}</td></tr>\n</table>'


def _change(change: TypedChange, say: ChangeSentences) -> str:
    sentence = say.sentence(change)
    runs = "".join(map(_run, (*sentence.words, *say.detail(change))))
    soft = " · ".join(escape(part) for part in (sentence.whom, say.rule(change), plain(change.why)) if part)
    below = f'\n<p class="soft">{soft}</p>' if soft else ""
    code = escape(change.address)
    return f"<li><p>{escape(sentence.lead)}{runs}</p>{below}\n<p><code>{code}</code></p></li>"


def _run(run: JoinedWord) -> str:
    tags = {"gone": "del", "added": "ins"}
    text = escape(run.text)
    return f"<{tags[run.fate]}>{text}</{tags[run.fate]}>" if run.fate in tags else text

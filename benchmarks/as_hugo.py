"""The invented handbook for Hugo with a minimal theme: the same pages and texts, and next to nothing around them.

No search, no navigation but a few links, no scripts, no comparison word by word: what a generator of compiled code can
do at its quickest, not what a handbook needs.
"""

import json
import re
from itertools import chain
from pathlib import Path

import as_markdown
from invented import Sequence

SETTINGS = """\
baseURL = "/"
title = "速度测试"
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "404", "home", "section"]
relativeURLs = false
[markup.goldmark.renderer]
unsafe = true
"""
FRAME = """\
<!doctype html>
<html lang="zh">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{{ .Title }} – {{ site.Title }}</title>
<link rel="stylesheet" href="/style.css">
</head>
<body>
<header><a href="/index.html">{{ site.Title }}</a> <nav><a href="/indicators/index.html">行为指标</a></nav></header>
<main>{{ .Content }}</main>
<footer>{{ site.Title }}</footer>
</body>
</html>
"""
_HEADING = re.compile(r"^# (.*)$", re.MULTILINE)


def write(folder: Path, handbook: list[Sequence]) -> None:
    """Lay out a project that Hugo builds into `site`."""
    (folder / "content").mkdir(parents=True)
    (folder / "layouts").mkdir()
    (folder / "static").mkdir()
    (folder / "hugo.toml").write_text(SETTINGS, encoding="utf-8")
    (folder / "layouts" / "single.html").write_text(FRAME, encoding="utf-8")
    (folder / "static" / "style.css").write_text("main { max-width: 60em; margin: auto; }\n", encoding="utf-8")
    pages = chain(as_markdown.all_pages(handbook), as_markdown.indicator_pages(handbook))
    for at, (address, text) in enumerate(pages):
        (folder / "content" / f"{at}.md").write_text(page(address, text), encoding="utf-8")


def page(address: str, text: str) -> str:
    """A page as Hugo reads it: links to what is built; anchors as HTML, as its Markdown has them for headings only."""
    text = re.sub(r"\A---\n.*?^---\n", "", text, flags=re.DOTALL | re.MULTILINE)
    heading = _HEADING.search(text)
    title = heading[1] if heading else address
    text = text.replace("index.md)", "index.html)")
    text = re.sub(r"^- (.*) \{: #([\w-]+) \}$", r'- <span id="\2"></span>\1', text, flags=re.MULTILINE)
    head = {"title": title, "url": f"/{address}/index.html".replace("//", "/")}
    return f"{json.dumps(head, ensure_ascii=False)}\n\n{text}"

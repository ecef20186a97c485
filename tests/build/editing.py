"""Random edits of a folder's bytes, as people make them at a keyboard; many leave something broken, for a while."""

import re
from collections.abc import Callable
from random import Random

Files = dict[str, bytes]
WORDS = (
    "先听后说",
    "当天记下",
    "**讲给同事**",
    "写成案例",
    "每季复盘",
    "问清原因",
    "见 [那一项](KEY-LIS)",
    "by **next** week",
)


def edited(files: Files, luck: Random, original: Files) -> Files:
    """The files after an edit, which may break them; what was broken before is often mended."""
    change = luck.choice(EDITS)
    return dict(sorted(change(dict(files), luck, original).items()))


def _reworded(files: Files, luck: Random, _: Files) -> Files:
    """Another text behind a key, whatever it is."""
    return _line(files, luck, r"^( *(?:- )?(?:text|name|definition|summary|why|short_name|about|number): )(.+)$", _new)


def _new(match: re.Match[str], luck: Random) -> str:
    return match[1] + (luck.choice(WORDS) if luck.random() < 0.5 else f"'{luck.choice(WORDS)}{match[2][:4]}'")


def _figure(files: Files, luck: Random, _: Files) -> Files:
    """Another figure, or the same written otherwise."""
    return _line(files, luck, r"^(.*\b)([0-9]+)(\b.*)$", lambda match, luck: f"{match[1]}{luck.randrange(9)}{match[3]}")


def _retired(files: Files, luck: Random, _: Files) -> Files:
    return _line(
        files, luck, r"^( *)(- id: .+)$", lambda match, _: f"{match[0]}\n{match[1]}  retired: {{why: 不再要求。}}"
    )


def _added(files: Files, luck: Random, _: Files) -> Files:
    pattern = r"^( *)- (text: .+|id: .+)$"
    return _line(files, luck, pattern, lambda match, luck: f"{match[1]}- {luck.choice(WORDS)}\n{match[0]}")


def _deleted(files: Files, luck: Random, _: Files) -> Files:
    return _line(files, luck, r"^.*$", lambda *_: "")


def _swapped(files: Files, luck: Random, _: Files) -> Files:
    """Two neighbouring lines in another order."""
    path = luck.choice(sorted(files))
    lines = files[path].decode("utf-8", "replace").split("\n")
    at = luck.randrange(max(1, len(lines) - 1))
    lines[at : at + 2] = reversed(lines[at : at + 2])
    return {**files, path: "\n".join(lines).encode()}


def _shifted(files: Files, luck: Random, _: Files) -> Files:
    """A comment above, so that all below stands a line further down."""
    path = luck.choice(sorted(files))
    return {**files, path: b"# " + luck.choice(WORDS).encode() + b"\n" + files[path]}


def _emptied(files: Files, luck: Random, _: Files) -> Files:
    del files[luck.choice(sorted(files))]
    return files


def _mended(files: Files, luck: Random, original: Files) -> Files:
    """A file as it was at first, whether it is broken or was deleted."""
    different = [path for path in sorted({*files, *original}) if files.get(path) != original.get(path)]
    return _taken_back(files, luck.sample(different, min(len(different), 3)), original)


def _all_mended(files: Files, _: Random, original: Files) -> Files:
    return dict(original)


def _taken_back(files: Files, paths: list[str], original: Files) -> Files:
    restored = {path: original[path] for path in paths if path in original}
    return {path: data for path, data in files.items() if path not in paths} | restored


def _line(files: Files, luck: Random, pattern: str, change: Callable[[re.Match[str], Random], str]) -> Files:
    """One line of one file that fits, changed."""
    path = luck.choice(sorted(files))
    text = files[path].decode("utf-8", "replace")
    lines = list(re.finditer(pattern, text, re.MULTILINE))
    if not lines:
        return files
    match = luck.choice(lines)
    return {**files, path: (text[: match.start()] + change(match, luck) + text[match.end() :]).encode()}


EDITS = (
    *(_reworded, _reworded, _reworded, _reworded, _figure, _retired, _added, _added, _deleted, _swapped, _shifted),
    *(_emptied, _mended, _mended, _mended, _all_mended),
)

"""Ways to spoil a handbook, one at a time, by a seed: what people and their programs do to files."""

import random
import re
from collections.abc import Callable, Iterator, Mapping

Files = dict[str, bytes]

SIGNS = "\u200b\u00ad\u202e\u2066\U000e0041\ufffd\uf0b7\ufdd0\u00a0\u3000\u200d\ufe0f\u3164\x07\ufeff\u2028"
VALUES = (
    *(
        "[]",
        "{}",
        "[a]",
        "{a: b}",
        "[[a]]",
        "[{a: [b]}]",
        "'   '",
        "''",
        "~",
        "null",
        "yes",
        "-5",
        "0",
        "0.5",
        "1e999999",
    ),
    *("９", "٠٢", "1_000", "-", ".", "NaN", "inf", "9" * 5000, "a" * 300, "A" * 300, "con", "2026-11-31", "0000-01-01"),
    *("KEY-LIS-" + "9" * 300, "KEY-LIS-002", "9" * 40 + ".1.0", "../../etc/passwd", "x@y@z", "//", "a/b/c", "@", "/"),
    *("tel:1", "https://u:p@h/", "'[[[[[[[['", "'" + "[" * 5000 + "'", "'" + "甲乙" * 3000 + "'", '"\\ud83d\\ude00"'),
    *('"\\0"', '"\\u202e"', "!!python/name:os.system", "&a b", "*a", "<<", "|\n", "# x", "{", "]", "blank", "lost"),
    *("not_required", "fr", "[en, en, zh, fr, xx]", "{junior: [60]}", "{junior: {a: 1}}", "[junior]", "many", "goals"),
)
_VALUE = re.compile(r"(?<=: )[^\n{\[,}\]]+")
_KEY = re.compile(r"[a-z_]+(?=:)")


def mutations(files: Mapping[str, bytes], seed: int) -> Iterator[tuple[str, Files]]:
    """Spoilt handbooks without end, each with what was done."""
    chance = random.Random(seed)
    ways = (_value, _value, _value, _twin, _sign, _key, _line, _cut, _swap, _file, _bytes)
    while True:
        way: Callable[[random.Random, Files], str] = chance.choice(ways)
        spoilt = dict(files)
        change = "; ".join(way(chance, spoilt) for _ in range(chance.choice((1, 1, 2))))
        yield change, spoilt


def _text(chance: random.Random, files: Files) -> tuple[str, str]:
    file = chance.choice(sorted(files))
    return file, files[file].decode("utf-8", "replace")


def _put(files: Files, file: str, text: str) -> None:
    files[file] = text.encode("utf-8", "surrogatepass")


def _replaced(chance: random.Random, files: Files, pattern: re.Pattern[str], new: Callable[[str], str]) -> str:
    file, text = _text(chance, files)
    spots = list(pattern.finditer(text))
    if not spots:
        return "nothing"
    spot = chance.choice(spots)
    words = new(spot[0])
    _put(files, file, text[: spot.start()] + words + text[spot.end() :])
    return f"{file}@{spot.start()}: {spot[0]!r} -> {words[:40]!r}"


def _value(chance: random.Random, files: Files) -> str:
    return _replaced(chance, files, _VALUE, lambda _: chance.choice(VALUES))


def _twin(chance: random.Random, files: Files) -> str:
    value = chance.choice(VALUES)
    return _replaced(chance, files, re.compile(r"(?m)^( *(?:- )?)([a-z_]+): .*$"), lambda line: _with_twin(line, value))


def _with_twin(line: str, value: str) -> str:
    pair = re.match(r"( *)(- )?([a-z_]+):", line)
    indent = (pair[1] + "  " * bool(pair[2])) if pair else ""
    return f"{line}\n{indent}{pair[3] if pair else 'name'}_en: {value}"


def _sign(chance: random.Random, files: Files) -> str:
    sign = chance.choice(SIGNS)
    return _replaced(chance, files, re.compile(""), lambda _: sign * chance.choice((1, 1, 3)))


def _key(chance: random.Random, files: Files) -> str:
    keys = sorted({match[0] for data in files.values() for match in _KEY.finditer(data.decode("utf-8", "replace"))})
    return _replaced(chance, files, _KEY, lambda _: chance.choice(keys))


def _line(chance: random.Random, files: Files) -> str:
    """A line is doubled, lost, indented or moved."""
    file, text = _text(chance, files)
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    how = chance.choice(("double", "lose", "indent", "move"))
    if how == "double":
        lines.insert(at, lines[at])
    elif how == "indent":
        lines[at] = " " * chance.randrange(1, 5) + lines[at]
    else:
        line = lines.pop(at)
        if how == "move":
            lines.insert(chance.randrange(len(lines) + 1), line)
    _put(files, file, "\n".join(lines))
    return f"{file}:{at + 1}: {how}"


def _cut(chance: random.Random, files: Files) -> str:
    file, text = _text(chance, files)
    start = chance.randrange(len(text) + 1)
    _put(files, file, text[:start] + text[start + chance.choice((1, 3, 30, 1000)) :])
    return f"{file}@{start}: cut"


def _swap(chance: random.Random, files: Files) -> str:
    """Two files take each other's place."""
    first, other = chance.sample(sorted(files), 2)
    files[first], files[other] = files[other], files[first]
    return f"{first} <-> {other}"


def _file(chance: random.Random, files: Files) -> str:
    """A file is lost, empty, copied, or has another name."""
    file = chance.choice(sorted(files))
    how = chance.choice(("lose", "empty", "copy", "rename"))
    data = files[file]
    if how != "copy":
        del files[file]
    folder, _, _ = file.rpartition("/")
    name = chance.choice(
        ("aux.yml", "a" * 300 + ".yml", "Big.yml", "a.yaml", "..yml", "甲.yml", "x\u202e.yml", "copy.yml")
    )
    if how == "empty":
        files[file] = b""
    elif how != "lose":
        files[f"{folder}/{name}".lstrip("/")] = data
    return f"{file}: {how} {name}"


def _bytes(chance: random.Random, files: Files) -> str:
    """Another encoding, or bytes of none."""
    file = chance.choice(sorted(files))
    text = files[file].decode("utf-8", "replace")
    how = chance.choice(("gbk", "utf-16", "utf-8-sig", "latin-1", "crlf", "raw"))
    if how == "crlf":
        files[file] = text.replace("\n", "\r\n").encode("utf-8", "replace")
    elif how == "raw":
        at = chance.randrange(len(files[file]) + 1)
        files[file] = files[file][:at] + chance.randbytes(3) + files[file][at:]
    else:
        files[file] = text.encode(how, "replace")
    return f"{file}: {how}"

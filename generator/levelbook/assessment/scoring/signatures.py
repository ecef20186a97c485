"""Whether what was signed is still what was signed: the text of each snapshot in a file, held against its hash.

The hash is the SHA-256 of the text in UTF-8. It proves that file and paper are the same, not who has signed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final

from levelbook.assessment.scoring.answers import Raw

_CODE: Final = 12
"""How many figures of a hash are printed."""
_GROUP: Final = 4
_MOST: Final = 50
"""So many are looked at; a document is signed a few times."""


@dataclass(frozen=True)
class Signature:
    """One snapshot of a file."""

    code: str
    """The check code as it is printed: 9c41 07be 52d8."""
    fits: bool
    """Whether the text is what was signed."""


def signatures(raw: Raw) -> tuple[Signature, ...]:
    """What was signed, in the order of the file."""
    return tuple(_signatures(raw.get("signed")))


def _signatures(entries: Any) -> Iterator[Signature]:
    for entry in entries[:_MOST] if isinstance(entries, list) else []:
        body, digest = (entry.get(key) if isinstance(entry, dict) else None for key in ("body", "hash"))
        if isinstance(body, str) and isinstance(digest, str):
            yield Signature(_code(digest), sha256(body.encode("utf-8", "surrogatepass")).hexdigest() == digest)


def _code(digest: str) -> str:
    short = digest[:_CODE]
    return " ".join(short[at : at + _GROUP] for at in range(0, len(short), _GROUP))

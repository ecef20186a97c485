"""Addresses of the web, as far as pages link to them."""

import re
from typing import Annotated, Final
from urllib.parse import urlsplit

from pydantic import StringConstraints, WithJsonSchema

from levelbook.model import limits

SCHEMES: Final = ("http", "https", "mailto")
"""What a link may begin with; browsers open these without asking for a program."""
_SCHEME: Final = re.compile(r"(?!localhost:)([A-Za-z][A-Za-z0-9+-]*):")
_HOST: Final = re.compile(r"[^\W_]([\w.-]*[^\W_])?(:[0-9]{1,5})?|\[[0-9A-Fa-f:.]+\](:[0-9]{1,5})?")
_MAIL: Final = re.compile(r"[^@\s/\\]+@[^@\s/\\]+(\?\S*)?")


def trouble(link: str) -> str:
    """Why a link would be dropped or lead astray, as the end of a sentence's key; nothing where it is right."""
    scheme = _SCHEME.match(link)
    if scheme is None:
        return "relative"
    if scheme[1].lower() not in SCHEMES:
        return "scheme"
    if re.search(r"[\s\\<>\"]", link):
        return "sign"
    rest = link[scheme.end() :]
    if scheme[1].lower() == "mailto":
        return "" if _MAIL.fullmatch(rest) else "mail"
    return _trouble_of_host(link) if rest.startswith("//") else "host"


def _trouble_of_host(link: str) -> str:
    try:
        place = urlsplit(link).netloc
    except ValueError:
        return "host"
    if "@" in place:
        return "password"
    return "" if _HOST.fullmatch(place) and ".." not in place else "host"


def masked(link: str) -> str:
    """An address as messages show it: without the name and password in it."""
    return re.sub("//[^/?#]*@", "//…@", link)


Link = Annotated[
    str,
    StringConstraints(min_length=1, max_length=limits.LINK),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": r"^([Hh][Tt][Tt][Pp][Ss]?://[^\s@/?#]|[Mm][Aa][Ii][Ll][Tt][Oo]:)",
            "maxLength": limits.LINK,
        }
    ),
]
"""An address of the web or of mail, whole: https://example.org."""

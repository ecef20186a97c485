"""The command `levelbook comment`: one comment on a pull request, which later runs of its pipeline update."""

import argparse
import os
from pathlib import Path
from typing import Final
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit

from levelbook.catalogue import Catalogue
from levelbook.commands.arguments import Command, Options
from levelbook.commands.kit.pull_request import PullRequest, pull_request
from levelbook.commands.result import CommandResult, failed
from levelbook.loading.data_folder import DataFolder

_DETAILS_END: Final = "</details>"


def add_options(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    """Adds the file with the text."""
    parser.add_argument("text", type=Path, metavar="FILE", help=words("cli.comment-file"))


def run(options: Options, folder: DataFolder, words: Catalogue) -> CommandResult:
    """Writes the comment; whatever keeps it from that is told in one line."""
    request = pull_request(os.environ)
    if request is None:
        return failed(words("comment.no_pipeline"))
    if not os.environ.get(request.token):
        return failed(words("comment.no_token", name=request.token))
    if urlsplit(request.comments).scheme not in ("http", "https"):
        return failed(words("comment.insecure", address=request.comments))
    try:
        text = options.text.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return failed(words("comment.no_file", file=options.text.as_posix(), why=reason))
    return _put(request, shortened(text, request.limit, words("comment.cut")), words)


def _put(request: PullRequest, text: str, words: Catalogue) -> CommandResult:
    host = urlsplit(request.comments).netloc
    try:
        was_there = request.put(text)
    except HTTPError as error:
        return failed(words("comment.refused", host=host, status=error.code, name=request.token))
    except (URLError, OSError, ValueError) as error:
        return failed(words("comment.unreachable", host=host, why=getattr(error, "reason", error)))
    return CommandResult(err=(words("comment.changed" if was_there else "comment.written"),))


def shortened(text: str, limit: int, rest: str) -> str:
    """A text that fits, cut between two lines, with nothing left open in it; `rest` says that there was more."""
    if len(text) <= limit:
        return text
    kept = text[: text.rfind("\n", 0, limit - len(rest) - len(_DETAILS_END) - 8) + 1]
    is_open = kept.count("<details>") > kept.count(_DETAILS_END)
    return f"{kept}\n{_DETAILS_END if is_open else ''}\n\n{rest}\n"


COMMENT: Final = Command("comment", run, add_options, needs_folder=False)

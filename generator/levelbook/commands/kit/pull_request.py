"""The pull request in whose pipeline a program runs, as a web interface with comments.

GitHub and Gitea give the same variables and have the same interface; GitLab has its own. Of all comments only one that
this program has written itself is ever changed: it begins with `MARK`, and is by the owner of the token.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from urllib.error import HTTPError
from urllib.request import Request, urlopen

MARK: Final = "<!-- levelbook -->"
"""What the comment begins with; hosts do not show it."""
_SECONDS: Final = 30
_PAGES: Final = 50
"""How many pages of comments are looked through."""
_GITHUB_BOT: Final = "github-actions[bot]"
"""The owner of a workflow's token, who is not told who he is."""


@dataclass(frozen=True)
class PullRequest:
    """A pull request, or merge request, with the addresses of its comments."""

    comments: str
    """The list of its comments, to which one is added."""
    comment: str
    """A comment, which can be changed, up to its number."""
    user: str
    """Who the token belongs to."""
    headers: Mapping[str, str]
    token: str
    """The name of the variable with the token."""
    changes_with: str
    """The HTTP method that changes a comment."""
    limit: int
    """How many characters a comment may have."""

    def put(self, text: str) -> bool:
        """Adds the comment, or changes it; says whether it was there. Raises `OSError`."""
        body = {"body": f"{MARK}\n{text}"}
        number = next(self._own(), None)
        if number is None:
            self._asked(self.comments, "POST", body)
        else:
            self._asked(f"{self.comment}/{number}", self.changes_with, body)
        return number is not None

    def _own(self) -> Iterator[int]:
        """The numbers of the comments that this program wrote."""
        me = self._me()
        for page in range(1, _PAGES + 1):
            comments = self._asked(f"{self.comments}?per_page=100&limit=50&page={page}", "GET")
            for comment in comments:
                author = comment.get("user") or comment.get("author") or {}
                if str(comment.get("body", "")).startswith(MARK) and me in (
                    author.get("login"),
                    author.get("username"),
                ):
                    yield int(comment["id"])
            if not comments:
                return

    def _me(self) -> str:
        try:
            user = self._asked(self.user, "GET")
        except HTTPError as error:
            if error.code not in (401, 403, 404):
                raise
            return _GITHUB_BOT
        return str(user.get("login") or user.get("username") or "")

    def _asked(self, address: str, method: str, body: Mapping[str, str] | None = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        headers = {**self.headers, "Content-Type": "application/json", "Accept": "application/json"}
        # The address comes from the pipeline's own variables and was found to be one of http.
        with urlopen(Request(address, data, headers, method=method), timeout=_SECONDS) as answer:
            return json.loads(answer.read() or b"null")


def pull_request(variables: Mapping[str, str]) -> PullRequest | None:
    """The pull request of the pipeline with these variables; none where it runs for none."""
    if variables.get("CI_MERGE_REQUEST_IID"):
        return _of_gitlab(variables)
    number = _number(variables)
    return _of_github(variables, number) if number else None


def _of_gitlab(variables: Mapping[str, str]) -> PullRequest:
    api = variables.get("CI_API_V4_URL", "")
    request = f"{api}/projects/{variables.get('CI_PROJECT_ID', '')}/merge_requests/{variables['CI_MERGE_REQUEST_IID']}"
    headers = {"PRIVATE-TOKEN": variables.get("LEVELBOOK_TOKEN", "")}
    return PullRequest(
        f"{request}/notes", f"{request}/notes", f"{api}/user", headers, "LEVELBOOK_TOKEN", "PUT", 900_000
    )


def _of_github(variables: Mapping[str, str], number: int) -> PullRequest:
    api = variables.get("GITHUB_API_URL", "")
    issues = f"{api}/repos/{variables.get('GITHUB_REPOSITORY', '')}/issues"
    headers = {"Authorization": f"token {variables.get('GITHUB_TOKEN', '')}"}
    return PullRequest(
        f"{issues}/{number}/comments", f"{issues}/comments", f"{api}/user", headers, "GITHUB_TOKEN", "PATCH", 60_000
    )


def _number(variables: Mapping[str, str]) -> int:
    """The number of the pull request, as the event tells it; nothing where it tells none."""
    with suppress(OSError, ValueError, TypeError, KeyError):
        event = json.loads(Path(variables["GITHUB_EVENT_PATH"]).read_text(encoding="utf-8"))
        return int(event["pull_request"]["number"])
    return 0
